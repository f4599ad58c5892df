//! Parties out of a spreadsheet: what a row says is taken over, what it does not say stays,
//! and every cell that cannot be used is named in one run.

mod messy;
mod verified;

use crate::publishing::Place as Published;
use crate::town::{PROEFSTAD, PROEFSTAD_FILE, alone, data, data_folder, today};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use wijkdeur::content::{Beginning, Data, Filled, Ground, fill, template, text_of};
use wijkdeur::domain::*;

fn proefstad_text() -> String {
    PROEFSTAD.to_owned()
}

/// The data with another text for Proefstad, checked.
fn checked(text: &str) -> Data {
    alone(PROEFSTAD_FILE, text)
}

fn filled_in(text: &str, table: &str) -> Filled {
    let data = checked(text);
    let town = data.directories.iter().find(|town| town.municipality.slug == "proefstad");
    let town = town.expect("Proefstad");
    let (catalogue, words) = (&data.catalogue, &data.words[0]);
    fill(&Ground { text, town, catalogue, words, today: today() }, table)
}

fn filled(table: &str) -> Filled {
    filled_in(&proefstad_text(), table)
}

/// What a table makes of Proefstad; it has no fault.
fn good(table: &str) -> (Filled, Value) {
    let filled = filled(table);
    assert!(filled.faults.is_empty(), "{:?}", said(&filled));
    checked(&filled.text);
    let value = serde_json::from_str(&filled.text).expect("JSON");
    (filled, value)
}

fn said(filled: &Filled) -> Vec<String> {
    filled.faults.iter().map(ToString::to_string).collect()
}

fn party<'v>(whole: &'v Value, id: &str) -> &'v Value {
    let parties = whole["providers"].as_array().expect("parties");
    parties.iter().find(|party| party["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// What was put in between two texts that are the same before and after it.
fn put_in<'n>(old: &str, new: &'n str) -> &'n str {
    let (old, bytes) = (old.as_bytes(), new.as_bytes());
    let before = old.iter().zip(bytes).take_while(|(a, b)| a == b).count();
    let most = old.len().min(bytes.len()) - before;
    let after = old.iter().rev().zip(bytes.iter().rev()).take(most).take_while(|(a, b)| a == b);
    let after = after.count();
    assert_eq!(before + after, old.len(), "something was taken out or changed");
    &new[before..new.len() - after]
}

#[test]
fn a_row_with_everything_becomes_a_party_as_the_others_are_written() {
    let table = "\
naam;soort;vorm;wat;hulp;behoeften;gebied;van leeftijd;tot leeftijd;kosten;aanmelden;wachttijd;talen;status;telefoon;e-mail;website;adres;wijk van het adres;rolstoel;openingstijden;bron;datum bron;nagekeken op;opmerking
Buurthuis 't Hoekje;bewoners;groep;Koffie en een praatje.;welzijn-ontmoeting, Nederlands leren;lonely, Ik wil beter Nederlands praten, lezen of schrijven;Havenhof, Waterhof-Oost, noord;18;65;2 euro per keer;Loop binnen.;ongeveer 3 weken;Turks, Engels;open;026-123 45 67;hoekje@wijkhoek.nl;https://www.wijkhoek.nl;Havenhofweg 1;Havenhof;Ja;dinsdag van 9.00 tot 12.00 uur;https://www.wijkhoek.nl/over;3-11-2026;30-11-2026;Gebeld met de beheerder.
";
    let old = proefstad_text();
    let (filled, _) = good(table);
    assert_eq!(filled.changes, ["Nieuw: Buurthuis 't Hoekje."]);
    let new = put_in(&old, &filled.text);
    let wanted = r#",
    {
      "id": "buurthuis-t-hoekje",
      "name": "Buurthuis 't Hoekje",
      "kind": "residents",
      "form": "collective",
      "what": "Koffie en een praatje.",
      "ages": { "from": 18, "to": 65 },
      "cost": "2 euro per keer",
      "apply": "Loop binnen.",
      "wait": "ongeveer 3 weken",
      "languages": ["Turks", "Engels"],
      "serves": [
        {
          "routes": ["welzijn-ontmoeting", "taalhuis"],
          "scope": { "wijken": ["WK999807", "WK999817"] },
          "needs": ["lonely", "language"]
        }
      ],
      "reach": [
        { "channel": "phone", "value": "026-123 45 67" },
        {
          "channel": "walk-in",
          "value": "Havenhofweg 1",
          "about": "dinsdag van 9.00 tot 12.00 uur",
          "located": "WK999807",
          "wheelchair": true
        },
        { "channel": "email", "value": "hoekje@wijkhoek.nl" },
        { "channel": "website", "value": "https://www.wijkhoek.nl" }
      ],
      "source": "https://www.wijkhoek.nl/over",
      "source_date": "2026-11-03",
      "checked": "2026-11-30",
      "note": "Gebeld met de beheerder."
    }"#;
    // The closing bracket of the party before may count as put in or as there before.
    let turned = format!("\n    }}{}", wanted.strip_suffix("\n    }").expect("its end"));
    assert!(new == wanted || new == turned, "{new}");
}

