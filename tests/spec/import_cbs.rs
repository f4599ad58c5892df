//! The table of postcodes, made out of a file in the form of CBS. All addresses here are
//! made up.

use crate::publishing::Place as Published;
use crate::town::{after, alone, data, today};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock};
use wijkdeur::author::prove::prove;
use wijkdeur::content::{
    Addresses, Beginning, Names, Rebuilt, names, read_addresses, rebuild, text_of,
};
use wijkdeur::domain::*;
use wijkdeur::wizard::{Event, Problem, Shown, Wizard};

const HEADER: &str = "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n";
const SAMPLE: &str = include_str!("data/pc6hnr-verzonnen.csv");

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/data/pc6hnr-verzonnen.csv")
}

fn wijk_names() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/data/wijken-verzonnen.csv")
}

/// The text of a municipality that begins.
fn begun() -> String {
    Beginning::new("GM0361", "Alkmaar").expect("a municipality").text(2024)
}

/// What a text of one municipality says.
fn directory(file: &str, text: &str) -> Directory {
    alone(&format!("municipalities/{file}.json"), text).directories.remove(0)
}

fn addresses(table: &str) -> Addresses {
    read_addresses(table.as_bytes(), "GM0361").unwrap_or_else(|problem| panic!("{problem}"))
}

/// A table with so many addresses of each postcode in each *wijk*.
fn table(rows: &[(&str, &str, usize)]) -> String {
    let row = |(postcode, wijk, number): &(&str, &str, usize)| {
        let house = |house| format!("{postcode};{house};{wijk}00;{wijk};{}\n", &wijk[..4]);
        (1..=*number).map(house).collect::<String>()
    };
    HEADER.to_owned() + &rows.iter().map(row).collect::<String>()
}

/// The municipality that begins, with the table out of this one.
fn with(table: &str) -> (Rebuilt, Directory) {
    static BEGUN: LazyLock<Directory> = LazyLock::new(|| directory("alkmaar", &begun()));
    let rebuilt = rebuild(&begun(), &BEGUN, &addresses(table), &Names::new());
    let after = directory("alkmaar", &rebuilt.text);
    (rebuilt, after)
}

/// The rows of its table, in short.
fn rows(town: &Directory) -> Vec<String> {
    let short = |range: &PostcodeRange| {
        let wijken: Vec<&str> = range.wijken.iter().map(|code| &code.as_str()[6..]).collect();
        let to = range.to.map(|to| format!("-{to}")).unwrap_or_default();
        format!("{}{to}: {}", range.from, wijken.join(" "))
    };
    town.postcodes.iter().map(short).collect()
}

/// What CBS made of the sample: rows run on over what does not exist, over the end of the
/// letters, and never over somebody else's postcode.
const WANTED: [&str; 8] = [
    "1811 AA-1811 AD: 01",
    "1811 AE: 01 02",
    "1811 AG: 02 01",
    "1811 RZ-1812 HA: 02",
    "1813 AA: AF",
    "1813 AC-1813 AD: AF",
    "1815 AA: 03",
    "1817 AA: 03",
];

#[test]
fn the_table_is_made_of_the_addresses() {
    let (rebuilt, town) = with(SAMPLE);
    assert_eq!(rows(&town), WANTED);
    assert_eq!(rebuilt.ranges, WANTED.len());
    assert_eq!(town.municipality.cbs_year, 2025);
    let wijken: Vec<String> =
        town.wijken.iter().map(|wijk| format!("{} {}", wijk.code, wijk.name)).collect();
    assert_eq!(
        wijken,
        ["WK036101 Wijk 01", "WK036102 Wijk 02", "WK036103 Wijk 03", "WK0361AF Wijk AF"]
    );
    assert_eq!(rebuilt.added, wijken);
    assert_eq!(rebuilt.answered.len(), 1, "what was to be done about the table is done");
    assert_eq!(town.missing.len() + 1, directory("alkmaar", &begun()).missing.len());
}

