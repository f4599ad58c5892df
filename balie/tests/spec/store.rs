//! What is promised of every store, SQLite and PostgreSQL alike.

use crate::idempotency::join_all;
use crate::open_desk::lines;
use crate::postgres::Server;
use crate::site::block_on;
use balie::sealing::Sealed;
use balie::store::{Entry, Error, InHand, Kept, Opening, Queue, State, Store, Sum};

const DESK: &str = "desk-1";

/// Does this with an empty SQLite, and with an empty PostgreSQL.
fn in_each_store(test: impl AsyncFn(Store)) {
    block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let file = format!("sqlite://{}", folder.path().join("t.db").display());
        for address in [file, Server::shared().await.database().await] {
            let store = Store::open(&address, Opening::Make).await.expect("a store");
            test(store.clone()).await;
            store.close().await;
        }
    });
}

fn queue(provider: &str) -> Queue {
    Queue { town: "zonnedal".to_owned(), provider: provider.to_owned() }
}

async fn take_a(store: &Store) -> Option<InHand> {
    store.take(&queue("a"), DESK, 0, 60).await.expect("taken")
}

fn entry(key: u8, reference: &str, provider: &str) -> Entry {
    Entry {
        key_digest: [key; 32],
        reference: reference.to_owned(),
        queue: queue(provider),
        received_at: 1_000,
        working_days: 5,
        suspect: true,
        sealed: Sealed { key_id: format!("key-{key}"), content: vec![key, 0, 255] },
    }
}

#[test]
fn what_is_kept_is_found_again() {
    in_each_store(async |store| {
        store.takes().await.expect("it has room");
        assert_eq!(store.keep(&[]).await.expect("nothing"), []);
        let it = entry(1, "WD-1", "wijkteam");
        assert_eq!(store.keep(std::slice::from_ref(&it)).await.expect("kept"), [Kept::New]);
        let line = store.find("WD-1").await.expect("it reads").expect("a request");
        assert_eq!(line.sealed, it.sealed);
        assert_eq!(line.queue, it.queue);
        assert_eq!((line.received_at, line.working_days, line.suspect), (1_000, 5, true));
        assert_eq!((line.state, line.tries, line.delivered_at), (State::Waiting, 0, None));
        assert_eq!(store.find("WD-2").await.expect("it reads"), None);
        assert_eq!(store.needed_keys().await.expect("keys"), ["key-1"]);
    });
}

#[test]
fn a_key_is_kept_once_in_one_write_and_over_several() {
    in_each_store(async |store| {
        let first = [entry(1, "WD-1", "a"), entry(2, "WD-2", "a"), entry(1, "WD-3", "a")];
        let kept = store.keep(&first).await.expect("kept");
        assert_eq!(kept[..2], [Kept::New, Kept::New]);
        let Kept::Before(before) = &kept[2] else { panic!("{:?}", kept[2]) };
        assert_eq!((before.reference.as_str(), &before.sealed), ("WD-1", &first[0].sealed));

        let kept = store.keep(&[entry(3, "WD-4", "a"), entry(2, "WD-5", "a")]).await;
        let kept = kept.expect("kept");
        assert_eq!(kept[0], Kept::New);
        assert!(matches!(&kept[1], Kept::Before(before) if before.reference == "WD-2"));
        assert_eq!(lines(&store).await.len(), 3);
    });
}

#[test]
fn a_reference_that_is_taken_is_told() {
    in_each_store(async |store| {
        let both = [entry(2, "WD-1", "a"), entry(1, "WD-1", "a")];
        assert_eq!(store.keep(&both).await.expect("kept"), [Kept::Clash, Kept::New]);
        let again = [entry(3, "WD-1", "a"), entry(4, "WD-2", "a")];
        assert_eq!(store.keep(&again).await.expect("kept"), [Kept::Clash, Kept::New]);
    });
}

#[test]
fn many_are_kept_in_one_write() {
    in_each_store(async |store| {
        let many: Vec<_> = (0..=255).map(|n| entry(n, &format!("WD-{n}"), "a")).collect();
        let kept = store.keep(&many).await.expect("kept");
        assert!(kept.iter().all(|kept| *kept == Kept::New));
        assert_eq!(lines(&store).await.len(), 256);
        let again = store.keep(&many).await.expect("kept");
        assert!(again.iter().all(|kept| matches!(kept, Kept::Before(_))));
    });
}

