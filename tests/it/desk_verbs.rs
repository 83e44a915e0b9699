//! Rules that hold for every verb of the desks, tried on each row of the table. A verb that lacks its command, operation,
//! form, button or key fails here.

use crate::web_world::{Answer, DEVICE_KEY, World};
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use sportello::domain::Command;
use sportello::web::{AnswerKind, VERBS, Verb};
use std::collections::BTreeSet;

/// The desk at which the verbs are tried; it does residence permits and mediation.
const DESK: u16 = 2;

/// Every command with the verbs that send it. A new command does not compile until it has a line here.
macro_rules! commands {
    ($($command:ident: $verbs:expr,)*) => {
        const SENT_BY: &[(&str, &[&str])] = &[$((stringify!($command), &$verbs)),*];

        fn name_of(command: &Command) -> &'static str {
            match command { $(Command::$command { .. } => stringify!($command)),* }
        }
    };
}

commands! {
    Issue: [],
    Book: [],
    Unbook: [],
    CheckIn: [],
    ReportSlip: [],
    ReportCopy: [],
    GiveUpSlips: [],
    WithSlip: [],
    Withdraw: [],
    WalkIn: ["walk-in"],
    Dismiss: ["dismiss"],
    SetUrgent: ["urgent", "not-urgent"],
    Open: ["open"],
    Pause: ["pause"],
    Close: ["close"],
    CallNext: ["call-next"],
    Call: ["call"],
    Recall: ["recall"],
    Start: ["start"],
    NoShow: ["no-show"],
    TakeBack: ["take-back"],
    Finish: ["finish"],
    Park: ["park"],
    Resume: ["resume"],
    Transfer: ["transfer"],
    AddStep: ["add-step"],
    DropStep: ["drop-step"],
    OrderSteps: ["order-steps"],
    Reprint: ["reprint"],
    FinishAndCallNext: ["finish-and-next"],
    Undo: ["undo"],
}

/// How a verb is tried.
struct Example {
    /// The operations that lead to a moment at which the verb succeeds, each with its body.
    before: Vec<(&'static str, Value)>,
    body: Value,
    /// The choices in its form, beside the hidden fields.
    form: &'static str,
}

fn example(verb: &str) -> Example {
    let open = || ("open", json!({}));
    let called = || vec![open(), ("call-next", json!({}))];
    let with = |mut before: Vec<(&'static str, Value)>, verb, body| {
        before.push((verb, body));
        before
    };
    let step = |service: &str| json!({"ticket": "Q 001", "service": service});
    let (before, body, form) = match verb {
        "open" => (vec![], json!({"languages": ["it"], "services": ["permit"]}), "language=it&service=permit"),
        "pause" | "close" | "call-next" => (vec![open()], json!({}), ""),
        "call" => (vec![open()], json!({"ticket": "Q 002"}), "ticket=Q+002"),
        "start" | "recall" | "no-show" | "park" => (called(), json!({"ticket": "Q 001"}), ""),
        "finish" | "finish-and-next" => (with(called(), "start", json!({})), json!({"ticket": "Q 001"}), ""),
        "undo" => (called(), json!({"ticket": "Q 001"}), ""),
        "take-back" => (with(called(), "no-show", json!({})), json!({"ticket": "Q 001"}), "ticket=Q+001"),
        "resume" => (with(called(), "park", json!({})), json!({"ticket": "Q 001"}), "ticket=Q+001"),
        "walk-in" => (vec![open()], json!({"service": "mediation", "language": "uk"}), "service=mediation&language=uk"),
        "transfer" => {
            (called(), json!({"service": "jobs", "reason": "specialist"}), "to=service:jobs&reason=specialist")
        }
        "add-step" => (called(), step("jobs"), "service=jobs"),
        "drop-step" => (with(called(), "add-step", step("jobs")), step("jobs"), "service=jobs"),
        "order-steps" => {
            let before = with(with(called(), "add-step", step("jobs")), "add-step", step("card"));
            (before, json!({"ticket": "Q 001", "services": ["card", "jobs"]}), "")
        }
        "urgent" => (vec![], json!({"ticket": "Q 002", "reason": "health"}), "ticket=Q+002&reason=health"),
        "not-urgent" => (vec![("urgent", json!({"ticket": "Q 002", "reason": "health"}))], json!({}), "ticket=Q+002"),
        "dismiss" | "reprint" => (vec![], json!({"ticket": "Q 002"}), "ticket=Q+002"),
        other => panic!("say in this test how the verb {other:?} is tried"),
    };
    Example { before, body, form }
}

/// A site with three visitors who wait for desk 2, at the moment before a verb.
struct Moment {
    world: World,
    clerk: String,
    example: Example,
}

impl Moment {
    async fn before(verb: &Verb) -> Moment {
        let world = World::new();
        let clerk = world.sign_in("anna").await;
        for language in ["it", "fr", "ar"] {
            world.visitor("permit.renew", language).await;
        }
        let moment = Moment { world, clerk, example: example(verb.name()) };
        for (name, body) in &moment.example.before {
            let answer = moment.send(verb_named(name), "", &body.to_string()).await;
            assert!(answer.status.is_success(), "{name} before {}: {}", verb.name(), answer.text);
        }
        moment
    }

