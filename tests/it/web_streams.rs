//! The limits of event streams: no client can take all of them, and some are reserved for the desks.

use crate::web_world::{DEVICE_KEY, World, from};
use axum::body::Body;
use axum::http::{Request, Response};
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use sportello::journal::{DeviceRight, KeyedDevice};
use std::time::Duration;
use tower::ServiceExt;

async fn open(world: &World, topic: &str, cookie: &str, address: Option<&str>) -> Response<Body> {
    let request = Request::get(format!("/api/v1/events?topic={topic}")).header("host", "localhost");
    let request = request.header("cookie", cookie).body(Body::empty()).expect("a request");
    let request = match address {
        Some(address) => from(address, request),
        None => request,
    };
    world.router.clone().oneshot(request).await.expect("an answer")
}

/// Opens streams to the board until one is refused; gives those that were opened and the refusal.
async fn open_all(world: &World, address: impl Fn(usize) -> Option<String>) -> (Vec<Response<Body>>, Response<Body>) {
    let mut streams = Vec::new();
    loop {
        let answer = open(world, "board", "", address(streams.len()).as_deref()).await;
        if answer.status() != 200 {
            return (streams, answer);
        }
        streams.push(answer);
        assert!(streams.len() < 10_000, "streams have no bound");
    }
}

#[tokio::test]
async fn there_are_only_so_many_streams_and_some_are_kept_for_the_desks() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let (mut streams, refused) = open_all(&world, |_| None).await;
    assert_eq!(refused.status(), 503);
    assert!(refused.headers().contains_key("retry-after"));
    assert_eq!(open(&world, "desk:1", &clerk, None).await.status(), 200, "a desk still hears");
    assert_eq!(open(&world, "board", "", Some("127.0.0.1")).await.status(), 200, "and a board on this machine");
    streams.pop();
    assert_eq!(open(&world, "board", "", None).await.status(), 200, "one has gone, so there is room");
}

#[tokio::test]
async fn one_address_has_a_share_of_the_streams() {
    let world = World::new();
    let (streams, refused) = open_all(&world, |_| Some("192.0.2.7".to_owned())).await;
    assert_eq!((streams.len(), refused.status().as_u16()), (64, 503));
    assert_eq!(open(&world, "board", "", Some("192.0.2.8")).await.status(), 200);
    drop(streams);
    assert_eq!(open(&world, "board", "", Some("192.0.2.7")).await.status(), 200, "they have gone, so there is room");

    // A client can use all addresses of its IPv6 network.
    let (streams, _) = open_all(&world, |n| Some(format!("2001:db8::{n:x}"))).await;
    assert_eq!(streams.len(), 64);
    assert_eq!(open(&world, "board", "", Some("2001:db8:0:1::1")).await.status(), 200);
}

#[tokio::test]
async fn few_addresses_silence_no_board() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let (mut streams, refused) = open_all(&world, |n| Some(format!("192.0.2.{}", 1 + n % 8))).await;
    assert_eq!(refused.status(), 503);
    let signed_in = open(&world, "board", &clerk, Some("192.0.2.99")).await;
    assert_eq!(signed_in.status(), 200, "a board that is signed in has a place of its own");
    let newcomer = open(&world, "board", "", Some("192.0.2.98")).await;
    assert_eq!(newcomer.status(), 200, "an address with many gives way to one with none");
    let given_up = streams.pop().expect("a stream");
    let rest = axum::body::to_bytes(given_up.into_body(), 1 << 20);
    let ended = tokio::time::timeout(Duration::from_secs(20), rest).await;
    ended.expect("the newest stream gave way").expect("its end");
    assert_eq!(open(&world, "board", "", Some("192.0.2.1")).await.status(), 503, "and not the other way round");
}

