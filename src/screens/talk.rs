//! How to speak with somebody, at any moment.

use super::parts::{
    back, call, contact, facts, h1, h2, link, list, p, retry, screen, section, way,
};
use super::reach::Around;
use super::safety;
use super::{Inside, Node};
use crate::content::{Bundle, address};
use crate::domain::{Channel, Line, Provider};
use crate::node::{element, inside, with};

/// The number of the municipality's general entrance, and ways around the phone.
pub fn view(lines: &[Line<'_>], young: &[&Provider], elsewhere: bool, around: &Around<'_>) -> Node {
    let texts = around.texts();
    let theirs = young.iter().flat_map(|party| numbers(party, true, around));
    let theirs: Inside = theirs.collect();
    let calls = if elsewhere { inside![] } else { calls(around, theirs.is_empty()) };
    screen(inside![
        back(texts),
        h1(inside![texts.talk_title()]),
        safety::block(lines, around),
        lines.is_empty().then_some(theirs),
        elsewhere.then(|| p(texts.home_other_text())),
        calls,
        p(texts.talk_say()),
        (!elsewhere).then(|| contact(around.bundle, false)),
        others(around.bundle),
    ])
}

/// The same, for who waits for the advice; if it got lost they can ask again.
pub fn waiting(lines: &[Line<'_>], lost: bool, around: &Around<'_>) -> Node {
    let texts = around.texts();
    let (title, text) = match lost {
        true => (texts.failed(), texts.failed_text()),
        false => (texts.waiting(), texts.waiting_text()),
    };
    screen(inside![
        back(texts),
        h1(inside![title]),
        safety::block(lines, around),
        with("div", vec![("role", "status".to_owned())], inside![p(text)]),
        lost.then(|| retry(texts)),
        calls(around, true),
        others(around.bundle),
    ])
}

/// The numbers of a party, to call.
fn numbers<'p>(
    party: &'p Provider,
    main: bool,
    around: &'p Around<'_>,
) -> impl Iterator<Item = Node> + 'p {
    let texts = around.texts();
    let phones = party.reach.iter().filter(|reach| reach.channel == Channel::Phone);
    phones.map(move |reach| {
        let about = match &reach.about {
            Some(about) => format!("{}, {about}", party.name),
            None => party.name.clone(),
        };
        element("div", "", inside![call(texts, &reach.value, &about, main), around.open(reach)])
    })
}

/// The number of the general entrance; without one, how else to speak with somebody.
pub fn calls(around: &Around<'_>, main: bool) -> Inside {
    let Some(party) = around.bundle.directory.entrance() else { return inside![] };
    let calls: Inside = numbers(party, main, around).collect();
    if !calls.is_empty() {
        return inside![calls];
    }
    let texts = around.texts();
    let ways =
        party.reach.iter().map(|reach| (texts.channel(reach.channel).to_owned(), way(reach)));
    inside![h2(&party.name), party.what.as_deref().map(p), facts(ways.collect())]
}

pub fn others(bundle: &Bundle) -> Node {
    let texts = &bundle.texts;
    let overview = address::overview(&bundle.directory.municipality.slug);
    let mut ways: Vec<_> = (0..3).map(|at| inside![texts.talk_way(at)]).collect();
    ways.push(inside![link(overview, texts.overview())]);
    section(texts.talk_other(), inside![list("wd-dots", ways)])
}
