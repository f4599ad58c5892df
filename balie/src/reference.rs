//! The name of a request: short enough to read aloud, and random, so that it tells neither
//! how many there are nor when one came in.
//!
//! `WD-7KQ2-M4XP`: eight signs of Crockford's alphabet, which has no I, L, O or U.

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new reference. The store sees to it that no two requests have the same.
pub fn draw() -> String {
    let signs: String = rand::random::<[u8; 8]>()
        .map(|byte| char::from(SIGNS[usize::from(byte % 32)]))
        .iter()
        .collect();
    format!("WD-{}-{}", &signs[..4], &signs[4..])
}

/// The reference that somebody wrote or heard: in small letters, without its dashes, with an
/// `O` for a zero.
pub fn read(written: &str) -> Option<String> {
    let plain: String =
        written.to_ascii_uppercase().chars().filter(|sign| !matches!(sign, '-' | ' ')).collect();
    let signs = plain.strip_prefix("WD")?.replace('O', "0").replace(['I', 'L'], "1");
    let known = signs.len() == 8 && signs.bytes().all(|sign| SIGNS.contains(&sign));
    known.then(|| format!("WD-{}-{}", &signs[..4], &signs[4..]))
}
