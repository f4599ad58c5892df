//! The file that says who receives what, and how.

use crate::letters::{assert_later, bare, deliver};
use balie::delivery::Deliveries;
use serde_json::{Value, json};
use std::path::Path;

const EXAMPLE: &str = include_str!("../../../docs/deliver.example.json");
const LONG_SECRET: &str = "0123456789abcdef0123456789abcdef";

fn understand(text: &str) -> Result<Deliveries, Vec<String>> {
    Deliveries::understand(text, Path::new("/nowhere"), &|_| Some(LONG_SECRET.to_owned()))
}

/// What is wrong with the example after a change.
#[track_caller]
fn wrong(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut file = serde_json::from_str(EXAMPLE).expect("JSON");
    change(&mut file);
    understand(&file.to_string()).expect_err("it is wrong")
}

#[test]
fn the_example_is_right_and_shows_every_channel_and_setting() {
    let deliveries = understand(EXAMPLE).expect("it is right");
    for provider in ["wijkteam-nw", "wijkteam-pre", "swoa", "anybody-else"] {
        assert!(deliveries.knows("arnhem", provider), "{provider}");
    }
    assert!(!deliveries.knows("nijmegen", "wijkteam-nw"));
    for setting in ["ca_file", "timeout_seconds", "kanaal", "encryption", "object_type"] {
        assert!(EXAMPLE.contains(setting), "{setting}");
    }
}

#[test]
fn without_a_default_only_who_is_named_receives() {
    let mut file: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    file["municipalities"]["arnhem"].as_object_mut().expect("it").remove("default");
    let deliveries = understand(&file.to_string()).expect("it is right");
    assert!(deliveries.knows("arnhem", "wijkteam-nw"));
    assert!(!deliveries.knows("arnhem", "wijkteam-no"));
    assert_later(deliver(&deliveries, &bare()), "nobody is named to receive for arnhem");
    assert!(!Deliveries::none().knows("arnhem", "wijkteam-nw"));
}

#[test]
fn every_mistake_is_told_at_once_with_its_place() {
    let all = wrong(|file| {
        file["channels"]["mail"]["encryption"] = json!("none");
        file["channels"]["mail"]["port"] = json!("465");
        file["channels"]["mail"]["from"] = json!("Wijkdeur");
        file["channels"]["webhook"]["timeout_seconds"] = json!(0);
        file["channels"]["klantinteracties"]["url"] = json!("http://openklant.example/");
        file["channels"]["klantinteracties"]["tokn_env"] = json!("TOKEN");
        file["municipalities"]["arnhem"]["default"]["to"] =
            json!("a@b.example\r\nBcc: c@d.example");
        file["municipalities"]["arnhem"]["providers"]["wijkteam-nw"]["channel"] = json!("fax");
        file["municipalities"]["a/b"] = json!({});
    });
    for (place, what) in [
        ("/channels/mail/encryption", "\"implicit\", \"starttls\""),
        ("/channels/mail/port", "a number from 1 to 65535"),
        ("/channels/mail/from", "no sender"),
        ("/channels/webhook/timeout_seconds", "a number from 1 to 600"),
        ("/channels/klantinteracties/url", "only https://"),
        ("/channels/klantinteracties/tokn_env", "no such setting"),
        ("/municipalities/arnhem/providers/wijkteam-nw/channel", "no such channel"),
        ("/municipalities/arnhem/default/to", "no e-mail address"),
        ("/municipalities/a~1b", "nobody receives anything here"),
    ] {
        let told = all.iter().filter(|it| it.starts_with(&format!("{place}: ")));
        let told: Vec<_> = told.filter(|it| it.contains(what)).collect();
        assert_eq!(told.len(), 1, "{place}: {all:#?}");
    }
    assert_eq!(all.len(), 9, "{all:#?}");
}

