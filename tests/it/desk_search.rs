//! At a desk no ticket is lost: each is found by its number, lists go to their end, and colleagues see each other.

use crate::web_draft::draft;
use crate::web_world::World;
use std::time::Duration;

/// What stands in the search's result.
fn found(page: &str) -> &str {
    page.split("class=\"found\"").nth(1).and_then(|it| it.split("class=\"more\"").next()).unwrap_or("")
}

async fn open(world: &World, clerk: &str, desk: u16) {
    assert_eq!(world.post(&format!("/api/v1/desks/{desk}/open"), clerk, "").await.status, 200);
}

async fn does(world: &World, clerk: &str, desk: u16, verbs: &[&str]) {
    for verb in verbs {
        let answer = world.post(&format!("/api/v1/desks/{desk}/{verb}"), clerk, "").await;
        assert!(answer.status.is_success(), "{verb}: {}", answer.text);
    }
}

#[tokio::test]
async fn any_ticket_of_the_day_is_found_by_its_number_with_what_can_be_done() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for _ in 0..6 {
        world.visitor("permit.renew", "it").await;
    }
    world.visitor("health.ssn", "it").await;
    open(&world, &clerk, 1).await;
    does(&world, &clerk, 1, &["call-next", "no-show", "call-next", "park", "call-next", "start", "finish"]).await;
    world.post("/api/v1/day/withdraw", &clerk, r#"{"ticket":"Q 004"}"#).await;
    does(&world, &clerk, 1, &["call-next"]).await;
    let cases: [(&str, &str, &[&str]); 7] = [
        ("q1", "did not come to desk", &["take-back"]),
        ("Q%20002", "put aside at desk", &["dismiss"]),
        ("Q003", "finished at", &[]),
        ("q-4", "left at", &[]),
        ("Q005", "called to desk", &[]),
        ("Q006", "waiting", &["dismiss", "urgent"]),
        ("h001", "waiting", &["dismiss", "urgent"]),
    ];
    for (typed, words, verbs) in cases {
        let page = world.get(&format!("/desk/1?lang=en&find={typed}"), &clerk).await.text;
        let shown = found(&page);
        assert!(shown.contains(words), "{typed}: {shown}");
        let offered: Vec<&str> = ["take-back", "resume", "call", "dismiss", "urgent"]
            .into_iter()
            .filter(|verb| shown.contains(&format!("action=\"/desk/1/{verb}\"")))
            .collect();
        for verb in verbs {
            assert!(offered.contains(verb), "{typed}: {verb} is missing among {offered:?}");
        }
        assert!(verbs.is_empty() == offered.is_empty(), "{typed}: {offered:?}");
    }
    let digits = world.get("/desk/1?lang=en&find=1", &clerk).await.text;
    assert!(found(&digits).contains("Q 001") && found(&digits).contains("H 001"), "{}", found(&digits));
    for nothing in ["Z999", "%3Cb%3E", "", "99999999999"] {
        let page = world.get(&format!("/desk/1?lang=en&find={nothing}"), &clerk).await;
        assert_eq!(page.status, 200);
        assert!(found(&page.text).contains("There is no number") && !page.text.contains("<b>\"</p>"), "{nothing}");
    }
    does(&world, &clerk, 1, &["start", "finish"]).await;
    let page = world.get("/desk/1?lang=en&find=h1", &clerk).await.text;
    assert!(!found(&page).contains("action=\"/desk/1/call\""), "desk 1 does not do this service: {}", found(&page));
}

#[tokio::test]
async fn who_missed_the_call_is_on_the_page_of_the_desks_of_that_service_however_many_others_did() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("health.ssn", "it").await;
    open(&world, &clerk, 3).await;
    does(&world, &clerk, 3, &["call-next", "no-show"]).await;
    open(&world, &clerk, 1).await;
    for _ in 0..12 {
        world.visitor("permit.renew", "it").await;
        does(&world, &clerk, 1, &["call-next", "no-show"]).await;
    }
    let page = world.get("/desk/3?lang=en", &clerk).await.text;
    let own = page.split("id=\"missed\"").nth(1).and_then(|it| it.split("</ul>").next()).unwrap_or("");
    assert!(own.contains("H 001") && !own.contains("Q 0"), "{own}");
    assert_eq!(listed_rows(&page, "missed-elsewhere"), 10, "the rest is a link away");
    let whole = world.get("/desk/3?lang=en&all=1", &clerk).await.text;
    assert_eq!(listed_rows(&whole, "missed-elsewhere"), 12);
    assert_eq!(world.submit_to_desk(3, "take-back", &clerk, "nonce=n1&ticket=H+001").await.status, 303);
}

