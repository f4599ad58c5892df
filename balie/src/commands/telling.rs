//! A request in words: as a line without what it says, as a whole, as a line of JSON.

use crate::delivery::contact_by;
use crate::said;
use crate::sealing::Keyring;
use crate::store::{Line, State};
use jiff::Timestamp;
use serde_json::{Value, json};
use wijkdeur::domain::Draft;

/// What the columns of [`line`] are, with tabs between them.
pub const HEAD: &str = "reference\tstate\treceived\ttown\tprovider\ttries\tnext or delivered\twhy";

/// A request, without what it says.
pub fn line(it: &Line) -> String {
    let then = match it.state {
        State::Delivered => it.delivered_at,
        State::Waiting => Some(it.next_at).filter(|next| *next > 0),
        State::Dead => None,
    };
    [
        it.reference.clone(),
        it.state.as_str().to_owned(),
        time(it.received_at),
        it.queue.town.clone(),
        it.queue.provider.clone(),
        it.tries.to_string(),
        then.map_or_else(|| "-".to_owned(), time),
        it.last_error.as_deref().map_or_else(|| "-".to_owned(), said::line),
    ]
    .join("\t")
}

/// A request with all it says, first when it is safe to call; what was left open is left out.
pub fn whole(it: &Line, keyring: &Keyring) -> Result<String, String> {
    const FIELDS: [&str; 18] = [
        "discreet",
        "times",
        "when",
        "wijk",
        "phone",
        "email",
        "letter",
        "voicemail",
        "subject",
        "subject_knows",
        "name",
        "story",
        "companion",
        "language",
        "interpreter",
        "wmo_melding",
        "permission",
        "answers",
    ];
    let mut text = format!(
        "{}: {}, received {}, {} working days, so by {}, for {}\n",
        it.reference,
        it.state.as_str(),
        time(it.received_at),
        it.working_days,
        by(it),
        it.queue,
    );
    if it.suspect {
        text.push_str("perhaps from a machine\n");
    }
    if let Some(why) = &it.last_error {
        text.push_str(&format!("after {} tries: {}\n", it.tries, said::line(why)));
    }
    let content = json!(content(it, keyring)?);
    for field in FIELDS {
        if let Some(said) = said(&content[field]) {
            text.push_str(&format!("{field}: {said}\n"));
        }
    }
    Ok(text)
}

/// A request as a line of JSON, with all it says.
pub fn exported(it: &Line, keyring: &Keyring) -> Result<String, String> {
    let value = json!({
        "reference": it.reference,
        "town": it.queue.town,
        "provider": it.queue.provider,
        "state": it.state.as_str(),
        "received_at": time(it.received_at),
        "working_days": it.working_days,
        "contact_by": by(it),
        "suspect": it.suspect,
        "tries": it.tries,
        "last_error": it.last_error,
        "delivered_at": it.delivered_at.map(time),
        "content": content(it, keyring)?,
    });
    Ok(value.to_string())
}

fn content(it: &Line, keyring: &Keyring) -> Result<Draft, String> {
    let content = keyring.open(&it.reference, &it.sealed)?;
    crate::content::read(&content)
        .map_err(|why| format!("{} was written by another version: {why}", it.reference))
}

/// What somebody said in a field, if anything.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text.replace('\n', "\n    ")),
        Value::Array(all) if all.is_empty() => None,
        Value::Array(all) => {
            let all: Vec<_> = all.iter().filter_map(said).collect();
            Some(all.join(", "))
        }
        Value::Object(all) => {
            let text = |name: &str| all.get(name).and_then(Value::as_str).unwrap_or_default();
            Some(format!("\n    {} {}", text("question"), text("answer")))
        }
    }
}

fn by(it: &Line) -> String {
    let received_at = Timestamp::from_millisecond(it.received_at).unwrap_or_default();
    contact_by(received_at, it.working_days).to_string()
}

fn time(millis: i64) -> String {
    let time = Timestamp::from_millisecond(millis).unwrap_or_default();
    Timestamp::from_second(time.as_second()).unwrap_or_default().to_string()
}
