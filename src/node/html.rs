//! A node as HTML, for pages that stand before the program does and for tests.

use super::{Inside, Island, Kind, Node};

/// Elements that have nothing inside, and no end.
const VOID: [&str; 5] = ["input", "br", "hr", "link", "meta"];

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
            inside.0.iter().for_each(|node| write(node, html));
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
