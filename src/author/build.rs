//! One build of the app: all that trunk made of it, in one folder that is named by the sum of
//! its files and never changes. So what one page loads always fits together, and a page that
//! was open when the next build came goes on with its own.
//!
//! The shell lies in it too. It is part of the sum, so it cannot name the folder: where it
//! does stands a mark, which is filled when a page is made of it.

use super::served::{Files, PUBLISHED, ending, last, wrong};
use crate::content::FORMAT;
use crate::content::address::{self, BUILD};
use crate::domain::fingerprint;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The shell, as trunk names it and as it lies in a build.
const PAGE: &str = "index.html";
const SHELL: &str = "shell.html";

const BROKEN: &str = "de app is niet heel: bouw haar opnieuw met trunk";

/// All files of one build.
pub(super) struct Build {
    /// Where it is published.
    folder: PathBuf,
    files: Files,
}

/// The address of a file of the build, for a page: the folder is filled in at the end.
pub(super) fn of_build(name: &str) -> String {
    BUILD.to_owned() + name
}

impl Build {
    /// A build that lies ready: the folder of one, what trunk made, or the one that a
    /// published app uses.
    pub fn read(from: &Path) -> io::Result<Self> {
        if from.join(PUBLISHED).exists() {
            return Self::published(from);
        }
        let page = fs::read_to_string(from.join(PAGE));
        let shell = page.or_else(|_| fs::read_to_string(from.join(SHELL)));
        if !shell.is_ok_and(|shell| shell.contains(BUILD)) {
            return Err(wrong(format!("{} is geen app die trunk heeft gebouwd", from.display())));
        }
        let mut files = Files::new();
        gather(from, Path::new(""), &mut files)?;
        if let Some(page) = files.remove(Path::new(PAGE)) {
            files.insert(SHELL.into(), shell_of(&page));
        }
        Self::of(files)
    }

    /// The build that a published app uses.
    pub fn published(into: &Path) -> io::Result<Self> {
        let last = last(into)?;
        let shell = last.lines().find(|path| path.starts_with("app/") && path.ends_with(SHELL));
        let folder = shell.and_then(|shell| Path::new(shell).parent()).ok_or_else(|| {
            wrong(format!("in {} staat geen app: noem er een met --app", into.display()))
        })?;
        let mut files = Files::new();
        gather(&into.join(folder), Path::new(""), &mut files)?;
        let build = Self::of(files)?;
        match build.folder == folder {
            true => Ok(build),
            false => Err(wrong("er is iets veranderd in de app: bouw haar opnieuw")),
        }
    }

    /// One that is whole, and of our types.
    fn of(files: Files) -> io::Result<Self> {
        let mut all = Vec::new();
        for (path, bytes) in &files {
            all.extend(path.to_string_lossy().bytes().chain([0]));
            all.extend(bytes.len().to_be_bytes());
            all.extend(bytes);
        }
        let folder = Path::new("app").join(format!("{:016x}", fingerprint(&all)));
        let build = Self { folder, files };
        match build.shell()?.ends_with(&format()) {
            true => Ok(build),
            false => Err(wrong(
                "de app is met een andere versie gebouwd: bouw haar opnieuw, of neem die versie",
            )),
        }
    }

    /// The shell as it was built.
    pub fn shell(&self) -> io::Result<&str> {
        let bytes = self.files.get(Path::new(SHELL)).ok_or_else(|| wrong(BROKEN))?;
        std::str::from_utf8(bytes).map_err(|_| wrong(BROKEN))
    }

    /// A page that names the folder.
    pub fn name_in(&self, page: &str) -> String {
        let folder = address::file(&format!("{}/", self.folder.display()));
        page.replace(BUILD, &folder)
    }

    /// All of it, where it is published.
    pub fn into_files(self) -> impl Iterator<Item = (PathBuf, Vec<u8>)> {
        let folder = self.folder;
        self.files.into_iter().map(move |(path, bytes)| (folder.join(path), bytes))
    }
}

/// What closes the shell: which types the app was built with.
fn format() -> String {
    format!("<!-- format {FORMAT} -->\n")
}

/// The shell of what trunk made. Trunk leaves its links to the programs where they stood; no
/// browser knows them.
fn shell_of(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let lines =
        page.lines().filter(|line| !line.is_empty() && !line.starts_with("<link data-trunk"));
    let mut shell: String = lines.flat_map(|line| [line, "\n"]).collect();
    shell.push_str(&format());
    shell.into_bytes()
}

/// Every file below a folder, but for packed copies, which are made anew, and for what other
/// programs leave there.
fn gather(folder: &Path, below: &Path, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let below = below.join(name);
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            gather(&path, &below, files)?;
        } else if !matches!(ending(&path), "br" | "gz" | "half") {
            files.insert(below, fs::read(&path)?);
        }
    }
    Ok(())
}
