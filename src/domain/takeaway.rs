//! What somebody takes along to another device: who to turn to and where, never what was
//! answered. It travels behind the `#` of an address, which no server gets to see:
//! `w1/WK020206/wijkteam-klarendal/gemeente-arnhem`; without a *wijk* `w1//...`.

use super::{Advice, Catalogue, Contact, ProviderId, ProviderKind, RouteCode, Where, WijkCode};
use super::{Provider, Served};
use std::fmt;
use std::str::FromStr;

/// Changes when an older link can no longer be read.
const VERSION: &str = "w1";

/// A link names at most so many parties; more would not fit a QR code that a cheap phone
/// reads.
const MOST: usize = 8;

/// Who to turn to, the first first.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Takeaway {
    /// The *wijk*, if it is known.
    pub wijk: Option<WijkCode>,
    /// The parties; never empty.
    pub parties: Vec<ProviderId>,
}

/// A text that is not what somebody took along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakeawayError;

impl fmt::Display for TakeawayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dit is geen link van Wijkdeur")
    }
}

impl std::error::Error for TakeawayError {}

impl Takeaway {
    /// What of an advice can be taken along; nothing if all of it is private.
    pub fn of(advice: &Advice<'_>, place: &Where<'_>, catalogue: &Catalogue) -> Option<Self> {
        let contacts = [&advice.lead].into_iter().chain(&advice.team).chain(&advice.elsewhere);
        let contacts = contacts.filter_map(|Contact { route, served, .. }| match served {
            Served::By(giver) => Some((*route, giver.party)),
            Served::Entrance(party) => Some((*route, *party)),
            Served::Nobody => None,
        });
        let offers = advice.yourself.iter().map(|offer| (offer.route, offer.giver.party));
        let mut parties: Vec<ProviderId> = Vec::new();
        for (route, party) in contacts.chain(offers) {
            let private = is_private(route, catalogue) || Self::hides(party, catalogue);
            if !private && !parties.contains(&party.id) && parties.len() < MOST {
                parties.push(party.id.clone());
            }
        }
        let wijk = match place {
            Where::In(wijken) if wijken.len() == 1 => wijken.first().copied().cloned(),
            _ => None,
        };
        (!parties.is_empty()).then_some(Self { wijk, parties })
    }

    /// Whether a party says by itself what nobody else may see. A team or a municipality
    /// does not: it is there for everything.
    pub fn hides(party: &Provider, catalogue: &Catalogue) -> bool {
        match party.kind {
            ProviderKind::Crisis => true,
            ProviderKind::Team | ProviderKind::Municipality => false,
            _ => {
                let mut routes = party.serves.iter().flat_map(|serve| &serve.routes);
                routes.any(|route| is_private(route, catalogue))
            }
        }
    }
}

fn is_private(route: &RouteCode, catalogue: &Catalogue) -> bool {
    catalogue.route(route).is_some_and(|route| route.private)
}

impl fmt::Display for Takeaway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wijk = self.wijk.as_ref().map_or("", WijkCode::as_str);
        write!(f, "{VERSION}/{wijk}")?;
        self.parties.iter().try_for_each(|party| write!(f, "/{}", party.as_str()))
    }
}

impl FromStr for Takeaway {
    type Err = TakeawayError;

    fn from_str(text: &str) -> Result<Self, TakeawayError> {
        let mut parts = text.split('/');
        if parts.next() != Some(VERSION) {
            return Err(TakeawayError);
        }
        let wijk = parts.next().ok_or(TakeawayError)?;
        let parties: Vec<ProviderId> =
            parts.filter(|id| !id.is_empty()).take(MOST).map(ProviderId::from).collect();
        if parties.is_empty() {
            return Err(TakeawayError);
        }
        Ok(Self { wijk: (!wijk.is_empty()).then(|| WijkCode::from(wijk)), parties })
    }
}