#[test]
fn what_is_left_empty_is_left_out() {
    let (filled, whole) = good(
        "naam,soort,hulp,gebied,vorm,status\nDe Kern,organisatie,taalhuis,hele gemeente,persoonlijk,open\n",
    );
    assert_eq!(filled.changes, ["Nieuw: De Kern."]);
    assert_eq!(
        party(&whole, "de-kern"),
        &json!({
            "id": "de-kern", "name": "De Kern", "kind": "professional",
            "serves": [{ "routes": ["taalhuis"], "scope": "city" }]
        })
    );
}

/// `;` or `,`, with or without a mark, UTF-8 or Windows, quoted or not: the same.
#[test]
fn however_the_spreadsheet_wrote_it_it_says_the_same() {
    let usual =
        "naam;soort;hulp;gebied;wat\nCafé Één;vrijwilligers;taalhuis;Waterhof;Thee, koffie\n";
    let wanted = good(usual).0.text;
    let windows: Vec<u8> = usual.chars().map(|mark| mark as u32 as u8).collect();
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(usual.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let commas = "\"Naam\",\"SOORT\",\" hulp \",\"Gebied\",\"Wat\"\r\n\"Café Één\",\"Vrijwilligers\",\"Nederlands  leren\",\"waterhof\",\"Thee, koffie\"\r\n\r\n,,,,\r\n";
    for (name, bytes) in [
        ("a mark", format!("\u{feff}{usual}").into_bytes()),
        ("Windows", windows),
        ("UTF-16", wide),
        ("commas", commas.as_bytes().to_vec()),
        (
            "codes",
            usual.replace("Waterhof", "mal").replace("vrijwilligers", "volunteers").into_bytes(),
        ),
        ("tabs", usual.replace(';', "\t").into_bytes()),
    ] {
        assert_eq!(good(&text_of(&bytes)).0.text, wanted, "{name}");
    }
}

#[test]
fn a_known_party_changes_only_where_the_row_says_something() {
    let old = proefstad_text();
    let whole: Value = serde_json::from_str(&old).expect("JSON");
    let before = party(&whole, "jeugdwijs").clone();
    let (filled, whole) =
        good("naam;kosten;telefoon;nagekeken op\njeugdwijs;Gratis.;026-765 43 21;2026-11-30\n");
    let mut wanted = before;
    wanted["cost"] = json!("Gratis.");
    wanted["checked"] = json!("2026-11-30");
    wanted["reach"] = json!([{ "channel": "phone", "value": "026-765 43 21" }]);
    assert_eq!(party(&whole, "jeugdwijs"), &wanted);
    assert_eq!(
        filled.changes,
        [
            "Jeugdwijs: kosten was leeg, is nu ‘Gratis.’.",
            "Jeugdwijs: nagekeken op was leeg, is nu ‘2026-11-30’.",
            "Jeugdwijs: telefoon was leeg, is nu ‘026-765 43 21’."
        ]
    );
    // In the order in which keys are read, and nothing else touched.
    let text = r#"
      "cost": "Gratis.",
      "serves": [{ "routes": ["jongerenwerk"], "scope": { "areas": ["mal"] } }],
      "reach": [{ "channel": "phone", "value": "026-765 43 21" }],
      "source": "https://waterhof.nl/burgemeester-op-bezoek-bij-jongerenwerk-in-waterhof/",
      "source_date": "2018-09",
      "checked": "2026-11-30"
    },"#;
    assert!(
        filled.text.contains(text),
        "{}",
        &filled.text[filled.text.find("\"jeugdwijs\"").unwrap_or(0)..]
    );
    let back = filled
        .text
        .replacen("      \"cost\": \"Gratis.\",\n", "", 1)
        .replacen(
            "      \"reach\": [{ \"channel\": \"phone\", \"value\": \"026-765 43 21\" }],\n",
            "",
            1,
        )
        .replacen("\"2018-09\",\n      \"checked\": \"2026-11-30\"", "\"2018-09\"", 1);
    assert!(back == old);
}

