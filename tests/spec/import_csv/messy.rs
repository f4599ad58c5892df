//! Cells as people fill them in: many ways to write the same, and marks that say nothing.

use super::{filled, good, import, party, said, told};
use crate::publishing::Place as Published;
use serde_json::json;
use std::fs;
use wijkdeur::content::Beginning;

/// What the whole command says of one row about a party that is there.
fn said_of(place: &Published, column: &str, cell: &str) -> String {
    let cell = cell.replace('"', "\"\"");
    told(&import(place, &format!("naam;{column}\nJeugdwijs;\"{cell}\"\n"), "proefstad"))
}

#[test]
fn a_number_that_cannot_be_dialled_says_what_stands_in_the_way() {
    let place = Published::new("import-csv-phones");
    for (cell, wanted) in [
        ("t.: 026-345 6789", "hier staat nog iets bij het nummer: ‘t.:’; laat alleen het nummer"),
        ("tel 026-3456010", "hier staat nog iets bij het nummer: ‘tel’;"),
        ("026/3456012", "hier staat nog iets bij het nummer: ‘/’;"),
        ("026-345 60 18 (ma-vr)", "hier staat nog iets bij het nummer: ‘(ma-vr)’;"),
        ("O26-345 60 18", "hier staat een letter ‘O’; schrijf het cijfer 0"),
        ("261234567", "een spreadsheet haalt een eerste 0 weg"),
        ("1,23E+08", "een spreadsheet haalt een eerste 0 weg"),
        ("2.61234567e+8", "een spreadsheet haalt een eerste 0 weg"),
        ("026-12345", "een gewoon nummer heeft 10 cijfers"),
        ("026-1234567\n026-7654321", "hier staan 2 nummers: 026-1234567 en 026-7654321;"),
        ("026-123 45 67\n0800-0100 ; 14 026", "hier staan 3 nummers: 026-123 45 67 en 0800-0100"),
    ] {
        let told = said_of(&place, "telefoon", cell);
        assert!(told.contains("rij 2, kolom telefoon: ") && told.contains(wanted), "{told}");
        assert!(told.contains("1 fout in"), "{told}");
    }
    for cell in ["0031 26 1234567", "+31 26 1234567", "(026) 123 45 67", "14 026"] {
        let told = said_of(&place, "telefoon", cell);
        assert!(told.contains("1 verandering"), "{cell}: {told}");
    }
}

#[test]
fn a_site_and_a_mailbox_are_kept_in_small_letters() {
    for (cell, wanted) in [
        ("HTTPS://WWW.Jeugdwijs.nl", "https://www.jeugdwijs.nl"),
        ("Https://jeugdwijs.nl/Over/Ons?A=B", "https://jeugdwijs.nl/Over/Ons?A=B"),
        ("Jeugd-Jeugdwijs.NL", "jeugd-jeugdwijs.nl"),
    ] {
        let (_, whole) = good(&format!("naam;website\nJeugdwijs;{cell}\n"));
        assert_eq!(party(&whole, "jeugdwijs")["reach"][0]["value"], wanted);
    }
    let (_, whole) = good("naam;e-mail\nJeugdwijs;Post@Jeugdwijs.NL\n");
    assert_eq!(party(&whole, "jeugdwijs")["reach"][0]["value"], "Post@jeugdwijs.nl");
}

#[test]
fn what_says_nothing_is_to_be_left_empty_in_every_column() {
    let place = Published::new("import-csv-nothing");
    let columns = wijkdeur::content::template();
    let columns = columns.lines().next().expect("headings").split(';').skip(1);
    for column in columns {
        let (mut headings, mut cells) = (column.to_owned(), String::new());
        for (number, mark) in ["n.v.t.", "nvt", "NVT", "-", "–", "geen"].iter().enumerate() {
            cells += &format!("{number};{mark}\n");
        }
        headings.insert_str(0, "naam;");
        let faults = said(&filled(&format!("{headings}\n{cells}")));
        let wanted = |line: &&String| line.contains(&format!("kolom {column}: "));
        let needed = ["soort", "hulp", "gebied"].contains(&column);
        let word = if needed { "vul dit in" } else { "zegt niets; laat de cel leeg" };
        let own: Vec<&String> = faults.iter().filter(wanted).collect();
        assert!(own.len() == 6 && own.iter().all(|line| line.contains(word)), "{faults:#?}");
        let told = said_of(&place, column, "nvt");
        assert!(told.contains("laat de cel leeg") && told.contains("1 fout in"), "{told}");
    }
    assert!(said(&filled("naam;kosten\n-;Gratis.\n"))[0].contains("hier ontbreekt de naam"));
}

