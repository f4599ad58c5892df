//! Joins the visit to the browser: draws the screen, tells what happened, performs
//! the effects.

use super::drawn::drawn;
use super::island::Live;
use crate::content::{Bundle, Rest, Young};
use crate::names::{control, id, stored};
use crate::node::to_text;
use crate::platform::{clock, document, fetch, history, scripts, storage};
use crate::request::Stage;
use crate::screens::{self, Node};
use crate::wizard::{Effect, Event, Notice, Problem, Saved, Screen, Shown, Take, Wizard};
use leptos::mount::mount_to;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Fetches the data of this page and takes over from its first screen. Whoever was here
/// before comes back to where they were; what needs the rest of the data waits for it.
pub fn start() {
    spawn_local(async {
        let Some(address) = document::data_address() else { return };
        let bundle = fetch::bytes(&address).await.as_deref().and_then(Bundle::read);
        let Some(bundle) = bundle else { return scripts::fail() };
        App::open(Arc::new(bundle));
    });
}

async fn fetch_rest() -> Option<Rest> {
    Rest::read(&fetch::bytes(&document::rest_address()?).await?)
}

thread_local! {
    /// The app of this page, for the scripts.
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

fn app() -> Option<Rc<App>> {
    APP.with_borrow(Clone::clone)
}

/// What the screen says, for who takes it along (`take.js`).
#[wasm_bindgen]
pub fn text() -> String {
    app().map(|app| app.text()).unwrap_or_default()
}

/// Goes to a screen of a request, for its program.
#[wasm_bindgen]
pub fn contact(stage: &str) {
    if let (Some(app), Some(stage)) = (app(), Stage::of_name(stage)) {
        app.tell(Event::ContactAt(stage));
    }
}

/// Whether danger was told, for the program of a request.
#[wasm_bindgen]
pub fn danger() -> bool {
    app().is_some_and(|app| app.danger.get())
}

/// Under which name a request is kept, for its program.
#[wasm_bindgen]
pub fn kept() -> String {
    app().map(|app| request_name(app.wizard.borrow().bundle())).unwrap_or_default()
}

struct App {
    wizard: RefCell<Wizard>,
    place: HtmlElement,
    /// The screen that stands there. The next is drawn from nothing, so that no
    /// choice of one screen lives on in another.
    drawn: RefCell<Option<Box<dyn Any>>>,
    /// What is said once, beside the screen, and what had the focus when it was.
    said: RefCell<Option<Said>>,
    /// The browser keeps nothing; that is said once.
    refused: Cell<bool>,
    /// Where the rest of the data is.
    rest: Cell<Way>,
    /// What is said to somebody under 18 is on its way.
    young: Cell<bool>,
    /// Danger was told, as the screen that stands there knows.
    danger: Cell<bool>,
}

/// What stands in the place for notices.
struct Said {
    notice: Notice,
    focused: Option<HtmlElement>,
    _drawn: Box<dyn Any>,
}

/// How far something is that was sent for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    NotAsked,
    Coming,
    Lost,
    Here,
}

impl App {
    /// What the screen says that stands there.
    fn text(&self) -> String {
        to_text(&self.shown(self.wizard.borrow().screen()))
    }

    fn shown(&self, screen: Screen<'_>) -> Node {
        screens::shown(screen, self.wizard.borrow().bundle(), self.rest.get() == Way::Lost)
    }

    fn open(bundle: Arc<Bundle>) {
        let Some(place) = document::place() else { return };
        let now = clock::now();
        let kept = storage::load(&storage_name(&bundle));
        let mut wizard = match kept.as_deref().and_then(Saved::read) {
            Some(saved) => Wizard::restore(bundle, saved, now),
            None => Wizard::new(bundle, now),
        };
        match history::spot().filter(|_| wizard.save().is_some()) {
            Some(spot) => drop(wizard.update(Event::Arrived(spot), now)),
            None => history::replace(wizard.spot()),
        }
        if let Some(link) = document::take_link() {
            wizard.update(Event::LinkOpened(link), now);
            history::replace(wizard.spot());
        }
        if kept.is_some() && wizard.save().is_none() {
            storage::forget(&storage_name(wizard.bundle()));
            storage::forget(&request_name(wizard.bundle()));
        }
        let waits = storage::load(&request_name(wizard.bundle())).is_some();
        let new = wizard.spot() == Default::default();
        let handover = document::take_over(&place);
        let app = Rc::new(Self {
            wizard: RefCell::new(wizard),
            place: place.clone(),
            drawn: RefCell::new(None),
            said: RefCell::new(None),
            refused: Cell::new(false),
            rest: Cell::new(Way::NotAsked),
            young: Cell::new(false),
            danger: Cell::new(false),
        });
        APP.set(Some(app.clone()));
        app.draw();
        app.say();
        app.listen();
        document::set_ready();
        if new {
            handover.restore(&place);
        } else {
            app.name_page();
            app.fetch_rest();
            app.save();
        }
        // Who is under 18 waits for what is said to them.
        if app.is_waiting() {
            app.fetch_rest();
        }
        // What was on its way when the page was left goes again.
        if waits || app.wizard.borrow().contacted() {
            scripts::show_request();
        }
        if let Some(name) = handover.pressed.filter(|pressed| pressed != "submit") {
            app.control(&name);
        }
    }

