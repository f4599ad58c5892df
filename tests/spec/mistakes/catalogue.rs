//! Mistakes in the questions, needs and flags of the catalogue.

use super::{CAT, NL, put, take};
use serde_json::json;

#[test]
fn a_question_that_cannot_be_asked_is_found() {
    let plants =
        [
            put(CAT, "/questions/3/who", json!({ "person": 1 }), "staat er al")
                .at(CAT, "/questions/4/id")
                .without(NL, "/questions/age"),
            put(CAT, "/questions/2/choices/1/id", json!("high"), "eigen naam")
                .without(NL, "/questions/pile/choices/low"),
            put(CAT, "/questions/0/choices", json!([]), "geen keuzes")
                .and(CAT, "/questions/1/choices/0/flag", json!("violence"))
                .and(CAT, "/questions/6/when", json!("always"))
                .without(NL, "/questions/safe/choices"),
            take(CAT, "/questions/2/choices", "geen keuzes")
                .at(CAT, "/questions/2")
                .without(CAT, "/needs/1/helps/0/when")
                .without(CAT, "/needs/1/helps/1/when")
                .without(NL, "/questions/pile/choices"),
            put(CAT, "/questions/5/choices", json!([{ "id": "here" }]), "haal \"choices\" weg")
                .and(NL, "/questions/place/choices", json!({ "here": "Hier" })),
            take(CAT, "/questions/3/who", "één persoon").at(CAT, "/questions/3"),
            put(CAT, "/questions/5/who", json!({ "person": 0 }), "hele huishouden"),
            put(CAT, "/questions/6/who", json!({ "person": 0 }), "hele huishouden"),
            take(CAT, "/questions/5", "waar iemand woont")
                .at(CAT, "/questions")
                .without(NL, "/questions/place"),
            put(CAT, "/questions/6/kind", json!("place"), "al een vraag van soort \"place\""),
            put(CAT, "/questions/-", json!({ "id": "again", "kind": "wijk" }), "soort \"wijk\"")
                .at(CAT, "/questions/7/kind")
                .and(NL, "/questions/again", json!({ "title": "Nog eens?" })),
            put(CAT, "/questions/5/kind", json!("wijk"), "staat boven").and(
                CAT,
                "/questions/6/kind",
                json!("place"),
            ),
        ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_name_that_refers_to_nothing_is_found() {
    let plants = [
        put(CAT, "/questions/1/choices/0/need", json!("debt"), "bedoelt u \"debts\"")
            .also(CAT, "/needs/0/id"),
        put(CAT, "/questions/0/choices/0/flag", json!("fire"), "bestaat niet"),
        put(CAT, "/needs/0/helps/1/route", json!("papieren"), "bestaat niet"),
        put(CAT, "/flags/0/lines/-", json!("veilig-huis"), "bedoelt u \"veilig-thuis\"")
            .at(CAT, "/flags/0/lines/1"),
        put(CAT, "/support", json!("steun"), "bestaat niet").also(CAT, "/routes/7/code"),
        put(CAT, "/away", json!("elder"), "\"elders\"").also(CAT, "/routes/8/code"),
        put(CAT, "/needs/0/covers", json!(["letters", "leters"]), "bedoelt u \"letters\"")
            .at(CAT, "/needs/0/covers/1"),
        put(CAT, "/needs/0/covers", json!(["letters"]), "al deel van")
            .at(CAT, "/needs/0/covers/0")
            .and(CAT, "/needs/1/covers", json!(["debts"]))
            .also(CAT, "/needs/1/covers/0"),
        put(CAT, "/needs/0/covers", json!(["debts"]), "zichzelf").at(CAT, "/needs/0/covers/0"),
        put(CAT, "/questions/2/skipped", json!("hihg"), "\"high\""),
        put(CAT, "/whole_young", json!("jeug"), "\"jeugd\""),
        put(CAT, "/whole", json!("teem"), "\"team\"").also(CAT, "/routes/0/code"),
        put(CAT, "/whole", json!("balie"), "wijkteam").also(CAT, "/routes/0/code"),
        put(CAT, "/needs/1/helps/1/when/not/chose/1", json!("hgih"), "\"high\"")
            .also(CAT, "/needs/1/helps"),
        put(CAT, "/needs/1/helps/1/when/not/chose/0", json!("pyle"), "\"pile\"")
            .also(CAT, "/needs/1/helps"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_need_or_a_flag_that_leads_nowhere_is_found() {
    let plants = [
        put(CAT, "/needs/3/id", json!("debts"), "eigen naam")
            .and(CAT, "/questions/1/choices/3", json!({ "id": "other" }))
            .without(NL, "/needs/permit"),
        take(CAT, "/questions/1/choices/0/need", "geen enkele keuze").at(CAT, "/needs/0/id").and(
            NL,
            "/questions/topics/choices/money",
            json!("Geld"),
        ),
        put(CAT, "/needs/0/helps", json!([]), "geen hulp"),
        put(CAT, "/needs/0/helps/0/when", json!({ "needs": "letters" }), "geen enkele voorwaarde")
            .at(CAT, "/needs/0/helps")
            .and(CAT, "/needs/0/helps/1/when", json!({ "chose": ["pile", "low"] })),
        put(CAT, "/needs/2/helps/1/when", json!({ "age": [1, ["12-15", "16-17"]] }), "geval")
            .at(CAT, "/needs/2/helps"),
        put(
            CAT,
            "/flags/-",
            json!({ "id": "violence", "urgency": "now", "lines": ["veilig-thuis"] }),
            "eigen naam",
        )
        .at(CAT, "/flags/1/id"),
        take(CAT, "/questions/0/choices/1/flag", "geen enkele keuze").at(CAT, "/flags/0/id"),
        put(CAT, "/flags/0/lines", json!([]), "minstens één").also(CAT, "/routes/6/code"),
        put(CAT, "/national/0/reach/0/channel", json!("app"), "bosdorp, waterstad")
            .at(CAT, "/flags/0/lines"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}
