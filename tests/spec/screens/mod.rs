//! What is drawn: every screen of visits drawn at random, as HTML, without a browser. A visit
//! goes on by what stands on its screens and by nothing else: its buttons are pressed, its
//! forms filled in and sent. And every published page, which is made of the same.

mod html;
mod judge;
mod pages;
mod text;
mod walk;

use std::collections::BTreeMap;
use std::thread;
use walk::Walk;

/// So many visits; each is of the town that its number falls to.
const VISITS: u64 = 20_000;

/// One `h1`, something that takes the focus, names for all controls, HTML that is valid.
#[test]
fn every_screen_of_any_visit_is_sound() {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let parts: Vec<Walk> = thread::scope(|scope| {
        let part = |core| {
            scope.spawn(move || {
                let mut walk = Walk::default();
                (core..VISITS).step_by(cores as usize).for_each(|seed| walk.visit(seed));
                walk
            })
        };
        let parts: Vec<_> = (0..cores).map(part).collect();
        parts.into_iter().map(|part| part.join().expect("a walk that ends")).collect()
    });
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for part in parts {
        part.kinds.into_iter().for_each(|(kind, many)| *kinds.entry(kind).or_default() += many);
        wrong.extend(part.wrong);
    }
    let screens: usize = kinds.values().sum();
    println!("{screens} screens of {VISITS} visits: {kinds:?}");
    assert!(wrong.is_empty(), "{} kinds of fault: {wrong:#?}", wrong.len());
    for kind in walk::KINDS {
        assert!(kinds.contains_key(kind), "no visit came to: {kind}");
    }
}
