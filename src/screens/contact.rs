//! Asking to be contacted, as far as the visit knows of it: the place where the other program
//! shows the request, with the lines for danger and the numbers to call around it.

use super::Node;
use super::parts::{back, facts, h1, link, p, print, retry, screen, section, taken, way};
use super::reach::Around;
use super::{safety, talk};
use crate::domain::{Channel, Line, mail_to};
use crate::names::{attribute, id};
use crate::node::{element, inside, with};
use crate::request::{Context, Stage};

/// The place of a request. Until the other program is there it says so.
pub fn view(
    stage: Stage,
    context: Option<&Context>,
    opening: &[String],
    lines: &[Line<'_>],
    around: &Around<'_>,
) -> Node {
    let texts = around.texts();
    let Some(context) = context else { return no_desk(opening, around) };
    let place = vec![
        ("id", id::REQUEST.to_owned()),
        (attribute::CONTEXT, context.write()),
        (attribute::TEXTS, texts_of(context, around).clone()),
        (attribute::STAGE, stage.as_str().to_owned()),
    ];
    // The other program puts them under its heading.
    let lines = safety::block(lines, around)
        .map(|lines| with("div", vec![(attribute::LINES, String::new())], inside![lines]));
    let status =
        vec![("role", "status".to_owned()), (attribute::LOST, texts.ask_lost().to_owned())];
    let again = vec![("hidden", String::new()), (attribute::AGAIN, String::new())];
    let waiting = inside![
        h1(inside![texts.waiting()]),
        with("p", status, inside![]),
        with("div", again, inside![retry(texts)]),
    ];
    screen(inside![
        back(texts),
        with("div", place, inside![waiting, lines]),
        section(texts.rather_call(), talk::calls(around, false)),
    ])
}

/// Where the other program finds what it says.
fn texts_of<'b>(context: &Context, around: &Around<'b>) -> &'b String {
    let beside = &around.bundle.beside;
    if context.young { &beside.young_request } else { &beside.request }
}

/// Ways to be in touch where nothing can be sent.
fn no_desk(opening: &[String], around: &Around<'_>) -> Node {
    let texts = around.texts();
    let entrance = around.bundle.directory.entrance();
    let written = entrance.into_iter().flat_map(|party| &party.reach);
    let ways = written.filter(|reach| reach.channel != Channel::Phone).map(|reach| {
        let way = way(reach);
        (texts.channel(reach.channel).to_owned(), inside![way, around.open(reach)])
    });
    let mail = entrance.and_then(|party| {
        let mailbox = party.reach.iter().find(|reach| reach.channel == Channel::Email)?;
        let [ask, name, phone, when] = [0, 1, 2, 3].map(|at| texts.mail_line(at));
        let told = opening.iter().map(String::as_str);
        let lines: Vec<&str> = told.chain([ask, "", name, phone, when]).collect();
        let lines = lines.join("\n");
        let mail = link(mail_to(&mailbox.value, texts.mail_subject(), &lines), texts.mail());
        Some(element("p", "nl-paragraph", inside![mail]))
    });
    screen(inside![
        back(texts),
        h1(inside![texts.no_desk()]),
        p(texts.no_desk_text()),
        talk::calls(around, true),
        facts(ways.collect()),
        mail,
        talk::others(around.bundle),
        element("div", "wd-actions", inside![print(texts)]),
        taken(texts),
    ])
}
