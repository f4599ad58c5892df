//! The texts of the data that residents read, each with its place.

use super::hard::{self, Hard};
use super::names::Names;
use super::sentence::sentences;
use super::young::unknown_when_young;
use crate::content::authored::pointer::{item, step};
use crate::content::authored::shape::Fault;
use crate::content::authored::spelling::quoted;
use crate::content::authored::texts::{WrittenTexts, filled, place};
use crate::domain::{Provider, Status, Words};

/// The most words in a sentence of a question, a line of help below it or a choice.
pub const LONGEST_IN_QUESTIONS: usize = 12;

/// The most words in any other sentence.
pub const LONGEST: usize = 15;

/// A text for residents.
pub(super) struct Text<'a> {
    /// Where it stands.
    pub at: String,
    /// What it says.
    pub said: &'a str,
    /// The most words a sentence of it may have.
    pub longest: usize,
    /// The same for a sentence that asks something.
    pub longest_asked: usize,
    /// What stands beside it on every screen.
    pub beside: Beside<'a>,
}

/// What a resident reads together with a text.
#[derive(Clone, Copy)]
pub(super) enum Beside<'a> {
    /// Nothing that is always there.
    Nothing,
    /// The name of what it is about, which is explained there.
    Name(&'a str),
    /// It is a name itself, and this says what it does.
    Meaning(&'a str),
}

impl<'a> Text<'a> {
    /// A text that stands alone.
    pub fn new(at: String, said: &'a str) -> Self {
        Self { at, said, longest: LONGEST, longest_asked: LONGEST, beside: Beside::Nothing }
    }

    fn in_question(at: String, said: &'a str) -> Self {
        Self { longest: LONGEST_IN_QUESTIONS, ..Self::of_interface(at, said) }
    }

    fn of_interface(at: String, said: &'a str) -> Self {
        Self { longest_asked: LONGEST_IN_QUESTIONS, ..Self::new(at, said) }
    }

    fn beside(self, beside: Beside<'a>) -> Self {
        Self { beside, ..self }
    }

    /// Sentences with too many words.
    pub fn too_long(&self) -> impl Iterator<Item = Fault> {
        sentences(self.said).into_iter().filter_map(|sentence| {
            let asks = sentence.said.ends_with('?');
            let longest = if asks { self.longest_asked } else { self.longest };
            let words = sentence.words.len();
            (words > longest).then(|| Fault {
                pointer: self.at.clone(),
                message: format!(
                    "deze zin heeft {words} woorden, hier mogen het er {longest} zijn; maak er twee zinnen van of laat iets weg: {}",
                    quoted(sentence.said)
                ),
            })
        })
    }

    /// Words before `u` that are no words any more where it becomes `je`.
    pub fn odd_when_young(&self) -> impl Iterator<Item = Fault> {
        unknown_when_young(self.said).into_iter().map(|(before, after)| Fault {
            pointer: self.at.clone(),
            message: format!(
                "voor wie jonger is dan 18 wordt {} hier {}, en dat is geen gewoon woord; schrijf het anders",
                quoted(&before),
                quoted(&after)
            ),
        })
    }

    /// Words that are hard and not explained.
    pub fn hard(&self, names: &Names<'_>) -> Vec<Hard> {
        hard::of(self, names)
    }
}

/// What the interface says in one language, with a number in each hole.
pub(in crate::content::authored) struct FilledTexts {
    /// Such as `nl`.
    pub language: String,
    /// Each text with its place.
    said: Vec<(String, String)>,
}

impl FilledTexts {
    /// What stands in a file.
    pub fn of(texts: &WrittenTexts) -> Self {
        let said = texts.all().map(|(key, form, text)| (place(key, form), filled(text)));
        Self { language: texts.language.clone(), said: said.collect() }
    }
}

/// Everything the interface says. What it asks is as short as a question.
pub(super) fn of_interface(texts: &FilledTexts) -> Vec<Text<'_>> {
    texts.said.iter().map(|(at, said)| Text::of_interface(at.clone(), said)).collect()
}

/// Everything the words of the catalogue say.
pub(super) fn of_words(words: &Words) -> Vec<Text<'_>> {
    let mut all = Vec::new();
    for (key, question) in words.questions.iter() {
        let at = step("/questions", key);
        all.push(Text::in_question(step(&at, "title"), &question.title));
        all.extend(question.hint.iter().map(|hint| Text::in_question(step(&at, "hint"), hint)));
        let at = step(&at, "choices");
        for (id, said) in question.choices.iter() {
            all.push(Text::in_question(step(&at, id.as_str()), said));
        }
        let at = step(&step("/questions", key), "story");
        for (id, said) in question.story.iter() {
            all.push(Text::in_question(step(&at, id.as_str()), said));
        }
    }
    for (id, need) in words.needs.iter() {
        let at = step("/needs", id.as_str());
        all.push(Text::in_question(step(&at, "label"), &need.label));
        for (index, tip) in need.tips.iter().enumerate() {
            all.push(Text::new(item(&step(&at, "tips"), index), tip));
        }
        for (code, why) in need.why.iter() {
            let name = words.routes.get(code).map(|route| Beside::Name(&route.name));
            let text = Text::new(step(&step(&at, "why"), code.as_str()), why);
            all.push(text.beside(name.unwrap_or(Beside::Nothing)));
        }
    }
    for (code, route) in words.routes.iter() {
        let at = step("/routes", code.as_str());
        let name = Text::new(step(&at, "name"), &route.name);
        all.push(name.beside(Beside::Meaning(&route.does)));
        all.push(Text::new(step(&at, "does"), &route.does));
    }
    for (id, flag) in words.flags.iter() {
        let at = step("/flags", id.as_str());
        all.push(Text::new(step(&at, "title"), &flag.title));
        all.push(Text::new(step(&at, "text"), &flag.text));
        if let Some(uncalled) = &flag.uncalled {
            let at = step(&at, "uncalled");
            all.push(Text::new(step(&at, "title"), &uncalled.title));
            all.push(Text::new(step(&at, "text"), &uncalled.text));
        }
    }
    all
}

/// Everything parties say about themselves, in a list at this place. Who is not there
/// for people says nothing to them.
pub(super) fn of_parties<'a>(list: &str, parties: &'a [Provider]) -> Vec<Text<'a>> {
    let mut all = Vec::new();
    let seen = |party: &Provider| !matches!(party.status, Status::Inactive | Status::Defunct);
    for (index, party) in parties.iter().enumerate().filter(|(_, party)| seen(party)) {
        let at = item(list, index);
        let name = match party.what {
            Some(_) => Beside::Name(&party.name),
            None => Beside::Nothing,
        };
        let own = [
            ("what", &party.what),
            ("cost", &party.cost),
            ("apply", &party.apply),
            ("wait", &party.wait),
        ];
        for (key, said) in own {
            all.extend(said.iter().map(|said| Text::new(step(&at, key), said).beside(name)));
        }
        for (place, reach) in party.reach.iter().enumerate() {
            let at = step(&item(&step(&at, "reach"), place), "about");
            all.extend(reach.about.iter().map(|said| Text::new(at.clone(), said).beside(name)));
        }
    }
    all
}