#[test]
fn only_the_oldest_of_a_queue_is_given_out_and_to_one_desk() {
    in_each_store(async |store| {
        for (key, reference, queue) in [(1, "WD-1", "a"), (2, "WD-2", "a"), (3, "WD-3", "b")] {
            store.keep(&[entry(key, reference, queue)]).await.expect("kept");
        }
        assert_eq!(store.ready(0).await.expect("queues"), [queue("a"), queue("b")]);
        let first = store.take(&queue("a"), DESK, 0, 60).await.expect("taken").expect("one");
        assert_eq!((first.reference.as_str(), first.tries), ("WD-1", 0));
        assert_eq!(first.sealed, entry(1, "", "a").sealed);

        assert_eq!(store.ready(59).await.expect("queues"), [queue("b")]);
        for desk in [DESK, "desk-2"] {
            let second = store.take(&queue("a"), desk, 59, 90).await.expect("taken");
            assert!(second.is_none(), "the first is in hand, and the next one waits for it");
        }
        let again = store.take(&queue("a"), "desk-2", 60, 120).await.expect("taken");
        assert_eq!(again.expect("a lease ends").reference, "WD-1");

        assert_not_in_hand(store.delivered(first.id, DESK, 61).await);
        let line = store.find("WD-1").await.expect("it reads").expect("a request");
        assert_eq!(line.state, State::Waiting, "another desk has it now");
        store.delivered(first.id, "desk-2", 62).await.expect("recorded");
        let line = store.find("WD-1").await.expect("it reads").expect("a request");
        assert_eq!((line.state, line.delivered_at, line.tries), (State::Delivered, Some(62), 1));
        let next = store.take(&queue("a"), DESK, 62, 120).await.expect("taken").expect("one");
        assert_eq!(next.reference, "WD-2");
    });
}

#[test]
fn of_several_at_once_one_keeps_and_one_takes() {
    in_each_store(async |store| {
        let writes: Vec<[Entry; 20]> = (0..8)
            .map(|write| {
                std::array::from_fn(|n| {
                    // Each in an order of its own.
                    let key = if write % 2 == 0 { n as u8 } else { 19 - n as u8 };
                    entry(key, &format!("WD-{write}-{key}"), "a")
                })
            })
            .collect();
        let kept = join_all(writes.iter().map(|write| store.keep(write))).await;
        let new = kept.iter().flatten().flatten().filter(|kept| **kept == Kept::New).count();
        assert_eq!((kept.iter().filter(|kept| kept.is_ok()).count(), new), (8, 20));

        for _ in 0..20 {
            let taking = std::iter::repeat_with(|| take_a(&store)).take(8);
            let taken: Vec<_> = join_all(taking).await.into_iter().flatten().collect();
            assert_eq!(taken.len(), 1);
            store.delivered(taken[0].id, DESK, 1).await.expect("recorded");
        }
    });
}

#[test]
fn what_is_put_off_holds_up_its_queue_and_what_is_dead_does_not() {
    in_each_store(async |store| {
        store.keep(&[entry(1, "WD-1", "a")]).await.expect("kept");
        store.keep(&[entry(2, "WD-2", "a")]).await.expect("kept");
        let it = store.take(&queue("a"), DESK, 0, 60).await.expect("taken").expect("one");
        store.put_off(it.id, DESK, "no answer", 100, false).await.expect("recorded");
        assert_eq!(store.ready(99).await.expect("queues"), []);
        assert!(store.take(&queue("a"), DESK, 99, 160).await.expect("taken").is_none());

        let it = store.take(&queue("a"), DESK, 100, 160).await.expect("taken").expect("one");
        assert_eq!((it.reference.as_str(), it.tries), ("WD-1", 1));
        store.bury(it.id, DESK, "no such address").await.expect("recorded");
        let line = store.find("WD-1").await.expect("it reads").expect("a request");
        assert_eq!((line.state, line.tries), (State::Dead, 2));
        assert_eq!(line.last_error.as_deref(), Some("no such address"));
        let next = store.take(&queue("a"), DESK, 100, 160).await.expect("taken").expect("one");
        assert_eq!(next.reference, "WD-2");

        assert!(store.resend("WD-1").await.expect("recorded"));
        assert!(!store.resend("WD-9").await.expect("nothing"));
        let again = store.take(&queue("a"), DESK, 100, 160).await.expect("taken").expect("one");
        assert_eq!((again.reference.as_str(), again.tries), ("WD-1", 0));
        let sum = |late| Sum { waiting: 2, oldest: Some(1_000), late, dead: 0 };
        assert_eq!(store.sum(1_000).await.expect("a sum"), sum(0));
        assert_eq!(store.sum(1_001).await.expect("a sum"), sum(2));
    });
}