#[test]
fn whatever_the_year_made_of_the_file_it_says_the_same() {
    let usual = with(SAMPLE).1;
    let body: Vec<&str> = SAMPLE.lines().skip(1).collect();
    let backwards: Vec<&str> = body.iter().rev().copied().collect();
    let quoted = |row: &&str| format!("\"{}\"", row.replace(';', "\",\""));
    let quoted: Vec<String> = body.iter().map(quoted).collect();
    let without_zeros: Vec<String> =
        body.iter().map(|row| row.replace(";0", ";").replace(";0", ";")).collect();
    let prefixed = |row: &&str| {
        let parts: Vec<&str> = row.split(';').collect();
        let [six, house, buurt, wijk, town] = parts[..] else { panic!("{row}") };
        format!(
            "GM{town}\t{house}\t{} {}\tBU{buurt}\tWK{wijk}",
            &six[..4],
            &six[4..].to_lowercase()
        )
    };
    let prefixed: Vec<String> = body.iter().map(prefixed).collect();
    for (name, text) in [
        ("backwards", HEADER.to_owned() + &backwards.join("\n")),
        (
            "quoted",
            "\u{feff}\"PC6\",\"Huisnummer\",\"Buurt2025\",\"Wijk2025\",\"Gemeente2025\"\r\n"
                .to_owned()
                + &quoted.join("\r\n"),
        ),
        ("without zeros", HEADER.to_owned() + &without_zeros.join("\n")),
        (
            "other columns",
            "Gemeentecode2025\thuisnr\tPOSTCODE\tBuurt2025\tWijk2025\n".to_owned()
                + &prefixed.join("\n")
                + "\n\n",
        ),
    ] {
        assert_eq!(with(&text).1.postcodes, usual.postcodes, "{name}");
    }
}

#[test]
fn a_row_runs_on_where_nobody_else_lives() {
    for (name, table, wanted) in [
        (
            "over a gap",
            table(&[("1811AA", "036101", 2), ("1811ZZ", "036101", 1)]),
            vec!["1811 AA-1811 ZZ: 01"],
        ),
        (
            "into the next digits",
            table(&[("1811ZZ", "036101", 1), ("1812AA", "036101", 1)]),
            vec!["1811 ZZ-1812 AA: 01"],
        ),
        (
            "not over unknown digits",
            table(&[("1811ZZ", "036101", 1), ("1813AA", "036101", 1)]),
            vec!["1811 ZZ: 01", "1813 AA: 01"],
        ),
        (
            "not over another wijk",
            table(&[("1811AA", "036101", 1), ("1811AB", "036102", 1), ("1811AC", "036101", 1)]),
            vec!["1811 AA: 01", "1811 AB: 02", "1811 AC: 01"],
        ),
        (
            "not over a neighbour",
            table(&[("1811AA", "036101", 1), ("1811MM", "037301", 1), ("1811ZZ", "036101", 1)]),
            vec!["1811 AA: 01", "1811 ZZ: 01"],
        ),
        (
            "shared with a neighbour",
            table(&[("1811AA", "036101", 1), ("1811AB", "036101", 1), ("1811AB", "037301", 9)]),
            vec!["1811 AA-1811 AB: 01"],
        ),
        (
            "another order",
            table(&[
                ("1811AA", "036101", 2),
                ("1811AA", "036102", 1),
                ("1811AB", "036101", 1),
                ("1811AB", "036102", 2),
            ]),
            vec!["1811 AA: 01 02", "1811 AB: 02 01"],
        ),
        (
            "as many in both",
            table(&[("1811AA", "036102", 2), ("1811AA", "036101", 2)]),
            vec!["1811 AA: 01 02"],
        ),
    ] {
        assert_eq!(rows(&with(&table).1), wanted, "{name}");
    }
}

