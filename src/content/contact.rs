//! A request to be contacted as JSON, for the desk. Written by hand: a JSON library would
//! cost a resident more than the whole form. Reading it is the work of the desk, with serde.

use crate::domain::{Draft, Request};

/// A request as JSON; what is empty is left out.
pub fn write(request: &Request) -> String {
    let Draft {
        version,
        municipality,
        provider,
        phone,
        email,
        letter,
        wijk,
        times,
        when,
        voicemail,
        subject,
        subject_knows,
        name,
        story,
        companion,
        language,
        interpreter,
        discreet,
        wmo_melding,
        answers,
        permission,
        number_meant,
        website,
        seconds,
    } = request.content();
    let mut json = Json(format!("{{\"version\":{version},\"seconds\":{seconds}"));
    for (name, text) in [
        ("municipality", municipality.as_str()),
        ("provider", provider.as_ref().map_or("", |id| id.as_str())),
        ("phone", phone),
        ("email", email),
        ("letter", letter),
        ("wijk", wijk),
        ("when", when),
        ("voicemail", voicemail.map_or("", |it| it.as_str())),
        ("subject", subject.map_or("", |it| it.as_str())),
        ("name", name),
        ("story", story),
        ("companion", companion),
        ("language", language),
        ("website", website),
    ] {
        if !text.is_empty() {
            json.name(name);
            json.text(text);
        }
    }
    for (name, flag) in [
        ("subject_knows", *subject_knows),
        ("interpreter", interpreter.then_some(true)),
        ("discreet", discreet.then_some(true)),
        ("wmo_melding", wmo_melding.then_some(true)),
        ("permission", permission.then_some(true)),
        ("number_meant", number_meant.then_some(true)),
    ] {
        if let Some(flag) = flag {
            json.name(name);
            json.0.push_str(if flag { "true" } else { "false" });
        }
    }
    json.name("times");
    json.list(times, |json, time| json.text(time.as_str()));
    json.name("answers");
    json.list(answers, |json, told| {
        json.0.push_str("{\"question\":");
        json.text(&told.question);
        json.0.push_str(",\"answer\":");
        json.text(&told.answer);
        json.0.push('}');
    });
    json.0.push('}');
    json.0
}

/// JSON that is being written (RFC 8259).
struct Json(String);

impl Json {
    /// The name of the next member.
    fn name(&mut self, name: &str) {
        self.0.push(',');
        self.text(name);
        self.0.push(':');
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for mark in text.chars() {
            match mark {
                '"' | '\\' => self.0.extend(['\\', mark]),
                '\n' => self.0.push_str("\\n"),
                // No other control character is left in a request.
                '\0'..='\x1f' => self.0.push(' '),
                _ => self.0.push(mark),
            }
        }
        self.0.push('"');
    }

    fn list<T>(&mut self, items: impl IntoIterator<Item = T>, each: impl Fn(&mut Self, T)) {
        self.0.push('[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            each(self, item);
        }
        self.0.push(']');
    }
}
