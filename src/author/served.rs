//! A published folder: how files come into it and go. Each is put whole in its place with
//! its packed copies, the pages last. What a publication replaces, data and builds of the app,
//! stays for a day: somebody may have a page open that still needs it.

use super::data::put;
use crate::content::address;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What was replaced stays this long after it.
const KEEP_REPLACED: Duration = Duration::from_secs(24 * 60 * 60);

/// What lies in these folders is replaced; pages are removed at once.
const REPLACED: [&str; 2] = ["app", "data"];

/// The files of the last publication, so that the next knows what is gone and since when.
pub(super) const PUBLISHED: &str = "published.txt";

/// What earlier versions wrote instead: their pages only.
const PAGES: &str = "pages.txt";

/// Files by their path in a folder.
pub(super) type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Writes files before the pages that name them; says which municipalities are gone.
pub(super) fn write(output: &Files, into: &Path) -> io::Result<Vec<String>> {
    let gone = gone(output, into)?;
    let town = |page: &PathBuf| {
        let town = page.strip_prefix(into).ok()?.to_str()?.strip_suffix("/index.html")?;
        (page.exists() && !town.contains('/')).then(|| address::town(town))
    };
    let towns = gone.iter().filter_map(town).collect();
    let (pages, files): (Vec<_>, Vec<_>) = output.iter().partition(|(path, _)| is_page(path));
    for (path, bytes) in files.into_iter().chain(pages) {
        put_packed(&into.join(path), bytes)?;
    }
    for path in gone
        .iter()
        .flat_map(|path| [path.clone(), with_ending(path, ".br"), with_ending(path, ".gz")])
    {
        // It may have been removed by hand.
        let _ = fs::remove_file(path);
    }
    for folder in REPLACED {
        remove_replaced(&into.join(folder), output, into)?;
    }
    Ok(towns)
}

pub(super) fn ending(path: &Path) -> &str {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default()
}

/// A file with its compressed copies; nothing is touched that is already so.
fn put_packed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (br, gz) = (with_ending(path, ".br"), with_ending(path, ".gz"));
    let same = fs::read(path).is_ok_and(|there| there == bytes);
    if !(same && newer(&br, path) && newer(&gz, path)) {
        put(path, bytes)?;
        put(&br, &brotli(bytes)?)?;
        put(&gz, &gzip(bytes)?)?;
    }
    Ok(())
}

fn is_page(path: &Path) -> bool {
    ending(path) == "html"
}

/// Pages of the last publication that this one does not have, such as those of a
/// municipality that was taken out. What lies in the folders of what is replaced is so from
/// now on.
fn gone(output: &Files, into: &Path) -> io::Result<Vec<PathBuf>> {
    let last = last(into)?;
    let gone = last.lines().map(Path::new).filter(|path| !output.contains_key(*path));
    let stays = |path: &&Path| REPLACED.iter().any(|folder| path.starts_with(folder));
    let (replaced, pages): (Vec<&Path>, Vec<&Path>) = gone.partition(stays);
    for path in replaced.into_iter().map(|path| into.join(path)) {
        for path in [path.clone(), with_ending(&path, ".br"), with_ending(&path, ".gz")] {
            if path.exists() {
                fs::File::options().write(true).open(path)?.set_modified(SystemTime::now())?;
            }
        }
    }
    let pages = pages.into_iter().filter(|path| is_page(path));
    Ok(pages.chain([Path::new(PAGES)]).map(|page| into.join(page)).collect())
}

/// The files of the last publication, one on a line. Where it named its pages only, all data
/// that are there are taken for its own.
pub(super) fn last(into: &Path) -> io::Result<String> {
    let read = |name| fs::read_to_string(into.join(name));
    let (Err(_), Ok(mut last)) = (read(PUBLISHED), read(PAGES)) else {
        return Ok(read(PUBLISHED).unwrap_or_default());
    };
    for entry in fs::read_dir(into.join("data"))? {
        let name = entry?.file_name();
        last += &format!("data/{}\n", plain_path(name.as_ref()).display());
    }
    Ok(last)
}

/// Removes what was replaced more than a day ago, and the folders that are empty then.
fn remove_replaced(folder: &Path, output: &Files, into: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_replaced(&path, output, into)?;
            // It stays where there is something in it.
            let _ = fs::remove_dir(&path);
            continue;
        }
        let plain = plain_path(&path);
        let current = plain.strip_prefix(into).is_ok_and(|path| output.contains_key(path));
        let age = SystemTime::now().duration_since(fs::metadata(&path)?.modified()?);
        if !current && age.is_ok_and(|age| age > KEEP_REPLACED) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn newer(copy: &Path, original: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    modified(copy) >= modified(original)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn plain_path(path: &Path) -> PathBuf {
    match ending(path) {
        "br" | "gz" => path.with_extension(""),
        _ => path.to_owned(),
    }
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

pub(super) fn wrong(problem: impl Into<String>) -> io::Error {
    io::Error::other(problem.into())
}