/// Post-boxes are in no file of CBS: what is known of them stays, and no row runs over them.
#[test]
fn post_boxes_stay() {
    let boxes = "\"postcodes\": [ {\"from\":\"1800\",\"to\":\"1802\",\"wijken\":[]},\n{ \"from\": \"1811 GA\", \"to\": \"1811 GZ\", \"wijken\": [ ] }, { \"from\": \"1811\", \"wijken\": [\"WK036101\"] } ]";
    let text = begun().replace("\"postcodes\": []", boxes).replace(
        "\"wijken\": [],\n  \"post",
        "\"wijken\": [{ \"code\": \"WK036101\", \"name\": \"Hier\" }],\n  \"post",
    );
    let town = directory("alkmaar", &text);
    let table = table(&[("1811AA", "036101", 1), ("1811ZZ", "036101", 1)]);
    let rebuilt = rebuild(&text, &town, &addresses(&table), &Names::new());
    let after = directory("alkmaar", &rebuilt.text);
    assert_eq!(rows(&after), ["1800-1802: ", "1811 AA: 01", "1811 GA-1811 GZ: ", "1811 ZZ: 01"]);
    assert_eq!(after.wijken_of("1811GB".parse().expect("a postcode")), Some(Vec::new()));
    assert!(rebuilt.added.is_empty());
    assert!(
        rebuilt.text.contains("\"wijken\": [{ \"code\": \"WK036101\", \"name\": \"Hier\" }],\n")
    );
}

/// People edit the file by hand: their notes, their order and their white space stay.
#[test]
fn all_else_in_the_file_stays_as_it_is() {
    let text = crate::town::PROEFSTAD.to_owned();
    for (text, end) in
        [(text.clone(), "\n"), (format!("\u{feff}{}", text.replace('\n', "\r\n")), "\r\n")]
    {
        let text = text.replace("\"name\": \"Ouderveld\"", "\"name\"  :\t\"Ouder\\u0076eld\"");
        let town = directory("proefstad", &text);
        let table =
            table(&[("6811AA", "999801", 3), ("6811AC", "999899", 1), ("6999ZZ", "999898", 1)]);
        let addresses = read_addresses(table.as_bytes(), "GM9998").expect("addresses");
        let rebuilt = rebuild(&text, &town, &addresses, &Names::new());
        let new = &rebuilt.text;
        assert_eq!(new.matches('\n').count(), new.matches(end).count());
        // Take out what was put in, and it is what it was.
        let postcodes = |text: &str| {
            let from = text.find("  \"postcodes\": [").expect("postcodes");
            from..from + text[from..].find("  ],").expect("their end")
        };
        assert_eq!(
            &new[postcodes(new)].split(end).map(str::trim_end).collect::<Vec<_>>(),
            &[
                "  \"postcodes\": [",
                "    { \"from\": \"6800\", \"to\": \"6803\", \"wijken\": [] },",
                "    { \"from\": \"6811 AA\", \"wijken\": [\"WK999801\"] },",
                "    { \"from\": \"6811 AC\", \"wijken\": [\"WK999899\"] },",
                "    { \"from\": \"6999 ZZ\", \"wijken\": [\"WK999898\"] }",
                "",
            ]
        );
        let mut back = new.clone();
        back.replace_range(postcodes(new), &text[postcodes(&text)]);
        let added = "    { \"code\": \"WK999898\", \"name\": \"Wijk 98\" },END    { \"code\": \"WK999899\", \"name\": \"Wijk 99\" }END";
        let last = "\"Schuytgraaf\", \"areas\": [\"se\"] }";
        let added = format!("{last},END{added}").replace("END", end);
        assert!(back.contains(&added), "{back}");
        back = back
            .replace(&added, &format!("{last}{end}"))
            .replace("\"cbs_year\": 2025", "\"cbs_year\": 2024");
        let question = "    \"De postcodetabel komt uit een afgeleide tabel met licentie CC BY-NC-SA. Maak hem opnieuw uit het CBS-bestand zelf.\"";
        assert!(!back.contains(question));
        let open = format!("in 2023 bij Malburgen-Oost.\"{end}");
        back = back.replace(&open, &format!("{},{end}{question}{end}", open.trim_end()));
        assert!(back == text, "something else changed");
        assert_eq!(rebuilt.gone.len(), 23);
        assert!(rebuilt.gone.iter().any(|wijk| wijk == "WK999824 Schuytgraaf"));
    }
}

