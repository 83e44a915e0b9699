//! The visitor's phone, as the router serves it: how much it loads, and what it says.

use crate::web_draft::draft;
use crate::web_world::World;
use axum::body::Body;
use axum::http::{HeaderMap, Request, Response};
use tower::ServiceExt;

/// The most bytes of a first load: page, styles, scripts and pictures, with their headers.
const FIRST_LOAD_MOST: usize = 30_000;

/// A response as it goes over the wire to a browser that accepts gzip.
async fn fetch(world: &World, path: &str, tag: &str) -> (HeaderMap, Vec<u8>) {
    let request = Request::get(path).header("host", "localhost:8080").header("accept-encoding", "gzip, deflate");
    let request = request.header("if-none-match", tag).body(Body::empty()).expect("a request");
    let response: Response<Body> = world.router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    assert!(parts.status == 200 || parts.status == 304, "{path}: {}", parts.status);
    (parts.headers, axum::body::to_bytes(body, 1 << 20).await.expect("a body").to_vec())
}

fn size(headers: &HeaderMap, body: &[u8]) -> usize {
    let line =
        |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| name.as_str().len() + value.len() + 4;
    body.len() + headers.iter().map(line).sum::<usize>() + "HTTP/1.1 200 OK".len() + 4
}

/// The addresses of the files that a page loads.
fn files_of(page: &str) -> Vec<String> {
    let parts = page.split(['"', ' ']).filter(|part| part.starts_with("/assets/"));
    parts.map(str::to_owned).collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

#[tokio::test]
async fn a_phones_first_load_is_under_thirty_kilobytes_on_the_wire() {
    let world = World::with_site(draft(|text| text.to_owned()));
    let token = world.visitor("permit.asylum", "ar").await;
    let path = format!("/t/{token}");
    let page = world.get(&path, "").await.text;
    let mut all = 0;
    for file in [vec![path], files_of(&page)].concat() {
        let (headers, body) = fetch(&world, &file, "").await;
        println!("{file}: {} bytes", size(&headers, &body));
        assert_eq!(headers.get("connection").map(|it| it.as_bytes()), Some(&b"close"[..]), "{file} keeps a connection");
        all += size(&headers, &body);
    }
    assert!(files_of(&page).len() > 3, "{page}");
    assert!(all < FIRST_LOAD_MOST, "{all} bytes");
}

#[tokio::test]
async fn what_is_worth_it_is_compressed_and_events_are_not() {
    let world = World::new();
    let (headers, body) = fetch(&world, "/assets/live.js", "").await;
    assert_eq!(
        (headers["content-encoding"].as_bytes(), headers["vary"].as_bytes()),
        (&b"gzip"[..], &b"accept-encoding"[..])
    );
    assert_eq!(body[..2], [0x1f, 0x8b]);
    let plain = world.get("/assets/live.js", "").await;
    assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"));
    let tag = headers["etag"].to_str().expect("text");
    assert_eq!(tag, plain.header("etag"));
    assert!(tag.starts_with("W/"), "the same for both forms of the file: {tag}");
    assert!(fetch(&world, "/assets/live.js", tag).await.1.is_empty(), "not sent again");

    for path in ["/api/v1/events?topic=board&once=1", "/assets/mark.svg"] {
        assert!(!fetch(&world, path, "").await.0.contains_key("content-encoding"), "{path}");
    }
}

#[tokio::test]
async fn a_ticket_tells_when_it_was_called_last_and_a_recall_is_a_new_call() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let (mine, other) = (world.visitor("care.talk", "it").await, world.visitor("work", "it").await);
    world.post("/api/v1/desks/5/open", &clerk, "").await;
    let called_at = async |token: &str| {
        let ticket = world.get(&format!("/api/v1/tickets/{token}"), "").await.json();
        ticket["called_at"].as_i64()
    };
    let mut seen = vec![called_at(&mine).await];
    for verb in ["call-next", "recall"] {
        assert_eq!(world.post(&format!("/api/v1/desks/5/{verb}"), &clerk, "").await.status, 200);
        seen.push(called_at(&mine).await);
        assert_eq!(called_at(&other).await, None, "{verb}");
        world.clock.advance(std::time::Duration::from_secs(20));
    }
    assert!(seen[0].is_none() && seen[1].is_some() && seen[2] > seen[1], "{seen:?}");
}

#[tokio::test]
async fn a_phone_says_what_to_bring_and_explains_the_institution() {
    let world = World::new();
    let token = world.visitor("permit.asylum", "ar").await;
    let page = async |language: &str| world.get(&format!("/t/{token}?lang={language}"), "").await.text;
    let english = page("en").await;
    for words in ["Bring if you can", "Any paper or receipt you have", "Mosaico", "mediazione"] {
        assert!(english.contains(words), "{words} is not in {english}");
    }
    assert!(english.contains(r#"<details class="languages" id="languages">"#), "closed at first: {english}");
    let arabic = page("ar").await;
    assert!(arabic.contains("2، 13") && !arabic.contains("2, 13"), "listed as Arabic lists: {arabic}");
}

#[tokio::test]
async fn a_discreet_tickets_page_names_neither_need_nor_institution() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let token = world.visitor("care.talk", "en").await;
    let check = async |words: &str| {
        let page = world.get(&format!("/t/{token}"), "").await.text;
        for secret in ["psi", "ascolto", "Ascolto", "Talk to", "Somebody to talk", "Any paper", "institution-"] {
            assert!(!page.contains(secret), "{secret} is in {page}");
        }
        assert!(page.contains(words), "{words} is not in {page}");
    };
    check("we will come and tell you").await;
    world.post("/api/v1/desks/5/open", &clerk, "").await;
    world.post("/api/v1/desks/5/call-next", &clerk, "").await;
    check("we are coming to you").await;
}

#[tokio::test]
async fn a_call_that_was_taken_back_is_said_to_be_one() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let token = world.visitor("work", "en").await;
    for verb in ["open", "call-next", "undo"] {
        let answer = world.post(&format!("/api/v1/desks/4/{verb}"), &clerk, "").await;
        assert_eq!(answer.status, 200, "{verb}: {}", answer.text);
    }
    let page = world.get(&format!("/t/{token}"), "").await.text;
    assert!(page.contains("You were called by mistake"), "{page}");
}
