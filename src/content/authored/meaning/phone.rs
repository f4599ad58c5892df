//! Phone numbers that can be dialled from the Netherlands.

/// Why a number cannot be dialled, if so.
pub(in crate::content) fn wrong(value: &str) -> Option<&'static str> {
    const MARKS: &str = " -().+";
    let marks = |mark: char| mark.is_ascii_digit() || MARKS.contains(mark);
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let known = match value.trim().strip_prefix('+') {
        Some(abroad) if !abroad.contains('+') => international(value, &digits),
        Some(_) => false,
        None => !value.contains('+') && national(&digits),
    };
    (!value.chars().all(marks) || !known).then_some(
        "is geen nummer dat te bellen is; een gewoon nummer heeft 10 cijfers, zoals 026-123 45 67",
    )
}

/// As dialled within the country.
fn national(digits: &str) -> bool {
    match digits.as_bytes() {
        b"112" | b"113" | b"144" => true,
        // The general number of a municipality: 14 and its area code.
        [b'1', b'4', b'0', area @ ..] => matches!(area.len(), 2 | 3) && area[0] != b'0',
        // European numbers for help: 116 111 for children.
        [b'1', b'1', b'6', rest @ ..] => rest.len() == 3,
        // Free and paid numbers are short or long.
        [b'0', b'8' | b'9', b'0', _, rest @ ..] => matches!(rest.len(), 4 | 7),
        [b'0', b'1'..=b'9', rest @ ..] => rest.len() == 8,
        _ => false,
    }
}

/// With the code of a country; of ours, what follows is a national number.
fn international(value: &str, digits: &str) -> bool {
    match digits.strip_prefix("31") {
        Some(rest) => {
            let rest = if value.contains("(0)") { rest.get(1..).unwrap_or_default() } else { rest };
            rest.len() == 9 && !rest.starts_with('0')
        }
        None => (8..=15).contains(&digits.len()),
    }
}