#[test]
fn a_row_that_says_what_is_known_changes_nothing() {
    let old = proefstad_text();
    let row = "naam;soort;vorm;hulp;gebied;telefoon;website;status;bron;datum bron\nGemeente  Proefstad;gemeente;persoonlijk;;;0800-0100;proefstad.nl;open;;2021\nJeugdwijs;organisatie;beide;Jongerenwerk;Waterhof;;;;;09-2018\n";
    let filled = filled(row);
    assert!(filled.faults.is_empty() && filled.changes.is_empty(), "{filled:?}");
    assert!(filled.text == old);
}

/// What somebody verified was the old number: it says nothing about the new one.
#[test]
fn another_number_loses_what_was_said_of_the_old_one() {
    let (filled, whole) =
        good("naam;telefoon;e-mail\nGemeente Proefstad;026-377 33 33;post@proefstad.nl\n");
    let reach = party(&whole, "gemeente-proefstad")["reach"].as_array().expect("ways").clone();
    assert_eq!(
        reach[0],
        json!({ "channel": "phone", "value": "026-377 33 33", "about": "gratis" })
    );
    assert_eq!(reach[1]["source_date"], "2022-04", "the desk is the same");
    assert_eq!(reach[4], json!({ "channel": "email", "value": "post@proefstad.nl" }));
    assert!(filled.changes[0].contains(
        "telefoon was ‘0800-0100’, is nu ‘026-377 33 33’; kijk of wat erbij staat nog klopt."
    ));
    assert!(filled.text.contains("          \"about\": \"gratis\"\n        },"));
    // What comes in the place of what goes. Times are those of a desk, where there is one.
    let text = proefstad_text().replacen("\n          \"about\": \"gratis\",", "", 1);
    let desk = text.find("{\n          \"channel\": \"walk-in\"").expect("a desk");
    let after = desk + text[desk..].find("{\n          \"channel\": \"website\"").expect("a site");
    let text = [&text[..desk], &text[after..]].concat();
    let filled = filled_in(
        &text,
        "naam;telefoon;openingstijden\nGemeente Proefstad;026-377 33 33;overdag\n",
    );
    let whole: Value = serde_json::from_str(&filled.text).expect("JSON");
    assert_eq!(
        party(&whole, "gemeente-proefstad")["reach"][0],
        json!({ "channel": "phone", "value": "026-377 33 33", "about": "overdag" })
    );
}

/// Whether a wheelchair gets in is said of the place that is there, and not of another.
#[test]
fn a_wait_and_a_wheelchair_are_put_where_they_belong() {
    let villa = "naam;wachttijd;rolstoel\nOntmoetingsruimte Kastanjeplein;1 week;nee\n";
    let (filled, whole) = good(villa);
    assert_eq!(
        filled.changes,
        [
            "Ontmoetingsruimte Kastanjeplein: wachttijd was leeg, is nu ‘1 week’.",
            "Ontmoetingsruimte Kastanjeplein: rolstoel was leeg, is nu nee.",
        ]
    );
    let after = party(&whole, "kastanjeplein");
    assert_eq!(after["wait"], "1 week");
    let place = |party: &Value| {
        let ways = party["reach"].as_array().expect("ways").clone();
        ways.into_iter().find(|way| way["channel"] == "walk-in").expect("a place")
    };
    assert_eq!(place(after)["wheelchair"], false);
    let again = filled_in(&filled.text, "naam;rolstoel\nOntmoetingsruimte Kastanjeplein;ja\n");
    assert_eq!(again.changes, ["Ontmoetingsruimte Kastanjeplein: rolstoel was nee, is nu ja."]);
    let moved = filled_in(&filled.text, "naam;adres\nOntmoetingsruimte Kastanjeplein;Elders 1\n");
    assert!(moved.changes[0].ends_with("kijk of wat erbij staat nog klopt."), "{moved:?}");
    let told = said(&filled_in(
        &proefstad_text(),
        "naam;rolstoel;wachttijd\nJeugdwijs;ja;\nOntmoetingsruimte Kastanjeplein;soms;\n",
    ));
    assert_eq!(
        told,
        [
            "rij 2, kolom rolstoel: er is geen adres; vul het in bij adres",
            "rij 3, kolom rolstoel: ‘soms’ is hier niet bekend; kies uit: ja, nee",
        ]
    );
}