    /// Fetches the rest of the data, once somebody has begun. Who needs it by then waits
    /// for it; if it cannot be had it is asked for again later.
    fn fetch_rest(self: &Rc<Self>) {
        if matches!(self.rest.get(), Way::Coming | Way::Here) {
            return;
        }
        self.rest.set(Way::Coming);
        scripts::take("");
        let app = self.clone();
        spawn_local(async move {
            let rest = fetch_rest().await;
            let waited = app.is_waiting();
            match rest {
                Some(rest) => {
                    app.rest.set(Way::Here);
                    app.wizard.borrow_mut().complete(rest);
                }
                None => {
                    app.rest.set(Way::Lost);
                    app.wizard.borrow_mut().young_came(None);
                }
            }
            app.fetch_young();
            app.came(waited);
        });
    }

    /// Fetches what is said to somebody under 18, once they told that they are.
    fn fetch_young(self: &Rc<Self>) {
        let address = self.wizard.borrow().young_file().and_then(document::beside);
        let Some(address) = address.filter(|_| !self.young.replace(true)) else { return };
        let app = self.clone();
        spawn_local(async move {
            let young = fetch::bytes(&address).await.as_deref().and_then(Young::read);
            let waited = app.is_waiting();
            app.wizard.borrow_mut().young_came(young);
            app.young.set(false);
            app.came(waited);
        });
    }

    /// Shows what was waited for, unless more is to come.
    fn came(self: &Rc<Self>, waited: bool) {
        if waited && (self.rest.get() == Way::Lost || !self.is_waiting()) {
            self.draw();
            document::show_new(false);
        }
    }

    fn is_waiting(&self) -> bool {
        matches!(self.wizard.borrow().screen().shown, Shown::Waiting { .. })
    }

    fn listen(self: &Rc<Self>) {
        let app = self.clone();
        history::on_arrival(move |spot| app.tell(Event::Arrived(spot)));
        let app = self.clone();
        document::on_control(move |name| app.control(name));
        let app = self.clone();
        document::on_writing(move |story| app.tell(Event::StoryWritten(story)));
        let app = self.clone();
        history::on_link(move || {
            if let Some(link) = document::take_link() {
                app.tell(Event::LinkOpened(link));
            }
        });
        let app = self.clone();
        document::on_waking(move || app.tell(Event::Woke));
        let app = self.clone();
        document::on_stirring(move || app.stirred());
    }

    /// Somebody is there: nothing that they see changes, unless they were away too long.
    fn stirred(self: &Rc<Self>) {
        let Ok(mut wizard) = self.wizard.try_borrow_mut() else { return };
        let effects = wizard.update(Event::Stirred, clock::now());
        drop(wizard);
        match effects.first() {
            Some(Effect::Save) => self.save(),
            Some(_) => self.follow(true, None, effects),
            None => {}
        }
    }

    /// Takes what happened, then, when whatever told it is done, draws and performs.
    fn tell(self: &Rc<Self>, event: Event) {
        self.fetch_rest();
        let before = self.wizard.borrow().look();
        let woke = event == Event::Woke;
        let effects = self.wizard.borrow_mut().update(event, clock::now());
        let (_, problem, _) = self.wizard.borrow().look();
        // What nobody did brings nobody back to a problem.
        let problem = problem.filter(|_| !woke);
        // What looks the same is not drawn again: a choice that is not confirmed and
        // the focus stay where they are.
        let changed = self.wizard.borrow().look() != before || effects.contains(&Effect::Forget);
        self.fetch_young();
        self.follow(changed, problem, effects);
    }

