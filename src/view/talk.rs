//! How to speak with somebody, at any moment.

use super::element::inside;
use super::parts::{back, call, h1, link, list, p, screen, section};
use super::safety;
use crate::content::Bundle;
use crate::domain::{Channel, Line};
use crate::texts::NL;
use leptos::prelude::AnyView;

/// The number of the municipality's general entrance, and ways around the phone.
pub(super) fn view(lines: &[Line<'_>], elsewhere: bool, bundle: &Bundle) -> AnyView {
    let overview = format!("/{}/overzicht/", bundle.directory.municipality.slug);
    let calls: Vec<AnyView> = bundle
        .directory
        .entrance()
        .iter()
        .flat_map(|party| party.reach.iter().map(|reach| (&party.name, reach)))
        .filter(|(_, reach)| reach.channel == Channel::Phone && !elsewhere)
        .map(|(name, reach)| {
            let about =
                reach.about.as_ref().map_or(name.clone(), |about| format!("{name}, {about}"));
            call(&reach.value, &about, true)
        })
        .collect();
    let words = bundle.directory.entrance_in_words().filter(|_| !elsewhere);
    let mut ways: Vec<_> = NL.talk_ways.iter().map(|way| inside![*way]).collect();
    ways.push(inside![link(overview, NL.overview)]);
    screen(inside![
        back(),
        h1(inside![NL.talk_title]),
        safety::block(lines, bundle),
        elsewhere.then(|| p(NL.home_other_text)),
        calls,
        words.map(p),
        p(NL.talk_say),
        section(NL.talk_other, inside![list("wd-dots", ways)]),
    ])
}