#[test]
fn only_what_was_delivered_long_ago_is_erased() {
    in_each_store(async |store| {
        for (key, reference) in [(1, "WD-1"), (2, "WD-2"), (3, "WD-3"), (4, "WD-4")] {
            store.keep(&[entry(key, reference, reference)]).await.expect("kept");
        }
        for (reference, at) in [("WD-1", 10), ("WD-2", 20)] {
            let it = store.take(&queue(reference), DESK, 0, 60).await.expect("it").expect("one");
            store.delivered(it.id, DESK, at).await.expect("recorded");
        }
        let it = store.take(&queue("WD-3"), DESK, 0, 60).await.expect("it").expect("one");
        store.bury(it.id, DESK, "").await.expect("recorded");

        assert_eq!(store.purge(20).await.expect("erased"), 1);
        let left: Vec<_> = lines(&store).await.into_iter().map(|line| line.reference).collect();
        assert_eq!(left, ["WD-2", "WD-3", "WD-4"]);
        assert_eq!(store.keep(&[entry(1, "WD-5", "a")]).await.expect("kept"), [Kept::New]);
        assert!(store.erase("WD-5").await.expect("erased"));
        assert!(!store.erase("WD-5").await.expect("nothing"));
        assert_eq!(store.sum(0).await.expect("a sum").dead, 1);
    });
}

#[test]
fn what_nobody_received_is_erased_by_when_it_came_in() {
    in_each_store(async |store| {
        for (key, reference) in [(1, "WD-1"), (2, "WD-2"), (3, "WD-3"), (4, "WD-4")] {
            let mut it = entry(key, reference, reference);
            it.received_at = i64::from(key) * 1_000;
            store.keep(&[it]).await.expect("kept");
        }
        let it = store.take(&queue("WD-1"), DESK, 0, 60).await.expect("it").expect("one");
        store.delivered(it.id, DESK, 10).await.expect("recorded");
        let it = store.take(&queue("WD-2"), DESK, 0, 60).await.expect("it").expect("one");
        store.bury(it.id, DESK, "").await.expect("recorded");

        assert_eq!(store.purge_undelivered(2_000).await.expect("erased"), 0);
        assert_eq!(store.purge_undelivered(4_000).await.expect("erased"), 2);
        let left: Vec<_> = lines(&store).await.into_iter().map(|line| line.reference).collect();
        assert_eq!(left, ["WD-1", "WD-4"]);
    });
}

#[track_caller]
fn assert_not_in_hand(recorded: Result<(), Error>) {
    assert!(matches!(recorded, Err(Error::RowNotFound)), "{recorded:?}");
}

#[test]
fn what_is_not_in_hand_is_not_recorded_and_that_is_told() {
    in_each_store(async |store| {
        store.keep(&[entry(1, "WD-1", "a")]).await.expect("kept");
        let it = take_a(&store).await.expect("one");
        assert_not_in_hand(store.delivered(it.id, "desk-2", 1).await);
        assert_not_in_hand(store.put_off(it.id, "desk-2", "", 1, true).await);
        assert_not_in_hand(store.bury(it.id, "desk-2", "").await);
        assert!(store.resend("WD-1").await.expect("recorded"));
        assert_not_in_hand(store.delivered(it.id, DESK, 1).await);
        let line = store.find("WD-1").await.expect("it reads").expect("a request");
        assert_eq!((line.state, line.tries), (State::Waiting, 0));
    });
}

