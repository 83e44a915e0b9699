//! Many connections from one address, over real sockets: a guest Wi-Fi has one address for all its phones.

use crate::web_world::World;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(10);
/// How many connections a browser opens at once to one host.
const AT_ONCE: usize = 6;

/// An address of this machine that is not loopback. No packet is sent.
fn own_address() -> IpAddr {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).expect("a socket");
    socket.connect((Ipv4Addr::new(203, 0, 113, 1), 9)).expect("this test needs a machine with a network address");
    socket.local_addr().expect("an address").ip()
}

async fn serve(world: &World) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    port
}

fn connect(to: SocketAddr) -> TcpStream {
    let socket = TcpStream::connect(to).expect("a connection");
    socket.set_read_timeout(Some(SOON)).expect("a time limit");
    socket
}

/// Asks on a connection that the client does not close, and gives what came up to a text or the end.
fn ask(socket: &mut TcpStream, path: &str, until: &str) -> String {
    ask_as(socket, path, "", until)
}

/// The same with a cookie.
fn ask_as(socket: &mut TcpStream, path: &str, cookie: &str, until: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nCookie: {cookie}\r\n\r\n");
    socket.write_all(request.as_bytes()).expect("to write");
    let (mut text, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let count = socket.read(&mut part).unwrap_or_else(|error| panic!("{path}: {error}"));
        text.extend_from_slice(&part[..count]);
        let so_far = String::from_utf8_lossy(&text);
        if count == 0 || (!until.is_empty() && so_far.contains(until)) {
            return so_far.into_owned();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forty_eight_phones_behind_one_address_all_live() {
    let world = World::new();
    let mut tokens = Vec::new();
    for _ in 0..48 {
        tokens.push(world.visitor("work", "en").await);
    }
    let to = SocketAddr::new(own_address(), serve(&world).await);
    let files = ["live.js", "phone.js", "institutions.css", "mark.svg"].map(|name| format!("/assets/{name}"));
    let mut kept = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        // A browser opens several connections at once, asks on them, and leaves them open.
        let mut sockets: Vec<_> = (0..AT_ONCE - 1).map(|_| connect(to)).collect();
        let page = ask(&mut sockets[0], &format!("/t/{token}"), "</html>");
        assert!(page.contains(&format!("L {:03}", n + 1)), "phone {n}: {page}");
        for (socket, file) in sockets[1..].iter_mut().zip(&files) {
            assert!(ask(socket, file, "").starts_with("HTTP/1.1 200"), "phone {n}: {file}");
        }
        let mut stream = connect(to);
        let event = ask(&mut stream, &format!("/api/v1/events?topic=ticket:{token}"), "data: ");
        assert!(event.contains("event: ticket"), "phone {n}: {event}");
        kept.push((sockets, stream));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_connection_too_many_is_told_in_words() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let port = serve(&world).await;
    let to = SocketAddr::new(own_address(), port);
    let mut silent = Vec::new();
    let refused = loop {
        // Each keeps its place: it has asked for something, and does not close.
        let mut socket = connect(to);
        let answer = ask(&mut socket, "/board", "</html>");
        if answer.starts_with("HTTP/1.1 503") {
            break answer;
        }
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        silent.push(socket);
        assert!(silent.len() < 1000, "connections have no bound");
    };
    assert!(silent.len() >= 150, "{} only", silent.len());
    assert!(refused.contains("There are many people right now"), "{refused}");
    assert!(refused.contains("connection: close") && refused.contains("retry-after"), "{refused}");
    assert!(refused.contains("refresh: 5"), "it asks again by itself: {refused}");
    let desk = ask_as(&mut connect(to), "/desk/1", &clerk, "</html>");
    assert!(desk.starts_with("HTTP/1.1 200"), "a desk behind the same address has places of its own: {desk}");
    let here = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port);
    assert!(
        ask(&mut connect(here), "/board", "</html>").starts_with("HTTP/1.1 200"),
        "this machine has its own places"
    );
}
