//! One question on one screen. The first of them stands on the page before the app
//! does (`author::pages`); a browser test holds the two equal.

use super::parts::{back, button, form, h1, h1_hinted, submit, summary, talk};
use super::{Inside, Node};
use crate::content::Bundle;
use crate::domain::{AgeGroup, Answer, ChoiceId, Kind, Place};
use crate::node::{Filled, element, inside, pictogram, with};
use crate::texts::Texts;
use crate::wizard::{Asked, Event, Problem};

/// A question with its choices or its field.
pub fn view(asked: &Asked<'_>, number: usize, bundle: &Bundle) -> Node {
    if asked.question.kind == Kind::Place {
        return postcode(asked, number, bundle);
    }
    let kind = asked.question.kind;
    let key = asked.question.words_key();
    let words = bundle.words.questions.get(&key);
    let title = words.map_or("", |words| &words.title);
    let hint = words.and_then(|words| words.hint.as_deref());
    let texts = &bundle.texts;
    let later = number > 1;
    let problem = asked
        .problem
        .map(|problem| summary(texts, vec![(said(problem, kind, bundle), "#choice-0".to_owned())]));
    let tiles = choices(asked, &key, bundle)
        .into_iter()
        .enumerate()
        .map(|(at, choice)| tile(kind, at, choice))
        .collect();
    let heading = if later && hint.is_some() { h1_hinted } else { h1 };
    let group = inside![
        element("legend", "", inside![later.then(|| step(texts, number)), heading(inside![title])]),
        hint.map(hinted),
        element("div", if later { "wd-tiles" } else { "wd-tiles wd-tiles--two" }, tiles),
    ];
    let described = hint.map(|_| ("aria-describedby", "hint".to_owned()));
    let ways = inside![later.then(|| skips(texts)), talk(texts)];
    form(
        if later { "wd-question wd-column" } else { "wd-question" },
        inside![
            later.then(|| back(texts)),
            problem,
            with("fieldset", described.into_iter().collect(), group),
            submit(texts),
            element("div", "wd-ways", ways),
        ],
        move |filled| given(kind, answers(filled)),
    )
}

struct Choice {
    value: String,
    text: String,
    pictogram: Option<String>,
    chosen: bool,
}

fn choices(asked: &Asked<'_>, key: &str, bundle: &Bundle) -> Vec<Choice> {
    let chosen = |id: &ChoiceId| asked.given.is_some_and(|answer| answer.holds(id));
    let plain = |value: &str, text: &str, chosen| Choice {
        value: value.to_owned(),
        text: text.to_owned(),
        pictogram: None,
        chosen,
    };
    match asked.question.kind {
        Kind::One | Kind::Many | Kind::Place => asked
            .question
            .choices
            .iter()
            .map(|choice| Choice {
                pictogram: choice.pictogram.clone(),
                ..plain(choice.id.as_str(), bundle.words.choice(key, choice), chosen(&choice.id))
            })
            .collect(),
        Kind::Wijk => asked
            .wijken
            .iter()
            .map(|wijk| plain(wijk.code.as_str(), &wijk.name, chosen(&wijk.code.as_str().into())))
            .collect(),
        Kind::Age | Kind::ChildAge => AgeGroup::of(asked.question.kind)
            .iter()
            .map(|age| {
                plain(age.as_str(), bundle.texts.age(*age), asked.given == Some(&Answer::Age(*age)))
            })
            .collect(),
    }
}

fn tile(kind: Kind, at: usize, choice: Choice) -> Node {
    let kind = if kind == Kind::Many { "checkbox" } else { "radio" };
    let mut input = vec![
        ("type", kind.to_owned()),
        ("name", "answer".to_owned()),
        ("value", choice.value),
        ("id", format!("choice-{at}")),
    ];
    if choice.chosen {
        input.push(("checked", String::new()));
    }
    let inside = inside![
        with("input", input, inside![]),
        choice.pictogram.as_deref().map(pictogram),
        element("span", "wd-tile__text", inside![choice.text]),
    ];
    element("label", "wd-tile", inside)
}

/// What stands in the one field of a question.
fn answers(filled: &Filled) -> &[String] {
    filled.first().map_or(&[], |(_, values)| values)
}