    /// Sends the API operation of a verb.
    async fn send(&self, verb: &Verb, key: &str, body: &str) -> Answer {
        let path = verb.path().expect("an operation").replace("{desk}", &DESK.to_string());
        let mut request = Request::post(path).header("cookie", &self.clerk);
        if !key.is_empty() {
            request = request.header("idempotency-key", key);
        }
        self.world.send(request.body(Body::from(body.to_owned())).expect("a request")).await
    }

    async fn submit(&self, verb: &Verb, fields: &str) -> Answer {
        self.world.submit_to_desk(DESK, verb.name(), &self.clerk, fields).await
    }

    async fn page(&self) -> String {
        self.world.get(&format!("/desk/{DESK}?lang=en"), &self.clerk).await.text
    }

    fn events(&self) -> u64 {
        self.world.hub.day().sequence().0
    }
}

fn verb_named(name: &str) -> &'static Verb {
    VERBS.iter().find(|verb| verb.name() == name).unwrap_or_else(|| panic!("there is no verb {name:?}"))
}

/// The text between the first occurrence of `start` and the next one of `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    text.split_once(start)?.1.split_once(end).map(|(inside, _)| inside)
}

/// Every value of an attribute on the page.
fn values<'t>(page: &'t str, attribute: &str) -> Vec<&'t str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The verbs that have a form on the page.
fn verbs_on(page: &str) -> BTreeSet<&str> {
    let start = format!("/desk/{DESK}/");
    values(page, "action").into_iter().filter_map(|action| action.strip_prefix(&start)).collect()
}

/// What a browser would send for a verb's form on this page: its hidden fields and the example's choices.
fn filled_in(page: &str, verb: &Verb, choices: &str) -> String {
    let action = format!("action=\"/desk/{DESK}/{}\"", verb.name());
    let mut forms = page.split(&action).skip(1).filter_map(|rest| rest.split("</form>").next());
    // In a list it is the form in the row of the example's ticket.
    let ticket = choices.split('&').find_map(|field| field.strip_prefix("ticket=")).map(|it| it.replace('+', " "));
    let is_it = |form: &&str| ticket.as_ref().is_none_or(|ticket| form.contains(&format!("value=\"{ticket}\"")));
    let form = forms.find(is_it).unwrap_or_else(|| panic!("no form for {} on {page}", verb.name()));
    let hidden = |name: &str| between(form, &format!("name=\"{name}\" value=\""), "\"").map(|it| (name.to_owned(), it));
    let hidden: Vec<_> = ["nonce", "current", "act"].into_iter().filter_map(hidden).collect();
    let hidden = hidden.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+")));
    hidden.chain([choices.to_owned()]).collect::<Vec<_>>().join("&")
}

#[test]
fn every_command_of_the_staff_has_its_verb() {
    let named: BTreeSet<&str> = SENT_BY.iter().flat_map(|(_, verbs)| verbs.iter().copied()).collect();
    let rows: BTreeSet<&str> = VERBS.iter().map(Verb::name).collect();
    assert_eq!(named, rows, "the table of verbs and the list of commands in this test");
    assert_eq!(rows.len(), VERBS.len(), "two verbs have one name");
    let pause = Command::Pause { desk: sportello::domain::DeskNumber(DESK) };
    assert!(SENT_BY.iter().any(|(name, verbs)| *name == name_of(&pause) && verbs.contains(&"pause")));
    for verb in VERBS {
        assert!(verb.path().is_some() || verb.has_button(), "{} can't be given", verb.name());
        assert_eq!(verb.path().is_some(), verb.summary().is_some_and(|words| words.len() > 8), "{}", verb.name());
    }
}

