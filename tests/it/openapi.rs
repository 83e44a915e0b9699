//! The description of the API: every call is in it, and bodies that it does not allow are refused.

use crate::api_schemas;
use crate::web_world::{DEVICE_KEY, World};
use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};
use sportello::web::{Audience, rows};

fn document() -> Value {
    serde_json::from_str(&sportello::web::openapi()).expect("JSON")
}

/// Every operation: method, path and its description.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&String, &Value)| {
        let item = item.as_object().expect("an item").clone();
        let path = path.clone();
        item.into_iter().map(move |(method, operation)| (method.to_uppercase(), path.clone(), operation))
    };
    paths.iter().flat_map(of_path).collect()
}

#[test]
fn every_call_is_described_with_its_rights() {
    let described = operations(&document());
    let mut calls = 0;
    for row in rows()
        .into_iter()
        .filter(|row| row.path.starts_with("/api/") || matches!(row.audience, Audience::StaffOrMachine(_)))
    {
        let is_it = |(method, path, _): &&(String, String, Value)| *method == row.method.as_str() && *path == row.path;
        let (_, _, call) =
            described.iter().find(is_it).unwrap_or_else(|| panic!("{} {} is not described", row.method, row.path));
        assert!(call["summary"].as_str().is_some_and(|it| !it.is_empty()), "{} {}", row.method, row.path);
        let expected = match row.audience {
            Audience::Public | Audience::PublicButDesks(_) => json!([]),
            Audience::Staff(_) => json!([{"staff": []}]),
            Audience::StaffOrDevice(..) => json!([{"device": []}, {"staff": []}]),
            Audience::StaffOrMachine(_) => json!([{"staff": []}, {}]),
        };
        assert_eq!(call["security"], expected, "{} {}", row.method, row.path);
        let is_described = |name: &str| {
            let parameters = call["parameters"].as_array().expect("parameters");
            parameters.iter().any(|it| it["in"] == "path" && it["name"] == name)
        };
        for name in row.path.split(['{', '}']).skip(1).step_by(2) {
            assert!(is_described(name), "{} {} does not describe {name}", row.method, row.path);
        }
        calls += 1;
    }
    assert_eq!(described.len(), calls, "a call is described that does not exist");
    let ids: std::collections::BTreeSet<_> = described.iter().map(|(_, _, it)| it["operationId"].to_string()).collect();
    assert_eq!(ids.len(), described.len(), "operations have names of their own");
}

#[tokio::test]
async fn the_served_document_is_the_described_one() {
    let world = World::new();
    let served = world.get("/api/v1/openapi.json", "").await;
    assert_eq!(served.header("content-type"), "application/json");
    assert_eq!(served.json(), document());
    let again = Request::get("/api/v1/openapi.json").header("if-none-match", served.header("etag"));
    assert_eq!(world.send(again.body(Body::empty()).expect("a request")).await.status, 304);
}

#[tokio::test]
async fn a_body_is_an_object_with_known_fields_and_nothing_else() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for (method, path, operation) in operations(&document()) {
        if operation["requestBody"].is_null() {
            continue;
        }
        let address = path.replace("{desk}", "1").replace("{code}", "7KQ2XM");
        let wrong = [
            "[]",
            "[1, 2]",
            r#"["permit", "it"]"#,
            "null",
            "true",
            "1",
            r#""text""#,
            "{",
            r#"{"a": }"#,
            "{} {}",
            "\u{feff}{}",
            r#"{"unknown_field": 1}"#,
        ];
        for body in wrong {
            let request = Request::builder().method(method.as_str()).uri(&address).header("cookie", &clerk);
            let request = request.header("content-type", "application/json").body(Body::from(body));
            let answer = world.send(request.expect("a request")).await;
            assert_eq!(answer.status, 422, "{method} {path} with {body}: {}", answer.text);
            assert!(
                answer.json()["detail"]["where"].as_str().is_some_and(|it| it.starts_with("body")),
                "{}",
                answer.text
            );
        }
    }
    assert_eq!(world.hub.day().tickets().len(), 0);
}

#[tokio::test]
async fn a_program_is_told_where_the_mistake_is_but_not_what_it_sent() {
    let world = World::new();
    let issue = |body: &'static str| {
        let request = Request::post("/api/v1/tickets?lang=en").header("authorization", format!("Bearer {DEVICE_KEY}"));
        world.send(request.body(Body::from(body)).expect("a request"))
    };
    let answer = issue("{\"needs\": [\"permit.renew\",\n \"a b\"], \"language\": \"it\"}").await;
    let told = answer.json();
    assert_eq!((answer.status.as_u16(), told["refusal"].as_str()), (422, Some("bad-input")));
    assert_eq!(told["detail"]["where"], "body.needs[1]");
    assert_eq!(told["detail"]["what"], "invalid value, expected the code of a need");
    assert_eq!(told["detail"]["line"], 2);
    let missing = issue(r#"{"needs": ["permit.renew"]}"#).await.json();
    assert_eq!(missing["detail"]["what"], "missing field `language`");

    for body in [
        r#"{"name": "anna", "pin": 482915}"#,
        r#"{"name": "anna", "pin": ["482915"]}"#,
        r#"{"name": {"482915": 1}, "pin": "1"}"#,
        r#"{"name": "anna", "482915": "pin"}"#,
        r#"{"name": "anna", "pin": "482915" "482915"}"#,
        r#"{"name": "anna", "pin": "482915", "more": "482915, expected 482915"}"#,
        r#"{"name": 4829150.5, "pin": "1"}"#,
    ] {
        let answer = world.post("/api/v1/session?lang=en", "", body).await;
        assert_eq!(answer.status, 422, "{body}");
        assert!(!answer.text.contains("482915"), "{body}: {}", answer.text);
    }

    let clerk = world.sign_in("anna").await;
    let desk = world.post("/api/v1/desks/one/pause", &clerk, "").await;
    assert_eq!((desk.status.as_u16(), desk.json()["detail"]["where"].as_str()), (422, Some("path.desk")));
    let request = Request::post("/api/v1/desks/1/pause").header("cookie", &clerk).header("idempotency-key", "a b");
    let key = world.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!((key.status.as_u16(), key.json()["detail"]["where"].as_str()), (422, Some("header.idempotency-key")));
    let topic = world.get("/api/v1/events?topic=nothing", "").await;
    assert_eq!((topic.status.as_u16(), topic.json()["detail"]["where"].as_str()), (422, Some("query.topic")));
}

#[test]
fn an_answer_that_is_not_as_described_is_found() {
    let (path, json) = ("/api/v1/board", "application/json");
    let board = r#"{"since": null, "last_call": 0, "calls": [], "next": [], "waiting": 0}"#;
    let found = |path: &'static str, status, kind: &'static str, text: String| {
        let check = move || api_schemas::check_answer(&Method::GET, path, status, kind, &text);
        std::panic::catch_unwind(check).is_err()
    };
    assert!(!found(path, 200, json, board.to_owned()));
    assert!(found(path, 200, json, board.replace("0,", "-1,")), "a value");
    assert!(found(path, 200, json, board.replace("last_call", "last")), "a field that is missing");
    assert!(found(path, 200, json, board.replace('}', ", \"more\": 1}")), "a field that is not described");
    assert!(found(path, 201, json, board.to_owned()), "a status");
    assert!(found(path, 200, "text/plain", board.to_owned()), "a content type");
    assert!(found("/api/v1/nowhere", 200, json, "{}".to_owned()), "an address");
}
