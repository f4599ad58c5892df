//! Lines to call when an answer told of danger: before anything else is asked.

use super::app::Tell;
use super::element::{Inside, element, inside};
use super::parts::{back, button, call, facts, h1, h2, leave, list, p, screen, section, way};
use crate::content::Bundle;
use crate::domain::{Channel, Flag, Line, Reach};
use crate::texts::NL;
use crate::wizard::Event;
use leptos::prelude::AnyView;

/// A screen of its own.
pub(super) fn view(flags: &[&Flag], lines: &[Line<'_>], bundle: &Bundle, tell: &Tell) -> AnyView {
    let words = flags.first().and_then(|flag| bundle.words.flags.get(&flag.id));
    let tell = tell.clone();
    let on = button(NL.go_on, move || tell(Event::WentOn));
    screen(inside![
        back(),
        h1(inside![words.map_or(NL.danger, |words| &words.title)]),
        words.map(|words| p(&words.text)),
        numbers(lines, bundle),
        leave(),
        section(NL.go_on_title, inside![element("div", "wd-actions", inside![on])]),
    ])
}

/// The same lines on top of the advice.
pub(super) fn block(lines: &[Line<'_>], bundle: &Bundle) -> Option<AnyView> {
    let flag = lines.first()?.flag;
    let title = bundle.words.flags.get(&flag.id).map_or(NL.danger, |words| &words.title);
    let inside = inside![h2(title), numbers(lines, bundle)];
    Some(element("section", "wd-card wd-card--danger wd-stack", inside))
}

/// A button to call for every line, then every way without speaking.
fn numbers(lines: &[Line<'_>], bundle: &Bundle) -> Inside {
    let reach =
        || lines.iter().flat_map(|line| line.provider.reach.iter().map(move |reach| (line, reach)));
    let calls = reach()
        .filter(|(_, reach)| reach.channel == Channel::Phone)
        .enumerate()
        .map(|(at, (line, reach))| {
            inside![call(&reach.value, &about(line, reach, bundle), at == 0)]
        })
        .collect();
    let silent: Vec<(String, Inside)> = reach()
        .filter(|(_, reach)| {
            matches!(reach.channel, Channel::Chat | Channel::App | Channel::Email | Channel::WalkIn)
        })
        .map(|(line, reach)| {
            (format!("{}, {}", line.provider.name, (NL.channel)(reach.channel)), way(reach))
        })
        .collect();
    inside![
        list("wd-stack", calls),
        facts(silent).map(|silent| section(NL.without_speaking, inside![silent])),
    ]
}

/// Who answers; at the general entrance, whom to ask for.
fn about(line: &Line<'_>, reach: &Reach, bundle: &Bundle) -> String {
    let party = &line.provider.name;
    if line.provider.id == bundle.directory.municipality.entrance {
        let name = bundle.words.routes.get(line.route).map_or("", |words| &words.name);
        return (NL.ask_for)(party, name);
    }
    match &reach.about {
        Some(about) if *party == reach.value => about.clone(),
        Some(about) => format!("{party}: {about}"),
        None => party.clone(),
    }
}
