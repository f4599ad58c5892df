//! The answers as a story: to read out, to show or to give, told once.

use super::Node;
use super::parts::{back, h1, p, print, quiet, screen, section, take, taken};
use crate::names::{attribute, id};
use crate::node::{element, inside, with};
use crate::texts::Texts;
use crate::wizard::{Event, LONGEST_STORY, Take, Telling};

/// The text, to change and to take along.
pub fn view(texts: &Texts, text: &str, state: Telling, plan: bool) -> Node {
    let again = match state {
        Telling::Replaced => texts.story_restore(),
        _ => texts.story_reset(),
    };
    let older = (state == Telling::Older).then(|| {
        element("p", "nl-paragraph wd-notice wd-screen-only", inside![texts.story_older()])
    });
    let own = || inside![text];
    let field = vec![
        ("id", "story".to_owned()),
        ("class", "utrecht-textbox utrecht-textbox--html-input wd-textarea".to_owned()),
        (attribute::STORY, String::new()),
        ("dir", "auto".to_owned()),
        ("rows", "10".to_owned()),
        ("maxlength", LONGEST_STORY.to_string()),
    ];
    let label = vec![("class", "utrecht-form-label".to_owned()), ("for", "story".to_owned())];
    let ways =
        inside![print(texts), take(Take::Copy, texts.copy()), take(Take::Share, texts.share())];
    // A field does not grow with its text on paper.
    let paper = vec![
        ("id", id::STORY_PAPER.to_owned()),
        ("class", "wd-paper-only wd-story".to_owned()),
        ("dir", "auto".to_owned()),
    ];
    screen(inside![
        back(texts),
        h1(inside![texts.story()]),
        element("p", "nl-paragraph wd-screen-only", inside![texts.story_hint()]),
        older,
        element(
            "div",
            "wd-stack wd-screen-only",
            inside![
                with("label", label, inside![texts.story_label()]),
                with("textarea", field, own()),
                quiet("wd-change", inside![again], Event::StoryReset),
            ]
        ),
        with("p", paper, own()),
        element(
            "div",
            "wd-screen-only",
            inside![section(texts.bring(), inside![p(texts.bring_what())])]
        ),
        plan.then(|| element("p", "nl-paragraph wd-screen-only", inside![texts.story_plan()])),
        element("div", "wd-actions", ways),
        taken(texts),
    ])
}
