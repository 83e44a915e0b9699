//! Stories told over HTTP against the real routes, the real hub and a real journal.

use crate::web_world::{DEVICE_KEY, OTHER_DEVICE_KEY, World};
use axum::body::Body;
use axum::http::Request;
use std::sync::atomic::Ordering;
use std::time::Duration;

#[tokio::test]
async fn a_clerks_morning() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let first = world.visitor("permit.renew", "ar").await;
    world.clock.advance(Duration::from_secs(23 * 60));
    world.visitor("permit.renew", "uk").await;

    let closed = world.post("/api/v1/desks/1/call-next", &clerk, "").await;
    assert_eq!((closed.status.as_u16(), closed.json()["refusal"].as_str()), (409, Some("desk-closed")));

    let opened = world.post("/api/v1/desks/1/open", &clerk, r#"{"languages":["it","fr"]}"#).await;
    assert_eq!(opened.status, 200);
    assert_eq!(opened.json()["desk"]["state"], "open");
    assert_eq!(opened.json()["desk"]["languages"], serde_json::json!(["it", "fr"]));

    let called = world.post("/api/v1/desks/1/call-next?lang=en", &clerk, "").await.json();
    assert_eq!(called["ticket"]["number"], "Q 001");
    assert_eq!(called["ticket"]["need"], "Renew my permit");
    assert_eq!(called["ticket"]["language"], "ar");
    assert_eq!(called["ticket"]["waited_min"], 23);
    assert_eq!(called["call"], 1);
    assert_eq!(called["why"][0]["reason"], "longest-waiting");
    assert_eq!(called["why"][0]["minutes"], 23);

    let phone = world.get(&format!("/api/v1/tickets/{first}"), "").await.json();
    assert_eq!((phone["state"].as_str(), phone["desk"].as_u64()), (Some("called"), Some(1)));
    let board = world.get("/api/v1/board", "").await.json();
    assert_eq!(board["last_call"], 1);
    assert_eq!(board["calls"][0]["number"], "Q 001");
    assert_eq!(board["calls"][0]["is_open"], true);

    assert_eq!(world.post("/api/v1/desks/1/recall", &clerk, "").await.json()["call"], 2);
    assert_eq!(world.post("/api/v1/desks/1/start", &clerk, "").await.json()["ticket"]["state"], "serving");
    assert_eq!(world.post("/api/v1/desks/1/finish", &clerk, "").await.json()["ticket"]["state"], "served");

    world.post("/api/v1/desks/1/call-next", &clerk, "").await;
    assert_eq!(world.post("/api/v1/desks/1/no-show", &clerk, "").await.json()["ticket"]["state"], "no-show");
    assert_eq!(world.post("/api/v1/desks/1/call-next", &clerk, "").await.status, 204, "the queue is empty");
    let back = world.post("/api/v1/desks/1/take-back", &clerk, r#"{"ticket":"q2"}"#).await;
    assert_eq!(back.json()["ticket"]["state"], "waiting");

    let day = world.get("/api/v1/day", &clerk).await.json();
    assert_eq!(day["waiting"], 1);
    assert_eq!(day["tickets"].as_array().map(Vec::len), Some(2));
    assert!(!world.get("/api/v1/day", &clerk).await.text.contains(&first), "tokens belong to visitors");
    assert_eq!(world.post("/api/v1/desks/1/pause", &clerk, "").await.json()["desk"]["state"], "paused");
    assert_eq!(world.post("/api/v1/desks/1/close", &clerk, "").await.json()["desk"]["state"], "closed");
}

#[tokio::test]
async fn a_ticket_is_given_as_the_contract_says() {
    let world = World::new();
    let clerk = world.sign_in("carla").await;
    world.post("/api/v1/desks/2/open", &clerk, "").await;
    let answer = world.post("/api/v1/tickets", &clerk, r#"{"needs":["permit.asylum"],"language":"en"}"#).await;
    assert_eq!(answer.status, 201);
    let ticket = answer.json();
    assert_eq!(ticket["number"], "M 001");
    assert_eq!(ticket["token"].as_str().map(str::len), Some(26));
    assert_eq!(ticket["steps"][0]["desks"], serde_json::json!([2]));
    assert_eq!(ticket["steps"][0]["room"], "Ground floor");
    assert_eq!(ticket["steps"][1]["institution"], "Questura di Torino");
    assert_eq!(ticket["ahead"], 0);
    assert!(ticket["wait"]["high_min"].as_u64() >= ticket["wait"]["low_min"].as_u64());
    let where_to = format!("/api/v1/tickets/{}", ticket["token"].as_str().unwrap_or_default());
    assert_eq!(answer.header("location"), where_to);
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_command_sent_twice_with_one_key_is_done_once() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let issue = |device: &'static str, key: &'static str| {
        let request = Request::post("/api/v1/tickets")
            .header("authorization", format!("Bearer {device}"))
            .header("idempotency-key", key);
        world.send(request.body(Body::from(r#"{"needs":["work"],"language":"uk"}"#)).expect("a request"))
    };
    let (once, again) = (issue(DEVICE_KEY, "1").await, issue(DEVICE_KEY, "1").await);
    let other = issue(DEVICE_KEY, "2").await;
    let elsewhere = issue(OTHER_DEVICE_KEY, "1").await;
    assert_eq!((once.status, again.status), (other.status, elsewhere.status));
    assert_eq!(once.json()["token"], again.json()["token"]);
    assert_eq!((once.json()["number"].as_str(), other.json()["number"].as_str()), (Some("L 001"), Some("L 002")));
    assert_eq!(elsewhere.json()["number"], "L 003", "another device counts from 1, too");

    let bad = issue(DEVICE_KEY, "with a space").await;
    assert_eq!((bad.status.as_u16(), bad.json()["refusal"].as_str()), (422, Some("bad-input")));
    let open = |desk: u16| {
        let request = Request::post(format!("/api/v1/desks/{desk}/open")).header("cookie", &clerk);
        world.send(request.header("idempotency-key", "1").body(Body::empty()).expect("a request"))
    };
    assert_eq!(open(1).await.status, 200, "a clerk's keys are not a device's");
    let reused = open(2).await;
    assert_eq!((reused.status.as_u16(), reused.json()["refusal"].as_str()), (409, Some("key-reused")));
}

#[tokio::test]
async fn refusals_speak_the_readers_language() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let refused = world.post("/api/v1/desks/1/call-next", &clerk, "").await.json()["message"].to_string();
    let french = world.post("/api/v1/desks/1/call-next?lang=fr", &clerk, "").await.json()["message"].to_string();
    let chosen = format!("{clerk}; sportello_language=fr");
    let remembered = world.post("/api/v1/desks/1/call-next", &chosen, "").await.json()["message"].to_string();
    assert!(refused.contains("sportello"), "staff read the house's language: {refused}");
    assert!(french.contains("guichet") && french == remembered, "{french} {remembered}");

    let unknown = |language: &'static str| {
        let request = Request::get("/api/v1/tickets/nobody").header("accept-language", language);
        world.send(request.body(Body::empty()).expect("a request"))
    };
    let (ukrainian, german) = (unknown("de-DE, uk;q=0.9, en;q=0.5").await, unknown("de, *;q=0.1").await);
    assert_eq!((ukrainian.status.as_u16(), ukrainian.json()["refusal"].as_str()), (404, Some("unknown-ticket")));
    assert!(ukrainian.json()["message"].as_str().is_some_and(|text| text.contains('і')), "{}", ukrainian.text);
    let italian = world.get("/api/v1/tickets/nobody?lang=it", "").await;
    assert_eq!(german.text, italian.text, "a language that the site does not have falls back to its own");

    let asked = r#"{"needs":["permit.family"],"language":"ar"}"#;
    let away = world.post("/api/v1/tickets", &clerk, asked).await;
    assert_eq!((away.status.as_u16(), away.json()["refusal"].as_str()), (409, Some("not-here-today")));
    assert!(away.json()["message"].as_str().is_some_and(|text| text.contains("الخدمة")), "{}", away.text);
    let for_a_reader = world.post("/api/v1/tickets?lang=uk", &clerk, asked).await;
    assert!(for_a_reader.json()["message"].as_str().is_some_and(|text| text.contains('і')), "{}", for_a_reader.text);
    let unknown = world.post("/api/v1/tickets", &clerk, r#"{"needs":["permit.family"],"language":"xx"}"#).await;
    let italian = world.post("/api/v1/tickets?lang=it", &clerk, r#"{"needs":["permit.family"],"language":"xx"}"#).await;
    assert_eq!(unknown.text, italian.text, "a language that the site does not have falls back to its own");
}

#[tokio::test]
async fn bad_input_is_told_and_changes_nothing() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let before = world.hub.day().sequence();
    let long = "x".repeat(41);
    let cases = [
        ("/api/v1/tickets", "{".to_owned(), 422, "bad-input"),
        ("/api/v1/tickets", r#"{"needs":"work","language":"it"}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/tickets", format!(r#"{{"needs":["{long}"],"language":"it"}}"#), 422, "bad-input"),
        ("/api/v1/tickets", r#"{"needs":["nothing"],"language":"it"}"#.to_owned(), 409, "unknown-need"),
        ("/api/v1/tickets", r#"{"needs":["permit"],"language":"it"}"#.to_owned(), 409, "unknown-need"),
        ("/api/v1/tickets", r#"{"needs":["work"],"language":"xx"}"#.to_owned(), 409, "unknown-language"),
        ("/api/v1/tickets", r#"{"needs":[],"language":"it"}"#.to_owned(), 409, "no-need"),
        ("/api/v1/tickets", r#"{"needs":["work"],"language":"it","priority":1}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/desks/1/open", r#"{"services":[]}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/desks/1/open", r#"{"languages":[]}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/desks/1/finish", r#"{"ticket":"?"}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/desks/99/open", String::new(), 409, "unknown-desk"),
        ("/api/v1/desks/one/open", String::new(), 422, "bad-input"),
        ("/api/v1/desks/1/open", r#"{"services":["card"]}"#.to_owned(), 409, "service-not-at-desk"),
        ("/api/v1/desks/1/open", r#"{"tongues":["it"]}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/desks/1/take-back", r#"{"ticket":"№ 1"}"#.to_owned(), 422, "bad-input"),
        ("/api/v1/desks/1/take-back", r#"{"ticket":"Z 999"}"#.to_owned(), 409, "unknown-ticket"),
    ];
    for (path, body, status, refusal) in cases {
        let answer = world.post(path, &clerk, &body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.json()["refusal"].as_str()),
            (status, Some(refusal)),
            "{path} {body}"
        );
        assert!(answer.json()["message"].as_str().is_some_and(|text| text.len() > 10), "{}", answer.text);
    }
    let flood = world.post("/api/v1/tickets", &clerk, &"x".repeat(65 * 1024)).await;
    assert_eq!((flood.status.as_u16(), flood.json()["refusal"].as_str()), (413, Some("bad-input")));
    assert_eq!(world.hub.day().sequence(), before);
}

#[tokio::test]
async fn a_token_that_nobody_has_and_one_whose_day_is_over_are_told_apart_by_nobody() {
    let world = World::new();
    let token = world.visitor("work", "ar").await;
    for path in [format!("/api/v1/tickets/{token}?lang=en"), format!("/t/{token}?lang=en")] {
        assert_eq!(world.get(&path, "").await.status, 200);
    }
    world.clock.advance(Duration::from_secs(16 * 3600));
    let never = "0123456789abcdefghjkmnpqrs";
    for place in ["/api/v1/tickets/", "/t/", "/api/v1/events?topic=ticket:"] {
        let joint = if place.contains('?') { '&' } else { '?' };
        let over = world.get(&format!("{place}{token}{joint}lang=en"), "").await;
        let unknown = world.get(&format!("{place}{never}{joint}lang=en"), "").await;
        assert_eq!((over.status.as_u16(), unknown.status.as_u16()), (404, 404), "{place}");
        let blind = |text: &str| text.replace(&token, "").replace(never, "");
        assert_eq!(blind(&over.text), blind(&unknown.text), "{place}");
    }
}

#[tokio::test]
async fn a_visitor_follows_the_ticket_on_the_phone_and_leaves() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let (first, second) = (world.visitor("work", "it").await, world.visitor("work", "ar").await);
    let page = world.get(&format!("/t/{second}"), "").await.text;
    assert!(page.contains(r#"<html lang="ar" dir="rtl">"#), "{page}");
    assert!(page.contains("L 002") && page.contains("قبلك شخص واحد"), "{page}");

    world.post("/api/v1/desks/4/open", &clerk, "").await;
    world.post("/api/v1/desks/4/call-next", &clerk, "").await;
    let called = world.get(&format!("/t/{first}"), "").await.text;
    assert!(called.contains(r#"<html lang="it" dir="ltr">"#) && called.contains(r#"data-state="called""#), "{called}");
    let english = world.get(&format!("/t/{second}?lang=en"), "").await.text;
    assert!(english.contains("L\u{a0}001") && english.contains("Last numbers called"), "{english}");

    let sure = world.get(&format!("/t/{second}?leave=1"), "").await.text;
    assert!(sure.contains(&format!("/t/{second}/withdraw")), "a confirmation comes first");
    let left = world.submit(&format!("/t/{second}/withdraw"), "", "nonce=abc").await;
    assert_eq!(left.status, 303);
    assert!(world.get(&format!("/t/{second}"), "").await.text.contains(r#"data-state="withdrawn""#));
    let too_late = world.submit(&format!("/t/{first}/withdraw?lang=en"), "", "nonce=abd").await;
    assert_eq!(too_late.status, 409);
    assert!(too_late.text.contains(r#"role="alert""#), "{}", too_late.text);
}

#[tokio::test]
async fn the_workbench_works_by_plain_forms() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for language in ["ar", "uk", "fr"] {
        world.visitor("permit.renew", language).await;
    }
    let act = |verb: &'static str, form: &'static str| world.submit_to_desk(1, verb, &clerk, form);
    let page = || world.get("/desk/1?lang=en", &clerk);
    assert!(page().await.text.contains("Open the desk"));
    assert_eq!(act("open", "nonce=n1&language=it&language=en&service=permit").await.status, 303);
    assert!(page().await.text.contains(r#"data-verb="call-next""#));

    act("call-next", "nonce=n2&current=").await;
    act("call-next", "nonce=n2&current=").await;
    let called = page().await.text;
    assert!(called.contains("Q 001") && called.contains(r#"data-verb="start""#), "a double click calls one");
    assert!(called.contains("العربية") && called.contains("Arabic"), "the language by its own name and ours");

    assert_eq!(act("finish", "nonce=n3&current=Q+001").await.status, 409, "not being served yet");
    act("start", "nonce=n4&current=Q+001").await;
    act("finish-and-next", "nonce=n5&current=Q+001").await;
    act("finish-and-next", "nonce=n5&current=Q+001").await;
    assert!(page().await.text.contains("Q 002"));
    let moved_on = act("no-show", "nonce=n6&current=Q+001").await;
    assert_eq!(moved_on.status, 409, "the form was for a ticket that has left");
    assert!(moved_on.text.contains("has another number now"), "{}", moved_on.text);
    assert!(page().await.text.contains(r#"data-verb="start""#));
    act("no-show", "nonce=n7&current=Q+002").await;
    assert!(page().await.text.contains("Did not come"));
    act("take-back", "nonce=n8&ticket=Q+002").await;
    let day = world.get("/api/v1/day", &clerk).await.json();
    let states: Vec<_> = day["tickets"].as_array().into_iter().flatten().map(|it| it["state"].clone()).collect();
    assert_eq!(states, ["served", "waiting", "waiting"]);
    let metrics = world.get("/metrics", &clerk).await.text;
    for figure in ["issued 3", "waiting 2", "called 0", "serving 0", "served 1", "no_show 0"] {
        assert!(metrics.contains(&format!("sportello_tickets_{figure}\n")), "{figure}: {metrics}");
    }

    let refused = act("recall", "nonce=n9&current=").await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains(r#"role="alert""#) && refused.text.contains("<main"), "{}", refused.text);
    let nonsense = world.submit("/desk/1/dance", &clerk, "nonce=n10").await;
    assert_eq!(nonsense.status, 404);
    assert_eq!(world.get("/desk/99", &clerk).await.status, 404);
}

#[tokio::test]
async fn the_staff_hear_of_the_printer() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    assert!(!world.get("/desk/1?lang=en", &clerk).await.text.contains("out of paper"));
    world.printer.send(sportello::print::PrinterStatus::PaperOut).expect("a receiver");
    assert!(world.get("/desk/1?lang=en", &clerk).await.text.contains("out of paper"));
    let health = world.get("/healthz", &clerk).await;
    assert_eq!((health.status.as_u16(), health.json()["wrong"][0].as_str()), (200, Some("printer-paper-out")));
    assert!(world.get("/metrics", &clerk).await.text.contains("sportello_tickets_issued 0\n"));
}

#[tokio::test]
async fn the_staff_hear_what_the_night_could_not_delete() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let stories =
        [("it", "forse si legge ancora sul disco"), ("en", "may still be readable"), ("fr", "reste peut-être lisible")];
    for (language, words) in stories {
        let page = async || world.get(&format!("/desk/1?lang={language}"), &clerk).await.text;
        assert!(!page().await.contains(words));
        world.traces.store(true, Ordering::Relaxed);
        assert!(page().await.contains(words), "{language}");
        world.traces.store(false, Ordering::Relaxed);
    }
}

#[tokio::test]
async fn the_site_is_told_in_the_readers_language() {
    let world = World::new();
    let site = world.get("/api/v1/site?lang=en", "").await.json();
    assert_eq!(site["needs"][0]["needs"][0]["label"], "Renew my permit");
    assert_eq!(site["languages"][3]["direction"], "rtl");
    assert_eq!(site["desks"][5]["number"], 13);
    assert_eq!(site["hours"][4]["weekly"][0]["to"], "12:00");
    assert_eq!(site["institutions"][4]["is_here"], false, "it is Monday");
    let italian = world.get("/api/v1/site", "").await.json();
    assert_eq!(italian["needs"][0]["label"], "Documenti e permesso");
}

#[tokio::test]
async fn the_board_tells_numbers_and_desks_and_never_needs_or_languages() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("care.talk", "ar").await;
    world.visitor("permit.renew", "ar").await;
    world.visitor("permit.renew", "uk").await;
    world.post("/api/v1/desks/5/open", &clerk, "").await;
    world.post("/api/v1/desks/5/call-next", &clerk, "").await;
    world.post("/api/v1/desks/1/open", &clerk, "").await;
    world.post("/api/v1/desks/1/call-next", &clerk, "").await;
    for answer in [world.get("/board", "").await, world.get("/api/v1/board", "").await] {
        assert!(answer.text.contains("Q 001") && answer.text.contains("Q 002"), "{}", answer.text);
        assert!(!answer.text.contains("N 001"), "a discreet ticket is not on the board: {}", answer.text);
        for secret in ["Ascolto", "talk", "psico", "Parlare", "العربية"] {
            assert!(!answer.text.contains(secret), "the board tells {secret:?}: {}", answer.text);
        }
    }
}