#[test]
fn making_it_again_changes_nothing() {
    let (once, town) = with(SAMPLE);
    let again = rebuild(&once.text, &town, &addresses(SAMPLE), &Names::new());
    assert!(again.text == once.text && again.added.is_empty() && again.answered.is_empty());
}

#[test]
fn a_row_of_no_use_is_named_with_its_line() {
    let good = table(&[("1811AA", "036101", 5000)]);
    let bad = "811AB;1;03610100;036101;0361\r\n1811AB;1;03610100;036101;stad\r\n1811AB;1;03730100;037301;0361\n\r\n1811AB\n\"1811AB;1;03610100;03610;0361\n1811ÀB;1;03610100;036101;0361\n";
    let addresses = addresses(&(good.clone() + bad + "1811AC;3;03610100;036101;0361\n"));
    let said = addresses.bad.to_string();
    assert_eq!((addresses.bad.count, addresses.rows, addresses.count()), (6, 5007, 5001));
    for line in [
        "regel 5002: ‘811AB’ is geen postcode van zes tekens",
        "regel 5003: ‘stad’ is geen code van een gemeente",
        "regel 5004: ‘037301’ is geen code van een wijk in die gemeente",
        "regel 5006: ‘’ is geen code van een gemeente",
        "regel 5007: ‘03610’ is geen code van een wijk in die gemeente",
        "regel 5008: ‘1811ÀB’ is geen postcode van zes tekens",
    ] {
        assert!(said.lines().any(|known| known == line), "{line} not in:\n{said}");
    }
    let many = addresses_with_bad(&good, 45);
    assert_eq!(many.bad.to_string().lines().count(), 21);
    assert!(many.bad.to_string().ends_with("en nog 25 regels zonder postcode van zes tekens\n"));
}

fn addresses_with_bad(good: &str, number: usize) -> Addresses {
    addresses(&(good.to_owned() + &"18;1;03610100;036101;0361\n".repeat(number)))
}

#[test]
fn another_file_is_refused_with_what_to_do() {
    let other = table(&[("1811AA", "037301", 1), ("5611AA", "077211", 1)]);
    let many: String = HEADER.to_owned()
        + &(1..100)
            .map(|code| format!("1811AA;1;{code:04}0000;{code:04}00;{code:04}\n"))
            .collect::<String>();
    for (name, text, word) in [
        ("other municipalities", other.as_str(), "geen regel van GM0361; wel van: GM0373, GM0772"),
        ("many of them", &many, "GM0024 en nog 75"),
        ("nothing", HEADER, "wel van: niemand"),
        ("empty", "", "geen kolom Gemeente"),
        ("a zip", "PK\u{3}\u{4}", "pak het uit"),
        ("no wijk", "PC6;Huisnummer;Gemeente2025\n1811AA;1;0361\n", "geen kolom Wijk, wel: pc6"),
        ("no postcode", "Huisnummer;Wijk2025;Gemeente2025\n", "geen kolom PC6"),
        ("no year", "PC6;Wijk;Gemeente\n1811AA;036101;0361\n", "geen jaar"),
        ("mostly bad", &format!("{HEADER}18;1;1;1;1\n18;1;1;1;1\n"), "2 van de 2 regels"),
    ] {
        match read_addresses(text.as_bytes(), "GM0361") {
            Ok(_) => panic!("{name} was taken"),
            Err(problem) => assert!(problem.contains(word), "{name}: {problem}"),
        }
    }
}

