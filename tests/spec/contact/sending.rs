//! A request that is being made, as a machine of states: what can happen to it, and then.

use wijkdeur::domain::*;
use wijkdeur::request::*;

const FIRST: RequestKey = RequestKey(1, 2);
const SECOND: RequestKey = RequestKey(3, 4);
const PHONE: &str = "06 12345678";

fn typed(fields: &[(&str, &str)]) -> Typed {
    let one = |(name, value): &(&str, &str)| {
        let values = (!value.is_empty()).then(|| value.to_string());
        (name.to_string(), Vec::from_iter(values))
    };
    fields.iter().map(one).collect()
}

fn context() -> Context {
    Context {
        municipality: "voorbeeldstad".into(),
        receiver: "Gemeente Voorbeeldstad".into(),
        working_days: 3,
        told: vec![Told {
            question: "Waar gaat het over?".into(),
            answer: "Zevenentwintig ezels".into(),
        }],
        ..Context::default()
    }
}

/// Of another party, that may get it only if they agree.
fn another() -> Context {
    Context { provider: Some("wijkteam-noord".into()), needs_permission: true, ..context() }
}

/// The same after a flag.
fn danger() -> Context {
    Context { discreet: true, ..context() }
}

fn receipt() -> Receipt {
    Receipt { reference: "VS-2345".into(), received_at: 1_000, working_days: 3 }
}

fn opened(context: Context) -> Asking {
    let mut asking = Asking::default();
    asking.open(context, Stage::Reach, 1_000);
    asking
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nobody looked at the form.
    New,
    /// Something is wrong with it.
    Faulty,
    /// It can be sent.
    Filled,
    Busy,
    Waiting,
    /// It waits, and danger was told since.
    Held,
    Received,
    Refused,
}

use State::*;

const STATES: [State; 8] = [New, Faulty, Filled, Busy, Waiting, Held, Received, Refused];

impl State {
    /// A request in this state; it goes under the first key, if it goes.
    fn make(self) -> Asking {
        let mut asking = match self {
            New => return Asking::default(),
            _ => opened(context()),
        };
        if self == Faulty {
            return asking;
        }
        asking.typed(&typed(&[("phone", PHONE), ("name", "Sam"), ("story", "Ik wil rust.")]));
        if self == Filled {
            return asking;
        }
        assert_eq!(asking.send(&typed(&[]), FIRST, 1_060), Some(FIRST));
        let reply = match self {
            Waiting | Held => Reply::Lost,
            Received => Reply::Kept(receipt()),
            Refused => Reply::Refused(vec![]),
            _ => return asking,
        };
        asking.replied(FIRST, reply);
        if self == Held {
            asking.danger_told();
        }
        asking
    }

    fn of(asking: &Asking) -> Self {
        match &asking.sending {
            Sending::Not if asking.draft.version == 0 => New,
            Sending::Not if asking.draft.check(Receiver::Municipality).is_err() => Faulty,
            Sending::Not => Filled,
            Sending::Busy(..) => Busy,
            Sending::Waiting(..) => Waiting,
            Sending::Held(..) => Held,
            Sending::Received(..) => Received,
            Sending::Refused => Refused,
        }
    }
}

/// What happens, and the key under which it goes or the seconds to wait, if any.
type Happening = fn(&mut Asking) -> Option<u64>;

fn key(key: Option<RequestKey>) -> Option<u64> {
    key.map(|key| key.0)
}

fn reply(asking: &mut Asking, to: RequestKey, reply: Reply) -> Option<u64> {
    asking.replied(to, reply).map(u64::from)
}

fn silent(asking: &mut Asking, happening: impl FnOnce(&mut Asking)) -> Option<u64> {
    happening(asking);
    None
}

