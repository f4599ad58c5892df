//! One question on one screen. The first of them stands on the page before the app
//! does (`author::screen`); a browser test holds the two equal.

use super::app::Tell;
use super::parts::{back, button, h1, pictogram, talk};
use crate::content::Bundle;
use crate::domain::{AgeGroup, Answer, ChoiceId, Kind, Place};
use crate::platform::document::submitted;
use crate::texts::NL;
use crate::wizard::{Asked, Event, Problem};
use leptos::prelude::*;

/// A question with its choices or its field.
pub(super) fn view(asked: &Asked<'_>, number: usize, bundle: &Bundle, tell: Tell) -> AnyView {
    let key = asked.question.words_key();
    let words = bundle.words.questions.get(&key);
    let title = words.map_or("", |words| &words.title);
    let hint = words.and_then(|words| words.hint.clone());
    let first = number == 1;
    let problem = asked.problem.map(|problem| said(problem, asked.question.kind, bundle));
    if asked.question.kind == Kind::Place {
        return postcode(asked, number, title, hint, problem, tell);
    }
    let kind = asked.question.kind;
    let class = if first { "wd-question" } else { "wd-question wd-column" };
    let tiles = if first { "wd-tiles wd-tiles--two" } else { "wd-tiles" };
    let choices = choices(asked, &key, bundle);
    let described = hint.is_some().then_some("hint");
    view! {
        <form class=class novalidate on:submit=move |event| tell.run(given(kind, submitted(&event)))>
            {(!first).then(back)}
            {problem.map(|text| summary(text, "#choice-0"))}
            <fieldset aria-describedby=described>
                <legend>{(!first).then(|| step(number))} {h1(title)}</legend>
                {hint.map(hinted)}
                <div class=tiles>
                    {choices.into_iter().enumerate().map(|(at, choice)| tile(kind, at, choice, first)).collect_view()}
                </div>
            </fieldset>
            {submit()}
            <div class="wd-ways">
                {(!first).then(|| skips(tell))}
                {talk()}
            </div>
        </form>
    }
    .into_any()
}

struct Choice {
    value: String,
    text: String,
    pictogram: Option<String>,
    chosen: bool,
}

fn choices(asked: &Asked<'_>, key: &str, bundle: &Bundle) -> Vec<Choice> {
    let chosen = |id: &ChoiceId| asked.given.is_some_and(|answer| answer.holds(id));
    match asked.question.kind {
        Kind::One | Kind::Many | Kind::Place => asked
            .question
            .choices
            .iter()
            .map(|choice| Choice {
                value: choice.id.as_str().to_owned(),
                text: bundle.words.choice(key, choice).to_owned(),
                pictogram: choice.pictogram.clone(),
                chosen: chosen(&choice.id),
            })
            .collect(),
        Kind::Wijk => asked
            .wijken
            .iter()
            .map(|wijk| Choice {
                value: wijk.code.as_str().to_owned(),
                text: wijk.name.clone(),
                pictogram: None,
                chosen: chosen(&wijk.code.as_str().into()),
            })
            .collect(),
        Kind::Age | Kind::ChildAge => AgeGroup::of(asked.question.kind)
            .iter()
            .map(|age| Choice {
                value: age.as_str().to_owned(),
                text: (NL.age)(*age).to_owned(),
                pictogram: None,
                chosen: asked.given == Some(&Answer::Age(*age)),
            })
            .collect(),
    }
}

fn tile(kind: Kind, at: usize, choice: Choice, first: bool) -> AnyView {
    let input = if kind == Kind::Many { "checkbox" } else { "radio" };
    let id = (!first).then(|| format!("choice-{at}"));
    view! {
        <label class="wd-tile">
            <input type=input name="answer" value=choice.value checked=choice.chosen id=id/>
            {choice.pictogram.map(|name| pictogram(&name))}
            <span class="wd-tile__text">{choice.text}</span>
        </label>
    }
    .into_any()
}

/// What a submitted form says.
fn given(kind: Kind, values: Vec<String>) -> Event {
    if kind == Kind::Many {
        return Event::Answered(Answer::Many(
            values.iter().map(|value| value.as_str().into()).collect(),
        ));
    }
    let Some(value) = values.first() else { return Event::NothingChosen };
    match kind {
        Kind::Age | Kind::ChildAge => AgeGroup::ALL
            .into_iter()
            .find(|age| age.as_str() == value)
            .map_or(Event::NothingChosen, |age| Event::Answered(Answer::Age(age))),
        _ => Event::Answered(Answer::One(value.as_str().into())),
    }
}