#[test]
fn names_come_from_the_list() {
    let text = text_of(&fs::read(wijk_names()).expect("the list"));
    let known = names(&text).expect("names");
    let name = |code: &str| known.get(code).map(String::as_str);
    assert_eq!(name("WK036101"), Some("Binnenstad"));
    assert_eq!(name("WK036102"), Some("Café; en ommelanden"));
    assert_eq!(name("WK0361AF"), Some("Overdie"));
    assert_eq!(name("WK037301"), Some("Wijk 01"));
    static BEGUN: LazyLock<Directory> = LazyLock::new(|| directory("alkmaar", &begun()));
    let rebuilt = rebuild(&begun(), &BEGUN, &addresses(SAMPLE), &known);
    assert!(rebuilt.added.contains(&"WK036102 Café; en ommelanden".to_owned()));
    assert!(rebuilt.added.contains(&"WK036103 Wijk 03".to_owned()), "not in the list");
    assert!(rebuilt.unnamed.contains(&"WK036103 Wijk 03".to_owned()));
    assert!(!rebuilt.unnamed.iter().any(|wijk| wijk.starts_with("WK036101")));
    for (text, word) in [
        ("Buurt,Aantal\n", "een kolom met de code"),
        ("Wijkcode,Wijknaam\nBU03610100,Centrum\n", "regel 2"),
        ("Wijkcode,Wijknaam\nWK036101,\n", "regel 2"),
    ] {
        let problem = names(text).expect_err(text);
        assert!(problem.contains(word), "{problem}");
    }
}

/// A visit to the town of the sample, at the question where somebody lives.
fn at_place(town: &Directory) -> Wizard {
    let data = data();
    let bundle = crate::town::bundle(&data, town);
    let mut wizard = Wizard::new(Arc::new(bundle), after(0));
    for _ in 0..30 {
        match wizard.screen().shown {
            Shown::Question(asked) if asked.question.kind == Kind::Place => return wizard,
            _ => wizard.update(Event::Answered(Answer::Skipped), after(1)),
        };
    }
    panic!("no question for the place");
}

