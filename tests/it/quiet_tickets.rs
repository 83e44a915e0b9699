//! A ticket with a discreet need is called quietly: no page, event or call of the waiting room reveals it.

use crate::web_world::World;
use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::time::Duration;
use tower::ServiceExt;

const SOON: Duration = Duration::from_secs(30);

/// The next event of a stream: its id and its data.
async fn event(stream: &mut BodyDataStream) -> (String, Value) {
    let bytes = tokio::time::timeout(SOON, stream.next()).await.expect("an event in time").expect("an event");
    let text = String::from_utf8(bytes.expect("bytes").to_vec()).expect("text");
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
    (field("id: "), serde_json::from_str(&field("data: ")).expect("JSON"))
}

#[tokio::test]
async fn a_quiet_call_is_not_on_the_board() {
    let world = World::new();
    let (clerk, token, other) = world.quiet_and_open_wait().await;
    let request = Request::get("/api/v1/events?topic=board").header("host", "localhost").body(Body::empty());
    let response = world.router.clone().oneshot(request.expect("a request")).await.expect("an answer");
    let mut stream = response.into_body().into_data_stream();
    event(&mut stream).await;

    let called = world.post("/api/v1/desks/5/call-next", &clerk, "").await.json();
    assert_eq!((called["call"].as_u64(), called["ticket"]["is_quiet"].as_bool()), (Some(1), Some(true)));
    assert_eq!(world.post("/api/v1/desks/5/recall", &clerk, "").await.json()["call"], 2);
    let stranger = world.get(&format!("/api/v1/events?topic=ticket:{other}&once=1"), "").await.text;
    assert!(stranger.contains("id: 0\n") && stranger.contains(r#""last_call":0,"#), "another's phone: {stranger}");
    assert_eq!(world.get(&format!("/api/v1/tickets/{other}"), "").await.json()["last_call"], 0, "nor here");
    let phone = world.get(&format!("/api/v1/tickets/{token}"), "").await.json();
    assert_eq!((phone["state"].as_str(), phone["desk"].as_u64()), (Some("called"), None), "the staff come");
    let board = world.get("/api/v1/board", "").await;
    assert_eq!((&board.json()["calls"], &board.json()["last_call"]), (&json!([]), &json!(0)));
    assert!(!board.text.contains("N 001") && !world.get("/board", "").await.text.contains("N 001"), "{}", board.text);

    assert_eq!(world.post("/api/v1/desks/4/call-next", &clerk, "").await.json()["call"], 3);
    loop {
        let (id, told) = event(&mut stream).await;
        assert!(!told.to_string().contains("N 001"), "{told}");
        assert_eq!(id, told["last_call"].to_string());
        if told["last_call"] != 0 {
            assert_eq!(
                (id.as_str(), told["calls"][0]["number"].as_str()),
                ("1", Some("L 001")),
                "no gap for the quiet ones"
            );
            break;
        }
    }
    let phone = world.get(&format!("/api/v1/tickets/{other}"), "").await.json();
    assert_eq!((phone["last_call"].as_u64(), &phone["last_called"]), (Some(1), &json!([])), "nor on other phones");
    world.post("/api/v1/desks/5/start", &clerk, "").await;
    assert_eq!(world.get("/api/v1/board", "").await.json()["calls"].as_array().map(Vec::len), Some(1));
    let day = world.get("/api/v1/day", &clerk).await.json();
    let quiet: Vec<_> = day["tickets"].as_array().into_iter().flatten().map(|it| it["is_quiet"].clone()).collect();
    assert_eq!(quiet, [true, false]);
}

/// What the visitor, or whoever reads along, gets of a ticket: the call, the event, the page.
async fn read_along(world: &World, token: &str) -> (Value, Value, String) {
    let ticket = world.get(&format!("/api/v1/tickets/{token}"), "").await.json();
    let event = world.get(&format!("/api/v1/events?topic=ticket:{token}&once=1"), "").await.text;
    let event = event.lines().find_map(|line| line.strip_prefix("data: ")).expect("an event");
    let page = world.get(&format!("/t/{token}?lang=en"), "").await.text;
    (ticket, serde_json::from_str(event).expect("JSON"), page)
}

fn title(page: &str) -> &str {
    page.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).expect("a title")
}

#[tokio::test]
async fn who_reads_along_learns_neither_service_nor_desk_of_a_quiet_ticket() {
    let world = World::new();
    let (clerk, token, _) = world.quiet_and_open_wait().await;
    // How far the ticket is, and what the page says of it then.
    let stations = [
        ("", "we will come and tell you"),
        ("call-next", "we are coming to you"),
        ("start", "We are with you now"),
        ("park", "set aside"),
    ];
    for (verb, words) in stations {
        if !verb.is_empty() {
            assert_eq!(world.post(&format!("/api/v1/desks/5/{verb}"), &clerk, "").await.status, 200, "{verb}");
        }
        let (ticket, event, page) = read_along(&world, &token).await;
        for told in [&ticket, &event] {
            assert_eq!((&told["desk"], &told["room"]), (&Value::Null, &Value::Null), "{verb}");
            let step = told["steps"][0].as_object().expect("a step");
            let known: Vec<&str> = step.keys().map(String::as_str).collect();
            assert_eq!(known, ["desks", "done", "room"], "{verb}: as much as the slip says");
        }
        assert!(page.contains(words), "{verb}: {words} is not in {page}");
        assert_eq!(title(&page), "N 001 · Spazio Comune", "{verb}");
        assert!(!page.contains("ook at the board"), "{verb}: it is not on the board: {page}");
        assert!(!page.contains(r#"class="go""#), "{verb}: the card leads to a desk: {page}");
        assert_eq!(page.contains("First floor"), verb.is_empty(), "{verb}: {page}");
    }
    let left = world.send(Request::delete(format!("/api/v1/tickets/{token}")).body(Body::empty()).expect("a request"));
    let left = left.await.json();
    assert_eq!((left["state"].as_str(), left["steps"][0].get("institution")), (Some("withdrawn"), None));
}

#[tokio::test]
async fn staff_and_the_visitor_of_an_open_need_learn_service_and_desk() {
    let world = World::new();
    let (clerk, token, other) = world.quiet_and_open_wait().await;
    for desk in [4, 5] {
        assert_eq!(world.post(&format!("/api/v1/desks/{desk}/call-next"), &clerk, "").await.status, 200);
    }
    let (ticket, event, page) = read_along(&world, &other).await;
    for told in [&ticket, &event] {
        assert_eq!((told["desk"].as_u64(), told["steps"][0]["service"].as_str()), (Some(4), Some("jobs")));
        assert_eq!(told["steps"][0]["institution"], "Agenzia Piemonte Lavoro");
    }
    assert_eq!(title(&page), "L 001 → 4 · Spazio Comune");
    assert!(page.contains(r#"class="go""#), "{page}");
    let day = world.get("/api/v1/day?lang=en", &clerk).await.json();
    let quiet = day["tickets"].as_array().into_iter().flatten().find(|it| it["is_quiet"] == true).expect("the ticket");
    assert_eq!((quiet["desk"].as_u64(), quiet["steps"][0]["label"].as_str()), (Some(5), Some("Somebody to talk to")));
    assert!(read_along(&world, &token).await.0["steps"][0].get("label").is_none());
}

/// The letter of other numbers would name the next service; the count of all calls would tell of the quiet ones.
#[tokio::test]
async fn no_number_beside_a_quiet_ticket_tells_of_its_services_or_its_call() {
    let world = World::new();
    let (clerk, ..) = world.quiet_and_open_wait().await;
    let body = r#"{"needs":["work","care.talk"],"language":"it"}"#;
    let request = Request::post("/api/v1/tickets").header("cookie", &clerk).body(Body::from(body));
    let issued = world.send(request.expect("a request")).await.json();
    assert_eq!(issued["steps"][0]["service"], "jobs", "a kiosk is told what it has to print");
    for desk in [4, 5] {
        assert_eq!(world.post(&format!("/api/v1/desks/{desk}/call-next"), &clerk, "").await.status, 200);
    }
    let token = issued["token"].as_str().expect("a token");
    let (ticket, event, page) = read_along(&world, token).await;
    assert_eq!((&ticket["last_called"], &event["last_called"]), (&json!([]), &json!([])));
    assert!(!page.contains("L\u{a0}001"), "{page}");
    let metrics = world.get("/metrics", &clerk).await.text;
    assert!(metrics.contains("sportello_last_call 1\n"), "{metrics}");
}