fn postcode(
    asked: &Asked<'_>,
    number: usize,
    title: &str,
    hint: Option<String>,
    problem: Option<String>,
    tell: Tell,
) -> AnyView {
    let typed = match (asked.typed, asked.given) {
        (Some(typed), _) => typed.to_owned(),
        (None, Some(Answer::Place(Place::Postcode(postcode)))) => postcode.to_string(),
        _ => String::new(),
    };
    let title = title.to_owned();
    let wrong = problem.is_some();
    let field = if wrong {
        "utrecht-form-field utrecht-form-field--invalid wd-field"
    } else {
        "utrecht-form-field wd-field"
    };
    let described = if wrong { "postcode-problem hint" } else { "hint" };
    let choose = move |place: Place| button_for(place, tell);
    view! {
        <form class="wd-question wd-column" novalidate on:submit=move |event| {
            let typed = submitted(&event).into_iter().next().unwrap_or_default();
            tell.run(Event::PostcodeGiven(typed));
        }>
            {back()}
            {problem.clone().map(|text| summary(text, "#postcode"))}
            {step(number)}
            <h1 class="nl-heading nl-heading--level-1" tabindex="-1">
                <label for="postcode">{title}</label>
            </h1>
            <div class=field>
                {hinted(hint.unwrap_or_else(|| NL.postcode_hint.to_owned()))}
                {problem.map(|text| view! {
                    <p class="utrecht-form-field-error-message" id="postcode-problem">{text}</p>
                })}
                <input
                    class="utrecht-textbox utrecht-textbox--html-input utrecht-textbox--postal-code-nl-size"
                    id="postcode" name="answer" type="text" autocomplete="postal-code"
                    spellcheck="false" aria-describedby=described
                    aria-invalid=wrong.then_some("true") value=typed
                />
            </div>
            {submit()}
            <div class="wd-ways">
                {choose(Place::FromList)}
                {choose(Place::NoFixedAddress)}
                {choose(Place::Elsewhere)}
                {skips(tell)}
                {talk()}
            </div>
        </form>
    }
    .into_any()
}

fn button_for(place: Place, tell: Tell) -> AnyView {
    let text = match place {
        Place::FromList | Place::Postcode(_) => NL.from_list,
        Place::NoFixedAddress => NL.no_address,
        Place::Elsewhere => NL.lives_elsewhere,
    };
    button(text, move || tell.run(Event::Answered(Answer::Place(place))))
}

fn skips(tell: Tell) -> impl IntoView {
    let skip = move |text| button(text, move || tell.run(Event::Answered(Answer::Skipped)));
    view! { {skip(NL.do_not_know)} {skip(NL.rather_not)} }
}

fn submit() -> impl IntoView {
    view! {
        <div class="wd-actions">
            <button class="nl-button nl-button--primary" type="submit">{NL.next}</button>
        </div>
    }
}

fn step(number: usize) -> impl IntoView {
    view! { <span class="wd-step">{(NL.step)(number)}</span> }
}

fn hinted(text: String) -> impl IntoView {
    view! { <p class="nl-paragraph wd-hint" id="hint">{text}</p> }
}

/// What is wrong, above the question; it takes the focus.
fn summary(text: String, field: &'static str) -> impl IntoView {
    view! {
        <div class="utrecht-alert utrecht-alert--error" role="group" aria-labelledby="problems" tabindex="-1">
            <div class="utrecht-alert__content">
                <h2 class="nl-heading nl-heading--level-3" id="problems">{NL.problems}</h2>
                <ul class="utrecht-alert__message"><li><a class="nl-link" href=field>{text}</a></li></ul>
            </div>
        </div>
    }
}

fn said(problem: Problem, kind: Kind, bundle: &Bundle) -> String {
    match problem {
        Problem::NothingChosen if kind == Kind::Place => NL.nothing_typed.to_owned(),
        Problem::NothingChosen => NL.nothing_chosen.to_owned(),
        Problem::NotAPostcode => NL.no_postcode.to_owned(),
        Problem::OtherMunicipality(postcode) => {
            (NL.other_municipality)(postcode, &bundle.directory.municipality.name)
        }
        Problem::PostBox(postcode) => (NL.post_box)(postcode),
    }
}
