//! What the people of a team read.

use crate::email::mail;
use crate::letters::{bare, full};
use wijkdeur::domain::Subject;

#[test]
fn everything_stands_in_it_in_the_order_in_which_it_is_needed() {
    let expected = "\
Verzoek om contact via Wijkdeur

Kenmerk: WD-7KQ2-M4XP
Gemeente: Arnhem
Voor: Wijkteam Klarendal
Binnengekomen: donderdag 26 november 2026 om 09.05 uur

CONTACT OPNEMEN
Veilig en rustig om te bellen: 's ochtends (tot 12 uur), 's avonds (na 18 uur)
Over het moment, in eigen woorden: niet op woensdag
Neem contact op: uiterlijk dinsdag 1 december 2026 (beloofd: binnen 3 werkdagen)
Naam: mevrouw in de straat
Telefoon: 0612345678
Voicemail, of als iemand anders opneemt: alleen een naam en een nummer, NIET waarover het gaat
E-mail: iemand@example.nl
Spreekt liever: Turks
Tolk: ja, graag

VOOR WIE
Hulp voor: iemand anders
Weet die persoon van dit verzoek: NEE
Toestemming om dit aan u te geven: ja

WMO-MELDING
Dit telt als melding voor de Wmo (Wmo 2015, artikel 2.3.2).
Gemeld op: donderdag 26 november 2026
Onderzoek klaar uiterlijk (zes weken): donderdag 7 januari 2027

VERDER
Wijk: Klarendal
Niet voor uw team? De toestemming is alleen voor u. Vraag deze persoon of u het mag doorgeven, en aan wie.
Brief: Voorbeeldstraat 1, 6811 AA Arnhem
Wil er graag bij hebben: mijn zus

HET VERHAAL
  Mijn buurman komt de deur niet meer uit.

  Ik maak me zorgen.

GEANTWOORD IN WIJKDEUR
- Voor wie is het? Een buur
";
    assert_eq!(mail(&full()).text(), expected);
}

#[test]
fn what_was_not_told_is_not_guessed() {
    let text = mail(&bare()).text();
    let (_, body) = text.split_once("CONTACT OPNEMEN\n").expect("how to be in touch");
    let expected = "\
Veilig en rustig om te bellen: niet gezegd
Neem contact op: uiterlijk dinsdag 1 december 2026 (beloofd: binnen 3 werkdagen)
Naam: niet gezegd
Telefoon: 0612345678
Voicemail, of als iemand anders opneemt: niet gezegd: spreek NIETS in, en zeg niets

VOOR WIE
Hulp voor: niet gezegd

VERDER
Wijk: niet gezegd
Niet voor uw team? Geef het dezelfde dag door aan Gemeente Arnhem.
";
    assert_eq!(body, expected);
}

#[test]
fn nothing_is_said_about_calling_without_a_number() {
    for discreet in [false, true] {
        let mut letter = bare();
        letter.content.phone = String::new();
        letter.content.email = "iemand@example.nl".to_owned();
        letter.content.discreet = discreet;
        let text = mail(&letter).text();
        for said in
            ["bellen", "belt", "Telefoon", "Voicemail", "opneemt", "tijden", "op elk moment"]
        {
            assert!(!text.contains(said), "{said}: {text}");
        }
        letter.content.when = "niet op woensdag".to_owned();
        assert!(mail(&letter).text().contains("in eigen woorden: niet op woensdag\n"));
    }
}

#[test]
fn after_danger_no_moment_is_called_safe_that_nobody_named() {
    let mut letter = bare();
    letter.content.discreet = true;
    let text = mail(&letter).text();
    assert!(
        text.contains("om te bellen: niet gezegd. Vraag eerst of praten nu veilig is."),
        "{text}"
    );
    assert!(!text.contains("alleen op de tijden"), "{text}");
    letter.content.when = "als de kinderen op school zijn".to_owned();
    let text = mail(&letter).text();
    assert!(text.contains("alleen op de tijden") && !text.contains("niet gezegd. Vraag"), "{text}");
}

