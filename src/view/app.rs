//! Joins the visit to the browser: draws the screen, tells what happened, performs
//! the effects.

use super::{advice, parts, question, safety, talk, watched};
use crate::content::Bundle;
use crate::platform::{clock, document, fetch, history, storage};
use crate::texts::NL;
use crate::wizard::{Effect, Event, Saved, Shown, Wizard};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::sync::Arc;

/// What a view tells: something happened.
pub(super) type Tell = Callback<Event>;

/// Fetches the data of this page and takes over from its first screen.
pub fn start() {
    spawn_local(async {
        let Some(address) = document::data_address() else { return };
        match fetch::text(&address).await.as_deref().and_then(Bundle::read) {
            Some(bundle) => open(Arc::new(bundle)),
            None => document::fail(),
        }
    });
}

fn open(bundle: Arc<Bundle>) {
    let Some(place) = document::place() else { return };
    let now = clock::now();
    let name = storage_name(&bundle);
    let wizard = match storage::load(&name).as_deref().and_then(Saved::read) {
        Some(saved) => Wizard::restore(bundle, saved, now),
        None => Wizard::new(bundle, now),
    };
    let new = wizard.spot() == Default::default();
    let handover = document::take_over(&place);
    let app = App { wizard: RwSignal::new(wizard), drawn: RwSignal::new(0) };
    leptos::mount::mount_to(place.clone(), move || app.view()).forget();
    match history::spot() {
        Some(spot) => app.tell(Event::Arrived(spot)),
        None => history::replace(app.wizard.with_untracked(Wizard::spot)),
    }
    history::on_arrival(move |spot| app.tell(Event::Arrived(spot)));
    document::on_control(move |name| app.control(name));
    document::on_waking(move || app.tell(Event::Woke));
    document::set_ready();
    if new {
        handover.restore(&place);
    }
    match handover.pressed.as_deref() {
        Some("submit") | None => {}
        Some(name) => app.control(name),
    }
}

fn storage_name(bundle: &Bundle) -> String {
    format!("wijkdeur/{}", bundle.directory.municipality.slug)
}

#[derive(Clone, Copy)]
struct App {
    wizard: RwSignal<Wizard>,
    /// How often a screen was drawn. A new number draws anew from nothing, so that
    /// no choice of the screen before lives on in the next.
    drawn: RwSignal<u32>,
}

impl App {
    fn tell(self, event: Event) {
        let Some((effects, moved)) = self.wizard.try_update_untracked(|wizard| {
            let before = wizard.spot();
            let effects = wizard.update(event, clock::now());
            (effects, wizard.spot() != before)
        }) else {
            return;
        };
        self.drawn.update(|drawn| *drawn += 1);
        let problem = self.wizard.with_untracked(|wizard| match wizard.screen().shown {
            Shown::Question(asked) => asked.problem.is_some(),
            _ => false,
        });
        let forgot = effects.contains(&Effect::Forget);
        spawn_local(async move {
            tick().await;
            if moved || problem || forgot {
                document::show_new(problem);
            }
            for effect in effects {
                self.perform(effect);
            }
            self.name_page();
        });
    }

    fn perform(self, effect: Effect) {
        match effect {
            Effect::Push(spot) => history::push(spot),
            Effect::Replace(spot) => history::replace(spot),
            Effect::Back(spot) => {
                if !history::back() {
                    history::replace(spot);
                    self.tell(Event::Arrived(spot));
                }
            }
            Effect::Save => self.save(),
            Effect::Forget => {
                self.wizard
                    .with_untracked(|wizard| storage::forget(&storage_name(wizard.bundle())));
                history::rewind();
            }
            Effect::Print => document::print(),
        }
    }

    fn save(self) {
        let kept = self.wizard.with_untracked(|wizard| {
            let name = storage_name(wizard.bundle());
            match wizard.save() {
                Some(saved) => storage::save(&name, &saved.write()),
                None => {
                    storage::forget(&name);
                    Ok(())
                }
            }
        });
        if kept.is_err() {
            self.tell(Event::StorageRefused);
        }
    }

    fn control(self, name: &str) {
        match name {
            "talk" => self.tell(Event::TalkAsked),
            "print" => self.tell(Event::PrintAsked),
            "forget" => self.tell(Event::ForgetAsked),
            "back" => self.tell(Event::WentBack),
            _ => {}
        }
    }

    fn name_page(self) {
        let number = self.wizard.with_untracked(|wizard| wizard.screen().number);
        document::set_title(&(NL.title)(number));
    }

    fn view(self) -> impl IntoView {
        view! {
            <For each=move || [self.drawn.get()] key=|drawn| *drawn let(_drawn)>
                {self.wizard.with_untracked(|wizard| self.screen(wizard))}
            </For>
        }
    }

    fn screen(self, wizard: &Wizard) -> AnyView {
        let tell = Tell::new(move |event| self.tell(event));
        let bundle = wizard.bundle();
        let screen = wizard.screen();
        let notice = screen.notice.map(parts::notice);
        let shown = match screen.shown {
            Shown::Question(asked) => question::view(&asked, screen.number, bundle, tell),
            Shown::Safety { flags, lines } => safety::view(&flags, &lines, bundle, tell),
            Shown::Advice { facts, advice, unverified } => {
                advice::view(&facts, &advice, unverified, bundle, tell)
            }
            Shown::Talk => talk::view(bundle),
            Shown::Watched => watched::view(tell),
        };
        view! { {notice} {shown} }.into_any()
    }
}
