//! What a node says, as text for a mail or a message: a line for each block, lists with a
//! dash, a term with what belongs to it.
//!
//! Absent: what only a screen can do, and what is there for a screen reader alone.

use super::{Attributes, Kind, Node};
use crate::names::{attribute, id};

/// What is read in one line with what stands around it; all else is a block, also whom a number
/// is of in a button to call.
const INLINE: [&str; 4] = ["a", "span", "strong", "bdi"];

/// Elements that only a screen can use.
const SCREEN_ONLY: [&str; 4] = ["form", "button", "select", "textarea"];

/// Classes of what is not read by everybody, everywhere.
const LEFT_OUT: [&str; 5] = ["wd-screen-only", "wd-paper-only", "wd-why", "wd-sr", "wd-glance"];

/// Everything that stands there, as text.
pub fn to_text<A>(node: &Node<A>) -> String {
    let mut text = Text::default();
    text.walk(node, false);
    text.end_line();
    text.whole
}

/// An element that a line stands in: its tag, and the how-many-th of all it is.
type Around = Vec<(&'static str, usize)>;

#[derive(Default)]
struct Text {
    whole: String,
    seen: usize,
    around: Around,
    line: String,
    /// The elements that all of the line stands in.
    line_in: Around,
    before: Around,
}

impl Text {
    fn walk<A>(&mut self, node: &Node<A>, story_only: bool) {
        match &*node.0 {
            Kind::Text(text) if !story_only => self.say(text),
            Kind::Element(tag, attributes, inside, _) => {
                let get = |name: &str| {
                    let found = attributes.iter().find(|(known, _)| *known == name);
                    found.map(|(_, value)| value.as_str())
                };
                let is_story = get(attribute::STORY).is_some();
                let story_only = !is_story && (story_only || is_left_out(tag, attributes));
                let block = !INLINE.contains(tag) || get("class").is_some_and(is_button);
                if block {
                    self.end_line();
                }
                self.seen += 1;
                self.around.push((*tag, self.seen));
                inside.0.iter().for_each(|node| self.walk(node, story_only));
                if block {
                    self.end_line();
                }
                self.around.pop();
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if !text.trim_ascii().is_empty() {
            match self.line.is_empty() {
                true => self.line_in.clone_from(&self.around),
                false => {
                    let both = self.line_in.iter().zip(&self.around);
                    let same = both.take_while(|(one, other)| one == other).count();
                    self.line_in.truncate(same);
                }
            }
        } else if self.line.is_empty() {
            return;
        }
        self.line.push_str(text);
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let now = std::mem::take(&mut self.line_in);
        // What somebody wrote stays as they wrote it.
        let is_story = last(&now, "textarea").is_some();
        let said = match is_story {
            true => line.trim_ascii().to_owned(),
            false => line.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        };
        if said.is_empty() {
            return;
        }
        let before = std::mem::replace(&mut self.before, now);
        let now = &self.before;
        let (list, item, link) = (list(now), last(now, "li"), last(now, "a"));
        let fact = last(now, "dd").is_some();
        let joined = link.is_some() && link == last(&before, "a");
        if joined || (fact && last(&before, "dt").is_some()) {
            let ended = self.whole.ends_with(['.', ':', '?', '!']);
            self.whole.push_str(if ended { " " } else { ": " });
        } else if !self.whole.is_empty() {
            let after_heading =
                is_heading(&before) || (list.is_some() && list == self::list(&before));
            let together = !is_heading(now) && after_heading;
            self.whole.push_str(if together { "\n" } else { "\n\n" });
        }
        let goes_on = joined || (fact && last(&before, "dt").is_some());
        if !goes_on {
            let first = item.is_some() && item != last(&before, "li");
            let further = item.is_some() || fact;
            self.whole.push_str(if first {
                "- "
            } else if further {
                "  "
            } else {
                ""
            });
        }
        self.whole.push_str(&said);
    }
}

fn is_button(class: &str) -> bool {
    class.contains("nl-button")
}

fn is_left_out(tag: &str, attributes: &Attributes) -> bool {
    SCREEN_ONLY.contains(&tag)
        || attributes.iter().any(|(name, value)| match *name {
            "class" => value.split(' ').any(|class| LEFT_OUT.contains(&class)),
            "role" => value == "status",
            "id" => value == id::LINK,
            "href" => value.starts_with(['#', '/']),
            "hidden" => true,
            "aria-hidden" => value == "true",
            attribute::DO => tag == "a",
            _ => false,
        })
}

/// The innermost element of a kind.
fn last(around: &Around, tag: &str) -> Option<usize> {
    around.iter().rev().find(|(own, _)| *own == tag).map(|(_, at)| *at)
}

/// The outermost list.
fn list(around: &Around) -> Option<usize> {
    around.iter().find(|(tag, _)| matches!(*tag, "ul" | "ol" | "dl")).map(|(_, at)| *at)
}

/// In a heading that is no part of a list.
fn is_heading(around: &Around) -> bool {
    let heading = around.iter().any(|(tag, _)| matches!(*tag, "h1" | "h2" | "h3"));
    heading && list(around).is_none()
}
