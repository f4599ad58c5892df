//! What somebody takes along to another device: who to turn to and where, never what was
//! answered. It travels behind the `#` of an address, which no server gets to see:
//! `w1/WK020206/3kq8v0xz/p5d2m9aa`; without a *wijk* `w1//...`.
//!
//! A browser may remember the address of a page it opened, and shows it to whoever types
//! there next. So a party stands in it by a code that says nothing to people.

use super::{Advice, Catalogue, Contact, ProviderId, ProviderKind, RouteCode, Where, WijkCode};
use super::{Provider, Served, fingerprint};
use std::fmt;
use std::str::FromStr;

/// Changes when an older link can no longer be read.
const VERSION: &str = "w1";

/// A link names at most so many parties; more would not fit a QR code that a cheap phone
/// reads.
const MOST: usize = 8;

/// Marks in the code of a party.
const CODE: usize = 8;

/// Who to turn to, the first first.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Takeaway {
    /// The *wijk*, if it is known.
    pub wijk: Option<WijkCode>,
    /// The codes of the parties; never empty.
    pub parties: Vec<String>,
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
        let mut parties: Vec<String> = Vec::new();
        for (route, party) in contacts.chain(offers) {
            let private = is_private(route, catalogue) || Self::hides(party, catalogue);
            let code = Self::code(&party.id);
            if !private && !parties.contains(&code) && parties.len() < MOST {
                parties.push(code);
            }
        }
        let wijk = match place {
            Where::In(wijken) if wijken.len() == 1 => wijken.first().copied().cloned(),
            _ => None,
        };
        (!parties.is_empty()).then_some(Self { wijk, parties })
    }

    /// The code of a party in a link: 40 bits of the sum of its name.
    pub fn code(id: &ProviderId) -> String {
        const MARKS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let sum = fingerprint(id.as_str().as_bytes());
        let mark = |at: usize| char::from(MARKS[(sum >> (5 * at)) as usize % MARKS.len()]);
        (0..CODE).map(mark).collect()
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
        self.parties.iter().try_for_each(|code| write!(f, "/{code}"))
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
        // What somebody's mail added behind it is not part of it.
        let code = |part: &str| part.chars().take(CODE).collect();
        let parties: Vec<String> =
            parts.filter(|part| !part.is_empty()).take(MOST).map(code).collect();
        if parties.is_empty() {
            return Err(TakeawayError);
        }
        Ok(Self { wijk: (!wijk.is_empty()).then(|| WijkCode::from(wijk)), parties })
    }
}
