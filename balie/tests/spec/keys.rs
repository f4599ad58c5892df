//! Where keys come from, and when a desk does not open for want of one.

use crate::open_desk::{KEY, OpenDesk, draft, hurry, in_file, serve, site};
use crate::site::{Site, block_on};
use balie::arguments::StoreAt;
use balie::keys::Keys;
use balie::opening::open;
use balie::store::{Opening, Store};
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

const ONE: &str = "1111111111111111111111111111111111111111111111111111111111111111";
const TWO: &str = "2222222222222222222222222222222222222222222222222222222222222222";

/// Why a desk does not open on the store of this site; nothing if it does.
fn why_not(site: &Site, variables: &[(&str, &str)]) -> Option<String> {
    let serve = serve(site, &in_file(site), &[]);
    let keys = keys(&serve.store, variables).expect("keys");
    block_on(async {
        match open(&serve, &keys).await {
            Ok(opened) => {
                opened.behind.close().await;
                None
            }
            Err(why) => Some(why),
        }
    })
}

fn keys(store: &StoreAt, variables: &[(&str, &str)]) -> Result<Keys, String> {
    Keys::of(store, |name| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| OsString::from(value))
    })
}

/// A site whose store holds a request, sealed with the key of its file.
fn with_a_request() -> Site {
    let site = site();
    let address = in_file(&site);
    block_on(async {
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        desk.kept(KEY, &draft()).await;
        desk.close().await
    })
}

fn mode(site: &Site, name: &str) -> u32 {
    fs::metadata(site.beside(name)).expect(name).permissions().mode() & 0o777
}

#[test]
fn a_key_is_made_beside_the_store_for_its_owner_only() {
    let site = site();
    assert_eq!(why_not(&site, &[]), None);
    assert_eq!((mode(&site, "balie.key"), mode(&site, "requests.db")), (0o600, 0o600));
    let key = fs::read_to_string(site.beside("balie.key")).expect("the key");
    assert_eq!(key.trim().len(), 64);
    assert_eq!(why_not(&site, &[]), None);
    assert_eq!(fs::read_to_string(site.beside("balie.key")).expect("the key"), key, "kept");
}

#[test]
fn a_key_that_others_can_read_is_refused() {
    let site = with_a_request();
    for mode in [0o640, 0o604, 0o644, 0o620] {
        fs::set_permissions(site.beside("balie.key"), Permissions::from_mode(mode)).expect("it");
        let why = why_not(&site, &[]).expect("refused");
        assert!(why.contains("chmod 600") && why.contains(&format!("{mode:o}")), "{why}");
    }
    fs::set_permissions(site.beside("balie.key"), Permissions::from_mode(0o400)).expect("it");
    assert_eq!(why_not(&site, &[]), None);
}

#[test]
fn a_desk_does_not_open_without_a_key_that_it_needs() {
    let site = with_a_request();
    let needed = block_on(async {
        let store = Store::open(&in_file(&site), Opening::Use).await.expect("a store");
        store.needed_keys().await.expect("keys").remove(0)
    });
    let why = why_not(&site, &[("BALIE_KEY", ONE)]).expect("refused");
    assert!(why.contains(&needed) && why.contains("BALIE_OLD_KEYS"), "{why}");

    let key = fs::read_to_string(site.beside("balie.key")).expect("the key");
    let with_old = [("BALIE_KEY", ONE), ("BALIE_OLD_KEYS", &format!("{TWO}, {}", key.trim()))];
    assert_eq!(why_not(&site, &with_old), None);

    fs::rename(site.beside("balie.key"), site.beside("lost.key")).expect("it moves");
    let why = why_not(&site, &[]).expect("refused");
    assert!(why.contains("put it back"), "{why}");
    assert!(!site.beside("balie.key").exists(), "no new key hides that the old one is gone");

    fs::write(site.beside("balie.key"), format!("# new\n{TWO}\n\n{key}")).expect("a file");
    fs::set_permissions(site.beside("balie.key"), Permissions::from_mode(0o600)).expect("it");
    assert_eq!(why_not(&site, &[]), None, "several lines");
}

#[test]
fn after_a_new_key_a_request_of_before_is_still_the_same() {
    let site = with_a_request();
    let old = fs::read_to_string(site.beside("balie.key")).expect("the key");
    fs::write(site.beside("balie.key"), format!("{TWO}\n{old}")).expect("a file");
    let address = in_file(&site);
    block_on(async {
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        let again = desk.kept(KEY, &draft()).await;
        desk.kept("another-key-0123", &draft()).await;
        let lines = desk.lines().await;
        assert_eq!((lines.len(), &lines[0].reference), (2, &again));
        assert_ne!(lines[0].sealed.key_id, lines[1].sealed.key_id, "the new one seals");
    });
}

#[test]
fn a_shared_store_needs_a_key_that_was_given() {
    let shared = |key_file: Option<&str>| StoreAt {
        address: "postgres://localhost/balie".to_owned(),
        key_file: key_file.map(Into::into),
    };
    let why = keys(&shared(None), &[]).err().expect("refused");
    assert!(why.contains("BALIE_KEY") && why.contains("--key-file"), "{why}");
    assert!(keys(&shared(None), &[("BALIE_KEY", ONE)]).is_ok());
    let site = site();
    let file = site.beside("shared.key");
    let given = keys(&shared(file.to_str()), &[]).expect("keys");
    assert!(given.read(false).is_err(), "each desk would make its own");
    assert!(!file.exists());
    let why = keys(&shared(None), &[("BALIE_OLD_KEYS", ONE)]).err().expect("refused");
    assert!(why.contains("set both"), "{why}");
}

#[test]
fn a_key_is_never_told() {
    let site = site();
    let half = &ONE[..40];
    let why = why_not(&site, &[("BALIE_KEY", half)]).expect("refused");
    assert!(why.contains("BALIE_KEY") && !why.contains(half), "{why}");
    let store = StoreAt { address: "postgres://u:secret@h/n".to_owned(), key_file: None };
    assert!(!format!("{store:?}").contains("secret"));
}
