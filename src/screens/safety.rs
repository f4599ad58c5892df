//! Lines to call when an answer told of danger: before anything else is asked.

use super::parts::{
    back, behind, button, call, facts, h1, h2, leave, link, list, p, screen, section, way,
};
use super::reach::{Around, has_near};
use super::{Inside, Node};
use crate::content::Bundle;
use crate::domain::{Channel, Line, Open, ProviderKind, Reach, Urgency, tel};
use crate::node::{element, inside};
use crate::wizard::Event;

/// A screen of its own.
pub fn view(lines: &[Line<'_>], young: bool, advice_next: bool, around: &Around<'_>) -> Node {
    let texts = around.texts();
    let said = said(lines, around);
    let in_words: Inside = said.iter().map(|(_, text)| p(text)).collect();
    // The police come to the door.
    let calls_police = lines.iter().any(|line| line.flag.urgency == Urgency::Now);
    let on = button(texts.go_on(usize::from(advice_next)), Event::WentOn);
    screen(inside![
        back(texts),
        h1(inside![said.first().map_or(texts.danger(), |(title, _)| title)]),
        in_words,
        numbers(lines, around, false),
        (young && !calls_police).then(|| p(texts.family())),
        leave(texts),
        section(texts.go_on_title(), inside![element("div", "wd-actions", inside![on])]),
    ])
}

/// The same lines on top of the advice.
pub fn block(lines: &[Line<'_>], around: &Around<'_>) -> Option<Node> {
    lines.first()?;
    let texts = around.texts();
    let title = said(lines, around).first().map_or(texts.danger(), |(title, _)| title);
    let inside = inside![h2(title), numbers(lines, around, true)];
    Some(element("section", "wd-card wd-card--danger wd-stack", inside))
}

/// Title and text of every flag that called for these lines, in their order.
fn said<'b>(lines: &[Line<'_>], around: &'b Around<'_>) -> Vec<(&'b str, &'b str)> {
    let mut said = Vec::new();
    for line in lines {
        let words = around.bundle.words.flags.get(&line.flag.id);
        let words = words.map(|words| words.said(Line::any_called(lines)));
        if let Some(words) = words.filter(|words| !said.contains(words)) {
            said.push(words);
        }
    }
    said
}

/// A button to call for every line, then every way without speaking; where it is brief, those
/// open with all there is to know of a number, and only the first button is large.
fn numbers(lines: &[Line<'_>], around: &Around<'_>, brief: bool) -> Inside {
    let texts = around.texts();
    let mut numbers: Vec<Number<'_>> = Vec::new();
    for number in lines.iter().flat_map(|line| phones(line, around.bundle)) {
        // Asking the same number for two things at once helps nobody.
        if !numbers.iter().any(|known| known.reach.value == number.reach.value) {
            numbers.push(number);
        }
    }
    let is_closed = |reach: &Reach| matches!(reach.open(around.now), Open::Later(_));
    // Where nobody answers now comes after where somebody may.
    numbers.sort_by_key(|number| is_closed(number.reach));
    let mut further: Vec<(String, Inside)> = Vec::new();
    let mut calls: Vec<Inside> = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let Number { reach, whose, about } = number;
        let known = numbers.iter().take(at).any(|known| known.whose == *whose);
        let opens = is_closed(reach).then(|| around.open(reach));
        if !brief {
            calls.push(inside![call(texts, &reach.value, about, at == 0), opens]);
            continue;
        }
        if known || about != whose {
            further.push((whose.clone(), inside![way(reach)]));
        }
        if at == 0 {
            calls.push(inside![call(texts, &reach.value, whose, true), opens]);
        } else if !known {
            let number = link(tel(&reach.value), &texts.call(&reach.value));
            let whose = (*whose != reach.value).then(|| inside![": ", whose.as_str()]);
            calls.push(inside![number, whose, opens]);
        }
    }
    let mut words: Vec<&str> = lines.iter().filter_map(|line| line.words).collect();
    words.dedup();
    let in_words: Inside = words.into_iter().map(p).collect();
    let mut known: Vec<(Channel, &String)> = Vec::new();
    let silent = lines
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
        // A local party may be typed with where that of the country is.
        .filter(|(_, rung)| {
            let new = !known.contains(&(rung.reach.channel, &rung.reach.value));
            known.push((rung.reach.channel, &rung.reach.value));
            new
        })
        .map(|(line, each)| {
            let name = format!("{}, {}", line.provider.name, texts.channel(each.reach.channel));
            (
                name,
                inside![
                    way(each.reach),
                    around.about(each, has_near(&line.ways, Some(line.provider)))
                ],
            )
        });
    let silent = facts(further.into_iter().chain(silent).collect()).map(|silent| {
        match (numbers.is_empty(), brief) {
            (true, _) => silent,
            (false, true) => behind(texts.talk_other(), inside![silent]),
            (false, false) => section(texts.talk_other(), inside![silent]),
        }
    });
    inside![list("wd-stack", calls), in_words, silent]
}

/// A number to call, who answers there, and what to know of it with that.
struct Number<'l> {
    reach: &'l Reach,
    whose: String,
    about: String,
}

/// The numbers to call for a line.
fn phones<'l>(line: &Line<'l>, bundle: &'l Bundle) -> Vec<Number<'l>> {
    let party = line.provider;
    let named = |reach: &Reach| match &reach.about {
        Some(about) if party.name == reach.value => about.clone(),
        Some(about) => format!("{}: {about}", party.name),
        None => party.name.clone(),
    };
    // Whoever answers at the general entrance is asked for it.
    let entrance = bundle.directory.entrance();
    let entrance =
        entrance.filter(|entrance| line.calls.iter().any(|call| entrance.reach.contains(call)));
    let asked = entrance.map(|entrance| {
        let name = match bundle.words.routes.get(line.route) {
            Some(words) if party.id == entrance.id => words.asked(),
            _ => party.name.clone(),
        };
        bundle.texts.ask_for(&entrance.name, &name)
    });
    let number = |reach: &'l Reach| match &asked {
        Some(asked) => Number { reach, whose: asked.clone(), about: asked.clone() },
        None => Number { reach, whose: party.name.clone(), about: named(reach) },
    };
    line.calls.iter().copied().map(number).collect()
}
