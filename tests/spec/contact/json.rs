//! A request on its way: as JSON to the desk, and as an attribute from the visit.

use super::{any_draft, draft, text, told};
use crate::town::data;
use proptest::prelude::*;
use serde_json::Value;
use wijkdeur::content::Town;
use wijkdeur::content::contact::write;
use wijkdeur::domain::*;
use wijkdeur::request::Context;

/// What the desk reads of a request.
fn read(draft: &Draft) -> (Draft, Draft) {
    let request = draft.check(Receiver::Municipality).expect("it can be sent");
    let json = write(&request);
    let read = serde_json::from_str(&json).unwrap_or_else(|why| panic!("{why}: {json}"));
    (read, request.content().clone())
}

#[test]
fn what_has_a_meaning_in_json_arrives_as_it_was_typed() {
    for text in [
        "\"",
        "\\",
        "\\\"",
        "\\n",
        "a\nb",
        "\",\"permission\":true,\"x\":\"",
        "</script>",
        "\u{2028}\u{2029}",
        "é 🏠 عربى \u{10ffff}",
        "{}[]:,",
        "null",
    ] {
        let typed = Draft {
            name: text.into(),
            story: text.into(),
            provider: Some("wijkteam-noord".into()),
            answers: vec![Told { question: text.into(), answer: text.into() }; 2],
            subject_knows: Some(false),
            times: PartOfDay::ALL.into(),
            ..draft()
        };
        let (read, sent) = read(&typed);
        assert_eq!(read, sent, "{text}");
        assert!(!read.permission);
    }
}

#[test]
fn what_is_empty_is_left_out() {
    let request = draft().check(Receiver::Municipality).expect("it can be sent");
    let json: Value = serde_json::from_str(&write(&request)).expect("JSON");
    let names: Vec<&str> = json.as_object().expect("members").keys().map(String::as_str).collect();
    for left_out in [
        "provider",
        "email",
        "letter",
        "story",
        "website",
        "permission",
        "discreet",
        "wijk",
        "subject",
        "voicemail",
    ] {
        assert!(!names.contains(&left_out), "{json}");
    }
    assert_eq!(json["phone"], "0612345678");
}

#[test]
fn a_fault_is_named_as_the_field_it_is_about() {
    let fields = serde_json::to_value(draft()).expect("a draft");
    for field in Field::ALL {
        assert!(fields.get(field.as_str()).is_some(), "{field:?}");
        assert_eq!(Field::of_name(field.as_str()), Some(field));
    }
    for wrong in Wrong::ALL {
        assert_eq!(Wrong::of_name(wrong.as_str()), Some(wrong));
    }
    for name in ["", "Phone", "phone ", "nothing"] {
        assert_eq!((Field::of_name(name), Wrong::of_name(name)), (None, None));
    }
    // What a choice is called by hand is what serde calls it.
    let same = |value: serde_json::Result<Value>, name: &str| {
        assert_eq!(value.expect("a name"), name);
    };
    PartOfDay::ALL.iter().for_each(|it| same(serde_json::to_value(it), it.as_str()));
    Voicemail::ALL.iter().for_each(|it| same(serde_json::to_value(it), it.as_str()));
    Subject::ALL.iter().for_each(|it| same(serde_json::to_value(it), it.as_str()));
}