#[tokio::test]
async fn every_operation_is_done_once_and_answers_its_kind() {
    for verb in VERBS.iter().filter(|verb| verb.path().is_some()) {
        let name = verb.name();
        let moment = Moment::before(verb).await;
        let body = moment.example.body.to_string();
        let before = moment.events();
        let once = moment.send(verb, "key", &body).await;
        assert_eq!(once.status, 200, "{name}: {}", once.text);
        let after = moment.events();
        assert!(after > before, "{name} changed nothing");
        let again = moment.send(verb, "key", &body).await;
        assert_eq!((again.status, &again.text), (once.status, &once.text), "{name}");
        assert_eq!(moment.events(), after, "{name} was done twice");
        let answer = once.json();
        let parts: BTreeSet<&str> = answer.as_object().expect("an object").keys().map(String::as_str).collect();
        let expected: &[&str] = match verb.answer() {
            AnswerKind::Desk => &["desk"],
            AnswerKind::Ticket => &["ticket"],
            AnswerKind::Call | AnswerKind::CallOrNothing => &["ticket", "call", "why"],
        };
        assert_eq!(parts, expected.iter().copied().collect(), "{name}: {answer}");
    }
}

#[tokio::test]
async fn every_operation_takes_an_object_and_nothing_else() {
    for verb in VERBS.iter().filter(|verb| verb.path().is_some()) {
        let name = verb.name();
        let moment = Moment::before(verb).await;
        let before = moment.events();
        let example = &moment.example.body;
        let in_a_list = Value::Array(example.as_object().expect("an object").values().cloned().collect());
        let unknown = {
            let mut body = example.clone();
            body["unknown"] = json!(1);
            body
        };
        for body in [json!(null), json!([]), json!("text"), json!(7), json!([example]), in_a_list, unknown] {
            let answer = moment.send(verb, "", &body.to_string()).await;
            let refused = (answer.status.as_u16(), answer.json()["refusal"].as_str().unwrap_or_default().to_owned());
            assert_eq!(refused, (422, "bad-input".to_owned()), "{name} {body}");
        }
        for body in ["{", "{}x", " ", "\u{feff}{}"] {
            assert_eq!(moment.send(verb, "", body).await.status, 422, "{name} {body:?}");
        }
        assert_eq!(moment.events(), before, "{name} did something");
        let (none, empty) = (moment.send(verb, "none", "").await, moment.send(verb, "none", "{}").await);
        let may_be_left_out = none.status != 422;
        assert_eq!(empty.status != 422, may_be_left_out, "{name}: no body is the same as no field");
    }
}

#[tokio::test]
async fn every_operation_and_form_needs_the_sign_in_of_staff() {
    for verb in VERBS {
        let moment = Moment::before(verb).await;
        let before = moment.events();
        let bearer = format!("Bearer {DEVICE_KEY}");
        let tries = [
            ("cookie", "sportello_session=0", 401),
            ("authorization", "Bearer nothing", 401),
            ("authorization", &*bearer, 401),
            ("origin", "http://evil.example", 403),
        ];
        for (name, value, status) in tries.into_iter().filter(|_| verb.path().is_some()) {
            let path = verb.path().expect("an operation").replace("{desk}", &DESK.to_string());
            let mut request = Request::post(path).header(name, value);
            if status == 403 {
                request = request.header("cookie", &moment.clerk);
            }
            let body = Body::from(moment.example.body.to_string());
            let answer = moment.world.send(request.body(body).expect("a request")).await;
            assert_eq!(answer.status.as_u16(), status, "{} with {name} {value}", verb.name());
            assert!(answer.json()["message"].as_str().is_some_and(|words| words.len() > 10), "{}", answer.text);
        }
        if verb.has_button() {
            let path = format!("/desk/{DESK}/{}", verb.name());
            let led = moment.world.submit(&path, "", &format!("nonce=n&{}", moment.example.form)).await;
            assert_eq!(
                (led.status.as_u16(), led.header("location")),
                (303, "/sign-in?next=/desk/2&why=not-done"),
                "{path}"
            );
        }
        assert_eq!(moment.events(), before, "{} did something", verb.name());
    }
}

#[tokio::test]
async fn every_form_of_the_page_is_carried_out_once() {
    for verb in VERBS.iter().filter(|verb| verb.has_button()) {
        let name = verb.name();
        let moment = Moment::before(verb).await;
        let page = moment.page().await;
        let fields = filled_in(&page, verb, moment.example.form);
        let before = moment.events();
        let once = moment.submit(verb, &fields).await;
        assert_eq!(once.status, 303, "{name} {fields}: {}", once.text);
        let after = moment.events();
        assert!(after > before, "{name} changed nothing");
        assert_eq!(moment.submit(verb, &fields).await.status, 303, "{name} a second time");
        assert_eq!(moment.events(), after, "a double click on {name} did it twice");
    }
    let moment = Moment::before(verb_named("order-steps")).await;
    let answer = moment.submit(verb_named("order-steps"), "nonce=n&current=Q+001&service=card&service=jobs").await;
    assert_eq!(answer.status, 404, "a verb without a button has no form");
}

