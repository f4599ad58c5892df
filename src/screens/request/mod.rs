//! The screens of a request to be contacted: how to reach whoever asks, what it is about, all
//! of it once more, and how far it is. The numbers to call stand around them (`contact`).

mod field;

use crate::content::Spoken;
use crate::domain::{
    Draft, Field as Wire, Moment, PartOfDay, Receipt, Subject, Told, Voicemail, Wrong,
};
use crate::node::{Filled, Kind, element, inside, with};
use crate::request::{Asking, Context, Sending, Stage, Typed};
use crate::screens::parts::{
    self, behind, facts, form, h1, p, print, quiet, section, submit, summary, taken,
};
use crate::texts::RequestTexts;
use field::{Field, described, tick, ticked};
use std::borrow::Cow;

/// Part of a screen of a request.
pub type Node = crate::node::Node<Happened>;

/// What stands inside an element of such a screen.
type Inside = crate::node::Inside<Happened>;

/// What happened on a screen of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// "Verder".
    GoneOn(Typed),
    /// "Versturen".
    SendAsked(Typed),
    /// "Verander".
    ChangeAsked(Stage),
    /// "Probeer het nu".
    TryAgain,
    /// "Verstuur het toch zo".
    SentAnyway,
    /// "Gooi dit bericht weg".
    ThrownAway,
    /// "Stel nog een vraag".
    AnotherAsked,
}

/// The screen of a request that somebody is at.
pub fn view(asking: &Asking, stage: Stage, spoken: &Spoken) -> Node {
    let page = Page { asking, spoken };
    match stage {
        Stage::Reach => page.reach(),
        Stage::About => page.about(),
        Stage::Review => page.review(),
        Stage::Sent => page.sent(),
    }
}

/// How far a request is, for who listens: what stands under the heading.
pub fn heard<'s>(asking: &Asking, spoken: &'s Spoken) -> Cow<'s, str> {
    let texts = &spoken.request;
    match &asking.sending {
        Sending::Received(receipt, _) => return texts.within(receipt.working_days.into()).into(),
        Sending::Refused => refused(asking, texts),
        Sending::Waiting(_) => texts.waiting_text(),
        Sending::Held(_) => texts.held(),
        Sending::Busy(..) | Sending::Not => texts.busy_text(),
    }
    .into()
}

/// What to do about a request that was refused.
fn refused<'s>(asking: &Asking, texts: &'s RequestTexts) -> &'s str {
    match asking.wrong.is_empty() {
        true => texts.refused_otherwise(),
        false => texts.refused_change(),
    }
}

struct Page<'p> {
    asking: &'p Asking,
    spoken: &'p Spoken,
}

