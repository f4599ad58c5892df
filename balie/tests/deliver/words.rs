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
Beloofd: binnen 3 werkdagen
Naam: mevrouw in de straat
Telefoon: 0612345678
E-mail: iemand@example.nl
Brief: Voorbeeldstraat 1, 6811 AA Arnhem
Veilig en rustig om te bellen: 's ochtends (tot 12 uur), 's avonds (na 18 uur)
Over het moment, in eigen woorden: niet op woensdag
Voicemail, of als iemand anders opneemt: alleen een naam en een nummer, NIET waarover het gaat
Wil er graag bij hebben: mijn zus
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
Beloofd: binnen 3 werkdagen
Naam: niet gezegd
Telefoon: 0612345678
Veilig en rustig om te bellen: op elk moment
Voicemail, of als iemand anders opneemt: NIETS inspreken, en niets zeggen

VOOR WIE
Hulp voor: zichzelf of het eigen gezin
";
    assert_eq!(body, expected);
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
    letter.content.subject = Subject::Child;
    letter.content.subject_knows = Some(true);
    let text = mail(&letter).text();
    for line in ["binnen 1 werkdag\n", "het eigen kind\n", "van dit verzoek: ja\n"] {
        assert!(text.contains(line), "{text}");
    }
}