/// What a submitted form says.
fn given(kind: Kind, values: &[String]) -> Event {
    if kind == Kind::Many {
        let chosen = values.iter().map(|value| value.as_str().into()).collect();
        return Event::Answered(Answer::Many(chosen));
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

fn postcode(asked: &Asked<'_>, number: usize, bundle: &Bundle) -> Node {
    let texts = &bundle.texts;
    let words = bundle.words.questions.get(&asked.question.words_key());
    let hint = words.and_then(|words| words.hint.as_deref()).unwrap_or(texts.postcode_hint());
    let problem = asked.problem.map(|problem| said(problem, Kind::Place, bundle));
    let label = with(
        "label",
        vec![("for", "postcode".to_owned())],
        inside![words.map_or("", |words| &words.title)],
    );
    let choose = |place: Place, text: &str| button(text, Event::Answered(Answer::Place(place)));
    let list = !bundle.directory.wijken.is_empty();
    let ways = inside![
        list.then(|| choose(Place::FromList, texts.from_list())),
        choose(Place::NoFixedAddress, texts.no_address()),
        choose(Place::Elsewhere, texts.lives_elsewhere()),
        skips(texts),
        talk(texts),
    ];
    let field = field(asked, hint, problem.as_deref());
    form(
        "wd-question wd-column",
        inside![
            back(texts),
            problem.map(|problem| summary(texts, vec![(problem, "#postcode".to_owned())])),
            step(texts, number),
            h1(inside![label]),
            field,
            submit(texts),
            element("div", "wd-ways", ways),
        ],
        |filled| Event::PostcodeGiven(answers(filled).first().cloned().unwrap_or_default()),
    )
}

fn field(asked: &Asked<'_>, hint: &str, problem: Option<&str>) -> Node {
    let typed = match (asked.typed, asked.given) {
        (Some(typed), _) => typed.to_owned(),
        (None, Some(Answer::Place(Place::Postcode(postcode)))) => postcode.to_string(),
        _ => String::new(),
    };
    let class = "utrecht-textbox utrecht-textbox--html-input utrecht-textbox--postal-code-nl-size";
    let described = if problem.is_some() { "postcode-problem hint" } else { "hint" };
    let mut input = vec![
        ("class", class.to_owned()),
        ("id", "postcode".to_owned()),
        ("name", "answer".to_owned()),
        ("type", "text".to_owned()),
        ("autocomplete", "postal-code".to_owned()),
        ("spellcheck", "false".to_owned()),
        ("dir", "auto".to_owned()),
        ("aria-describedby", described.to_owned()),
        ("value", typed),
    ];
    if problem.is_some() {
        input.push(("aria-invalid", "true".to_owned()));
    }
    let wrong = problem.map(|problem| {
        let class = "utrecht-form-field-error-message".to_owned();
        with("p", vec![("class", class), ("id", "postcode-problem".to_owned())], inside![problem])
    });
    let class = match problem {
        Some(_) => "utrecht-form-field utrecht-form-field--invalid wd-field",
        None => "utrecht-form-field wd-field",
    };
    element("div", class, inside![hinted(hint), wrong, with("input", input, inside![])])
}

fn skips(texts: &Texts) -> Inside {
    [texts.do_not_know(), texts.rather_not()]
        .into_iter()
        .map(|text| button(text, Event::Answered(Answer::Skipped)))
        .collect()
}

fn step(texts: &Texts, number: usize) -> Node {
    element("span", "wd-step", inside![texts.step(&number.to_string())])
}

fn hinted(text: &str) -> Node {
    let class = "nl-paragraph wd-hint".to_owned();
    with("p", vec![("class", class), ("id", "hint".to_owned())], inside![text])
}

fn said(problem: Problem, kind: Kind, bundle: &Bundle) -> String {
    let texts = &bundle.texts;
    match problem {
        Problem::NothingChosen if kind == Kind::Place => texts.nothing_typed().to_owned(),
        Problem::NothingChosen => texts.nothing_chosen().to_owned(),
        Problem::NotAPostcode => texts.no_postcode().to_owned(),
        Problem::OtherMunicipality(postcode) => {
            texts.other_municipality(&postcode.to_string(), &bundle.directory.municipality.name)
        }
        Problem::UnknownLetters(postcode) => {
            texts.unknown_letters(&postcode.to_string(), &bundle.directory.municipality.name)
        }
        Problem::PostBox(postcode) => texts.post_box(&postcode.to_string()),
    }
}