impl<'p> Page<'p> {
    /// What a request says of its own.
    fn own(&self) -> &'p RequestTexts {
        &self.spoken.request
    }

    fn receiver(&self) -> &str {
        &self.asking.context.receiver
    }

    /// How to reach whoever asks.
    fn reach(&self) -> Node {
        let (draft, texts) = (&self.asking.draft, self.own());
        let only_you = draft.discreet.then_some(texts.only_you());
        let way = |name, label, wire| self.field(name, label, only_you, wire, false);
        let letter = (!draft.discreet).then(|| {
            way("letter", texts.letter(), Wire::Letter).text(
                &draft.letter,
                "street-address",
                Some(3),
            )
        });
        let chosen = |time: &PartOfDay| {
            (time.as_str(), texts.time(*time).to_owned(), draft.times.contains(time))
        };
        let times = PartOfDay::ALL.iter().map(chosen).collect();
        let left = |each: Voicemail| {
            (
                each.as_str(),
                texts.left(each).to_owned(),
                draft.voicemail.unwrap_or(Voicemail::Nothing) == each,
            )
        };
        let left = Voicemail::ALL.into_iter().map(left).collect();
        let context = &self.asking.context;
        let within = texts.within(context.working_days.into());
        let promise = p(&texts.promise(self.receiver(), &within));
        let plain = |name, label| self.field(name, label, None, Wire::Version, true);
        self.form(
            0,
            inside![
                draft.discreet.then(|| p(texts.do_not_wait())),
                promise,
                context.under_16.then(|| p(texts.parents())),
                p(texts.one_way()),
                way("phone", texts.phone(), Wire::Phone).text(&draft.phone, "tel", None),
                way("email", texts.email(), Wire::Email).text(&draft.email, "email", None),
                letter,
                plain("times", texts.times()).choice(true, times),
                self.field("when", texts.when(), Some(texts.when_hint()), Wire::When, true).text(
                    &draft.when,
                    "off",
                    None
                ),
                plain("voicemail", texts.voicemail()).choice(false, left),
                unseen(),
                submit(&self.spoken.texts),
            ],
        )
    }

    /// What it is about.
    fn about(&self) -> Node {
        let (draft, texts) = (&self.asking.draft, self.own());
        let plain = |name, label| self.field(name, label, None, Wire::Version, false);
        let whom = |each: Subject| {
            (each.as_str(), texts.whom(each).to_owned(), draft.subject == Some(each))
        };
        let whom = Subject::ALL.into_iter().map(whom).collect();
        let known = vec![
            ("yes", texts.yes().to_owned(), draft.subject_knows == Some(true)),
            ("no", texts.no().to_owned(), draft.subject_knows == Some(false)),
        ];
        let hint = match draft.story.is_empty() {
            true => texts.story_hint(),
            false => texts.story_filled(),
        };
        let (companion, example) = (texts.companion(), texts.companion_hint());
        let insisted = self.asking.wrong.iter().any(|(_, wrong)| *wrong == Wrong::LooksLikeBsn);
        let insisted = (insisted || draft.number_meant)
            .then(|| tick("number_meant", true, "yes", texts.number_meant(), draft.number_meant));
        self.form(
            1,
            inside![
                p(texts.all_optional()),
                plain("subject", texts.subject()).choice(false, whom),
                plain("subject_knows", texts.knows()).choice(false, known),
                self.field("name", texts.name(), None, Wire::Name, false).text(
                    &draft.name,
                    "name",
                    None
                ),
                self.field("story", texts.story(), Some(hint), Wire::Story, false).text(
                    &draft.story,
                    "off",
                    Some(8)
                ),
                self.field("companion", companion, Some(example), Wire::Companion, false).text(
                    &draft.companion,
                    "off",
                    None
                ),
                self.field("language", texts.language(), None, Wire::Language, false).text(
                    &draft.language,
                    "language",
                    None
                ),
                tick("interpreter", true, "yes", texts.interpreter(), draft.interpreter),
                insisted,
                submit(&self.spoken.texts),
            ],
        )
    }

    /// Exactly what is sent, and to whom.
    fn review(&self) -> Node {
        let (draft, texts) = (&self.asking.draft, self.own());
        let told = |told: &Told| (told.question.clone(), inside![told.answer.as_str()]);
        let answers = facts(self.asking.context.told.iter().map(told).collect());
        let share = answers.map(|answers| {
            inside![
                tick("answers", true, "yes", texts.share(), self.asking.share),
                behind(texts.share_which(), inside![answers]),
            ]
        });
        let wrong = self.wrong(Wire::Permission);
        let permission = self.asking.context.needs_permission.then(|| {
            let name = self.receiver();
            let wrong = (!wrong.is_empty()).then(|| {
                let class = "utrecht-form-field-error-message".to_owned();
                let said = vec![("class", class), ("id", "permission-wrong".to_owned())];
                with("p", said, inside![wrong.join(" ")])
            });
            let text = texts.permission(name);
            let own = described("permission", wrong.is_some());
            let box_ = ticked(own, "permission", true, "yes", &text, draft.permission);
            element("div", "", inside![wrong, box_])
        });
        let mut rows = vec![(texts.goes_to().to_owned(), inside![self.receiver()])];
        rows.extend(said(&draft.tidy(), texts));
        let change = |stage: Stage, of: &str| {
            let label = inside![self.spoken.texts.change(), ": ", of];
            let change = quiet("wd-change", label, Happened::ChangeAsked(stage));
            element("p", "", inside![change])
        };
        let send = with(
            "button",
            vec![
                ("class", "nl-button nl-button--primary".to_owned()),
                ("type", "submit".to_owned()),
            ],
            inside![texts.send(self.receiver())],
        );
        self.form_of(
            2,
            inside![
                facts(rows),
                draft.discreet.then(|| p(texts.discreet())),
                draft.wmo_melding.then(|| p(texts.melding())),
                p(texts.nothing_else()),
                change(Stage::Reach, texts.title(0)),
                change(Stage::About, texts.title(1)),
                share,
                permission,
                element("div", "wd-actions", inside![send]),
                p(texts.unseen()),
            ],
            Happened::SendAsked,
        )
    }

    /// How far it is.
    fn sent(&self) -> Node {
        let texts = self.own();
        let button = |text: &str, happened: Happened| {
            let button = parts::button(text, happened);
            element("div", "wd-actions", inside![button])
        };
        let change = || button(texts.change(), Happened::ChangeAsked(Stage::Reach));
        let said = match &self.asking.sending {
            Sending::Received(receipt, context) => {
                let another = button(texts.another(), Happened::AnotherAsked);
                inside![self.received(receipt, context), another]
            }
            Sending::Refused => {
                let wrong = self.asking.wrong.iter().map(|(_, wrong)| p(self.words(*wrong)));
                let wrong: Inside = wrong.collect();
                let title = texts.refused();
                inside![h1(inside![title]), wrong, p(refused(self.asking, texts)), change()]
            }
            Sending::Waiting(sent) => {
                inside![
                    h1(inside![texts.waiting()]),
                    self.goes_to(sent.context()),
                    p(texts.waiting_text()),
                    button(texts.waiting_again(), Happened::TryAgain),
                    self.shown().then(change),
                    button(texts.throw_away(), Happened::ThrownAway),
                ]
            }
            Sending::Held(sent) => {
                let anyway = || button(texts.held_anyway(), Happened::SentAnyway);
                inside![
                    h1(inside![texts.waiting()]),
                    self.goes_to(sent.context()),
                    p(texts.held()),
                    (!sent.may_go()).then(|| p(texts.held_letter())),
                    self.shown().then(change),
                    button(texts.throw_away(), Happened::ThrownAway),
                    sent.may_go().then(anyway),
                ]
            }
            Sending::Busy(sent) => {
                let title = h1(inside![texts.busy()]);
                inside![title, self.goes_to(sent.context()), p(texts.busy_text())]
            }
            Sending::Not => inside![],
        };
        element("div", "wd-stack", said)
    }

    /// Whether it may be seen what was sent.
    fn shown(&self) -> bool {
        !self.asking.is_left()
    }

    /// Whom something goes to that was sent.
    fn goes_to(&self, sent: &Context) -> Option<Node> {
        let row = (self.own().goes_to().to_owned(), inside![sent.receiver.as_str()]);
        facts(if self.shown() { vec![row] } else { vec![] })
    }

    fn received(&self, receipt: &Receipt, context: &Context) -> Inside {
        let texts = self.own();
        let at = Moment::at(receipt.received_at);
        let date = self.spoken.texts.full_date(at.day);
        let at = texts.moment(&date, &at.time.to_string());
        let rows = vec![
            (texts.reference().to_owned(), inside![receipt.reference.as_str()]),
            (texts.received_at().to_owned(), inside![at]),
        ];
        let what = || (0..4).map(|at| p(texts.melding_brings_what(at))).collect();
        let melding = context.wmo_melding && self.shown();
        let melding = melding.then(|| section(texts.melding_brings(), what()));
        let elsewhere = context
            .melding_elsewhere
            .as_deref()
            .filter(|_| self.shown())
            .map(|how| inside![p(texts.melding_elsewhere()), p(how)]);
        let invented = context
            .demonstration
            .then(|| element("p", "nl-paragraph wd-notice", inside![texts.demonstration()]));
        inside![
            h1(inside![texts.received()]),
            invented,
            self.asking.told_since().then(|| p(texts.told_since())),
            p(&texts.within(receipt.working_days.into())),
            facts(rows),
            self.goes_to(context),
            p(texts.if_silent()),
            melding,
            elsewhere,
            element("div", "wd-actions", inside![print(&self.spoken.texts)]),
            taken(&self.spoken.texts),
        ]
    }

    /// A field with what is wrong with it.
    fn field<'f>(
        &'f self,
        name: &'static str,
        label: &'f str,
        hint: Option<&'f str>,
        wire: Wire,
        optional: bool,
    ) -> Field<'f> {
        let discreet = self.asking.draft.discreet;
        let optional = optional.then(|| self.own().optional());
        Field { name, label, hint, wrong: self.wrong(wire), optional, discreet }
    }

    fn wrong(&self, wire: Wire) -> Vec<&'p str> {
        let own = self.asking.wrong.iter().filter(|(field, _)| *field == wire);
        own.map(|(_, wrong)| self.words(*wrong)).collect()
    }

    fn words(&self, wrong: Wrong) -> &'p str {
        match wrong {
            Wrong::NoWay if !self.asking.draft.discreet => self.own().no_way_or_letter(),
            wrong => self.own().wrong(wrong),
        }
    }

    fn form(&self, title: usize, inside: Inside) -> Node {
        self.form_of(title, inside, Happened::GoneOn)
    }

    /// A form with its title, after everything that is wrong with it.
    fn form_of(&self, title: usize, inside: Inside, sent: fn(Typed) -> Happened) -> Node {
        let problem = |(field, wrong): &(Wire, Wrong)| {
            (self.words(*wrong).to_owned(), ["#", field.as_str()].concat())
        };
        let problems: Vec<_> = self.asking.wrong.iter().map(problem).collect();
        let mut form = form(
            "wd-stack wd-request",
            inside![
                (!problems.is_empty()).then(|| summary(&self.spoken.texts, problems)),
                h1(inside![self.own().title(title)]),
                inside,
            ],
            move |filled: &Filled| sent(filled.clone()),
        );
        if let Kind::Element(_, attributes, ..) = &mut *form.0
            && self.asking.draft.discreet
        {
            attributes.push(("autocomplete", "off".to_owned()));
        }
        form
    }
}

