//! `wijkdeur paths`: every path through the questions and what comes of it, as text that
//! is kept beside the data, so that a change of content shows as a difference one can read.

use super::data::load;
use super::prove::{Way, each_end, forced, ways};
use crate::content::Data;
use crate::domain::*;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

/// Writes the files into the folder `paths` of the data.
pub(super) fn run(data_dir: &Path) -> ExitCode {
    let Some(data) = load(data_dir) else { return ExitCode::FAILURE };
    let folder = data_dir.join("paths");
    let files = paths(&data);
    let put = |(name, text): &(String, String)| fs::write(folder.join(name), text);
    let written = fs::create_dir_all(&folder).and_then(|()| files.iter().try_for_each(put));
    match written {
        Ok(()) => {
            println!("Geschreven: {} bestanden in {}.", files.len(), folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => said(&folder, &error),
    }
}

fn said(folder: &Path, error: &io::Error) -> ExitCode {
    eprintln!("{}: niet te schrijven ({error})", folder.display());
    ExitCode::FAILURE
}

/// The files: one for the catalogue, one for each municipality.
pub fn paths(data: &Data) -> Vec<(String, String)> {
    let mut files = vec![("catalogue.txt".to_owned(), catalogue(data))];
    for town in &data.directories {
        files.push((format!("{}.txt", town.municipality.slug), town_text(data, town)));
    }
    files
}

const HEAD: &str = "# Gemaakt door 'wijkdeur paths'; verander de gegevens en maak dit opnieuw.\n";

/// The answers beside the two choices, each with what was said; what comes of them.
struct Row {
    answers: Vec<(String, BTreeSet<String>)>,
    outcome: String,
}

impl Row {
    /// Takes in a row that comes to the same and differs in one answer only.
    fn takes(&mut self, other: &Self) -> bool {
        let same_questions = self.outcome == other.outcome
            && self.answers.len() == other.answers.len()
            && self.answers.iter().zip(&other.answers).all(|(own, new)| own.0 == new.0);
        let differs = self.answers.iter().zip(&other.answers).filter(|(own, new)| own.1 != new.1);
        if !same_questions || differs.count() != 1 {
            return false;
        }
        for (own, new) in self.answers.iter_mut().zip(&other.answers) {
            own.1.extend(new.1.iter().cloned());
        }
        true
    }
}

/// Every path of one need: the two choices, the other answers, how urgent it is, the
/// flags, and which help it leads to, best first. Answers that come to the same stand
/// together.
fn catalogue(data: &Data) -> String {
    let catalogue = &data.catalogue;
    let Some(town) = data.directories.first() else { return String::new() };
    let mut text = HEAD.to_owned();
    for way in ways(catalogue) {
        let _ = writeln!(text, "\n{}", named(catalogue, &way));
        let forced = forced(&[&way]);
        let mut rows = Vec::new();
        let walk = Walk::new(catalogue, town, Date::EARLIEST);
        each_end(walk, catalogue, &forced, &mut |facts| rows.push(end(facts, forced.len())));
        for Row { answers, outcome } in together(rows) {
            let said = |(question, said): &(String, BTreeSet<String>)| {
                let said: Vec<&str> = said.iter().map(String::as_str).collect();
                format!("{question} {}", said.join("/"))
            };
            let answers: Vec<String> = answers.iter().map(said).collect();
            let _ = writeln!(text, "  {}\n    {outcome}", answers.join(", "));
        }
    }
    text
}

fn together(mut rows: Vec<Row>) -> Vec<Row> {
    loop {
        let before = rows.len();
        let mut fewer: Vec<Row> = Vec::new();
        for row in rows {
            if !fewer.iter_mut().any(|known| known.takes(&row)) {
                fewer.push(row);
            }
        }
        if fewer.len() == before {
            return fewer;
        }
        rows = fewer;
    }
}

fn named(catalogue: &Catalogue, way: &Way) -> String {
    let forced = forced(&[way]);
    let said = |(at, answer): &(usize, Answer)| {
        format!("{} {}", catalogue.questions[*at].id, in_words(answer))
    };
    forced.iter().map(said).collect::<Vec<_>>().join(" > ")
}

fn end(facts: &Facts<'_>, forced: usize) -> Row {
    let chosen =
        facts.given.iter().skip(forced).filter(|(question, _)| question.kind != Kind::Place);
    let answers = chosen
        .map(|(question, answer)| (question.words_key(), BTreeSet::from([in_words(answer)])))
        .collect();
    let needs = facts.telling_needs().map(|need| {
        let helps = need.helps.iter().filter(|help| help.when.holds(facts));
        let helps: Vec<&str> = helps.map(|help| help.route.as_str()).collect();
        format!("{}: {}", need.id, helps.join(", "))
    });
    let needs: Vec<String> = needs.collect();
    let flags: Vec<&str> = facts.flags.iter().map(|flag| flag.id.as_str()).collect();
    let urgency = match facts.urgency() {
        Urgency::None => "geen haast",
        Urgency::Soon => "binnen drie werkdagen",
        Urgency::Today => "vandaag",
        Urgency::Now => "nu",
    };
    let flags = if flags.is_empty() { String::new() } else { format!(" [{}]", flags.join(", ")) };
    Row { answers, outcome: format!("{urgency}{flags}; {}", needs.join("; ")) }
}

fn in_words(answer: &Answer) -> String {
    match answer {
        Answer::One(choice) => choice.to_string(),
        Answer::Many(choices) => choices.iter().map(ChoiceId::as_str).collect::<Vec<_>>().join("+"),
        Answer::Age(age) => age.as_str().to_owned(),
        Answer::Place(_) => "plaats".to_owned(),
        Answer::Skipped => "-".to_owned(),
    }
}

/// Who gives which help in which *wijk*, with every way to reach them, in each period.
fn town_text(data: &Data, town: &Directory) -> String {
    let mut text = HEAD.to_owned();
    let mut before = String::new();
    for day in turns(town) {
        let now = on(data, town, day);
        if now != before {
            let since =
                if day == Date::EARLIEST { "eerst".to_owned() } else { format!("vanaf {day}") };
            let _ = write!(text, "\n# {since}\n{now}");
        }
        before = now;
    }
    text
}

/// Days on which a party begins or stops giving some help.
fn turns(town: &Directory) -> BTreeSet<Date> {
    let coverages = || town.providers.iter().flat_map(|party| &party.serves);
    let begins = coverages().filter_map(|coverage| coverage.valid_from);
    let ends = coverages().filter_map(|coverage| Some(coverage.valid_until?.next()));
    begins.chain(ends).chain([Date::EARLIEST]).collect()
}

fn on<'t>(data: &'t Data, town: &'t Directory, day: Date) -> String {
    let here = |place| {
        let situation = Situation { place, day, family: true, ages: AgeSet::default() };
        Here::new(&data.catalogue, town, situation)
    };
    let in_wijk = |wijk: &'t Wijk| (wijk.name.as_str(), here(Where::In(vec![&wijk.code])));
    let mut places: Vec<(&str, Here<'_>)> = town.wijken.iter().map(in_wijk).collect();
    if places.is_empty() {
        places.push((&town.municipality.name, here(Where::Unknown)));
    }
    let mut text = String::new();
    for route in &data.catalogue.routes {
        // *Wijken* with the same help stand together, in the order of the first.
        let mut rows: Vec<((String, String), Vec<&str>)> = Vec::new();
        for (name, here) in &places {
            for help in helps(here, &route.code) {
                match rows.iter_mut().find(|(known, _)| *known == help) {
                    Some((_, names)) => names.push(name),
                    None => rows.push((help, vec![name])),
                }
            }
        }
        for ((needs, help), names) in rows {
            let all = names.len() == places.len();
            let names = if all { "overal".to_owned() } else { names.join(", ") };
            let _ = writeln!(text, "{}{needs} | {names} | {help}", route.code);
        }
    }
    text
}

/// Who gives a kind of help, and the ladder to them: for all needs at once, or where a need may
/// decide who is asked, for the needs that come to the same.
fn helps(here: &Here<'_>, route: &RouteCode) -> Vec<(String, String)> {
    let all = here.serving(route);
    let said = all.iter().any(|giver| !giver.coverage.needs.is_empty());
    let kind = here.catalogue.route(route).map(|route| route.kind);
    if kind != Some(RouteKind::Algemeen) || !(said || here.catalogue.is_wide(route)) {
        return vec![(String::new(), help(here, route, all, here.served(route)))];
    }
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for need in here.catalogue.wanting(route) {
        let served = here.served_for(route, &need.id);
        let help = help(here, route, &here.fitting(route, &need.id), served);
        match found.iter_mut().find(|(known, _)| *known == help) {
            Some((_, needs)) => needs.push(need.id.as_str()),
            None => found.push((help, vec![need.id.as_str()])),
        }
    }
    let named = |(help, needs): (String, Vec<&str>)| (format!(" ({})", needs.join(", ")), help);
    found.into_iter().map(named).collect()
}

fn help<'a>(
    here: &Here<'a>,
    route: &RouteCode,
    givers: &[Giver<'a>],
    served: Served<'a>,
) -> String {
    let parties: Vec<String> = match givers {
        [] => vec!["algemene ingang".to_owned()],
        givers => givers.iter().map(|giver| giver.party.id.to_string()).collect(),
    };
    let way = |rung: &Rung<'_>| match rung.away.and_then(|code| here.directory.wijk(code)) {
        Some(wijk) => format!("{} (in {})", rung.reach.value, wijk.name),
        None => rung.reach.value.clone(),
    };
    let ladder: Vec<String> = here.ladder_of(route, served).iter().map(way).collect();
    format!("{} | {}", parties.join(", "), ladder.join("; "))
}
