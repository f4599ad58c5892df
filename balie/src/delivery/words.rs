//! A letter as a text for the people of a team: first what must not go wrong, then how to
//! reach whoever asks, then what it is about.
//!
//! What somebody typed is kept on its own line or set in, so that it cannot look like a
//! word of the desk. Absent: how long a text may be.

use super::{Letter, calendar};
use wijkdeur::domain::{Draft, PartOfDay, Subject, Told, Voicemail};

/// Lines below a title.
pub struct Section {
    title: &'static str,
    lines: Vec<String>,
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
    let content = &letter.content;
    let sections = [
        discreet(content),
        suspect(letter),
        reach(letter),
        about(content),
        melding(letter),
        story(content),
        answers(content),
    ];
    let sections = sections.into_iter().filter(|section| !section.lines.is_empty());
    let sections = sections.map(|it| format!("{}\n{}", it.title, it.lines.join("\n")));
    sections.collect::<Vec<_>>().join("\n\n")
}

fn discreet(content: &Draft) -> Section {
    let lines = [
        "Niemand in de omgeving van deze persoon mag van dit verzoek weten. Er kan gevaar zijn.",
        "Neem alleen contact op zoals hieronder staat, en alleen op de tijden die er staan.",
        "Neemt iemand anders op? Zeg niet waarover u belt, en noem Wijkdeur en uw team niet.",
        "Stuur geen brief.",
    ];
    let lines = if content.discreet { &lines[..] } else { &[] };
    let lines = lines.iter().map(|line| format!("! {line}")).collect();
    Section { title: "LET OP: DIT MOET GEHEIM BLIJVEN", lines }
}

fn suspect(letter: &Letter) -> Section {
    let line = "Dit verzoek is misschien niet door een mens ingevuld. Beoordeel het zelf.";
    let lines = letter.suspect.then(|| line.to_owned()).into_iter().collect();
    Section { title: "MISSCHIEN NIET ECHT", lines }
}

fn reach(letter: &Letter) -> Section {
    let content = &letter.content;
    let days = if letter.working_days == 1 { "werkdag" } else { "werkdagen" };
    let name = one_line(&content.name);
    let mut lines = vec![
        format!("Beloofd: binnen {} {days}", letter.working_days),
        format!("Naam: {}", if name.is_empty() { "niet gezegd" } else { &name }),
    ];
    let mut tell = |label: &str, text: &str| {
        let text = one_line(text);
        if !text.is_empty() {
            lines.push(format!("{label}: {text}"));
        }
    };
    tell("Telefoon", &content.phone);
    tell("E-mail", &content.email);
    tell("Brief", &content.letter.trim().replace('\n', ", "));
    let times: Vec<_> = content.times.iter().map(|part| part_of_day(*part)).collect();
    if !times.is_empty() {
        tell("Veilig en rustig om te bellen", &times.join(", "));
    }
    tell("Over het moment, in eigen woorden", &content.when);
    if times.is_empty() && content.when.trim().is_empty() {
        tell("Veilig en rustig om te bellen", "op elk moment");
    }
    tell("Voicemail, of als iemand anders opneemt", voicemail(content.voicemail));
    tell("Wil er graag bij hebben", &content.companion);
    tell("Spreekt liever", &content.language);
    if content.interpreter {
        tell("Tolk", "ja, graag");
    }
    Section { title: "CONTACT OPNEMEN", lines }
}

fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "'s ochtends (tot 12 uur)",
        PartOfDay::Afternoon => "'s middags (van 12 tot 18 uur)",
        PartOfDay::Evening => "'s avonds (na 18 uur)",
    }
}

fn voicemail(may: Voicemail) -> &'static str {
    match may {
        Voicemail::Nothing => "NIETS inspreken, en niets zeggen",
        Voicemail::CallBack => "alleen een naam en een nummer, NIET waarover het gaat",
        Voicemail::About => "u mag zeggen waarover het gaat",
    }
}

fn about(content: &Draft) -> Section {
    let subject = match content.subject {
        Subject::Myself => "zichzelf of het eigen gezin",
        Subject::Child => "het eigen kind",
        Subject::Other => "iemand anders",
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

/// The text on one line, without marks that steer how others are shown.
pub fn one_line(text: &str) -> String {
    let steers = |mark: &char| matches!(mark, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = |mark: char| mark.is_control() || matches!(mark, '\u{2028}' | '\u{2029}');
    let marks = text.chars().filter(|mark| !steers(mark));
    let line: String = marks.map(|mark| if breaks(mark) { ' ' } else { mark }).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