#[test]
fn help_and_place_change_in_the_one_statement_there_is() {
    let (filled, whole) = good(
        "naam;hulp;gebied\nJeugdwijs;jongerenwerk, taalhuis;\nJeugdcentrum Vogelhoek;;Havenhof, Bergkamp\n",
    );
    assert_eq!(
        party(&whole, "jeugdwijs")["serves"],
        json!([{ "routes": ["jongerenwerk", "taalhuis"], "scope": { "areas": ["mal"] } }])
    );
    assert_eq!(
        party(&whole, "vogelhoek")["serves"],
        json!([{ "routes": ["jongerenwerk"], "scope": { "wijken": ["WK999807", "WK999810"] } }])
    );
    assert_eq!(filled.changes.len(), 2);
    assert!(filled.text.contains(
        "{ \"routes\": [\"jongerenwerk\", \"taalhuis\"], \"scope\": { \"areas\": [\"mal\"] } }]"
    ));
}

#[test]
fn a_date_may_be_written_as_people_and_spreadsheets_do() {
    for (written, meant) in [
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("11-2026", "2026-11"),
        ("3/11/2026", "2026-11-03"),
        ("03.11.2026", "2026-11-03"),
        ("2026-11-03", "2026-11-03"),
        ("nov-26", "2026-11"),
        ("mrt-26", "2026-03"),
        ("Mei 2026", "2026-05"),
        ("maart 2026", "2026-03"),
    ] {
        let (_, whole) = good(&format!("naam;datum bron\nJeugdwijs;{written}\n"));
        assert_eq!(party(&whole, "jeugdwijs")["source_date"], meant, "{written}");
    }
    for written in ["13-2026", "31-2-2026", "26", "n-26", "november", "2026-11-03-01", "mus-26"] {
        let told = said(&filled(&format!("naam;datum bron\nJeugdwijs;{written}\n")));
        assert_eq!(told.len(), 1, "{written}: {told:?}");
    }
}

#[test]
fn an_age_may_be_said_at_one_end() {
    let (_, whole) = good("naam;van leeftijd\nJeugdwijs;12\n");
    assert_eq!(party(&whole, "jeugdwijs")["ages"], json!({ "from": 12 }));
    let once = filled("naam;van leeftijd\nJeugdwijs;12\n").text;
    let again = filled_in(&once, "naam;tot en met leeftijd\nJeugdwijs;23\n");
    let whole: Value = serde_json::from_str(&again.text).expect("JSON");
    assert_eq!(party(&whole, "jeugdwijs")["ages"], json!({ "from": 12, "to": 23 }));
    assert_eq!(said(&filled_in(&again.text, "naam;van leeftijd\nJeugdwijs;24\n")).len(), 1);
}

#[test]
fn a_name_that_is_taken_gives_another_one_in_the_data() {
    let table = "naam;soort;hulp;gebied\nJeugdwijs!;organisatie;taalhuis;hele gemeente\nUWV;organisatie;taalhuis;Proefstad\n";
    let (_, whole) = good(table);
    assert_eq!(party(&whole, "jeugdwijs-2")["name"], "Jeugdwijs!");
    assert_eq!(party(&whole, "uwv-2")["name"], "UWV", "the other one is of the whole country");
}

/// For which needs is a column like the others: what it says comes in place of what was there.
#[test]
fn for_which_needs_is_said_in_a_row() {
    let (taken, whole) = good("naam;behoeften\nJeugdwijs;young-talk, stress\n");
    assert_eq!(party(&whole, "jeugdwijs")["serves"][0]["needs"], json!(["young-talk", "stress"]));
    assert!(taken.changes[0].starts_with("Jeugdwijs: behoeften was "), "{:?}", taken.changes);
    let wrong = said(&filled_in(&proefstad_text(), "naam;behoeften\nJeugdwijs;stres, eenzaam\n"));
    let hint = "rij 2, kolom behoeften: ‘stres’ is geen behoefte; bedoelt u \"stress\"?";
    assert!(wrong.len() == 1 && wrong[0].starts_with(hint), "{wrong:?}");
    // A need that this help is not for is found at its cell.
    let other = filled("naam;behoeften\nJeugdwijs;young-talk, household\n");
    let files = {
        let mut files = wijkdeur::author::read(&data_folder()).expect("the data can be read");
        files.retain(|(file, _)| !file.starts_with("municipalities/"));
        files.push((PROEFSTAD_FILE.to_owned(), other.text.clone()));
        files
    };
    let mistakes = wijkdeur::content::check(&files, today()).expect_err("a mistake");
    let fault = other.fault_of(&mistakes[0]).expect("of this row").to_string();
    assert!(fault.starts_with("rij 2, kolom behoeften: bij de behoefte"), "{fault}");
}

