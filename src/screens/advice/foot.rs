//! What stands at the foot of an advice: rights, the answers, what somebody takes along, and
//! how old the facts are. A line each.

use super::super::Node;
use super::super::parts::{behind, button, h3, link, p, print, quiet, take, taken, talk};
use super::Page;
use crate::content::address;
use crate::domain::{Advice, Provider, Served, Where};
use crate::names::{attribute, id};
use crate::node::{element, inside, with};
use crate::wizard::{Event, Take, said};

impl Page<'_> {
    pub(super) fn foot(&self, advice: &Advice<'_>, link: Option<String>, away: bool) -> Node {
        let inside =
            inside![self.rights(advice), self.answers(advice), self.take_away(link, away),];
        element("section", "wd-stack wd-foot", inside)
    }

    fn data(&self, advice: &Advice<'_>) -> Option<Node> {
        let contacts = [&advice.lead].into_iter().chain(&advice.team).chain(&advice.elsewhere);
        let offers = advice.yourself.iter().map(|offer| offer.giver.party);
        let named: Vec<&Provider> =
            contacts.filter_map(|contact| contact.served.provider()).chain(offers).collect();
        self.around.data_of_all(&named)
    }

    fn rights(&self, advice: &Advice<'_>) -> Node {
        let texts = self.texts();
        let support = match advice.support.served {
            Served::By(giver) => inside![h3(&giver.party.name), self.ways(&advice.support)],
            _ => inside![p(texts.support_unknown())],
        };
        let whole = inside![p(texts.support_right()), support, p(texts.disagree())];
        behind(texts.rights(), whole)
    }

    fn answers(&self, advice: &Advice<'_>) -> Node {
        let texts = self.texts();
        let rows = self
            .known
            .told(&self.around.bundle.catalogue)
            .enumerate()
            .map(|(at, (question, answer))| {
                let which = inside![" ", texts.answer_number(&(at + 1).to_string())];
                let change = quiet(
                    "wd-change",
                    inside![texts.change(), element("span", "wd-sr", which)],
                    Event::ChangeAsked(question.who, question.id.clone()),
                );
                let inside = inside![
                    element("dt", "", inside![self.around.bundle.question_title(question)]),
                    element("dd", "", inside![said(question, answer, self.around.bundle)]),
                    element("dd", "", inside![change]),
                ];
                element("div", "", inside)
            })
            .collect();
        let answers = inside![element("dl", "wd-answers", rows), self.data(advice)];
        let answers = behind(texts.your_answers(), answers);
        let story = inside![p(texts.story_about()), button(texts.story(), Event::StoryAsked)];
        let story = behind(texts.story(), story);
        element("div", "wd-screen-only", inside![answers, story])
    }

    /// The way to the list of the *wijk*; to all of them as long as it may be several.
    fn list(&self) -> Node {
        let directory = &self.around.bundle.directory;
        let slug = &directory.municipality.slug;
        let wijk = match &self.known.place {
            Where::In(wijken) if wijken.len() == 1 => directory.wijk(wijken[0]),
            _ => None,
        };
        let link = match wijk {
            Some(wijk) => link(address::wijk(slug, &wijk.slug()), self.texts().wijk_link()),
            None => link(address::overview(slug), self.texts().overview()),
        };
        element("p", "nl-paragraph", inside![link])
    }

    fn take_away(&self, link: Option<String>, away: bool) -> Node {
        let texts = self.texts();
        let more = inside![
            take(Take::Copy, texts.copy()),
            take(Take::Share, texts.share()),
            link.is_some().then(|| take(Take::Link, texts.link())),
        ];
        let more = behind(texts.take_away(), inside![element("div", "wd-actions", more)]);
        let code = link.map(|link| {
            let attributes = vec![
                ("id", id::LINK.to_owned()),
                ("class", "wd-code".to_owned()),
                (attribute::FRAGMENT, link),
                (attribute::LABEL, texts.link_label().to_owned()),
                (attribute::HINT, texts.link_hint().to_owned()),
            ];
            with("div", attributes, inside![])
        });
        let print = element("div", "wd-actions", inside![print(texts), talk(texts)]);
        let list = (!away).then(|| self.list());
        element("div", "wd-screen-only", inside![more, print, taken(texts), code, list])
    }
}
