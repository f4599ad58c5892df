//! A text over the two fields that the register has for it.

use crate::delivery::{Letter, words};

/// So many marks fit in each.
const LONGEST: usize = 1_000;

/// What stands where.
pub struct Parts {
    /// In the contact (*inhoud*).
    pub contact: String,
    /// In the task (*toelichting*).
    pub task: String,
}

const GOES_ON: &str = "\n\n(Dit gaat verder in de toelichting van de taak.)";

const SECRET: &str = "LET OP: DIT MOET GEHEIM BLIJVEN. ";

/// The letter in parts, each up to the end of a line or a word where there is one. What does
/// not fit is left out, and the last part tells where it is. A warning stands in both, and when
/// to be in touch: somebody may see only one of them.
pub fn parts(letter: &Letter) -> Parts {
    let text = words::body(letter);
    let text = text.trim();
    let warning = if letter.content.discreet { SECRET } else { "" };
    let warning = format!("{warning}{}\n\n", words::when(letter).join("\n"));
    if text.chars().count() <= LONGEST {
        let task = format!("{warning}Het verzoek staat bij het klantcontact.");
        return Parts { contact: text.to_owned(), task };
    }
    let (first, rest) = split(text, LONGEST - GOES_ON.chars().count());
    let contact = format!("{first}{GOES_ON}");
    let begin = format!("{warning}Lees eerst wat bij het klantcontact staat. Het vervolg:\n\n");
    let room = LONGEST - begin.chars().count();
    if rest.chars().count() <= room {
        return Parts { contact, task: format!("{begin}{rest}") };
    }
    let end = format!(
        "\n\n(Hier past niet alles. Het hele verzoek staat bij Wijkdeur: balie show {})",
        cut(&letter.reference, 100)
    );
    let (second, _) = split(rest, room - end.chars().count());
    Parts { contact, task: format!("{begin}{second}{end}") }
}

/// As much of the text as fits.
pub fn cut(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

fn split(text: &str, most: usize) -> (&str, &str) {
    let fits = cut(text, most);
    let half = cut(fits, most / 2).len();
    let late = |end: &usize| *end > half;
    let end = fits.rfind('\n').filter(late).or_else(|| fits.rfind(' ').filter(late));
    let (first, rest) = text.split_at(end.unwrap_or(fits.len()));
    (first.trim_end(), rest.trim_start_matches('\n'))
}
