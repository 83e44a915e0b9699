//! A quiet call does not sound in the waiting room. What is read of a quiet ticket: `quiet_tickets.rs`.

use crate::browser::Browser;
use crate::web_world::World;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quiet_call_does_not_chime() {
    let world = World::new();
    let (clerk, ..) = world.quiet_and_open_wait().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/board", listener.local_addr().expect("an address"));
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    let board = Browser::open(1280, 720);
    board.go(&url);
    board.until("return document.documentElement.dataset.live === 'yes'", SOON);
    for verb in ["call-next", "recall"] {
        assert_eq!(world.post(&format!("/api/v1/desks/5/{verb}"), &clerk, "").await.status, 200);
    }
    world.post("/api/v1/desks/4/call-next", &clerk, "").await;
    board.until("return document.querySelectorAll('.call').length === 1", SOON);
    let chimes = board.run("return document.documentElement.dataset.chimes");
    assert_eq!(chimes, "1", "one for the call that the room may hear");
}