#[test]
fn four_digits_are_enough_and_new_letters_are_no_other_town() {
    let town = with(SAMPLE).1;
    let of = |postcode: &str| {
        let found = town.wijken_of(postcode.parse().expect("a postcode"));
        found.map(|wijken| wijken.iter().map(|code| code.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(of("1811 AC"), Some(vec!["WK036101".to_owned()]), "in the middle of a row");
    assert_eq!(of("1811 AG"), Some(vec!["WK036102".to_owned(), "WK036101".to_owned()]));
    assert_eq!(of("1811"), Some(vec!["WK036101".to_owned(), "WK036102".to_owned()]));
    assert_eq!(of("1812"), Some(vec!["WK036102".to_owned()]), "a row that began before");
    assert_eq!(of("1813 AB"), None, "of a neighbour");
    assert_eq!(of("1829"), None);
    let problem = |postcode: &str| {
        let mut wizard = at_place(&town);
        wizard.update(Event::PostcodeGiven(postcode.into()), after(2));
        match wizard.screen().shown {
            Shown::Question(asked) => asked.problem,
            _ => None,
        }
    };
    assert!(matches!(problem("1813 AB"), Some(Problem::UnknownLetters(_))));
    assert!(matches!(problem("1829 ZZ"), Some(Problem::OtherMunicipality(_))));
    assert_eq!(problem("1813"), None);
    assert_eq!(problem("1811 AC"), None);
}

/// Whoever types four digits may live in any of their *wijken*: that is a place as well.
#[test]
fn every_case_there_finds_somebody() {
    let mut data = data();
    data.directories = vec![with(SAMPLE).1];
    let report = prove(&data, today(), 5_000);
    assert!(report.gaps.is_empty(), "{report}");
    // Unknown, elsewhere, four wijken, 01 and 02 in both orders.
    assert_eq!(report.places, 8);
    // Unknown, elsewhere, two wijken, and both by their digits alone.
    let table = table(&[("1811AA", "036101", 1), ("1811AB", "036102", 1)]);
    data.directories = vec![with(&table).1];
    assert_eq!(prove(&data, today(), 100).places, 5);
}

proptest! {
    /// Each postcode leads to its own wijken, most addresses first; one of a neighbour to none.
    #[test]
    fn the_table_says_what_the_addresses_say(
        rows in prop::collection::vec((0_usize..3, 0_usize..40, 0_usize..5), 1..120)
    ) {
        const WIJKEN: [&str; 5] = ["036101", "036102", "0361AF", "037301", "077200"];
        let postcode = |digits: usize, pair: usize| format!("18{}{}{}", 11 + digits, char::from(b'R' + (pair / 20) as u8), char::from(b'A' + (pair % 20) as u8));
        let rows: Vec<(String, &str, usize)> =
            rows.iter().map(|(digits, pair, wijk)| (postcode(*digits, *pair), WIJKEN[*wijk], 1)).collect();
        let borrowed: Vec<(&str, &str, usize)> = rows.iter().map(|(p, w, n)| (p.as_str(), *w, *n)).collect();
        let mut own: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
        for (postcode, wijk, _) in borrowed.iter().filter(|(_, wijk, _)| wijk.starts_with("0361")) {
            *own.entry(postcode).or_default().entry(format!("WK{wijk}")).or_default() += 1;
        }
        prop_assume!(!own.is_empty());
        let town = with(&table(&borrowed)).1;
        let all: BTreeSet<&str> = borrowed.iter().map(|(postcode, ..)| *postcode).collect();
        for six in all {
            let found = town.wijken_of(six.parse().expect("a postcode"));
            let found = found.map(|codes| codes.iter().map(|code| code.to_string()).collect::<Vec<_>>());
            let wanted = own.get(six).map(|wijken| {
                let mut wijken: Vec<(&String, &usize)> = wijken.iter().collect();
                wijken.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), *code));
                wijken.into_iter().map(|(code, _)| code.clone()).collect::<Vec<_>>()
            });
            prop_assert_eq!(found, wanted, "{}", six);
        }
    }
}

