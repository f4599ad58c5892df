//! Handing over what is stored: in order, until it succeeds, and never twice at a time.

use crate::open_desk::{OpenDesk, STORY, draft, draft_with, hurry, in_file, site};
use crate::site::block_on;
use balie::delivery::{Deliveries, Failure, Letter};
use balie::outbox::Pace;
use balie::store::{Opening, State, Store};
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Notes what it is handed, and says of each how it went.
#[derive(Clone, Default)]
struct Receiver(Arc<Mutex<Vec<Letter>>>);

impl Receiver {
    fn deliveries(
        &self,
        how: impl Fn(&Letter, usize) -> Result<(), Failure> + Clone + Send + Sync + 'static,
    ) -> Deliveries {
        let got = self.0.clone();
        Deliveries::to(move |letter| {
            let (got, how) = (got.clone(), how.clone());
            async move {
                let mut got = got.lock().expect("nobody panicked");
                let before = got.iter().filter(|it| it.reference == letter.reference).count();
                let ended = how(&letter, before);
                got.push(letter);
                ended
            }
        })
    }

    /// The names in the letters, in the order in which they came.
    fn names(&self) -> Vec<String> {
        let got = self.0.lock().expect("nobody panicked");
        got.iter().map(|letter| letter.content.name.clone()).collect()
    }
}

async fn send(desk: &OpenDesk, name: &str, provider: &str) -> String {
    let fields = json!({ "name": name, "provider": provider, "permission": true });
    desk.kept(&format!("key-of-the-request-{name}"), &draft_with(fields)).await
}

fn all_delivered(lines: &[balie::store::Line]) -> bool {
    lines.iter().all(|line| line.state == State::Delivered)
}

#[test]
fn a_letter_says_all_that_was_asked() {
    block_on(async {
        let receiver = Receiver::default();
        let desk = OpenDesk::delivering(receiver.deliveries(|_, _| Ok(()))).await;
        let reference = desk.kept("0123456789abcdef", &draft_with(json!({ "seconds": 0 }))).await;
        desk.until(all_delivered).await;
        let letter = receiver.0.lock().expect("nobody panicked").remove(0);
        assert_eq!(letter.reference, reference);
        assert_eq!(
            (letter.town.as_str(), letter.receiver.as_str()),
            ("Zonnedal", "Wijkteam Zonnedal")
        );
        assert_eq!((letter.working_days, letter.suspect), (3, true));
        assert_eq!(
            (letter.content.story.as_str(), letter.content.phone.as_str()),
            (STORY, "0612345678")
        );
        assert_eq!(letter.received_at.as_millisecond(), desk.lines().await[0].received_at);
    });
}

#[test]
fn a_queue_keeps_its_order_whatever_fails() {
    block_on(async {
        let receiver = Receiver::default();
        let twice = |letter: &Letter, before: usize| {
            let fails = letter.content.name != "c" && before < 2;
            if fails { Err(Failure::Later("no answer".to_owned())) } else { Ok(()) }
        };
        let desk = OpenDesk::delivering(receiver.deliveries(twice)).await;
        for name in ["a", "b", "c", "d"] {
            send(&desk, name, "wijkteam").await;
        }
        desk.until(all_delivered).await;
        assert_eq!(receiver.names(), ["a", "a", "a", "b", "b", "b", "c", "d", "d", "d"]);
        assert_eq!(desk.lines().await[0].tries, 3);
    });
}

#[test]
fn a_queue_does_not_wait_for_another() {
    block_on(async {
        let receiver = Receiver::default();
        let later = |letter: &Letter, _| match letter.receiver.as_str() {
            "Wijkteam Zonnedal" => Err(Failure::Later("no answer".to_owned())),
            _ => Ok(()),
        };
        let pace = Pace { first: Duration::from_secs(600), ..hurry() };
        let pace = Pace { longest: pace.first, ..pace };
        let deliveries = Some(receiver.deliveries(later));
        let desk = OpenDesk::open(site(), "sqlite::memory:", &[], deliveries, pace).await;
        send(&desk, "a", "wijkteam").await;
        send(&desk, "b", "buurthuis").await;
        send(&desk, "c", "buurthuis").await;
        desk.until(|lines| lines.len() == 3 && all_delivered(&lines[1..])).await;
        let first = &desk.lines().await[0];
        assert_eq!((first.state, first.tries), (State::Waiting, 1));
        assert!(first.next_at > first.received_at + 299_000, "half of it at least");
        assert_eq!(first.last_error.as_deref(), Some("no answer"));
    });
}

