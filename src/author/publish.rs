//! Makes everything that depends on content: data and pages, around a build of the app.
//! That is taken as it is, so this runs again after every change of content with nothing but
//! this program; it is the one that is there, or a new one that is brought.

use super::build::Build;
use super::clock::today;
use super::data::load;
use super::served::{Files, PUBLISHED, write, wrong};
use super::{listing, pages};
use crate::content::{Beside, Data, Spoken, Town};
use crate::domain::fingerprint;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Publishes `data`, with the build `app` or else with the one that is there. With a
/// mistake anywhere, nothing is written.
pub(super) fn run(data: &Path, app: Option<&Path>, into: &Path) -> ExitCode {
    let Some(data) = load(data) else { return ExitCode::FAILURE };
    let build = app.map_or_else(|| Build::published(into), Build::read);
    let output = build.and_then(|build| output(&data, build));
    match output.and_then(|output| Ok((write(&output, into)?, output.len()))) {
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
fn output(data: &Data, build: Build) -> io::Result<Files> {
    let nothing = || wrong("er zijn geen woorden");
    let interfaces = data.interfaces().ok_or_else(nothing)?;
    let [texts, _] = &interfaces;
    let shell = build.shell()?;
    let mut output = Files::new();
    let mut put = |path: String, bytes: Vec<u8>| output.insert(path.into(), bytes);
    let fill = |page: super::frame::Page| -> io::Result<Vec<u8>> {
        let page = page.fill(texts, shell).map_err(wrong)?;
        Ok(build.name_in(&page).into_bytes())
    };
    let in_words = |error: postcard::Error| wrong(error.to_string());
    let mut binary = Files::new();
    let mut put_data = |name: &str, bytes: Vec<u8>| {
        let file = format!("{name}-{:016x}.bin", fingerprint(&bytes));
        binary.insert(["data/", &file].concat().into(), bytes);
        file
    };
    let [request, young_request] = interfaces.each_ref().map(Spoken::write);
    let request = put_data("request", request.map_err(in_words)?);
    let young_request = put_data("request", young_request.map_err(in_words)?);
    for directory in &data.directories {
        let [bundle, young] = data.bundles(directory).ok_or_else(nothing)?;
        let slug = &directory.municipality.slug;
        let young = put_data(slug, bundle.write_young(&young).map_err(in_words)?);
        let (request, young_request) = (request.clone(), young_request.clone());
        let files = bundle.write(&Beside { young, request, young_request }).map_err(in_words)?;
        let files = files.map(|bytes| ["data/", &put_data(slug, bytes)].concat());
        let page = pages::municipality(texts, &bundle, &files.each_ref());
        put(format!("{slug}/index.html"), fill(page)?);
        for (path, page) in listing::pages(texts, &bundle, today()) {
            put(format!("{slug}/{path}/index.html"), fill(page)?);
        }
    }
    let (catalogue, directories) = (&data.catalogue, &data.directories);
    let towns: Vec<Town> = directories.iter().filter_map(Town::of).collect();
    put(
        "desk.json".into(),
        serde_json::to_vec_pretty(&towns).map_err(|error| wrong(error.to_string()))?,
    );
    put("index.html".into(), fill(pages::home(texts, catalogue, directories))?);
    put("privacy/index.html".into(), fill(pages::privacy(texts, catalogue))?);
    put(
        "toegankelijkheid/index.html".into(),
        fill(pages::accessibility(texts, catalogue, directories))?,
    );
    put("404.html".into(), fill(pages::not_found(texts, catalogue))?);
    put("weg/index.html".into(), build.name_in(&pages::away().into_string()).into_bytes());
    output.extend(binary);
    output.extend(build.into_files());
    let names: Vec<String> = output.keys().map(|path| path.display().to_string()).collect();
    output.insert(PUBLISHED.into(), (names.join("\n") + "\n").into_bytes());
    Ok(output)
}
