//! The words of the catalogue in one language: what questions, needs, kinds of
//! help and flags say to people.

use super::{ChoiceId, FlagId, NeedId, RouteCode, Table};
use serde::{Deserialize, Serialize};

/// All words of the catalogue in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Where the format is described; for editors, not read.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The language, such as `nl`.
    pub language: String,
    /// By the name of the question; `age@1` is `age` about person 1.
    pub questions: Table<String, QuestionWords>,
    /// By the name of the need.
    pub needs: Table<NeedId, NeedWords>,
    /// By the code of the kind of help.
    pub routes: Table<RouteCode, RouteWords>,
    /// By the name of the flag.
    pub flags: Table<FlagId, FlagWords>,
}

/// What a question says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question itself.
    pub title: String,
    /// A line of help below it.
    #[serde(default)]
    pub hint: Option<String>,
    /// What each choice says. A choice that names a need says what the need says,
    /// unless it has words of its own here.
    #[serde(default)]
    pub choices: Table<ChoiceId, String>,
    /// What whoever chose it would say to a helper, as a sentence: "Ik heb vannacht geen
    /// plek om te slapen." A choice without one is told as it says itself, if it brings a
    /// need; else it is not told.
    #[serde(default)]
    pub story: Table<ChoiceId, String>,
}

/// What a need says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NeedWords {
    /// As the resident would say it: "Ik heb schulden".
    pub label: String,
    /// What one can do without anybody's permission, alone or with others.
    #[serde(default)]
    pub tips: Vec<String>,
    /// Why this kind of help is named for this need, where the general words of
    /// the kind of help do not say it well enough.
    #[serde(default)]
    pub why: Table<RouteCode, String>,
}

/// What a kind of help says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RouteWords {
    /// Its name in plain words.
    pub name: String,
    /// What they do for you, in one sentence.
    pub does: String,
    /// What a desk calls it, where it would not know the plain name.
    #[serde(default)]
    pub asked_as: Option<String>,
}

impl RouteWords {
    /// What to ask for at a desk: the plain name, with the one they know.
    pub fn asked(&self) -> String {
        match &self.asked_as {
            Some(known) => format!("{} (‘{known}’)", self.name),
            None => self.name.clone(),
        }
    }
}

/// What a flag says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FlagWords {
    /// Above the lines to call.
    pub title: String,
    /// One or two calm sentences below it.
    pub text: String,
    /// The same for where there is no number to call: what can be done today instead.
    #[serde(default)]
    pub uncalled: Option<Uncalled>,
}

/// What a flag says where there is no number to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Uncalled {
    /// Above the ways to reach somebody.
    pub title: String,
    /// What can be done today.
    pub text: String,
}

impl FlagWords {
    /// Title and text, where there is a number to call or where there is none.
    pub fn said(&self, called: bool) -> (&str, &str) {
        match &self.uncalled {
            Some(words) if !called => (&words.title, &words.text),
            _ => (&self.title, &self.text),
        }
    }
}

impl Words {
    /// What a choice says; its own name when nobody wrote words for it.
    pub fn choice<'w>(&'w self, question: &str, choice: &'w super::Choice) -> &'w str {
        self.questions
            .get(question)
            .and_then(|words| words.choices.get(&choice.id))
            .or_else(|| Some(&self.needs.get(choice.need.as_ref()?)?.label))
            .map_or(choice.id.as_str(), String::as_str)
    }
}
