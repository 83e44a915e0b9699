//! Https by the program itself, as other programs meet it: signing in, what comes in clear, old versions, both doors.

use crate::https_world::{Certificates, HttpsHouse, NAME, shell};
use crate::own_address::{SHARE, connect, hold, is_closed, own_address};
use crate::server::{BINARY, Data, PIN, text};
use std::fs;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

const JSON: &str = "Content-Type: application/json";

fn credentials() -> String {
    format!(r#"{{"name":"anna","pin":"{PIN}"}}"#)
}

/// Sends bytes in clear; gives all that comes back.
fn in_clear(port: u16, bytes: &[u8]) -> String {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    socket.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
    socket.write_all(bytes).expect("to write");
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).expect("an end");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_clerk_works_over_https_with_cookies_that_keep_to_it() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start(&data, &certificates, &[]);
    let body = credentials();
    let signed_in = house.ask(&house.url("/api/v1/session"), &["-H", JSON, "--data", &body]);
    assert_eq!(signed_in.status, 200, "{signed_in:?}");
    let cookies: Vec<&str> = signed_in.head.lines().filter(|line| line.starts_with("set-cookie: ")).collect();
    assert_eq!(cookies.len(), 2, "{cookies:?}");
    for cookie in &cookies {
        assert!(cookie.starts_with("set-cookie: __host-sportello_"), "{cookie}");
        let parts: Vec<&str> = cookie.split("; ").collect();
        for part in ["secure", "httponly", "path=/", "samesite=strict"] {
            assert!(parts.contains(&part), "{part}: {cookie}");
        }
        assert!(!cookie.contains("domain"), "{cookie}");
    }
    assert!(signed_in.head.contains("strict-transport-security: max-age=31536000\r\n"), "{signed_in:?}");
    let by_address = house.ask(&format!("https://127.0.0.1:{}/board", house.port), &[]);
    assert_eq!(by_address.status, 200);
    assert!(!by_address.head.contains("strict-transport"), "an address is no name: {by_address:?}");

    let secret = cookies[0].split(['=', ';']).nth(1).expect("a secret").to_owned();
    let desk = |cookie: &str| house.ask(&house.url("/desk"), &["-H", &format!("Cookie: {cookie}")]).status;
    let (guarded, plain) = (format!("__Host-sportello_session={secret}"), format!("sportello_session={secret}"));
    assert_eq!(desk(&guarded), 200);
    assert_eq!(desk(&plain), 303, "a page in clear may have planted it");
    let forged = "0".repeat(64);
    assert_eq!(desk(&format!("sportello_session={forged}; {guarded}")), 200, "what is guarded counts");
    assert_eq!(desk(&format!("__Host-sportello_session={forged}; {plain}")), 303, "and nothing else beside it");
    let events = house.ask(&house.url("/api/v1/events?topic=desk:1&once=1"), &["-H", &format!("Cookie: {guarded}")]);
    assert!(events.status == 200 && events.body.contains("event: desk"), "{events:?}");

    let command = |origin: &str| {
        let (cookie, origin) = (format!("Cookie: {guarded}"), format!("Origin: {origin}"));
        let more = ["-X", "POST", "-H", &cookie, "-H", &origin, "-H", JSON, "--data", "{}"];
        house.ask(&house.url("/api/v1/desks/1/pause"), &more).status
    };
    assert_eq!(command(&format!("http://{NAME}:{}", house.port)), 403, "a page in clear is not one of ours");
    assert_eq!(command(&format!("https://{NAME}:{}", house.port)), 409, "the desk is closed");

    let cookie = format!("Cookie: {guarded}; {plain}");
    let left = house.ask(&house.url("/api/v1/session"), &["-X", "DELETE", "-H", &cookie]);
    assert_eq!(left.status, 204);
    for name in ["__host-sportello_session=;", "sportello_session=;"] {
        let is_gone = |line: &str| line.starts_with(&format!("set-cookie: {name}")) && line.contains("max-age=0");
        assert!(left.head.lines().any(is_gone), "{name} {left:?}");
    }
    assert_eq!(desk(&guarded), 303);
}

