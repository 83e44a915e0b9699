//! Desk verbs and appointments over HTTP: calling a chosen ticket, parking, handing on, walk-ins, steps, urgency. The rules
//! that hold for every verb are tried in `desk_verbs.rs`.

use crate::web_world::{Answer, DEVICE_KEY, World};
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use std::time::Duration;

/// Sends an API call of a clerk, with or without an idempotency key.
async fn send(world: &World, clerk: &str, path: &str, key: &str, body: Value) -> Answer {
    let request = Request::post(format!("/api/v1/{path}")).header("cookie", clerk);
    let request = if key.is_empty() { request } else { request.header("idempotency-key", key) };
    world.send(request.body(Body::from(body.to_string())).expect("a request")).await
}

fn told(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.json()["refusal"].as_str().unwrap_or_default().to_owned())
}

fn refused(code: &str) -> (u16, String) {
    (409, code.to_owned())
}

fn services(ticket: &Value) -> Vec<&str> {
    ticket["steps"].as_array().expect("steps").iter().filter_map(|step| step["service"].as_str()).collect()
}

#[tokio::test]
async fn a_clerk_calls_a_chosen_ticket() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for language in ["it", "ar", "uk"] {
        world.visitor("permit.renew", language).await;
    }
    world.clock.advance(Duration::from_secs(7 * 60));
    let call = |desk: u16, ticket: &'static str| {
        let (world, clerk) = (&world, &clerk);
        async move { send(world, clerk, &format!("desks/{desk}/call?lang=en"), "", json!({"ticket": ticket})).await }
    };
    assert_eq!(told(&call(1, "Q 003").await), refused("desk-closed"));
    for desk in [1, 2, 4] {
        world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await;
    }
    let called = call(1, "q3").await;
    assert_eq!(called.status, 200, "{}", called.text);
    let called = called.json();
    assert_eq!((called["ticket"]["number"].as_str(), called["call"].as_u64()), (Some("Q 003"), Some(1)));
    assert_eq!(called["ticket"]["desk"], 1);
    assert_eq!((called["why"][0]["reason"].as_str(), called["why"][1]["minutes"].as_u64()), (Some("chosen"), Some(7)));
    assert!(called["why"][0]["words"].as_str().is_some_and(|words| words.len() > 5), "{called}");

    assert_eq!(told(&call(1, "Q 001").await), refused("desk-busy"));
    assert_eq!(told(&call(2, "Q 003").await), refused("not-waiting"));
    assert_eq!(told(&call(4, "Q 001").await), refused("service-not-at-desk"));
    assert_eq!(told(&call(4, "L 009").await), refused("unknown-ticket"));
    assert_eq!(told(&call(4, "?").await).0, 422);
}