#[test]
fn what_cannot_be_delivered_is_given_up_and_holds_up_nobody() {
    block_on(async {
        let receiver = Receiver::default();
        let how = |letter: &Letter, _| match letter.content.name.as_str() {
            "never" => Err(Failure::Never("no such address".to_owned())),
            "later" => Err(Failure::Later("no answer".to_owned())),
            _ => Ok(()),
        };
        let desk = OpenDesk::delivering(receiver.deliveries(how)).await;
        for name in ["never", "later", "now"] {
            send(&desk, name, "wijkteam").await;
        }
        desk.until(|lines| lines.last().is_some_and(|it| it.state == State::Delivered)).await;
        assert_eq!(receiver.names(), ["never", "later", "later", "later", "later", "now"]);
        let lines = desk.lines().await;
        let ended: Vec<_> = lines.iter().map(|it| (it.state, it.tries)).collect();
        assert_eq!(ended, [(State::Dead, 1), (State::Dead, 4), (State::Delivered, 1)]);
        assert_eq!(lines[0].last_error.as_deref(), Some("no such address"));
    });
}

#[test]
fn what_its_receiver_refuses_three_times_lets_the_others_pass() {
    block_on(async {
        let receiver = Receiver::default();
        let how = |letter: &Letter, before| match letter.content.name.as_str() {
            "refused" if before < 5 => Err(Failure::Refused("500 to this one".to_owned())),
            _ => Ok(()),
        };
        let deliveries = Some(receiver.deliveries(how));
        let pace = Pace { tries: 20, ..hurry() };
        let desk = OpenDesk::open(site(), "sqlite::memory:", &[], deliveries, pace).await;
        for name in ["refused", "b", "c"] {
            send(&desk, name, "wijkteam").await;
        }
        desk.until(|lines| lines.len() == 3 && all_delivered(lines)).await;
        let names = receiver.names();
        assert_eq!(names[..3], ["refused"; 3], "in order, until it stands aside");
        let others: Vec<_> = names.iter().filter(|name| *name != "refused").collect();
        assert_eq!(others, ["b", "c"]);
        assert_eq!(names.len(), 8, "and it is tried again until it is taken: {names:?}");
    });
}

#[test]
fn what_is_erased_or_sent_again_while_it_is_delivered_is_in_nobodys_hand() {
    block_on(async {
        let (begun, has_begun) = tokio::sync::watch::channel(0);
        let (go, may_go) = tokio::sync::watch::channel(false);
        let deliveries = Deliveries::to(move |_| {
            begun.send_modify(|times| *times += 1);
            let mut may_go = may_go.clone();
            async move {
                may_go.wait_for(|go| *go).await.ok();
                Ok(())
            }
        });
        let desk = OpenDesk::delivering(deliveries).await;
        let first = send(&desk, "a", "wijkteam").await;
        let second = send(&desk, "b", "buurthuis").await;
        has_begun.clone().wait_for(|times| *times == 2).await.expect("both begin");
        assert!(desk.store.erase(&first).await.expect("erased"));
        assert!(desk.store.resend(&second).await.expect("recorded"));
        go.send(true).expect("they listen");
        desk.until(|lines| lines.len() == 1 && all_delivered(lines)).await;
        assert_eq!(*has_begun.borrow(), 3, "once more, because somebody asked for it");
    });
}

#[test]
fn what_was_given_up_or_delivered_can_be_sent_again() {
    block_on(async {
        let receiver = Receiver::default();
        let first = |_: &Letter, before| match before {
            0 => Err(Failure::Never("no such address".to_owned())),
            _ => Ok(()),
        };
        let desk = OpenDesk::delivering(receiver.deliveries(first)).await;
        let reference = send(&desk, "a", "wijkteam").await;
        desk.until(|lines| lines[0].state == State::Dead).await;
        for times in 2..4 {
            assert!(desk.store.resend(&reference).await.expect("recorded"));
            desk.until(all_delivered).await;
            assert_eq!(receiver.names().len(), times);
        }
    });
}