#[test]
fn what_comes_in_clear_is_led_to_https_or_refused_in_words() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start(&data, &certificates, &[]);
    let port = house.port;
    let led = in_clear(port, format!("GET /board?lang=en HTTP/1.1\r\nHost: {NAME}:{port}\r\n\r\n").as_bytes());
    assert!(led.starts_with("HTTP/1.1 308 "), "{led}");
    assert!(led.contains(&format!("location: https://{NAME}:{port}/board?lang=en\r\n")), "{led}");
    assert!(led.contains("cache-control: no-store"), "https may be switched off again: {led}");
    let body = credentials();
    let length = body.len();
    let request =
        format!("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\n{JSON}\r\nContent-Length: {length}\r\n\r\n{body}");
    let refused = in_clear(port, request.as_bytes());
    assert!(refused.starts_with("HTTP/1.1 400 ") && refused.contains("\"https-only\""), "{refused}");
    assert!(!refused.to_ascii_lowercase().contains("set-cookie"), "{refused}");
    let watched = in_clear(port, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(watched.starts_with("HTTP/1.1 400 "), "to many a watchdog a redirect is a success: {watched}");
    let foreign = in_clear(port, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assert!(foreign.starts_with("HTTP/1.1 400 ") && !foreign.contains("evil"), "{foreign}");
    assert!(in_clear(port, b"GET / HTTP/1.0\r\n\r\n").starts_with("HTTP/1.0 400 "), "without a host");
    assert!(in_clear(port, b"nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
    // What is no TLS behind its first byte is answered with an alert.
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    socket.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
    socket.write_all(b"\x16garbage that is no handshake at all").expect("to write");
    let mut answer = Vec::new();
    // It may be reset, since some of it was not read.
    let _ = socket.read_to_end(&mut answer);
    assert!(answer.first().is_none_or(|first| *first == 0x15), "{answer:?}");
}

#[test]
fn old_versions_are_refused_and_the_log_stays_short() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start(&data, &certificates, &[]);
    let connect = |version: &str| {
        let port = house.port;
        let authority = text(&certificates.path("authority.crt")).to_owned();
        shell(&format!(
            "openssl s_client -connect 127.0.0.1:{port} -{version} -cipher ALL:@SECLEVEL=0 -CAfile {authority} </dev/null 2>&1"
        ))
    };
    for version in ["tls1", "tls1_1"] {
        for _ in 0..10 {
            let refused = connect(version);
            assert!(refused.contains("Cipher is (NONE)"), "{version}: {refused}");
        }
    }
    for (version, named) in [("tls1_2", "New, TLSv1.2"), ("tls1_3", "New, TLSv1.3")] {
        let taken = connect(version);
        assert!(taken.contains(named) && taken.contains("Verify return code: 0 (ok)"), "{version}: {taken}");
    }
    let h2 = shell(&format!("openssl s_client -connect 127.0.0.1:{} -alpn h2,http/1.1 </dev/null 2>&1", house.port));
    assert!(h2.contains("ALPN protocol: http/1.1"), "{h2}");
    let lines = house.log().lines().filter(|line| line.contains("TLS handshake failed")).count();
    assert!((1..=2).contains(&lines), "one a minute, and the machine may be slow: {}", house.log());
}

#[test]
fn a_proxy_that_was_asked_over_https_is_not_led_there_again() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start(&data, &certificates, &["--trust-proxy", "127.0.0.9"]);
    let board = format!("http://127.0.0.1:{}/board", house.port);
    let by_proxy = |proto: &str| {
        let header = format!("X-Forwarded-Proto: {proto}");
        house.ask(&board, &["--interface", "127.0.0.9", "--header", "X-Forwarded-For: 192.0.2.1", "--header", &header])
    };
    assert_eq!((by_proxy("https").status, by_proxy("http").status), (200, 308));
    assert_eq!(house.ask(&board, &["--header", "X-Forwarded-Proto: https"]).status, 308, "no proxy says so");
}

#[test]
fn the_house_answers_to_the_names_of_its_certificate() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME, "desk.example.org"]));
    let house = HttpsHouse::start(&data, &certificates, &["--listen-public", "127.0.0.1:0"]);
    let public = format!("http://{}/board", house.public_address());
    for url in [house.url("/board"), public] {
        let as_host = |host: &str| house.ask(&url, &["--header", &format!("Host: {host}")]).status;
        assert_eq!((as_host("desk.example.org"), as_host("other.example.org")), (200, 403), "{url}");
    }
}

#[test]
fn the_door_for_strangers_speaks_both() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start(&data, &certificates, &["--listen-public", "127.0.0.1:0"]);
    let address = house.public_address();
    let plain = house.ask(&format!("http://{address}/board"), &[]);
    assert!(plain.status == 200 && !plain.head.contains("strict-transport"), "{plain:?}");
    let encrypted = house.ask(&format!("https://{address}/board"), &[]);
    assert!(encrypted.status == 200 && !encrypted.head.contains("strict-transport"), "{encrypted:?}");
    assert_eq!(house.ask(&format!("https://{address}/sign-in"), &[]).status, 404);
}

