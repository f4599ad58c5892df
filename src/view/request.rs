//! Joins a request to the browser: shows it in the place that the visit keeps for it, keeps
//! what was typed, and sends it.
//!
//! The two programs call each other by way of their scripts: the visit what is exported here,
//! this program what the visit gave along (`platform/scripts.rs`). It begins with the first call.

use super::built;
use crate::content::Spoken;
use crate::names::attribute;
use crate::platform::scripts::visit;
use crate::platform::{clock, document, fetch, history, random, request as send, storage};
use crate::request::{Asking, Context, RequestKey, Stage};
use crate::screens::request::{self as screens, Happened};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The request of this page; one that was left goes on when it is first asked for.
    static REQUEST: Rc<Request> = begun();
}

/// Shows it in its place, if there is one.
#[wasm_bindgen]
pub fn show() {
    REQUEST.with(Request::show);
}

/// Forgets everything.
#[wasm_bindgen]
pub fn forget() {
    REQUEST.with(|request| {
        request.asking.replace(Asking::default());
        storage::forget(&request.name);
    });
}

/// Danger was told just now.
#[wasm_bindgen]
pub fn danger() {
    REQUEST.with(|request| {
        request.asking.borrow_mut().danger_told();
        request.save();
        request.show_if_sent();
    });
}

fn begun() -> Rc<Request> {
    let name = visit::kept();
    let kept = storage::load(&name).unwrap_or_default();
    let request = Rc::new(Request {
        asking: RefCell::new(Asking::read(&kept)),
        name,
        spoken: RefCell::new(None),
        coming: Cell::new(false),
        shown: Cell::new(None),
        drawn: Cell::new(None),
    });
    request.listen();
    if visit::danger() {
        request.asking.borrow_mut().danger_told();
    }
    request.try_again();
    request
}

struct Request {
    asking: RefCell<Asking>,
    /// Under which name it is kept.
    name: String,
    /// What it says, with the address from which that came.
    spoken: RefCell<Option<(String, Spoken)>>,
    /// That is on its way.
    coming: Cell<bool>,
    /// The screen that was asked for last.
    shown: Cell<Option<Stage>>,
    /// The screen that was drawn last: a receipt may stand in place of any other.
    drawn: Cell<Option<Stage>>,
}

impl Request {
    fn listen(self: &Rc<Self>) {
        let request = self.clone();
        document::on_connection(move || request.try_again());
        let request = self.clone();
        document::on_typing(move |typed| {
            request.asking.borrow_mut().typed(&typed);
            request.save();
        });
    }

    /// Shows the screen that the place is for, or the one that may be seen instead.
    fn show(self: &Rc<Self>) {
        let Some(place) = document::request_place() else { return };
        let read = |name: &str| place.get_attribute(name).unwrap_or_default();
        let Some(texts) = document::request_texts() else { return };
        if self.spoken.borrow().as_ref().is_none_or(|(address, _)| *address != texts) {
            return self.fetch(texts);
        }
        let stage = Stage::of_name(&read(attribute::STAGE)).unwrap_or(Stage::Reach);
        // Who goes back from what was sent has nothing left to see on the screens before it.
        let before = self.shown.replace(Some(stage));
        let back = Stage::ALL.windows(2).any(|pair| (Some(pair[1]), pair[0]) == (before, stage));
        if back && !self.asking.borrow().is_open() {
            history::back();
            return;
        }
        let context = Context::read(&read(attribute::CONTEXT));
        let stage = self.asking.borrow_mut().open(context, stage, clock::now().seconds);
        self.save();
        self.draw(stage);
    }

    /// Fetches what it says, then shows it.
    fn fetch(self: &Rc<Self>, address: String) {
        if self.coming.replace(true) {
            return;
        }
        let request = self.clone();
        spawn_local(async move {
            let spoken = fetch::bytes(&address).await.as_deref().and_then(Spoken::read);
            request.coming.set(false);
            match (spoken, document::request_place()) {
                (Some(spoken), _) => {
                    request.spoken.replace(Some((address, spoken)));
                    request.show();
                }
                (None, Some(place)) => document::say_lost(&place),
                (None, None) => {}
            }
        });
    }

