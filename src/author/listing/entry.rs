//! One party on a list.

use super::{Listed, subjects};
use crate::author::frame::phone;
use crate::author::page::{Inside, Node, tag};
use crate::domain::{
    Catalogue, Channel, Date, Directory, Exception, Level, LifeDomain, Provider, ProviderKind,
    Reach, Scope, Status, Where, Wijk,
};
use crate::node::{element, inside};
use crate::screens::parts::{facts, h3, p, soft, terms, way};
use crate::texts::Interface;

/// What a list is about.
pub(super) struct Around<'d> {
    pub(super) texts: &'d Interface,
    pub(super) catalogue: &'d Catalogue,
    pub(super) directory: &'d Directory,
    /// The *wijk*, if it is about one.
    pub(super) wijk: Option<&'d Wijk>,
    pub(super) today: Date,
}

/// The name of a part of life where a script looks for it.
pub(super) fn word(domain: LifeDomain) -> &'static str {
    match domain {
        LifeDomain::Participatie => "participatie",
        LifeDomain::Jeugd => "jeugd",
        LifeDomain::Wmo => "wmo",
        LifeDomain::Wonen => "wonen",
        LifeDomain::Veiligheid => "veiligheid",
        LifeDomain::Zorg => "zorg",
    }
}

impl Around<'_> {
    /// Parties one below the other.
    pub(super) fn list(&self, parties: &[Listed<'_>]) -> Node {
        let entries = parties.iter().map(|listed| self.entry(*listed)).collect();
        element("ul", "wd-offers", entries)
    }

    /// Where to ask for whom no way to reach them is known; said once.
    pub(super) fn unknown_reach(&self, all: &[Listed<'_>]) -> Option<Node> {
        let silent = all.iter().any(|listed| listed.party.reach.is_empty());
        let entrance = self.directory.entrance().filter(|_| silent)?;
        let number = phone(entrance).map(|number| inside![" ", way(number)]);
        let said = inside![self.texts.pages.unknown_reach(&entrance.name), number];
        Some(element("p", "nl-paragraph", said))
    }

    fn entry(&self, Listed { party, level }: Listed<'_>) -> Node {
        let domains: Vec<&str> = subjects(self.catalogue, party).into_iter().map(word).collect();
        let domains = domains.join(" ");
        let near = matches!(level, Level::Wijk(_)).then_some(("data-near", ""));
        let attributes = [("data-domains", domains.as_str())].into_iter().chain(near);
        let with_form = !matches!(party.kind, ProviderKind::Crisis | ProviderKind::Municipality);
        let form = with_form.then(|| [", ", self.texts.pages.form(party.form)].concat());
        let kind = inside![self.texts.pages.kind(party.kind), form];
        let closed = (party.status == Status::TemporarilyClosed).then(|| {
            let closed = element("strong", "", inside![self.texts.pages.closed()]);
            element("p", "nl-paragraph", inside![closed])
        });
        let silent = party.kind == ProviderKind::Team && !party.has_phone();
        let said = inside![
            h3(&party.name),
            element("p", "wd-soft", kind),
            closed,
            party.what.as_deref().map(p),
            self.facts(party),
            silent.then(|| self.through_entrance(party)),
            soft(&freshness(self.texts, party)),
        ];
        tag("li", attributes, said)
    }

    /// For whom it is, what it costs, how to get in, how long that takes and how to reach it.
    fn facts(&self, party: &Provider) -> Option<Node> {
        let ways = self.open(party).into_iter().map(|reach| {
            let name = self.texts.visit.channel(reach.channel).to_owned();
            (name, self.way(reach, party.status == Status::Active))
        });
        facts(terms(&self.texts.visit, party).into_iter().chain(ways).collect())
    }

    /// The ways that are open to the *wijk*; to everybody, if it is not about one.
    pub(super) fn open<'p>(&self, party: &'p Provider) -> Vec<&'p Reach> {
        let place = self.wijk.map_or(Where::Unknown, |wijk| Where::In(vec![&wijk.code]));
        let reaches = |scope: &Scope| {
            self.wijk.is_none() || self.directory.level(scope, &place, true).is_some()
        };
        let ways = party.reach.iter().filter(|reach| !reach.is_over(self.today));
        ways.filter(|reach| reach.scope.as_ref().is_none_or(reaches)).collect()
    }

    /// Days that differ and are not past.
    pub(super) fn to_come<'p>(&self, reach: &'p Reach) -> impl Iterator<Item = &'p Exception> {
        let today = self.today;
        reach.exceptions.iter().filter(move |exception| today <= exception.last())
    }

    /// A team without a number of its own is asked for at the general entrance.
    fn through_entrance(&self, team: &Provider) -> Option<Node> {
        let entrance = self.directory.entrance()?;
        let number = phone(entrance)?;
        let texts = &self.texts.visit;
        let ask = texts.ask_for(&entrance.name, &team.name);
        let said = inside![texts.channel(Channel::Phone), ": ", way(number), ". ", ask];
        Some(element("p", "nl-paragraph", said))
    }

    /// One way, when it works and what to expect there.
    fn way(&self, reach: &Reach, with_hours: bool) -> Inside {
        let texts = &self.texts.visit;
        let elsewhere = |code: &&_| self.wijk.is_none_or(|wijk| wijk.code != **code);
        let located = reach.located.as_ref().filter(elsewhere);
        let located = located.and_then(|code| self.directory.wijk(code));
        let line = |text: &str| element("div", "", inside![text]);
        let hours = (with_hours && !reach.hours.is_empty())
            .then(|| line(&texts.open_on(&texts.hours(&reach.hours))));
        let to_come = self.to_come(reach).filter(|_| with_hours);
        let to_come: Inside = to_come.map(|exception| line(&texts.exception(exception))).collect();
        inside![
            way(reach),
            located.map(|wijk| [" (", &wijk.name, ")"].concat()),
            hours,
            to_come,
            reach.by_appointment.then(|| line(texts.by_appointment())),
            reach.wheelchair.map(|can| line(texts.wheelchair(usize::from(can)))),
        ]
    }
}

/// When somebody last verified it, or else from when it is.
fn freshness(texts: &Interface, party: &Provider) -> String {
    match (party.checked, &party.source_date) {
        (Some(day), _) => texts.pages.checked(&texts.visit.full_date(day)),
        (None, Some(date)) => texts.visit.from_year(date.year()),
        (None, None) => texts.pages.undated().to_owned(),
    }
}
