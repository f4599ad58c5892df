//! Lines to call when an answer told of danger: before anything else is asked.

use super::app::Tell;
use super::parts::{back, button, call, fact, h1, p, section, way};
use crate::content::Bundle;
use crate::domain::{Channel, Flag, Line, Provider};
use crate::texts::NL;
use crate::wizard::Event;
use leptos::prelude::*;

/// A screen of its own.
pub(super) fn view(flags: &[&Flag], lines: &[Line<'_>], bundle: &Bundle, tell: Tell) -> AnyView {
    let words = flags.first().and_then(|flag| bundle.words.flags.get(&flag.id));
    let (title, text) =
        words.map_or((NL.danger, ""), |words| (words.title.as_str(), words.text.as_str()));
    view! {
        <div class="wd-column wd-stack">
            {back()}
            {h1(title)}
            {p(text)}
            {numbers(lines)}
            {section(NL.go_on_title, view! {
                <div class="wd-actions">{button(NL.go_on, move || tell.run(Event::WentOn))}</div>
            }.into_any())}
        </div>
    }
    .into_any()
}

/// The same lines on top of the advice.
pub(super) fn block(lines: &[Line<'_>], bundle: &Bundle) -> Option<AnyView> {
    let flag = lines.first()?.flag;
    let words = bundle.words.flags.get(&flag.id);
    let title = words.map_or(NL.danger, |words| &words.title);
    let inside = numbers(lines);
    Some(
        view! {
            <section class="wd-card wd-card--danger wd-stack">{super::parts::h2(title)} {inside}</section>
        }
        .into_any(),
    )
}

/// A button to call for every line, then every way without speaking.
fn numbers(lines: &[Line<'_>]) -> AnyView {
    let calls: Vec<AnyView> = lines
        .iter()
        .flat_map(|line| each(line.provider, Channel::Phone))
        .enumerate()
        .map(|(at, (party, value, about))| {
            let about = match about {
                Some(about) => format!("{party}: {about}"),
                None => party.to_owned(),
            };
            let button = call(value, &about, at == 0);
            view! { <li>{button}</li> }.into_any()
        })
        .collect();
    let silent: Vec<AnyView> = lines
        .iter()
        .flat_map(|line| &line.provider.reach)
        .zip(lines.iter().flat_map(|line| line.provider.reach.iter().map(|_| &line.provider.name)))
        .filter(|(reach, _)| {
            matches!(reach.channel, Channel::Chat | Channel::App | Channel::Email | Channel::WalkIn)
        })
        .map(|(reach, name)| fact(&format!("{name}, {}", (NL.channel)(reach.channel)), way(reach)))
        .collect();
    let silent = (!silent.is_empty()).then(|| {
        section(NL.without_speaking, view! { <dl class="wd-facts">{silent}</dl> }.into_any())
    });
    view! { <ul class="wd-stack">{calls}</ul> {silent} }.into_any()
}

fn each(party: &Provider, channel: Channel) -> impl Iterator<Item = (&str, &str, Option<&str>)> {
    party
        .reach
        .iter()
        .filter(move |reach| reach.channel == channel)
        .map(|reach| (party.name.as_str(), reach.value.as_str(), reach.about.as_deref()))
}
