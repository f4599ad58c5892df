//! Makes everything that depends on content: data and pages, around a build of the app.
//! That is taken as it is, so this runs again after every change of content with nothing but
//! this program; it is the one that is there, or a new one that is brought.

use super::build::Build;
use super::clock::today;
use super::data::load;
use super::page::document;
use super::pages;
use super::served::{Files, PUBLISHED, write, wrong};
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
    let mut towns = Vec::new();
    for directory in &data.directories {
        let [bundle, young] = data.bundles(directory).ok_or_else(nothing)?;
        let slug = &directory.municipality.slug;
        let young = put_data(slug, bundle.write_young(&young).map_err(in_words)?);
        let (request, young_request) = (request.clone(), young_request.clone());
        let files = bundle.write(&Beside { young, request, young_request }).map_err(in_words)?;
        let files = files.map(|bytes| ["data/", &put_data(slug, bytes)].concat());
        towns.push((bundle, files));
    }
    for (path, page) in pages::all(texts, data, &towns, today()) {
        let page = page.fill(texts, shell).map_err(wrong)?;
        output.insert(path.into(), build.name_in(&page).into_bytes());
    }
    let away = build.name_in(&document(pages::away()));
    output.insert("weg/index.html".into(), away.into_bytes());
    let takers: Vec<Town> = data.directories.iter().filter_map(Town::of).collect();
    let takers = serde_json::to_vec_pretty(&takers).map_err(|error| wrong(error.to_string()))?;
    output.insert("desk.json".into(), takers);
    output.extend(binary);
    output.extend(build.into_files());
    let names: Vec<String> = output.keys().map(|path| path.display().to_string()).collect();
    output.insert(PUBLISHED.into(), (names.join("\n") + "\n").into_bytes());
    Ok(output)
}
