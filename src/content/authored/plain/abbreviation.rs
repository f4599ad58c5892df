//! Abbreviations: "o.a.", "t/m", "Wmo", "SVB". Most people read past them.

use super::sentence::Word;

/// Abbreviations with what they stand for. Those in capitals or without a vowel are known
/// without standing here.
pub const ABBREVIATIONS: [(&str, &str); 60] = [
    ("a.u.b.", "alstublieft"),
    ("bijv.", "bijvoorbeeld"),
    ("bv.", "bijvoorbeeld"),
    ("b.v.", "bijvoorbeeld"),
    ("ca.", "ongeveer"),
    ("d.m.v.", "door"),
    ("d.w.z.", "dat is"),
    ("dhr.", "meneer"),
    ("di", "dinsdag"),
    ("e.d.", "en zo meer"),
    ("enz.", "en zo meer"),
    ("etc.", "en zo meer"),
    ("evt.", "misschien"),
    ("excl.", "zonder"),
    ("i.o.m.", "samen met"),
    ("i.p.v.", "in plaats van"),
    ("i.v.m.", "door"),
    ("incl.", "met"),
    ("m.b.t.", "over"),
    ("m.b.v.", "met"),
    ("m.i.v.", "vanaf"),
    ("m.u.v.", "behalve"),
    ("max.", "hooguit"),
    ("mevr.", "mevrouw"),
    ("min.", "minstens"),
    ("mw.", "mevrouw"),
    ("n.a.v.", "door"),
    ("n.v.t.", "geldt hier niet"),
    ("nl.", "namelijk"),
    ("nr.", "nummer"),
    ("nrs.", "nummers"),
    ("o.a.", "onder andere"),
    ("o.b.v.", "met"),
    ("o.i.d.", "of zoiets"),
    ("o.l.v.", "geleid door"),
    ("p.m.", "per maand"),
    ("p.p.", "per persoon"),
    ("resp.", "en"),
    ("t.a.v.", "voor"),
    ("t.b.v.", "voor"),
    ("t.o.v.", "vergeleken met"),
    ("t/m", "tot en met"),
    ("tel.", "telefoon"),
    ("v.a.", "vanaf"),
    ("vb.", "voorbeeld"),
    ("aow", "pensioen van het land"),
    ("cak", "kantoor dat de rekening stuurt voor uw deel"),
    ("ciz", "kantoor dat beslist over zorg voor dag en nacht"),
    ("ggd", "dokters en verpleegkundigen van de gemeenten"),
    ("ggz", "hulp bij psychische problemen"),
    ("jgz", "dokter en verpleegkundige voor kinderen"),
    ("lvb", "moeite met leren, lezen en rekenen"),
    ("pgb", "geld om zelf hulp te regelen"),
    ("svb", "kantoor dat pensioen en geld voor kinderen betaalt"),
    ("uwv", "kantoor voor geld na werk of bij ziekte"),
    ("wia", "geld als u door ziekte niet kunt werken"),
    ("wlz", "zorg voor dag en nacht"),
    ("wmo", "hulp van de gemeente om thuis te wonen"),
    ("ww", "geld na uw baan"),
    ("zvw", "uw zorgverzekering"),
];

/// What everybody says as it is written.
const WORDS: [&str; 6] = ["wc", "tv", "sms", "pc", "cd", "dvd"];

/// The abbreviation that this word of a text is, with its stop, and what it stands for:
/// nothing if that is not written down here.
pub(super) fn of<'t>(word: &Word<'t>, text: &'t str) -> Option<(&'t str, Option<&'static str>)> {
    let with_stop = text.get(word.start..word.end() + 1).filter(|short| has_stops(short));
    if let Some(short) = with_stop {
        return Some((short, long(short)));
    }
    let mut parts = word.said.split(['-', '/']);
    let known = long(word.said).or_else(|| parts.clone().find_map(long));
    (known.is_some() || parts.any(looks_short)).then_some((word.said, known))
}

fn long(short: &str) -> Option<&'static str> {
    let short = short.to_lowercase();
    ABBREVIATIONS.iter().find(|(known, _)| *known == short).map(|(_, long)| *long)
}

/// Whether the stop at the end belongs to the word: "o.a.", "etc.".
pub(super) fn has_stops(chunk: &str) -> bool {
    let short = chunk.trim_start_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
    let letters = short.strip_suffix('.').map(|rest| rest.split('.'));
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    ABBREVIATIONS.iter().any(|(known, _)| known.ends_with('.') && *known == short)
        || letters.is_some_and(|mut parts| short.matches('.').count() > 1 && parts.all(single))
}

/// Two letters or more in capitals ("SVB", but not "II"), or a few without a vowel ("ggz").
fn looks_short(part: &str) -> bool {
    let letters = part.chars().count();
    let capitals = part.chars().all(char::is_uppercase)
        && part.chars().any(|letter| !matches!(letter, 'I' | 'V' | 'X'));
    let vowelless = letters <= 5
        && part.chars().all(|letter| letter.is_ascii_lowercase() && !"aeiouy".contains(letter));
    letters > 1 && !WORDS.contains(&part.to_lowercase().as_str()) && (capitals || vowelless)
}
