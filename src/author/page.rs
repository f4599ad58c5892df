//! What a page is made of, and how it is put in the shell. Nothing on it tells anything: what
//! is pressed is heard by scripts that find it by its id or its `data-do`.

use crate::node::{element, inside, to_html, with};
use crate::screens::parts::own_link;
use crate::texts::Interface;
use std::convert::Infallible;

/// Part of a page.
pub type Node = crate::node::Node<Infallible>;

/// What stands inside an element of a page.
pub type Inside = crate::node::Inside<Infallible>;

/// A page for the shell: what goes in its head and its body.
#[derive(Debug)]
pub struct Page {
    /// The title; it says nothing about what somebody needs.
    pub title: String,
    /// More for the head.
    pub head: Inside,
    /// The whole body.
    pub body: Inside,
}

/// What is said of a shell that lacks a mark.
const BROKEN: &str = "de app is niet heel: bouw haar opnieuw met trunk";

impl Page {
    /// Fills the shell, or says that it lacks a mark.
    pub(super) fn fill(&self, texts: &Interface, shell: &str) -> Result<String, &'static str> {
        let mut page = shell.to_owned();
        let title = element("title", "", inside![self.title.as_str()]);
        let found = [("name", "description"), ("content", texts.pages.found())];
        let found = tag("meta", found, inside![]);
        let no_script = shell_part(shell, "<noscript>", "</noscript>")?;
        for (mark, filling) in [
            ("<title>Wijkdeur</title>", to_html::<Infallible>(&inside![title])),
            ("<!-- head -->", to_html::<Infallible>(&inside![found]) + &to_html(&self.head)),
            ("<!-- body -->", to_html(&self.body)),
            (no_script, String::new()),
        ] {
            if !page.contains(mark) {
                return Err(BROKEN);
            }
            page = page.replacen(mark, &filling, 1);
        }
        Ok(page)
    }
}

fn shell_part<'s>(shell: &'s str, from: &str, to: &str) -> Result<&'s str, &'static str> {
    let start = shell.find(from).ok_or(BROKEN)?;
    let length = shell[start..].find(to).ok_or(BROKEN)?;
    Ok(&shell[start..start + length + to.len()])
}

/// A page that must not look like ours and has no shell: all of it, from its `html` on.
pub(super) fn document(html: Node) -> String {
    "<!DOCTYPE html>".to_owned() + &to_html(&inside![html])
}

/// An element with these attributes.
pub(super) fn tag<'t>(
    tag: &'static str,
    attributes: impl IntoIterator<Item = (&'static str, &'t str)>,
    inside: Inside,
) -> Node {
    let attributes = attributes.into_iter().map(|(name, value)| (name, value.to_owned()));
    with(tag, attributes.collect(), inside)
}

/// A link to another page of ours, in a line of its own.
pub(super) fn leads(address: String, text: &str) -> Node {
    element("p", "nl-paragraph", inside![own_link(address, text)])
}

/// The same, which says nothing on paper.
pub(super) fn leads_on_screen(address: String, text: &str) -> Node {
    element("p", "nl-paragraph wd-screen-only", inside![own_link(address, text)])
}

/// A script of the build that runs once the page is there.
pub(super) fn script(address: &str) -> Node {
    tag("script", [("type", "module"), ("src", address)], inside![])
}
