//! The commands for who looks after the desk: the real program, beside a desk that runs.

use crate::open_desk::{KEY, OpenDesk, STORY, draft, draft_with, hurry, in_file, site};
use crate::process::run;
use crate::site::block_on;
use balie::delivery::{Deliveries, Failure};
use balie::store::{Entry, Queue, State};
use serde_json::{Value, json};
use sqlx::{Connection, Executor, SqliteConnection};

/// A desk with one request delivered and one given up, its store's address, the references.
async fn with_requests() -> (OpenDesk, String, [String; 2]) {
    let site = site();
    let address = in_file(&site);
    let deliveries = Deliveries::to(async |letter| match letter.content.name.as_str() {
        "never" => Err(Failure::Never("no such address".to_owned())),
        _ => Ok(()),
    });
    let desk = OpenDesk::open(site, &address, &[], Some(deliveries), hurry()).await;
    let whole = draft_with(json!({
        "email": "jansen@example.nl", "letter": "Dorpsstraat 1\n1234 AB Zonnedal",
        "times": ["morning"], "when": "na tien uur", "voicemail": "about", "subject": "child",
        "subject_knows": true, "companion": "mijn zus", "language": "Tigrinya",
        "interpreter": true, "wmo_melding": true, "website": "x", "name": "Jansen",
        "wijk": "Zonnedal-Oost",
        "answers": [{ "question": "Lukt het?", "answer": "Nee" }],
    }));
    let first = desk.kept(KEY, &whole).await;
    let second = desk.kept("another-key-0123", &draft_with(json!({ "name": "never" }))).await;
    desk.until(|lines| lines.iter().all(|it| it.state != State::Waiting)).await;
    (desk, address, [first, second])
}

/// What a command prints; it must succeed.
#[track_caller]
fn told(arguments: &[&str]) -> String {
    let (code, output, complaint) = run(arguments);
    assert_eq!((code, complaint.as_str()), (0, ""), "{arguments:?}");
    output
}

#[test]
fn a_list_tells_how_far_each_is_and_nothing_of_what_it_says() {
    block_on(async {
        let (_desk, address, [first, second]) = with_requests().await;
        let list = told(&["list", "--db", &address]);
        let lines: Vec<Vec<&str>> = list.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.len() == lines[0].len()));
        assert_eq!(lines[1][..2], [first.as_str(), "delivered"]);
        assert_eq!(lines[2][..2], [second.as_str(), "dead"]);
        assert_eq!(lines[2][3..6], ["zonnedal", "wijkteam", "1"]);
        assert_eq!(lines[2][7], "no such address");
        for said in [STORY, "0612345678", "Jansen", "jansen"] {
            assert!(!list.contains(said), "{said}");
        }
        let dead = told(&["list", "--state", "dead", "--db", &address]);
        assert!(dead.contains(&second) && !dead.contains(&first));
        assert_eq!(told(&["list", "--state=waiting", "--db", &address]).lines().count(), 1);
    });
}

#[test]
fn a_request_is_shown_with_all_it_says() {
    block_on(async {
        let (_desk, address, [first, second]) = with_requests().await;
        let shown = told(&["show", &first.to_lowercase(), "--db", &address]);
        for said in [
            &first,
            "delivered",
            "zonnedal/wijkteam",
            "perhaps from a machine",
            "phone: 0612345678",
            "email: jansen@example.nl",
            "letter: Dorpsstraat 1\n    1234 AB Zonnedal",
            "working days, so by 2",
            "wijk: Zonnedal-Oost",
            "times: morning",
            "when: na tien uur",
            "voicemail: about",
            "subject: child",
            "subject_knows: yes",
            "name: Jansen",
            &format!("story: {STORY}"),
            "companion: mijn zus",
            "language: Tigrinya",
            "interpreter: yes",
            "wmo_melding: yes",
            "Lukt het? Nee",
        ] {
            assert!(shown.contains(said), "{said} is not in\n{shown}");
        }
        assert!(shown.find("times:") < shown.find("phone:"), "when comes before how");
        let shown = told(&["show", &second, "--db", &address]);
        assert!(shown.contains("after 1 tries: no such address"), "{shown}");
        assert!(!shown.contains("\nemail"), "what was left open is left out");
    });
}

