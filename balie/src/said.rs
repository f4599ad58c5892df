//! Words of others, fit for a log, a terminal and the store: a mail server, a register or a
//! database may answer with line breaks, with codes that move the cursor, with marks that
//! turn a line around, or with a book.

/// Nobody reads on after so many signs.
const LONGEST: usize = 500;

/// One line, of what can be seen, and no longer than somebody reads.
pub fn line(words: &str) -> String {
    line_of(words, LONGEST)
}

/// One line that has something to say besides the words of another.
pub fn long_line(words: &str) -> String {
    line_of(words, 2 * LONGEST)
}

fn line_of(words: &str, longest: usize) -> String {
    let mut line = String::new();
    for word in words.split(is_unseen).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if let Some((cut, _)) = line.char_indices().nth(longest) {
            line.truncate(cut);
            line.push('…');
            break;
        }
    }
    line
}

/// A message of several lines that the desk itself laid out.
pub fn lines(words: &str) -> String {
    let lines: Vec<String> = words.lines().map(indented).collect();
    lines.join("\n")
}

fn indented(words: &str) -> String {
    let words = words.trim_end();
    let text = words.trim_start_matches(' ');
    format!("{}{}", &words[..words.len() - text.len()], long_line(text))
}

/// White space, control codes, and what only changes how other signs are shown.
fn is_unseen(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(
            sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
