//! One municipality: its areas, *wijken* and postcodes, and who helps where.
//!
//! Area, *wijk*, team and postcode are four different things: a team looks after
//! areas or *wijken*, a postcode may lie in several *wijken*.

use super::provider::{Coverage, Provider, ProviderKind, Scope};
use super::{Answer, AreaId, Date, Place, Postcode, ProviderId, Receiver, RequestDesk, Where};
use super::{Catalogue, RouteCode, WijkCode};
use serde::{Deserialize, Serialize};

/// Who helps where in one municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Directory {
    /// Where the format is described; for editors, not read.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The municipality itself.
    pub municipality: Municipality,
    /// Its areas.
    pub areas: Vec<Area>,
    /// Its *wijken*.
    pub wijken: Vec<Wijk>,
    /// Which postcodes lie in which *wijken*.
    pub postcodes: Vec<PostcodeRange>,
    /// Every party that helps there.
    pub providers: Vec<Provider>,
    /// What is still to be found out, for `check --todo`; not published.
    #[serde(default)]
    pub missing: Vec<String>,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Its CBS code, such as `GM0202`.
    pub id: String,
    /// Its name in addresses, such as `arnhem`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The party that is its general entrance: where every ladder ends.
    pub entrance: ProviderId,
    /// Who gives independent client support here (Wmo 2015, 2.2.4): free, and
    /// pointed out on every advice, so the fact is required even when unknown.
    pub client_support: Fact,
    /// When the municipality confirmed this directory; absent: it has not.
    #[serde(default)]
    pub confirmed: Option<Date>,
    /// Its statement on accessibility.
    #[serde(default)]
    pub accessibility: Option<String>,
    /// The e-mail address of whoever keeps this directory, for "Klopt dit niet meer?".
    #[serde(default)]
    pub corrections: Option<String>,
    /// The desk that takes requests to be contacted; absent: there is none.
    #[serde(default)]
    pub desk: Option<RequestDesk>,
    /// The year of the CBS codes of its *wijken*.
    pub cbs_year: u16,
    /// This place is invented: every screen says so, and no number can be dialled.
    #[serde(default)]
    pub demonstration: bool,
    /// Where "Snel weg" leads: a site that says nothing about the visitor.
    pub leave_to: String,
}

/// A fact a directory must state, if only to say that it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Nobody has found out yet.
    Unknown,
    /// It is this party.
    Known(ProviderId),
}

/// An area (*gebied*): several *wijken* together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its name in the data.
    pub id: AreaId,
    /// Its name for people.
    pub name: String,
}

/// A *wijk* as CBS draws it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wijk {
    /// Its CBS code.
    pub code: WijkCode,
    /// Its name for people.
    pub name: String,
    /// The areas it lies in, where they are known. More than one where, say, teams for
    /// young people are cut differently from those for grown-ups.
    #[serde(default)]
    pub areas: Vec<AreaId>,
    /// How much help is present in it, where the municipality says so by colour.
    #[serde(default)]
    pub colour: Option<Colour>,
}

/// How much help is present in a *wijk*, as some municipalities say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// No walk-in hour of its own: residents go to the one of their area.
    Green,
    /// Some.
    Orange,
    /// Much.
    Red,
}

/// Postcodes in a row that lie in the same *wijken*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PostcodeRange {
    /// The first.
    pub from: Postcode,
    /// The last; absent: the first is the only one.
    #[serde(default)]
    pub to: Option<Postcode>,
    /// The *wijken*, the one with most addresses first; none: a post-box.
    pub wijken: Vec<WijkCode>,
}

impl Wijk {
    /// Its name in addresses: `burgemeesterswijk-en-hoogkamp`.
    pub fn slug(&self) -> String {
        let mut slug = String::new();
        for mark in self.name.chars() {
            match mark {
                'a'..='z' | '0'..='9' => slug.push(mark),
                'A'..='Z' => slug.push(mark.to_ascii_lowercase()),
                'à'..='å' => slug.push('a'),
                'è'..='ë' => slug.push('e'),
                'ì'..='ï' => slug.push('i'),
                'ò'..='ö' => slug.push('o'),
                'ù'..='ü' => slug.push('u'),
                _ if slug.is_empty() || slug.ends_with('-') => {}
                _ => slug.push('-'),
            }
        }
        slug.truncate(slug.trim_end_matches('-').len());
        slug
    }
}

impl PostcodeRange {
    /// The last postcode.
    pub fn last(&self) -> Postcode {
        self.to.unwrap_or(self.from)
    }

    /// The four digits it has postcodes of.
    pub fn digits(&self) -> impl Iterator<Item = Postcode> + use<> {
        self.from.digits_until(self.last())
    }

    fn overlaps(&self, postcode: Postcode) -> bool {
        let [first, last] = postcode.span();
        self.from.span()[0] <= last && first <= self.last().span()[1]
    }
}