#[tokio::test]
async fn a_ticket_is_parked_and_resumed_at_another_desk() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let token = world.visitor("permit.renew", "it").await;
    for desk in [1, 2] {
        world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await;
    }
    assert_eq!(told(&send(&world, &clerk, "desks/1/park", "", json!({})).await), refused("desk-has-nobody"));
    world.post("/api/v1/desks/1/call-next", &clerk, "").await;
    world.post("/api/v1/desks/1/start", &clerk, "").await;
    let other = send(&world, &clerk, "desks/1/park", "", json!({"ticket": "Q 002"})).await;
    assert_eq!(told(&other), refused("moved-on"));
    let parked = world.post("/api/v1/desks/1/park", &clerk, "").await;
    assert_eq!((parked.status.as_u16(), parked.json()["ticket"]["state"].as_str()), (200, Some("parked")));

    let day = world.get("/api/v1/day", &clerk).await.json();
    assert_eq!((day["tickets"][0]["state"].as_str(), day["waiting"].as_u64()), (Some("parked"), Some(0)));
    assert!(day["desks"][0]["ticket"].is_null(), "the desk is free for the next one");
    let phone = world.get(&format!("/t/{token}?lang=en"), "").await.text;
    assert!(phone.contains(r#"data-state="parked""#) && phone.contains("Your number is set aside"), "{phone}");
    assert_eq!(world.get("/api/v1/board", "").await.json()["calls"], json!([]));

    let resume = |desk: u16| {
        let (world, clerk) = (&world, &clerk);
        async move { send(world, clerk, &format!("desks/{desk}/resume"), "", json!({"ticket": "Q 001"})).await }
    };
    assert_eq!(told(&resume(3).await), refused("desk-closed"));
    let back = resume(2).await.json();
    assert_eq!((back["ticket"]["state"].as_str(), back["ticket"]["desk"].as_u64()), (Some("called"), Some(2)));
    assert_eq!((back["why"][0]["reason"].as_str(), back["call"].as_u64()), (Some("resumed"), Some(2)));
    assert_eq!(told(&resume(1).await), refused("not-parked"));
}

#[tokio::test]
async fn a_ticket_handed_on_to_another_service_keeps_its_number_and_age() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("permit.renew", "it").await;
    world.clock.advance(Duration::from_secs(60));
    world.visitor("work", "it").await;
    for desk in [1, 4] {
        world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await;
    }
    world.post("/api/v1/desks/1/call-next", &clerk, "").await;
    world.clock.advance(Duration::from_secs(22 * 60));
    let transfer = |body: Value| send(&world, &clerk, "desks/1/transfer", "", body);
    for body in [
        json!({}),
        json!({"reason": "language"}),
        json!({"service": "jobs", "desk": 4}),
        json!({"service": "jobs", "reason": "whim"}),
        json!({"service": "à"}),
        json!({"desk": -1}),
        json!({"service": "jobs", "note": "a word"}),
    ] {
        assert_eq!(told(&transfer(body.clone()).await), (422, "bad-input".to_owned()), "{body}");
    }
    assert_eq!(told(&transfer(json!({"service": "nothing"})).await), refused("unknown-service"));
    assert_eq!(told(&transfer(json!({"service": "jobs", "ticket": "Q 002"})).await), refused("moved-on"));
    let handed_on = transfer(json!({"service": "jobs", "reason": "specialist", "ticket": "Q 001"})).await;
    assert_eq!(handed_on.status, 200, "{}", handed_on.text);
    let ticket = &handed_on.json()["ticket"];
    assert_eq!((ticket["number"].as_str(), ticket["waited_min"].as_u64()), (Some("Q 001"), Some(23)));
    assert_eq!((ticket["state"].as_str(), services(ticket)), (Some("waiting"), vec!["jobs"]));

    world.clock.advance(Duration::from_secs(3 * 60));
    let next = world.post("/api/v1/desks/4/call-next", &clerk, "").await.json();
    assert_eq!(next["ticket"]["number"], "Q 001", "the oldest ticket is first, there too");
}

#[tokio::test]
async fn a_ticket_handed_on_to_a_desk_is_called_there_and_nowhere_else() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("permit.renew", "it").await;
    world.post("/api/v1/desks/1/open", &clerk, "").await;
    world.post("/api/v1/desks/1/call-next", &clerk, "").await;
    let to = |key: &'static str, body: Value| send(&world, &clerk, "desks/1/transfer", key, body);
    assert_eq!(told(&to("", json!({"desk": 1})).await), refused("same-desk"));
    assert_eq!(told(&to("", json!({"desk": 2})).await), refused("desk-closed"));
    let transfer = |body: Value| to("one", body);
    world.post("/api/v1/desks/2/open", &clerk, "").await;
    assert_eq!(transfer(json!({"desk": 2})).await.status, 200);
    assert_eq!(transfer(json!({"desk": 2, "reason": "other-need"})).await.status, 200, "nothing said is another need");
    assert_eq!(told(&transfer(json!({"desk": 2, "reason": "language"})).await), refused("key-reused"));

    world.clock.advance(Duration::from_secs(3 * 60));
    assert_eq!(world.post("/api/v1/desks/1/call-next", &clerk, "").await.status, 204);
    let called = world.post("/api/v1/desks/2/call-next", &clerk, "").await.json();
    assert_eq!(called["ticket"]["number"], "Q 001");
}

