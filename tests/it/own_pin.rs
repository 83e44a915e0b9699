//! A PIN of one's own, and the sign-ins of an account: when each ends, and who ends it.

use crate::web_draft::draft;
use crate::web_world::{Answer, PIN, World};
use sportello::clock::Clock;
use sportello::domain::site::SiteDraft;
use sportello::journal::{Pin, PinOrigin, Role, StaffBook, pin};
use std::time::Duration;

const OWN: &str = "739164";

fn book(world: &World) -> StaffBook {
    StaffBook::open(&world.folder.path().join("journal.sqlite")).expect("the staff book")
}

/// The small site, with the usual time after which staff are signed out.
fn idle_world() -> World {
    let draft = SiteDraft { idle_minutes: 60, ..draft(|text| text.to_owned()) };
    World::at(draft, Clock::turned("2026-11-23T08:00:00Z".parse().expect("a time")))
}

async fn by_form(world: &World, name: &str, pin: &str) -> Answer {
    world.submit("/sign-in?lang=en", "", &format!("name={name}&pin={pin}&next=/desk/3")).await
}

async fn change(world: &World, cookie: &str, [old, new, again]: [&str; 3]) -> Answer {
    world.submit("/pin?lang=en", cookie, &format!("old={old}&new={new}&again={again}&next=/desk/3")).await
}

/// One whose PIN was printed by the program, and one of an older version with four digits.
#[tokio::test]
async fn an_own_pin_comes_before_anything_else() {
    let world = World::new();
    let handed = pin::hash(PIN).expect("a hash");
    book(&world).add_for("greta", Role::Desk, &[], &handed, PinOrigin::HandedOut).expect("an account");
    let database = rusqlite::Connection::open(world.folder.path().join("journal.sqlite")).expect("the database");
    let old = pin::hash("1234").expect("a hash");
    database
        .execute("INSERT INTO staff (name, role, pin_hash) VALUES ('ivan', 'desk', ?1)", [old])
        .expect("an account");
    for (name, pin) in [("greta", PIN), ("ivan", "1234")] {
        let elsewhere = world.sign_in_at("192.0.2.9", name, pin, "").await.cookies();
        assert_eq!(world.get("/api/v1/day", &elsewhere).await.status, 200, "{name}: programs are not asked");
        let entered = by_form(&world, name, pin).await;
        let cookie = entered.cookies();
        for page in ["/desk", "/desk/3"] {
            let led = world.get(page, &cookie).await;
            assert_eq!((led.status.as_u16(), led.header("location")), (303, &*format!("/pin?next={page}")), "{name}");
        }
        let sent = world.submit_to_desk(3, "open", &cookie, "nonce=000000000000000000000000").await;
        assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/pin?next=/desk/3"), "{name}");
        let refused = world.get("/api/v1/day", &cookie).await;
        assert_eq!((refused.status.as_u16(), refused.json()["refusal"].as_str()), (403, Some("pin-first")), "{name}");
        assert_eq!(world.head_of("/api/v1/events?topic=desk:3", &cookie).await, 403, "{name}");
        let page = world.get("/pin?next=/desk/3&lang=en", &cookie).await.text;
        assert!(page.contains("Choose a PIN of your own before you go on"), "{page}");
        let done = change(&world, &cookie, [pin, OWN, OWN]).await;
        assert_eq!((done.status.as_u16(), done.header("location")), (303, "/desk/3"), "{name}: {}", done.text);
        assert_eq!(world.get("/desk/3", &cookie).await.status, 200, "{name}");
        assert_eq!(world.get("/api/v1/day", &elsewhere).await.status, 401, "{name}: other sign-ins have ended");
        assert_eq!(by_form(&world, name, pin).await.status, 401, "{name}: the old PIN is worth nothing");
        assert_eq!(by_form(&world, name, OWN).await.header("location"), "/desk/3", "{name}");
    }
    assert_eq!(by_form(&world, "anna", PIN).await.header("location"), "/desk/3");
    let anna = by_form(&world, "anna", PIN).await.cookies();
    assert_eq!(world.get("/desk/3", &anna).await.status, 200, "who has one is not asked");
}