/// One table with every mistake there is: all are found, each at its row and column.
#[test]
fn every_cell_of_no_use_is_named_in_one_run() {
    let heading = "naam;soort;vorm;hulp;gebied;van leeftijd;tot leeftijd;status;datum bron;nagekeken op;wijk van het adres;openingstijden;telefoon";
    let rows = [
        (";team;;;;;;;;;;;", "rij 2, kolom naam: hier ontbreekt de naam"),
        (
            "A;tem;;taalhuis;Proefstad;;;;;;;;",
            "rij 3, kolom soort: ‘tem’ is hier niet bekend; bedoelt u \"team\"?",
        ),
        ("B;team;samen;taalhuis;Proefstad;;;;;;;;", "rij 4, kolom vorm: ‘samen’"),
        (
            "C;sport;;taalhui, voedselhulp;Proefstad;;;;;;;;",
            "rij 5, kolom hulp: ‘taalhui’ is geen soort hulp; bedoelt u \"taalhuis\"?",
        ),
        (
            "D;sport;;taalhuis;Havenhoff;;;;;;;;",
            "rij 6, kolom gebied: ‘Havenhoff’ is hier geen gebied of wijk; bedoelt u \"Havenhof\"?",
        ),
        (
            "E;sport;;taalhuis;hele gemeente, Havenhof;;;;;;;;",
            "rij 7, kolom gebied: noem de hele gemeente, alleen",
        ),
        ("F;sport;;taalhuis;Proefstad;achttien;;;;;;;", "rij 8, kolom van leeftijd: ‘achttien’"),
        (
            "G;sport;;taalhuis;Proefstad;18;12;;;;;;",
            "rij 9, kolom tot en met leeftijd: 12 is jonger dan 18",
        ),
        ("H;sport;;taalhuis;Proefstad;;;dicht;;;;;", "rij 10, kolom status: ‘dicht’"),
        ("I;sport;;taalhuis;Proefstad;;;;vorig jaar;;;;", "rij 11, kolom datum bron: ‘vorig jaar’"),
        (
            "J;sport;;taalhuis;Proefstad;;;;;vandaag;;;",
            "rij 12, kolom nagekeken op: ‘vandaag’ is geen dag",
        ),
        (
            "K;sport;;taalhuis;Proefstad;;;;;2-12-2026;;;",
            "rij 13, kolom nagekeken op: 2026-12-02 is nog niet geweest",
        ),
        (
            "L;sport;;taalhuis;Proefstad;;;;;;Havenhof;;",
            "rij 14, kolom wijk van het adres: er is geen adres",
        ),
        (
            "M;sport;;taalhuis;Proefstad;;;;;;;maandag;",
            "rij 15, kolom openingstijden: er is geen adres of telefoon",
        ),
        ("N;;;;;;;;;;;;", "rij 16, kolom soort: deze partij is nieuw"),
        ("N;;;;;;;;;;;;", "rij 17, kolom naam: deze naam staat ook in een rij hierboven"),
        (
            "Voorbeeld (haal deze rij weg);sport;;taalhuis;Proefstad;;;;;;;;",
            "rij 18, kolom naam: dit is de rij van het voorbeeld",
        ),
        (
            "O;sport;;taalhuis;Proefstad;;;;;;;;;te veel",
            "rij 19: hier staan meer cellen dan kolommen",
        ),
        ("Wijkteam Parkhaaf;;;;Havenhof;;;;;;;;", ""),
    ];
    let table = heading.to_owned() + "\n" + &rows.map(|(row, _)| row).join("\n");
    let filled = filled(&table);
    let told = said(&filled);
    for (row, wanted) in rows {
        assert!(
            told.iter().any(|line| line.starts_with(wanted)),
            "{row}: {wanted} not in\n{}",
            told.join("\n")
        );
    }
    // A new party lacks its kind, its help and its place.
    assert!(told.len() > rows.len(), "{}", told.join("\n"));
    let lines: Vec<u64> = filled.faults.iter().map(|fault| fault.row).collect();
    assert!(lines.is_sorted(), "{lines:?}");
}

#[test]
fn no_row_takes_the_place_of_a_line_of_the_country() {
    let row = |help: &str| {
        let table = format!(
            "naam;soort;hulp;gebied;telefoon\nWijkagent;municipality;{help};Proefstad;026-1234567"
        );
        said(&filled(&table)).join("\n")
    };
    for code in ["politie-112", "crisislijn-113"] {
        let told = row(code);
        assert!(
            told.contains("kolom hulp") && told.contains("een lijn van het hele land"),
            "{told}"
        );
        // Nor is it offered.
        let told = row("wijkagent");
        assert!(told.contains("kies uit") && !told.contains(code), "{told}");
    }
}

