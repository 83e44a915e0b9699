//! Guessing PINs: closing the connection does not help, and no client can keep others out for long.

use crate::web_world::{PIN, World};
use sportello::journal::{Pin, Role, StaffBook, pin};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

const WRONG: &str = "000000";

/// Lets something begin, and drops it: as when the one who asked hangs up.
fn hang_up<T>(asked: impl Future<Output = T>) {
    let _ = pin!(asked).poll(&mut Context::from_waker(Waker::noop()));
}

#[tokio::test]
async fn a_guess_counts_also_when_the_guesser_hangs_up() {
    let world = World::new();
    for _ in 0..5 {
        hang_up(world.sign_in_from("192.0.2.7", "anna", WRONG));
    }
    // The line is served in order: when this one is through, so are the five.
    assert_eq!(world.sign_in_from("192.0.2.8", "bruno", PIN).await.status, 200);
    assert_eq!(world.sign_in_from("192.0.2.7", "anna", PIN).await.status, 429, "five wrong PINs are counted");
}

#[tokio::test]
async fn those_who_hang_up_keep_their_place_in_the_line_until_their_check_is_over() {
    let world = World::new();
    for n in 0..100 {
        hang_up(world.sign_in_from("192.0.2.7", &format!("guess{n}"), WRONG));
    }
    assert_eq!(world.sign_in_from("192.0.2.8", "anna", PIN).await.status, 503, "the line is full");
    let come_in = async {
        while world.sign_in_from("192.0.2.8", "anna", PIN).await.status != 200 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), come_in).await.expect("and short");
}

#[tokio::test]
async fn whoever_is_guessed_at_elsewhere_still_comes_in() {
    let world = World::new();
    for _ in 0..5 {
        assert_eq!(world.sign_in_from("192.0.2.7", "anna", WRONG).await.status, 401);
    }
    assert_eq!(world.sign_in_from("192.0.2.7", "anna", PIN).await.status, 429);
    assert_eq!(world.sign_in_from("192.0.2.8", "anna", PIN).await.status, 200, "from another address, at once");
}

#[tokio::test]
async fn guesses_from_many_addresses_cost_a_name_a_minute_at_most() {
    let world = World::new();
    let known = world.sign_in_from("192.0.2.200", "bruno", PIN).await.cookies();
    for n in 0..40 {
        // Two a minute, so that it is not the whole house that waits.
        world.clock.advance(Duration::from_secs(if n < 30 { 2 } else { 61 }));
        for name in ["anna", "bruno"] {
            assert_eq!(world.sign_in_from(&format!("192.0.2.{n}"), name, WRONG).await.status, 401, "{n} {name}");
        }
        if n == 29 {
            let wait = world.sign_in_from("192.0.2.100", "anna", WRONG).await;
            assert_eq!((wait.status.as_u16(), wait.header("retry-after")), (429, "15"), "guessing gets slow");
        }
    }
    let wait = world.sign_in_from("192.0.2.100", "anna", PIN).await;
    assert!(wait.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds <= 60), "{}", wait.text);
    let bruno = world.sign_in_at("192.0.2.100", "bruno", PIN, &known).await;
    assert_eq!(bruno.status, 200, "at a browser that was here before no one waits at all");
    world.clock.advance(Duration::from_secs(61));
    assert_eq!(world.sign_in_from("192.0.2.100", "anna", PIN).await.status, 200);
}

#[tokio::test]
async fn failures_through_a_proxy_on_this_machine_keep_nobody_else_out() {
    let world = World::new();
    for n in 0..25 {
        assert_eq!(world.sign_in_from("127.0.0.1", &format!("nobody{n}"), WRONG).await.status, 401, "{n}");
    }
    assert_eq!(world.sign_in_from("127.0.0.1", "carla", PIN).await.status, 200);
}