/// How many rows the list after this id has.
fn listed_rows(page: &str, id: &str) -> usize {
    let list = page.split(&format!("id=\"{id}\"")).nth(1).and_then(|it| it.split("</ul>").next()).unwrap_or("");
    list.matches("<li ").count()
}

#[tokio::test]
async fn each_waiting_ticket_can_be_reached_and_not_the_first_ten_only() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for _ in 0..14 {
        world.visitor("permit.renew", "it").await;
    }
    open(&world, &clerk, 1).await;
    let page = world.get("/desk/1?lang=en", &clerk).await.text;
    assert!(!page.contains("waiting-Q-014") && page.contains("href=\"/desk/1?all=1\""), "{page}");
    let whole = world.get("/desk/1?lang=en&all=1", &clerk).await.text;
    assert!(whole.contains("waiting-Q-014") && whole.contains("data-refresh=\"/desk/1?all=1\""), "{whole}");
    assert_eq!(world.submit_to_desk(1, "call", &clerk, "nonce=n1&ticket=Q+014").await.status, 303);
}

#[tokio::test]
async fn two_people_at_one_desk_see_each_other_and_one_does_not_close_it_under_the_other() {
    let world = World::new();
    let (anna, carla) = (world.sign_in("anna").await, world.sign_in("carla").await);
    open(&world, &anna, 1).await;
    let alone = world.get("/desk/1?lang=en", &carla).await.text;
    assert!(!alone.contains("also here") && alone.contains("data-verb=\"close\""), "{alone}");
    world.submit_to_desk(1, "pause", &anna, "nonce=a1").await;
    world.submit_to_desk(1, "open", &anna, "nonce=a2&language=it&service=permit").await;
    let page = world.get("/desk/1?lang=en", &carla).await.text;
    assert!(page.contains("also here") && page.contains("anna"), "{page}");
    assert!(page.contains("id=\"close-sure\"") && page.contains("Close it anyway"), "{page}");
    let own = world.get("/desk/1?lang=en", &anna).await.text;
    assert!(!own.contains("also here"), "that she is there herself is no news");
    assert!(world.get("/desk?lang=en", &carla).await.text.contains("class=\"staff-names\""));
    world.clock.advance(Duration::from_secs(11 * 60));
    assert!(!world.get("/desk/1?lang=en", &carla).await.text.contains("also here"), "she has gone");
}

#[tokio::test]
async fn what_was_done_is_shown_with_its_undo_for_ten_seconds() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("permit.renew", "it").await;
    open(&world, &clerk, 1).await;
    does(&world, &clerk, 1, &["call-next"]).await;
    assert_eq!(world.submit_to_desk(1, "start", &clerk, "nonce=n1&current=Q+001").await.status, 303);
    let page = world.get("/desk/1?lang=en", &clerk).await.text;
    assert!(page.contains("data-id=\"undo-start-Q-001-") && page.contains(": started"), "{page}");
    assert_eq!(world.submit_to_desk(1, "undo", &clerk, "nonce=n2&current=Q+001").await.status, 303);
    let page = world.get("/desk/1?lang=en", &clerk).await.text;
    assert!(page.contains("data-state=\"open called Q 001\""), "{page}");
    world.submit_to_desk(1, "start", &clerk, "nonce=n3&current=Q+001").await;
    world.clock.advance(Duration::from_secs(11));
    assert!(!world.get("/desk/1?lang=en", &clerk).await.text.contains("data-id=\"undo-"), "too late");
    let refused = world.submit_to_desk(1, "undo", &clerk, "nonce=n4&current=Q+001").await;
    assert_eq!(refused.status, 409, "{}", refused.text);
}

