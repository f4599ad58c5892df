//! Makes everything that depends on content: data, pages, compressed copies. What
//! trunk built is taken as it is, so this runs again after every change of content
//! with nothing but this program.

use super::clock::today;
use super::data::{load, put};
use super::listing;
use super::pages::{self, App};
use crate::content::{Bundle, Data, Town};
use crate::domain::fingerprint;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// Data that were replaced stay this long after it, for who has the page open.
const KEEP_OLD_DATA: Duration = Duration::from_secs(24 * 60 * 60);

/// The files of the last publication, so that the next knows what is gone and since when.
const PUBLISHED: &str = "published.txt";

/// What earlier versions wrote instead: their pages only.
const PAGES: &str = "pages.txt";

/// Files by their path in the published app.
type Output = BTreeMap<PathBuf, Vec<u8>>;

/// Publishes `data` into a built app. With a mistake anywhere, nothing is written.
pub(super) fn run(data: &Path, into: &Path) -> ExitCode {
    let Some(data) = load(data) else { return ExitCode::FAILURE };
    match output(&data, into).and_then(|output| Ok((write(&output, into)?, output.len()))) {
        Ok((gone, files)) => {
            if !gone.is_empty() {
                println!("Weg: {}.", gone.join(", "));
            }
            println!("Gepubliceerd: {files} bestanden in {}.", into.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Publiceren lukt niet: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// Everything that depends on content, in memory: only a whole set is written.
fn output(data: &Data, into: &Path) -> io::Result<Output> {
    let words = data.words.first().ok_or_else(|| wrong("er zijn geen woorden"))?;
    let shell = shell(into)?;
    let app = App { script: built(into, ".js")?, wasm: built(into, "_bg.wasm")? };
    let mut output = Output::new();
    let mut put = |path: String, bytes: Vec<u8>| output.insert(path.into(), bytes);
    let fill = |page: super::frame::Page| -> io::Result<Vec<u8>> {
        Ok(page.fill(&shell).map_err(wrong)?.into_bytes())
    };
    let in_words = |error: postcard::Error| wrong(error.to_string());
    for directory in &data.directories {
        let bundle = Bundle::new(data.catalogue.clone(), words.clone(), directory.clone());
        let slug = &directory.municipality.slug;
        let files = bundle
            .write()
            .map_err(in_words)?
            .map(|bytes| (format!("data/{slug}-{:016x}.bin", fingerprint(&bytes)), bytes));
        let page = pages::municipality(&bundle, &app, &files.each_ref().map(|(name, _)| name));
        put(format!("{slug}/index.html"), fill(page)?);
        for (path, page) in listing::pages(&bundle, today()) {
            put(format!("{slug}/{path}/index.html"), fill(page)?);
        }
        for (name, bytes) in files {
            put(name, bytes);
        }
    }
    let (catalogue, directories) = (&data.catalogue, &data.directories);
    let towns: Vec<Town> = directories.iter().filter_map(Town::of).collect();
    put(
        "desk.json".into(),
        serde_json::to_vec_pretty(&towns).map_err(|error| wrong(error.to_string()))?,
    );
    put("index.html".into(), fill(pages::home(catalogue, directories))?);
    put("privacy/index.html".into(), fill(pages::privacy(catalogue))?);
    put("toegankelijkheid/index.html".into(), fill(pages::accessibility(catalogue, directories))?);
    put("404.html".into(), fill(pages::not_found(catalogue))?);
    put("weg/index.html".into(), pages::away().into_string().into_bytes());
    put("shell.html".into(), shell.clone().into_bytes());
    let names: Vec<String> = output.keys().map(name).collect();
    output.insert(PUBLISHED.into(), (names.join("\n") + "\n").into_bytes());
    Ok(output)
}

/// The shell that trunk built. The first publication keeps it aside, because
/// `index.html` becomes a page, and writes down which types the app was built with.
fn shell(into: &Path) -> io::Result<String> {
    let ours = format!("<!-- format {:016x} -->\n", Bundle::format());
    let kept = into.join("shell.html");
    let built = into.join("index.html");
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|error| wrong(format!("{}: {error}", path.display())))
    };
    if !kept.exists() {
        // Trunk leaves its link to the program where it stood; no browser knows it.
        let built = read(&built)?;
        let lines = built.lines().filter(|line| !line.starts_with("<link data-trunk"));
        return Ok(lines.chain([ours.trim_end(), ""]).collect::<Vec<_>>().join("\n"));
    }
    let shell = read(&kept)?;
    if shell.ends_with(&ours) {
        Ok(shell)
    } else {
        Err(wrong("de app is met een andere versie gebouwd: bouw haar opnieuw, of neem die versie"))
    }
}

/// The one file of the app with this ending.
fn built(into: &Path, ending: &str) -> io::Result<String> {
    let mut found: Vec<String> = fs::read_dir(into)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("wijkdeur-") && name.ends_with(ending))
        .collect();
    match (found.pop(), found.is_empty()) {
        (Some(name), true) => Ok(name),
        _ => Err(wrong(format!("in {} hoort één wijkdeur-…{ending}", into.display()))),
    }
}

/// Writes files before the pages that name them, then packs what trunk built; says which
/// municipalities are gone.
fn write(output: &Output, into: &Path) -> io::Result<Vec<String>> {
    let gone = gone(output, into)?;
    let town = |page: &PathBuf| {
        let town = page.strip_prefix(into).ok()?.to_str()?.strip_suffix("/index.html")?;
        (page.exists() && !town.contains('/')).then(|| format!("/{town}/"))
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
    remove_old_data(output, into)?;
    for entry in fs::read_dir(into)? {
        let path = entry?.path();
        if path.is_file() && PACKED.contains(&ending(&path)) {
            put_packed(&path, &fs::read(&path)?)?;
        }
    }
    Ok(towns)
}

/// What gains by compression.
const PACKED: [&str; 6] = ["html", "js", "wasm", "css", "bin", "svg"];

fn ending(path: &Path) -> &str {
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

#[expect(clippy::ptr_arg, reason = "the keys it maps over are of this type")]
fn name(path: &PathBuf) -> String {
    path.display().to_string()
}

/// Pages of the last publication that this one does not have, such as those of a
/// municipality that was taken out. Data that it does not have are replaced from now on.
fn gone(output: &Output, into: &Path) -> io::Result<Vec<PathBuf>> {
    let last = last(into)?;
    let gone = last.lines().map(Path::new).filter(|path| !output.contains_key(*path));
    let (pages, data): (Vec<&Path>, Vec<&Path>) = gone.partition(|path| is_page(path));
    for path in data.into_iter().map(|path| into.join(path)) {
        for path in [path.clone(), with_ending(&path, ".br"), with_ending(&path, ".gz")] {
            if path.exists() {
                fs::File::options().write(true).open(path)?.set_modified(SystemTime::now())?;
            }
        }
    }
    Ok(pages.into_iter().chain([Path::new(PAGES)]).map(|page| into.join(page)).collect())
}

/// The files of the last publication, one on a line. Where it named its pages only, all data
/// that are there are taken for its own.
fn last(into: &Path) -> io::Result<String> {
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

fn remove_old_data(output: &Output, into: &Path) -> io::Result<()> {
    for entry in fs::read_dir(into.join("data"))? {
        let path = entry?.path();
        let plain = plain_path(&path);
        let current = plain.strip_prefix(into).is_ok_and(|path| output.contains_key(path));
        let age = SystemTime::now().duration_since(fs::metadata(&path)?.modified()?);
        if !current && age.is_ok_and(|age| age > KEEP_OLD_DATA) {
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

fn wrong(problem: impl Into<String>) -> io::Error {
    io::Error::other(problem.into())
}