/// From each of [`STATES`] to a state, by what happens. A second time, on purpose.
#[rustfmt::skip]
const TABLE: [(&str, Happening, [State; 8]); 27] = [
    ("nothing typed", |a| silent(a, |a| a.typed(&typed(&[]))),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("the same typed", |a| silent(a, |a| a.typed(&typed(&[("phone", PHONE)]))),
        [New, Filled, Filled, Busy, Waiting, Held, Received, Refused]),
    ("another story", |a| silent(a, |a| a.typed(&typed(&[("story", "Anders.")]))),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Filled]),
    ("answers ticked", |a| silent(a, |a| a.typed(&typed(&[("answers", "yes")]))),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Filled]),
    ("no number", |a| silent(a, |a| a.typed(&typed(&[("phone", "geen")]))),
        [New, Faulty, Faulty, Busy, Waiting, Held, Received, Faulty]),
    ("gone on", |a| silent(a, |a| { a.gone_on(Stage::Reach, &typed(&[])); }),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("sent", |a| key(a.send(&typed(&[]), SECOND, 1_100)),
        [New, Faulty, Busy, Busy, Waiting, Held, Received, Busy]),
    ("sent without a number", |a| key(a.send(&typed(&[("phone", "geen")]), SECOND, 1_100)),
        [New, Faulty, Faulty, Busy, Waiting, Held, Received, Faulty]),
    ("tried again", |a| key(a.try_again()),
        [New, Faulty, Filled, Busy, Busy, Held, Received, Refused]),
    ("sent all the same", |a| key(a.send_held()),
        [New, Faulty, Filled, Busy, Waiting, Busy, Received, Refused]),
    ("taken back", |a| silent(a, |a| a.take_back()),
        [New, Faulty, Filled, Busy, Filled, Filled, Received, Refused]),
    ("thrown away", |a| silent(a, |a| a.throw_away()),
        [New, Faulty, Filled, Busy, New, New, Received, Refused]),
    ("danger told", |a| silent(a, |a| a.danger_told()),
        [New, Faulty, Filled, Busy, Held, Held, Received, Refused]),
    ("danger told and lost", |a| { a.danger_told(); reply(a, FIRST, Reply::Lost) },
        [New, Faulty, Filled, Held, Held, Held, Received, Refused]),
    ("kept", |a| reply(a, FIRST, Reply::Kept(receipt())),
        [New, Faulty, Filled, Received, Waiting, Held, Received, Refused]),
    ("refused", |a| reply(a, FIRST, Reply::Refused(vec![])),
        [New, Faulty, Filled, Refused, Waiting, Held, Received, Refused]),
    ("later", |a| reply(a, FIRST, Reply::Later(40)),
        [New, Faulty, Filled, Waiting, Waiting, Held, Received, Refused]),
    ("lost", |a| reply(a, FIRST, Reply::Lost),
        [New, Faulty, Filled, Waiting, Waiting, Held, Received, Refused]),
    ("another one kept", |a| reply(a, SECOND, Reply::Kept(receipt())),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("another one refused", |a| reply(a, SECOND, Reply::Refused(vec![(Field::Story, Wrong::TooLong)])),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("another one lost", |a| reply(a, SECOND, Reply::Lost),
        [New, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("loaded again", |a| silent(a, load_again),
        [New, Faulty, Filled, Waiting, Waiting, Held, Received, Refused]),
    ("danger told and loaded again", |a| silent(a, |a| { a.danger_told(); load_again(a); }),
        [New, Faulty, Filled, Held, Held, Held, Received, Refused]),
    ("opened", |a| silent(a, |a| { a.open(context(), Stage::Reach, 2_000); }),
        [Faulty, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("opened for somebody else", |a| silent(a, |a| { a.open(another(), Stage::Reach, 2_000); }),
        [Faulty, Faulty, Filled, Busy, Waiting, Held, Received, Refused]),
    ("opened after danger", |a| silent(a, |a| { a.open(danger(), Stage::Sent, 2_000); }),
        [Faulty, Faulty, Filled, Busy, Held, Held, Received, Refused]),
    ("forgotten", |a| silent(a, |a| *a = Asking::default()),
        [New, New, New, New, New, New, New, New]),
];

fn load_again(asking: &mut Asking) {
    *asking = asking.write().map_or_else(Asking::default, |kept| Asking::read(&kept));
}

#[test]
fn whatever_happens_leads_where_the_table_says() {
    for (name, happening, after) in TABLE {
        for (state, after) in STATES.into_iter().zip(after) {
            let mut asking = state.make();
            assert_eq!(State::of(&asking), state);
            let told = happening(&mut asking);
            assert_eq!(State::of(&asking), after, "{state:?} and then {name}");
            let wanted = match (name, state) {
                ("sent", Filled | Refused) => Some(SECOND.0),
                ("tried again", Waiting) | ("sent all the same", Held) => Some(FIRST.0),
                ("lost", Busy) => Some(2),
                ("later", Busy) => Some(40),
                _ => None,
            };
            assert_eq!(told, wanted, "{state:?} and then {name}");
            // Only what is on its way has something to send, and that is all there is of it.
            let on_its_way = matches!(after, Busy | Waiting | Held);
            assert_eq!(!asking.body().is_empty(), on_its_way, "{state:?} and then {name}");
            assert!(!on_its_way || asking.draft == Draft::default(), "{state:?} and then {name}");
        }
    }
}

#[test]
fn the_first_screen_that_is_not_done_is_shown() {
    use Stage::*;
    let faulty_about = || {
        let mut asking = opened(context());
        asking.typed(&typed(&[("phone", PHONE), ("story", "123456782")]));
        asking
    };
    let not_permitted = || {
        let mut asking = opened(another());
        asking.typed(&typed(&[("phone", PHONE)]));
        asking
    };
    let table = [
        (New.make(), context(), [Reach, Reach, Reach, Reach]),
        (Faulty.make(), context(), [Reach, Reach, Reach, Reach]),
        (faulty_about(), context(), [Reach, About, About, About]),
        (not_permitted(), another(), [Reach, About, Review, Review]),
        (Filled.make(), context(), [Reach, About, Review, Review]),
        (Busy.make(), context(), [Sent, Sent, Sent, Sent]),
        (Waiting.make(), context(), [Sent, Sent, Sent, Sent]),
        (Waiting.make(), another(), [Sent, Sent, Sent, Sent]),
        (Held.make(), context(), [Sent, Sent, Sent, Sent]),
        (Received.make(), context(), [Sent, Sent, Sent, Sent]),
        (Refused.make(), context(), [Reach, About, Review, Sent]),
    ];
    for (asking, context, shown) in table {
        for (stage, shown) in Stage::ALL.into_iter().zip(shown) {
            let mut asking = asking.clone();
            let before = asking.sending.clone();
            assert_eq!(asking.open(context.clone(), stage, 2_000), shown, "{before:?} {stage:?}");
        }
    }
}

#[test]
fn a_stage_is_found_by_its_name() {
    for stage in Stage::ALL {
        assert_eq!(Stage::of_name(stage.as_str()), Some(stage));
    }
    assert_eq!(Stage::of_name(""), None);
}

#[test]
fn going_on_says_what_is_wrong_on_that_screen_only() {
    let mut asking = opened(another());
    let wrong = typed(&[("phone", "geen"), ("email", "geen"), ("story", "123456782")]);
    assert_eq!(asking.gone_on(Stage::Reach, &wrong), None);
    let told = [(Field::Phone, Wrong::NotAPhoneNumber), (Field::Email, Wrong::NotAnEmailAddress)];
    assert_eq!(asking.wrong, told);
    assert_eq!(asking.draft.phone, "geen", "what was typed is not lost");
    // The screen drawn again still says so; another one does not.
    asking.open(another(), Stage::Reach, 1_001);
    assert_eq!(asking.wrong, told);
    asking.open(another(), Stage::About, 1_001);
    assert_eq!(asking.wrong, []);
    let mended = typed(&[("phone", PHONE), ("email", "")]);
    assert_eq!(asking.gone_on(Stage::Reach, &mended), Some(Stage::About));
    assert_eq!(asking.gone_on(Stage::About, &typed(&[])), None);
    assert_eq!(asking.wrong, [(Field::Story, Wrong::LooksLikeBsn)]);
    let meant = typed(&[("number_meant", "yes")]);
    assert_eq!(asking.gone_on(Stage::About, &meant), Some(Stage::Review));
    assert_eq!(asking.send(&typed(&[]), FIRST, 1_100), None);
    assert_eq!(asking.wrong, [(Field::Permission, Wrong::NotPermitted)]);
    assert_eq!(asking.send(&typed(&[("permission", "yes")]), FIRST, 1_100), Some(FIRST));
    assert_eq!(asking.wrong, []);
}

#[test]
fn a_form_is_taken_over_field_by_field() {
    let mut asking = opened(context());
    let names = ["phone", "email", "letter", "when", "name", "story", "companion", "language"];
    let texts: Typed =
        names.iter().map(|name| (name.to_string(), vec![format!("het {name}")])).collect();
    asking.typed(&texts);
    let draft = &asking.draft;
    let Draft { phone, email, letter, when, name, story, companion, language, .. } = draft;
    for (field, text) in
        names.iter().zip([phone, email, letter, when, name, story, companion, language])
    {
        assert_eq!(*text, format!("het {field}"));
    }
    let times = ("times".to_owned(), vec!["evening".to_owned(), "morning".into(), "x".into()]);
    asking.typed(&vec![times]);
    assert_eq!(asking.draft.times, [PartOfDay::Morning, PartOfDay::Evening].into());
    asking.typed(&typed(&[
        ("voicemail", "call-back"),
        ("subject", "other"),
        ("subject_knows", "no"),
        ("interpreter", "yes"),
        ("discreet", "yes"),
        ("municipality", "elders"),
        ("nothing-like-it", "x"),
    ]));
    let draft = &asking.draft;
    let chosen = (Some(Voicemail::CallBack), Some(Subject::Other));
    assert_eq!((draft.voicemail, draft.subject), chosen);
    assert_eq!((draft.subject_knows, draft.interpreter), (Some(false), true));
    assert_eq!((draft.discreet, draft.municipality.as_str()), (false, "voorbeeldstad"));
    // Boxes that are not ticked any more; and for oneself nobody has to know.
    asking.typed(&typed(&[("times", ""), ("interpreter", ""), ("subject", "myself")]));
    let draft = &asking.draft;
    assert!(draft.times.is_empty() && !draft.interpreter && draft.subject_knows.is_none());
    assert_eq!(draft.phone, "het phone", "what is not on the screen stays");
}

#[test]
fn answers_go_along_only_if_they_may() {
    let mut asking = Filled.make();
    assert!(!asking.share);
    asking.send(&typed(&[]), FIRST, 1_060);
    let body = asking.body();
    assert!(!body.contains("ezels") && !body.contains("Waar gaat het over"), "{body}");
    assert!(body.contains("Ik wil rust.") && body.contains("\"seconds\":60"), "{body}");
    asking.replied(FIRST, Reply::Lost);
    // With the answers it is another request.
    asking.take_back();
    let ticked = typed(&[("answers", "yes")]);
    assert_eq!(asking.send(&ticked, SECOND, 1_070), Some(SECOND));
    let body = asking.body();
    assert!(body.contains("Zevenentwintig ezels") && body.contains("Waar gaat het"), "{body}");
    asking.replied(SECOND, Reply::Lost);
    asking.take_back();
    let third = RequestKey(5, 6);
    assert_eq!(asking.send(&typed(&[("answers", "")]), third, 1_080), Some(third));
    assert!(!asking.body().contains("ezels"));
    assert!(asking.write().is_some_and(|kept| !kept.contains("ezels")), "nor are they kept");
}

#[test]
fn the_same_request_goes_under_one_key() {
    let mut asking = Filled.make();
    assert_eq!(asking.send(&typed(&[]), FIRST, 1_060), Some(FIRST));
    assert_eq!(asking.send(&typed(&[]), SECOND, 1_061), None, "a double tap");
    let body = asking.body();
    for _ in 0..7 {
        asking.replied(FIRST, Reply::Lost);
        assert_eq!(asking.try_again(), Some(FIRST));
        // The page is loaded again while it is on its way.
        load_again(&mut asking);
        assert_eq!(State::of(&asking), Waiting);
        assert_eq!(asking.open(context(), Stage::Sent, 9_000), Stage::Sent);
        assert_eq!(asking.clone().send(&typed(&[]), SECOND, 9_000), None);
        assert_eq!(asking.body(), body, "the same to the letter");
        assert_eq!(asking.try_again(), Some(FIRST));
        assert_eq!(asking.body(), body, "the same to the letter");
    }
    asking.replied(FIRST, Reply::Lost);
    // It may have arrived: taken back and not changed, it is the same.
    asking.take_back();
    assert_eq!(asking.clone().send(&typed(&[]), SECOND, 9_000), Some(FIRST));
    let changed = typed(&[("phone", "026 377 12 34")]);
    assert_eq!(asking.send(&changed, SECOND, 9_000), Some(SECOND), "another request");
    asking.replied(SECOND, Reply::Lost);
    asking.take_back();
    let third = RequestKey(5, 6);
    assert_eq!(asking.send(&typed(&[("phone", PHONE)]), third, 9_000), Some(third));
}

#[test]
fn every_wait_is_longer_and_never_shorter_than_was_asked() {
    let mut asking = Busy.make();
    for wait in [2, 5, 15, 30, 60, 60, 60] {
        for (reply, wanted) in [
            (Reply::Lost, wait),
            (Reply::Later(0), wait),
            (Reply::Later(1), wait),
            (Reply::Later(59), wait.max(59)),
            (Reply::Later(3_600), 3_600),
        ] {
            assert_eq!(asking.clone().replied(FIRST, reply), Some(wanted));
        }
        asking.replied(FIRST, Reply::Lost);
        asking.try_again();
    }
    for _ in 0..300 {
        assert_eq!(asking.replied(FIRST, Reply::Lost), Some(60), "it is counted no further");
        asking.try_again();
    }
}

#[test]
fn a_late_reply_of_another_request_changes_nothing() {
    let mut asking = Busy.make();
    let before = asking.clone();
    for reply in [
        Reply::Kept(receipt()),
        Reply::Refused(vec![(Field::Phone, Wrong::NoWay)]),
        Reply::Later(5),
        Reply::Lost,
    ] {
        for key in [SECOND, RequestKey(FIRST.0, 0), RequestKey(0, FIRST.1)] {
            assert_eq!(asking.replied(key, reply.clone()), None);
            assert_eq!(asking, before);
        }
    }
}

#[test]
fn what_was_received_is_wiped_and_what_was_refused_is_kept() {
    let kept = |asking: &Asking| asking.write().expect("something to keep");
    let told = [PHONE, "Sam", "Ik wil rust."];
    for state in [Filled, Busy, Waiting, Refused] {
        let kept = kept(&state.make());
        assert!(told.iter().all(|text| kept.contains(text)), "{state:?}");
    }
    let received = Received.make();
    let text = kept(&received);
    assert!(told.iter().all(|told| !text.contains(told)) && text.contains("VS-2345"));
    assert_eq!(received.draft, Draft::default());
    assert_eq!(received.body(), "");
    assert_eq!(State::of(&Asking::read(&text)), Received);
    // It is shown until another one is asked for, which begins with nothing of it.
    let mut again = received;
    assert_eq!(again.open(context(), Stage::Reach, 5_000), Stage::Sent);

    let mut refused = Busy.make();
    let wrong = vec![(Field::Story, Wrong::LooksLikeBsn), (Field::Provider, Wrong::Unknown)];
    refused.replied(FIRST, Reply::Refused(wrong.clone()));
    assert_eq!((refused.draft.phone.as_str(), &refused.wrong), (PHONE, &wrong));
    refused.open(context(), Stage::Sent, 2_000);
    assert_eq!(refused.wrong, wrong);
    refused.open(context(), Stage::About, 2_000);
    assert_eq!(refused.wrong, wrong[..1]);
}

#[test]
fn what_is_shown_of_a_request_is_what_was_sent() {
    let context = Context { wmo_melding: true, town: "Voorbeeldstad".into(), ..context() };
    let mut asking = opened(context.clone());
    assert_eq!(asking.send(&typed(&[("phone", PHONE)]), FIRST, 1_060), Some(FIRST));
    let kept = Context { story: String::new(), told: Vec::new(), ..context.clone() };
    let since = Context { demonstration: true, receiver: "Wijkteam West".into(), ..another() };
    let body = asking.body();
    // Whatever is answered since, in each state and after a reload.
    for _ in 0..2 {
        for reply in [Reply::Lost, Reply::Later(1)] {
            asking.open(since.clone(), Stage::Review, 2_000);
            let sent = asking.sending.sent().expect("it is on its way");
            assert_eq!((sent.context(), sent.content().permission), (&kept, false));
            assert_eq!(sent.content().provider, None);
            assert_eq!(asking.body(), body);
            asking.replied(FIRST, reply);
            load_again(&mut asking);
            asking.try_again();
        }
    }
    asking.open(since.clone(), Stage::Review, 2_000);
    asking.replied(FIRST, Reply::Kept(receipt()));
    asking.open(since, Stage::Reach, 3_000);
    assert_eq!(asking.sending, Sending::Received(receipt(), Box::new(kept)));
}

#[test]
fn what_is_taken_back_is_for_whoever_would_get_it_now() {
    let mut asking = opened(another());
    let fields = [("phone", PHONE), ("letter", "Dorpsstraat 1"), ("permission", "yes")];
    assert_eq!(asking.send(&typed(&fields), FIRST, 1_060), Some(FIRST));
    asking.replied(FIRST, Reply::Lost);
    let third = Context { provider: Some("jeugdteam-west".into()), ..another() };
    for (context, permitted, letter) in [
        (another(), true, "Dorpsstraat 1"),
        (third.clone(), false, "Dorpsstraat 1"),
        (Context { discreet: true, ..third }, false, ""),
    ] {
        let mut asking = asking.clone();
        assert_eq!(asking.open(context.clone(), Stage::Reach, 2_000), Stage::Sent);
        asking.take_back();
        assert_eq!(asking.open(context.clone(), Stage::Reach, 2_000), Stage::Reach);
        let draft = &asking.draft;
        assert_eq!((&draft.provider, draft.discreet), (&context.provider, context.discreet));
        assert_eq!((draft.permission, draft.letter.as_str()), (permitted, letter));
        assert_eq!(draft.phone, PHONE);
        let goes = asking.send(&typed(&[]), SECOND, 2_100);
        assert_eq!(goes, permitted.then_some(FIRST), "only if nothing is different");
    }
    // A refusal that comes after another answer is no permission for another, either.
    asking.try_again();
    let third = Context { provider: Some("jeugdteam-west".into()), ..danger() };
    asking.open(third, Stage::Sent, 2_000);
    asking.replied(FIRST, Reply::Refused(vec![]));
    let draft = &asking.draft;
    assert_eq!((draft.permission, draft.discreet, draft.letter.as_str()), (false, true, ""));
}

#[test]
fn a_letter_never_goes_by_itself_after_danger() {
    let with = |letter| {
        let mut asking = opened(context());
        asking.send(&typed(&[("phone", PHONE), ("letter", letter)]), FIRST, 1_060);
        asking
    };
    // On its way, waiting, or loaded again, told on its own screen or on another.
    let told: [fn(&mut Asking); 2] = [
        |asking| asking.danger_told(),
        |asking| {
            asking.open(danger(), Stage::Sent, 2_000);
        },
    ];
    for told in told {
        let mut busy = with("Dorpsstraat 1");
        told(&mut busy);
        assert_eq!(busy.replied(FIRST, Reply::Later(9)), None);
        let mut loaded = with("Dorpsstraat 1");
        told(&mut loaded);
        load_again(&mut loaded);
        let mut waiting = with("Dorpsstraat 1");
        waiting.replied(FIRST, Reply::Lost);
        told(&mut waiting);
        for mut asking in [busy, loaded, waiting] {
            assert_eq!((State::of(&asking), asking.try_again()), (Held, None));
            assert_eq!(asking.send_held(), None, "it is not safe");
            asking.open(context(), Stage::Sent, 3_000);
            assert_eq!((State::of(&asking), asking.try_again()), (Held, None));
            load_again(&mut asking);
            assert_eq!((State::of(&asking), asking.try_again()), (Held, None));
            asking.throw_away();
            assert_eq!(asking, Asking::default());
        }
    }
    // Without a letter it goes when they say so, and then by itself.
    let mut asking = with(" \u{200b}");
    asking.replied(FIRST, Reply::Lost);
    asking.danger_told();
    assert!(asking.told_since());
    assert_eq!(asking.send_held(), Some(FIRST));
    assert_eq!(asking.replied(FIRST, Reply::Lost), Some(5));
    asking.danger_told();
    assert_eq!(asking.try_again(), Some(FIRST));
    asking.replied(FIRST, Reply::Kept(receipt()));
    assert!(asking.told_since(), "who has it does not know");
    // Who told of it before need not be asked.
    let mut asking = opened(danger());
    asking.send(&typed(&[("phone", PHONE)]), FIRST, 1_060);
    asking.danger_told();
    assert_eq!(asking.replied(FIRST, Reply::Lost), Some(2));
    assert!(!asking.told_since());
}

#[test]
fn what_nobody_else_may_see_is_kept_only_while_it_is_on_its_way() {
    let private = || Context { private: true, receiver: "Veilig Thuis".into(), ..danger() };
    let mut asking = opened(private());
    assert_eq!(asking.write(), None);
    asking.typed(&typed(&[("phone", PHONE), ("story", "Hij slaat.")]));
    asking.gone_on(Stage::Reach, &typed(&[]));
    assert_eq!(asking.write(), None);
    asking.send(&typed(&[]), FIRST, 1_060);
    assert!(asking.write().is_some());
    // The visit is gone with the page: it only has to get there, once.
    let mut left = asking.clone();
    load_again(&mut left);
    assert_eq!((State::of(&left), left.is_left()), (Waiting, true));
    left.take_back();
    assert_eq!(State::of(&left), Waiting, "nobody may read it");
    assert_eq!(left.try_again(), Some(FIRST));
    assert_eq!(left.body(), asking.body());
    for reply in [Reply::Kept(receipt()), Reply::Refused(vec![])] {
        let mut answered = left.clone();
        answered.replied(FIRST, reply.clone());
        assert_eq!(answered, Asking::default(), "{reply:?}");
        // Who is looking is told how far it is, and sees nothing else of it.
        let mut looked = left.clone();
        assert_eq!(looked.open(context(), Stage::Reach, 2_000), Stage::Sent);
        looked.replied(FIRST, reply);
        assert!(!matches!(State::of(&looked), Waiting | Busy) && looked.is_left());
        assert_eq!((looked.draft.phone.as_str(), looked.draft.story.as_str()), ("", ""));
    }
    for (reply, after) in [(Reply::Kept(receipt()), Received), (Reply::Refused(vec![]), Refused)] {
        let mut asking = asking.clone();
        asking.replied(FIRST, reply);
        assert_eq!(asking.write(), None, "{after:?}");
    }
    asking.replied(FIRST, Reply::Lost);
    assert!(asking.write().is_some());
    asking.take_back();
    assert_eq!(asking.write(), None);
    // What was typed before is kept no longer either.
    let mut before = Filled.make();
    assert!(before.write().is_some());
    before.open(private(), Stage::Reach, 2_000);
    assert_eq!(before.write(), None);
}

#[test]
fn what_was_filled_in_follows_the_answers_until_somebody_changes_it() {
    let of = |story: &str, child| Context { story: story.into(), child, ..context() };
    let mut asking = opened(of("Het schoonmaken lukt niet.", true));
    asking.typed(&typed(&[("subject", "child"), ("story", "Het schoonmaken lukt niet.")]));
    load_again(&mut asking);
    asking.open(of("Ik heb schulden.", false), Stage::About, 2_000);
    assert_eq!((asking.draft.subject, asking.draft.story.as_str()), (None, "Ik heb schulden."));
    asking.typed(&typed(&[("subject", "myself"), ("story", "Help.")]));
    load_again(&mut asking);
    asking.open(of("Iets anders.", true), Stage::About, 3_000);
    let told = (asking.draft.subject, asking.draft.story.as_str());
    assert_eq!(told, (Some(Subject::Myself), "Help."));
    // After a flag nothing is written for them, also not if the page was loaded again.
    let mut asking = opened(of("Het schoonmaken lukt niet.", false));
    load_again(&mut asking);
    asking.open(danger(), Stage::About, 2_000);
    assert_eq!(asking.draft.story, "");
}

#[test]
fn a_request_begins_with_what_the_visit_knows() {
    let context = Context {
        child: true,
        discreet: true,
        wmo_melding: true,
        wijk: "Noord".into(),
        story: "Ik wil rust.".into(),
        ..another()
    };
    let asking = opened(context.clone());
    let draft = Draft {
        version: Draft::VERSION,
        municipality: "voorbeeldstad".into(),
        provider: context.provider.clone(),
        subject: Some(Subject::Child),
        wijk: "Noord".into(),
        discreet: true,
        wmo_melding: true,
        story: "Ik wil rust.".into(),
        ..Draft::default()
    };
    assert_eq!((asking.draft, asking.context, asking.share), (draft, context, false));
}

#[test]
fn who_gets_it_can_change_until_it_is_sent() {
    let open = |state: State, context: &Context| {
        let mut asking = state.make();
        asking.draft.letter = "Dorpsstraat 1".into();
        asking.open(context.clone(), Stage::Review, 2_000);
        asking
    };
    let danger = Context { discreet: true, wmo_melding: true, ..another() };
    for state in [Filled, Refused] {
        let asking = open(state, &danger);
        assert_eq!(asking.draft.provider, danger.provider, "{state:?}");
        assert!(asking.draft.discreet && asking.draft.wmo_melding);
        assert_eq!(asking.draft.letter, "", "not after danger");
        assert_eq!((asking.draft.phone.as_str(), asking.draft.name.as_str()), (PHONE, "Sam"));
        assert_eq!(open(state, &another()).draft.letter, "Dorpsstraat 1");
    }
}

#[test]
fn who_agreed_to_one_party_did_not_agree_to_another() {
    let mut asking = opened(another());
    asking.typed(&typed(&[("phone", PHONE), ("permission", "yes")]));
    asking.open(Context { discreet: true, ..another() }, Stage::Review, 1_010);
    assert!(asking.draft.permission, "it is the same party");
    let third = Context { provider: Some("jeugdteam-west".into()), ..another() };
    asking.open(third, Stage::Review, 1_020);
    assert!(!asking.draft.permission);
    assert_eq!(asking.send(&typed(&[]), FIRST, 1_060), None);
    assert_eq!(asking.wrong, [(Field::Permission, Wrong::NotPermitted)]);
}

#[test]
fn what_cannot_be_read_is_a_new_request() {
    for text in ["", "x", "\u{ff}\u{ff}", "🏠"] {
        assert_eq!(Asking::read(text), Asking::default(), "{text}");
    }
    assert_eq!(Asking::default().write(), None);
    // A clock that was put back.
    let mut asking = Filled.make();
    asking.send(&typed(&[]), FIRST, 0);
    assert!(asking.body().contains("\"seconds\":0"));
}

#[test]
fn nobody_waits_for_what_will_not_come() {
    let wrong = vec![(Field::Phone, Wrong::NotAPhoneNumber)];
    let reply = |status| Reply::without_receipt(status, 7, wrong.clone());
    for status in [408, 425, 429, 500, 502, 503, 504, 507, 522] {
        assert_eq!(reply(status), Reply::Later(7), "{status}");
    }
    // A proxy, a filter or a firewall: no connection is missing, and waiting helps nobody.
    for status in [400, 401, 403, 404, 405, 407, 410, 411, 415, 422, 431, 451, 501, 505, 511] {
        assert_eq!(reply(status), Reply::Refused(wrong.clone()), "{status}");
    }
    assert_eq!(reply(413), Reply::Refused(vec![(Field::Story, Wrong::TooLong)]));
    // The page of a hotel in the place of the desk.
    for status in [0, 200, 204, 302, 304] {
        assert_eq!(reply(status), Reply::Lost, "{status}");
    }
    // What is refused is not lost: it can be sent again, and was not thrown away.
    let mut asking = Busy.make();
    assert_eq!(asking.replied(FIRST, Reply::without_receipt(501, 0, vec![])), None);
    assert_eq!(asking.sending, Sending::Refused);
    assert_eq!(asking.draft.phone, PHONE);
}

#[test]
fn a_key_is_written_in_forty_digits() {
    assert_eq!(RequestKey(0, 7).to_string(), format!("{}7", "0".repeat(39)));
    let largest = RequestKey(u64::MAX, u64::MAX).to_string();
    assert_eq!(largest, "1844674407370955161518446744073709551615");
}

/// A page that is loaded again may be of a newer program than the one that kept it.
#[test]
fn danger_told_since_is_kept_as_two_answers() {
    let kept = |asking: &Asking| asking.write().expect("it is on its way");
    let mut meant = Held.make();
    assert_eq!(meant.send_held(), Some(FIRST));
    for (asking, ends) in
        [(Waiting.make(), "\0\0"), (Held.make(), "\u{1}\0"), (meant, "\u{1}\u{1}")]
    {
        let text = kept(&asking);
        assert!(text.ends_with(ends), "{text:?}");
        assert!(kept(&Asking::read(&text)).ends_with(ends), "read, it is the same");
    }
}