#[test]
fn a_table_without_headings_that_are_known_is_refused() {
    for (table, wanted) in [
        (
            "naam;telefon\nJeugdwijs;1\n",
            "rij 1: de kolom ‘telefon’ is niet bekend; bedoelt u \"telefoon\"?",
        ),
        ("partij;soort\nJeugdwijs;team\n", "rij 1: er is geen kolom ‘naam’"),
        ("naam;soort;Soort\nJeugdwijs;team;team\n", "rij 1: de kolom ‘Soort’ staat er twee keer"),
        ("naam;soort\n", "rij 1: onder de kopregel staat geen enkele rij"),
        ("", "rij 1: er is geen kolom ‘naam’"),
        (&template(), "rij 2, kolom naam: dit is de rij van het voorbeeld"),
    ] {
        let filled = filled(table);
        let told = said(&filled);
        assert!(told.iter().any(|line| line.starts_with(wanted)), "{wanted} not in {told:?}");
    }
}

/// A cell may hold lines of its own; a spreadsheet counts rows.
#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let table = "naam;soort;wat\r\nJeugdwijs;;\"Eén\r\ntwee\r\ndrie\"\r\n\r\n;;\r\nA;tem;\r\n";
    let filled = filled(table);
    let told = said(&filled);
    assert!(told[0].starts_with("rij 5, kolom soort"), "{told:?}");
    assert!(filled.changes[0].ends_with("is nu ‘Eén twee drie’."), "{:?}", filled.changes);
}

/// What a spreadsheet cannot say about a party is left to the file.
#[test]
fn more_than_a_row_can_say_is_left_to_the_file() {
    let old = proefstad_text();
    let twice = old.replacen(
        "Waterhof.\",\n      \"serves\": [{ \"routes\": [\"jongerenwerk\"], \"scope\": { \"areas\": [\"mal\"] } }],\n      \"source\": \"https://waterhof.nl/burgemeester",
        "Waterhof.\",\n      \"serves\": [{ \"routes\": [\"jongerenwerk\"], \"scope\": { \"areas\": [\"mal\"] } }, { \"routes\": [\"taalhuis\"], \"scope\": \"city\" }],\n      \"reach\": [{ \"channel\": \"phone\", \"value\": \"026-111 11 11\" }, { \"channel\": \"phone\", \"value\": \"026-222 22 22\" }],\n      \"source\": \"https://waterhof.nl/burgemeester",
        1,
    );
    assert_ne!(twice, old);
    let told = said(&filled_in(&twice, "naam;hulp;telefoon\nJeugdwijs;taalhuis;026-333 33 33\n"));
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("meer dan één regel bij \"serves\""), "{told:?}");
    assert!(told[1].contains("meer dan één"), "{told:?}");
    let same = filled_in(&twice, "naam;telefoon\nJeugdwijs;026-222 22 22\n");
    assert!(same.faults.is_empty() && same.text == twice);
    let renamed =
        old.replacen("\"name\": \"Jeugdcentrum Vogelhoek\"", "\"name\": \"Jeugdwijs\"", 1);
    let told = said(&filled_in(&renamed, "naam;kosten\nJeugdwijs;Gratis.\n"));
    assert!(told[0].contains("zo heten er in het bestand al twee"), "{told:?}");
}

fn import(place: &Published, table: &str, town: &str) -> Output {
    let file = place.data().join("partijen.csv");
    fs::write(&file, table).expect("written");
    Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["import-csv", "--municipality", town, "--data"])
        .arg(place.data())
        .arg(&file)
        .output()
        .expect("the program runs")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn the_command_fills_a_town_that_begins() {
    let place = Published::new("import-csv");
    let beginning = Beginning::new("GM0361", "Alkmaar").expect("a municipality");
    let file = place.data().join(beginning.file());
    fs::write(&file, beginning.text(2026)).expect("written");
    let table = "naam;soort;hulp;gebied;telefoon\nGemeente Alkmaar;;;;14 072\nTeam;team;wijkteam-breed;Alkmaar;072-123 45 67\nLeger;geloof;voedselhulp;Alkmaar;\n";
    let output = import(&place, table, "alkmaar");
    assert!(output.status.success(), "{}", told(&output));
    let said = told(&output);
    for line in [
        "Nieuw: Team.",
        "Nieuw: Leger.",
        "Gemeente Alkmaar: telefoon was leeg, is nu ‘14 072’.",
        "municipalities/alkmaar.json: 3 veranderingen.",
    ] {
        assert!(said.lines().any(|known| known == line), "{line} not in:\n{said}");
    }
    let output = place.publish();
    assert!(output.status.success(), "{}", told(&output));
    assert!(place.page("alkmaar/overzicht/index.html").contains("tel:0721234567"));
    let again = import(&place, table, "alkmaar");
    assert!(told(&again).contains("0 veranderingen"), "{}", told(&again));
}

