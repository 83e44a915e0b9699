//! Tickets over HTTP on a day of many.

use crate::web_world::{DEVICE_KEY, World};
use axum::body::Body;
use axum::http::Request;
use std::time::{Duration, Instant};

/// A visitor takes a ticket; how long it took, and the expected wait.
async fn take(world: &World) -> (Duration, serde_json::Value) {
    let body = r#"{"needs":["health.ssn"],"language":"it"}"#;
    let request = Request::post("/api/v1/tickets").header("authorization", format!("Bearer {DEVICE_KEY}"));
    let begun = Instant::now();
    let answer = world.send(request.body(Body::from(body)).expect("a request")).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    (begun.elapsed(), answer.json()["wait"].clone())
}

#[tokio::test]
async fn no_ticket_waits_for_a_forecast_that_does_not_come() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    assert_eq!(world.post("/api/v1/desks/3/open", &clerk, "").await.status, 200);
    // More than one desk calls in ten hours: those who come last are told no wait.
    for _ in 0..150 {
        take(&world).await;
    }
    let known = world.hub.day().sequence();
    let mut forecast = world.hub.watch_forecast();
    let newer = forecast.wait_for(|forecast| forecast.sequence() >= known);
    tokio::time::timeout(Duration::from_secs(30), newer).await.expect("a forecast").expect("a forecaster");
    let mut quickest = Duration::MAX;
    for _ in 0..30 {
        let (took, wait) = take(&world).await;
        assert!(wait.is_null(), "{wait}");
        quickest = quickest.min(took);
    }
    assert!(quickest < Duration::from_millis(50), "each of thirty waited for at least {quickest:?}");
}
