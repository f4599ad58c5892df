//! What cannot be seen in a text. Every field and every output asks here.
//!
//! Within a word such a mark has its place: a Persian word is written with one, a family of
//! emoji is held together by it. Alone it is nothing; and some turn around how the text after
//! them is shown, so that what is read is not what stands there.

/// A mark that shows nothing by itself.
pub(in crate::domain) fn is_unseen(mark: char) -> bool {
    is_turning(mark)
        || matches!(
            mark,
            '\u{ad}'
                | '\u{34f}'
                // Fillers of Hangul, vowels of Khmer that show nothing, a blank in Braille.
                | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
                | '\u{17b4}' | '\u{17b5}'
                | '\u{2800}'
                // Selectors of a variation.
                | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{200b}'..='\u{200d}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff0}'..='\u{fffb}'
                // Of music and shorthand; tags, and more selectors.
                | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// A hyphen or a dash, of which a text that is copied may hold any.
pub(in crate::domain) fn is_hyphen(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A mark that turns around how others are shown.
fn is_turning(mark: char) -> bool {
    matches!(
        mark,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
    )
}

/// A text in which all can be seen: on one line or as many as it has, without blanks around
/// it, without marks that turn it around, and without unseen ones that belong to no other.
pub fn seen(text: &str, lines: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    for mark in text.replace("\r\n", "\n").chars() {
        let breaks = mark.is_control() || matches!(mark, '\u{2028}' | '\u{2029}');
        let mark = if breaks && !(lines && mark == '\n') { ' ' } else { mark };
        let alone = kept.chars().next_back().is_none_or(char::is_whitespace);
        if !(is_turning(mark) || alone && is_unseen(mark)) {
            kept.push(mark);
        }
    }
    kept.trim().to_owned()
}