/// What `check` finds in the result is told by row and column too, beside what is wrong with
/// a cell; and then nothing is written.
#[test]
fn with_one_bad_row_nothing_is_written() {
    let place = Published::new("import-csv-wrong");
    let file = place.data().join(PROEFSTAD_FILE);
    let before = fs::read_to_string(&file).expect("Proefstad");
    let table = "naam;soort;hulp;gebied;telefoon;website;e-mail;wachttijd\nGoed;sport;taalhuis;Proefstad;026-123 45 67;;\nA;sport;taalhuis;Proefstad;12;;\nB;sport;taalhuis;Proefstad;;http://b.nl;b\nC;sprt;taalhuis;Proefstad;;;\nTeam twee;team;wijkteam-breed;Havenhof;;;\nTeam drie;team;wijkteam-breed;Havenhof;;;\nD;sport;taalhuis;Proefstad;;;;even\n";
    let output = import(&place, table, "proefstad");
    assert_eq!(output.status.code(), Some(1));
    let said = told(&output);
    for line in [
        "rij 3, kolom telefoon: \"12\" is geen nummer dat te bellen is",
        "rij 4, kolom e-mail: \"b\" is geen e-mailadres",
        "rij 4, kolom website: \"http://b.nl\" is niet veilig",
        "rij 5, kolom soort: ‘sprt’",
        "rij 7, kolom hulp: de teams",
        "rij 8, kolom wachttijd: hier staat geen getal",
        "6 fouten in",
    ] {
        assert!(said.lines().any(|known| known.starts_with(line)), "{line} not in:\n{said}");
    }
    assert!(said.ends_with("Er is niets veranderd.\n"), "{said}");
    assert!(fs::read_to_string(&file).expect("Proefstad") == before);
    let output = import(&place, table, "zomerstad");
    assert!(told(&output).contains("‘zomerstad’ is er niet"), "{}", told(&output));
}

/// A cell that cannot be used hides nothing of what is wrong beside it.
#[test]
fn one_run_names_all_that_is_wrong_in_a_row() {
    let place = Published::new("import-csv-all");
    let table = "naam;soort;hulp;telefoon;website;wachttijd;rolstoel;nagekeken op\n\
        Nieuw;sprt;;12;http://b.nl;even;ja;2999-01-01\n\
        Jeugdwijs;sprt;taalhui;13;http://c.nl;even;ja;\n\
        Jeugdwijs;sprt;;;;;;\n";
    let said = told(&import(&place, table, "proefstad"));
    let wanted = [
        "rij 2, kolom soort: ‘sprt’",
        "rij 2, kolom hulp: deze partij is nieuw",
        "rij 2, kolom gebied: deze partij is nieuw",
        "rij 2, kolom wachttijd: hier staat geen getal",
        "rij 2, kolom telefoon: \"12\" is geen nummer",
        "rij 2, kolom website: \"http://b.nl\" is niet veilig",
        "rij 2, kolom rolstoel: er is geen adres",
        "rij 2, kolom nagekeken op: 2999-01-01 is nog niet geweest",
        "rij 3, kolom soort: ‘sprt’",
        "rij 3, kolom hulp: ‘taalhui’",
        "rij 3, kolom wachttijd: hier staat geen getal",
        "rij 3, kolom telefoon: \"13\" is geen nummer",
        "rij 3, kolom website: \"http://c.nl\" is niet veilig",
        "rij 3, kolom rolstoel: er is geen adres",
        "rij 4, kolom naam: deze naam staat ook",
        "rij 4, kolom soort: ‘sprt’",
        "16 fouten in",
    ];
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), wanted.len(), "{said}");
    for (line, wanted) in lines.iter().zip(wanted) {
        assert!(line.starts_with(wanted), "{wanted} not in:\n{said}");
    }
}

#[test]
fn the_template_holds_every_heading_and_one_example() {
    let run = |typed: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wijkdeur"));
        command.arg("import-csv").args(typed).output().expect("the program runs")
    };
    let output = run(&["--template"]);
    let said = told(&output);
    assert!(output.status.success() && said == template() && said.is_ascii());
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].split(';').count(), 25);
    // The example itself holds no mistake: only that it is one.
    let mine = said.replace("Voorbeeld (haal deze rij weg)", "Van mij");
    let faults = self::said(&filled(&mine));
    assert!(faults.is_empty(), "{faults:?}");
    for (typed, word) in
        [(&[][..], "een bestand, of --template"), (&["tabel.csv"], "--municipality NAAM")]
    {
        let output = run(typed);
        assert!(output.status.code() == Some(2) && told(&output).contains(word));
    }
    assert_eq!(
        run(&["/nergens.csv", "--municipality", "proefstad", "--data"]).status.code(),
        Some(2)
    );
    let missing = Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["import-csv", "/nergens.csv", "--municipality", "voorbeeldstad", "--data"])
        .arg(data_folder())
        .output()
        .expect("the program runs");
    assert!(missing.status.code() == Some(1) && told(&missing).contains("/nergens.csv"));
    assert!(Path::new(&data_folder()).exists() && data().directories.len() >= 2);
}

