//! Devices with a key: what each may do, how fast it issues tickets, and what is known of it afterwards.

use crate::web_world::{DEVICE_KEY, World};
use axum::body::Body;
use axum::http::Request;
use sha2::{Digest, Sha256};
use sportello::journal::{DeviceRecord, DeviceRight, KeyedDevice};
use std::time::{Duration, Instant};

const KEY: &str = "a-key-of-this-test";

fn with_device(device: &KeyedDevice) -> World {
    let world = World::new();
    let hash = Sha256::digest(KEY.as_bytes()).into();
    world.staff_book().add_device(device, &hash, world.clock.now()).expect("a device");
    world
}

async fn issue(world: &World, key: &str) -> (u16, String) {
    let request = Request::post("/api/v1/tickets?lang=en").header("authorization", format!("Bearer {key}"));
    let body = Body::from(r#"{"needs":["work"],"language":"it"}"#);
    let answer = world.send(request.body(body).expect("a request")).await;
    (answer.status.as_u16(), answer.header("retry-after").to_owned())
}

/// What the book says of a device, once that is so.
async fn record(world: &World, name: &str, is_so: impl Fn(&DeviceRecord) -> bool) -> DeviceRecord {
    let (book, begun) = (world.staff_book(), Instant::now());
    loop {
        let records = book.devices(world.clock.now()).expect("the devices");
        match records.into_iter().find(|record| record.device.name == name) {
            Some(record) if is_so(&record) => return record,
            other => assert!(begun.elapsed() < Duration::from_secs(20), "it stays {other:?}"),
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_key_issues_no_more_tickets_than_its_rate() {
    let world = with_device(&KeyedDevice { rate: 6, ..KeyedDevice::kiosk("stolen") });
    for _ in 0..6 {
        assert_eq!(issue(&world, KEY).await.0, 201);
    }
    assert_eq!(issue(&world, KEY).await, (429, "10".to_owned()));
    assert_eq!(issue(&world, DEVICE_KEY).await.0, 201, "another device has a rate of its own");
    world.clock.advance(Duration::from_secs(9));
    assert_eq!(issue(&world, KEY).await, (429, "1".to_owned()));
    world.clock.advance(Duration::from_secs(1));
    assert_eq!((issue(&world, KEY).await.0, issue(&world, KEY).await.0), (201, 429), "one more each ten seconds");
    world.clock.advance(Duration::from_secs(3600));
    let mut issued = 0;
    while issue(&world, KEY).await.0 == 201 {
        issued += 1;
    }
    assert_eq!(issued, 6, "an idle hour saves up no more than a minute's");
}

#[tokio::test]
async fn a_stolen_key_of_a_kiosk_fills_no_day() {
    let world = with_device(&KeyedDevice { rate: 30, ..KeyedDevice::kiosk("kiosk-3") });
    let mut issued = 0;
    while issue(&world, KEY).await.0 == 201 {
        issued += 1;
    }
    assert_eq!(issued, 30);
}

#[tokio::test]
async fn a_key_is_for_what_it_was_given_and_worth_nothing_once_removed() {
    let world = with_device(&KeyedDevice { may: vec![DeviceRight::Board], ..KeyedDevice::kiosk("board") });
    assert_eq!(issue(&world, KEY).await.0, 403, "a board issues no tickets");
    let book = world.staff_book();
    assert!(book.remove_device("board").expect("a removal"));
    assert!(!book.remove_device("board").expect("an answer"), "it is gone");
    assert_eq!(issue(&world, KEY).await.0, 401);
    assert_eq!(issue(&world, DEVICE_KEY).await.0, 201);
    assert!(book.remove_device("script").expect("a removal"));
    assert_eq!(issue(&world, DEVICE_KEY).await.0, 401, "at once, although it was at work");
}

#[tokio::test]
async fn the_book_knows_when_a_device_was_seen_and_how_many_tickets_it_issued() {
    let world = with_device(&KeyedDevice::kiosk("kiosk-3"));
    let fresh = record(&world, "kiosk-3", |_| true).await;
    assert_eq!((fresh.added, fresh.seen, fresh.tickets), (Some(world.clock.now()), None, 0));
    assert_eq!(issue(&world, KEY).await.0, 201);
    let first = record(&world, "kiosk-3", |record| record.tickets == 1).await;
    assert_eq!(first.seen, Some(world.clock.now()));
    // What comes within two minutes is written together.
    for _ in 0..5 {
        world.clock.advance(Duration::from_secs(20));
        assert_eq!(issue(&world, KEY).await.0, 201);
    }
    let between = record(&world, "kiosk-3", |_| true).await;
    assert_eq!((between.seen, between.tickets), (first.seen, 1), "not a commit for each request");
    world.clock.advance(Duration::from_secs(20));
    assert_eq!(issue(&world, KEY).await.0, 201);
    let later = record(&world, "kiosk-3", |record| record.tickets == 7).await;
    assert_eq!(later.seen, Some(world.clock.now()));
    world.clock.advance(Duration::from_secs(3600));
    assert_eq!(record(&world, "kiosk-3", |_| true).await.tickets, 0, "the last hour counts");
}
