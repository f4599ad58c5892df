//! What people read in the register: everything, in parts that fit, and nothing for the ears of
//! whoever calls.

use crate::drafts::letters;
use crate::letters::{REFERENCE, bare, deliver, full};
use crate::openklant::{fitting, one, texts, to};
use crate::standins::openklant::Register;
use balie::delivery::Letter;
use wijkdeur::domain::{Draft, Field, PartOfDay, Told};

const TOO_LONG: &str = "Vraag het hele verzoek aan de beheerder van Wijkdeur. Noem het kenmerk.";

/// What stands in the tasks of a letter.
fn tasks(letter: &Letter) -> Vec<String> {
    let register = Register::open();
    assert_eq!(deliver(&to(&register), letter), Ok(()), "{:?}", register.refused());
    texts(&register, "internetaken", "toelichting")
}

/// A letter as long as one from the app can be.
fn longest() -> Letter {
    let long = |begin: &str, field: Field| {
        let words = (0..).map(|number| format!(" {begin}{number}"));
        let mut text = begin.to_owned();
        words
            .take_while(|word| {
                let fits = text.len() + word.len() <= field.longest();
                if fits {
                    text.push_str(word);
                }
                fits
            })
            .for_each(drop);
        text
    };
    let told = |number| Told {
        question: format!("{} {number}?", "Wat is er aan de hand met u en uw gezin".repeat(3)),
        answer: format!("{} {number}", "Dit is een van de langste antwoorden.".repeat(3)),
    };
    let mut letter = full();
    letter.suspect = true;
    letter.content = Draft {
        phone: "+491511234567890".to_owned(),
        email: format!("{}@example.nl", "x".repeat(69)),
        letter: long("straat", Field::Letter),
        wijk: long("wijk", Field::Wijk),
        when: long("wanneer", Field::When),
        times: PartOfDay::ALL.into(),
        name: long("naam", Field::Name),
        story: long("verhaal", Field::Story),
        companion: long("erbij", Field::Companion),
        language: long("taal", Field::Language),
        answers: (0..12).map(told).collect(),
        ..letter.content
    };
    letter
}