#[test]
fn lines_of_windows_stay_lines_of_windows() {
    let text = proefstad_text().replace('\n', "\r\n");
    let filled = filled_in(
        &text,
        "naam;soort;hulp;gebied;kosten\nA;sport;taalhuis;Proefstad;Gratis.\nJeugdwijs;;;;Gratis.\n",
    );
    assert!(filled.faults.is_empty());
    assert_eq!(filled.text.matches('\n').count(), filled.text.matches("\r\n").count());
    assert!(filled.text.len() > text.len());
    let one: Directory = serde_json::from_str(&filled.text).expect("a directory");
    assert!(one.providers.iter().any(|party| party.cost.as_deref() == Some("Gratis.")));
}

/// As spreadsheets and people keep a table; each says the same.
#[test]
fn a_table_is_read_as_spreadsheets_keep_it() {
    let usual =
        "naam;telefoon;e-mail;website\nJeugdwijs;026-123 45 67;post@jeugdwijs.nl;jeugdwijs.nl\n";
    let wanted = good(usual).0.text;
    for table in [
        format!("sep=;\n{usual}"),
        format!("\u{feff}SEP=,\r\n{}", usual.replace(';', ",").replace('\n', "\r\n")),
        usual.replace('\n', "\r"),
        usual.replace("026-123", "026\u{2011}123").replace("45 67", "45\u{a0}67"),
        usual.replace("026-123", "026\u{2013}123"),
        usual
            .replace("post@", "mailto:post@")
            .replace("jeugdwijs.nl;jeugdwijs.nl", "jeugdwijs.nl.;jeugdwijs.nl,"),
    ] {
        assert!(good(&table).0.text == wanted, "{table:?}");
    }
}

#[test]
fn what_says_nothing_or_too_much_is_named_with_what_to_do() {
    for (cells, wanted) in [
        ("n.v.t.;;;", "kolom telefoon: ‘n.v.t.’ zegt niets; laat de cel leeg"),
        (";–;;", "kolom adres: ‘–’ zegt niets"),
        (";;NVT;", "kolom e-mail: ‘NVT’ zegt niets"),
        (
            "026-123 45 67 / 026-765 43 21;;;",
            "hier staan 2 nummers: 026-123 45 67 en 026-765 43 21",
        ),
        ("026-123 45 67 of 0800-0100;;;", "hier staan 2 nummers"),
        (";Straat 1;;ma-vr 9-12", "kolom openingstijden: schrijf de dagen en tijden voluit"),
    ] {
        let told = said(&filled(&format!(
            "naam;telefoon;adres;e-mail;openingstijden\nJeugdwijs;{cells}\n"
        )));
        assert!(told.len() == 1 && told[0].contains(wanted), "{cells}: {told:?}");
    }
}

/// The list of kinds of help stands at the first row that needs it, and only there.
#[test]
fn a_long_list_is_said_once() {
    let row = |name: &str| format!("{name};municipality;wat anders;Proefstad\n");
    let told = said(&filled(&format!(
        "naam;soort;hulp;gebied\n{}{}{}",
        row("Een"),
        row("Twee"),
        row("Drie")
    )));
    let long = told.iter().filter(|line| line.contains("kies uit: ")).count();
    let short = told.iter().filter(|line| line.contains("kies uit de lijst bij rij 2")).count();
    assert_eq!((long, short), (1, 2), "{told:?}");
    let told = said(&filled("naam;gebied;wat1;wat2\nJeugdwijs;Elders;;\nVogelhoek;Nergens;;\n"));
    let names = |name: &str| told.iter().filter(|line| line.contains(name)).count();
    assert_eq!((names("openingstijden"), names("Havenhof")), (1, 1), "{told:?}");
}

#[test]
fn a_workbook_is_no_table() {
    let place = Published::new("import-csv-workbook");
    let table = place.data().join("tabel.xlsx");
    for begin in [&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0"] {
        fs::write(&table, begin).expect("written");
        let output = Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
            .args(["import-csv", "--municipality", "proefstad", "--data"])
            .arg(place.data())
            .arg(&table)
            .output()
            .expect("the program runs");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains("bewaar haar als CSV"), "{told}");
    }
}