#[tokio::test]
async fn two_pages_that_undo_one_act_undo_one_act() {
    let undo = verb_named("undo");
    let moment = Moment::before(undo).await;
    assert_eq!(moment.send(verb_named("start"), "", "{}").await.status, 200);
    let (one, other) = (moment.page().await, moment.page().await);
    assert_eq!(moment.submit(undo, &filled_in(&one, undo, "")).await.status, 303);
    assert!(moment.page().await.contains("data-state=\"open called Q 001\""));
    let late = moment.submit(undo, &filled_in(&other, undo, "")).await;
    assert_eq!(late.status, 409, "{}", late.text);
    assert!(late.text.contains("has changed since then"), "{}", late.text);
    assert!(moment.page().await.contains("data-state=\"open called Q 001\""), "the call was not meant");
    // The API names the act as the page does. Older clients name none and mean the newest.
    let page = moment.page().await;
    let act = between(&page, "name=\"act\" value=\"", "\"").expect("an act");
    assert_eq!(moment.send(undo, "", &json!({"act": "1"}).to_string()).await.json()["refusal"], "nothing-to-undo");
    for bad in [json!({"act": 1}), json!({"act": "01"}), json!({"act": "x"})] {
        assert_eq!(moment.send(undo, "", &bad.to_string()).await.status, 422, "{bad}");
    }
    assert_eq!(moment.send(undo, "", &json!({"ticket": "Q 001", "act": act}).to_string()).await.status, 200);
    assert!(moment.page().await.contains("data-state=\"open free"));
}

#[tokio::test]
async fn every_error_is_told_once_beside_its_button_or_at_the_top() {
    for at in VERBS {
        let moment = Moment::before(at).await;
        let page = moment.page().await;
        let on_page = verbs_on(&page);
        for verb in VERBS.iter().filter(|verb| verb.has_button()) {
            let takes_nothing = example(verb.name()).body == json!({}) && example(verb.name()).form.is_empty();
            if takes_nothing && on_page.contains(verb.name()) {
                continue; // It would succeed.
            }
            let before = moment.events();
            // Another ticket than the one at the desk, and a ticket, a step and choices that no list has.
            let fields = "nonce=n&current=Q+999&ticket=Q+998&service=nothing&to=moon&reason=none&language=%21";
            let answer = moment.submit(verb, fields).await;
            let told = format!("{} before {}: {}", verb.name(), at.name(), answer.text);
            assert_eq!(moment.events(), before, "{told}");
            if answer.status == 303 {
                assert!(takes_nothing, "{told}");
                continue; // The desk is in that state already.
            }
            assert!(matches!(answer.status.as_u16(), 409 | 422), "{told}");
            assert_eq!(answer.text.matches(r#"role="alert""#).count(), 1, "{told}");
            let after_headers = answer.text.split("</header>").skip(1);
            let is_at_the_top =
                after_headers.into_iter().any(|rest| rest.trim_start().starts_with("<p class=\"trouble\""));
            let is_in_a_list = verb.name() == "drop-step" || example(verb.name()).form.contains("ticket=");
            assert_eq!(is_at_the_top, is_in_a_list || !on_page.contains(verb.name()), "{told}");
        }
    }
}

#[tokio::test]
async fn every_button_is_there_at_its_moment_and_every_key_has_one_button() {
    let (mut seen, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for verb in VERBS {
        let moment = Moment::before(verb).await;
        let page = moment.page().await;
        let shown = verbs_on(&page);
        assert!(!verb.has_button() || shown.contains(verb.name()), "{} is missing on {page}", verb.name());
        for name in &shown {
            let row = verb_named(name);
            assert!(row.has_button(), "{name} has a form on the page and none in the table");
            if let Some(key) = row.shortcut() {
                assert!(page.contains(&format!(" data-key=\"{key}\"")), "{name} has lost its key {key}: {page}");
            }
        }
        let pressed = values(&page, "data-key");
        let each: BTreeSet<&str> = pressed.iter().copied().collect();
        assert_eq!(each.len(), pressed.len(), "a key presses two buttons: {pressed:?}");
        seen.extend(shown.into_iter().map(str::to_owned));
        keys.extend(each.into_iter().map(str::to_owned));
    }
    let with_button: BTreeSet<String> =
        VERBS.iter().filter(|verb| verb.has_button()).map(|verb| verb.name().to_owned()).collect();
    assert_eq!(seen, with_button);
    let in_table: BTreeSet<String> = VERBS.iter().filter_map(Verb::shortcut).map(String::from).collect();
    assert_eq!(keys, in_table);
}
