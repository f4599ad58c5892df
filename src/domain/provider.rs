//! A party that helps: a team, a desk, an organisation, a group of residents.

use super::{
    AgeGroup, AgeSet, AreaId, Date, Exception, Hours, NeedId, ProviderId, RouteCode, SourceDate,
    WijkCode,
};
use serde::{Deserialize, Serialize};

/// A party and everything known about it. What is not known is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its name in the data.
    pub id: ProviderId,
    /// Its name for people.
    pub name: String,
    /// What kind of party it is.
    pub kind: ProviderKind,
    /// This team is the municipality itself, not an organisation that works for it: who asks
    /// it to be in touch is not asked whether it may know of that.
    #[serde(default)]
    pub municipal: bool,
    /// For one at a time, for groups, or both.
    #[serde(default)]
    pub form: Form,
    /// One or two plain sentences: what somebody finds there.
    #[serde(default)]
    pub what: Option<String>,
    /// Whether it is there for people now.
    #[serde(default)]
    pub status: Status,
    /// For which ages; absent: for every age, or not known.
    #[serde(default)]
    pub ages: Option<Ages>,
    /// For older people, where the source says no age: not for somebody who is known to be
    /// younger than 67.
    #[serde(default)]
    pub older: bool,
    /// What it costs, in a plain sentence: "gratis", "2 euro per keer".
    #[serde(default)]
    pub cost: Option<String>,
    /// How to get in, in a plain sentence: "Loop binnen." or "Uw huisarts meldt u aan."
    #[serde(default)]
    pub apply: Option<String>,
    /// How long people wait for it, in a plain sentence with a number: "ongeveer 6 weken".
    #[serde(default)]
    pub wait: Option<String>,
    /// Languages spoken besides Dutch, by their Dutch names.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Which kinds of help it gives, where, and during which time.
    pub serves: Vec<Coverage>,
    /// How to reach it, in the order in which it prefers to be reached.
    #[serde(default)]
    pub reach: Vec<Reach>,
    /// The team may decide on help itself: it has the mandate and a budget.
    #[serde(default)]
    pub may_decide: bool,
    /// Where this was read.
    #[serde(default)]
    pub source: String,
    /// When that was written.
    #[serde(default)]
    pub source_date: Option<SourceDate>,
    /// When a person last verified it.
    #[serde(default)]
    pub checked: Option<Date>,
    /// For whoever keeps the data; not published.
    #[serde(default)]
    pub note: Option<String>,
}

impl Provider {
    /// Days after which something verified counts as no longer verified.
    pub const FRESH_DAYS: i32 = 180;

    /// Whether a person verified this in the last 180 days.
    pub fn is_fresh(&self, today: Date) -> bool {
        self.checked.is_some_and(|checked| today.ordinal() - checked.ordinal() <= Self::FRESH_DAYS)
    }

    /// Whether it is there for somebody of a household of these ages.
    pub fn is_for(&self, household: AgeSet) -> bool {
        self.status == Status::Active && self.limits().is_none_or(|ages| ages.fit(household))
    }

    /// For which ages it says it is there, as a household is judged by it.
    pub fn limits(&self) -> Option<Ages> {
        self.ages.or(self.older.then_some(Ages::OLDER))
    }

    /// Whether anybody may come to it, whatever kind of help it is: a team, a desk, a party of
    /// the country.
    pub fn is_for_anybody(&self) -> bool {
        matches!(self.kind, ProviderKind::Team | ProviderKind::Municipality) || self.is_national()
    }

    /// Whether it is a desk or line of the whole country.
    pub fn is_national(&self) -> bool {
        matches!(self.kind, ProviderKind::National | ProviderKind::Crisis)
    }

    /// Whether it is the municipality itself.
    pub fn is_municipal(&self) -> bool {
        self.municipal || self.kind == ProviderKind::Municipality
    }

    /// Whether a person answers in some way: not only what is written or read.
    pub fn answers(&self) -> bool {
        self.reach.iter().any(|reach| !reach.channel.is_written())
    }

    /// Whether it can be called.
    pub fn has_phone(&self) -> bool {
        self.reach.iter().any(|reach| reach.channel == Channel::Phone)
    }
}

/// The kinds of party there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProviderKind {
    /// A neighbourhood team: one per *wijk* and kind of help.
    Team,
    /// The municipality or a desk of it.
    Municipality,
    /// An organisation with paid staff.
    Professional,
    /// An organisation of volunteers.
    Volunteers,
    /// A group or meeting place of residents.
    Residents,
    /// An organisation people of one background set up themselves.
    SelfOrganisation,
    /// A church, mosque or other community of faith.
    Faith,
    /// A sports club.
    Sports,
    /// A desk for the whole country.
    National,
    /// A line for danger.
    Crisis,
}

/// Whether help is given to one at a time or in a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// One person or household at a time.
    #[default]
    Individual,
    /// In a group.
    Collective,
    /// Both.
    Both,
}

/// Whether a party is there for people, as HSDS tells it apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is.
    #[default]
    Active,
    /// Not now, but it comes back: it stands in the list and in no advice.
    TemporarilyClosed,
    /// Not yet: a plan, or at rest. Nobody sees it.
    Inactive,
    /// No more. Kept so that nobody adds it again; nobody sees it.
    Defunct,
}

/// Ages in whole years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// The youngest; absent: from birth.
    #[serde(default)]
    pub from: u8,
    /// The oldest; absent: there is no end.
    #[serde(default)]
    pub to: Option<u8>,
}