#[tokio::test]
async fn a_call_with_an_empty_queue_and_a_refused_form_answer_in_words_and_at_a_good_address() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    open(&world, &clerk, 3).await;
    let none = world.submit_to_desk(3, "call-next", &clerk, "nonce=n1&current=").await;
    assert_eq!((none.status.as_u16(), none.header("location")), (303, "/desk/3?none=1"));
    assert!(world.get("/desk/3?none=1", &clerk).await.text.contains("next-up quiet none-to-call"));
    let back = world.get("/desk/3/start", &clerk).await;
    assert_eq!((back.status.as_u16(), back.header("location")), (303, "/desk/3"));
}

#[tokio::test]
async fn the_sign_in_says_that_a_session_ended_and_that_the_command_was_not_carried_out() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.clock.advance(Duration::from_secs(13 * 3600));
    let led = world.get("/desk/3", &clerk).await;
    assert_eq!(led.header("location"), "/sign-in?next=/desk/3&why=ended");
    let led = world.submit("/desk/3/open", &clerk, "nonce=n1&language=it&service=card").await;
    assert_eq!(led.header("location"), "/sign-in?next=/desk/3&why=not-done");
    let page = world.get("/sign-in?next=/desk/3&why=not-done&lang=en", &clerk).await.text;
    assert!(page.contains("the last command was not carried out"), "{page}");
    assert!(world.get("/sign-in?next=/desk/3&why=ended&lang=en", "").await.text.contains("has ended"));
}

#[tokio::test]
async fn who_waits_for_what_the_site_has_no_more_stands_on_each_desks_page_and_can_be_called() {
    let world = World::new();
    world.visitor("work", "it").await;
    let mut without_jobs = draft(|text| text.to_owned());
    without_jobs.services.retain(|service| service.code.as_str() != "jobs");
    without_jobs.desks.retain(|desk| desk.number.0 != 4);
    without_jobs.needs.retain(|need| need.code.as_str() != "work");
    let world = world.with_another_site(without_jobs);
    let clerk = world.sign_in("anna").await;
    for desk in [1, 3, 13] {
        let page = world.get(&format!("/desk/{desk}?lang=en"), &clerk).await.text;
        let lost = page.split("id=\"without-place\"").nth(1).and_then(|it| it.split("</article>").next()).unwrap_or("");
        assert!(lost.contains("L 001"), "desk {desk}: {page}");
    }
    open(&world, &clerk, 3).await;
    let page = world.get("/desk/3?lang=en", &clerk).await.text;
    assert!(page.contains("action=\"/desk/3/call\""), "{page}");
    assert_eq!(world.submit_to_desk(3, "call", &clerk, "nonce=n1&ticket=L+001").await.status, 303);
    assert!(world.get("/desk/3?lang=en", &clerk).await.text.contains("data-state=\"open called L 001\""));
}

#[tokio::test]
async fn the_card_of_an_urgent_ticket_says_so_and_why() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("permit.renew", "it").await;
    open(&world, &clerk, 1).await;
    world.post("/api/v1/day/urgent", &clerk, r#"{"ticket":"Q 001","reason":"health"}"#).await;
    does(&world, &clerk, 1, &["call-next"]).await;
    let page = world.get("/desk/1?lang=en", &clerk).await.text;
    let card = page.split("class=\"need\"").nth(1).and_then(|it| it.split("</p>").next()).unwrap_or("");
    assert!(card.contains("urgent: is not well"), "{card}");
}

#[tokio::test]
async fn a_colleague_whose_page_asks_without_a_stream_is_seen_too() {
    let world = World::new();
    let (anna, bruno) = (world.sign_in("anna").await, world.sign_in("bruno").await);
    let others = async || world.get("/desk/1?lang=en", &anna).await.text.contains("bruno");
    assert!(!others().await);
    assert_eq!(world.get("/api/v1/events?topic=desk:1&once=1", &bruno).await.status, 200);
    assert!(others().await, "between two questions the page is open as well");
    world.clock.advance(Duration::from_secs(60));
    assert!(!others().await, "it asks no more, so it has gone");
}
