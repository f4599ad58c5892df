//! A text over as many contacts as it needs: a field of the register holds a thousand marks.
//!
//! Programs for contact centres show one task of a contact and no more, so what does not fit
//! becomes a contact with a task of its own. A title never stands alone at the end of a part,
//! and what somebody typed stays set in.

use crate::delivery::Letter;
use crate::delivery::words::{self, Section};

/// So many marks fit in a field.
const LONGEST: usize = 1_000;

/// More than the longest story with every other field at its longest and the answers of a
/// long walk. Only who makes a request by hand can need more.
const MOST: usize = 20;

/// Lines of the desk and short ones of who asks are not cut in two.
const WHOLE: usize = 400;

/// Less than this is not worth beginning a long line in.
const WORTH: usize = 100;

const TOO_LONG: &str = "\n\nNiet alles past hier. Vraag het hele verzoek aan de beheerder van \
                        Wijkdeur. Noem het kenmerk.";

/// A part of what a letter says, for one task.
pub struct Part {
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
    /// What it says.
    pub text: String,
}

/// The letter in parts.
pub fn parts(letter: &Letter) -> Vec<Part> {
    let sections = words::sections(letter);
    let mut texts = pack(&sections, LONGEST);
    if texts.len() > 1 {
        let room = LONGEST - count(&head(letter, MOST, MOST));
        texts = pack(&sections, room);
        if texts.len() > MOST {
            texts.truncate(MOST);
            if let Some(last) = texts.last_mut() {
                *last = format!("{}{TOO_LONG}", cut(last, room - count(TOO_LONG)).trim_end());
            }
        }
    }
    let of = texts.len();
    let part = |(before, text)| {
        let number = before + 1;
        Part { number, of, text: format!("{}{text}", head(letter, number, of)) }
    };
    texts.into_iter().enumerate().map(part).collect()
}

/// Tells of the other parts. A warning stands in each: somebody may see only one.
fn head(letter: &Letter, number: usize, of: usize) -> String {
    let reference = words::one_line(cut(&letter.reference, 50));
    let secret = if letter.content.discreet { "LET OP: DIT MOET GEHEIM BLIJVEN.\n" } else { "" };
    match (number, of) {
        (_, 1) => String::new(),
        (1, _) => {
            format!(
                "Deel 1 van {of} van {reference}. Lees ook de andere delen, elk bij een taak.\n\n"
            )
        }
        _ => format!(
            "{secret}Deel {number} van {of} van {reference}. Lees eerst deel 1. Neem niet apart \
             contact op.\n\n"
        ),
    }
}

/// As much of the text as fits.
pub fn cut(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

fn pack(sections: &[Section], room: usize) -> Vec<String> {
    let mut full = Vec::new();
    let mut part = String::new();
    for section in sections {
        // Said together with the next line; nothing once it is said.
        let mut title = section.title.to_owned();
        for line in &section.lines {
            let mut rest = line.clone();
            loop {
                let gap = match (part.is_empty(), title.is_empty()) {
                    (true, _) => "",
                    (false, true) => "\n",
                    (false, false) => "\n\n",
                };
                let lead =
                    if title.is_empty() { gap.to_owned() } else { format!("{gap}{title}\n") };
                if rest.is_empty() && (part.is_empty() || !title.is_empty()) {
                    break;
                }
                let left = room.saturating_sub(count(&part) + count(&lead));
                let (now, later) = split(&rest, left);
                if let Some(now) = now {
                    part.push_str(&lead);
                    part.push_str(now);
                    title.clear();
                    if later.is_empty() {
                        break;
                    }
                }
                full.push(std::mem::take(&mut part));
                if title.is_empty() {
                    title = format!("{} (VERVOLG)", section.title);
                }
                rest = if now.is_some() { format!("  {later}") } else { later.to_owned() };
            }
        }
    }
    full.push(part);
    full
}

/// What of a line fits here, and what comes after it.
fn split(line: &str, room: usize) -> (Option<&str>, &str) {
    let length = count(line);
    if length <= room {
        return (Some(line), "");
    }
    if length <= WHOLE || room < WORTH {
        return (None, line);
    }
    let fits = cut(line, room);
    let half = cut(fits, room / 2).len();
    let end = fits.rfind(' ').filter(|end| *end > half).unwrap_or(fits.len());
    let (now, later) = line.split_at(end);
    (Some(now), later.trim_start())
}

fn count(text: &str) -> usize {
    text.chars().count()
}
