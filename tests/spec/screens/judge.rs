//! What is wrong with a screen or a page that was drawn, seen from what it is made of.

use crate::contract;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use wijkdeur::node::{Kind, Listener, Node};

/// What may stand in text.
const PHRASING: [&str; 9] =
    ["a", "button", "span", "strong", "small", "input", "label", "textarea", "br"];

/// What is pressed or filled in.
const CONTROLS: [&str; 5] = ["a", "button", "input", "textarea", "summary"];

/// Attributes that are allowed, beside those of `names.rs`.
const ATTRIBUTES: [&str; 29] = [
    "aria-describedby",
    "aria-hidden",
    "aria-invalid",
    "aria-label",
    "aria-labelledby",
    "autocapitalize",
    "autocomplete",
    "checked",
    "class",
    "dir",
    "for",
    "hidden",
    "href",
    "id",
    "inputmode",
    "maxlength",
    "method",
    "name",
    "novalidate",
    "rel",
    "role",
    "rows",
    "spellcheck",
    "tabindex",
    "type",
    "value",
    "open",
    "lang",
    "title",
];

/// Those that only a page has.
const OF_PAGES: [&str; 6] = ["height", "scope", "viewBox", "width", "x", "y"];

/// Those by which scripts and programs know what stands there.
static OWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| contract::of_kind("attribute"));

/// Everything that is wrong with a screen, each in a line that says where.
pub fn judge<A>(screen: &Node<A>) -> Vec<String> {
    whole(screen, false)
}

/// The same of a page: what its buttons and forms do is done by scripts, which find them.
pub fn judge_page<A>(body: &Node<A>) -> Vec<String> {
    whole(body, true)
}

fn whole<A>(screen: &Node<A>, is_page: bool) -> Vec<String> {
    let mut seen = Seen { is_page, ..Seen::default() };
    seen.look(screen, &[]);
    let mut wrong = std::mem::take(&mut seen.wrong);
    if seen.headings != 1 {
        wrong.push(format!("{} headings of the first level", seen.headings));
    }
    if !seen.takes_focus {
        wrong.push("nothing takes the focus".to_owned());
    }
    for (of, id) in &seen.refers {
        if !seen.ids.contains(id) {
            wrong.push(format!("{of} refers to #{id}, which is not there"));
        }
    }
    wrong.extend(seen.named_by_label());
    wrong
}

#[derive(Default)]
struct Seen {
    is_page: bool,
    wrong: Vec<String>,
    headings: usize,
    takes_focus: bool,
    ids: BTreeSet<String>,
    refers: Vec<(String, String)>,
    /// What a `label` is for.
    labelled: BTreeSet<String>,
    /// Fields that nothing around them names.
    unnamed: Vec<String>,
}

