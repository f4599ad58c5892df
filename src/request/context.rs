//! What is known for a request before anything is asked: the visit tells it, in an
//! attribute of the place where the request is shown.

use crate::domain::{Draft, ProviderId, Receiver, Subject, Told};
use serde::{Deserialize, Serialize};

/// What is known for a request before anything is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The municipality, by its name in addresses.
    pub municipality: String,
    /// The municipality, by its name for people.
    pub town: String,
    /// The municipality is invented.
    pub demonstration: bool,
    /// Who gets it; nothing: the general entrance.
    pub provider: Option<ProviderId>,
    /// The name of that party for people.
    pub receiver: String,
    /// That is not the municipality: whoever asks has to agree.
    pub needs_permission: bool,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// It counts as a *melding* for the Wmo.
    pub wmo_melding: bool,
    /// It does not; how to make one.
    pub melding_elsewhere: Option<String>,
    /// A flag for danger stands.
    pub discreet: bool,
    /// One whose lines nobody else may see: what is typed is kept in memory only.
    pub private: bool,
    /// The *wijk* where somebody lives, by its name for people, where it is known.
    pub wijk: String,
    /// Whoever asks is under 18 and is called `je`.
    pub young: bool,
    /// They are younger than 16, as far as they said.
    pub under_16: bool,
    /// It is for their child.
    pub child: bool,
    /// What it is about, in their own words or in those of their answers.
    pub story: String,
    /// What they answered.
    pub told: Vec<Told>,
}

/// Between two facts; between a question, its answer, and the next question. In a text that
/// was copied they may stand for a dash: there they become a blank, or every fact after them
/// would be another.
const MARKS: [char; 2] = ['\u{1e}', '\u{1f}'];

fn plain(mark: char) -> char {
    if MARKS.contains(&mark) { ' ' } else { mark }
}

impl Context {
    /// As one text, for an attribute.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut say = |fact: &str| {
            text.extend(fact.chars().map(plain));
            text.push(MARKS[0]);
        };
        say(&self.municipality);
        say(&self.town);
        say(self.provider.as_ref().map_or("", |id| id.as_str()));
        say(&self.receiver);
        say(self.melding_elsewhere.as_deref().unwrap_or_default());
        say(&self.story);
        say(&self.wijk);
        for flag in [
            self.demonstration,
            self.needs_permission,
            self.wmo_melding,
            self.discreet,
            self.private,
            self.young,
            self.under_16,
            self.child,
        ] {
            say(if flag { "yes" } else { "" });
        }
        // Days fit in a digit or two; as marks they need no formatting.
        text.extend(std::iter::repeat_n('d', self.working_days.into()));
        text.push(MARKS[0]);
        for told in &self.told {
            for part in [&told.question, &told.answer] {
                text.extend(part.chars().map(plain));
                text.push(MARKS[1]);
            }
        }
        text
    }

    /// Back from that text.
    pub fn read(text: &str) -> Self {
        let mut facts = text.split(MARKS[0]);
        let mut fact = || facts.next().unwrap_or_default();
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        // In the order in which they were written.
        let municipality = fact().to_owned();
        let town = fact().to_owned();
        let provider = some(fact()).map(|id| id.as_str().into());
        let receiver = fact().to_owned();
        let melding_elsewhere = some(fact());
        let story = fact().to_owned();
        let wijk = fact().to_owned();
        let mut flag = || !fact().is_empty();
        let demonstration = flag();
        let needs_permission = flag();
        let wmo_melding = flag();
        let discreet = flag();
        let private = flag();
        let young = flag();
        let under_16 = flag();
        let child = flag();
        let working_days = u8::try_from(fact().len()).unwrap_or(0);
        let mut parts = fact().split(MARKS[1]).map(str::to_owned);
        let told = std::iter::from_fn(|| {
            let (question, answer) = (parts.next()?, parts.next()?);
            Some(Told { question, answer })
        });
        Self {
            told: told.collect(),
            municipality,
            town,
            demonstration,
            provider,
            receiver,
            needs_permission,
            working_days,
            wmo_melding,
            melding_elsewhere,
            discreet,
            private,
            wijk,
            young,
            under_16,
            child,
            story,
        }
    }

    /// Who receives it, as far as a check needs it.
    pub(super) fn receiver(&self) -> Receiver {
        if self.needs_permission { Receiver::Other } else { Receiver::Municipality }
    }

    /// What is filled in before anything was typed.
    pub(super) fn draft(&self) -> Draft {
        Draft {
            version: Draft::VERSION,
            municipality: self.municipality.clone(),
            provider: self.provider.clone(),
            wijk: self.wijk.clone(),
            subject: self.child.then_some(Subject::Child),
            discreet: self.discreet,
            wmo_melding: self.wmo_melding,
            story: self.story.clone(),
            ..Draft::default()
        }
    }
}
