//! Many connections from one address, over real sockets: a guest Wi-Fi has one address for all its phones.

use crate::own_address::{SHARE, connect, hold, is_closed, own_address};
use crate::web_world::World;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use tokio::net::TcpListener;

/// How many connections a browser opens at once to one host.
const AT_ONCE: usize = 6;

async fn serve(world: &World) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    port
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
    let _held: Vec<_> = (0..SHARE).map(|_| hold(to)).collect();
    let refused = ask(&mut connect(to), "/board", "</html>");
    assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
    assert!(refused.contains("There are many people right now"), "{refused}");
    assert!(refused.contains("connection: close") && refused.contains("retry-after"), "{refused}");
    assert!(refused.contains("refresh: 5"), "it asks again by itself: {refused}");
    let desk = ask_as(&mut connect(to), "/desk/1", &clerk, "</html>");
    assert!(desk.starts_with("HTTP/1.1 200"), "a desk behind the same address has places of its own: {desk}");
    assert!(ask(&mut connect(to), "/sign-in", "</html>").starts_with("HTTP/1.1 200"), "a clerk can sign in");
    let here = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port);
    assert!(
        ask(&mut connect(here), "/board", "</html>").starts_with("HTTP/1.1 200"),
        "this machine has its own places"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn silent_connections_are_the_first_to_go_and_keep_no_one_out() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let port = serve(&world).await;
    let to = SocketAddr::new(own_address(), port);
    let mut desk = connect(to);
    assert!(ask_as(&mut desk, "/desk/1", &clerk, "</html>").starts_with("HTTP/1.1 200"));
    let mut silent: Vec<_> = (0..SHARE).map(|_| connect(to)).collect();
    // The last one has asked for something, and is idle like the others.
    assert!(ask(&mut silent[SHARE - 1], "/board", "</html>").starts_with("HTTP/1.1 200"));
    let mut held = hold(to);
    assert!(is_closed(&mut silent[0]), "the oldest one gave way");
    let mut more: Vec<_> = (0..SHARE + 20).map(|_| connect(to)).collect();
    assert!(ask(&mut more[SHARE + 19], "/board", "</html>").starts_with("HTTP/1.1 200"));
    assert!(silent.iter_mut().skip(1).all(is_closed), "all that came earlier gave way");
    held.write_all(b"leave").expect("the one that is being answered stays");
    let mut answer = [0; 12];
    held.read_exact(&mut answer).expect("an answer");
    let answer = ask_as(&mut desk, "/desk/1", &clerk, "</html>");
    assert!(answer.starts_with("HTTP/1.1 200"), "the desk's connection was idle all the time, and is kept: {answer}");
    // Programs on this machine give way to each other.
    let here = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port);
    let _local: Vec<_> = (0..800).map(|_| connect(here)).collect();
    assert!(ask(&mut connect(here), "/board", "</html>").starts_with("HTTP/1.1 200"));
}
