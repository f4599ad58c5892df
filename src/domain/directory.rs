//! One municipality: its areas, *wijken* and postcodes, and who helps where.
//!
//! Area, *wijk*, team and postcode are four different things: a team looks after
//! areas or *wijken*, a postcode may lie in several *wijken*.

use super::provider::{Coverage, Provider, ProviderKind, Scope};
use super::{Answer, AreaId, Date, Place, Postcode, ProviderId, RouteCode, Where, WijkCode};
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
    /// The year of the CBS codes of its *wijken*.
    pub cbs_year: u16,
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
    /// The area it lies in, where that is known.
    #[serde(default)]
    pub area: Option<AreaId>,
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

impl PostcodeRange {
    /// The last postcode.
    pub fn last(&self) -> Postcode {
        self.to.unwrap_or(self.from)
    }

    fn overlaps(&self, postcode: Postcode) -> bool {
        let [first, last] = postcode.span();
        self.from.span()[0] <= last && first <= self.last().span()[1]
    }
}

/// Who gives a kind of help in some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served<'d> {
    /// A party the directory names for it.
    By(&'d Provider),
    /// Nobody is named: the general entrance finds out.
    Entrance(&'d Provider),
    /// Not even an entrance is known.
    Nobody,
}

impl<'d> Served<'d> {
    /// The party to reach, if there is one.
    pub fn provider(self) -> Option<&'d Provider> {
        match self {
            Self::By(provider) | Self::Entrance(provider) => Some(provider),
            Self::Nobody => None,
        }
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

    /// The *wijk* of this code.
    pub fn wijk(&self, code: &WijkCode) -> Option<&Wijk> {
        self.wijken.iter().find(|wijk| wijk.code == *code)
    }

    /// The *wijken* a postcode may lie in, or nothing if it is not a postcode of
    /// this municipality. A post-box lies in no *wijk*.
    pub fn wijken_of(&self, postcode: Postcode) -> Option<Vec<&WijkCode>> {
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
                let here = self.reaches(coverage, first);
                others.iter().any(|other| self.reaches(coverage, other) != here)
            })
    }

    /// Every party that gives a kind of help there on a day, the narrowest scope
    /// first, then those verified of late, then the newest source.
    pub fn serving(&self, route: &RouteCode, place: &Where<'_>, day: Date) -> Vec<&Provider> {
        let mut found: Vec<(u8, &Provider)> = self
            .providers
            .iter()
            .filter_map(|provider| {
                let width = provider
                    .serves
                    .iter()
                    .filter(|coverage| coverage.routes.contains(route) && coverage.holds_on(day))
                    .filter(|coverage| self.covers(coverage, place, provider.kind))
                    .map(|coverage| coverage.scope.width())
                    .min()?;
                Some((width, provider))
            })
            .collect();
        found.sort_by(|(width_a, a), (width_b, b)| {
            width_a
                .cmp(width_b)
                .then(b.is_fresh(day).cmp(&a.is_fresh(day)))
                .then(b.source_date.cmp(&a.source_date))
        });
        found.into_iter().map(|(_, provider)| provider).collect()
    }

    /// Who to turn to for a kind of help.
    pub fn served(&self, route: &RouteCode, place: &Where<'_>, day: Date) -> Served<'_> {
        match self.serving(route, place, day).first() {
            Some(provider) => Served::By(provider),
            None => self.entrance().map_or(Served::Nobody, Served::Entrance),
        }
    }

    /// A team must look after all the *wijken* it may be; anybody else is worth
    /// naming when they reach one of them.
    fn covers(&self, coverage: &Coverage, place: &Where<'_>, kind: ProviderKind) -> bool {
        match place {
            Where::In(wijken) if kind == ProviderKind::Team => {
                wijken.iter().all(|wijk| self.reaches(coverage, wijk))
            }
            Where::In(wijken) => wijken.iter().any(|wijk| self.reaches(coverage, wijk)),
            Where::Unknown | Where::Elsewhere => {
                matches!(coverage.scope, Scope::City | Scope::Country)
            }
        }
    }

    fn reaches(&self, coverage: &Coverage, code: &WijkCode) -> bool {
        match &coverage.scope {
            Scope::Country | Scope::City => true,
            Scope::Wijken(wijken) => wijken.contains(code),
            Scope::Areas(areas) => self
                .wijk(code)
                .and_then(|wijk| wijk.area.as_ref())
                .is_some_and(|area| areas.contains(area)),
        }
    }
}

impl Scope {
    /// Narrow before wide.
    fn width(&self) -> u8 {
        match self {
            Self::Wijken(_) => 0,
            Self::Areas(_) => 1,
            Self::City => 2,
            Self::Country => 3,
        }
    }
}
