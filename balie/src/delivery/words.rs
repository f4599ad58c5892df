//! A letter as a text for the people of a team: first what must not go wrong, then when and
//! how to reach whoever asks, then what it is about. What was not asked or not answered is
//! never said as if it was.
//!
//! What somebody typed is kept on its own line or set in, so that it cannot look like a
//! word of the desk. Absent: how long a text may be.

use super::{Letter, calendar};
use wijkdeur::domain::{Draft, PartOfDay, Subject, Told, Voicemail, seen};

/// Lines below a title.
pub struct Section {
    /// What they are about.
    pub title: &'static str,
    /// What they say.
    pub lines: Vec<String>,
}

/// What the text is, and what of it is for a file or a subject.
pub fn head(letter: &Letter) -> String {
    [
        "Verzoek om contact via Wijkdeur".to_owned(),
        String::new(),
        format!("Kenmerk: {}", letter.reference),
        format!("Gemeente: {}", one_line(&letter.town)),
        format!("Voor: {}", one_line(&letter.receiver)),
        format!("Binnengekomen: {}", calendar::moment(letter.received_at)),
    ]
    .join("\n")
}

/// Everything the letter says.
pub fn body(letter: &Letter) -> String {
    let sections = sections(letter);
    let sections = sections.iter().map(|it| format!("{}\n{}", it.title, it.lines.join("\n")));
    sections.collect::<Vec<_>>().join("\n\n")
}

/// The same in parts, the shortest and most needed first: who reads no further knows what must
/// not go wrong.
pub fn sections(letter: &Letter) -> Vec<Section> {
    let content = &letter.content;
    let sections = [
        discreet(content),
        suspect(letter),
        reach(letter),
        about(content),
        melding(letter),
        further(letter),
        story(content),
        answers(content),
    ];
    sections.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

/// What may be said to whoever calls about it, who need not be the one who asked: nothing of
/// what it is about, and nothing at all where somebody may not know of it.
pub fn for_the_caller(letter: &Letter) -> String {
    if letter.content.discreet || letter.content.subject_knows == Some(false) {
        return "Hierover geven wij geen informatie.".to_owned();
    }
    let at = letter.received_at;
    let melding = if letter.content.wmo_melding {
        let day = calendar::day_six_weeks_after(at);
        format!(" Het telt als melding voor de Wmo. Het onderzoek is uiterlijk {day} klaar.")
    } else {
        String::new()
    };
    format!(
        "Dit verzoek is binnen sinds {}. Uiterlijk {} neemt iemand contact op.{melding}",
        calendar::day(at),
        calendar::contact_by_in_words(at, letter.working_days),
    )
}

fn discreet(content: &Draft) -> Section {
    if !content.discreet {
        return Section { title: "", lines: Vec::new() };
    }
    let called = !content.phone.is_empty();
    let only = match called && !(content.times.is_empty() && content.when.is_empty()) {
        true => {
            "Neem alleen contact op zoals hieronder staat, en alleen op de tijden die er staan."
        }
        false => "Neem alleen contact op zoals hieronder staat.",
    };
    let mut lines = vec![
        "Niemand in de omgeving van deze persoon mag van dit verzoek weten. Er kan gevaar zijn.",
        only,
    ];
    if called {
        lines.push(
            "Neemt iemand anders op? Zeg niet waarover u belt, en noem Wijkdeur en uw team niet.",
        );
    }
    lines.push("Stuur geen brief.");
    let lines = lines.iter().map(|line| format!("! {line}")).collect();
    Section { title: "LET OP: DIT MOET GEHEIM BLIJVEN", lines }
}

fn suspect(letter: &Letter) -> Section {
    let line = "Dit verzoek is misschien niet door een mens ingevuld. Beoordeel het zelf.";
    let lines = letter.suspect.then(|| line.to_owned()).into_iter().collect();
    Section { title: "MISSCHIEN NIET ECHT", lines }
}

/// When to be in touch: safely, and at last.
fn when(letter: &Letter) -> Vec<String> {
    let content = &letter.content;
    let mut lines = Vec::new();
    let times: Vec<_> = content.times.iter().map(|part| part_of_day(*part)).collect();
    let own = one_line(&content.when);
    if !content.phone.is_empty() && (!times.is_empty() || own.is_empty()) {
        let times = match (times.is_empty(), content.discreet) {
            (false, _) => times.join(", "),
            (true, false) => "niet gezegd".to_owned(),
            (true, true) => "niet gezegd. Vraag eerst of praten nu veilig is.".to_owned(),
        };
        lines.push(format!("Veilig en rustig om te bellen: {times}"));
    }
    if !own.is_empty() {
        lines.push(format!("Over het moment, in eigen woorden: {own}"));
    }
    let days = if letter.working_days == 1 { "werkdag" } else { "werkdagen" };
    let by = calendar::contact_by_in_words(letter.received_at, letter.working_days);
    lines.push(format!(
        "Neem contact op: uiterlijk {by} (beloofd: binnen {} {days})",
        letter.working_days
    ));
    lines
}

/// What to do with it when somebody else should take it up.
pub fn if_not_yours(letter: &Letter) -> String {
    let entrance = one_line(&letter.entrance);
    if letter.content.permission {
        // They agreed to this party, not to any.
        "Niet voor uw team? De toestemming is alleen voor u. Vraag deze persoon of u het mag \
         doorgeven, en aan wie."
            .to_owned()
    } else if entrance.is_empty() || letter.entrance == letter.receiver {
        "Niet voor uw team? Geef het dezelfde dag door aan het goede team.".to_owned()
    } else {
        format!("Niet voor uw team? Geef het dezelfde dag door aan {entrance}.")
    }
}

fn reach(letter: &Letter) -> Section {
    let content = &letter.content;
    let mut lines = when(letter);
    lines.push(format!("Naam: {}", or_not_said(&content.name)));
    lines.extend(told("Telefoon", &content.phone));
    if !content.phone.is_empty() {
        lines.extend(told("Voicemail, of als iemand anders opneemt", voicemail(content.voicemail)));
    }
    lines.extend(told("E-mail", &content.email));
    lines.extend(told("Spreekt liever", &content.language));
    lines.extend(content.interpreter.then(|| "Tolk: ja, graag".to_owned()));
    Section { title: "CONTACT OPNEMEN", lines }
}

fn further(letter: &Letter) -> Section {
    let content = &letter.content;
    let mut lines = vec![format!("Wijk: {}", or_not_said(&content.wijk)), if_not_yours(letter)];
    lines.extend(told("Brief", &content.letter.trim().replace('\n', ", ")));
    lines.extend(told("Wil er graag bij hebben", &content.companion));
    Section { title: "VERDER", lines }
}

fn told(label: &str, text: &str) -> Option<String> {
    let text = one_line(text);
    (!text.is_empty()).then(|| format!("{label}: {text}"))
}

fn or_not_said(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() { "niet gezegd".to_owned() } else { text }
}

fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "'s ochtends (tot 12 uur)",
        PartOfDay::Afternoon => "'s middags (van 12 tot 18 uur)",
        PartOfDay::Evening => "'s avonds (na 18 uur)",
    }
}

