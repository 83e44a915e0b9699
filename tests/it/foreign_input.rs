//! What comes in odd shapes is refused with a status that says so: bodies too large, times that are not RFC 3339, two keys,
//! other sites that want to listen, a database that is a link.

use crate::web_world::{DEVICE_KEY, World};
use axum::body::{Body, Bytes};
use axum::http::Request;
use futures_util::stream;
use serde_json::Value;
use sportello::journal::{DataFolder, JournalError, SqliteJournal, read_today};
use std::convert::Infallible;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A body that notes whether it is asked for.
fn watched_body(asked: &Arc<AtomicBool>) -> Body {
    let asked = Arc::clone(asked);
    Body::from_stream(stream::once(async move {
        asked.store(true, Ordering::Relaxed);
        Ok::<_, Infallible>(Bytes::from_static(b"{"))
    }))
}

#[tokio::test]
async fn a_body_that_is_announced_too_large_is_refused_before_it_is_asked_for() {
    let world = World::new();
    for path in ["/api/v1/session", "/api/v1/tickets", "/sign-in"] {
        let asked = Arc::default();
        let request = Request::post(path).header("content-length", "999999999").header("expect", "100-continue");
        let answer = world.send(request.body(watched_body(&asked)).expect("a request")).await;
        assert_eq!(answer.status, 413, "{path}: {}", answer.text);
        assert_eq!(answer.header("connection"), "close", "{path}: what follows is no request");
        assert!(!asked.load(Ordering::Relaxed), "{path}: asking for a body sends `100 Continue`");
    }
    // Of unknown length: only reading shows it.
    let pieces = stream::iter((0..70).map(|_| Ok::<_, Infallible>(Bytes::from(vec![b' '; 1024]))));
    let request = Request::post("/api/v1/session").body(Body::from_stream(pieces)).expect("a request");
    let answer = world.send(request).await;
    assert_eq!((answer.status.as_u16(), answer.json()["refusal"].as_str()), (413, Some("bad-input")));
    assert_eq!(answer.json()["detail"]["where"], "body");
}

#[tokio::test]
async fn a_time_is_taken_in_the_form_of_rfc_3339_alone() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let book = async |at: &str| {
        let body = serde_json::json!({"service": "jobs", "at": at}).to_string();
        world.post("/api/v1/appointments", &clerk, &body).await
    };
    let services: Vec<String> = world.hub.day().site().services().iter().map(|it| it.code.to_string()).collect();
    let read = |status: u16| status != 422;
    for at in [
        "2026-11-23T11:00:00+01:00",
        "2026-11-23t11:00:00z",
        "2026-11-23T11:00:00.123456789Z",
        "2026-11-24T09:59:00+23:59",
        "2026-11-22T10:01:00-23:59",
        "2999-12-31T23:59:59Z",
        "1000-01-01T00:00:00-00:00",
    ] {
        let answer = book(at).await;
        assert!(read(answer.status.as_u16()), "{at} ({services:?}): {}", answer.text);
    }
    for at in [
        "2026-11-23T11:00:00Z[Europe/Rome]",
        "2026-11-23T11:00:00+01:00[../../etc/passwd]",
        "2026-11-23T11:00:00+25:59",
        "2026-11-23T11:00:00+24:00",
        "2026-11-23T11:00:00+01:60",
        "2026-11-23T11:00:00+01",
        "2026-11-23T11:00:00+0100",
        "2026-11-23T11:00:00+01:00:00",
        "2026-11-23 11:00:00Z",
        "2026-11-23T11:00Z",
        "20261123T110000Z",
        "2026-11-23T11:00:00,5Z",
        "2026-11-23T11:00:00.Z",
        "2026-11-23T11:00:60Z",
        "2026-11-23T24:00:00Z",
        "2026-02-30T11:00:00Z",
        "+002026-11-23T11:00:00Z",
        "9999-12-31T23:59:59Z",
        "2026-11-23T11:00:00",
        " 2026-11-23T11:00:00Z",
        "2026-11-23T11:00:00Z ",
        "٢٠٢٦-11-23T11:00:00Z",
        "",
    ] {
        let answer = book(at).await;
        assert_eq!(answer.status, 422, "{at}: {}", answer.text);
        assert_eq!(answer.json()["detail"]["where"], "body.at", "{at}");
    }
    let document: Value = serde_json::from_str(&sportello::web::openapi()).expect("JSON");
    let at = &document["components"]["schemas"]["AppointmentRequest"]["properties"]["at"];
    assert_eq!(at["format"], "date-time", "{at}");
    assert!(at["pattern"].as_str().is_some_and(|it| it.starts_with('^') && it.ends_with('$')), "{at}");
}

