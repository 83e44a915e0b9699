//! Desks in less usual moments: two clerks at one desk, nothing ticked, another language, no paper, a full disk.

use crate::web_draft::draft;
use crate::web_world::World;
use sportello::clock::{Clock, Hands};
use sportello::domain::{Sequence, SlipOutcome};
use std::sync::atomic::Ordering;
use std::time::Duration;

#[tokio::test]
async fn a_command_meant_for_another_ticket_is_refused() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for language in ["it", "ar"] {
        world.visitor("work", language).await;
    }
    let act = |verb: &'static str, body: &'static str| {
        let (world, clerk) = (&world, &clerk);
        async move { world.post(&format!("/api/v1/desks/4/{verb}"), clerk, body).await }
    };
    act("open", "").await;
    act("call-next", "").await;
    for verb in ["recall", "start", "no-show", "finish"] {
        let refused = act(verb, r#"{"ticket":"L 002"}"#).await;
        assert_eq!((refused.status.as_u16(), refused.json()["refusal"].as_str()), (409, Some("moved-on")), "{verb}");
        assert_eq!(act(verb, r#"{"number":"L 001"}"#).await.status, 422, "{verb}");
    }
    assert_eq!(act("recall", r#"{"ticket":"L 001"}"#).await.json()["call"], 2);
    assert_eq!(act("start", r#"{"ticket":"l1"}"#).await.status, 200);
    assert_eq!(act("finish", "{}").await.status, 200, "without a ticket, the one at the desk is meant");
}

#[tokio::test]
async fn a_desk_that_speaks_or_does_nothing_is_not_opened() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for form in ["nonce=n1&service=permit", "nonce=n2&language=it", "nonce=n3"] {
        let refused = world.submit_to_desk(1, "open", &clerk, form).await;
        assert_eq!(refused.status, 422, "{form}");
        let beside = refused.text.split("class=\"card opening\"").nth(1).unwrap_or("");
        assert!(beside.contains("Tick at least one language"), "the message stands in the form: {}", refused.text);
    }
    assert!(world.get("/desk/1?lang=en", &clerk).await.text.contains("The desk is closed"));
}

#[tokio::test]
async fn the_choice_of_language_leads_back_to_the_same_page() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let refused = world.submit_to_desk(1, "recall", &clerk, "nonce=n1&current=").await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains(r#"href="/desk/1?lang=fr""#), "{}", refused.text);
    for path in ["/", "/desk", "/desk/1"] {
        let page = world.get(path, &clerk).await.text;
        assert!(page.contains(&format!(r#"href="{path}?lang=fr""#)), "{page}");
    }
    let page = world.get("/sign-in?next=/desk/3", "").await.text;
    let wrong = world.submit("/sign-in", "", "name=anna&pin=1&next=/desk/3").await.text;
    for page in [page, wrong] {
        let link = page.split("href=\"").find(|it| it.contains("lang=fr")).and_then(|it| it.split('"').next());
        let link = link.unwrap_or_default().replace("&#38;", "&").replace("&amp;", "&");
        assert_eq!(link, "/sign-in?next=/desk/3&lang=fr");
        assert!(world.get(&link, "").await.text.contains(r#"name="next" value="/desk/3""#));
    }
}

#[tokio::test]
async fn the_staff_hear_when_nothing_can_be_saved() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let health = || world.get("/healthz", &clerk);
    assert_eq!((health().await.status.as_u16(), health().await.json()["ok"].as_bool()), (200, Some(true)));
    world.is_disk_full.store(true, Ordering::Relaxed);
    let lost = world.post("/api/v1/desks/1/open", &clerk, "").await;
    assert_eq!((lost.status.as_u16(), lost.json()["refusal"].as_str()), (503, Some("not-saved")));
    let ill = health().await;
    assert_eq!((ill.status.as_u16(), ill.json()["problem"].as_str()), (503, Some("not-saved")));
    assert_eq!(ill.json()["ok"], false);
    assert!(world.get("/desk/1?lang=en", &clerk).await.text.contains("Nothing can be saved"));
    world.is_disk_full.store(false, Ordering::Relaxed);
    assert_eq!(world.post("/api/v1/desks/1/open", &clerk, "").await.status, 200);
    assert_eq!(health().await.status, 200);
    assert!(!world.get("/desk/1?lang=en", &clerk).await.text.contains("Nothing can be saved"));
}

/// Not since it was looked at for the first time.
#[tokio::test]
async fn each_part_that_never_failed_is_well_since_the_start() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let since = async || {
        let health = world.get("/healthz", &clerk).await.json();
        let checks = health["checks"].as_array().expect("checks").clone();
        let journal = checks.iter().find(|check| check["name"] == "journal").expect("the journal");
        journal["since"].as_str().expect("a time").to_owned()
    };
    world.clock.turn_to("2026-11-23T09:00:00Z".parse().expect("a time"));
    assert_eq!(since().await, "2026-11-23T08:00:00Z");
    world.is_disk_full.store(true, Ordering::Relaxed);
    assert_eq!(world.post("/api/v1/desks/1/open", &clerk, "").await.status, 503);
    assert_eq!(since().await, "2026-11-23T09:00:00Z");
}

#[tokio::test]
async fn the_staff_hear_of_a_clock_that_is_wrong_or_was_set_and_stay_signed_in() {
    let (folder, earliest) = (tempfile::tempdir().unwrap(), "2026-01-01T00:00:00Z".parse().unwrap());
    let hands = Hands::at("1970-01-01T00:01:00Z".parse().unwrap());
    let world = World::at(draft(str::to_owned), Clock::of_hands(&hands, folder.path(), earliest));
    let clerk = world.sign_in("anna").await;
    let wrong = async || world.get("/healthz", &clerk).await.json()["wrong"].to_string();
    let page = async || world.get("/desk/1?lang=en", &clerk).await.text;
    assert_eq!(world.post("/api/v1/desks/1/open", &clerk, "").await.status, 200);
    assert!(wrong().await.contains("clock-unknown") && page().await.contains("clock is wrong"));
    world.visitor("work", "ar").await;
    hands.set_wall("2026-11-24T09:05:00Z".parse().unwrap());
    assert!(wrong().await.contains("clock-unknown"));
    for _ in 0..2 {
        assert_eq!(world.post("/api/v1/desks/1/open", &clerk, "").await.status, 200);
        hands.pass(Duration::from_secs(11));
    }
    assert_eq!(world.post("/api/v1/desks/1/pause", &clerk, "").await.status, 200, "still signed in");
    assert!(!wrong().await.contains("clock"), "{}", wrong().await);
    assert!(page().await.contains("The clock went from"));
    hands.set_wall("2026-11-25T09:05:00Z".parse().unwrap());
    assert!(wrong().await.contains("clock-differs") && page().await.contains("clock now shows"));
}

#[tokio::test]
async fn the_board_tells_who_is_next_by_the_letters_on_the_tickets() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    // The mediator is the first step; the number keeps its letter when the visitor goes on to the police.
    world.visitor("permit.asylum", "ar").await;
    world.visitor("permit.renew", "it").await;
    for verb in ["open", "call-next", "start", "finish"] {
        assert_eq!(world.post(&format!("/api/v1/desks/13/{verb}"), &clerk, "").await.status, 200, "{verb}");
    }
    let board = world.get("/api/v1/board", "").await.json();
    let next: Vec<_> = board["next"].as_array().into_iter().flatten().map(|it| (&it["letter"], &it["next"])).collect();
    assert_eq!(next.len(), 2, "{board}");
    assert_eq!((next[0].0.as_str(), next[0].1), (Some("M"), &serde_json::json!(["M 001"])));
    assert_eq!((next[1].0.as_str(), next[1].1), (Some("Q"), &serde_json::json!(["Q 001"])));
}

#[tokio::test]
async fn the_row_says_that_a_copy_of_the_slip_did_not_come_out_until_one_does() {
    const FAILED: &str = "copy not printed";
    const TORN: &str = "copy printed in part only";
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("work", "it").await;
    assert_eq!(world.post("/api/v1/desks/4/open", &clerk, "").await.status, 200);
    for (outcome, said) in [
        (SlipOutcome::Failed, Some((FAILED, "failed"))),
        (SlipOutcome::Torn, Some((TORN, "torn"))),
        (SlipOutcome::Printed, None),
    ] {
        assert_eq!(world.post("/api/v1/day/reprint", &clerk, r#"{"ticket":"L 001"}"#).await.status, 200);
        let asked = *world.hub.day().copies_after(Sequence(0)).last().expect("a copy");
        let page_now = page(&world, &clerk, "").await;
        assert!(!page_now.contains(FAILED) && !page_now.contains(TORN), "nothing is known of it yet");
        world.hub.report_copy(asked.ticket, asked.request, outcome).await.expect("it is recorded");
        let words = said.map(|(words, _)| words);
        for query in ["", "&find=L1"] {
            let page = page(&world, &clerk, query).await;
            let shown = [FAILED, TORN].into_iter().filter(|words| page.contains(words));
            assert_eq!(shown.collect::<Vec<_>>(), Vec::from_iter(words), "{query}");
        }
        let event = world.get("/api/v1/events?topic=desk:4&once=1", &clerk).await.text;
        let code = said.map_or("null".to_owned(), |(_, code)| format!("{code:?}"));
        assert!(event.contains(&format!(r#""copy":{code}"#)), "{event}");
    }
    world.post("/api/v1/desks/4/call-next", &clerk, "").await;
    world.post("/api/v1/desks/4/start", &clerk, "").await;
    world.post("/api/v1/desks/4/park", &clerk, "").await;
    assert_eq!(world.post("/api/v1/day/reprint", &clerk, r#"{"ticket":"L 001"}"#).await.status, 200);
    let asked = *world.hub.day().copies_after(Sequence(0)).last().expect("a copy");
    world.hub.report_copy(asked.ticket, asked.request, SlipOutcome::Failed).await.expect("it is recorded");
    assert!(page(&world, &clerk, "").await.contains(FAILED), "in the row of a parked ticket too");
}

async fn page(world: &World, clerk: &str, query: &str) -> String {
    world.get(&format!("/desk/4?lang=en{query}"), clerk).await.text
}