#[test]
fn the_last_day_counts_working_days_only() {
    for (received_at, days, told) in [
        // Friday, Saturday, and late on a Sunday, when it is Monday here already.
        ("2026-11-27T08:05:00Z", 3, "woensdag 2 december 2026"),
        ("2026-11-28T08:05:00Z", 1, "maandag 30 november 2026"),
        ("2026-11-29T23:30:00Z", 1, "dinsdag 1 december 2026"),
        // Christmas on Friday and Saturday; New Year's Day; Easter, with Good Friday.
        ("2026-12-23T09:00:00Z", 2, "maandag 28 december 2026"),
        ("2026-12-31T09:00:00Z", 1, "maandag 4 januari 2027"),
        ("2027-03-25T09:00:00Z", 2, "woensdag 31 maart 2027"),
        ("2026-11-26T08:05:00Z", 0, "donderdag 26 november 2026"),
    ] {
        let mut letter = bare();
        letter.received_at = received_at.parse().expect("a moment");
        letter.working_days = days;
        let text = mail(&letter).text();
        assert!(text.contains(&format!(": uiterlijk {told} (")), "{received_at}: {text}");
    }
}

#[test]
fn whose_team_it_is_not_knows_what_to_do() {
    let mut letter = bare();
    letter.receiver = letter.entrance.clone();
    assert!(
        mail(&letter)
            .text()
            .contains("Niet voor uw team? Geef het dezelfde dag door aan het goede team.\n")
    );
}

#[test]
fn no_mark_turns_a_text_around() {
    let mut letter = full();
    let turned = "a\u{202e}b\u{200f}\u{2066}c\u{61c}".to_owned();
    let content = &mut letter.content;
    for field in [&mut content.when, &mut content.name, &mut content.story, &mut content.companion]
    {
        field.clone_from(&turned);
    }
    content.letter.clone_from(&turned);
    content.wijk.clone_from(&turned);
    content.language = "فارسی می\u{200c}خواهم".to_owned();
    letter.receiver = turned;
    let text = mail(&letter).text();
    assert!(!text.contains(['\u{202e}', '\u{200f}', '\u{2066}', '\u{61c}']), "{text:?}");
    assert!(text.contains("Wijk: abc\n") && text.contains("فارسی می\u{200c}خواهم"), "{text:?}");
}

#[test]
fn a_warning_comes_before_everything_that_can_go_wrong() {
    let mut letter = full();
    letter.content.discreet = true;
    letter.suspect = true;
    let text = mail(&letter).text();
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}"));
    assert!(place("LET OP: DIT MOET GEHEIM BLIJVEN") < place("MISSCHIEN NIET ECHT"));
    assert!(place("MISSCHIEN NIET ECHT") < place("0612345678"));
    assert!(place("Stuur geen brief.") < place("0612345678"));
    // And when it is safe comes before how.
    assert!(place("Veilig en rustig om te bellen") < place("uiterlijk"));
    assert!(place("uiterlijk") < place("0612345678"));
}

#[test]
fn a_moment_is_told_as_it_is_here_in_summer_and_winter() {
    for (moment, told) in [
        ("2026-07-01T21:59:59Z", "woensdag 1 juli 2026 om 23.59 uur"),
        ("2026-07-01T22:00:00Z", "donderdag 2 juli 2026 om 00.00 uur"),
        ("2026-12-31T22:59:00Z", "donderdag 31 december 2026 om 23.59 uur"),
        ("2027-03-28T01:00:00Z", "zondag 28 maart 2027 om 03.00 uur"),
        ("2026-10-25T01:00:00Z", "zondag 25 oktober 2026 om 02.00 uur"),
    ] {
        let mut letter = bare();
        letter.received_at = moment.parse().expect("a moment");
        let text = mail(&letter).text();
        assert!(text.contains(&format!("Binnengekomen: {told}\n")), "{moment}: {text}");
    }
}

#[test]
fn one_day_is_no_days_and_a_child_is_told() {
    let mut letter = bare();
    letter.working_days = 1;
    letter.content.subject = Some(Subject::Child);
    letter.content.subject_knows = Some(true);
    let text = mail(&letter).text();
    for line in ["(beloofd: binnen 1 werkdag)\n", "het eigen kind\n", "van dit verzoek: ja\n"] {
        assert!(text.contains(line), "{text}");
    }
}
