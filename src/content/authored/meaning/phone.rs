//! Phone numbers that can be dialled from the Netherlands.

/// Why a number cannot be dialled, if so, and what to do.
pub(in crate::content) fn wrong(value: &str) -> Option<String> {
    let value = value.trim();
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let beside = beside(value);
    // Of the numbers with 00 only ours: before another one a 0 may have been typed twice.
    let ours = digits.strip_prefix("00").filter(|rest| rest.starts_with("31"));
    let known = match value.strip_prefix('+') {
        Some(abroad) => !abroad.contains('+') && international(value, &digits),
        None if value.contains('+') => false,
        None => ours.map_or_else(|| national(&digits), |rest| international(value, rest)),
    };
    if known && beside.is_empty() {
        return None;
    }
    let why = if lost_its_zero(value, &digits) {
        "een spreadsheet haalt een eerste 0 weg; maak van de kolom tekst en vul het nummer opnieuw in".to_owned()
    } else if !beside.is_empty() && beside.iter().all(|part| part.chars().all(|o| "oO".contains(o)))
    {
        format!("hier staat een letter ‘{}’; schrijf het cijfer 0", beside[0])
    } else if !beside.is_empty() {
        format!(
            "hier staat nog iets bij het nummer: ‘{}’; laat alleen het nummer staan",
            beside.join(" ")
        )
    } else {
        "een gewoon nummer heeft 10 cijfers, zoals 026-123 45 67".to_owned()
    };
    Some(format!("is geen nummer dat te bellen is; {why}"))
}

/// What stands beside a number: words, and marks that belong to none.
fn beside(value: &str) -> Vec<String> {
    let strange = |mark: &char| !mark.is_ascii_digit() && !" -().+".contains(*mark);
    let parts = value.split_whitespace().map(|word| {
        let strange: String = word.chars().filter(strange).collect();
        match strange.is_empty() || word.chars().any(|mark| mark.is_ascii_digit()) {
            true => strange,
            false => word.to_owned(),
        }
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// What a spreadsheet makes of a number that it takes for an amount: `261234567`, `2,61E+08`.
fn lost_its_zero(value: &str, digits: &str) -> bool {
    let power = value.to_ascii_uppercase().replace(|mark: char| mark.is_ascii_digit(), "");
    let bare = digits.len() == 9 && !digits.starts_with('0') && !value.contains('+');
    ["E+", ",E+", ".E+"].contains(&power.as_str()) || (bare && beside(value).is_empty())
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
