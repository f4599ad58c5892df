//! Gives the advice for answers in a file, as text or as JSON.

use super::answers;
use super::clock::today;
use super::data::load;
use crate::content::Data;
use crate::domain::*;
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;

/// Prints the advice; says what is wrong with the question otherwise.
pub(super) fn run(data: &Path, municipality: &str, file: &Path, as_json: bool) -> ExitCode {
    let Some(data) = load(data) else { return ExitCode::FAILURE };
    match advice(&data, municipality, file) {
        Ok(advice) => {
            if as_json {
                println!("{advice:#}");
            } else {
                print!("{}", plain(&advice));
            }
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn advice(data: &Data, municipality: &str, file: &Path) -> Result<Value, Vec<String>> {
    let directory = data
        .directories
        .iter()
        .find(|directory| directory.municipality.slug == municipality)
        .ok_or_else(|| vec![format!("Gemeente ‘{municipality}’ is er niet.")])?;
    let read = std::fs::read_to_string(file);
    let named = |problem: String| format!("{}: {problem}", file.display());
    let text = read.map_err(|error| vec![named(error.to_string())])?;
    let mut given = answers::read(&text, &data.catalogue, directory)
        .map_err(|problems| problems.into_iter().map(named).collect::<Vec<_>>())?;
    let today = today();
    // Whatever the file does not answer counts as skipped: every walk ends.
    while let Stop::Asking(question) = Journey::walk(&data.catalogue, directory, &given, today).stop
    {
        let (who, id) = (question.who, question.id.clone());
        given.set(who, id, Answer::Skipped);
    }
    let journey = Journey::walk(&data.catalogue, directory, &given, today);
    let advice = advise(&data.catalogue, directory, &journey.facts, today);
    Ok(as_value(&advice))
}

fn as_value(advice: &Advice<'_>) -> Value {
    let others = advice.at_the_table.iter().map(|discipline| discipline.route);
    let others = others.chain(advice.yourself.iter().map(|offer| offer.route));
    let others = others.chain(advice.elsewhere.iter().map(|contact| contact.route));
    let mut routes = vec![advice.lead.route];
    for route in others {
        if !routes.contains(&route) {
            routes.push(route);
        }
    }
    json!({
        "urgency": advice.urgency,
        "crisis": advice.safety.iter().map(|line| line.route).collect::<Vec<_>>(),
        "lead": contact(&advice.lead),
        "routes": routes,
        "domains": advice.domains,
        "one_contact": advice.one_contact,
        "yourself": advice.yourself.iter().map(|offer| json!({
            "route": offer.route, "provider": offer.provider.name,
        })).collect::<Vec<_>>(),
        "elsewhere": advice.elsewhere.iter().map(contact).collect::<Vec<_>>(),
        "support": contact(&advice.support),
        "because": reason(&advice.lead.because),
    })
}

fn contact(contact: &Contact<'_>) -> Value {
    json!({
        "route": contact.route,
        "provider": contact.served.provider().map(|party| &party.name),
        "named": matches!(contact.served, Served::By(_)),
        "reach": contact.ladder.iter().map(|reach| json!({
            "channel": reach.channel, "value": reach.value, "checked": reach.checked,
        })).collect::<Vec<_>>(),
    })
}

fn reason(because: &Reason<'_>) -> Value {
    match because {
        Reason::Need(need) => json!({ "need": need.id }),
        Reason::Flag(flag) => json!({ "flag": flag.id }),
        Reason::Several => json!("several"),
        Reason::Elsewhere => json!("elsewhere"),
        Reason::Everyone => json!("everyone"),
    }
}

/// The same, a line each.
fn plain(advice: &Value) -> String {
    let Value::Object(parts) = advice else { return String::new() };
    parts.iter().map(|(name, part)| format!("{name}: {part}\n")).collect()
}
