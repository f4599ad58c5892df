//! A table of texts, and the macro that gives each of them a name. One string for each key is
//! all that a browser reads, and every method is one call with a number: a struct with a
//! field for each text would cost a resident more than the texts themselves.

use serde::{Deserialize, Serialize};

/// Stands between the forms of one text: those of one and of many, of each means of reaching
/// somebody, of each day of the week.
pub(super) const FORM: char = '\u{1f}';

/// Texts in the order of their keys. The first hole of a text is the mark U+0001, the second
/// U+0002, and so on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct Phrases(pub(super) Vec<String>);

impl Phrases {
    /// The text of a key.
    #[inline(never)]
    pub fn text(&self, key: usize) -> &str {
        // On a host, where the tests are, it is a fault to ask for what has not come yet.
        #[cfg(not(target_arch = "wasm32"))]
        assert!(key < self.0.len(), "text {key} is not there yet");
        self.0.get(key).map_or("", String::as_str)
    }

    /// One form of the text of a key.
    #[inline(never)]
    pub fn form(&self, key: usize, form: usize) -> &str {
        self.text(key).split(FORM).nth(form).unwrap_or_default()
    }
}

/// A text with its holes filled.
#[inline(never)]
pub(super) fn filled(text: &str, with: &[&str]) -> String {
    let mut said = String::with_capacity(text.len());
    for mark in text.chars() {
        match with.get((mark as usize).wrapping_sub(1)) {
            Some(value) => said.push_str(value),
            None => said.push(mark),
        }
    }
    said
}

/// What a text is called and what may be in it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The part of the file in which it stands.
    pub section: &'static str,
    /// Its name there.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// What is filled in, in the order of its values.
    pub holes: &'static [&'static str],
    /// Its forms; none: it is one text.
    pub forms: &'static [&'static str],
}

/// Makes a table: a method for each key, and, for a host, the list of keys. A key is
/// `back;`, with holes `carried_for(wijk);`, or with forms: chosen by an enum, `form[Form:
/// Both = "both"];`, by a number, `wheelchair["no", "yes"];`, or, as the plurals of CLDR, by
/// how many there are: `carried_gone(many)["one", "other"];`.
macro_rules! phrases {
    ($(#[$doc:meta])* $table:ident: $($section:literal {
        $($(#[doc = $about:literal])+ $key:ident $(($($hole:ident),+))? $([$($form:tt)+])?;)+
    })+) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
        pub struct $table(super::phrases::Phrases);

        #[expect(non_camel_case_types, reason = "they are the names of the texts")]
        #[derive(Clone, Copy)]
        enum At { $($($key,)+)+ }

        impl $table {
            $($($crate::texts::phrases::method!($(#[doc = $about])+ $key $(($($hole)+))? $([$($form)+])?);)+)+

            /// Every key, in the order of the table.
            #[cfg(not(target_arch = "wasm32"))]
            pub const KEYS: &[super::phrases::Key] = &[$($(super::phrases::Key {
                section: $section,
                name: stringify!($key),
                about: concat!($($about),+),
                holes: &[$($(stringify!($hole)),+)?],
                forms: $crate::texts::phrases::forms!($($($form)+)?),
            },)+)+];

            /// A table of these texts, one for each key.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn new(texts: Vec<String>) -> Self {
                Self(super::phrases::Phrases(texts))
            }
        }
    };
}
pub(super) use phrases;

/// The method of one key.
macro_rules! method {
    ($(#[$doc:meta])+ $key:ident) => {
        $(#[$doc])+
        pub fn $key(&self) -> &str {
            self.0.text(At::$key as usize)
        }
    };
    ($(#[$doc:meta])+ $key:ident ($($hole:ident)+)) => {
        $(#[$doc])+
        pub fn $key(&self, $($hole: &str),+) -> String {
            super::phrases::filled(self.0.text(At::$key as usize), &[$($hole),+])
        }
    };
    ($(#[$doc:meta])+ $key:ident ($many:ident) ["one", "other"]) => {
        $(#[$doc])+
        pub fn $key(&self, $many: usize) -> String {
            let form = self.0.form(At::$key as usize, usize::from($many != 1));
            super::phrases::filled(form, &[&$many.to_string()])
        }
    };
    ($(#[$doc:meta])+ $key:ident [$kind:ident: $($one:ident = $form:literal),+]) => {
        $(#[$doc])+
        pub fn $key(&self, of: $kind) -> &str {
            enum Place { $($one),+ }
            let form = match of { $($kind::$one => Place::$one),+ };
            self.0.form(At::$key as usize, form as usize)
        }
    };
    ($(#[$doc:meta])+ $key:ident [$($form:literal),+]) => {
        $(#[$doc])+
        pub fn $key(&self, at: usize) -> &str {
            self.0.form(At::$key as usize, at)
        }
    };
}
pub(super) use method;

/// The names of the forms of a key.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! forms {
    () => { &[] };
    ($kind:ident: $($one:ident = $form:literal),+) => { &[$($form),+] };
    ($($form:literal),+) => { &[$($form),+] };
}
#[cfg(not(target_arch = "wasm32"))]
pub(super) use forms;