impl Directory {
    /// The party of this name.
    pub fn provider(&self, id: &ProviderId) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.id == *id)
    }

    /// Where everything ends that nobody is named for.
    pub fn entrance(&self) -> Option<&Provider> {
        self.provider(&self.municipality.entrance)
    }

    /// What a party is to a request: whether it takes one, and whether it is the municipality.
    /// Nobody named means the general entrance.
    pub fn receiver(&self, id: Option<&ProviderId>) -> Receiver {
        let Some(desk) = &self.municipality.desk else { return Receiver::Unknown };
        let id = id.unwrap_or(&self.municipality.entrance);
        let takes = desk.receivers.contains(id) || *id == self.municipality.entrance;
        match self.provider(id).filter(|_| takes) {
            Some(party) if party.is_municipal() => Receiver::Municipality,
            Some(_) => Receiver::Other,
            None => Receiver::Unknown,
        }
    }

    /// Whether a statement says enough to name the party on an advice: for a kind of help that
    /// is wide, needs or ages, unless anybody may come to it.
    pub fn says_for_whom(
        &self,
        catalogue: &Catalogue,
        party: &Provider,
        coverage: &Coverage,
        route: &RouteCode,
    ) -> bool {
        !catalogue.is_wide(route)
            || !coverage.needs.is_empty()
            || party.limits().is_some()
            || self.is_for_anybody(party)
    }

    /// Whether anybody may come to a party: a team, a desk or the general entrance.
    pub fn is_for_anybody(&self, party: &Provider) -> bool {
        party.is_for_anybody() || party.id == self.municipality.entrance
    }

    /// How to find somebody at the entrance, where it has no number to call.
    pub fn entrance_in_words(&self) -> Option<&str> {
        self.entrance().filter(|entrance| !entrance.has_phone())?.what.as_deref()
    }

    /// The *wijk* of this code.
    pub fn wijk(&self, code: &WijkCode) -> Option<&Wijk> {
        self.wijken.iter().find(|wijk| wijk.code == *code)
    }

    /// The postcodes that may lie in a *wijk*.
    pub fn postcodes_of(&self, code: &WijkCode) -> impl Iterator<Item = &PostcodeRange> {
        self.postcodes.iter().filter(|range| range.wijken.contains(code))
    }

    /// Whether it is known which postcodes lie in it.
    pub fn has_table(&self) -> bool {
        !self.postcodes.is_empty()
    }

    /// The *wijken* a postcode may lie in, or nothing if it is not a postcode of
    /// this municipality. A post-box lies in no *wijk*. Without a table nobody can tell:
    /// then it may be any of them.
    pub fn wijken_of(&self, postcode: Postcode) -> Option<Vec<&WijkCode>> {
        if !self.has_table() {
            return Some(self.wijken.iter().map(|wijk| &wijk.code).collect());
        }
        let mut known = false;
        let mut found: Vec<&WijkCode> = Vec::new();
        for range in self.postcodes.iter().filter(|range| range.overlaps(postcode)) {
            known = true;
            for code in &range.wijken {
                if !found.contains(&code) {
                    found.push(code);
                }
            }
        }
        known.then_some(found)
    }

    /// The *wijken* to choose from after these answers: those the postcode leaves
    /// open, or all of them.
    pub fn offered<'a>(&self, mut given: impl Iterator<Item = &'a Answer>) -> Vec<&Wijk> {
        let postcode = given.find_map(|answer| match answer {
            Answer::Place(Place::Postcode(postcode)) => Some(*postcode),
            _ => None,
        });
        match postcode.and_then(|postcode| self.wijken_of(postcode)) {
            Some(codes) => codes.into_iter().filter_map(|code| self.wijk(code)).collect(),
            None => self.wijken.iter().collect(),
        }
    }

    /// Whether it matters which of these *wijken* somebody lives in: whether any
    /// kind of help has another team in one than in another.
    pub fn teams_differ(&self, wijken: &[&WijkCode], day: Date) -> bool {
        let Some((first, others)) = wijken.split_first() else { return false };
        self.providers
            .iter()
            .filter(|provider| provider.kind == ProviderKind::Team)
            .flat_map(|team| team.serves.iter().filter(move |coverage| coverage.holds_on(day)))
            .any(|coverage| {
                let reaches = |code| self.level_in(&coverage.scope, code).is_some();
                let here = reaches(first);
                others.iter().any(|other| reaches(other) != here)
            })
    }

    /// The level at which a scope says something about a place, or nothing if it says
    /// nothing about it. A party that is `whole` has to look after all the *wijken* it
    /// may be; anybody else is worth naming when they reach one of them.
    pub fn level<'d>(
        &'d self,
        scope: &'d Scope,
        place: &Where<'_>,
        whole: bool,
    ) -> Option<Level<'d>> {
        let Where::In(wijken) = place else {
            return match scope {
                Scope::Country => Some(Level::Country),
                Scope::City if *place == Where::Unknown => Some(Level::City),
                _ => None,
            };
        };
        let mut levels = wijken.iter().map(|code| self.level_in(scope, code));
        if whole {
            levels.try_fold(None, |_, level| level.map(Some)).flatten()
        } else {
            levels.flatten().next()
        }
    }

    fn level_in<'d>(&'d self, scope: &'d Scope, code: &WijkCode) -> Option<Level<'d>> {
        match scope {
            Scope::Country => Some(Level::Country),
            Scope::City => Some(Level::City),
            Scope::Wijken(wijken) => wijken.iter().find(|wijk| *wijk == code).map(Level::Wijk),
            Scope::Areas(areas) => {
                let own = &self.wijk(code)?.areas;
                areas.iter().find(|area| own.contains(area)).map(Level::Area)
            }
        }
    }
}

/// How near to somebody something was said: the rule is said once for all, and what is
/// said nearer goes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level<'d> {
    /// For this *wijk*.
    Wijk(&'d WijkCode),
    /// For this area.
    Area(&'d AreaId),
    /// For the whole municipality.
    City,
    /// For the whole country.
    Country,
}

impl Level<'_> {
    /// Near before far.
    pub fn width(self) -> u8 {
        match self {
            Self::Wijk(_) => 0,
            Self::Area(_) => 1,
            Self::City => 2,
            Self::Country => 3,
        }
    }
}
