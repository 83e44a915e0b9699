//! A ticket with a discreet need is called quietly: no page, event or call of the waiting room reveals it.

use crate::browser::Browser;
use crate::web_world::World;
use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::time::Duration;
use tower::ServiceExt;

const SOON: Duration = Duration::from_secs(30);

/// A site where one visitor with a discreet need and one with another wait, both desks open; gives the clerk and the
/// first one's token, then the other's.
async fn two_wait(world: &World) -> (String, String, String) {
    let clerk = world.sign_in("anna").await;
    let token = world.visitor("care.talk", "it").await;
    let other = world.visitor("work", "it").await;
    for desk in [4, 5] {
        assert_eq!(world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await.status, 200);
    }
    (clerk, token, other)
}

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
    let (clerk, token, other) = two_wait(&world).await;
    let request = Request::get("/api/v1/events?topic=board").header("host", "localhost").body(Body::empty());
    let response = world.router.clone().oneshot(request.expect("a request")).await.expect("an answer");
    let mut stream = response.into_body().into_data_stream();
    event(&mut stream).await;

    let called = world.post("/api/v1/desks/5/call-next", &clerk, "").await.json();
    assert_eq!((called["call"].as_u64(), called["ticket"]["is_quiet"].as_bool()), (Some(1), Some(true)));
    assert_eq!(world.post("/api/v1/desks/5/recall", &clerk, "").await.json()["call"], 2);
    let phone = world.get(&format!("/api/v1/tickets/{token}"), "").await.json();
    assert_eq!((phone["state"].as_str(), phone["desk"].as_u64()), (Some("called"), Some(5)), "the visitor may know");
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quiet_call_does_not_chime() {
    let world = World::new();
    let (clerk, ..) = two_wait(&world).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/board", listener.local_addr().expect("an address"));
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    let board = Browser::open(1280, 720);
    board.go(&url);
    board.until("return document.documentElement.dataset.live === 'yes'", SOON);
    for verb in ["call-next", "recall"] {
        assert_eq!(world.post(&format!("/api/v1/desks/5/{verb}"), &clerk, "").await.status, 200);
    }
    world.post("/api/v1/desks/4/call-next", &clerk, "").await;
    board.until("return document.querySelectorAll('.call').length === 1", SOON);
    let chimes = board.run("return document.documentElement.dataset.chimes");
    assert_eq!(chimes, "1", "one for the call that the room may hear");
}