#[tokio::test]
async fn the_failures_of_an_address_fade_and_a_right_pin_clears_them() {
    let world = World::new();
    let fail = |times: usize| {
        let world = &world;
        async move {
            for n in 0..times {
                world.clock.advance(Duration::from_secs(1));
                let answer = world.sign_in_from("192.0.2.7", &format!("nobody{n}"), WRONG).await;
                assert_eq!(answer.status, 401, "{n}");
            }
        }
    };
    fail(20).await;
    assert_eq!(world.sign_in_from("192.0.2.7", "carla", PIN).await.status, 429, "an address has its limit");
    world.clock.advance(Duration::from_secs(10 * 60));
    fail(9).await;
    assert_eq!(world.sign_in_from("192.0.2.7", "carla", PIN).await.status, 200, "ten have faded");
    fail(19).await;
    assert_eq!(world.sign_in_from("192.0.2.7", "carla", PIN).await.status, 200, "and all are forgiven");
}

/// A flood of wrong PINs for a name and for made-up ones, from the address of the owner's own browser: behind one router, or
/// behind a proxy on this machine.
#[tokio::test]
async fn no_flood_of_wrong_pins_delays_the_owner_of_a_known_browser() {
    let world = World::new();
    let here = "127.0.0.1";
    let known = world.sign_in_from(here, "anna", PIN).await.cookies();
    for _ in 0..5 {
        assert_eq!(world.sign_in_from(here, "anna", WRONG).await.status, 401);
    }
    for wait in ["15", "30", "60", "60"] {
        assert_eq!(world.sign_in_from(here, "anna", PIN).await.header("retry-after"), wait);
        assert_eq!(world.sign_in_at(here, "anna", PIN, &known).await.status, 200, "anna does not wait");
        world.clock.advance(Duration::from_secs(wait.parse().expect("seconds")));
        assert_eq!(world.sign_in_from(here, "Anna", WRONG).await.status, 401, "however the name is written");
    }
    let mut wrong = 0;
    while world.sign_in_from(here, &format!("made-up {wrong}"), WRONG).await.status == 401 {
        wrong += 1;
        assert!(wrong <= 100, "the house has a limit");
    }
    assert_eq!(world.sign_in_from(here, "bruno", PIN).await.status, 429, "it binds strangers");
    assert_eq!(world.sign_in_at(here, "anna", PIN, &known).await.status, 200, "and not those who are known");
    let other = world.sign_in_at(here, "bruno", PIN, &known).await;
    assert_eq!(other.status, 429, "each account for itself");
    for _ in 0..3 {
        let wait: u64 =
            world.sign_in_from(here, "made-up", WRONG).await.header("retry-after").parse().expect("seconds");
        assert!((1..=100).contains(&wait), "{wait}");
        world.clock.advance(Duration::from_secs(wait));
        assert_eq!(world.sign_in_from(here, "made-up", WRONG).await.status, 401, "one guess");
    }
    assert_eq!(world.sign_in_at("192.0.2.9", "anna", PIN, &known).await.status, 200, "at another address, too");
}

#[tokio::test]
async fn a_browser_is_known_after_a_restart_and_by_its_hash_alone() {
    let world = World::new();
    let known = world.sign_in_from("192.0.2.7", "anna", PIN).await.cookies();
    let secret = known.split("sportello_browser=").nth(1).expect("its cookie").to_owned();
    assert_eq!(secret.len(), 64, "256 bits");
    for n in 0..30 {
        world.sign_in_from(&format!("192.0.2.{n}"), "anna", WRONG).await;
    }
    let file = world.folder.path().join("journal.sqlite");
    let world = world.with_another_site(crate::web_draft::draft(|text| text.to_owned()));
    for n in 0..30 {
        world.sign_in_from(&format!("192.0.2.{n}"), "anna", WRONG).await;
    }
    assert_eq!(world.sign_in_from("192.0.2.50", "anna", PIN).await.status, 429);
    let forged = format!("sportello_browser={}", "a".repeat(64));
    assert_eq!(world.sign_in_at("192.0.2.50", "anna", PIN, &forged).await.status, 429);
    let again = world.sign_in_at("192.0.2.50", "anna", PIN, &known).await;
    assert_eq!(again.status, 200);
    let set: Vec<_> = again.headers.get_all("set-cookie").iter().map(|it| it.to_str().expect("text")).collect();
    let browser = set.iter().find(|it| it.starts_with("sportello_browser=")).expect("it is set anew");
    let flags = ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=34560000"];
    assert!(flags.iter().all(|flag| browser.contains(flag)), "{browser}");
    let kept = [file.clone(), file.with_extension("sqlite-wal")].map(|it| std::fs::read(it).unwrap_or_default());
    let holds = |bytes: &Vec<u8>| bytes.windows(secret.len()).any(|it| it == secret.as_bytes());
    assert!(!kept.iter().any(holds), "the secret itself is not kept");
}

