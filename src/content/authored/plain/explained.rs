//! Whether a hard word is explained where it stands. The rule is small, so that who
//! writes can remember it:
//!
//! - a colon stands right after it: "Mantelzorger: u zorgt voor iemand";
//! - an explanation in brackets stands right after it: "indicatie (toestemming)";
//! - it stands alone in brackets after its explanation: "toestemming (indicatie)";
//! - it stands between quotation marks, as a word to say or to look for:
//!   "Vraag om ‘cliëntondersteuning’";
//! - it is part of the name of the party or kind of help the text is about, which says
//!   beside it what it does; and such a name may hold it if what it does is said without it.

use super::text::{Beside, Text};

/// Whether what stands from `start` to `end` in a text is explained; `known` says
/// whether another text holds the same hard word.
pub(super) fn explained(
    text: &Text<'_>,
    start: usize,
    end: usize,
    known: impl Fn(&str) -> bool,
) -> bool {
    right_here(text.said, start, end)
        || match text.beside {
            Beside::Nothing => false,
            Beside::Name(name) => known(name),
            Beside::Meaning(meaning) => !known(meaning),
        }
}

fn right_here(said: &str, start: usize, end: usize) -> bool {
    let (before, after) = (&said[..start], &said[end..]);
    let says = |text: &str| text.contains(char::is_alphabetic);
    let colon = after.strip_prefix(':').is_some_and(says);
    let follows = after
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(inside, _)| says(inside));
    let alone = before.strip_suffix('(').is_some_and(says) && after.starts_with(')');
    colon || follows || alone || quoted(before, after)
}

fn quoted(before: &str, after: &str) -> bool {
    let opened = before.rfind(['‘', '“']);
    opened.is_some_and(|at| !before[at..].contains(['’', '”']) && after.contains(['’', '”']))
}
