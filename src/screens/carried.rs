//! What somebody took along from another device: who to turn to, and what is open now.

use super::parts::{button, call, facts, h1, h2, list, p, screen, soft, talk, terms};
use super::reach::{Around, has_near};
use super::talk::calls;
use super::{Inside, Node};
use crate::domain::{Channel, Wijk};
use crate::node::{element, inside};
use crate::wizard::{Carried, Event};

/// The parties in the order in which they were taken along, and the way in for those that
/// are not there any more.
pub fn view(
    wijk: Option<&Wijk>,
    parties: &[Carried<'_>],
    gone: usize,
    begun: bool,
    around: &Around<'_>,
) -> Node {
    let texts = around.texts();
    let offers: Vec<Inside> = parties
        .iter()
        .enumerate()
        .map(|(at, Carried { party, ways })| {
            let near = has_near(ways, Some(party));
            let phone = ways.iter().find(|rung| rung.reach.channel == Channel::Phone);
            let others = ways.iter().filter(|rung| Some(*rung) != phone);
            let mut known = around.ways(others, Some(party), near);
            known.extend(terms(texts, party));
            let phone = phone.map(|rung| {
                let about = rung.reach.about.as_deref().unwrap_or_default();
                let button = call(texts, &rung.reach.value, about, at == 0 && gone == 0);
                element("div", "wd-go", inside![button, around.about(rung, near)])
            });
            inside![
                h2(&party.name),
                party.what.as_deref().map(p),
                phone,
                facts(known),
                around.data_of(party),
            ]
        })
        .collect();
    let silent = parties.iter().any(|carried| carried.ways.is_empty());
    let on = button(texts.carried_on(usize::from(begun)), Event::WentOn);
    screen(inside![
        h1(inside![texts.carried()]),
        p(texts.carried_hint()),
        wijk.map(|wijk| soft(&texts.carried_for(&wijk.name))),
        (gone > 0).then(|| element(
            "p",
            "nl-paragraph wd-notice",
            inside![texts.carried_gone(gone)]
        )),
        (gone > 0).then(|| calls(around, true)),
        list("wd-offers", offers),
        (gone == 0 && silent).then(|| inside![p(texts.carried_silent()), calls(around, true)]),
        element("div", "wd-actions", inside![on, talk(texts)]),
    ])
}