#[test]
fn an_address_is_checked_by_what_goes_over_its_channel() {
    let providers = |file: &mut Value, name: &str, route: Value| {
        file["municipalities"]["arnhem"]["providers"][name] = route;
    };
    for (route, place, what) in [
        (json!({ "channel": "mail" }), "", "\"to\" is missing"),
        (json!({ "channel": "mail", "to": "a@b.example, c@d.example" }), "/to", "no e-mail"),
        (json!({ "channel": "mail", "to": "a@b.example", "url": "x" }), "/url", "no such setting"),
        (json!({ "channel": "klantinteracties" }), "", "\"actor\" is missing"),
        (json!({ "channel": "klantinteracties", "actor": {} }), "/actor", "\"id\" is missing"),
        (json!({ "channel": "webhook", "url": "ftp://x.example" }), "/url", "only https://"),
        (json!({ "channel": "webhook", "url": "https://u:p@x.example" }), "/url", "no name"),
        (json!({ "channel": "webhook", "url": "http://127.0.0.1.example" }), "/url", "only https"),
        (json!({ "to": "a@b.example" }), "", "\"channel\" is missing"),
        (json!("mail"), "", "must be an object"),
    ] {
        let all = wrong(|file| providers(file, "swoa", route.clone()));
        let begin = format!("/municipalities/arnhem/providers/swoa{place}: ");
        assert!(all.iter().any(|it| it.starts_with(&begin) && it.contains(what)), "{all:#?}");
    }
}

#[test]
fn only_to_this_machine_a_call_may_be_unencrypted() {
    for url in ["http://127.0.0.1:8000/x", "http://localhost/x", "http://[::1]:80/x"] {
        let mut file: Value = serde_json::from_str(EXAMPLE).expect("JSON");
        file["municipalities"]["arnhem"]["providers"]["swoa"]["url"] = json!(url);
        assert!(understand(&file.to_string()).is_ok(), "{url}");
    }
}

#[test]
fn a_secret_comes_from_the_environment_and_must_be_one() {
    let with = |secret: Option<&str>| {
        let secret = secret.map(str::to_owned);
        Deliveries::understand(EXAMPLE, Path::new(""), &|_| secret.clone())
    };
    let all = with(None).expect_err("no secrets");
    for name in ["MAIL_PASSWORD", "OPEN_KLANT_TOKEN", "WEBHOOK_SECRET"] {
        let told = format!("the environment variable WIJKDEUR_{name} holds nothing");
        assert!(all.iter().any(|it| it.contains(&told)), "{all:#?}");
    }
    assert_eq!(with(Some(" \n")).expect_err("no secrets"), all);
    let all = with(Some("kort")).expect_err("a short secret");
    assert!(all.concat().contains("less than 32 marks") && !all.concat().contains("kort"));
    let all = with(Some("een lang geheim met spaties en een é")).expect_err("no token");
    assert!(all.concat().contains("letters, digits and signs only"), "{all:#?}");
}

#[test]
fn a_file_that_is_named_must_hold_a_certificate() {
    let all = wrong(|file| {
        file["channels"]["mail"]["ca_file"] = json!("ca.pem");
        file["channels"]["webhook"]["ca_file"] = json!("ca.pem");
    });
    for place in ["/channels/mail/ca_file", "/channels/webhook/ca_file"] {
        let begin = format!("{place}: cannot read /nowhere/ca.pem");
        assert!(all.iter().any(|it| it.starts_with(&begin)), "{all:#?}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("ca.pem"), "nothing").expect("a file");
    let mut file: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    for channel in ["mail", "webhook", "klantinteracties"] {
        file["channels"][channel]["ca_file"] = json!("ca.pem");
    }
    let secret = |_: &str| Some(LONG_SECRET.to_owned());
    let all = Deliveries::understand(&file.to_string(), folder.path(), &secret);
    let all = all.expect_err("no certificate");
    assert_eq!(all.len(), 3, "{all:#?}");
    assert!(all.iter().all(|it| it.contains("no certificate (PEM)")), "{all:#?}");
}

#[test]
fn what_is_no_such_file_is_told_with_its_name() {
    let wrong = Deliveries::read(Path::new("/nowhere/deliver.json")).expect_err("nothing there");
    assert!(wrong.contains("cannot read /nowhere/deliver.json"), "{wrong}");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deliver.json");
    std::fs::write(&path, "{}").expect("a file");
    let wrong = Deliveries::read(&path).expect_err("it says nothing");
    assert!(wrong.contains("deliver.json does not say how to deliver:\n  the file: "), "{wrong}");
    assert!(wrong.contains("\"channels\" is missing"), "{wrong}");
    assert!(understand("{").expect_err("no JSON").concat().contains("this is no JSON"));
    assert!(understand("[]").is_err());
}