#[test]
fn what_stands_aside_holds_up_nobody_and_is_tried_on_its_own() {
    in_each_store(async |store| {
        for (key, reference) in [(1, "WD-1"), (2, "WD-2"), (3, "WD-3")] {
            store.keep(&[entry(key, reference, "a")]).await.expect("kept");
        }
        let it = take_a(&store).await.expect("one");
        store.put_off(it.id, DESK, "refused", 100, true).await.expect("recorded");
        let it = take_a(&store).await.expect("one");
        assert_eq!(it.reference, "WD-2");
        store.put_off(it.id, DESK, "no answer", 200, false).await.expect("recorded");
        assert_eq!(store.ready(99).await.expect("queues"), []);
        assert!(store.take(&queue("a"), DESK, 99, 160).await.expect("it").is_none());

        assert_eq!(store.ready(100).await.expect("queues"), [queue("a")]);
        let it = store.take(&queue("a"), DESK, 100, 160).await.expect("it").expect("one");
        assert_eq!((it.reference.as_str(), it.tries), ("WD-1", 1), "WD-3 waits for WD-2");
        store.put_off(it.id, DESK, "no answer", 300, false).await.expect("recorded");
        let it = store.take(&queue("a"), DESK, 400, 460).await.expect("it").expect("one");
        assert_eq!(it.reference, "WD-2", "what stands aside goes after the queue");
        store.delivered(it.id, DESK, 401).await.expect("recorded");

        assert!(store.resend("WD-1").await.expect("recorded"));
        let it = store.take(&queue("a"), DESK, 400, 460).await.expect("it").expect("one");
        assert_eq!(it.reference, "WD-1", "sent again it has its old place");
    });
}

#[test]
fn a_clock_that_ran_ahead_stops_no_queue() {
    const YEAR: i64 = 365 * 24 * 60 * 60 * 1_000;
    in_each_store(async |store| {
        let now = 100 * YEAR;
        let at =
            async |now: i64| store.take(&queue("a"), DESK, now, now + 60_000).await.expect("it");
        store.keep(&[entry(1, "WD-1", "a")]).await.expect("kept");
        at(now + YEAR).await.expect("taken by a clock that is a year ahead");
        let it = at(now).await.expect("nobody has it for a year");
        store.put_off(it.id, DESK, "no answer", now + YEAR, false).await.expect("recorded");
        assert_eq!(store.ready(now).await.expect("queues"), [queue("a")]);
        let it = at(now).await.expect("nothing waits for a year");
        store.put_off(it.id, DESK, "no answer", now + 60_000, true).await.expect("recorded");
        assert!(at(now).await.is_none(), "what waits a minute waits");
        assert_eq!(at(now + 60_000).await.expect("one").reference, "WD-1");
    });
}

#[test]
fn what_was_tried_out_in_one_town_is_erased_and_nothing_of_another() {
    in_each_store(async |store| {
        store.keep(&[entry(1, "WD-1", "a")]).await.expect("kept");
        let mut later = entry(2, "WD-2", "a");
        later.received_at = 2_000;
        let mut other = entry(3, "WD-3", "a");
        other.queue.town = "zonnedal-noord".to_owned();
        store.keep(&[later]).await.expect("kept");
        store.keep(&[other]).await.expect("kept");

        assert_eq!(store.purge_town("zonnedal", 2_000).await.expect("erased"), 1);
        let left: Vec<_> = lines(&store).await.into_iter().map(|line| line.reference).collect();
        assert_eq!(left, ["WD-2", "WD-3"]);
    });
}

#[test]
fn a_long_list_is_told_in_the_order_of_arrival() {
    in_each_store(async |store| {
        for hundred in 0..6_u16 {
            let some: Vec<_> = (0..100_u16)
                .map(|n| {
                    let number = hundred * 100 + n;
                    let mut it = entry(0, &format!("WD-{number}"), "a");
                    it.key_digest[..2].copy_from_slice(&number.to_be_bytes());
                    it
                })
                .collect();
            store.keep(&some).await.expect("kept");
        }
        let told: Vec<_> = lines(&store).await.into_iter().map(|line| line.reference).collect();
        assert_eq!(told, (0..600).map(|n| format!("WD-{n}")).collect::<Vec<_>>());
        let mut dead = 0;
        let count = |_| {
            dead += 1;
            Ok(())
        };
        store.each(Some(State::Dead), count).await.expect("it reads");
        assert_eq!(dead, 0);
    });
}

#[test]
fn a_store_that_is_not_there_is_not_made_by_a_command() {
    block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("t.db");
        let address = format!("sqlite://{}", file.display());
        let why = Store::open(&address, Opening::Use).await.expect_err("refused");
        assert!(why.contains("--db") && !file.exists(), "{why}");
        let address = format!("sqlite://{}", folder.path().join("no/t.db").display());
        assert!(
            Store::open(&address, Opening::Make)
                .await
                .expect_err("no folder")
                .contains("cannot make")
        );
        let why = Store::open("postgres://u:secret@127.0.0.1:1/n", Opening::Make)
            .await
            .expect_err("none");
        assert!(!why.contains("secret"), "{why}");
    });
}