/// Opens the board's stream with a device's key; gives the status, and what keeps the stream open.
async fn open_with_key(world: &World, key: &str, address: &str) -> (u16, Response<Body>) {
    let request = Request::get("/api/v1/events?topic=board").header("host", "localhost");
    let request = request.header("authorization", format!("Bearer {key}")).body(Body::empty()).expect("a request");
    let answer = world.router.clone().oneshot(from(address, request)).await.expect("an answer");
    (answer.status().as_u16(), answer)
}

#[tokio::test]
async fn a_key_keeps_a_stream_for_a_board_only_if_it_may_show_one() {
    let world = World::new();
    let add = |name: &str, may: Vec<DeviceRight>| {
        let device = KeyedDevice { may, ..KeyedDevice::kiosk(name) };
        let hash = Sha256::digest(name.as_bytes()).into();
        world.staff_book().add_device(&device, &hash, world.clock.now()).expect("a device");
    };
    add("board", vec![DeviceRight::Board]);
    add("both", vec![DeviceRight::Issue, DeviceRight::Board]);
    let (_streams, refused) = open_all(&world, |n| Some(format!("192.0.2.{}", 1 + n % 8))).await;
    assert_eq!(refused.status(), 503);
    for key in ["board", "both"] {
        assert_eq!(open_with_key(&world, key, "192.0.2.1").await.0, 200, "{key}: it has a place of its own");
    }
    // What everyone may hear it may hear too, from the places that everyone shares.
    assert_eq!(open_with_key(&world, DEVICE_KEY, "192.0.2.1").await.0, 503, "a key that issues is for no board");
    assert_eq!(open_with_key(&world, DEVICE_KEY, "192.0.2.98").await.0, 200);
}

#[tokio::test]
async fn a_page_without_a_stream_asks_for_one_event_at_a_time() {
    let world = World::new();
    let token = world.visitor("work", "it").await;
    let (_streams, refused) = open_all(&world, |_| Some("192.0.2.7".to_owned())).await;
    assert_eq!(refused.status(), 503);
    for topic in ["board".to_owned(), format!("ticket:{token}")] {
        let answer = world.get(&format!("/api/v1/events?topic={topic}&once=1"), "").await;
        assert_eq!((answer.status.as_u16(), answer.header("connection")), (200, "close"), "{topic}");
        let data: Vec<_> = answer.text.lines().filter_map(|line| line.strip_prefix("data: ")).collect();
        assert_eq!(data.len(), 1, "one event, and the end: {}", answer.text);
        let view = serde_json::from_str(data[0]).expect("JSON");
        crate::api_schemas::check_event(topic.split(':').next().unwrap(), &view);
    }
    let refused = world.get("/api/v1/events?topic=desk:1&once=1", "").await;
    assert_eq!(refused.status, 401, "the rights are the same");
}

/// How many pictures were made for the streams of desks.
async fn pictures(world: &World, clerk: &str) -> usize {
    let metrics = world.get("/metrics", clerk).await.text;
    let line = metrics.lines().find_map(|line| line.strip_prefix("sportello_desk_pictures "));
    line.expect("the metric").parse().expect("a number")
}

#[tokio::test]
async fn the_streams_of_one_desk_and_language_share_a_picture() {
    const STREAMS: usize = 24;
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mut streams = Vec::new();
    for _ in 0..STREAMS {
        let answer = open(&world, "desk:1", &clerk, None).await;
        streams.push(answer.into_body().into_data_stream());
    }
    for _ in 0..5 {
        let before = pictures(&world, &clerk).await;
        let events = streams.iter_mut().map(StreamExt::next);
        for event in futures_util::future::join_all(events).await {
            let event = event.expect("an event").expect("bytes");
            assert!(String::from_utf8_lossy(&event).contains("event: desk"));
        }
        let made = pictures(&world, &clerk).await - before;
        assert!((1..=STREAMS / 2).contains(&made), "{made} pictures for {STREAMS} streams");
        // Each has its event of this.
        world.visitor("work", "it").await;
    }
}
