//! An advice in writing: for programs, and with who said each line of it.

use crate::domain::*;
use serde_json::{Value, json};

/// The advice as JSON.
pub(super) fn as_value(advice: &Advice<'_>, here: &Here<'_>, moment: Moment) -> Value {
    json!({
        "urgency": advice.urgency,
        "crisis": crisis(advice, here),
        "lead": contact(&advice.lead, moment),
        "routes": routes(advice),
        "domains": advice.domains,
        "one_contact": advice.one_contact,
        "yourself": advice.yourself.iter().map(|offer| json!({
            "route": offer.route,
            "provider": offer.giver.party.name,
            "through": offer.giver.coverage.through,
        })).collect::<Vec<_>>(),
        "elsewhere": advice.elsewhere.iter().map(|each| contact(each, moment)).collect::<Vec<_>>(),
        "support": contact(&advice.support, moment),
        "because": because(advice),
    })
}

/// The same, a line each.
pub(super) fn as_lines(advice: &Value) -> String {
    let Value::Object(parts) = advice else { return String::new() };
    parts.iter().map(|(name, part)| format!("{name}: {part}\n")).collect()
}

/// The lines for danger, first on top; desks that are called for a deadline are no
/// such line.
fn crisis<'a>(advice: &Advice<'a>, here: &Here<'_>) -> Vec<&'a RouteCode> {
    let is_crisis = |code: &RouteCode| {
        here.catalogue.route(code).is_some_and(|route| route.kind == RouteKind::Crisis)
    };
    advice.safety.iter().map(|line| line.route).filter(|code| is_crisis(code)).collect()
}

/// Every kind of help on the advice, best first.
fn routes<'a>(advice: &Advice<'a>) -> Vec<&'a RouteCode> {
    let others = advice.at_the_table.iter().map(|discipline| discipline.route);
    let others = others.chain(advice.yourself.iter().map(|offer| offer.route));
    let others = others.chain(advice.elsewhere.iter().map(|contact| contact.route));
    let mut routes = vec![advice.lead.route];
    for route in others {
        if !routes.contains(&route) {
            routes.push(route);
        }
    }
    routes
}

fn contact(contact: &Contact<'_>, now: Moment) -> Value {
    json!({
        "route": contact.route,
        "provider": contact.served.provider().map(|party| &party.name),
        "named": matches!(contact.served, Served::By(_)),
        "through": contact.through,
        "words": contact.words,
        "reach": contact.ladder.iter().map(|rung| {
            let open = rung.reach.open(now);
            json!({
                "channel": rung.reach.channel,
                "value": rung.reach.value,
                "state": state(open),
                "until": match open { Open::Now { until } => Some(until), _ => None },
                "opens": match open {
                    Open::Later(Opening { day, span }) => {
                        Some(format!("{day}T{}", String::from(span.opens_at)))
                    }
                    _ => None,
                },
                "checked": rung.reach.checked,
            })
        }).collect::<Vec<_>>(),
    })
}

fn state(open: Open) -> &'static str {
    match open {
        Open::Now { .. } => "now",
        Open::Later(_) => "later",
        Open::ByAppointment => "by-appointment",
        Open::Unknown => "unknown",
    }
}

/// Why each line is there: the lead first.
fn because(advice: &Advice<'_>) -> Vec<Value> {
    let lead = [(advice.lead.route, advice.lead.because)];
    let table = advice.at_the_table.iter().map(|one| (one.route, one.because));
    let offers = advice.yourself.iter().map(|one| (one.route, one.because));
    let desks = advice.elsewhere.iter().map(|one| (one.route, one.because));
    let all = lead.into_iter().chain(table).chain(offers).chain(desks);
    let mut said: Vec<Value> = Vec::new();
    for (route, reason) in all {
        let line = json!({ "route": route, "reason": reason_in_words(&reason) });
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

/// A reason in the names of the data.
fn reason_in_words(reason: &Reason<'_>) -> String {
    match reason {
        Reason::Need(need) => format!("need {}", need.id),
        Reason::Flag(flag) => format!("flag {}", flag.id),
        Reason::Several => "several".to_owned(),
        Reason::Referral(route) => format!("referral {route}"),
        Reason::Elsewhere => "elsewhere".to_owned(),
        Reason::Everyone => "everyone".to_owned(),
    }
}

/// The advice with, for each line, which level said so: a *wijk*, an area, the
/// municipality or the country.
pub(super) fn explained(advice: &Advice<'_>, here: &Here<'_>) -> String {
    let mut said = Vec::new();
    for line in &advice.safety {
        said.push(party("bij gevaar", line.route, here.served(line.route), here));
    }
    said.push(party("eerst dit", advice.lead.route, advice.lead.served, here));
    said.push(format!("    omdat: {}", reason_in_words(&advice.lead.because)));
    said.extend(rungs(&advice.lead.ladder, here));
    said.extend(advice.lead.words.map(|words| format!("    in woorden: {words}")));
    if let Some(team) = &advice.team {
        said.push(party("daarna het team", team.route, team.served, here));
        said.extend(rungs(&team.ladder, here));
    }
    for one in &advice.at_the_table {
        said.push(party("aan tafel", one.route, here.served(one.route), here));
    }
    for offer in &advice.yourself {
        said.push(party("zelf of samen", offer.route, Served::By(offer.giver), here));
        said.extend(rungs(&offer.ways, here));
    }
    for contact in &advice.elsewhere {
        said.push(party("ander loket", contact.route, contact.served, here));
        said.extend(rungs(&contact.ladder, here));
    }
    said.push(party("uw recht", advice.support.route, advice.support.served, here));
    said.extend(rungs(&advice.support.ladder, here));
    said.join("\n") + "\n"
}

fn party(part: &str, route: &RouteCode, served: Served<'_>, here: &Here<'_>) -> String {
    let (name, level) = match served {
        Served::By(giver) => (giver.party.name.as_str(), level(giver.level, here)),
        Served::Entrance(party) => (party.name.as_str(), "algemene ingang".to_owned()),
        Served::Nobody => ("niemand", "niet bekend".to_owned()),
    };
    format!("{part}: {route}: {name} [{level}]")
}

fn rungs(ladder: &[Rung<'_>], here: &Here<'_>) -> Vec<String> {
    let way = |rung: &Rung<'_>| {
        let channel = serde_json::to_value(rung.reach.channel).unwrap_or_default();
        let away = rung.away.and_then(|code| here.directory.wijk(code));
        let away = away.map(|wijk| format!(", in {}", wijk.name)).unwrap_or_default();
        format!(
            "    {}: {} ({}{away}) [{}]",
            channel.as_str().unwrap_or_default(),
            rung.reach.value,
            rung.party.name,
            level(rung.level, here)
        )
    };
    ladder.iter().map(way).collect()
}

fn level(level: Level<'_>, here: &Here<'_>) -> String {
    match level {
        Level::Wijk(code) => {
            let name = here.directory.wijk(code).map_or(code.as_str(), |wijk| &wijk.name);
            format!("wijk {name}")
        }
        Level::Area(id) => {
            let area = here.directory.areas.iter().find(|area| area.id == *id);
            format!("gebied {}", area.map_or(id.as_str(), |area| &area.name))
        }
        Level::City => format!("gemeente {}", here.directory.municipality.name),
        Level::Country => "landelijk".to_owned(),
    }
}
