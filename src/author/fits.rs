//! `wijkdeur fits`: who is named for which needs, as a page that a person can read and object
//! to. Absent: who comes first; `paths` and `prove` say that.

use super::data::load;
use super::say;
use crate::content::Data;
use crate::domain::*;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints the page, or writes it.
pub(super) fn run(data_dir: &Path, into: Option<&Path>) -> ExitCode {
    let Some(data) = load(data_dir) else { return ExitCode::FAILURE };
    let page = page(&data);
    let Some(into) = into else {
        say(&page);
        return ExitCode::SUCCESS;
    };
    match std::fs::write(into, page) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: niet te schrijven ({error})", into.display());
            ExitCode::FAILURE
        }
    }
}

/// The page, as Markdown.
pub fn page(data: &Data) -> String {
    let Some(words) = data.words.first() else { return String::new() };
    let wide = data.catalogue.routes.iter().filter(|route| data.catalogue.is_wide(&route.code));
    let wide: Vec<&str> = wide.map(|route| kind(words, &route.code)).collect();
    let mut page = format!(
        "# Wie bij wie past\n\n\
         `wijkdeur fits --page docs/who-fits.md` maakt deze pagina.\n\n\
         Van sommige soorten hulp zegt de naam te weinig: {}. Wie zulke hulp geeft, komt alleen \
         in een advies bij de behoeften die hier staan; wie niets zegt, staat alleen op de lijst \
         van de wijk. Een team en een loket zijn er voor iedereen en staan hier niet. Past een \
         partij ergens niet bij? Verander dan haar \"needs\", \"ages\" of \"older\" en maak deze \
         pagina opnieuw.\n",
        wide.join(", ")
    );
    let national = data.catalogue.national.iter();
    let national = national.filter(|it| it.serves.iter().any(|it| !it.needs.is_empty()));
    of(&mut page, "Het hele land", words, national, |_, _| true);
    for town in &data.directories {
        let parties = town.providers.iter().filter(|party| !town.is_for_anybody(party));
        let says = |party: &Provider, coverage: &Coverage| {
            let mut routes = coverage.routes.iter();
            routes.any(|route| town.says_for_whom(&data.catalogue, party, coverage, route))
        };
        of(&mut page, &town.municipality.name, words, parties, says);
    }
    page
}

/// The parties of one place: a row for each statement, and who is on no advice.
fn of<'p>(
    page: &mut String,
    place: &str,
    words: &Words,
    parties: impl Iterator<Item = &'p Provider>,
    says: impl Fn(&Provider, &Coverage) -> bool,
) {
    let _ = write!(
        page,
        "\n## {place}\n\n| partij | hulp | komt in een advies bij | leeftijd |\n|---|---|---|---|\n"
    );
    let mut listed: Vec<&str> = Vec::new();
    for party in parties.filter(|party| party.status == Status::Active) {
        if !party.serves.iter().any(|coverage| says(party, coverage)) {
            listed.push(&party.name);
        }
        for coverage in &party.serves {
            let routes: Vec<&str> =
                coverage.routes.iter().map(|route| kind(words, route)).collect();
            let label = |need: &NeedId| words.needs.get(need).map(|words| words.label.as_str());
            let needs: Vec<&str> = coverage.needs.iter().filter_map(label).collect();
            let needs = match (says(party, coverage), needs.as_slice()) {
                (false, _) => "niets".to_owned(),
                (true, []) => "alles waar deze hulp bij past".to_owned(),
                (true, needs) => needs.join("<br>"),
            };
            let (name, routes, ages) = (&party.name, routes.join("<br>"), ages(party));
            let _ = writeln!(page, "| {name} | {routes} | {needs} | {ages} |");
        }
    }
    if !listed.is_empty() {
        let _ = writeln!(page, "\nAlleen op de lijst van de wijk: {}.", listed.join("; "));
    }
}

fn kind<'w>(words: &'w Words, route: &'w RouteCode) -> &'w str {
    words.routes.get(route).map_or(route.as_str(), |words| &words.name)
}

fn ages(party: &Provider) -> String {
    match party.ages {
        Some(Ages { from, to: Some(to) }) => format!("{from} tot en met {to} jaar"),
        Some(Ages { from, to: None }) => format!("vanaf {from} jaar"),
        None if party.older => "oudere mensen".to_owned(),
        None => String::new(),
    }
}
