//! Requests at the edge of what can be sent, over the channels that have limits.

use crate::email::mail;
use crate::letters::{REFERENCE, letter};
use balie::delivery::Letter;
use wijkdeur::domain::{Draft, Field, PartOfDay, Receiver, Subject, Told, Voicemail};

/// Texts that something in between may stumble over.
const ODD: [&str; 12] = [
    "a",
    "é",
    "😀",
    "e\u{301}",
    "\u{202e}om",
    "مرحبا ",
    "=3D=\n",
    ".\n",
    "\r\n.\r\n",
    "\0",
    "\u{2028}<b>&amp;\"'\\",
    "woord ",
];

/// Requests as long as they can be, of each odd text: as they are typed.
pub fn drafts() -> Vec<Draft> {
    let mut drafts: Vec<_> = ODD.into_iter().map(longest).collect();
    drafts.push(Draft { email: "iemand@example.nl".to_owned(), ..Draft::default() });
    drafts.push(Draft { letter: "Voorbeeldstraat 1".to_owned(), ..Draft::default() });
    drafts
}

fn longest(odd: &str) -> Draft {
    let long = |field: Field| odd.chars().cycle().take(field.longest()).collect::<String>();
    let told = Told { question: long(Field::Answers), answer: long(Field::Answers) };
    Draft {
        version: Draft::VERSION,
        municipality: "arnhem".to_owned(),
        phone: "+491511234567890".to_owned(),
        email: format!("{}@example.nl", "x".repeat(69)),
        letter: long(Field::Letter),
        times: PartOfDay::ALL.into(),
        wijk: long(Field::Wijk),
        when: long(Field::When),
        voicemail: Some(Voicemail::About),
        subject: Some(Subject::Other),
        subject_knows: Some(true),
        name: long(Field::Name),
        story: long(Field::Story),
        companion: long(Field::Companion),
        language: long(Field::Language),
        interpreter: true,
        wmo_melding: true,
        answers: vec![told; 60],
        permission: true,
        number_meant: true,
        ..Draft::default()
    }
}

/// The same as letters: as they were typed, and as the desk keeps them; open and in secret.
pub fn letters() -> Vec<Letter> {
    let mut letters = Vec::new();
    for draft in drafts() {
        let mut secret = Draft { letter: String::new(), discreet: true, ..draft.clone() };
        secret.phone = "0612345678".to_owned();
        let request = secret.check(Receiver::Municipality);
        letters.extend(request.ok().map(|request| letter(request.content().clone())));
        letters.extend([letter(draft), letter(secret)]);
    }
    letters
}

#[test]
fn each_becomes_a_mail_that_can_be_read() {
    let letters = letters();
    assert!(letters.len() > 30);
    for letter in letters {
        let mail = mail(&letter);
        assert_eq!(mail.header("Subject"), Some(format!("Wijkdeur {REFERENCE}")));
        let text = mail.text();
        assert!(text.starts_with("Verzoek om contact via Wijkdeur\n"), "{text}");
        assert_eq!(text.contains("LET OP"), letter.content.discreet, "{text}");
        assert!(text.contains(&letter.content.phone), "{text}");
        assert!(!text.contains(|mark: char| mark.is_control() && mark != '\n'), "{text}");
    }
}