fn voicemail(may: Option<Voicemail>) -> &'static str {
    match may {
        None => "niet gezegd: spreek NIETS in, en zeg niets",
        Some(Voicemail::Nothing) => "NIETS inspreken, en niets zeggen",
        Some(Voicemail::CallBack) => "alleen een naam en een nummer, NIET waarover het gaat",
        Some(Voicemail::About) => "u mag zeggen waarover het gaat",
    }
}

fn about(content: &Draft) -> Section {
    let subject = match content.subject {
        None => "niet gezegd",
        Some(Subject::Myself) => "zichzelf of het eigen gezin",
        Some(Subject::Child) => "het eigen kind",
        Some(Subject::Other) => "iemand anders",
    };
    let mut lines = vec![format!("Hulp voor: {subject}")];
    if let Some(knows) = content.subject_knows {
        let knows = if knows { "ja" } else { "NEE" };
        lines.push(format!("Weet die persoon van dit verzoek: {knows}"));
    }
    if content.permission {
        lines.push("Toestemming om dit aan u te geven: ja".to_owned());
    }
    Section { title: "VOOR WIE", lines }
}

fn melding(letter: &Letter) -> Section {
    let at = letter.received_at;
    let lines = [
        "Dit telt als melding voor de Wmo (Wmo 2015, artikel 2.3.2).".to_owned(),
        format!("Gemeld op: {}", calendar::day(at)),
        format!("Onderzoek klaar uiterlijk (zes weken): {}", calendar::day_six_weeks_after(at)),
    ];
    let lines = if letter.content.wmo_melding { lines.into() } else { Vec::new() };
    Section { title: "WMO-MELDING", lines }
}

fn story(content: &Draft) -> Section {
    let lines = content.story.trim().lines().map(|line| format!("  {}", one_line(line)));
    Section { title: "HET VERHAAL", lines: lines.map(|line| line.trim_end().to_owned()).collect() }
}

fn answers(content: &Draft) -> Section {
    let line = |told: &Told| {
        let line = format!("{} {}", one_line(&told.question), one_line(&told.answer));
        let line = line.trim();
        (!line.is_empty()).then(|| format!("- {line}"))
    };
    let lines = content.answers.iter().filter_map(line);
    Section { title: "GEANTWOORD IN WIJKDEUR", lines: lines.collect() }
}

/// The text on one line, as it is seen.
pub fn one_line(text: &str) -> String {
    seen(text, false).split_whitespace().collect::<Vec<_>>().join(" ")
}