/// The words that somebody typed and nobody else would.
fn words(letter: &Letter) -> Vec<String> {
    let content = &letter.content;
    let typed = [
        &content.letter,
        &content.wijk,
        &content.when,
        &content.name,
        &content.story,
        &content.companion,
        &content.language,
    ];
    let words = typed.into_iter().flat_map(|text| text.split_whitespace());
    words
        .filter(|word| word.contains(|mark: char| mark.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_short_letter_is_one_text_in_the_order_in_which_it_is_needed() {
    let expected = "\
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

WMO-MELDING
Dit telt als melding voor de Wmo (Wmo 2015, artikel 2.3.2).
Gemeld op: donderdag 26 november 2026
Onderzoek klaar uiterlijk (zes weken): donderdag 7 januari 2027

VERDER
Wijk: Klarendal
Niet voor uw team? Geef het dezelfde dag door aan Gemeente Arnhem.
Brief: Voorbeeldstraat 1, 6811 AA Arnhem

HET VERHAAL
  Mijn buurman komt de deur niet meer uit.

  Ik maak me zorgen.";
    assert_eq!(tasks(&fitting()), [expected]);
}

#[test]
fn the_longest_letter_of_the_app_is_there_whole() {
    let letter = longest();
    let tasks = tasks(&letter);
    assert!(tasks.len() > 5, "{}", tasks.len());
    let whole = tasks.join("\n");
    let there: Vec<&str> = whole.split_whitespace().collect();
    for word in words(&letter) {
        let bare = |it: &&&str| it.trim_end_matches(',') == word;
        assert_eq!(there.iter().filter(bare).count(), 1, "{word}");
    }
    for told in &letter.content.answers {
        assert!(whole.contains(&told.answer), "{}", told.answer);
    }
    assert!(!whole.contains(TOO_LONG));
    // Facts that nobody may miss come before what may be long.
    let place = |part: &str| whole.find(part).unwrap_or_else(|| panic!("{part}"));
    for fact in ["Tolk: ja", "Hulp voor: ", "Weet die persoon", "Onderzoek klaar uiterlijk"] {
        assert!(place(fact) < place("VERDER") && place("VERDER") < place("HET VERHAAL"), "{fact}");
    }
}

#[test]
fn each_part_is_a_contact_of_its_own_that_can_be_found_by_the_reference() {
    let register = Register::open();
    assert_eq!(deliver(&to(&register), &full()), Ok(()), "{:?}", register.refused());
    let subjects = texts(&register, "klantcontacten", "onderwerp");
    let subject = |part| format!("Verzoek om contact via Wijkdeur {REFERENCE} (deel {part} van 2)");
    assert_eq!(subjects, [subject(1), subject(2)]);
    let asked = texts(&register, "internetaken", "gevraagdeHandeling");
    let second = format!("Lezen bij deel 1 van {REFERENCE}: deel 2");
    assert_eq!(asked, ["Contact opnemen met betrokkene".to_owned(), second]);
    for object in register.kept("onderwerpobjecten") {
        assert_eq!(object["onderwerpobjectidentificator"]["objectId"], REFERENCE);
    }
    // Programs for contact centres show one task of a contact, and find it by an address.
    let of = |kind, name: &str| {
        let kept = register.kept(kind);
        let mut all: Vec<_> = kept.iter().map(|it| it[name]["uuid"].to_string()).collect();
        all.dedup();
        all.len()
    };
    assert_eq!(of("internetaken", "aanleidinggevendKlantcontact"), 2);
    assert_eq!(of("digitaleadressen", "verstrektDoorBetrokkene"), 2);
    let tasks = texts(&register, "internetaken", "toelichting");
    assert!(tasks[0].starts_with(&format!("Deel 1 van 2 van {REFERENCE}. Lees ook")), "{tasks:?}");
    assert!(tasks[1].contains("Neem niet apart contact op."), "{tasks:?}");
}

#[test]
fn no_title_is_the_last_line_of_a_part() {
    let mut letter = longest();
    for less in 0..400 {
        letter.content.when.truncate(300 - less.min(299));
        letter.content.story.truncate(1_000 - less);
        if less % 8 == 0 {
            assert_titles_head_something(&tasks(&letter));
        }
    }
}

fn assert_titles_head_something(tasks: &[String]) {
    for task in tasks {
        let lines: Vec<_> = task.lines().collect();
        let title = |line: &str| {
            line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase)
        };
        assert!(!lines.last().is_some_and(|line| title(line)), "{task}");
        for pair in lines.windows(2) {
            assert!(!title(pair[0]) || !pair[1].trim().is_empty(), "{task}");
        }
    }
}

#[test]
fn every_letter_fits_and_says_where_the_rest_is() {
    for letter in letters() {
        let tasks = tasks(&letter);
        for task in &tasks {
            assert_eq!(task.contains("LET OP"), letter.content.discreet, "{task}");
            let of_the_desk = |line: &str| line.starts_with("Telefoon: ");
            assert!(task.lines().filter(|line| of_the_desk(line)).count() <= 1, "{task}");
        }
        let whole = tasks.concat();
        let answers = &letter.content.answers;
        let there =
            answers.iter().all(|told| whole.contains(told.answer.trim_matches(['\0', ' '])));
        assert!(there || whole.contains(TOO_LONG), "{whole}");
        assert!(!whole.contains("balie"), "{whole}");
    }
}

#[test]
fn what_goes_on_in_the_next_part_stays_set_in() {
    let mut letter = bare();
    letter.content.story = "Telefoon: 0612345678 ".repeat(200);
    let tasks = tasks(&letter);
    assert!(tasks.len() > 4);
    for task in &tasks[1..] {
        let story = task.split_once("HET VERHAAL (VERVOLG)\n").expect("the story goes on").1;
        assert!(story.starts_with("  ") && !story.contains("\nT"), "{story}");
    }
}

#[test]
fn who_calls_hears_nothing_of_what_it_is_about() {
    let caller = |letter: &Letter| {
        let register = Register::open();
        assert_eq!(deliver(&to(&register), letter), Ok(()), "{:?}", register.refused());
        one(&register, "klantcontacten")["inhoud"].as_str().expect("a text").to_owned()
    };
    let mut letter = fitting();
    letter.content.subject_knows = Some(true);
    assert_eq!(
        caller(&letter),
        "Dit verzoek is binnen sinds donderdag 26 november 2026. Uiterlijk dinsdag 1 december \
         2026 neemt iemand contact op. Het telt als melding voor de Wmo. Het onderzoek is \
         uiterlijk donderdag 7 januari 2027 klaar."
    );
    letter.content.wmo_melding = false;
    assert!(!caller(&letter).contains("Wmo"));
    // The caller may be who must not know.
    letter.content.subject_knows = Some(false);
    assert_eq!(caller(&letter), "Hierover geven wij geen informatie.");
    letter.content.subject_knows = None;
    letter.content.discreet = true;
    letter.content.letter.clear();
    assert_eq!(caller(&letter), "Hierover geven wij geen informatie.");
}
