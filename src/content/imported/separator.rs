//! What separates the columns of a table: nobody says it, and every program has its own.

/// The mark that stands most often in the first line.
pub(super) fn separator(first_line: &[u8]) -> u8 {
    let count = |mark: &u8| first_line.iter().filter(|byte| *byte == mark).count();
    // Of equally many the last one counts.
    [b'\t', b',', b';'].into_iter().max_by_key(count).unwrap_or(b';')
}

/// The first line of what begins like this.
pub(super) fn first_line(text: &[u8]) -> &[u8] {
    text.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// A value without the marks around it: spaces, quotation marks, the mark of UTF-8.
pub(super) fn bare(mut value: &[u8]) -> &[u8] {
    value = value.strip_prefix(b"\xef\xbb\xbf").unwrap_or(value);
    let around = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'"';
    while let [first, rest @ ..] = value
        && around(first)
    {
        value = rest;
    }
    while let [rest @ .., last] = value
        && around(last)
    {
        value = rest;
    }
    value
}
