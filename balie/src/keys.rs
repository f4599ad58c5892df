//! Where the keys come from: the environment, or a file that only its owner can read.
//!
//! The first key seals; the others stay for what they sealed before. A file beside an
//! SQLite store is made when it is first needed, and never when something in the store
//! needs a key that is not there: a new key would only hide that the old one is gone.

use crate::arguments::StoreAt;
use crate::sealing::Keyring;
use crate::store::file_of;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// The environment variable with the key that seals.
pub const KEY_VARIABLE: &str = "BALIE_KEY";
/// The environment variable with the keys of before, with commas between them.
pub const OLD_KEYS_VARIABLE: &str = "BALIE_OLD_KEYS";

/// The file with the keys of a store, beside it.
pub const KEY_FILE: &str = "balie.key";

/// Where keys are.
pub enum Keys {
    /// In the environment: the current one and those of before, with commas between them.
    Told(String),
    /// In a file, one on each line, the current one first.
    File {
        /// The file.
        path: PathBuf,
        /// It may be made if nothing needs a key yet.
        may_make: bool,
    },
    /// Nowhere: the store is in memory, and its key dies with it.
    Fleeting,
}

impl Keys {
    /// Where the keys of this store are. `variable` looks in the environment.
    pub fn of(
        store: &StoreAt,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, String> {
        let text = |name: &str| match variable(name).filter(|said| !said.is_empty()) {
            Some(said) => said.into_string().map(Some).map_err(|_| format!("{name} is not text")),
            None => Ok(None),
        };
        match (text(KEY_VARIABLE)?, text(OLD_KEYS_VARIABLE)?) {
            (Some(key), old) => {
                return Ok(Self::Told(format!("{key},{}", old.unwrap_or_default())));
            }
            (None, Some(_)) => {
                return Err(format!(
                    "{OLD_KEYS_VARIABLE} is set and {KEY_VARIABLE} is not: set both"
                ));
            }
            (None, None) => {}
        }
        let file = file_of(&store.address);
        let beside = file.as_ref().map(|file| file.with_file_name(KEY_FILE));
        match store.key_file.clone().or(beside) {
            Some(path) => Ok(Self::File { path, may_make: store.is_sqlite() }),
            None if store.is_sqlite() => Ok(Self::Fleeting),
            None => Err(format!(
                "a store that desks share needs a key: set {KEY_VARIABLE}, or name a file with \
                 --key-file (make a key with: openssl rand -hex 32)"
            )),
        }
    }

    /// The file they are in, if they are in one.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Told(_) | Self::Fleeting => None,
        }
    }

    /// The keyring. `needed` says whether something in the store needs a key already.
    pub fn read(&self, needed: bool) -> Result<Keyring, String> {
        match self {
            Self::Told(keys) => {
                let keys = keys.split(',').map(str::trim).filter(|key| !key.is_empty());
                let place = |why| format!("{KEY_VARIABLE} or {OLD_KEYS_VARIABLE}: {why}");
                Keyring::of(keys).map_err(place)
            }
            Self::File { path, may_make } => {
                let place = |why| format!("{}: {why}", path.display());
                if *may_make && !needed && !path.exists() {
                    make(path).map_err(|why| place(format!("cannot make the key: {why}")))?;
                }
                read(path).map_err(place)
            }
            Self::Fleeting => Keyring::of([draw().as_str()]),
        }
    }
}

fn draw() -> String {
    crate::hex::write(&rand::random::<[u8; 32]>())
}

/// On the disk before anything is sealed with it, and whole before it has its name. If
/// another desk made one just now, that is the key.
fn make(path: &Path) -> io::Result<()> {
    let draft = path.with_added_extension(format!("{:08x}", rand::random::<u32>()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let named = writeln!(file, "{}", draw())
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    match named {
        Err(why) if why.kind() == ErrorKind::AlreadyExists => return Ok(()),
        named => named?,
    }
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

fn read(path: &Path) -> Result<Keyring, String> {
    let unread = |why: io::Error| match why.kind() {
        ErrorKind::NotFound => "the key file is not there; put it back, or name it with \
            --key-file (a new one: openssl rand -hex 32, in a file with mode 600)"
            .to_owned(),
        _ => format!("cannot read the key file: {why}"),
    };
    let mode = fs::metadata(path).map_err(unread)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(format!("others can read the key file (mode {mode:03o}): chmod 600 it"));
    }
    let text = fs::read_to_string(path).map_err(unread)?;
    let lines = text.lines().map(str::trim);
    Keyring::of(lines.filter(|line| !line.is_empty() && !line.starts_with('#')))
}
