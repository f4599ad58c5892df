//! How to speak with somebody, at any moment.

use super::element::{Inside, inside, with};
use super::parts::{back, call, facts, h1, h2, link, list, p, retry, screen, section, way};
use super::safety;
use crate::content::Bundle;
use crate::domain::{Channel, Line};
use crate::texts::NL;
use leptos::prelude::AnyView;

/// The number of the municipality's general entrance, and ways around the phone.
pub(super) fn view(lines: &[Line<'_>], elsewhere: bool, bundle: &Bundle) -> AnyView {
    let calls = if elsewhere { Vec::new() } else { calls(bundle) };
    screen(inside![
        back(),
        h1(inside![NL.talk_title]),
        safety::block(lines, bundle),
        elsewhere.then(|| p(NL.home_other_text)),
        calls,
        p(NL.talk_say),
        others(bundle),
    ])
}

/// The same, for who waits for the advice; if it got lost they can ask again.
pub(super) fn waiting(lines: &[Line<'_>], lost: bool, bundle: &Bundle) -> AnyView {
    let (title, text) = if lost { (NL.failed, NL.failed_text) } else { NL.waiting };
    screen(inside![
        back(),
        h1(inside![title]),
        safety::block(lines, bundle),
        with("div", vec![("role", "status".to_owned())], inside![p(text)]),
        lost.then(retry),
        calls(bundle),
        others(bundle),
    ])
}

/// The number of the general entrance; without one, how else to speak with somebody.
fn calls(bundle: &Bundle) -> Inside {
    let Some(party) = bundle.directory.entrance() else { return Vec::new() };
    let phones = party.reach.iter().filter(|reach| reach.channel == Channel::Phone);
    let calls: Vec<AnyView> = phones
        .map(|reach| {
            let about = match &reach.about {
                Some(about) => format!("{}, {about}", party.name),
                None => party.name.clone(),
            };
            call(&reach.value, &about, true)
        })
        .collect();
    if !calls.is_empty() {
        return inside![calls];
    }
    let ways = party.reach.iter().map(|reach| ((NL.channel)(reach.channel).to_owned(), way(reach)));
    inside![h2(&party.name), party.what.as_deref().map(p), facts(ways.collect())]
}

fn others(bundle: &Bundle) -> AnyView {
    let overview = format!("/{}/overzicht/", bundle.directory.municipality.slug);
    let mut ways: Vec<_> = NL.talk_ways.iter().map(|way| inside![*way]).collect();
    ways.push(inside![link(overview, NL.overview)]);
    section(NL.talk_other, inside![list("wd-dots", ways)])
}
