//! A node as HTML, for pages that stand before the program does and for tests.

use super::{Inside, Island, Kind, Node};

/// Elements that have nothing inside, and no end.
const VOID: [&str; 5] = ["input", "br", "hr", "link", "meta"];

/// Elements whose text a browser takes as it is written, up to their end; and how they say a
/// `<` themselves, in a string.
const RAW: [(&str, &str); 2] = [("script", "\\u003c"), ("style", "\\3c ")];

/// What stands there as HTML, which a browser reads as the same elements.
pub fn to_html<A>(nodes: &Inside<A>) -> String {
    let mut html = String::new();
    nodes.0.iter().for_each(|node| write(node, &mut html));
    html
}

fn write<A>(node: &Node<A>, html: &mut String) {
    match &*node.0 {
        Kind::Text(text) => escape(text, html),
        Kind::Picture(name) => {
            html.push_str("<svg class=\"wd-picto\" aria-hidden=\"true\"><use href=\"#p-");
            escape(name, html);
            html.push_str("\"></use></svg>");
        }
        Kind::Element(tag, attributes, inside, _) => {
            html.push('<');
            html.push_str(tag);
            for (name, value) in attributes {
                html.push(' ');
                html.push_str(name);
                if !value.is_empty() {
                    html.push_str("=\"");
                    escape(value, html);
                    html.push('"');
                }
            }
            html.push('>');
            if VOID.contains(tag) {
                return;
            }
            // A browser leaves out the first line end of these.
            if *tag == "textarea" || *tag == "pre" {
                html.push('\n');
            }
            match RAW.iter().find(|(raw, _)| raw == tag) {
                Some((_, less)) => inside.0.iter().for_each(|node| write_raw(node, less, html)),
                None => inside.0.iter().for_each(|node| write(node, html)),
            }
            html.push_str("</");
            html.push_str(tag);
            html.push('>');
        }
        Kind::Island(Island::Countdown { said, .. }) => {
            html.push_str("<p class=\"nl-paragraph\">");
            escape(said.first().map_or("", |(_, text)| text), html);
            html.push_str("</p>");
        }
    }
}

/// A text as it is, but for what would end the element it stands in, or hide its end: a `<`
/// before anything that could begin a tag or a comment.
fn write_raw<A>(node: &Node<A>, less: &str, html: &mut String) {
    let Kind::Text(text) = &*node.0 else { return };
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        let begins = |next: &char| matches!(next, '/' | '!' | '?') || next.is_ascii_alphabetic();
        match mark == '<' && marks.peek().is_none_or(begins) {
            true => html.push_str(less),
            false => html.push(mark),
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for mark in text.chars() {
        match mark {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            mark => html.push(mark),
        }
    }
}