impl Ages {
    /// Those who are asked about as older people.
    pub const OLDER: Self = Self { from: 67, to: None };

    /// Whether somebody of this household may be of these ages; where no age is known,
    /// somebody may.
    pub fn fit(&self, household: AgeSet) -> bool {
        household.is_empty()
            || AgeGroup::ALL.into_iter().filter(|age| household.has(*age)).any(|age| {
                let (from, to) = age.years();
                to.is_none_or(|to| self.from <= to) && self.to.is_none_or(|last| from <= last)
            })
    }
}

/// Which kinds of help a party gives, where, and from when until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The kinds of help.
    pub routes: Vec<RouteCode>,
    /// Where.
    pub scope: Scope,
    /// First day on which this holds; absent: always has.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// Last day on which this holds; absent: no end known.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// Only for a household with a child and questions in several parts of life; for
    /// them it goes before everybody else.
    #[serde(default)]
    pub families: bool,
    /// Only for these needs; empty: whatever it is about. On a kind of help that is wide, who
    /// says neither these nor ages is on no advice.
    #[serde(default)]
    pub needs: Vec<NeedId>,
    /// Only after this kind of help has sent somebody: then that comes first.
    #[serde(default)]
    pub through: Option<RouteCode>,
}

impl Coverage {
    /// Whether this holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// How far a party reaches, from wide to narrow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The whole country.
    Country,
    /// The whole municipality.
    City,
    /// These areas.
    Areas(Vec<AreaId>),
    /// These *wijken*.
    Wijken(Vec<WijkCode>),
}

/// One way to reach a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// By what means.
    pub channel: Channel,
    /// The number, address or site, as people write it.
    pub value: String,
    /// What to know about it: "dag en nacht, gratis".
    #[serde(default)]
    pub about: Option<String>,
    /// Only with an appointment.
    #[serde(default)]
    pub by_appointment: bool,
    /// When it can be used; empty: not known.
    #[serde(default)]
    pub hours: Vec<Hours>,
    /// Days on which that is different, the first that fits counts: closed, or open at
    /// another time.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// For whom it is open; absent: for everybody the party helps.
    #[serde(default)]
    pub scope: Option<Scope>,
    /// The *wijk* in which it is, for a place to go to.
    #[serde(default)]
    pub located: Option<WijkCode>,
    /// Whether somebody in a wheelchair can get in, for a place to go to; absent: not known.
    #[serde(default)]
    pub wheelchair: Option<bool>,
    /// Where this was read.
    #[serde(default)]
    pub source: String,
    /// When that was written.
    #[serde(default)]
    pub source_date: Option<SourceDate>,
    /// When a person last verified it.
    #[serde(default)]
    pub checked: Option<Date>,
}

impl Reach {
    /// The first day on which what is known of this way of a party is more than three years
    /// old, if nobody verifies it before. Such a way leads nobody before another one does.
    pub fn old_from(&self, party: &Provider) -> Option<Date> {
        let checked = self.checked.or(party.checked).map(Into::into);
        let date = self.source_date.as_ref().or(party.source_date.as_ref());
        checked.as_ref().or(date).map(SourceDate::old_from)
    }
}

/// The means of reaching somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By phone.
    Phone,
    /// By walking in; the value is the address.
    WalkIn,
    /// By chat; the value is the site.
    Chat,
    /// By an app on the phone, for who cannot speak.
    App,
    /// By e-mail.
    Email,
    /// A site to read or a form.
    Website,
    /// By letter; the value is the address.
    Post,
}

impl Channel {
    /// Whether nobody answers at once: it is written or read.
    pub fn is_written(self) -> bool {
        matches!(self, Self::Website | Self::Email | Self::Post)
    }
}

/// A phone number as an address: `tel:08002000` for `0800-2000`.
pub fn tel(number: &str) -> String {
    let digits = number.chars().filter(|mark| mark.is_ascii_digit() || *mark == '+');
    "tel:".chars().chain(digits).collect()
}

/// A text as part of an address: `Plein 1` becomes `Plein%201` (RFC 3986).
pub fn encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut said = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                said.push(char::from(byte));
            }
            _ => {
                let digits = [byte >> 4, byte & 15].map(|half| char::from(HEX[usize::from(half)]));
                said.push('%');
                said.extend(digits);
            }
        }
    }
    said
}

/// A mail that is ready to be sent (RFC 6068).
pub fn mail_to(mailbox: &str, subject: &str, body: &str) -> String {
    let mailbox = encoded(mailbox).replace("%40", "@");
    ["mailto:", &mailbox, "?subject=", &encoded(subject), "&body=", &encoded(body)].concat()
}

/// Where a route to a place can be looked up, on a site that shows no advertisements.
pub fn route_to(place: &str, municipality: &str) -> String {
    let mut whole = place.to_owned();
    if !place.contains(municipality) {
        whole.push_str(", ");
        whole.push_str(municipality);
    }
    format!("https://www.openstreetmap.org/directions?to={}", encoded(&whole))
}

/// A site as an address: `https://arnhem.nl` for `arnhem.nl` and `HTTPS://arnhem.nl`.
pub fn site(value: &str) -> String {
    const SCHEME: &str = "https://";
    let own = value.get(..SCHEME.len()).filter(|own| own.eq_ignore_ascii_case(SCHEME));
    [SCHEME, &value[own.map_or(0, str::len)..]].concat()
}
