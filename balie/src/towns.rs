//! The municipalities that take requests: `desk.json` of the published app.
//!
//! It is read again when the file changes, so that a new publish counts from the next
//! request on. A file that is gone or cannot be read changes nothing: what stood there before
//! goes on.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::SystemTime;
use wijkdeur::content::Town;

/// The municipalities that take requests.
pub struct Towns {
    file: PathBuf,
    read: RwLock<Read>,
}

#[derive(Clone, Default)]
struct Read {
    /// Which form of the file was read; none if there is no file.
    form: Option<Form>,
    towns: Arc<Vec<Town>>,
}

type Form = (SystemTime, u64);

impl Towns {
    /// Those of the app published in `data`, which may have none.
    pub fn published(data: &Path) -> Result<Self, String> {
        let file = data.join("desk.json");
        let read = read(&file)?;
        Ok(Self { file, read: RwLock::new(read) })
    }

    /// As they are now.
    pub fn all(&self) -> Arc<Vec<Town>> {
        let known = self.read.read().map(|read| read.clone()).unwrap_or_default();
        let now = form(&self.file);
        if now.is_none() || now == known.form {
            return known.towns;
        }
        match read(&self.file) {
            Ok(new) => {
                let towns = new.towns.clone();
                if let Ok(mut read) = self.read.write() {
                    *read = new;
                }
                towns
            }
            Err(_) => known.towns,
        }
    }

    /// The one of this name in addresses.
    pub fn find(&self, slug: &str) -> Option<Town> {
        self.all().iter().find(|town| town.slug == slug).cloned()
    }
}

fn form(file: &Path) -> Option<Form> {
    let known = fs::metadata(file).ok()?;
    Some((known.modified().ok()?, known.len()))
}

fn read(file: &Path) -> Result<Read, String> {
    // Asked first: who writes in between is read once more the next time.
    let form = form(file);
    let wrong = |why: String| format!("{}: {why}; publish the app again", file.display());
    let towns = match fs::read(file) {
        Ok(text) => serde_json::from_slice(&text).map_err(|why| wrong(why.to_string()))?,
        Err(why) if why.kind() == ErrorKind::NotFound => Vec::new(),
        Err(why) => return Err(wrong(why.to_string())),
    };
    Ok(Read { form, towns: Arc::new(towns) })
}
