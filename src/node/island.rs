//! What lives by itself on a screen that else stands still: a browser lets it live in an
//! element of its own (`view/island.rs`), a page shows how it begins.

/// Something that changes while somebody waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Island<A> {
    /// How long it is until something happens by itself.
    Countdown {
        /// What is said from so many seconds before it on, longest first.
        said: Vec<(u32, String)>,
        /// What is told when it is time.
        ended: A,
    },
}

impl<A> Island<A> {
    /// What it says with so many seconds to go; nothing more than what it begins with.
    pub fn text(said: &[(u32, String)], left: u32) -> &str {
        let now = said.iter().rev().find(|(from, _)| left <= *from).or(said.first());
        now.map_or("", |(_, text)| text)
    }
}
