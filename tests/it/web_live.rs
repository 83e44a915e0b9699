//! The event stream and the limits of connections, over a real socket.

use crate::api_schemas::check_event;
use crate::web_world::World;
use serde_json::Value;
use sportello::print::PrinterStatus;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(10);

struct Stream(BufReader<TcpStream>);

struct Event {
    name: String,
    id: String,
    data: Value,
}

impl Stream {
    fn open(port: u16, path: &str, cookie: &str) -> (u16, Stream) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\n\r\n");
        let mut stream = Stream(BufReader::new(ask(port, &request)));
        let status = stream.line().split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        while !stream.line().is_empty() {}
        (status, stream)
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).expect("a line in time");
        line.trim_end().to_owned()
    }

    /// The next event; sizes of chunks and signs of life between are skipped.
    fn event(&mut self) -> Event {
        let (mut name, mut id, mut data) = (String::new(), String::new(), Value::Null);
        loop {
            let line = self.line();
            if let Some(text) = line.strip_prefix("event: ") {
                name = text.to_owned();
            } else if let Some(text) = line.strip_prefix("id: ") {
                id = text.to_owned();
            } else if let Some(text) = line.strip_prefix("data: ") {
                data = serde_json::from_str(text).expect("JSON");
            } else if line.is_empty() && data != Value::Null {
                check_event(&name, &data);
                return Event { name, id, data };
            }
        }
    }
}

/// Sends a request and gives the socket for the answer.
fn ask(port: u16, request: &str) -> TcpStream {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    socket.set_read_timeout(Some(SOON)).expect("a time limit");
    socket.write_all(request.as_bytes()).expect("to write");
    socket
}

async fn serve(world: &World) -> (u16, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (stop, stopped) = oneshot::channel();
    let router = world.router.clone();
    let serving = tokio::spawn(sportello::web::serve(listener, router, async {
        let _ = stopped.await;
    }));
    (port, stop, serving)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_event_carries_the_whole_picture_and_the_call_counter() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let token = world.visitor("work", "ar").await;
    let (port, _stop, _serving) = serve(&world).await;
    let (status, mut board) = Stream::open(port, "/api/v1/events?topic=board", "");
    assert_eq!(status, 200);
    let first = board.event();
    assert_eq!((first.name.as_str(), first.id.as_str()), ("board", "0"));
    assert_eq!(first.data["waiting"], 1);
    let (_, mut phone) = Stream::open(port, &format!("/api/v1/events?topic=ticket:{token}"), "");
    assert_eq!(phone.event().data["state"], "waiting");
    let (status, mut desk) = Stream::open(port, "/api/v1/events?topic=desk:4", &clerk);
    assert_eq!((status, desk.event().data["waiting"][0]["number"].as_str()), (200, Some("L 001")));

    world.post("/api/v1/desks/4/open", &clerk, "").await;
    world.post("/api/v1/desks/4/call-next", &clerk, "").await;
    let called = board.event();
    assert_eq!((called.id.as_str(), called.data["last_call"].as_u64()), ("1", Some(1)));
    assert_eq!(called.data["calls"][0]["number"], "L 001");
    let mut turn = phone.event();
    while turn.data["state"] != "called" {
        turn = phone.event();
    }
    assert_eq!(turn.data["desk"], 4);
    let mut bench = desk.event();
    while bench.data["current"].is_null() {
        bench = desk.event();
    }
    assert_eq!(bench.data["current"]["language"], "ar");

    // A late client misses nothing: the first event is the complete view.
    let (_, mut late) = Stream::open(port, "/api/v1/events?topic=board", "");
    assert_eq!(late.event().data, called.data);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desks_hear_of_the_printer_at_once_and_the_board_does_not() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let (port, _stop, _serving) = serve(&world).await;
    let (_, mut desk) = Stream::open(port, "/api/v1/events?topic=desk:4", &clerk);
    let (_, mut board) = Stream::open(port, "/api/v1/events?topic=board", "");
    assert!(desk.event().data["printer"].is_null());
    board.event();
    world.printer.send(PrinterStatus::PaperOut).expect("a receiver");
    assert_eq!(desk.event().data["printer"], "printer-paper-out");
    world.printer.send(PrinterStatus::Ready).expect("a receiver");
    assert!(desk.event().data["printer"].is_null());
    world.visitor("work", "it").await;
    let next = board.event();
    assert_eq!(next.data["waiting"], 1, "nothing else came in between");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_desk_hears_when_what_another_did_could_not_be_saved() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let (port, _stop, _serving) = serve(&world).await;
    let (_, mut desk) = Stream::open(port, "/api/v1/events?topic=desk:4", &clerk);
    assert_eq!(desk.event().data["is_saving"], true);
    world.is_disk_full.store(true, Ordering::Relaxed);
    assert_eq!(world.post("/api/v1/desks/1/open", &clerk, "").await.status, 503);
    assert_eq!(desk.event().data["is_saving"], false);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_desks_events_are_for_staff_and_wrong_topics_are_refused() {
    let world = World::new();
    let (port, _stop, _serving) = serve(&world).await;
    for (topic, status) in [("desk:1", 401), ("desk:x", 422), ("nothing", 422), ("ticket:nothing", 422), ("", 422)] {
        let (answered, _) = Stream::open(port, &format!("/api/v1/events?topic={topic}"), "");
        assert_eq!(answered, status, "{topic}");
    }
    let clerk = world.sign_in("anna").await;
    let (answered, _) = Stream::open(port, "/api/v1/events?topic=desk:99", &clerk);
    assert_eq!(answered, 409, "there is no such desk");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_machine_itself_may_ask_how_it_is_and_a_proxy_may_not() {
    let world = World::new();
    let (port, _stop, _serving) = serve(&world).await;
    let healthz = |more: &str| {
        let request = format!("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n");
        let mut text = String::new();
        ask(port, &request).read_to_string(&mut text).expect("an answer in time");
        text
    };
    let well = healthz("");
    assert!(well.starts_with("HTTP/1.1 200") && well.contains(r#"{"ok":true"#), "{well}");
    assert!(healthz("X-Forwarded-For: 10.0.0.7\r\n").starts_with("HTTP/1.1 401"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_does_not_wait_for_streams_for_ever() {
    let world = World::new();
    let (port, stop, serving) = serve(&world).await;
    let (_, mut board) = Stream::open(port, "/api/v1/events?topic=board", "");
    board.event();
    stop.send(()).expect("it listens");
    timeout(SOON, serving).await.expect("it ends in time").expect("it ends well");
}
