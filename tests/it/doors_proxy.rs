//! Who a client is: behind a proxy that is trusted, behind one that is not, and without any; and the door for strangers alone.

use crate::alive_house::{House, PATIENCE};
use crate::netns::{ask, board, read};
use crate::paper_tools::run;
use crate::server::{Client, Data, PIN};
use serde_json::json;
use sportello::web::{self, RouteKind};
use std::fs::{self, File};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// The proxy, and a program on this machine that does not come from its address.
const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const PROGRAM: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2));

fn address(url: &str) -> SocketAddr {
    url.strip_prefix("http://").expect("http").parse().expect("an address")
}

fn start(data: &Data, arguments: &[&str]) -> House {
    let mut house = House::begin(data, &[&["--screen", "none"], arguments].concat(), |_| {});
    house.until_it_answers();
    house
}

async fn status(from: IpAddr, to: SocketAddr, request: &str, headers: &[&str]) -> u16 {
    ask(from, to, request, headers, "").await.unwrap_or_else(|error| panic!("{request}: {error}")).0
}

/// The address of the public door, once the log says it.
fn public_door(log: &Path) -> SocketAddr {
    let begun = Instant::now();
    loop {
        let log = fs::read_to_string(log).expect("the log");
        // A line that is not written to its end has half an address.
        let mut lines = log.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        if let Some(line) = lines.find(|line| line.contains("pages for visitors")) {
            return address(line[line.find("http://").expect("its address")..].trim());
        }
        assert!(begun.elapsed() < PATIENCE, "no public address in {log}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Opens a board's stream; gives the status, and the stream that goes on.
async fn stream(to: SocketAddr, forwarded: &str) -> (u16, TcpStream) {
    let socket = board(PROXY, to, &[forwarded]).await.expect("a connection");
    let mut head = [0; 1024];
    let count = read(&socket, &mut head).await.expect("an answer");
    let head = String::from_utf8_lossy(&head[..count]).into_owned();
    (head[9..12].parse().expect("a status"), socket)
}

#[tokio::test]
async fn a_proxy_is_told_from_a_program_of_this_machine_by_the_switch() {
    let data = Data::new();
    let house = start(&data, &["--trust-proxy", "127.0.0.1"]);
    let to = address(&house.url);
    for path in ["GET /metrics", "GET /healthz"] {
        // As nginx sends it by default: without a word of its client.
        assert_eq!(status(PROXY, to, path, &[]).await, 401, "{path}");
        assert_eq!(status(PROXY, to, path, &["X-Forwarded-For: 127.0.0.1"]).await, 401, "{path}");
        assert_eq!(status(PROGRAM, to, path, &[]).await, 200, "{path}");
        assert_eq!(status(PROGRAM, to, path, &["X-Forwarded-For: 192.0.2.7"]).await, 401, "{path}");
    }
    drop(house);

    let house = start(&data, &[]);
    let to = address(&house.url);
    assert_eq!(status(PROXY, to, "GET /metrics", &[]).await, 200);
    assert_eq!(status(PROXY, to, "GET /metrics", &["X-Forwarded-For: 127.0.0.1"]).await, 401, "it is not believed");
}

#[tokio::test]
async fn what_one_client_behind_a_proxy_holds_is_taken_from_no_other() {
    let data = Data::new();
    let house = start(&data, &["--trust-proxy", "127.0.0.1"]);
    let to = address(&house.url);
    let mut held = Vec::new();
    let refused = loop {
        // What the client wrote itself says another address each time; what the proxy added is last.
        let (status, socket) = stream(to, &format!("X-Forwarded-For: 198.51.100.{}, 192.0.2.7", held.len())).await;
        if status != 200 {
            break status;
        }
        held.push(socket);
        assert!(held.len() < 200, "streams of one client have no bound");
    };
    assert_eq!((held.len(), refused), (64, 503));
    let (other, _socket) = stream(to, "X-Forwarded-For: 192.0.2.7, 192.0.2.8").await;
    assert_eq!(other, 200);
    for forwarded in ["X-Forwarded-For: 192.0.2.7:4711", "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 192.0.2.7"] {
        assert_eq!(stream(to, forwarded).await.0, 503, "{forwarded}");
    }
    let (own, _socket) = stream(to, "X-Forwarded-For: [2001:db8::1]:4711").await;
    assert_eq!(own, 200);
    // Many connections, each with a request that takes its time.
    let clerk = Client::clerk_at(&house.url);
    assert_eq!(status(PROXY, to, "GET /desk", &["X-Forwarded-For: 192.0.2.7", &clerk.header_line()]).await, 200);
}

#[tokio::test]
async fn wrong_pins_behind_a_proxy_count_for_the_client_that_sends_them() {
    let data = Data::new();
    let house = start(&data, &["--trust-proxy", "127.0.0.1"]);
    let to = address(&house.url);
    let sign_in = async |name: &str, pin: &str, client: &str| {
        let (json, from) = ("Content-Type: application/json", format!("X-Forwarded-For: {client}"));
        let body = format!(r#"{{"name":"{name}","pin":"{pin}"}}"#);
        ask(PROXY, to, "POST /api/v1/session", &[json, &from, "X-Forwarded-Proto: https"], &body)
            .await
            .expect("an answer")
    };
    let mut guesses = 0;
    while sign_in("anna", "000000", "192.0.2.66").await.0 == 401 {
        guesses += 1;
        assert!(guesses < 60, "nothing slows a guesser down");
    }
    let (status, answer) = sign_in("anna", PIN, "192.0.2.99").await;
    assert_eq!(status, 200, "the owner has another address: {answer}");
    assert!(answer.contains("; Secure"), "over https the cookie is for https alone: {answer}");
    let (_, answer) = ask(PROGRAM, to, "GET /sign-in", &["X-Forwarded-Proto: https"], "").await.expect("an answer");
    assert!(!answer.contains("; Secure"), "no other peer says what its client speaks: {answer}");
}

#[tokio::test]
async fn the_public_door_leads_to_what_strangers_may_do_and_nothing_else() {
    let data = Data::new();
    let log = data.path().join("house.log");
    let arguments = ["--screen", "none", "--listen-public", "127.0.0.1:0"];
    let mut house = House::begin(&data, &arguments, |it| _ = it.stderr(File::create(&log).expect("a log")));
    house.until_it_answers();
    let public = public_door(&log);
    let clerk = Client::clerk_at(&house.url);
    let cookie = clerk.header_line();
    let (_, ticket) = clerk.take_ticket("tax.code", None).expect("an answer");
    let token = ticket["token"].as_str().expect("a token");
    let (mut open, mut shut) = (0, 0);
    for route in web::rows() {
        let path = route.path.replace("{token}", token).replace("{name}", "mark.svg").replace(['{', '}'], "");
        let path = if path.ends_with("/events") { format!("{path}?topic=board&once=1") } else { path };
        let request = format!("{} {path}", route.method);
        // Leaving the queue comes last, below.
        let is_leaving = path.ends_with("/withdraw") || route.method == "DELETE";
        if route.is_for_strangers() {
            open += 1;
            if !is_leaving {
                assert_eq!(status(PROXY, public, &request, &[]).await, 200, "{request}");
            }
            continue;
        }
        shut += 1;
        for headers in [&[][..], &[&*cookie], &["Authorization: Bearer x"]] {
            assert_eq!(status(PROXY, public, &request, headers).await, 404, "{request} {headers:?}");
        }
        assert!(route.kind == RouteKind::Call || !path.starts_with("/t/"), "{request} is a page of visitors");
    }
    assert!(open >= 8 && shut >= 20, "{open} routes are open, {shut} are shut");
    for path in ["/board", "/api/v1/board", "/api/v1/events?topic=board&once=1", "/assets/mark.svg"] {
        assert_eq!(status(PROXY, public, &format!("GET {path}"), &[]).await, 200, "boards stand there: {path}");
    }
    let desk = status(PROXY, public, "GET /api/v1/events?topic=desk:1&once=1", &[&cookie]).await;
    assert_eq!(desk, 404, "no desk is heard there");
    let desk = status(PROXY, address(&house.url), "GET /api/v1/events?topic=desk:1&once=1", &[&cookie]).await;
    assert_eq!(desk, 200, "but at the door of the house");
    let left = status(PROXY, public, &format!("DELETE /api/v1/tickets/{token}"), &[]).await;
    assert_eq!(left, 200, "a visitor leaves by it");
}

/// What the code on the newest slip says, once there is one.
fn code_on_slip(slips: &Path) -> String {
    let begun = Instant::now();
    loop {
        let files = fs::read_dir(slips).into_iter().flatten().flatten().map(|file| file.path());
        for picture in files.filter(|path| path.extension().is_some_and(|it| it == "png")) {
            // It may still be being written.
            let read = run("zbarimg", &["-q", "--raw", &picture.to_string_lossy()]);
            if read.status.success() {
                return String::from_utf8(read.stdout).expect("an address").trim().to_owned();
            }
        }
        assert!(begun.elapsed() < PATIENCE, "no slip with a code: does this machine have a network address?");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_code_on_a_slip_leads_to_the_public_door() {
    let data = Data::new();
    let log = data.path().join("house.log");
    let arguments = ["--screen", "none", "--listen-public", "0.0.0.0:0"];
    let mut house = House::begin(&data, &arguments, |it| _ = it.stderr(File::create(&log).expect("a log")));
    house.until_it_answers();
    let public = public_door(&log);
    let clerk = Client::clerk_at(&house.url);
    assert_eq!(clerk.desk(8, "open").expect("an answer").0, 200);
    let walk_in = json!({"service": "asl.card", "language": "it", "print": true});
    let (status, given) = clerk.post("/api/v1/desks/8/walk-in", &walk_in, None).expect("an answer");
    assert!(status == 200 || status == 201, "{status}: {given}");
    let code = code_on_slip(&data.path().join("slips"));
    let (door, path) = code.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    assert!(door.ends_with(&format!(":{}", public.port())) && path.starts_with("t/"), "{code} is not by {public}");
    let page = ureq::get(&code).call().expect("the page of the ticket").body_mut().read_to_string().expect("text");
    assert!(page.replace('\u{a0}', " ").contains("H 001"), "{page}");
    let desk = ureq::get(format!("http://{door}/desk")).call();
    assert!(matches!(desk, Err(ureq::Error::StatusCode(404))), "a desk by the public door: {desk:?}");
}
