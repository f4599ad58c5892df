//! What a copy of the store tells: nothing.

use crate::open_desk::{KEY, OpenDesk, STORY, draft, hurry, in_file, site};
use crate::site::block_on;
use balie::sealing::{Keyring, Sealed};

const ONE: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const TWO: &str = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

fn ring(keys: &[&str]) -> Keyring {
    Keyring::of(keys.iter().copied()).expect("a keyring")
}

#[test]
fn what_is_sealed_is_opened_for_its_own_reference_only() {
    let ring = ring(&[ONE]);
    let sealed = ring.seal("WD-1", b"a story");
    assert_eq!(ring.open("WD-1", &sealed).as_deref(), Ok(&b"a story"[..]));
    assert!(ring.open("WD-2", &sealed).expect_err("moved").contains("damaged"));
    assert_ne!(ring.seal("WD-1", b"a story"), sealed, "each time another nonce");

    for place in [0, sealed.content.len() - 1] {
        let mut changed = sealed.clone();
        changed.content[place] ^= 1;
        assert!(ring.open("WD-1", &changed).is_err(), "{place}");
    }
    let short = Sealed { content: vec![1; 5], ..sealed };
    assert!(ring.open("WD-1", &short).is_err());
}

#[test]
fn keys_of_before_open_and_the_first_one_seals() {
    let old = ring(&[ONE]);
    let both = ring(&[TWO, ONE]);
    let before = old.seal("WD-1", b"before");
    assert_eq!(both.open("WD-1", &before).as_deref(), Ok(&b"before"[..]));
    let after = both.seal("WD-1", b"after");
    assert_ne!(after.key_id, before.key_id);
    let why = old.open("WD-1", &after).expect_err("a key it does not have");
    assert!(why.contains(&after.key_id), "{why}");
    assert!(both.has(&before.key_id) && !old.has(&after.key_id));
}

#[test]
fn the_name_of_a_key_tells_nothing_of_it() {
    let id = ring(&[ONE]).seal("WD-1", b"").key_id;
    assert_eq!(id, "630dcd29", "the first digits of its SHA-256");
}

#[test]
fn a_key_has_64_digits() {
    for wrong in ["", "00", &ONE[1..], &format!("{ONE}00"), &ONE.replace('0', "g")] {
        let why = Keyring::of([wrong]).err().expect("no key");
        assert!(why.contains("openssl rand -hex 32"), "{why}");
        assert!(wrong.is_empty() || !why.contains(wrong), "a key is not told");
    }
    assert!(Keyring::of([ONE.to_uppercase().as_str()]).is_ok());
    assert!(Keyring::of([]).is_err());
}

#[test]
fn no_file_of_the_store_holds_what_somebody_wrote() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        desk.kept(KEY, &draft()).await;
        let holds = |name: &str| {
            let Ok(bytes) = std::fs::read(desk.site.beside(name)) else { return false };
            assert!(!bytes.is_empty(), "{name}");
            [STORY, "0612345678", KEY]
                .iter()
                .any(|said| bytes.windows(said.len()).any(|window| window == said.as_bytes()))
        };
        for name in ["requests.db", "requests.db-wal"] {
            assert!(desk.site.beside(name).exists(), "{name}");
            assert!(!holds(name), "{name}");
        }
        let row = desk.lines().await.remove(0);
        let opened = desk.desk.keyring.open(&row.reference, &row.sealed).expect("it opens");
        assert!(String::from_utf8(opened).expect("text").contains(STORY));
        let site = desk.close().await;
        let bytes = std::fs::read(site.beside("requests.db")).expect("the store");
        assert!(!bytes.windows(STORY.len()).any(|window| window == STORY.as_bytes()));
    });
}
