//! Naming words of the data in a sentence, and guessing which one was meant.

/// Between quotation marks, cut short when it is long.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("\"{}…\"", &text[..cut]),
        None => format!("\"{text}\""),
    }
}

/// In a row, with commas.
pub(super) fn listed<T: AsRef<str>>(words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.join(", ")
}

/// The known word that looks like this one, or else all there are.
pub(super) fn meant<T: AsRef<str>>(wrong: &str, known: &[T]) -> String {
    const MOST: usize = 24;
    match nearest(wrong, known) {
        Some(word) => format!("bedoelt u {}? Kies uit: {}", quoted(word), listed(known)),
        None if known.is_empty() => "haal hem weg".into(),
        None if known.len() > MOST => {
            format!("kies uit: {} en nog {}", listed(&known[..MOST]), known.len() - MOST)
        }
        None => format!("kies uit: {}", listed(known)),
    }
}

/// The known name that looks most like one that is not there, as a question.
pub(in crate::content) fn perhaps<T: AsRef<str>>(wrong: &str, known: &[T]) -> String {
    nearest(wrong, known).map(|word| format!("; bedoelt u {}?", quoted(word))).unwrap_or_default()
}

fn nearest<'k, T: AsRef<str>>(wrong: &str, known: &'k [T]) -> Option<&'k str> {
    let allowed = (wrong.chars().count() / 2).clamp(1, 3);
    known
        .iter()
        .map(|word| (distance(wrong, word.as_ref()), word.as_ref()))
        .filter(|(steps, _)| *steps <= allowed)
        .min()
        .map(|(_, word)| word)
}

/// How many marks to add, take away, change or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i];
        for j in 1..=b.len() {
            let change = row[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[b.len()]
}
