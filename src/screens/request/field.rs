//! Fields of a form, as NL Design System has them: label, hint and what is wrong stand
//! before the field and are read with it.

use super::{Inside, Node};
use crate::node::{element, inside, with};

/// One field of a form.
pub(super) struct Field<'f> {
    /// Its name on the wire.
    pub(super) name: &'static str,
    pub(super) label: &'f str,
    pub(super) hint: Option<&'f str>,
    /// What is wrong with it.
    pub(super) wrong: Vec<&'f str>,
    /// What says that it may be left empty.
    pub(super) optional: Option<&'f str>,
    /// The browser is to remember nothing of it.
    pub(super) discreet: bool,
}

impl Field<'_> {
    /// A field for one line, or for a text of so many; what a browser may fill in.
    pub(super) fn text(&self, value: &str, complete: &str, rows: Option<u8>) -> Node {
        let class = match rows {
            Some(_) => "utrecht-textbox utrecht-textbox--html-input wd-textarea",
            None => "utrecht-textbox utrecht-textbox--html-input",
        };
        let mut field = vec![
            ("class", class.to_owned()),
            ("id", self.name.to_owned()),
            ("name", self.name.to_owned()),
        ];
        field.extend(self.described());
        // What is typed in Arabic runs from the right.
        field.push(("dir", "auto".to_owned()));
        let complete = if self.discreet { "off" } else { complete };
        field.push(("autocomplete", complete.to_owned()));
        let label = with(
            "label",
            vec![("class", "utrecht-form-label".to_owned()), ("for", self.name.to_owned())],
            self.named(),
        );
        let field = match rows {
            Some(rows) => {
                field.push(("rows", rows.to_string()));
                with("textarea", field, inside![value])
            }
            None => {
                let kind = if self.name == "phone" { "tel" } else { "text" };
                field.extend([("type", kind.to_owned()), ("value", value.to_owned())]);
                // Of type "email" a browser would keep an address with an é in another spelling.
                if self.name == "email" {
                    field.extend([
                        ("inputmode", "email".to_owned()),
                        ("autocapitalize", "none".to_owned()),
                        ("spellcheck", "false".to_owned()),
                    ]);
                }
                with("input", field, inside![])
            }
        };
        element("div", self.class(), inside![label, self.remarks(), field])
    }

    /// A choice of one, or of several: values, words, and which are chosen.
    pub(super) fn choice(&self, several: bool, options: Vec<(&str, String, bool)>) -> Node {
        let options: Inside = options
            .into_iter()
            .map(|(value, label, chosen)| tick(self.name, several, value, &label, chosen))
            .collect();
        let legend = with("legend", vec![("class", "utrecht-form-label".to_owned())], self.named());
        let mut attributes = vec![("class", self.class().to_owned()), ("id", self.name.to_owned())];
        attributes.extend(self.described());
        with("fieldset", attributes, inside![legend, self.remarks(), options])
    }

    fn named(&self) -> Inside {
        inside![self.label, self.optional.map(|optional| [" ", optional].concat())]
    }

    fn class(&self) -> &'static str {
        match self.wrong.is_empty() {
            true => "utrecht-form-field wd-field",
            false => "utrecht-form-field utrecht-form-field--invalid wd-field",
        }
    }

    fn remarks(&self) -> Inside {
        let id = |what: &str| [self.name, what].concat();
        let hint = self.hint.map(|hint| {
            let class = "nl-paragraph wd-hint".to_owned();
            with("p", vec![("class", class), ("id", id("-hint"))], inside![hint])
        });
        let wrong = (!self.wrong.is_empty()).then(|| {
            let class = "utrecht-form-field-error-message".to_owned();
            let said = self.wrong.join(" ");
            with("p", vec![("class", class), ("id", id("-wrong"))], inside![said])
        });
        inside![hint, wrong]
    }

    fn described(&self) -> Vec<(&'static str, String)> {
        let id = |what: &str| [self.name, what].concat();
        let mut by = Vec::new();
        let mut all = Vec::new();
        if !self.wrong.is_empty() {
            by.push(id("-wrong"));
            all.push(("aria-invalid", "true".to_owned()));
        }
        by.extend(self.hint.map(|_| id("-hint")));
        if !by.is_empty() {
            all.push(("aria-describedby", by.join(" ")));
        }
        all
    }
}

/// The name of a box, and what is wrong with it.
pub(super) fn described(name: &str, wrong: bool) -> Vec<(&'static str, String)> {
    let mut own = vec![("id", name.to_owned())];
    if wrong {
        own.push(("aria-invalid", "true".to_owned()));
        own.push(("aria-describedby", [name, "-wrong"].concat()));
    }
    own
}

/// One box or one of several, with its words.
pub(super) fn tick(name: &str, several: bool, value: &str, label: &str, chosen: bool) -> Node {
    ticked(Vec::new(), name, several, value, label, chosen)
}

/// The same, with attributes of its own.
pub(super) fn ticked(
    mut input: Vec<(&'static str, String)>,
    name: &str,
    several: bool,
    value: &str,
    label: &str,
    chosen: bool,
) -> Node {
    input.extend([
        ("type", if several { "checkbox" } else { "radio" }.to_owned()),
        ("name", name.to_owned()),
        ("value", value.to_owned()),
    ]);
    if chosen {
        input.push(("checked", String::new()));
    }
    element("label", "wd-option", inside![with("input", input, inside![]), label])
}
