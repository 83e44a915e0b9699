//! A desk's event stream ends with the right to it: nothing more of the queue reaches those who may not read it any more.

use crate::web_draft::draft;
use crate::web_world::World;
use axum::body::{Body, BodyDataStream};
use axum::http::{Method, Request};
use futures_util::StreamExt;
use sportello::domain::InstitutionCode;
use sportello::journal::StaffBook;
use std::time::Duration;
use tower::ServiceExt;

/// Far longer than any stream looks away.
const SOON: Duration = Duration::from_secs(20);

struct Stream(BodyDataStream);

impl Stream {
    async fn open(world: &World, topic: &str, cookie: &str) -> Stream {
        let request = Request::get(format!("/api/v1/events?topic={topic}")).header("host", "localhost");
        let request = request.header("cookie", cookie).body(Body::empty()).expect("a request");
        let answer = world.router.clone().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), 200, "{topic}");
        Stream(answer.into_body().into_data_stream())
    }

    /// What comes next; `None` at the end.
    async fn next(&mut self) -> Option<String> {
        let part = tokio::time::timeout(SOON, self.0.next()).await.expect("the stream goes on and says nothing");
        part.map(|bytes| String::from_utf8(bytes.expect("bytes").to_vec()).expect("text"))
    }

    /// Reads up to the end, which has to come, and gives the pictures that came before it.
    async fn rest(mut self) -> Vec<String> {
        let mut pictures = Vec::new();
        loop {
            match self.next().await {
                None => return pictures,
                Some(part) if part.contains("event: alive") => panic!("the stream goes on"),
                Some(part) => pictures.push(part),
            }
        }
    }
}

#[tokio::test]
async fn a_desk_that_signs_out_hears_no_more() {
    let world = World::new();
    let (clerk, colleague) = (world.sign_in("anna").await, world.sign_in("bruno").await);
    let mut stream = Stream::open(&world, "desk:1", &clerk).await;
    let mut other = Stream::open(&world, "desk:1", &colleague).await;
    assert!(stream.next().await.expect("a picture").contains("event: desk"));
    assert!(other.next().await.expect("a picture").contains("event: desk"));
    let request = Request::builder().method(Method::DELETE).uri("/api/v1/session").header("cookie", &clerk);
    assert_eq!(world.send(request.body(Body::empty()).expect("a request")).await.status, 204);
    world.visitor("work", "it").await;
    assert_eq!(stream.rest().await, Vec::<String>::new());
    assert!(other.next().await.expect("a picture").contains("event: desk"), "the others go on");
}

#[tokio::test]
async fn a_removed_clerk_hears_no_more() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mut stream = Stream::open(&world, "desk:1", &clerk).await;
    assert!(stream.next().await.expect("a picture").contains("event: desk"));
    let book = StaffBook::open(&world.folder.path().join("journal.sqlite")).expect("the accounts");
    book.remove("anna").expect("to remove");
    world.visitor("work", "it").await;
    assert_eq!(stream.rest().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_stream_ends_with_the_twelve_hours_of_a_sign_in_though_nothing_happens() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mut stream = Stream::open(&world, "desk:1", &clerk).await;
    assert!(stream.next().await.expect("a picture").contains("event: desk"));
    world.clock.advance(Duration::from_secs(12 * 3600 + 1));
    assert_eq!(stream.rest().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_clerk_who_works_elsewhere_now_hears_no_more() {
    let world = World::new();
    let clerk = world.sign_in("elena").await;
    let mut stream = Stream::open(&world, "desk:1", &clerk).await;
    assert!(stream.next().await.expect("a picture").contains("event: desk"));
    let asl = [InstitutionCode::parse("asl").expect("a code")];
    world.staff_book().change_rights("elena", None, Some(&asl)).expect("a change");
    world.visitor("permit.renew", "it").await;
    assert_eq!(stream.rest().await, Vec::<String>::new());
}

/// A stream that is open hears as far as the account reaches now, not as far as it did when it began.
#[tokio::test]
async fn an_open_stream_follows_the_reach_of_its_account() {
    let mut both = draft(|text| text.to_owned());
    let card = both.services[1].code.clone();
    both.desks[0].services.push(card);
    let world = World::with_site(both);
    let (clerk, manager) = (world.sign_in("elena").await, world.sign_in("carla").await);
    world.visitor("health.ssn", "it").await;
    for verb in ["open", "call-next", "no-show"] {
        assert_eq!(world.post(&format!("/api/v1/desks/1/{verb}"), &manager, "").await.status, 200, "{verb}");
    }
    // While it can be undone, the desk shows it.
    world.clock.advance(Duration::from_secs(11));
    let mut stream = Stream::open(&world, "desk:1", &clerk).await;
    assert!(!stream.next().await.expect("a picture").contains("H 001"), "another institution's visitor");
    let institutions = ["questura", "asl"].map(|code| InstitutionCode::parse(code).expect("a code"));
    world.staff_book().change_rights("elena", None, Some(&institutions)).expect("a change");
    world.visitor("permit.renew", "it").await;
    assert!(stream.next().await.expect("a picture").contains("H 001"), "it is the account's own now");
    world.staff_book().change_rights("elena", None, Some(&institutions[..1])).expect("a change");
    world.visitor("permit.renew", "it").await;
    let last = loop {
        let part = stream.next().await.expect("a picture");
        if part.contains("event: desk") {
            break part;
        }
    };
    assert!(!last.contains("H 001"), "and is so no more: {last}");
}
