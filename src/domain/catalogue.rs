//! The national half of the data: what people need, what is asked about it, and
//! which kinds of help serve it. It knows no municipality.

use super::{Condition, FlagId, Kind, NeedId, Provider, Question, QuestionId, RouteCode, Who};
use serde::{Deserialize, Serialize};

/// All questions, needs, flags, kinds of help and national parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Where the format is described; for editors, not read.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// In the order of asking: a question may only lead to one below it.
    pub questions: Vec<Question>,
    /// What people need.
    pub needs: Vec<Need>,
    /// Answers that call for a line before anything else; of equally urgent ones the
    /// first here is shown first.
    pub flags: Vec<Flag>,
    /// The kinds of help, by their stable codes.
    pub routes: Vec<Route>,
    /// Parties that serve the whole country: crisis lines and desks of other laws.
    pub national: Vec<Provider>,
    /// The kind of help that picks up everything together: the team as a whole.
    pub whole: RouteCode,
    /// The same for somebody under 18 who asks alone; absent: the team as a whole.
    #[serde(default)]
    pub whole_young: Option<RouteCode>,
    /// Independent client support.
    pub support: RouteCode,
    /// For who lives in another municipality.
    pub away: RouteCode,
    /// What is still to be found out, for `check --todo`; not published.
    #[serde(default)]
    pub missing: Vec<String>,
}

impl Catalogue {
    /// The question of this name about these people.
    pub fn question(&self, who: Who, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.who == who && question.id == *id)
    }

    /// The need of this name.
    pub fn need(&self, id: &NeedId) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == *id)
    }

    /// The flag of this name.
    pub fn flag(&self, id: &FlagId) -> Option<&Flag> {
        self.flags.iter().find(|flag| flag.id == *id)
    }

    /// The kind of a route; an unknown code is nobody's, so it is not found.
    pub fn route(&self, code: &RouteCode) -> Option<&Route> {
        self.routes.get(self.route_index(code)?)
    }

    /// Whether a flag calls for lines that nobody else may see.
    pub fn is_private(&self, flag: &Flag) -> bool {
        flag.lines.iter().any(|line| self.route(line).is_some_and(|route| route.private))
    }

    /// Whether a question is only about danger that nobody else may see.
    pub fn asks_danger(&self, question: &Question) -> bool {
        let flags = question.choices.iter().filter_map(|choice| self.flag(choice.flag.as_ref()?));
        question.kind == Kind::One && flags.into_iter().any(|flag| self.is_private(flag))
    }

    /// Whether whoever gives this kind of help has to say for which needs.
    pub fn is_wide(&self, code: &RouteCode) -> bool {
        self.route(code).is_some_and(|route| route.wide == Some(true))
    }

    /// The needs that want a kind of help, in some case or always.
    pub fn wanting(&self, code: &RouteCode) -> impl Iterator<Item = &Need> {
        let wants = move |need: &&Need| need.helps.iter().any(|help| help.route == *code);
        self.needs.iter().filter(wants)
    }

    /// The place of a route in the list.
    pub fn route_index(&self, code: &RouteCode) -> Option<usize> {
        self.routes.iter().position(|route| route.code == *code)
    }
}

/// Something people need, and the kinds of help that serve it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Its name.
    pub id: NeedId,
    /// The parts of life it touches.
    pub domains: Vec<LifeDomain>,
    /// How soon somebody should be in touch.
    #[serde(default)]
    pub urgency: Urgency,
    /// Says only who asks, or that something is wrong: as soon as another need is in
    /// play, that decides, and this one counts for nothing.
    #[serde(default)]
    pub general: bool,
    /// Needs that are part of this one: it leads for them, and together they are one.
    #[serde(default)]
    pub covers: Vec<NeedId>,
    /// What helps, best first; the first that holds is the need's own lead.
    pub helps: Vec<Help>,
}

/// A kind of help that serves a need, in some cases or always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// The kind of help.
    pub route: RouteCode,
    /// In which cases it fits.
    #[serde(default)]
    pub when: Condition,
}

/// A sign of danger: the lines to call come before anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Its name.
    pub id: FlagId,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Says only that something is wrong: its lines are shown, but as soon as a need is
    /// in play, that decides whom to turn to and how soon.
    #[serde(default)]
    pub general: bool,
    /// Only shows its lines and how soon: the need decides whom to turn to.
    #[serde(default)]
    pub beside: bool,
    /// The parts of life it touches, whatever the need is.
    #[serde(default)]
    pub domains: Vec<LifeDomain>,
    /// Whom to reach, the most fitting first.
    pub lines: Vec<RouteCode>,
}

/// A kind of help, wherever it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its stable code.
    pub code: RouteCode,
    /// Whose kind of help it is.
    pub kind: RouteKind,
    /// For somebody under 18: named as a line for danger only where one is concerned.
    #[serde(default)]
    pub young: bool,
    /// Nobody else may see that somebody needs it: danger, violence, addiction. Who gives
    /// it is never part of a link.
    #[serde(default)]
    pub private: bool,
    /// Answered by the country alone: no party of a municipality may stand for it.
    #[serde(default)]
    pub locked: bool,
    /// Given in so many ways that its name says too little: whoever gives it says for which
    /// needs or ages it is there, or stands on the list of the *wijk* only.
    #[serde(default)]
    pub wide: Option<bool>,
    /// The kind of help that stands in where nobody is named for this one.
    #[serde(default)]
    pub instead: Option<RouteCode>,
}

/// Where a kind of help belongs; this decides where it stands in the advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RouteKind {
    /// A discipline of the neighbourhood team.
    Wijkteam,
    /// Open to everybody, without permission.
    Algemeen,
    /// A desk of the municipality.
    Gemeente,
    /// A desk under another law.
    AndereWet,
    /// A line for danger.
    Crisis,
}

/// The parts of life a need can touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LifeDomain {
    /// Money, work, language, taking part (Participatiewet).
    Participatie,
    /// Children and their families (Jeugdwet).
    Jeugd,
    /// Living at home and taking part with help (Wmo 2015).
    Wmo,
    /// A place to live.
    Wonen,
    /// Safety.
    Veiligheid,
    /// Care under other laws.
    Zorg,
}

impl LifeDomain {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Participatie, Self::Jeugd, Self::Wmo, Self::Wonen, Self::Zorg, Self::Veiligheid];
}

/// How soon somebody should be in touch.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// No hurry.
    #[default]
    None,
    /// Within three working days.
    Soon,
    /// Today.
    Today,
    /// Now: danger.
    Now,
}