    fn follow(self: &Rc<Self>, changed: bool, problem: Option<Problem>, effects: Vec<Effect>) {
        let app = self.clone();
        spawn_local(async move {
            if changed {
                app.draw();
            }
            if changed || problem.is_some() {
                document::show_new(problem.is_some());
            }
            app.say();
            for effect in effects {
                // What was asked for on the screen before is said far below the heading.
                let take = matches!(effect, Effect::Take(Take::Copy | Take::Share | Take::Link));
                app.perform(effect);
                if take && changed {
                    document::focus_on(id::TAKEN);
                }
            }
            app.name_page();
        });
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Push(spot) => history::push(spot),
            Effect::Back(spot) => {
                if !history::back() {
                    history::replace(spot);
                    self.tell(Event::Arrived(spot));
                }
            }
            Effect::Save => self.save(),
            Effect::Forget => {
                storage::forget_all();
                scripts::forget_request();
                history::rewind();
            }
            Effect::Take(Take::Print) => document::print(),
            Effect::Take(Take::Aloud) => document::read_aloud(),
            Effect::Take(take) => scripts::take(&take.name()),
            Effect::Draw if document::is_at_rest() => self.draw(),
            Effect::Draw => {}
        }
    }

    fn save(self: &Rc<Self>) {
        let name = storage_name(self.wizard.borrow().bundle());
        let saved = self.wizard.borrow().save();
        match saved {
            Some(saved) => {
                let refused = storage::save(&name, &saved.write()).is_err();
                if refused && !self.refused.replace(true) {
                    self.tell(Event::StorageRefused);
                }
            }
            None => storage::forget(&name),
        }
    }

    fn name_page(&self) {
        let number = self.wizard.borrow().screen().number;
        let title = self.wizard.borrow().bundle().texts.title(&number.to_string());
        document::set_title(&title);
    }

    fn control(self: &Rc<Self>, name: &str) {
        if name == control::RETRY {
            self.fetch_rest();
            self.draw();
        } else if let Some(event) = Event::of_control(name) {
            self.tell(event);
        }
    }

    /// Says what is to be said once, in a place beside the screen: the screen, and what is
    /// chosen and typed there, stays as it is.
    fn say(self: &Rc<Self>) {
        let notice = self.wizard.borrow().screen().notice;
        let mut said = self.said.borrow_mut();
        if said.as_ref().map(|said| said.notice) == notice {
            return;
        }
        // What was said goes first; the button that was pressed goes with it.
        let before = said.take().map(|Said { focused, .. }| focused);
        if let Some(before) = before
            && document::focused().is_none_or(|it| it.tag_name() == "BODY")
        {
            document::focus_again(before);
        }
        let place = notice.zip(document::notice_place());
        *said = place.map(|(notice, place)| Said {
            notice,
            focused: document::focused(),
            _drawn: mounted(
                place,
                screens::notice(notice, &self.wizard.borrow().bundle().texts),
                self.live(),
            ),
        });
    }

    fn draw(self: &Rc<Self>) {
        let wizard = self.wizard.borrow();
        let screen = wizard.screen();
        let danger = screen.danger;
        let asks = matches!(screen.shown, Shown::Contact { context: Some(_), .. });
        let view = self.shown(screen);
        self.drawn.replace(None);
        self.drawn.replace(Some(mounted(self.place.clone(), view, self.live())));
        // A request that still waits does not go on by itself.
        if danger && !self.danger.get() {
            scripts::tell_danger();
        }
        self.danger.set(danger);
        if asks {
            // It is there when that program asks for it.
            if let Some(address) = document::request_texts() {
                spawn_local(async move { drop(fetch::bytes(&address).await) });
            }
            scripts::show_request();
        }
    }

    /// What a screen asks and tells while it stands.
    fn live(self: &Rc<Self>) -> Live<Event> {
        let (app, asked) = (self.clone(), self.clone());
        Live {
            tell: Rc::new(move |event| app.tell(event)),
            left: Rc::new(move || asked.wizard.borrow().left(clock::now())),
        }
    }
}

/// Draws in a place, for as long as what comes back is kept.
fn mounted(place: HtmlElement, node: Node, live: Live<Event>) -> Box<dyn Any> {
    Box::new(mount_to(place, move || drawn(node, &live)))
}

fn storage_name(bundle: &Bundle) -> String {
    stored::VISIT.to_owned() + &bundle.directory.municipality.slug
}

/// Under which name the other program keeps a request on this page.
fn request_name(bundle: &Bundle) -> String {
    storage_name(bundle) + stored::REQUEST
}