#[test]
fn handshakes_that_do_not_end_hold_no_place() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start_at("0.0.0.0:0", &data, &certificates, &["--listen-public", "0.0.0.0:0"]);
    let public = house.public_address().rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let own = own_address();
    let (to, public) = (SocketAddr::new(own, house.port), SocketAddr::new(own, public));
    // Silent, and in the midst of a handshake: as many as an address may have.
    let begin = |at: usize| {
        let mut socket = connect(to);
        if at.is_multiple_of(2) {
            socket.write_all(b"\x16\x03\x01\x02").expect("to write");
        }
        socket
    };
    let mut silent: Vec<TcpStream> = (0..SHARE).map(begin).collect();
    assert_eq!(house.ask(&format!("https://{to}/board"), &["--insecure"]).status, 200, "the oldest one gave way");
    assert!(is_closed(&mut silent[0]));
    drop(silent);

    // All places of the address are busy: what comes now gets words, and has five seconds for its handshake.
    let _held: Vec<TcpStream> = (0..SHARE).map(|_| hold(public)).collect();
    let refused = house.ask(&format!("https://{to}/board"), &["--insecure"]);
    assert_eq!(refused.status, 503, "{refused:?}");
    let begun = Instant::now();
    let mut slow = begin(0);
    for byte in [0_u8; 5] {
        std::thread::sleep(Duration::from_millis(500));
        slow.write_all(&[byte]).expect("to write, slowly");
    }
    assert!(is_closed(&mut slow), "it had its time");
    assert!(begun.elapsed() < Duration::from_secs(20), "bytes now and then do not keep it open");
    let here = house.ask(&format!("https://127.0.0.1:{}/healthz", house.port), &[]);
    assert_eq!(here.status, 200, "this machine has its own places");
}

#[test]
fn the_doctor_asks_a_house_with_https() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let house = HttpsHouse::start(&data, &certificates, &[]);
    let doctor = |more: &[&str]| {
        let listen = format!("127.0.0.1:{}", house.port);
        let mut command = Command::new(BINARY);
        command.args(["doctor", "--data", text(data.path()), "--listen", &listen]).args(more);
        String::from_utf8(command.output().expect("it runs").stdout).expect("text")
    };
    let (certificate, authority) = (certificates.path("house.crt"), certificates.path("authority.crt"));
    let found = doctor(&["--tls-cert", text(&certificate)]);
    assert!(found.contains("finds nothing wrong") && found.contains(NAME), "{found}");
    assert!(doctor(&[]).contains("by https alone"), "{}", doctor(&[]));
    let other = doctor(&["--tls-cert", text(&authority)]);
    assert!(other.contains("does not answer") && other.contains("invalid peer certificate"), "{other}");
}

#[test]
fn a_start_without_a_usable_pair_does_what_needs_none_and_takes_up_a_mended_one() {
    let (data, certificates, others) = (Data::new(), Certificates::make(&[NAME]), Certificates::make(&[NAME]));
    let (certificate, key) = (certificates.path("house.crt"), certificates.path("house.key"));
    let (good_key, other_key) = (fs::read(&key).expect("a key"), others.path("house.key"));
    for (deed, words) in [
        (Box::new(|| fs::copy(&other_key, &key).map(drop)) as Box<dyn Fn() -> io::Result<()>>, "is not that of"),
        (Box::new(|| fs::copy(&certificate, &key).map(drop)), "has no private key"),
        (Box::new(|| fs::remove_file(&key)), "can't be read"),
    ] {
        deed().expect("a bad key");
        let house = HttpsHouse::start(&data, &certificates, &["--listen-public", "127.0.0.1:0"]);
        assert!(house.server.log.contains(words) && house.server.log.contains("--tls-key"), "{}", house.server.log);
        assert_eq!(house.ask(&format!("http://{}/board", house.public_address()), &[]).status, 200, "{words}");
        assert!(!house.curl(&house.url("/board"), &[]).status.success(), "{words}");
        fs::write(&key, &good_key).expect("the right key");
        let begun = Instant::now();
        while !house.curl(&house.url("/board"), &[]).status.success() {
            assert!(begun.elapsed() < Duration::from_secs(60), "{words}: the mended pair is not taken up");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    for option in ["--tls-cert", "--tls-key"] {
        let run = ["run", "--data", text(data.path()), option, text(&certificate)];
        let ended = Command::new(BINARY).args(run).output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(ended.status.code() == Some(2) && said.contains("--tls-"), "{option}: {said}");
    }
}
