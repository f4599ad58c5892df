//! Lines to call when an answer told of danger: before anything else is asked.

use super::app::Tell;
use super::element::{Inside, Node, element, inside};
use super::parts::{back, button, call, facts, h1, h2, leave, list, p, screen, section, way};
use super::reach::{Around, has_near};
use crate::content::Bundle;
use crate::domain::{Channel, Flag, Line, ProviderKind, Reach};
use crate::texts::NL;
use crate::wizard::Event;

/// A screen of its own.
pub(super) fn view(flags: &[&Flag], lines: &[Line<'_>], around: &Around<'_>, tell: &Tell) -> Node {
    let words = flags.first().and_then(|flag| around.bundle.words.flags.get(&flag.id));
    let tell = tell.clone();
    let on = button(NL.go_on, move || tell(Event::WentOn));
    screen(inside![
        back(),
        h1(inside![words.map_or(NL.danger, |words| &words.title)]),
        words.map(|words| p(&words.text)),
        numbers(lines, around),
        leave(),
        section(NL.go_on_title, inside![element("div", "wd-actions", inside![on])]),
    ])
}

/// The same lines on top of the advice.
pub(super) fn block(lines: &[Line<'_>], around: &Around<'_>) -> Option<Node> {
    let flag = lines.first()?.flag;
    let title = around.bundle.words.flags.get(&flag.id).map_or(NL.danger, |words| &words.title);
    let inside = inside![h2(title), numbers(lines, around)];
    Some(element("section", "wd-card wd-card--danger wd-stack", inside))
}

/// A button to call for every line, then every way without speaking.
fn numbers(lines: &[Line<'_>], around: &Around<'_>) -> Inside {
    let mut numbers: Vec<(&str, String)> = Vec::new();
    for line in lines.iter().filter(|line| line.words.is_none()) {
        for (number, about) in phones(line, around.bundle) {
            // Asking the same number for two things at once helps nobody.
            if !numbers.iter().any(|(known, _)| *known == number) {
                numbers.push((number, about));
            }
        }
    }
    let mut words: Vec<&str> = lines.iter().filter_map(|line| line.words).collect();
    words.dedup();
    let in_words: Inside = words.into_iter().map(p).collect();
    let calls = numbers
        .iter()
        .enumerate()
        .map(|(at, (number, about))| inside![call(number, about, at == 0)])
        .collect();
    let silent: Vec<(String, Inside)> = lines
        .iter()
        .flat_map(|line| line.ways.iter().map(move |rung| (line, rung)))
        .filter(|(_, rung)| {
            let channel = rung.reach.channel;
            let site = channel == Channel::Website && rung.party.kind != ProviderKind::Crisis;
            site || matches!(
                channel,
                Channel::Chat | Channel::App | Channel::Email | Channel::WalkIn
            )
        })
        .map(|(line, each)| {
            let name = format!("{}, {}", line.provider.name, (NL.channel)(each.reach.channel));
            (
                name,
                inside![
                    way(each.reach),
                    around.about(each, has_near(&line.ways, Some(line.provider)))
                ],
            )
        })
        .collect();
    let silent = facts(silent).map(|silent| match numbers.is_empty() {
        true => silent,
        false => section(NL.talk_other, inside![silent]),
    });
    inside![list("wd-stack", calls), in_words, silent]
}

/// The numbers to call for a line, with who answers. Where a party has none of its
/// own, the general entrance is asked for it.
fn phones<'l>(line: &Line<'l>, bundle: &'l Bundle) -> Vec<(&'l str, String)> {
    let is_phone = |reach: &Reach| reach.channel == Channel::Phone;
    let party = line.provider;
    let at_entrance = party.id == bundle.directory.municipality.entrance;
    let own = line.ways.iter().map(|rung| rung.reach).filter(|reach| is_phone(reach));
    let own: Vec<(&str, String)> = own
        .map(|reach| {
            let about = match &reach.about {
                Some(about) if party.name == reach.value => about.clone(),
                Some(about) => format!("{}: {about}", party.name),
                None => party.name.clone(),
            };
            (reach.value.as_str(), about)
        })
        .collect();
    // Nobody at a town hall can stand in for a line for danger.
    if !at_entrance && (!own.is_empty() || party.kind == ProviderKind::Crisis) {
        return own;
    }
    let Some(entrance) = bundle.directory.entrance() else { return Vec::new() };
    let name = match bundle.words.routes.get(line.route) {
        Some(words) if at_entrance => &words.name,
        _ => &party.name,
    };
    let ask = (NL.ask_for)(&entrance.name, name);
    let first = entrance.reach.iter().find(|reach| is_phone(reach));
    first.map(|reach| (reach.value.as_str(), ask)).into_iter().collect()
}