#[test]
fn what_takes_too_long_or_panics_is_tried_again() {
    block_on(async {
        let count = Arc::new(Mutex::new(0));
        let counted = count.clone();
        let deliveries = Deliveries::to(move |_| {
            let mut count = counted.lock().expect("nobody panicked here");
            *count += 1;
            let now = *count;
            async move {
                match now {
                    1 => std::future::pending().await,
                    2 => panic!("on purpose"),
                    _ => Ok(()),
                }
            }
        });
        let limit = Duration::from_millis(200);
        let pace = Pace { limit, lease: limit * 4, ..hurry() };
        let desk = OpenDesk::open(site(), "sqlite::memory:", &[], Some(deliveries), pace).await;
        send(&desk, "a", "wijkteam").await;
        desk.until(all_delivered).await;
        assert_eq!(*count.lock().expect("nobody panicked"), 3);
        assert_eq!(desk.lines().await[0].tries, 2, "the panic was not recorded");
    });
}

#[test]
fn two_desks_on_one_store_deliver_each_once_and_in_order() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let receiver = Receiver::default();
        let open = |site| {
            let deliveries = Some(receiver.deliveries(|_, _| Ok(())));
            let options = ["--limit-per-minute=0", "--limit-overall=0"];
            OpenDesk::open(site, &address, Box::leak(Box::new(options)), deliveries, hurry())
        };
        let one = open(site).await;
        let other_site = crate::open_desk::site();
        std::fs::copy(one.site.beside("balie.key"), other_site.beside("balie.key")).expect("it");
        let two = open(other_site).await;
        let names: Vec<String> = (0..40).map(|number| format!("{number:02}")).collect();
        for (number, name) in names.iter().enumerate() {
            let desk = if number % 2 == 0 { &one } else { &two };
            send(desk, name, "wijkteam").await;
        }
        one.until(all_delivered).await;
        assert_eq!(receiver.names(), names);
    });
}

#[test]
fn what_was_stored_before_is_delivered_after_the_start() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        let reference = send(&desk, "a", "wijkteam").await;
        assert_eq!(desk.lines().await[0].state, State::Waiting, "it waits");
        let site = desk.close().await;

        let receiver = Receiver::default();
        let deliveries = Some(receiver.deliveries(|_, _| Ok(())));
        let desk = OpenDesk::open(site, &address, &[], deliveries, hurry()).await;
        desk.until(all_delivered).await;
        assert_eq!(receiver.0.lock().expect("nobody panicked")[0].reference, reference);
    });
}

#[test]
fn the_delivery_at_hand_ends_before_the_desk_does() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let (begun, has_begun) = tokio::sync::watch::channel(false);
        let deliveries = Deliveries::to(move |_| {
            begun.send(true).ok();
            async {
                tokio::time::sleep(Duration::from_millis(100)).await;
                Ok(())
            }
        });
        let desk = OpenDesk::open(site, &address, &[], Some(deliveries), hurry()).await;
        send(&desk, "a", "wijkteam").await;
        send(&desk, "b", "wijkteam").await;
        has_begun.clone().wait_for(|begun| *begun).await.expect("it begins");
        let site = desk.close().await;
        let store = Store::open(&in_file(&site), Opening::Use).await.expect("a store");
        let states: Vec<_> =
            crate::open_desk::lines(&store).await.iter().map(|line| line.state).collect();
        assert_eq!(states, [State::Delivered, State::Waiting]);
    });
}

#[test]
fn a_queue_that_goes_nowhere_waits() {
    block_on(async {
        let desk = OpenDesk::delivering(Deliveries::none()).await;
        desk.kept("0123456789abcdef", &draft()).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
        let line = desk.lines().await.remove(0);
        assert_eq!((line.state, line.tries), (State::Waiting, 0));
    });
}

#[test]
fn each_try_waits_longer_and_not_for_ever() {
    let pace = Pace::default();
    let seconds = |tries, chance| pace.wait(tries, chance).as_secs_f64();
    assert_eq!((seconds(1, 0.0), seconds(2, 0.0), seconds(4, 0.0)), (5.0, 10.0, 40.0));
    assert_eq!((seconds(1, 1.0), seconds(4, 0.5)), (2.5, 30.0), "chance takes off up to half");
    assert_eq!((seconds(30, 0.0), seconds(u32::MAX, 0.0)), (3600.0, 3600.0));
    let all: f64 = (1..pace.tries).map(|tries| seconds(tries, 0.5)).sum();
    assert!((90.0..104.0).contains(&(all / 3600.0)), "about four days: {} hours", all / 3600.0);
    assert!(pace.lease > pace.limit);
}