impl Seen {
    fn look<A>(&mut self, node: &Node<A>, around: &[&str]) {
        let Kind::Element(tag, attributes, inside, listener) = &*node.0 else { return };
        let get = |name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.as_str())
        };
        let place = format!("{} > {tag}.{}", around.join(" > "), get("class").unwrap_or_default());
        self.attributes(&place, attributes);
        self.nesting(&place, tag, around);
        // What lies ready in it stands on the page by itself, in the place of what is there.
        if *tag == "template" {
            let apart = inside.0.iter().flat_map(|child| whole(child, self.is_page));
            self.wrong.extend(apart.map(|wrong| format!("{place}: {wrong}")));
            return;
        }
        if *tag == "h1" {
            self.headings += 1;
        }
        self.takes_focus |= *tag == "h1" && get("tabindex") == Some("-1");
        if let (Some(id), true) = (get("for"), *tag == "label") {
            self.labelled.insert(id.to_owned());
        }
        let hidden = get("type") == Some("hidden") || around.contains(&"[hidden]");
        if CONTROLS.contains(tag) && !hidden {
            self.name(&place, tag, get("aria-label"), get("id"), &text(node), around);
        }
        match (listener, *tag) {
            (Listener::Nothing, "form" | "button") if self.is_page => {}
            (Listener::Nothing, "form") => self.wrong.push(format!("{place}: sends nothing")),
            (Listener::Nothing, "button") => {
                let told = get("data-do").is_some() || get("type") == Some("submit");
                if !told {
                    self.wrong.push(format!("{place}: does nothing"));
                }
            }
            (Listener::Nothing, _) | (Listener::Pressed(_), "button") => {}
            (Listener::Sent(_), "form") => {}
            _ => self.wrong.push(format!("{place}: tells something")),
        }
        if *tag == "a" && get("href").is_none_or(str::is_empty) {
            self.wrong.push(format!("{place}: leads nowhere"));
        }
        let mut within = around.to_vec();
        within.push(tag);
        if get("aria-hidden") == Some("true") {
            within.push("[hidden]");
        }
        let mut elements = 0;
        for child in inside.0.iter() {
            self.child(&place, tag, child, elements);
            elements += usize::from(matches!(&*child.0, Kind::Element(..)));
            self.look(child, &within);
        }
    }

    fn attributes(&mut self, place: &str, attributes: &[(&'static str, String)]) {
        let mut known = BTreeSet::new();
        for (name, value) in attributes {
            if !known.insert(*name) {
                self.wrong.push(format!("{place}: {name} twice"));
            }
            let of_pages = self.is_page && OF_PAGES.contains(name);
            if !ATTRIBUTES.contains(name) && !OWN.contains(*name) && !of_pages {
                self.wrong.push(format!("{place}: {name} is no attribute of ours"));
            }
            match *name {
                "id" if !self.ids.insert(value.clone()) => {
                    self.wrong.push(format!("{place}: #{value} twice"));
                }
                "aria-describedby" | "aria-labelledby" | "for" => {
                    let ids = value.split(' ').map(|id| (format!("{place} {name}"), id.to_owned()));
                    self.refers.extend(ids);
                }
                "href" if value.starts_with('#') => {
                    self.refers.push((place.to_owned(), value[1..].to_owned()));
                }
                _ => {}
            }
        }
    }

    /// Where an element may not stand.
    fn nesting(&mut self, place: &str, tag: &str, around: &[&str]) {
        let within = |others: &[&str]| around.iter().any(|other| others.contains(other));
        let wrong = match tag {
            "a" | "button" | "textarea" => within(&["a", "button"]),
            "label" | "form" => within(&[tag]),
            _ => false,
        };
        let text = around
            .iter()
            .any(|tag| ["p", "span", "strong", "small", "h1", "h2", "h3"].contains(tag));
        if wrong || (text && !PHRASING.contains(&tag)) {
            self.wrong.push(format!("{place}: may not stand there"));
        }
    }

    /// What may stand in a list, and what comes first in a group.
    fn child<A>(&mut self, place: &str, tag: &str, child: &Node<A>, before: usize) {
        let own = match &*child.0 {
            Kind::Element(tag, ..) => tag,
            _ => "text",
        };
        let fits = match tag {
            "ul" | "ol" => own == "li",
            "dl" => matches!(own, "dt" | "dd" | "div"),
            "fieldset" => before > 0 || own == "legend",
            "details" => before > 0 || own == "summary",
            "table" => matches!(own, "thead" | "tbody"),
            "thead" | "tbody" => own == "tr",
            "tr" => matches!(own, "th" | "td"),
            _ => {
                !matches!(own, "li" | "legend" | "summary" | "thead" | "tbody" | "tr" | "th" | "td")
            }
        };
        if !fits {
            self.wrong.push(format!("{place}: {own} in it"));
        }
    }

    fn name(
        &mut self,
        place: &str,
        tag: &str,
        label: Option<&str>,
        id: Option<&str>,
        text: &str,
        around: &[&str],
    ) {
        let own = match tag {
            "a" | "button" | "summary" => !text.trim().is_empty(),
            // Inside its label, which a screen reader reads.
            _ => around.contains(&"label"),
        };
        if own || label.is_some_and(|label| !label.trim().is_empty()) {
            return;
        }
        match id {
            Some(id) => self.unnamed.push(id.to_owned()),
            None => self.wrong.push(format!("{place}: has no name")),
        }
    }

    fn named_by_label(&self) -> Vec<String> {
        let unnamed = self.unnamed.iter().filter(|id| !self.labelled.contains(*id));
        unnamed.map(|id| format!("#{id} has no name")).collect()
    }
}

/// What a node says.
fn text<A>(node: &Node<A>) -> String {
    match &*node.0 {
        Kind::Text(text) => text.clone(),
        Kind::Element(_, _, inside, _) => inside.0.iter().map(text).collect(),
        Kind::Picture(_) | Kind::Island(_) => String::new(),
    }
}
