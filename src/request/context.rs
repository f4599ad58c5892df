//! What is known for a request before anything is asked: the visit tells it, in attributes
//! of the place where the request is shown.

use crate::domain::{Draft, ProviderId, Subject, Told};

/// What is known for a request before anything is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// Between two answers, and between a question and its answer: no text holds them.
const MARKS: [char; 2] = ['\n', '\t'];

impl Context {
    /// As attributes by name.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let told = self.told.iter().map(|told| [told.question.as_str(), &told.answer].join("\t"));
        let flag = |is: bool| if is { "yes".to_owned() } else { String::new() };
        vec![
            ("data-municipality", self.municipality.clone()),
            ("data-town", self.town.clone()),
            ("data-demonstration", flag(self.demonstration)),
            ("data-provider", self.provider.as_ref().map_or("", |id| id.as_str()).to_owned()),
            ("data-receiver", self.receiver.clone()),
            ("data-permission", flag(self.needs_permission)),
            ("data-days", self.working_days.to_string()),
            ("data-melding", flag(self.wmo_melding)),
            ("data-melding-elsewhere", self.melding_elsewhere.clone().unwrap_or_default()),
            ("data-discreet", flag(self.discreet)),
            ("data-young", flag(self.young)),
            ("data-under-16", flag(self.under_16)),
            ("data-child", flag(self.child)),
            ("data-story-told", self.story.clone()),
            ("data-told", told.collect::<Vec<_>>().join("\n")),
        ]
    }

    /// Back from attributes by name.
    pub fn of(read: impl Fn(&str) -> String) -> Self {
        let flag = |name: &str| !read(name).is_empty();
        let some = |text: String| (!text.is_empty()).then_some(text);
        let told = |line: &str| {
            let (question, answer) = line.split_once(MARKS[1])?;
            Some(Told { question: question.to_owned(), answer: answer.to_owned() })
        };
        Self {
            municipality: read("data-municipality"),
            town: read("data-town"),
            demonstration: flag("data-demonstration"),
            provider: some(read("data-provider")).map(|id| id.as_str().into()),
            receiver: read("data-receiver"),
            needs_permission: flag("data-permission"),
            working_days: read("data-days").parse().unwrap_or(0),
            wmo_melding: flag("data-melding"),
            melding_elsewhere: some(read("data-melding-elsewhere")),
            discreet: flag("data-discreet"),
            young: flag("data-young"),
            under_16: flag("data-under-16"),
            child: flag("data-child"),
            story: read("data-story-told"),
            told: read("data-told").split(MARKS[0]).filter_map(told).collect(),
        }
    }

    /// What is filled in before anything was typed.
    pub(super) fn draft(&self) -> Draft {
        Draft {
            version: Draft::VERSION,
            municipality: self.municipality.clone(),
            provider: self.provider.clone(),
            subject: if self.child { Subject::Child } else { Subject::Myself },
            discreet: self.discreet,
            wmo_melding: self.wmo_melding,
            story: self.story.clone(),
            ..Draft::default()
        }
    }
}
