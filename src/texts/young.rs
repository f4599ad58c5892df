//! The same words for somebody under 18: `je` instead of `u`.
//!
//! All words are written once, with `u`. Dutch then changes little: `u` and `uw` become
//! `je`, and a verb before it loses its `t`. A test goes through every text there is.

/// What words before `u` end in that keep their `t`: they are no verb of which `u` is the
/// subject, or their stem ends in one. "Nadat" keeps it as "dat" does, "vergeet" as "weet".
const KEEP: [&str; 19] = [
    "brengt", "dat", "eet", "helpt", "laat", "let", "met", "moet", "naast", "niet", "praat",
    "stuurt", "tot", "uit", "wacht", "want", "wat", "zet", "zit",
];

/// A text as it is said to somebody under 18.
pub fn to_young(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    // Where the word before begins, to change it when `u` follows.
    let mut before = 0;
    for word in text.split_inclusive(' ') {
        let from = said.len();
        let start = word.trim_start_matches(['‘', '(', '\'']);
        let mark = &word[..word.len() - start.len()];
        let core_end = start.find(ends_word).unwrap_or(start.len());
        let (core, rest) = start.split_at(core_end);
        let first = from == 0
            || said.trim_end_matches(' ').ends_with(['.', '?', '!', ':', '’'])
            || !mark.is_empty();
        let new = match core {
            "u" | "uw" => "je",
            "U" | "Uw" if first => "Je",
            "uzelf" => "jezelf",
            _ => core,
        };
        if core == "u" {
            shorten(&mut said, before);
        }
        said.push_str(mark);
        said.push_str(new);
        said.push_str(rest);
        before = from + mark.len();
    }
    said
}

/// Letters are told from marks without the tables of Unicode, which a resident would pay
/// for: in our texts every other mark but the quotation marks is a letter.
fn ends_word(mark: char) -> bool {
    !mark.is_ascii_alphabetic() && (mark.is_ascii() || matches!(mark, '‘' | '’' | '…' | '–'))
}

/// Takes the `t` off a verb at the end: `Hebt ` becomes `Heb `.
fn shorten(said: &mut String, from: usize) {
    let Some(verb) = said.get(from..).and_then(|word| word.strip_suffix(' ')) else { return };
    let ends_in = |end: &&str| {
        let from = verb.len().wrapping_sub(end.len());
        verb.get(from..).is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    if !verb.ends_with('t') || KEEP.iter().any(ends_in) {
        return;
    }
    let cut = if verb.ends_with("aat") { 2 } else { 1 };
    said.truncate(from + verb.len() - cut);
    said.push(' ');
}
