//! What separates the columns of a table: nobody says it, and every program has its own.

/// The mark that stands most often in the first line.
pub(super) fn separator(first_line: &[u8]) -> u8 {
    let count = |mark: &u8| first_line.iter().filter(|byte| *byte == mark).count();
    // Of equally many the last one counts.
    [b'\t', b',', b';'].into_iter().max_by_key(count).unwrap_or(b';')
}

/// A table as lines of one kind, without the mark of UTF-8 and without the line in which a
/// spreadsheet says its separator (`sep=;`); and that separator, or the one that it has.
pub(super) fn lines(table: &str) -> (String, u8) {
    let table = table.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let told = table.split_once('\n').and_then(|(first, rest)| {
        let told = first.trim().to_ascii_lowercase();
        match told.strip_prefix("sep=")?.as_bytes() {
            [mark] => Some((rest.to_owned(), *mark)),
            _ => None,
        }
    });
    told.unwrap_or_else(|| {
        let mark = separator(first_line(table.as_bytes()));
        (table, mark)
    })
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
