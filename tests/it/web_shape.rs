//! Whatever refuses, a call gets `{refusal, message}` and a person a page, in their language.

use crate::web_world::{DEVICE_KEY, World};
use axum::body::Body;
use axum::http::Request;

#[tokio::test]
async fn calls_get_a_code_and_words_also_where_a_library_refuses() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let flood = "x".repeat(65 * 1024);
    let cases = [
        ("POST", "/api/v1/tickets", flood.as_str(), 413, "bad-input"),
        ("POST", "/api/v1/session", &flood, 413, "bad-input"),
        ("PATCH", "/api/v1/tickets", "", 405, "wrong-method"),
        ("DELETE", "/api/v1/board", "", 405, "wrong-method"),
        ("GET", "/api/v1/tickets/%FF", "", 422, "bad-input"),
        ("GET", "/api/v1/nothing", "", 404, "not-found"),
        ("PUT", "/healthz", "", 405, "wrong-method"),
    ];
    for (method, path, body, status, refusal) in cases {
        let request = Request::builder().method(method).uri(path).header("cookie", &clerk);
        let answer = world.send(request.body(Body::from(body.to_owned())).expect("a request")).await;
        assert_eq!((answer.status.as_u16(), answer.json()["refusal"].as_str()), (status, Some(refusal)), "{path}");
        assert!(answer.json()["message"].as_str().is_some_and(|text| text.len() > 10), "{}", answer.text);
        assert_eq!(answer.status == 405, !answer.header("allow").is_empty(), "{path} tells what is allowed");
    }
}

#[tokio::test]
async fn people_get_a_page_also_where_a_library_refuses() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let flood = "x".repeat(65 * 1024);
    let cases = [
        ("GET", "/desk/abc", "", 404, "does not exist"),
        ("GET", "/desk/70000", "", 404, "does not exist"),
        ("GET", "/t/%FF", "", 404, "does not exist"),
        ("GET", "/assets/nothing.js", "", 404, "does not exist"),
        ("POST", "/board", "", 405, "be used in this way"),
        ("POST", "/desk/1/open", &flood, 413, "could not be read"),
        ("POST", "/sign-in", &flood, 413, "could not be read"),
    ];
    for (method, path, body, status, words) in cases {
        let chosen = format!("{clerk}; sportello_language=en");
        let request = Request::builder().method(method).uri(path).header("cookie", chosen);
        let request =
            request.header("accept-language", "en").header("content-type", "application/x-www-form-urlencoded");
        let answer = world.send(request.body(Body::from(body.to_owned())).expect("a request")).await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text);
        assert!(answer.header("content-type").starts_with("text/html"), "{path}: {}", answer.text);
        assert!(answer.text.contains(words) && answer.text.contains(r#"<html lang="en""#), "{path}: {}", answer.text);
        assert!(answer.header("content-security-policy").contains("default-src"), "{path}");
        assert_eq!(answer.status == 405, !answer.header("allow").is_empty(), "{path} tells what is allowed");
    }
    let plain = Request::post("/sign-in").header("accept-language", "en").body(Body::from("name=x"));
    let plain = world.send(plain.expect("a request")).await;
    assert_eq!(plain.status, 422, "a form that does not say that it is one");
    assert!(plain.header("content-type").starts_with("text/html"), "{}", plain.text);
    let stranger = Request::get("/board").header("host", "evil.example").header("accept-language", "en");
    let stranger = world.send(stranger.body(Body::empty()).expect("a request")).await;
    assert!(stranger.status == 403 && stranger.text.contains("<main"), "{}", stranger.text);
}

#[tokio::test]
async fn words_for_programs_carry_no_invisible_marks() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("work", "ar").await;
    let refused = world.post("/api/v1/desks/4/call-next?lang=en", &clerk, "").await;
    assert!(
        refused.json()["message"].as_str().is_some_and(|text| text.starts_with("Desk 4 is closed")),
        "{}",
        refused.text
    );
    world.post("/api/v1/desks/4/open", &clerk, "").await;
    let called = world.post("/api/v1/desks/4/call-next?lang=en", &clerk, "").await;
    assert!(called.json()["why"][0]["words"].as_str().is_some_and(|text| text.contains("(0 min)")), "{}", called.text);
    let request = Request::post("/api/v1/tickets").header("authorization", format!("Bearer {DEVICE_KEY}"));
    let away = Body::from(r#"{"needs":["permit.family"],"language":"ar"}"#);
    let away = world.send(request.body(away).expect("a request")).await;
    for answer in [refused, called, away] {
        assert!(!answer.text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']), "{:?}", answer.text);
    }
}