#[test]
fn a_request_is_sent_again_and_erased_when_its_time_is_over() {
    block_on(async {
        let (desk, address, [first, second]) = with_requests().await;
        let waits = told(&["resend", &second, "--db", &address]);
        assert!(waits.contains(&second));
        desk.until(|lines| lines[1].tries == 1 && lines[1].state == State::Dead).await;

        assert_eq!(told(&["purge", "--db", &address]), "0 erased\n");
        assert_eq!(told(&["purge", "--days", "0", "--db", &address]), "1 erased\n");
        let (code, _, complaint) = run(&["show", &first, "--db", &address]);
        assert_eq!(code, 1);
        assert!(complaint.contains("erased"), "{complaint}");
        assert_eq!(run(&["resend", &first, "--db", &address]).0, 1);
        assert_eq!(desk.lines().await.len(), 1, "what is given up stays");
        let again = desk.kept(KEY, &draft()).await;
        assert_ne!(again, first, "with its row its key is gone");
    });
}

#[test]
fn all_that_was_given_up_is_sent_again_or_what_of_it_goes_over_a_channel() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let never = Deliveries::to(async |_| Err(Failure::Never("no such address".to_owned())));
        let desk = OpenDesk::open(site, &address, &[], Some(never), hurry()).await;
        for (number, provider) in ["wijkteam", "buurthuis", "wijkteam"].iter().enumerate() {
            let fields = json!({ "provider": provider, "permission": true });
            desk.kept(&format!("key-of-request-{number}"), &draft_with(fields)).await;
        }
        desk.until(|lines| lines.len() == 3 && lines.iter().all(|it| it.state == State::Dead))
            .await;
        let site = desk.close().await;

        let mail = json!({
            "kind": "email", "server": "mail.gemeente.example", "from": "a@gemeente.example",
        });
        let to = |channel| json!({ "channel": channel, "to": "b@gemeente.example" });
        let file = json!({
            "channels": { "one": mail, "other": mail },
            "municipalities": { "zonnedal": { "default": to("one"), "providers": { "buurthuis": to("other") } } },
        });
        let deliver = site.beside("deliver.json");
        std::fs::write(&deliver, file.to_string()).expect("a file");
        let deliver = deliver.to_str().expect("text");
        let over = ["--channel", "other", "--deliver", deliver, "--db", &address];
        let again = told(&[&["resend", "--dead"], &over[..]].concat());
        assert!(again.ends_with("waits to be delivered\n1 in all\n"), "{again}");
        let nowhere = ["--channel", "fax", "--deliver", deliver, "--db", &address];
        let (code, _, why) = run(&[&["resend", "--dead"], &nowhere[..]].concat());
        assert_eq!(code, 1);
        assert!(why.contains("\"fax\""), "{why}");
        assert!(told(&["resend", "--dead", "--db", &address]).ends_with("2 in all\n"));
        assert!(told(&["resend", "--dead", "--db", &address]).ends_with("0 in all\n"));
        for wrong in [
            &["resend", "--db", &address][..],
            &["resend", "--dead", "WD-7KQ2-M4XP"],
            &["resend", "--dead", "--channel", "other"],
            &[&["resend", "WD-7KQ2-M4XP"], &over[..]].concat(),
        ] {
            assert_eq!(run(wrong).0, 2, "{wrong:?}");
        }
    });
}

#[test]
fn one_is_erased_when_somebody_asks_for_it() {
    block_on(async {
        let (desk, address, [first, second]) = with_requests().await;
        let said = told(&["erase", &first, "--db", &address]);
        assert!(said.contains(&first) && said.contains("copies"), "{said}");
        let left: Vec<_> = desk.lines().await.into_iter().map(|line| line.reference).collect();
        assert_eq!(left, [second]);
        let (code, _, why) = run(&["erase", &first, "--db", &address]);
        assert_eq!(code, 1);
        assert!(why.contains("no request"), "{why}");
    });
}

#[test]
fn a_copy_is_made_beside_a_desk_that_runs() {
    block_on(async {
        let (desk, address, references) = with_requests().await;
        let copy = desk.site.beside("copy.db");
        let copy = copy.to_str().expect("text");
        let said = told(&["backup", copy, "--db", &address]);
        assert!(said.starts_with("2 requests are in ") && said.contains("key"), "{said}");
        let list = told(&["list", "--db", &format!("sqlite://{copy}")]);
        for reference in references {
            assert!(list.contains(&reference), "{list}");
        }
        assert_eq!(run(&["backup", "--db", &address]).0, 2);
    });
}

#[test]
fn a_damaged_request_does_not_stop_an_export() {
    block_on(async {
        let (_desk, address, [first, second]) = with_requests().await;
        let mut other = SqliteConnection::connect(&address).await.expect("a connection");
        other.execute("UPDATE requests SET content = x'00' WHERE id = 1").await.expect("damaged");
        let (code, exported, why) = run(&["export", "--db", &address]);
        assert_eq!((code, exported.lines().count()), (1, 1));
        assert!(exported.contains(&second) && why.contains(&first), "{why}");
        assert!(why.contains("1 could not be exported"), "{why}");
    });
}