fn import(place: &Published, table: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .arg("import-cbs")
        .arg(table)
        .args(more)
        .arg("--data")
        .arg(place.data())
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn the_command_makes_the_table_and_says_what_it_did() {
    let place = Published::new("import-cbs");
    let file = place.data().join("municipalities/alkmaar.json");
    fs::write(&file, begun()).expect("written");
    let list = wijk_names();
    let list = list.to_str().expect("a path");
    let output = import(&place, &sample(), &["--municipality", "alkmaar", "--names", list]);
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    for part in [
        "Nieuw: WK036101 Binnenstad.",
        "Geen naam voor WK036103 Wijk 03: deze wijk staat niet in de lijst van --names.",
        "Weg uit \"missing\": De wijken en postcodes.",
        "municipalities/alkmaar.json: 165 adressen met 16 postcodes in 8 regels, wijken van 2025.",
    ] {
        assert!(told.contains(part), "{part} not in:\n{told}");
    }
    let text = fs::read_to_string(&file).expect("the file");
    assert!(
        text.contains(
            "{ \"from\": \"1811 RZ\", \"to\": \"1812 HA\", \"wijken\": [\"WK036102\"] },"
        )
    );
    let output = place.publish();
    assert!(output.status.success(), "{}", said(&output));
    let list = place.page("alkmaar/wijk/cafe-en-ommelanden/index.html");
    assert!(list.contains("Postcodes: 1811 - 1812."), "by their digits: {list}");
    assert!(place.page("index.html").contains("data-postcodes=\"1811-1813 1815 1817\""));
}

#[test]
fn one_address_is_said_as_one() {
    let place = Published::new("import-cbs-one");
    fs::write(place.data().join("municipalities/alkmaar.json"), begun()).expect("written");
    let one = place.data().join("een.csv");
    fs::write(&one, table(&[("1811RZ", "036101", 1)])).expect("written");
    let told = said(&import(&place, &one, &["--municipality", "alkmaar"]));
    assert!(told.contains(": 1 adres met 1 postcode in 1 regel, wijken van 2025."), "{told}");
    assert!(!told.contains("Geen naam"), "nobody gave a list: {told}");
}

/// A file that broke off on its way ends in the middle of a row, or has lost many.
#[test]
fn a_file_that_broke_off_is_refused() {
    let place = Published::new("import-cbs-broken");
    let file = place.data().join("municipalities/alkmaar.json");
    fs::write(&file, begun()).expect("written");
    let town = ["--municipality", "alkmaar"];
    assert!(import(&place, &sample(), &town).status.success());
    let whole = fs::read_to_string(&file).expect("a file");
    let table = place.data().join("tabel.csv");
    let cut = |text: &str| fs::write(&table, text).expect("written");

    cut(&SAMPLE.trim_end()[..SAMPLE.trim_end().len() - 3]);
    let output = import(&place, &table, &town);
    let told = said(&output);
    assert!(!output.status.success() && told.contains("houdt op midden in een regel"), "{told}");

    let without: Vec<&str> = SAMPLE.lines().filter(|row| !row.starts_with("1815")).collect();
    cut(&without.join("\n"));
    let less = import(&place, &table, &town);
    assert!(less.status.success(), "one postcode of many: {}", said(&less));
    assert!(said(&less).contains("1 van de "), "{}", said(&less));
    fs::write(&file, &whole).expect("written");

    let half: Vec<&str> = SAMPLE.lines().filter(|row| !row.starts_with("1811R")).collect();
    let half: Vec<&str> = half.into_iter().filter(|row| !row.starts_with("1812")).collect();
    cut(&half.join("\n"));
    let output = import(&place, &table, &town);
    let told = said(&output);
    assert!(!output.status.success() && told.contains("doe het dan met --anyway"), "{told}");
    assert_eq!(fs::read_to_string(&file).expect("a file"), whole, "nothing is changed");
    let anyway = import(&place, &table, &["--municipality", "alkmaar", "--anyway"]);
    assert!(anyway.status.success(), "{}", said(&anyway));
}

#[test]
fn the_command_changes_nothing_when_something_is_wrong() {
    let place = Published::new("import-cbs-wrong");
    let file = place.data().join("municipalities/alkmaar.json");
    fs::write(&file, begun()).expect("written");
    let none = Path::new("/nergens/tabel.csv");
    for (table, more, code, word) in [
        (sample().as_path(), &["--municipality", "zomerstad"][..], 1, "‘zomerstad’ is er niet"),
        (sample().as_path(), &["--municipality", "proefstad"], 1, "geen regel van GM9998"),
        (none, &["--municipality", "alkmaar"], 1, "/nergens/tabel.csv"),
        (sample().as_path(), &["--municipality", "alkmaar", "--names", "/nergens"], 1, "/nergens"),
        (sample().as_path(), &[], 2, "--municipality NAAM"),
    ] {
        let output = import(&place, table, more);
        let told = said(&output);
        assert!(output.status.code() == Some(code) && told.contains(word), "{more:?}: {told}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), begun());
    }
    let wrong = begun().replace("\"unknown\"", "\"onbekend\"");
    fs::write(&file, &wrong).expect("written");
    let output = import(&place, &sample(), &["--municipality", "alkmaar"]);
    assert!(said(&output).contains("Maak dit eerst in orde"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&file).expect("the file"), wrong);
}
