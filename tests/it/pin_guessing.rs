//! Guessing PINs: closing the connection does not help, and no client can keep others out for long.

use crate::web_world::{PIN, World};
use sportello::journal::{Role, StaffBook, pin};
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
    let known = "192.0.2.200";
    assert_eq!(world.sign_in_from(known, "bruno", PIN).await.status, 200);
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
    assert_eq!(world.sign_in_from(known, "bruno", PIN).await.status, 200, "who was here before does not wait at all");
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