#[tokio::test]
async fn two_idempotency_keys_are_none() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let body = r#"{"needs":["work"],"language":"it"}"#;
    for (path, body) in [("/api/v1/tickets", body), ("/api/v1/desks/4/open", ""), ("/api/v1/appointments", "{}")] {
        for keys in [["one", "two"], ["same", "same"]] {
            let request = Request::post(path).header("cookie", &clerk);
            let request = request.header("idempotency-key", keys[0]).header("idempotency-key", keys[1]);
            let answer = world.send(request.body(Body::from(body)).expect("a request")).await;
            assert_eq!(answer.status, 422, "{path} {keys:?}: {}", answer.text);
        }
    }
    let request = Request::post("/api/v1/tickets").header("authorization", format!("Bearer {DEVICE_KEY}"));
    let request = request.header("idempotency-key", "one").body(Body::from(body)).expect("a request");
    assert_eq!(world.send(request).await.status, 201);
    assert_eq!(world.hub.day().tickets().len(), 1);
}

#[tokio::test]
async fn pages_of_other_sites_open_no_stream_and_show_nothing_of_ours() {
    let world = World::new();
    let token = world.visitor("work", "it").await;
    for topic in ["board".to_owned(), format!("ticket:{token}")] {
        // A browser says where a stream comes from in one of both, or in both.
        for (header, value, may) in [
            ("sec-fetch-site", "cross-site", false),
            ("sec-fetch-site", "same-site", false),
            ("origin", "https://elsewhere.example", false),
            ("origin", "null", false),
            ("sec-fetch-site", "same-origin", true),
            ("sec-fetch-site", "none", true),
            ("origin", "http://localhost:8080", true),
        ] {
            let request = Request::get(format!("/api/v1/events?topic={topic}&once=1")).header(header, value);
            let answer = world.send(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(answer.status == 200, may, "{topic} {header}: {value}: {}", answer.status);
            assert_eq!(answer.status == 403, !may, "{topic} {header}: {value}: {}", answer.status);
        }
    }
    for path in ["/board", "/api/v1/board", "/assets/sportello.css", "/nowhere"] {
        let answer = world.get(path, "").await;
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
        // A link on another page leads here: that is no stream.
        let linked = Request::get(path).header("sec-fetch-site", "cross-site").body(Body::empty());
        assert_ne!(world.send(linked.expect("a request")).await.status, 403, "{path}");
    }
}

#[test]
fn a_database_that_is_a_link_is_refused_and_what_it_leads_to_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    for ending in ["", "-wal", "-shm"] {
        let database = DataFolder::database(folder.path());
        if !ending.is_empty() {
            // Beside a database that is none.
            drop(SqliteJournal::open(&database).expect("a database"));
        }
        let target = elsewhere.path().join(format!("letter{ending}"));
        fs::write(&target, "a letter").expect("a file");
        fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).expect("its rights");
        let link = database.with_file_name(format!("{}{ending}", database.file_name().unwrap().to_string_lossy()));
        symlink(&target, &link).expect("a link");
        let refused = SqliteJournal::open(&database).map(|_| ()).expect_err("a link");
        assert!(matches!(refused, JournalError::Link(ref path) if *path == link), "{refused}");
        assert!(refused.to_string().contains("symbolic link"), "{refused}");
        let read = read_today(&database).expect_err("a link");
        assert!(matches!(read, JournalError::Link(_)), "{read}");
        assert_eq!(fs::read_to_string(&target).expect("the file"), "a letter");
        assert_eq!(fs::metadata(&target).expect("the file").permissions().mode() & 0o777, 0o644);
        fs::remove_file(&link).expect("to remove it");
    }
    SqliteJournal::open(&DataFolder::database(folder.path())).expect("no link any more");
}