#[tokio::test]
async fn a_visitor_without_a_ticket_is_served_at_once() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let walk_in = |service: &'static str| {
        send(&world, &clerk, "desks/3/walk-in?lang=en", "", json!({"service": service, "language": "uk"}))
    };
    assert_eq!(told(&walk_in("card").await), refused("desk-closed"));
    world.post("/api/v1/desks/3/open", &clerk, "").await;
    assert_eq!(told(&walk_in("jobs").await), refused("service-not-at-desk"));
    let served = walk_in("card").await;
    assert_eq!(served.status, 200, "{}", served.text);
    let ticket = &served.json()["ticket"];
    assert_eq!((ticket["number"].as_str(), ticket["state"].as_str()), (Some("H 001"), Some("serving")));
    assert_eq!((ticket["need"].as_str(), ticket["language"].as_str()), (Some("Health card"), Some("uk")));
    assert_eq!(told(&walk_in("card").await), refused("desk-busy"));
    assert_eq!(world.get("/api/v1/board", "").await.json()["last_call"], 0, "no ticket was called");
}

#[tokio::test]
async fn steps_are_added_reordered_and_dropped() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.post("/api/v1/desks/2/open", &clerk, "").await;
    let token = world.visitor("permit.asylum", "it").await;
    let change = |verb: &'static str, body: Value| {
        let (world, clerk) = (&world, &clerk);
        async move { send(world, clerk, &format!("desks/1/{verb}"), "", body).await }
    };
    let step = |service: &str| json!({"ticket": "M 001", "service": service});
    let grown = change("add-step", step("jobs")).await.json();
    assert_eq!(services(&grown["ticket"]), ["mediation", "permit", "jobs"]);
    assert_eq!(told(&change("add-step", step("jobs")).await), refused("step-is-there"));
    assert_eq!(told(&change("add-step", step("nothing")).await), refused("unknown-service"));

    let order = |services: Value| change("order-steps", json!({"ticket": "M 001", "services": services}));
    let turned = order(json!(["jobs", "mediation", "permit"])).await.json();
    assert_eq!(services(&turned["ticket"]), ["jobs", "mediation", "permit"]);
    assert_eq!(told(&order(json!(["jobs", "mediation"])).await), refused("no-such-step"));
    assert_eq!(told(&order(json!("jobs")).await).0, 422);

    let shrunk = change("drop-step", step("jobs")).await.json();
    assert_eq!(services(&shrunk["ticket"]), ["mediation", "permit"]);
    assert_eq!(told(&change("drop-step", step("jobs")).await), refused("no-such-step"));
    let phone = world.get(&format!("/api/v1/tickets/{token}"), "").await.json();
    assert_eq!(services(&phone), ["mediation", "permit"], "a dropped step is not listed");
    change("drop-step", step("mediation")).await;
    let last = change("drop-step", step("permit")).await.json();
    assert_eq!(last["ticket"]["state"], "withdrawn", "nothing is left to visit");
    assert_eq!(told(&change("add-step", step("jobs")).await), refused("has-left"));
}