    fn draw(self: &Rc<Self>, stage: Stage) {
        let spoken = self.spoken.borrow();
        let Some((_, spoken)) = spoken.as_ref() else { return };
        self.drawn.set(Some(stage));
        let asking = self.asking.borrow();
        let request = self.clone();
        let tell: Rc<dyn Fn(Happened)> = Rc::new(move |act| request.happened(stage, act));
        let view = screens::view(&asking, stage, spoken);
        document::fill_request(|page, place| built::add(page, place, view, &tell));
        document::show_new(!asking.wrong.is_empty() && stage != Stage::Sent);
        // Under the heading, which takes the focus: heard where it does not change.
        let heard = (stage == Stage::Sent).then(|| screens::heard(&asking, spoken));
        document::say(&heard.unwrap_or_default());
    }

    fn happened(self: &Rc<Self>, stage: Stage, happened: Happened) {
        let now = clock::now().seconds;
        match happened {
            Happened::GoneOn(typed) => {
                let next = self.asking.borrow_mut().gone_on(stage, &typed);
                self.save();
                self.go(stage, next);
            }
            Happened::SendAsked(typed) => {
                let key = self.asking.borrow_mut().send(&typed, random::key(), now);
                self.save();
                self.go(stage, key.map(|_| Stage::Sent));
                self.send(key);
            }
            Happened::ChangeAsked(stage) => {
                self.asking.borrow_mut().take_back();
                self.go(stage, Some(stage));
            }
            Happened::TryAgain => self.try_again(),
            Happened::SentAnyway => {
                let key = self.asking.borrow_mut().send_held();
                self.save();
                self.show_if_sent();
                self.send(key);
            }
            Happened::ThrownAway => {
                self.asking.borrow_mut().throw_away();
                self.go(stage, Some(Stage::Reach));
            }
            Happened::AnotherAsked => {
                self.asking.replace(Asking::default());
                self.go(stage, Some(Stage::Reach));
            }
        }
    }

    /// To the next screen; to the same one, with what is wrong, if there is none.
    fn go(self: &Rc<Self>, stage: Stage, next: Option<Stage>) {
        match next {
            // The visit is there already: a receipt may stand on any screen of the request.
            Some(next) if self.is_at(next) => self.show(),
            Some(next) => visit::contact(next.as_str()),
            None => self.draw(stage),
        }
    }

    fn try_again(self: &Rc<Self>) {
        let key = self.asking.borrow_mut().try_again();
        if key.is_some() {
            self.save();
            self.show_if_sent();
        }
        self.send(key);
    }

    fn send(self: &Rc<Self>, key: Option<RequestKey>) {
        let Some(key) = key else { return };
        let body = self.asking.borrow().body();
        let request = self.clone();
        spawn_local(async move {
            let reply = send::send(key, body).await;
            let wait = request.asking.borrow_mut().replied(key, reply);
            request.save();
            request.show_if_sent();
            if let Some(seconds) = wait {
                let request = request.clone();
                document::after(seconds, move || request.try_again());
            }
        });
    }

    /// How far it is, shown to who is looking at that.
    fn show_if_sent(self: &Rc<Self>) {
        if document::request_place().is_some() && self.drawn.get() == Some(Stage::Sent) {
            self.draw(Stage::Sent);
        }
    }

    fn is_at(&self, stage: Stage) -> bool {
        document::request_place().is_some_and(|place| {
            place.get_attribute(attribute::STAGE).as_deref() == Some(stage.as_str())
        })
    }

    fn save(&self) {
        let asking = self.asking.borrow();
        // A browser that keeps nothing was told of by the visit; it is remembered here.
        match asking.write() {
            Some(kept) => drop(storage::save(&self.name, &kept)),
            None => storage::forget(&self.name),
        }
    }
}
