//! One party on a list.

use super::{Listed, subjects};
use crate::author::frame::{drawn, p, phone, tel_link};
use crate::domain::{
    Catalogue, Channel, Date, Directory, Exception, Level, LifeDomain, Provider, ProviderKind,
    Reach, Scope, Status, Where, Wijk,
};
use crate::screens;
use crate::texts::Interface;
use maud::{Markup, html};

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
    pub(super) fn list(&self, parties: &[Listed<'_>]) -> Markup {
        html! {
            ul.wd-offers { @for listed in parties { (self.entry(*listed)) } }
        }
    }

    /// Where to ask for whom no way to reach them is known; said once.
    pub(super) fn unknown_reach(&self, all: &[Listed<'_>]) -> Markup {
        let silent = all.iter().any(|listed| listed.party.reach.is_empty());
        let entrance = self.directory.entrance().filter(|_| silent);
        html! {
            @if let Some(entrance) = entrance {
                p.nl-paragraph {
                    (self.texts.pages.unknown_reach(&entrance.name))
                    @if let Some(number) = phone(entrance) { " " (tel_link(number)) }
                }
            }
        }
    }

    fn entry(&self, Listed { party, level }: Listed<'_>) -> Markup {
        let domains: Vec<&str> = subjects(self.catalogue, party).into_iter().map(word).collect();
        let near = matches!(level, Level::Wijk(_));
        let kind = self.texts.pages.kind(party.kind);
        let with_form = !matches!(party.kind, ProviderKind::Crisis | ProviderKind::Municipality);
        html! {
            li data-domains=(domains.join(" ")) data-near[near] {
                h3.nl-heading.nl-heading--level-3 { (party.name) }
                p.wd-soft { (kind) @if with_form { ", " (self.texts.pages.form(party.form)) } }
                @if party.status == Status::TemporarilyClosed {
                    p.nl-paragraph { strong { (self.texts.pages.closed()) } }
                }
                @if let Some(what) = &party.what { (p(what)) }
                (self.facts(party))
                @if party.kind == ProviderKind::Team && !party.has_phone() {
                    (self.through_entrance(party))
                }
                p.wd-soft { (freshness(self.texts, party)) }
            }
        }
    }

    /// For whom it is, what it costs, how to get in, how long that takes and how to reach it.
    fn facts(&self, party: &Provider) -> Markup {
        let terms = screens::terms(&self.texts.visit, party);
        let ways = self.open(party);
        html! {
            @if !ways.is_empty() || !terms.is_empty() {
                dl.wd-facts {
                    @for (label, said) in &terms { div { dt { (label) } dd { (drawn(said)) } } }
                    @for reach in ways { (self.way(reach, party.status == Status::Active)) }
                }
            }
        }
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
    fn through_entrance(&self, team: &Provider) -> Markup {
        let entrance = self.directory.entrance();
        let entrance = entrance.and_then(|entrance| Some((entrance, phone(entrance)?)));
        html! {
            @if let Some((entrance, number)) = entrance {
                p.nl-paragraph {
                    (self.texts.visit.channel(Channel::Phone)) ": " (tel_link(number)) ". "
                    (self.texts.visit.ask_for(&entrance.name, &team.name))
                }
            }
        }
    }

    fn way(&self, reach: &Reach, with_hours: bool) -> Markup {
        let elsewhere = |code: &&_| self.wijk.is_none_or(|wijk| wijk.code != **code);
        let located = reach.located.as_ref().filter(elsewhere);
        let located = located.and_then(|code| self.directory.wijk(code));
        html! {
            div {
                dt { (self.texts.visit.channel(reach.channel)) }
                dd {
                    (drawn(&screens::way(reach)))
                    @if let Some(wijk) = located { " (" (wijk.name) ")" }
                    @if with_hours && !reach.hours.is_empty() { div { (self.texts.visit.open_on(&self.texts.visit.hours(&reach.hours))) } }
                    @if with_hours {
                        @for exception in self.to_come(reach) { div { (self.texts.visit.exception(exception)) } }
                    }
                    @if reach.by_appointment { div { (self.texts.visit.by_appointment()) } }
                    @if let Some(can) = reach.wheelchair { div { (self.texts.visit.wheelchair(usize::from(can))) } }
                }
            }
        }
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