/// A request, row by row, as whoever gets it will read it.
fn said(draft: &Draft, texts: &RequestTexts) -> Vec<(String, Inside)> {
    let times: Vec<&str> = draft.times.iter().map(|time| texts.time(*time)).collect();
    let times = times.join(", ");
    let voicemail = draft.voicemail.map_or("", |it| texts.left(it));
    let subject = draft.subject.map_or("", |it| texts.whom(it));
    let knows = match draft.subject_knows {
        Some(true) => texts.yes(),
        Some(false) => texts.no(),
        None => "",
    };
    let interpreter = if draft.interpreter { texts.yes() } else { "" };
    let (ours, own) = (false, true);
    let rows = [
        (own, texts.phone(), draft.phone.as_str()),
        (own, texts.email(), &draft.email),
        (own, texts.letter(), &draft.letter),
        (own, texts.wijk(), &draft.wijk),
        (ours, texts.times(), &times),
        (own, texts.when(), &draft.when),
        (ours, texts.voicemail(), voicemail),
        (ours, texts.subject(), subject),
        (ours, texts.knows(), knows),
        (own, texts.name(), &draft.name),
        (own, texts.story(), &draft.story),
        (own, texts.companion(), &draft.companion),
        (own, texts.language(), &draft.language),
        (ours, texts.interpreter(), interpreter),
    ];
    rows.into_iter()
        .filter(|(.., value)| !value.trim().is_empty())
        .map(|(own, name, value)| {
            let value = match own {
                true => {
                    let span = vec![("class", "wd-story".to_owned()), ("dir", "auto".to_owned())];
                    inside![with("span", span, inside![value])]
                }
                false => inside![value],
            };
            (name.to_owned(), value)
        })
        .collect()
}

/// A field that nobody sees; what fills it in is no person.
fn unseen() -> Node {
    let field = vec![
        ("name", "website".to_owned()),
        ("type", "text".to_owned()),
        ("tabindex", "-1".to_owned()),
        ("autocomplete", "off".to_owned()),
    ];
    let hidden = vec![("class", "wd-unseen".to_owned()), ("aria-hidden", "true".to_owned())];
    with("div", hidden, inside![with("input", field, inside![])])
}
