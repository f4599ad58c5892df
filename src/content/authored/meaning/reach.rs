//! Ways to reach a party: a number that can be dialled, a site that can be opened.

use super::Found;
use super::coverage::Ground;
use super::{hours, phone, special_days};
use crate::content::authored::spelling::quoted;
use crate::domain::{Channel, Reach, phone_number};

/// Judges one way to reach a party.
pub(super) fn judge(at: &str, reach: &Reach, ground: &Ground<'_>, found: &mut Found<'_>) {
    let value = reach.value.as_str();
    let wrong = match reach.channel {
        Channel::Phone => phone::wrong(value),
        Channel::Website | Channel::Chat => site_wrong(value).map(str::to_owned),
        Channel::Email => email_wrong(value).map(str::to_owned),
        Channel::WalkIn | Channel::App | Channel::Post => None,
    };
    if let Some(wrong) = wrong {
        found.add(at.to_owned() + "/value", format!("{} {wrong}", quoted(value)));
    } else if let Ground::Municipality { directory, .. } = ground {
        dialled(at, reach, directory.municipality.demonstration, found);
    }
    if let Some(scope) = &reach.scope {
        ground.scope(&(at.to_owned() + "/scope"), scope, found);
    }
    located(at, reach, ground, found);
    if reach.wheelchair.is_some() && reach.channel != Channel::WalkIn {
        found.add(
            at.to_owned() + "/wheelchair",
            "alleen in een plek om binnen te lopen kan een rolstoel; haal \"wheelchair\" weg",
        );
    }
    for (index, opening) in reach.hours.iter().enumerate() {
        hours::judge(&format!("{at}/hours/{index}"), opening, found);
        hours::twice(&format!("{at}/hours/{index}"), &reach.hours[..index], opening, found);
    }
    special_days::judge(&(at.to_owned() + "/exceptions"), &reach.exceptions, found);
}

/// Only a place to go to lies in a *wijk*, and in one that exists.
fn located(at: &str, reach: &Reach, ground: &Ground<'_>, found: &mut Found<'_>) {
    let Some(wijk) = &reach.located else { return };
    let at = at.to_owned() + "/located";
    if reach.channel != Channel::WalkIn {
        found.add(at, "alleen een plek om binnen te lopen ligt in een wijk; haal \"located\" weg");
    } else if let Ground::Municipality { directory, .. } = ground {
        let known: Vec<&str> = directory.wijken.iter().map(|wijk| wijk.code.as_str()).collect();
        found.refers(at, "de wijk", wijk.as_str(), &known);
    }
}

fn dialled(at: &str, reach: &Reach, demonstration: bool, found: &mut Found<'_>) {
    match reach.channel {
        Channel::Phone | Channel::Email | Channel::Website | Channel::Chat => {
            invented(&(at.to_owned() + "/value"), &reach.value, demonstration, found);
        }
        Channel::WalkIn | Channel::App | Channel::Post => {}
    }
}

/// In an invented place nothing leads to somebody real, and in a real one nothing to
/// nobody. The area code 012 is given to no place; .example belongs to nobody (RFC 2606).
pub(super) fn invented(at: &str, value: &str, demonstration: bool, found: &mut Found<'_>) {
    let number = phone_number(value).is_some_and(|number| number.starts_with("012"));
    let invented = number || host(value).to_ascii_lowercase().ends_with(".example");
    if invented != demonstration {
        found.add(
            at,
            match demonstration {
                true => format!(
                    "{} kan van iemand zijn; neem in een verzonnen plaats een nummer dat met 012 begint of een adres op .example",
                    quoted(value)
                ),
                false => format!("{} is verzonnen; vul het echte in of haal het weg", quoted(value)),
            },
        );
    }
}

/// The host of a site or a mailbox.
fn host(value: &str) -> &str {
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    let whole = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = whole.rsplit_once('@').map_or(whole, |(_, host)| host);
    whole.split_once(':').map_or(whole, |(host, _)| host)
}

/// Why a site cannot be opened safely, if so.
pub(super) fn site_wrong(value: &str) -> Option<&'static str> {
    let scheme = value.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    if value.contains(char::is_whitespace) {
        Some("is geen webadres: er staat een spatie in; haal die weg")
    } else if value.contains(['@', '\\']) {
        Some("is geen webadres: met @ of \\ erin gaat het naar een andere site; haal dat weg")
    } else if scheme.as_deref() == Some("http") {
        Some("is niet veilig; laat het webadres beginnen met https://")
    } else if scheme.is_some_and(|scheme| scheme != "https") {
        Some("is geen webadres; laat het beginnen met https://")
    } else if !host(value).contains('.') {
        Some("is geen webadres zoals https://www.voorbeeld.nl")
    } else {
        None
    }
}

/// Why nobody can be mailed there, if so.
pub(super) fn email_wrong(value: &str) -> Option<&'static str> {
    let good = value.split_once('@').is_some_and(|(name, host)| {
        let end =
            host.rsplit_once('.').is_some_and(|(site, end)| !site.is_empty() && end.len() > 1);
        !name.is_empty() && end && !host.contains('@') && !value.contains(char::is_whitespace)
    });
    (!good).then_some("is geen e-mailadres zoals team@voorbeeld.nl")
}