#[test]
fn the_desk_knows_the_same_parties_as_the_app() {
    let data = data();
    let mut desks = 0;
    for directory in &data.directories {
        let Some(town) = Town::of(directory) else {
            assert_eq!(directory.municipality.desk, None);
            let nobody = directory.providers.iter().map(|party| Some(&party.id)).chain([None]);
            for id in nobody {
                assert_eq!(directory.receiver(id), Receiver::Unknown, "{id:?}");
            }
            continue;
        };
        desks += 1;
        let (own, desk) = (&directory.municipality, &directory.municipality.desk);
        assert_eq!(Some(town.working_days), desk.as_ref().map(|desk| desk.working_days));
        assert_eq!((&town.slug, &town.name), (&own.slug, &own.name));
        assert_eq!((&town.entrance, town.demonstration), (&own.entrance, own.demonstration));
        assert_eq!(directory.receiver(None), directory.receiver(Some(&own.entrance)));
        assert_eq!(town.receiver(None), directory.receiver(None));
        let strange = ProviderId::from("nobody-like-it");
        let all = directory.providers.iter().map(|party| &party.id).chain([&strange]);
        for id in all {
            let receiver = directory.receiver(Some(id));
            assert_eq!(town.receiver(Some(id)), receiver, "{id}");
            let named = town.taker(Some(id)).map(|taker| (&taker.id, taker.name.as_str()));
            let party = directory.provider(id).filter(|_| receiver != Receiver::Unknown);
            assert_eq!(named, party.map(|party| (&party.id, party.name.as_str())), "{id}");
            let municipal =
                party.is_some_and(|it| it.kind == ProviderKind::Municipality || it.municipal);
            assert_eq!(receiver == Receiver::Municipality, municipal, "{id}");
        }
        let read: Town =
            serde_json::from_value(serde_json::to_value(&town).expect("JSON")).expect("a town");
        assert_eq!(read, town);
    }
    assert!(desks > 0, "Voorbeeldstad has one");
}

/// Anything a visit may know.
fn any_context() -> impl Strategy<Value = Context> {
    let some = || prop::option::of(text().prop_filter("something", |text| !text.is_empty()));
    let texts = (text(), text(), text(), text(), some(), text());
    let flags = any::<[bool; 8]>();
    let id = prop::option::of("[a-z-]{1,20}");
    (texts, id, flags, any::<u8>(), told()).prop_map(|(texts, id, flags, days, told)| Context {
        municipality: texts.0,
        town: texts.1,
        demonstration: flags[0],
        provider: id.map(|id| id.as_str().into()),
        receiver: texts.2,
        needs_permission: flags[1],
        working_days: days,
        wmo_melding: flags[2],
        melding_elsewhere: texts.4,
        discreet: flags[3],
        young: flags[4],
        under_16: flags[5],
        child: flags[6],
        private: flags[7],
        wijk: texts.5,
        story: texts.3,
        told,
    })
}

/// The same, with a blank for each mark that stands between two facts.
fn unmarked(mut context: Context) -> Context {
    let Context { municipality, town, receiver, story, wijk, melding_elsewhere, told, .. } =
        &mut context;
    let told = told.iter_mut().flat_map(|told| [&mut told.question, &mut told.answer]);
    let all = [municipality, town, receiver, story, wijk]
        .into_iter()
        .chain(melding_elsewhere)
        .chain(told);
    for text in all {
        *text = text.replace(['\u{1e}', '\u{1f}'], " ");
    }
    context
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// What the desk reads is what was checked.
    #[test]
    fn any_request_arrives_as_it_was_sent(draft in any_draft()) {
        if let Ok(request) = draft.check(Receiver::Municipality) {
            let json = write(&request);
            let read: Option<Draft> = serde_json::from_str(&json).ok();
            prop_assert_eq!(read.as_ref(), Some(request.content()), "{}", json);
        }
    }

    /// Nor does a text copied from elsewhere change another fact.
    #[test]
    fn any_context_arrives_as_it_was_told(context in any_context()) {
        let read = Context::read(&context.write());
        prop_assert_eq!(&read, &unmarked(context));
        prop_assert_eq!(Context::read(&read.write()), read);
    }

    #[test]
    fn no_text_breaks_what_reads_a_context(text in "[\u{1e}\u{1f}a-zd]{0,40}|.{0,40}") {
        Context::read(&text);
    }
}

#[test]
fn a_text_with_the_marks_of_a_context_changes_no_fact() {
    let context = Context {
        story: "niet\u{1e}veilig\u{1e}\u{1f}".into(),
        discreet: true,
        needs_permission: true,
        working_days: 3,
        ..Context::default()
    };
    let read = Context::read(&context.write());
    assert!(read.discreet && read.needs_permission && !read.demonstration);
    assert_eq!((read.story.as_str(), read.working_days), ("niet veilig  ", 3));
    assert_eq!(Context::read(""), Context::default());
}
