//! How to reach a party: every way, whether it works now, and what to expect there.

use super::parts::{link, soft, way};
use super::{Inside, Node};
use crate::content::Bundle;
use crate::domain::{
    Channel, Date, Exception, Moment, Open, Opening, Provider, ProviderKind, Reach, Rung,
    SourceDate, Takeaway, Time, mail_to, route_to,
};
use crate::names::attribute;
use crate::node::{element, inside, with};
use crate::texts::Texts;
use crate::wizard::Take;
use std::cell::Cell;

/// What every way to reach somebody is shown with.
pub struct Around<'b> {
    pub bundle: &'b Bundle,
    /// By the clock in the Netherlands.
    pub now: Moment,
    /// How many openings on this screen can be put in a calendar.
    openings: Cell<u8>,
}

/// A closing is told so many days ahead.
const TOLD_AHEAD: i32 = 21;

impl<'b> Around<'b> {
    pub fn new(bundle: &'b Bundle, now: Moment) -> Self {
        Self { bundle, now, openings: Cell::new(0) }
    }

    pub fn texts(&self) -> &'b Texts {
        &self.bundle.texts
    }

    /// Whether it works now, for what works at some times only.
    pub fn open(&self, reach: &Reach) -> Option<Node> {
        let open = reach.open(self.now);
        let class = match (open, reach.channel) {
            // What is true at this moment only says nothing on paper.
            (Open::Now { .. }, _) => "wd-open wd-open--now wd-screen-only",
            (Open::Later(_), _) => "wd-open wd-screen-only",
            (Open::ByAppointment, _) => "wd-open",
            (Open::Unknown, Channel::Phone | Channel::WalkIn) => "wd-open wd-open--unknown",
            (Open::Unknown, _) => return None,
        };
        let uncertain = open == Open::Unknown && !reach.hours.is_empty();
        let said = match uncertain {
            true => self.texts().hours_uncertain().to_owned(),
            false => self.texts().open(open, self.now.day),
        };
        Some(element("div", class, inside![said]))
    }

    /// What to know about a way besides what it is: when, where, how to get there.
    pub fn about(&self, rung: &Rung<'_>, near: bool) -> Inside {
        inside![self.when(rung, near), self.go(rung.reach)]
    }

    /// When a way works, in which *wijk*, and whether one can get in.
    pub fn when(&self, rung: &Rung<'_>, near: bool) -> Inside {
        let reach = rung.reach;
        let wijk = rung.away.and_then(|code| self.bundle.directory.wijk(code));
        let away = |name: &str| match near {
            true => self.texts().in_another_wijk(name),
            false => self.texts().no_walk_in(name),
        };
        let hours = match reach.hours.as_slice() {
            [] => None,
            hours => Some(self.texts().open_on(&self.texts().hours(hours))),
        };
        let soon = |it: &&Exception| {
            it.last() >= self.now.day && it.from.ordinal() - self.now.day.ordinal() < TOLD_AHEAD
        };
        let exceptions: Inside = reach
            .exceptions
            .iter()
            .filter(soon)
            .map(|it| soft(&self.texts().exception(it)))
            .collect();
        inside![
            self.open(reach),
            hours.as_deref().map(soft),
            exceptions,
            wijk.map(|wijk| soft(&away(&wijk.name))),
            reach.wheelchair.map(|can| soft(self.texts().wheelchair(usize::from(can)))),
        ]
    }

    /// How to get to a place, and its next opening for a calendar.
    pub fn go(&self, reach: &Reach) -> Option<Node> {
        let town = &self.bundle.directory.municipality;
        if reach.channel != Channel::WalkIn {
            return None;
        }
        // Nobody can go to an invented place, or to one of which only the name is known.
        let is_address = reach.value.contains(|mark: char| mark.is_ascii_digit());
        let route = (is_address && !town.demonstration)
            .then(|| link(route_to(&reach.value, &town.name), self.texts().route()));
        let next = reach.next(self.now).filter(|_| !reach.by_appointment);
        let calendar = next.map(|next| self.calendar(reach, next));
        (route.is_some() || calendar.is_some())
            .then(|| element("div", "wd-row wd-screen-only", inside![route, calendar]))
    }

    fn calendar(&self, reach: &Reach, opening: Opening) -> Node {
        let at = self.openings.replace(self.openings.get() + 1);
        let Opening { day, span } = opening;
        let ends = if span.closes_at <= span.opens_at { day.next() } else { day };
        let moment = |day: Date, time: Time| {
            let mut said = day.to_string();
            said.push('T');
            said.push_str(&String::from(time));
            said
        };
        let attributes = vec![
            ("class", "wd-change".to_owned()),
            ("type", "button".to_owned()),
            (attribute::DO, Take::Calendar(at).name()),
            (attribute::STARTS, moment(day, span.opens_at)),
            (attribute::ENDS, moment(ends, span.closes_at)),
            (attribute::WHAT, self.texts().calendar_what().to_owned()),
            (attribute::PLACE, reach.value.clone()),
        ];
        with("button", attributes, inside![self.texts().put_in_calendar(opening)])
    }

    /// Ways on a ladder, each under its name, with whose it is if that is somebody else.
    pub fn ways<'r>(
        &self,
        ladder: impl Iterator<Item = &'r Rung<'r>>,
        own: Option<&Provider>,
        near: bool,
    ) -> Vec<(String, Inside)> {
        let name = |each: &Rung<'_>| {
            let channel = self.texts().channel(each.reach.channel);
            match own.is_some_and(|own| own.id == each.party.id) {
                true => channel.to_owned(),
                false => format!("{channel}, {}", each.party.name),
            }
        };
        ladder.map(|each| (name(each), inside![way(each.reach), self.about(each, near)])).collect()
    }

    /// From when the data of a party are, and how to say that they are wrong, without a word
    /// about who asks.
    pub fn data_of(&self, party: &Provider) -> Option<Node> {
        let years = dated(party).map(|date| self.texts().from_year(date.year()));
        // A message about some parties would tell what somebody needs.
        let silent = party.is_national() || Takeaway::hides(party, &self.bundle.catalogue);
        match silent {
            true => years.map(|years| soft(&years)),
            false => self.outdated(years, &party.name),
        }
    }

    /// The same of all that an advice names, once; the message leaves open whom it is about.
    pub fn data_of_all(&self, parties: &[&Provider]) -> Option<Node> {
        let dates = || parties.iter().copied().filter_map(dated);
        let (first, last) = (dates().min()?, dates().max()?);
        let years = match first.year() == last.year() {
            true => self.texts().from_year(last.year()),
            false => self.texts().from_years(first.year(), last.year()),
        };
        self.outdated(Some(years), "…")
    }

    fn outdated(&self, years: Option<String>, whom: &str) -> Option<Node> {
        let directory = &self.bundle.directory;
        let Some(entrance) = directory.entrance() else {
            return years.map(|years| soft(&years));
        };
        let say = self.texts().outdated_say(whom) + " ";
        let keeper = directory.municipality.corrections.as_ref().map(|address| {
            inside![link(mail_to(address, "Wijkdeur", &say), self.texts().outdated_mail())]
        });
        let keeper = keeper.unwrap_or_else(|| {
            let way_on = entrance.reach.first().map(way);
            inside![entrance.name.as_str(), ": ", way_on]
        });
        let summary = element("summary", "", inside![years, " ", self.texts().outdated()]);
        let said = element("p", "wd-soft", inside!["‘", say.trim_end(), " …’"]);
        let inside = inside![summary, said, element("p", "wd-soft", keeper)];
        Some(element("details", "wd-more wd-more--soft wd-screen-only", inside))
    }
}

/// When the newest of what is known about a party was written.
fn dated(party: &Provider) -> Option<&SourceDate> {
    let newest = party.reach.iter().filter_map(|reach| reach.source_date.as_ref()).max();
    newest.or(party.source_date.as_ref())
}

/// Whether it goes without saying that a place is in another *wijk*: a team has one in one's
/// own, or it is no team.
pub fn has_near(ladder: &[Rung<'_>], party: Option<&Provider>) -> bool {
    let near = |rung: &Rung<'_>| rung.reach.channel == Channel::WalkIn && rung.away.is_none();
    party.is_none_or(|party| party.kind != ProviderKind::Team) || ladder.iter().any(near)
}
