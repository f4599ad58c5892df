//! How easy the texts about one need are together, by the formula of Douma.

use super::sentence::sentences;
use super::syllables::syllables;
use crate::content::authored::pointer::step;
use crate::content::authored::shape::Fault;
use crate::domain::{Catalogue, Need, Words};

/// Below this a text is harder than level B1.
const LOWEST: f64 = 60.0;

/// The Flesch reading ease of texts, with the weights Douma gave it for Dutch: from 0, very
/// hard, to 100, very easy, and somewhat beyond. Nothing if there are no words.
///
/// `206.84 - 0.93 * words per sentence - 77 * syllables per word`: W.H. Douma, "De
/// leesbaarheid van landbouwbladen: een onderzoek naar en een toepassing van
/// leesbaarheidsformules", Bulletin 17, Landbouwhogeschool Wageningen, 1960; after
/// R. Flesch, "A new readability yardstick", 1948.
pub fn ease<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<f64> {
    let (mut sentence_count, mut word_count, mut syllable_count) = (0_u32, 0_u32, 0_u32);
    for sentence in texts.into_iter().flat_map(sentences) {
        sentence_count += 1;
        for word in &sentence.words {
            word_count += 1;
            syllable_count += u32::try_from(syllables(word.said)).unwrap_or(u32::MAX);
        }
    }
    let per = |count: u32, of: u32| f64::from(count) / f64::from(of);
    (word_count > 0).then(|| {
        206.84 - 0.93 * per(word_count, sentence_count) - 77.0 * per(syllable_count, word_count)
    })
}

/// Needs that are too hard: what each says itself, and what the kinds of help for it do.
pub(super) fn judge(catalogue: &Catalogue, words: &Words) -> Vec<Fault> {
    let hard = |need: &Need| {
        let score = ease(texts(need, words)).filter(|score| *score < LOWEST)?;
        Some(Fault {
            pointer: step("/needs", need.id.as_str()),
            message: format!(
                "de teksten bij deze behoefte zijn samen te moeilijk: {score:.0} op de schaal van Flesch-Douma, minstens {LOWEST:.0} is B1; maak zinnen en woorden korter, ook in \"does\" van de hulp erbij"
            ),
        })
    };
    catalogue.needs.iter().filter_map(hard).collect()
}

fn texts<'w>(need: &Need, words: &'w Words) -> Vec<&'w str> {
    let said = words.needs.get(&need.id);
    let own = said.into_iter().flat_map(|said| {
        let tips = said.tips.iter().map(String::as_str);
        let why = said.why.values().map(String::as_str);
        [said.label.as_str()].into_iter().chain(tips).chain(why)
    });
    let does = need.helps.iter().filter_map(|help| words.routes.get(&help.route));
    own.chain(does.map(|route| route.does.as_str())).collect()
}
