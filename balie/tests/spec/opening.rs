//! From an address to a store that is ready: nothing of others is touched, nothing lost is
//! hidden.

use crate::open_desk::{KEY, OpenDesk, draft, hurry, in_file, lines, serve, site};
use crate::site::block_on;
use balie::keys::Keys;
use balie::opening::private;
use balie::store::{Opening, Store};
use sqlx::{Connection, Executor, SqliteConnection};
use std::fs;
use std::os::unix::fs::MetadataExt;

async fn opened(address: &str, opening: Opening) -> Result<(), String> {
    let store = Store::open(address, opening).await?;
    store.close().await;
    Ok(())
}

#[test]
fn a_file_of_another_program_is_left_as_it_is() {
    block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("other.db");
        let address = format!("sqlite://{}", file.display());
        fs::write(&file, "notes of somebody").expect("a file");
        for opening in [Opening::Make, Opening::Use, Opening::Look] {
            assert!(opened(&address, opening).await.expect_err("refused").contains("other.db"));
        }
        assert_eq!(fs::read_to_string(&file).expect("it reads"), "notes of somebody");

        fs::remove_file(&file).expect("it goes");
        let mut other =
            SqliteConnection::connect(&format!("{address}?mode=rwc")).await.expect("a database");
        // Also where a table is called as one of ours.
        other.execute("CREATE TABLE requests (note TEXT)").await.expect("a table");
        other.close().await.expect("closed");
        let before = fs::read(&file).expect("it reads");
        for opening in [Opening::Make, Opening::Use, Opening::Look] {
            let why = opened(&address, opening).await.expect_err("refused");
            assert!(why.contains("is no store of the desk"), "{why}");
        }
        assert_eq!(fs::read(&file).expect("it reads"), before);
    });
}

#[test]
fn no_new_store_is_made_beside_a_key() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        desk.kept(KEY, &draft()).await;
        let site = desk.close().await;
        let file = site.beside("requests.db");
        fs::rename(&file, site.beside("moved.db")).expect("it moves");
        let why = opened(&address, Opening::Make).await.expect_err("refused");
        assert!(why.contains("put the store back") && why.contains("balie.key"), "{why}");
        assert!(!file.exists());

        fs::write(&file, "").expect("half of a copy");
        let why = opened(&address, Opening::Make).await.expect_err("refused");
        assert!(why.contains("or an empty one"), "{why}");
        fs::remove_file(&file).expect("it goes");

        fs::rename(site.beside("balie.key"), site.beside("old.key")).expect("it moves");
        opened(&address, Opening::Make).await.expect("begun anew");
        assert_eq!(file.metadata().expect("it is there").mode() & 0o777, 0o600);
    });
}

#[test]
fn several_may_open_a_new_store_at_once() {
    let site = site();
    let address = in_file(&site);
    let desks: Vec<_> = (0..8)
        .map(|_| {
            let (address, told) = (address.clone(), serve(&site, &address, &[]));
            std::thread::spawn(move || {
                block_on(async {
                    let store = Store::open(&address, Opening::Make).await?;
                    let keys = Keys::of(&told.store, |_| None)?;
                    let keyring = balie::opening::keyring(&store, &keys).await?;
                    store.close().await;
                    Ok::<_, String>(keyring.seal("WD-1", b"it").key_id)
                })
            })
        })
        .collect();
    let keys: Result<Vec<_>, _> =
        desks.into_iter().map(|desk| desk.join().expect("no panic")).collect();
    let mut keys = keys.expect("each opens");
    keys.dedup();
    assert_eq!(keys.len(), 1, "one key for all of them");
}

#[test]
fn a_store_that_was_removed_or_replaced_takes_nothing() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        desk.kept(KEY, &draft()).await;
        let file = desk.site.beside("requests.db");
        let aside = desk.site.beside("aside.db");
        fs::rename(&file, &aside).expect("it moves");
        for _ in 0..2 {
            assert_eq!(desk.post("another-key-0123", &draft()).await.status, 503);
            let ready = desk.get("/readyz").await;
            assert_eq!(ready.status, 503);
            assert!(ready.body.contains("put it back"), "{}", ready.body);
            fs::copy(&aside, &file).expect("another in its place");
        }
        fs::rename(&aside, &file).expect("put back");
        assert_eq!(desk.get("/readyz").await.status, 200);
        assert_eq!(desk.post("another-key-0123", &draft()).await.status, 201);
    });
}

#[test]
fn a_store_that_is_only_looked_at_stays_as_it_is() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        assert!(opened(&address, Opening::Look).await.is_err());
        assert!(!site.beside("requests.db").exists());
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        desk.kept(KEY, &draft()).await;
        let site = desk.close().await;
        let before = fs::read(site.beside("requests.db")).expect("it reads");
        let store = Store::open(&address, Opening::Look).await.expect("it opens");
        assert_eq!(lines(&store).await.len(), 1);
        assert!(store.erase("WD-1").await.is_err(), "it cannot write");
        store.close().await;
        assert_eq!(fs::read(site.beside("requests.db")).expect("it reads"), before);
    });
}

#[test]
fn nothing_of_the_desk_lies_among_what_it_serves() {
    let site = site();
    let data = site.data();
    let inside = |name: &str| data.join(name).display().to_string();
    let store = format!("sqlite://{}", inside("balie.db"));
    let elsewhere = in_file(&site);
    fs::create_dir(data.join("down")).expect("a folder");
    let key = inside("down/the.key");
    for (address, options) in [
        (store.as_str(), vec![]),
        (elsewhere.as_str(), vec!["--key-file", key.as_str()]),
        (elsewhere.as_str(), vec!["--deliver", key.as_str()]),
    ] {
        let serve = serve(&site, address, &options);
        let keys = Keys::of(&serve.store, |_| None).expect("keys");
        let why = private(&serve, &keys).expect_err("refused");
        assert!(why.contains("put it elsewhere"), "{why}");
    }
    let serve = serve(&site, &elsewhere, &[]);
    let keys = Keys::of(&serve.store, |_| None).expect("keys");
    private(&serve, &keys).expect("beside it is elsewhere");
}

#[test]
fn a_copy_holds_all_of_it_and_can_be_opened() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        let reference = desk.kept(KEY, &draft()).await;
        let copy = desk.site.beside("copy.db");
        assert_eq!(desk.store.copy_to(&copy).await, Ok(1));
        assert_eq!(copy.metadata().expect("it is there").mode() & 0o777, 0o600);
        let why = desk.store.copy_to(&copy).await.expect_err("it is there already");
        assert!(why.contains("copy.db"), "{why}");
        let nowhere = desk.site.beside("no/copy.db");
        assert!(desk.store.copy_to(&nowhere).await.is_err());

        desk.store.settle().await.expect("settled");
        let plain = desk.site.beside("plain.db");
        fs::copy(desk.site.beside("requests.db"), &plain).expect("copied");
        for file in [copy, plain] {
            let address = format!("sqlite://{}", file.display());
            let store = Store::open(&address, Opening::Use).await.expect("it opens");
            assert_eq!(lines(&store).await[0].reference, reference);
        }
    });
}