#[tokio::test]
async fn a_pin_that_can_not_be_taken_is_told_and_changes_nothing() {
    let world = World::new();
    let cookie = by_form(&world, "anna", PIN).await.cookies();
    let refused = [
        (["000000", OWN, OWN], 401, "The current PIN is not right"),
        ([PIN, "12345", "12345"], 422, "too short"),
        ([PIN, "123456", "123456"], 422, "easy to guess"),
        ([PIN, "anna26", "anna26"], 422, "easy to guess"),
        ([PIN, "73%E2%80%8B9164", "73%E2%80%8B9164"], 422, "invisible"),
        ([PIN, OWN, "739165"], 422, "not the same"),
        ([PIN, PIN, PIN], 422, "already"),
        ([PIN, "%D9%A4%D9%A8%D9%A2%D9%A9%D9%A1%D9%A5", PIN], 422, "already"),
    ];
    for (typed, status, words) in refused {
        let answer = change(&world, &cookie, typed).await;
        assert_eq!(answer.status, status, "{typed:?}");
        assert!(answer.text.contains(r#"role="alert""#) && answer.text.contains(words), "{typed:?}: {}", answer.text);
        assert!(!answer.text.contains(OWN), "a PIN is not shown again");
    }
    assert_eq!(by_form(&world, "anna", PIN).await.status, 303);
    for language in ["it", "en", "fr"] {
        let page = world.get(&format!("/pin?lang={language}"), &cookie).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains(&format!("lang=\"{language}\"")), "{}", page.text);
    }
}

#[tokio::test]
async fn the_sign_ins_of_an_account_are_listed_and_the_others_ended() {
    let world = World::new();
    let other = world.sign_in_at("192.0.2.9", "anna", PIN, "").await.cookies();
    world.clock.advance(Duration::from_secs(600));
    let bruno = world.sign_in_at("192.0.2.9", "bruno", PIN, "").await.cookies();
    let own = world.sign_in_at("192.0.2.7", "anna", PIN, "").await.cookies();
    let page = world.get("/pin?lang=en", &own).await.text;
    assert!(page.contains("Here, since") && page.contains("(192.0.2.7)"), "{page}");
    assert!(page.contains("Elsewhere, since") && page.contains("(192.0.2.9)"), "{page}");
    assert_eq!(page.matches("<li>").count(), 2, "{page}");
    assert_eq!(world.submit("/pin/end-others", &own, "").await.header("location"), "/pin");
    let status = async |cookies: &str| world.get("/api/v1/day", cookies).await.status.as_u16();
    assert_eq!((status(&own).await, status(&other).await, status(&bruno).await), (200, 401, 200));
    // And from the terminal.
    let listed = book(&world).sessions(None, world.clock.now()).expect("the book");
    assert_eq!(listed.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["anna", "bruno"]);
    assert_eq!(book(&world).end_sessions("BRUNO", None).expect("the book"), Some(1));
    assert_eq!(status(&bruno).await, 401);
    let set = book(&world).set_pin("anna", &Pin::choose(OWN, "anna").unwrap().hash().unwrap(), PinOrigin::Own, None);
    assert!(set.expect("the book"));
    assert_eq!(status(&own).await, 401, "another PIN ends all sign-ins");
}

#[tokio::test]
async fn an_unused_sign_in_ends_and_that_of_an_open_desk_does_not() {
    let world = idle_world();
    let minutes = |count: u64| world.clock.advance(Duration::from_secs(count * 60));
    let (left, used, asking) =
        (world.sign_in("anna").await, world.sign_in("bruno").await, world.sign_in("carla").await);
    let status = async |cookies: &str| world.get("/api/v1/day", cookies).await.status.as_u16();
    assert_eq!((status(&left).await, status(&used).await), (200, 200));
    for _ in 0..4 {
        minutes(25);
        assert_eq!(status(&used).await, 200);
        // A desk's page without a stream.
        assert_eq!(world.head_of("/api/v1/events?topic=desk:3&once=1", &asking).await, 200);
        assert_eq!(world.get("/api/v1/board", &left).await.status, 200, "the board is no desk");
    }
    assert_eq!(status(&left).await, 401, "an hour without use");
    assert_eq!(world.get("/desk", &left).await.header("location"), "/sign-in?next=/desk&why=ended");
    assert_eq!((status(&used).await, status(&asking).await), (200, 200));
    let stored = book(&world).sessions(None, world.clock.now()).expect("the book");
    assert!(stored.iter().all(|session| session.name != "anna"), "it is gone from the disk, too");
}

/// With the machine's clock set back the wall shows another time, and no time has gone by.
#[tokio::test]
async fn a_clock_that_is_set_back_lengthens_nothing() {
    let world = idle_world();
    let (left, used) = (world.sign_in("anna").await, world.sign_in("bruno").await);
    let status = async |cookies: &str| world.get("/api/v1/day", cookies).await.status.as_u16();
    assert_eq!((status(&left).await, status(&used).await), (200, 200));
    let wrong = world.sign_in_from("192.0.2.7", "carla", "000000").await.status;
    assert_eq!(wrong, 401);
    world.clock.advance(Duration::from_secs(50 * 60));
    let now = world.clock.now();
    world.clock.turn_to(now - jiff::SignedDuration::from_mins(50));
    assert_eq!(status(&used).await, 200);
    world.clock.advance(Duration::from_secs(11 * 60));
    assert_eq!((status(&left).await, status(&used).await), (401, 200), "61 minutes unused, whatever the wall shows");
    // Forty days back, and no one has noticed.
    world.clock.turn_to(now - jiff::SignedDuration::from_hours(40 * 24));
    assert_eq!(status(&used).await, 401, "no session lasts longer than twelve hours");
}
