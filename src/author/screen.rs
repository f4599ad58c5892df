//! The first screen as HTML, the same as the app draws it (`view::question`), so
//! that it is there before the app. A browser test holds the two equal.

use super::frame::{h1, pictogram};
use crate::content::Bundle;
use crate::texts::NL;
use maud::{Markup, html};

/// The first question of the catalogue.
pub(super) fn first(bundle: &Bundle) -> Markup {
    let Some(question) = bundle.catalogue.questions.first() else { return html! {} };
    let key = question.words_key();
    let words = bundle.words.questions.get(&key);
    let hint = words.and_then(|words| words.hint.as_deref());
    html! { div.wd-screen {
        form.wd-question novalidate method="dialog" {
            fieldset aria-describedby=[hint.map(|_| "hint")] {
                legend { (h1(words.map_or("", |words| &words.title))) }
                @if let Some(hint) = hint { p.nl-paragraph.wd-hint id="hint" { (hint) } }
                div.wd-tiles.wd-tiles--two {
                    @for (at, choice) in question.choices.iter().enumerate() {
                        label.wd-tile {
                            input type="checkbox" name="answer" value=(choice.id) id={ "choice-" (at) };
                            @if let Some(name) = &choice.pictogram { (pictogram(name)) }
                            span.wd-tile__text { (bundle.words.choice(&key, choice)) }
                        }
                    }
                }
            }
            div.wd-actions {
                button.nl-button.nl-button--primary type="submit" { (NL.next) }
            }
            div.wd-ways {
                button.nl-button.nl-button--secondary type="button" data-do="talk" {
                    span.nl-button__icon-start { (pictogram("phone")) }
                    span.nl-button__label { (NL.talk) }
                }
            }
        }
    } }
}
