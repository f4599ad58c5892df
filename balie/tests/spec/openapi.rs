//! The description of the API: it is what the desk does.

use crate::open_desk::{KEY, OpenDesk, draft, draft_with};
use crate::site::block_on;
use serde_json::{Value, json};

const POST: &str = "/paths/~1api~1contact-requests/post";

async fn described(desk: &OpenDesk) -> Value {
    let answer = desk.get("/api/openapi.json").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    answer.json()
}

/// Judges by a schema of the description.
fn judge(description: &Value, name: &str) -> jsonschema::Validator {
    let mut schema = description.clone();
    schema["$ref"] = json!(format!("#/components/schemas/{name}"));
    jsonschema::draft202012::new(&schema).expect("a schema")
}

#[test]
fn the_example_is_accepted_as_it_stands() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let description = described(&desk).await;
        let at = format!("{POST}/requestBody/content/application~1json/example");
        let example = description.pointer(&at).expect("an example");
        assert!(judge(&description, "Draft").is_valid(example));
        let key = description.pointer(&format!("{POST}/parameters/0/example")).expect("a key");
        let answer = desk.post(key.as_str().expect("text"), example).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert!(judge(&description, "Receipt").is_valid(&answer.json()));
        assert!(!desk.lines().await[0].suspect);
    });
}

#[test]
fn schema_and_desk_refuse_the_same_forms() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let description = described(&desk).await;
        let judge = judge(&description, "Draft");
        // A body of before, without them, and one with all that may be left out.
        assert!(judge.is_valid(&draft()));
        let more = json!({ "wijk": "Noord", "subject": "child", "voicemail": "about" });
        let none = json!({ "subject": null, "voicemail": null });
        for (key, fields) in [("more-0123456789abcdef", more), ("none-0123456789abcdef", none)] {
            let right = draft_with(fields);
            assert!(judge.is_valid(&right), "{right}");
            assert_eq!(desk.post(key, &right).await.status, 201);
        }
        for (number, fields) in [
            json!({ "colour": "red" }),
            json!({ "version": 2 }),
            json!({ "phone": 12 }),
            json!({ "times": ["night"] }),
            json!({ "voicemail": "sing" }),
            json!({ "seconds": -1 }),
            json!({ "story": "x".repeat(5_001) }),
            json!({ "answers": [{ "question": "q" }] }),
            json!({ "wijk": "x".repeat(101) }),
            json!({ "subject": "nobody" }),
        ]
        .into_iter()
        .enumerate()
        {
            let wrong = draft_with(fields);
            assert!(!judge.is_valid(&wrong), "{wrong}");
            let answer = desk.post(&format!("{KEY}{number}"), &wrong).await;
            assert!(answer.status.is_client_error(), "{wrong}");
        }
    });
}

#[test]
fn every_answer_is_described() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let description = described(&desk).await;
        let responses = description.pointer(&format!("{POST}/responses")).expect("answers");
        let statuses: Vec<_> = responses.as_object().expect("answers").keys().collect();
        assert_eq!(
            statuses,
            ["201", "400", "403", "405", "408", "413", "415", "422", "429", "503"]
        );
        let problem = judge(&description, "Problem");
        let wrong = draft_with(json!({ "phone": "12" }));
        for answer in [desk.post(KEY, &wrong).await, desk.post("", &draft()).await] {
            assert!(problem.is_valid(&answer.json()), "{}", answer.body);
        }
        for (status, header) in [("429", "Retry-After"), ("503", "Retry-After"), ("405", "Allow")] {
            assert!(responses[status]["headers"][header].is_object(), "{status}");
        }
    });
}

#[test]
fn the_description_leads_nowhere_else() {
    block_on(async {
        let description = described(&OpenDesk::new().await).await;
        assert_eq!(description["openapi"], "3.1.0");
        let text = description.to_string();
        for link in text.split("\"$ref\":\"").skip(1) {
            let link = link.split('"').next().expect("a link").trim_start_matches('#');
            assert!(description.pointer(link).is_some(), "{link}");
        }
        assert!(!text.contains("$schema") && !text.contains("$defs"));
    });
}