#[test]
fn everything_is_exported() {
    block_on(async {
        let (_desk, address, references) = with_requests().await;
        let exported = told(&["export", "--db", &address]);
        let lines: Vec<Value> =
            exported.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len(), 2);
        for (line, reference) in lines.iter().zip(references) {
            assert_eq!(line["reference"], json!(reference));
            assert_eq!(line["content"]["story"], json!(STORY));
        }
        assert_eq!(lines[1]["state"], "dead");
        assert_eq!(lines[0]["content"]["wijk"], "Zonnedal-Oost");
        let by = lines[0]["contact_by"].as_str().expect("a day");
        assert!(by > lines[0]["received_at"].as_str().expect("a moment"), "{by}");
    });
}

#[test]
fn what_was_kept_before_is_read_as_it_is_seen() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let (told_to, mut letters) = tokio::sync::mpsc::unbounded_channel();
        let deliveries = Deliveries::to(move |letter| {
            let sent = told_to.send(letter).map_err(|_| Failure::Never("gone".to_owned()));
            async move { sent }
        });
        let desk = OpenDesk::open(site, &address, &[], Some(deliveries), hurry()).await;
        // As a desk wrote it that knew fewer marks, and took no answer for one.
        let content = json!({
            "version": 1, "municipality": "zonnedal", "email": "a@example.nl",
            "letter": "\u{3164}\u{200b}", "times": ["morning"], "voicemail": "nothing",
            "subject": "myself", "name": "Jan\u{202e}sen\u{1b}[2J", "story": "می\u{200c}خواهم\u{2066}",
            "answers": [{ "question": "Wie?\u{200f}", "answer": "\u{202e}Ik" }], "seconds": 60,
        });
        let reference = "WD-7KQ2-M4XP".to_owned();
        let entry = Entry {
            key_digest: [7; 32],
            queue: Queue { town: "zonnedal".to_owned(), provider: "buurthuis".to_owned() },
            received_at: balie::opening::days_ago(0),
            working_days: 3,
            suspect: false,
            sealed: desk.desk.keyring.seal(&reference, content.to_string().as_bytes()),
            reference: reference.clone(),
        };
        desk.desk.writer.keep(entry).await.expect("it is kept");
        let shown = told(&["show", &reference, "--db", &address]);
        let exported = told(&["export", "--db", &address]);
        desk.until(|lines| lines[0].state == State::Delivered).await;
        let letter = letters.recv().await.expect("a letter");
        assert_eq!(letter.entrance, "Wijkteam Zonnedal");
        let delivered = serde_json::to_string(&letter.content).expect("JSON");
        for text in [&shown, &exported, &delivered] {
            assert!(
                !text.contains(['\u{202e}', '\u{2066}', '\u{200f}', '\u{3164}', '\u{1b}']),
                "{text:?}"
            );
            assert!(text.contains("می\u{200c}خواهم") && text.contains("Jansen"), "{text:?}");
            assert!(
                !text.contains("morning") && !text.contains("\"nothing\""),
                "no number: {text}"
            );
        }
        for left_out in ["letter:", "voicemail:", "times:"] {
            assert!(!shown.contains(left_out), "{shown}");
        }
    });
}

#[test]
fn a_command_that_cannot_be_done_says_why() {
    let site = site();
    let nowhere = format!("sqlite://{}", site.beside("nowhere.db").display());
    for (line, code, named) in [
        (&["list", "--db", &nowhere][..], 1, "no store"),
        (&["show", "WD-7KQ2-M4XP", "--db", &nowhere], 1, "no store"),
        (&["show"], 2, "WD-7KQ2-M4XP"),
        (&["show", "12"], 2, "\"12\""),
        (&["show", "WD-7KQ2-M4XP", "WD-7KQ2-M4XP"], 2, "WD-7KQ2-M4XP"),
        (&["list", "--state", "lost"], 2, "\"lost\""),
        (&["list", "WD-7KQ2-M4XP"], 2, "WD-7KQ2-M4XP"),
        (&["purge", "--days", "-1"], 2, "--days"),
        (&["export", "--days", "1"], 2, "--days"),
        (&["list", "--db", "mysql://x"], 2, "postgres://"),
        (&["sell"], 2, "\"sell\""),
    ] {
        let (is, output, complaint) = run(line);
        assert_eq!((is, output.as_str()), (code, ""), "{line:?}: {complaint}");
        assert!(complaint.contains(named), "{line:?}: {complaint}");
    }
    assert!(!site.beside("nowhere.db").exists());
}
