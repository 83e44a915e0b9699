//! A desk's event stream ends with the right to it: nothing more of the queue reaches those who may not read it any more.

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
