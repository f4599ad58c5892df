//! The proof as a page to read: what was tried, and who gives which help where.

use super::report::Report;
use super::table::columns;
use crate::content::Data;
use crate::domain::*;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The page, as Markdown. What differs from one run to the next (time, and how many cases
/// were drawn) is left out.
pub fn page(data: &Data, report: &Report, day: Date) -> String {
    let mut page = format!(
        "# Wat er geprobeerd is\n\n\
         `wijkdeur prove --date {day} --page docs/proof.md` maakt deze pagina.\n\n\
         | | |\n|---|---:|\n"
    );
    for (what, count) in [
        ("gevallen", report.raw),
        ("combinaties van antwoorden", report.answers),
        ("plaatsen en dagen", report.places as u64),
        ("soorten antwoorden", report.classes as u64),
        ("soorten plaatsen en dagen", report.place_classes as u64),
        ("adviezen uitgewerkt", report.advices as u64),
        ("vragen bij één behoefte, hoogstens", report.most_for_one as u64),
        ("vragen bij drie behoeften, hoogstens", report.most_for_three as u64),
        ("verschillende eerste contacten", report.leads as u64),
        ("daarvan alleen te bellen", report.by_voice_only as u64),
        ("gaten", report.gaps.len() as u64),
    ] {
        let _ = writeln!(page, "| {what} | {count} |");
    }
    data.directories.iter().for_each(|town| of(&mut page, &data.catalogue, town, day));
    page
}

/// Who gives which kind of help in one municipality, with the *wijken* where that differs.
fn of(page: &mut String, catalogue: &Catalogue, town: &Directory, day: Date) {
    let _ = write!(
        page,
        "\n## {}\n\nPer soort hulp: in hoeveel wijken er een partij met naam is, in hoeveel de \
         algemene ingang, in hoeveel niemand.\n\n\
         | soort hulp | naam | ingang | niemand | wie |\n|---|---:|---:|---:|---|\n",
        town.municipality.name
    );
    let columns = columns(catalogue, town, day);
    for route in &catalogue.routes {
        let mut counts = [0; 3];
        let mut who: BTreeMap<(usize, &str), Vec<&str>> = BTreeMap::new();
        for (wijk, here) in &columns {
            let served = here.served_at_all(&route.code).into_iter().map(|served| match served {
                Served::By(giver) => (0, giver.party.name.as_str()),
                Served::Entrance(_) => (1, "algemene ingang"),
                Served::Nobody => (2, "niemand"),
            });
            let served: Vec<(usize, &str)> = served.collect();
            let kind = served.iter().map(|(kind, _)| *kind).min().unwrap_or(2);
            counts[kind] += 1;
            for (_, name) in served.into_iter().filter(|(each, _)| *each == kind) {
                who.entry((kind, name)).or_default().push(wijk);
            }
        }
        let who: Vec<String> = who
            .into_iter()
            .map(|((_, name), wijken)| match wijken.len() < columns.len() {
                true => format!("{name} ({})", wijken.join("; ")),
                false => name.to_owned(),
            })
            .collect();
        let [named, entrance, nobody] = counts;
        let (code, who) = (&route.code, who.join("<br>"));
        let _ = writeln!(page, "| {code} | {named} | {entrance} | {nobody} | {who} |");
    }
}