#[test]
fn lists_are_split_as_people_write_them() {
    let wanted = json!(["Engels", "Turks", "Arabisch"]);
    for cell in [
        "Engels, Turks, Arabisch",
        "Engels/Turks / Arabisch",
        "\"Engels; Turks; Arabisch\"",
        "Engels, Turks en Arabisch",
    ] {
        let (_, whole) = good(&format!("naam;talen\nJeugdwijs;{cell}\n"));
        assert_eq!(party(&whole, "jeugdwijs")["languages"], wanted, "{cell}");
    }
    let (_, whole) = good("naam;hulp\nJeugdwijs;\"jongerenwerk; taalhuis\"\n");
    assert_eq!(
        party(&whole, "jeugdwijs")["serves"][0]["routes"],
        json!(["jongerenwerk", "taalhuis"])
    );
}

#[test]
fn a_day_may_be_written_as_people_do_in_every_column_of_days() {
    for (written, meant) in [
        ("12 oktober 2026", "2026-10-12"),
        ("12 okt 2026", "2026-10-12"),
        ("12 okt. 2026", "2026-10-12"),
        ("12-okt-26", "2026-10-12"),
        ("12-10-26", "2026-10-12"),
        ("12/10/26", "2026-10-12"),
        ("2026/11/15", "2026-11-15"),
        ("2026.11.5", "2026-11-05"),
    ] {
        let (_, whole) =
            good(&format!("naam;datum bron;nagekeken op\nJeugdwijs;{written};{written}\n"));
        let party = party(&whole, "jeugdwijs");
        assert_eq!([&party["source_date"], &party["checked"]], [meant, meant], "{written}");
    }
    for written in ["31-2-26", "12-13-26", "12 n 2026", "12-10", "2026/11/15/1", "32 okt 2026"] {
        let told = said(&filled(&format!("naam;nagekeken op\nJeugdwijs;{written}\n")));
        assert!(told.len() == 1 && told[0].contains("is geen dag"), "{written}: {told:?}");
    }
}

/// What comes along with a new way is named like the way itself.
#[test]
fn the_report_names_hours_and_a_wheelchair() {
    let (filled, _) = good(
        "naam;adres;telefoon;rolstoel;openingstijden\nJeugdwijs;Straat 1;026-123 45 67;ja;elke dag van 9.00 tot 12.00 uur\n",
    );
    assert_eq!(
        filled.changes,
        [
            "Jeugdwijs: telefoon was leeg, is nu ‘026-123 45 67’; adres was leeg, is nu ‘Straat 1’; rolstoel was leeg, is nu ja; openingstijden was leeg, is nu ‘elke dag van 9.00 tot 12.00 uur’."
        ]
    );
}

/// What hangs on a cell that was filled in and refused is no mistake of its own.
#[test]
fn a_cell_that_is_refused_makes_no_other_wrong() {
    for cells in ["026-1234567 / 026-7654321;;;elke dag", "nvt;;;elke dag", ";-;ja;elke dag"] {
        let told = said(&filled(&format!(
            "naam;telefoon;adres;rolstoel;openingstijden\nJeugdwijs;{cells}\n"
        )));
        assert_eq!(told.len(), 1, "{told:?}");
    }
}

/// Who gives client support can only be named once they are in the file.
#[test]
fn who_gives_client_support_may_come_before_they_are_named() {
    let place = Published::new("import-csv-support");
    let beginning = Beginning::new("GM0361", "Alkmaar").expect("a municipality");
    fs::write(place.data().join(beginning.file()), beginning.text(2026)).expect("written");
    let table = "naam;soort;hulp;gebied\nSteun;organisatie;clientondersteuning;hele gemeente\n";
    let said = told(&import(&place, table, "alkmaar"));
    assert!(said.contains("Nieuw: Steun."), "{said}");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["check", "--todo", "--data"])
        .arg(place.data())
        .output()
        .expect("the program runs");
    let todo = told(&output);
    let wanted = "staat niet bij \"client_support\"; \"steun\" geeft haar";
    assert!(output.status.success() && todo.contains(wanted), "{todo}");
}

#[test]
fn two_teams_get_their_time_in_the_file() {
    let place = Published::new("import-csv-teams");
    let table =
        "naam;soort;hulp;gebied\nA;team;wijkteam-breed;Havenhof\nB;team;wijkteam-breed;Havenhof\n";
    let said = told(&import(&place, table, "proefstad"));
    let wanted = "in het bestand zelf een eigen tijd (\"valid_from\", \"valid_until\")";
    assert!(said.contains(wanted), "{said}");
}