#[tokio::test]
async fn wrong_pins_at_a_known_browser_cost_five_seconds_each_and_ten_make_it_a_stranger() {
    let world = World::new();
    let known = world.sign_in_from("192.0.2.7", "anna", PIN).await.cookies();
    let guess = async |pin: &str| {
        let answer = world.sign_in_at("192.0.2.7", "anna", pin, &known).await;
        (answer.status.as_u16(), answer.header("retry-after").to_owned())
    };
    for _ in 0..4 {
        assert_eq!(guess(WRONG).await.0, 401);
    }
    assert_eq!(guess(PIN).await.0, 200, "and the slate is clean");
    for n in 1..=10 {
        assert_eq!(guess(WRONG).await.0, 401, "{n}");
        if (5..10).contains(&n) {
            assert_eq!(guess(PIN).await, (429, "5".to_owned()), "{n}");
            world.clock.advance(Duration::from_secs(5));
        }
    }
    // Now it is counted among the strangers there.
    let world = world.with_another_site(crate::web_draft::draft(|text| text.to_owned()));
    for _ in 0..5 {
        assert_eq!(world.sign_in_from("192.0.2.7", "anna", WRONG).await.status, 401);
    }
    assert_eq!(world.sign_in_at("192.0.2.7", "anna", PIN, &known).await.status, 429);
}

#[test]
fn six_digits_take_more_than_a_year_to_guess() {
    let few = (0..1_000_000).step_by(97).map(|n| format!("{n:06}")).collect::<Vec<_>>();
    let allowed = few.iter().filter(|pin| Pin::choose(pin, "anna").is_ok()).count() * 97;
    assert!(allowed > 900_000, "{allowed} PINs of six digits may be chosen");
    let guesses = sportello::web::guesses_in_a_year();
    assert!(guesses * 2 < u64::try_from(allowed).expect("a count"), "{guesses} guesses a year at {allowed} PINs");
}

#[tokio::test]
async fn a_pin_that_can_not_be_checked_is_not_called_wrong_and_is_not_counted() {
    let world = World::new();
    let book = StaffBook::open(&world.folder.path().join("journal.sqlite")).expect("a staff book");
    let too_large =
        "$argon2id$v=19$m=4294967295,t=2,p=1$c3BvcnRlbGxvLm5vYm9keQ$9dVGSWHq3JXgVmuXX0sKzzzDFKCnTVGZbVLbEXBmo0I";
    for (name, hash) in [("greta", too_large), ("ivan", "no hash at all")] {
        book.add(name, Role::Desk, hash).expect("an account");
        for _ in 0..8 {
            let answer = world.sign_in_from("192.0.2.7", name, PIN).await;
            assert_eq!(answer.status, 503, "{name}: {}", answer.text);
            assert_eq!((answer.json()["refusal"].as_str(), answer.header("retry-after")), (Some("away"), "2"));
            assert!(answer.text.contains("try again"), "{}", answer.text);
        }
        assert!(book.remove(name).expect("a change"));
        book.add(name, Role::Desk, &pin::hash(PIN).expect("a hash")).expect("an account");
        let answer = world.sign_in_from("192.0.2.7", name, PIN).await;
        assert_eq!(answer.status, 200, "{name} waits for nothing: {}", answer.text);
    }
}