#[tokio::test]
async fn staff_make_a_ticket_urgent_and_dismiss_another() {
    let world = World::new();
    let clerk = world.sign_in("carla").await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(world.visitor("work", "it").await);
    }
    let urgent = |ticket: &'static str, reason: Value| {
        send(&world, &clerk, "day/urgent", "", json!({"ticket": ticket, "reason": reason}))
    };
    let class = |answer: Answer| answer.json()["ticket"]["class"].as_str().unwrap_or_default().to_owned();
    assert_eq!(told(&urgent("L 003", json!("money")).await).0, 422);
    assert_eq!(class(urgent("L 003", json!("health")).await), "urgent");
    assert_eq!(class(urgent("L 003", Value::Null).await), "standard", "without a reason it is taken back");
    assert_eq!(class(urgent("L 003", json!("children")).await), "urgent");
    let day = world.get("/api/v1/day", &clerk).await.json();
    let classes: Vec<_> = day["tickets"].as_array().into_iter().flatten().map(|it| it["class"].clone()).collect();
    assert_eq!(classes, ["standard", "standard", "urgent"]);
    assert!(!day.to_string().contains("children"), "that it is urgent is enough");

    let withdraw = |ticket: &'static str| send(&world, &clerk, "day/withdraw", "", json!({"ticket": ticket}));
    assert_eq!(withdraw("L 001").await.json()["ticket"]["state"], "withdrawn");
    assert!(world.get(&format!("/t/{}", tokens[0]), "").await.text.contains(r#"data-state="withdrawn""#));
    world.post("/api/v1/desks/4/open", &clerk, "").await;
    let called = world.post("/api/v1/desks/4/call-next", &clerk, "").await.json();
    assert_eq!(called["ticket"]["number"], "L 003");
    let why = called["why"].as_array().into_iter().flatten().find(|reason| reason["reason"] == "goes-first");
    assert_eq!(why.map(|reason| &reason["class"]), Some(&json!("urgent")), "{called}");
    assert_eq!(told(&withdraw("L 003").await), refused("not-waiting"), "the desk lets them go");
    assert_eq!(told(&urgent("L 003", json!("health")).await), refused("not-waiting"));
}

#[tokio::test]
async fn an_appointment_is_made_kept_and_given_up() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let book =
        |at: &'static str| send(&world, &clerk, "appointments?lang=en", "", json!({"service": "card", "at": at}));
    let booked = book("2026-11-23T11:30:00+01:00").await;
    assert_eq!(booked.status, 201, "{}", booked.text);
    let code = booked.json()["code"].as_str().expect("a code").to_owned();
    assert_eq!(booked.header("location"), format!("/api/v1/appointments/{code}"));
    assert_eq!(booked.json(), json!({"code": code, "service": "card", "at": "2026-11-23T10:30:00Z"}));
    let tomorrow = book("2026-11-24T11:30:00+01:00").await.json()["code"].as_str().expect("a code").to_owned();
    assert_eq!(told(&book("2026-11-23T08:59:00+01:00").await), refused("not-bookable"));
    assert_eq!(told(&book("tomorrow at ten").await).0, 422);
    let to_come = || async { world.get("/api/v1/day", &clerk).await.json()["appointments_to_come"].clone() };
    assert_eq!(to_come().await, 1, "tomorrow's is tomorrow's");

    let check_in = |code: &str| {
        let request = Request::post(format!("/api/v1/appointments/{code}/check-in"));
        let request = request.header("authorization", format!("Bearer {DEVICE_KEY}"));
        world.send(request.body(Body::from(r#"{"language":"ar"}"#)).expect("a request"))
    };
    let here = check_in(&code.to_lowercase()).await;
    assert_eq!(here.status, 201, "{}", here.text);
    assert_eq!(
        (here.json()["number"].as_str(), here.json()["token"].as_str().map(str::len)),
        (Some("H 001"), Some(26))
    );
    assert!(here.header("location").starts_with("/api/v1/tickets/"), "{}", here.header("location"));
    let day = world.get("/api/v1/day?lang=en", &clerk).await.json();
    assert_eq!(
        (day["tickets"][0]["class"].as_str(), day["tickets"][0]["need"].as_str()),
        (Some("appointment"), Some("Health card"))
    );
    assert_eq!(to_come().await, 0);

    let again = check_in(&code).await;
    assert_eq!(told(&again), refused("unknown-appointment"));
    assert!(again.json()["message"].as_str().is_some_and(|words| words.contains("الموعد")), "{}", again.text);
    assert_eq!(told(&check_in("nobody").await), refused("unknown-appointment"));
    assert_eq!(told(&check_in(&tomorrow).await), refused("appointment-later"));
    let unbook = |code: &str| {
        let request = Request::delete(format!("/api/v1/appointments/{code}")).header("cookie", &clerk);
        world.send(request.body(Body::empty()).expect("a request"))
    };
    let given_up = unbook(&tomorrow).await;
    assert_eq!((given_up.status.as_u16(), given_up.text.as_str()), (204, ""));
    assert_eq!(told(&unbook(&tomorrow).await), refused("unknown-appointment"));
    assert_eq!(told(&unbook("nobody").await), refused("unknown-appointment"));
}

#[tokio::test]
async fn an_appointment_is_made_and_checked_in_once_for_one_key() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let book =
        || send(&world, &clerk, "appointments", "one", json!({"service": "card", "at": "2026-11-23T11:30:00+01:00"}));
    let (once, again) = (book().await, book().await);
    assert_eq!((once.status.as_u16(), &once.text), (201, &again.text));
    assert_eq!(world.hub.day().appointments().count(), 1);
    let code = once.json()["code"].as_str().expect("a code").to_owned();
    let send = |request: axum::http::request::Builder, body: &'static str| {
        let request = request.header("cookie", &clerk).header("idempotency-key", "last");
        world.send(request.body(Body::from(body)).expect("a request"))
    };
    let check_in = || send(Request::post(format!("/api/v1/appointments/{code}/check-in")), r#"{"language":"fr"}"#);
    let (once, again) = (check_in().await, check_in().await);
    assert_eq!((once.status.as_u16(), once.json()["token"].clone()), (201, again.json()["token"].clone()));
    assert_eq!(told(&send(Request::delete(format!("/api/v1/appointments/{code}")), "").await), refused("key-reused"));
}

#[tokio::test]
async fn appointments_need_the_right_sign_in() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let book = json!({"service": "card", "at": "2026-11-23T11:30:00+01:00"});
    let booked = send(&world, &clerk, "appointments", "", book.clone()).await;
    let code = booked.json()["code"].as_str().expect("a code").to_owned();
    let check_in = format!("appointments/{code}/check-in");
    let before = world.hub.day().sequence();
    for (path, body) in [("appointments", book), (&*check_in, json!({"language": "it"}))] {
        let request = || Request::post(format!("/api/v1/{path}"));
        let mut tries = vec![
            (request().header("cookie", "sportello_session=0"), 401, "not-signed-in"),
            (request().header("authorization", "Bearer nothing"), 401, "not-signed-in"),
            (request().header("cookie", &clerk).header("origin", "http://evil.example"), 403, "forbidden"),
        ];
        if path != check_in {
            tries.push((request().header("authorization", format!("Bearer {DEVICE_KEY}")), 401, "not-signed-in"));
        }
        for (request, status, code) in tries {
            let answer = world.send(request.body(Body::from(body.to_string())).expect("a request")).await;
            assert_eq!(told(&answer), (status, code.to_owned()), "{path}");
            assert!(answer.json()["message"].as_str().is_some_and(|words| words.len() > 10), "{}", answer.text);
        }
    }
    let unbook = Request::delete(format!("/api/v1/appointments/{code}"));
    let unbook = unbook.header("authorization", format!("Bearer {DEVICE_KEY}")).body(Body::empty());
    assert_eq!(told(&world.send(unbook.expect("a request")).await), (401, "not-signed-in".to_owned()));
    assert_eq!(world.hub.day().sequence(), before);
}

#[tokio::test]
async fn a_refusal_speaks_the_readers_language() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("work", "it").await;
    world.post("/api/v1/desks/4/open", &clerk, "").await;
    let resume = |more: &'static str| {
        let (world, clerk) = (&world, &clerk);
        async move { send(world, clerk, &format!("desks/4/resume{more}"), "", json!({"ticket": "L 001"})).await }
    };
    for (more, words) in [("", "da parte"), ("?lang=en", "put aside"), ("?lang=fr", "mis de côté")] {
        let answer = resume(more).await;
        assert_eq!(told(&answer), refused("not-parked"));
        assert!(answer.json()["message"].as_str().is_some_and(|text| text.contains(words)), "{}", answer.text);
    }
    let past = json!({"service": "card", "at": "2020-01-01T10:00:00Z"});
    let past = send(&world, &clerk, "appointments?lang=fr", "", past).await;
    assert_eq!(told(&past), refused("not-bookable"));
    assert!(past.json()["message"].as_str().is_some_and(|text| text.contains("rendez-vous")), "{}", past.text);
}
