//! Ways to reach a party: a number that can be dialled, a site that can be opened.

use super::Found;
use super::{hours, phone};
use crate::content::authored::spelling::quoted;
use crate::domain::{Channel, Reach};

/// Judges one way to reach a party.
pub(super) fn judge(at: &str, reach: &Reach, found: &mut Found<'_>) {
    let value = reach.value.as_str();
    let wrong = match reach.channel {
        Channel::Phone => phone::wrong(value),
        Channel::Website | Channel::Chat => site_wrong(value),
        Channel::Email => email_wrong(value),
        Channel::WalkIn | Channel::App | Channel::Post => None,
    };
    if let Some(wrong) = wrong {
        found.add(at.to_owned() + "/value", format!("{} {wrong}", quoted(value)));
    }
    for (index, opening) in reach.hours.iter().enumerate() {
        hours::judge(&format!("{at}/hours/{index}"), opening, found);
    }
}

/// Why a site cannot be opened safely, if so.
pub(super) fn site_wrong(value: &str) -> Option<&'static str> {
    let host = value.strip_prefix("https://").unwrap_or(value).split('/').next();
    if value.contains(char::is_whitespace) {
        Some("is geen webadres: er staat een spatie in; haal die weg")
    } else if value.starts_with("http://") {
        Some("is niet veilig; laat het webadres beginnen met https://")
    } else if value.contains("://") && !value.starts_with("https://") {
        Some("is geen webadres; laat het beginnen met https://")
    } else if !host.is_some_and(|host| host.contains('.')) {
        Some("is geen webadres zoals https://www.voorbeeld.nl")
    } else {
        None
    }
}

fn email_wrong(value: &str) -> Option<&'static str> {
    let good = value.split_once('@').is_some_and(|(name, host)| {
        let end =
            host.rsplit_once('.').is_some_and(|(site, end)| !site.is_empty() && end.len() > 1);
        !name.is_empty() && end && !host.contains('@') && !value.contains(char::is_whitespace)
    });
    (!good).then_some("is geen e-mailadres zoals team@voorbeeld.nl")
}
