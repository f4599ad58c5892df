//! One municipality's file, to be changed: the data it stands in have no mistake before, and
//! have none after.

use super::clock::today;
use super::data::{files, mistakes_in_words, put};
use crate::content::{Data, Mistake, check};
use crate::domain::Directory;
use std::path::{Path, PathBuf};

/// The file of a municipality among all the data.
pub(super) struct Town {
    /// Its place below the directory of the data.
    pub file: String,
    /// As it stands there.
    pub text: String,
    /// What it says.
    pub directory: Directory,
    /// The data it is part of.
    pub data: Data,
    path: PathBuf,
    /// All files of the data.
    files: Vec<(String, String)>,
}

impl Town {
    /// Opens the file of a municipality by its short name.
    pub fn open(data_dir: &Path, name: &str) -> Result<Self, String> {
        let files = files(data_dir)?;
        let data = check(&files, today()).map_err(|mistakes| {
            format!(
                "{}\nMaak dit eerst in orde; er is niets veranderd.",
                mistakes_in_words(&mistakes)
            )
        })?;
        let file = format!("municipalities/{name}.json");
        let text = files.iter().find(|(known, _)| *known == file).map(|(_, text)| text.clone());
        let directory = data.directories.iter().find(|town| town.municipality.slug == name);
        let (Some(text), Some(directory)) = (text, directory.cloned()) else {
            return Err(format!(
                "Gemeente ‘{name}’ is er niet; begin haar met 'wijkdeur new', of noem haar naam in adressen."
            ));
        };
        Ok(Self { path: data_dir.join(&file), file, text, directory, data, files })
    }

    /// What is wrong with the data when the file says this.
    pub fn judge(&self, text: &str) -> Vec<Mistake> {
        let with = |(file, old): &(String, String)| {
            let new = if *file == self.file { text } else { old };
            (file.clone(), new.to_owned())
        };
        let files: Vec<(String, String)> = self.files.iter().map(with).collect();
        check(&files, today()).err().unwrap_or_default()
    }

    /// Writes the file anew, if the data then still have no mistake.
    pub fn save(&self, text: &str) -> Result<(), String> {
        let mistakes = self.judge(text);
        if !mistakes.is_empty() {
            return Err(format!("{}\nEr is niets veranderd.", mistakes_in_words(&mistakes)));
        }
        put(&self.path, text.as_bytes())
            .map_err(|error| format!("{}: niet te schrijven ({error})", self.path.display()))
    }
}
