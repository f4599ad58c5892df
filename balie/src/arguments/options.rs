//! Reading options, and those that every command has.

use super::STORE_VARIABLE;
use std::ffi::OsString;
use std::path::PathBuf;

pub(super) type Variable<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// Where the store is, and its keys if they are in a file that was named.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct StoreAt {
    /// Its address, which may hold a password.
    pub address: String,
    /// The file with its keys.
    pub key_file: Option<PathBuf>,
}

impl std::fmt::Debug for StoreAt {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = self.address.split(':').next();
        out.debug_struct("StoreAt").field("kind", &kind).finish_non_exhaustive()
    }
}

impl StoreAt {
    /// Whether it is on this machine only.
    pub fn is_sqlite(&self) -> bool {
        self.address.starts_with("sqlite:")
    }

    /// The address was said.
    pub(super) fn say(&mut self, address: OsString) -> Result<(), String> {
        self.address = unicode(address, "--db")?;
        Ok(())
    }

    /// Nothing more is said: the environment speaks, and then the default.
    pub(super) fn complete(&mut self, variable: Variable) -> Result<(), String> {
        if self.address.is_empty() {
            let said = variable(STORE_VARIABLE).filter(|said| !said.is_empty());
            self.address = unicode(said.unwrap_or("sqlite://balie.db".into()), STORE_VARIABLE)?;
        }
        let known = ["sqlite:", "postgres://", "postgresql://"];
        if known.iter().any(|start| self.address.starts_with(start)) {
            Ok(())
        } else {
            Err("--db must be sqlite://FILE or postgres://USER@HOST/NAME".to_owned())
        }
    }
}

pub(super) fn next(parser: &mut lexopt::Parser) -> Result<Option<lexopt::Arg<'_>>, String> {
    parser.next().map_err(sentence)
}

pub(super) fn value(parser: &mut lexopt::Parser) -> Result<OsString, String> {
    parser.value().map_err(sentence)
}

pub(super) fn parsed<T: std::str::FromStr>(
    parser: &mut lexopt::Parser,
    option: &str,
    wanted: &str,
) -> Result<T, String> {
    let given = value(parser)?;
    let wrong = || format!("{option} must be {wanted}, not {given:?}");
    given.to_str().and_then(|it| it.parse().ok()).ok_or_else(wrong)
}

pub(super) fn unicode(given: OsString, place: &str) -> Result<String, String> {
    given.into_string().map_err(|given| format!("{place} is not text: {given:?}"))
}

pub(super) fn sentence(error: lexopt::Error) -> String {
    error.to_string()
}
