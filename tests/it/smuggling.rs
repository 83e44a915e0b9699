//! Requests in shapes by which some servers see other requests than a proxy before them: each is answered once or not at all,
//! what it hides is never carried out, and a connection on which it is in doubt where a request ends is closed.

use crate::server::{Client, Data, Server};
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(40);
/// A ticket.
const BODY: &str = r#"{"needs":["health.ssn"],"language":"it"}"#;
/// Comes behind each shape: answered where it is clear that it is a request of its own.
const NEXT: &str = "GET /api/v1/board HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// A shape, and what becomes of it.
struct Shape {
    what: &'static str,
    bytes: Vec<u8>,
    /// The statuses of the answers, in their order, without those that only ask for a body. A last 200 is that of `NEXT`, where
    /// it still counts.
    answers: &'static [u16],
    /// How many tickets it gives.
    tickets: usize,
}

fn shape(what: &'static str, bytes: impl Into<Vec<u8>>, answers: &'static [u16], tickets: usize) -> Shape {
    Shape { what, bytes: bytes.into(), answers, tickets }
}

/// A head for tickets, with these lines; what comes behind it is added by the caller.
struct Kiosk<'a>(&'a str);

impl Kiosk<'_> {
    fn asks(&self, lines: &str, behind: &str) -> String {
        let key = self.0;
        format!(
            "POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n{lines}\r\n{behind}"
        )
    }

    /// An ordinary request.
    fn plain(&self) -> String {
        self.asks(&format!("Content-Length: {}\r\n", BODY.len()), BODY)
    }

    fn chunked(&self, lines: &str, chunks: &str) -> String {
        self.asks(&format!("{lines}Transfer-Encoding: chunked\r\n"), chunks)
    }
}

fn chunk(extension: &str) -> String {
    format!("{:x}{extension}\r\n{BODY}\r\n0\r\n\r\n", BODY.len())
}

fn lengths(kiosk: &Kiosk) -> Vec<Shape> {
    let (hidden, length) = (kiosk.plain(), BODY.len());
    let with = |line: &str| kiosk.asks(&format!("{line}\r\n"), BODY);
    vec![
        shape("an ordinary request", kiosk.plain(), &[201, 200], 1),
        shape(
            "the same length twice",
            with(&format!("Content-Length: {length}\r\nContent-Length: {length}")),
            &[201, 200],
            1,
        ),
        shape("two lengths", with(&format!("Content-Length: {length}\r\nContent-Length: 5")), &[400], 0),
        shape(
            "two lengths, the shorter first",
            with(&format!("Content-Length: 0\r\nContent-Length: {length}")),
            &[400],
            0,
        ),
        shape("a list of lengths", with(&format!("Content-Length: {length}, {length}")), &[400], 0),
        shape("a length with a plus", with(&format!("Content-Length: +{length}")), &[400], 0),
        shape("a negative length", with("Content-Length: -1"), &[400], 0),
        shape("a length in hexadecimal", with("Content-Length: 0x27"), &[400], 0),
        shape("a length with a fraction", with("Content-Length: 39.0"), &[400], 0),
        shape("an empty length", with("Content-Length: "), &[400], 0),
        shape("a length beyond 64 bits", with("Content-Length: 99999999999999999999"), &[400], 0),
        shape("the largest length of 64 bits", with("Content-Length: 18446744073709551615"), &[431], 0),
        shape("a huge length", with("Content-Length: 9999999999"), &[413], 0),
        shape("a length under another name", with(&format!("Content_Length: {length}")), &[422, 400], 0),
        shape("a space before the colon of a length", with(&format!("Content-Length : {length}")), &[400], 0),
        shape(
            "a request in the body of one that takes none",
            {
                format!(
                    "GET /api/v1/board HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n{hidden}",
                    hidden.len()
                )
            },
            &[200, 200],
            0,
        ),
        shape(
            "a request in the body of another",
            kiosk.asks(&format!("Content-Length: {}\r\n", hidden.len()), &hidden),
            &[422, 200],
            0,
        ),
    ]
}

fn encodings(kiosk: &Kiosk) -> Vec<Shape> {
    let hidden = kiosk.plain();
    let te = |value: &str| kiosk.asks(&format!("Transfer-Encoding: {value}\r\n"), &chunk(""));
    vec![
        shape("chunks", kiosk.chunked("", &chunk("")), &[201, 200], 1),
        shape(
            "a length and chunks",
            {
                let inside = format!("0\r\n\r\n{hidden}");
                kiosk.chunked(&format!("Content-Length: {}\r\n", inside.len()), &inside)
            },
            &[422],
            0,
        ),
        shape(
            "chunks and a length",
            {
                let inside = format!("0\r\n\r\n{hidden}");
                let lines = format!("Transfer-Encoding: chunked\r\nContent-Length: {}\r\n", inside.len());
                kiosk.asks(&lines, &inside)
            },
            &[422],
            0,
        ),
        shape(
            "chunks and a short length",
            kiosk.asks("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", &format!("{}{hidden}", chunk(""))),
            &[201],
            1,
        ),
        shape("chunks twice", kiosk.chunked("Transfer-Encoding: chunked\r\n", &chunk("")), &[201, 200], 1),
        shape(
            "chunks, then none",
            kiosk.asks("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", &chunk("")),
            &[400],
            0,
        ),
        shape("an encoding that is none", te("xchunked"), &[400], 0),
        shape("chunks that are compressed", te("chunked, gzip"), &[400], 0),
        shape("chunks in another case", te("cHuNkEd"), &[201, 200], 1),
        shape("chunks behind a tab", te("\tchunked"), &[201, 200], 1),
        shape("chunks behind a vertical tab", te("\x0bchunked"), &[400], 0),
        shape("chunks in quotes", te("\"chunked\""), &[400], 0),
        shape(
            "a space before the colon of chunks",
            kiosk.asks("Transfer-Encoding : chunked\r\n", &chunk("")),
            &[400],
            0,
        ),
        shape("chunks on a folded line", kiosk.asks("Transfer-Encoding:\r\n chunked\r\n", &chunk("")), &[400], 0),
        shape("chunks for HTTP/1.0", te("chunked").replace("HTTP/1.1", "HTTP/1.0"), &[400], 0),
        shape("a chunk with an extension", kiosk.chunked("", &chunk(";a=b;c=\"d\"")), &[201, 200], 1),
        shape(
            "trailers",
            kiosk.chunked("", &chunk("").replace("0\r\n\r\n", "0\r\nContent-Length: 5\r\nX: y\r\n\r\n")),
            &[201, 200],
            1,
        ),
    ]
}

fn chunks(kiosk: &Kiosk) -> Vec<Shape> {
    let hidden = kiosk.plain();
    let sized = |size: &str| kiosk.chunked("", &format!("{size}\r\n{BODY}\r\n0\r\n\r\n{hidden}"));
    vec![
        shape("a chunk's length with a plus", sized("+27"), &[422], 0),
        shape("a chunk's length in decimal with a prefix", sized("0x27"), &[422], 0),
        shape("a chunk's length that is negative", sized("-1"), &[422], 0),
        shape("a chunk's length beyond 64 bits", sized("10000000000000027"), &[422], 0),
        shape("a chunk without a length", sized(""), &[422], 0),
        shape("a chunk that is longer than it says", sized("5"), &[422], 0),
        shape(
            "a chunk's length that ends with a bare line feed",
            kiosk.chunked("", &chunk("").replacen("\r\n", "\n", 1)),
            &[422],
            0,
        ),
        shape("an extension with a bare line feed", kiosk.chunked("", &chunk(";a\n")), &[422], 0),
        shape("chunks that break off in their middle", kiosk.chunked("", &format!("ffff\r\n{BODY}")), &[422], 0),
        shape("a body that breaks off", kiosk.asks("Content-Length: 5000\r\n", &format!("{BODY}{hidden}")), &[422], 0),
    ]
}

fn lines(kiosk: &Kiosk) -> Vec<Shape> {
    let get = |target: &str, lines: &str| format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n");
    let board = |lines: &str| get("/api/v1/board", lines);
    let many: String = (0..200).map(|n| format!("X-{n}: y\r\n")).collect();
    vec![
        shape("bare line feeds", board("").replace("\r\n", "\n"), &[200, 200], 0),
        shape("a bare carriage return", board("X: a\rTransfer-Encoding: chunked\r\n"), &[400], 0),
        shape("a NUL in a header", board("X: a\0b\r\n"), &[400], 0),
        shape("a NUL in an address", get("/api/v1/board\0", ""), &[400], 0),
        shape("a space in an address", get("/api/v1/board HTTP/1.1\r\nX: /", ""), &[200, 200], 0),
        shape("a folded line", board("X: a\r\n b\r\n"), &[400], 0),
        shape("a line without a colon", board("X\r\n"), &[400], 0),
        shape("a line without a name", board(": x\r\n"), &[400], 0),
        shape("empty lines before", format!("\r\n\r\n{}", board("")), &[200, 200], 0),
        shape("two hosts", board("Host: localhost\r\n"), &[403, 200], 0),
        shape("no host", board("").replace("Host: localhost\r\n", ""), &[403, 200], 0),
        shape("200 headers", board(&many), &[431], 0),
        shape("a header of 100 kB", board(&format!("X: {}\r\n", "y".repeat(100_000))), &[200, 200], 0),
        shape("a header of 1 MB", board(&format!("X: {}\r\n", "y".repeat(1_000_000))), &[431], 0),
        shape("an address of 1 MB", get(&format!("/{}", "y".repeat(1_000_000)), ""), &[431], 0),
        shape("an address of 70 kB", get(&format!("/{}", "y".repeat(70_000)), ""), &[414], 0),
        shape("a whole address", get("http://localhost/api/v1/board", ""), &[200, 200], 0),
        shape("a whole address of another house", get("http://elsewhere.example/api/v1/board", ""), &[403, 200], 0),
        shape("a method in small letters", board("").replace("GET", "get"), &[405, 200], 0),
        shape("a method that is no word", board("").replace("GET", "G\x01T"), &[400], 0),
        shape("a version that is none", board("").replace("1.1", "1.2"), &[400], 0),
        shape("no version", "GET /api/v1/board\r\n\r\n", &[400], 0),
        shape("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", &[], 0),
        shape(
            "an upgrade to HTTP/2",
            board("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAAA\r\n"),
            &[200, 200],
            0,
        ),
        shape(
            "an upgrade to WebSocket",
            board("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAA\r\n"),
            &[200, 200],
            0,
        ),
        shape("a tunnel", "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n", &[405, 200], 0),
        shape("a trace", board("").replace("GET", "TRACE"), &[405, 200], 0),
        shape("everything", board("").replace("GET /api/v1/board", "OPTIONS *"), &[404, 200], 0),
        shape("HTTP/1.0", board("").replace("1.1", "1.0"), &[200], 0),
        shape("HTTP/1.0 that stays", board("Connection: keep-alive\r\n").replace("1.1", "1.0"), &[200, 200], 0),
        shape("noise of TLS", b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03".to_vec(), &[400], 0),
        shape("two requests at once", format!("{}{}", kiosk.plain(), kiosk.plain()), &[201, 201, 200], 2),
        shape(
            "two requests with one key",
            kiosk.asks(&format!("Idempotency-Key: once\r\nContent-Length: {}\r\n", BODY.len()), BODY).repeat(2),
            &[201, 201, 200],
            1,
        ),
        shape(
            "a broken request before another",
            format!("{}{}", kiosk.asks("Content-Length: 5\r\n", "{\"a\":"), kiosk.plain()),
            &[422, 201, 200],
            1,
        ),
        shape(
            "asking before the body",
            kiosk.asks(&format!("Expect: 100-continue\r\nContent-Length: {}\r\n", BODY.len()), BODY),
            &[201, 200],
            1,
        ),
        shape(
            "asking for something else",
            kiosk.asks(&format!("Expect: 200-ok\r\nContent-Length: {}\r\n", BODY.len()), BODY),
            &[201, 200],
            1,
        ),
        shape(
            "asking before a body that is too long",
            kiosk.asks("Expect: 100-continue\r\nContent-Length: 99999999\r\n", ""),
            &[413],
            0,
        ),
    ]
}

/// Sends a shape and what comes behind it, and then nothing more; gives all answers.
fn exchange(server: &Server, bytes: &[u8]) -> Vec<u8> {
    let address = server.url.strip_prefix("http://").expect("its address");
    let mut socket = TcpStream::connect(address).expect("a connection");
    socket.set_read_timeout(Some(SOON)).expect("a time limit");
    let mut reader = socket.try_clone().expect("its other direction");
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || {
            let (mut answers, mut part) = (Vec::new(), [0; 4096]);
            loop {
                match reader.read(&mut part) {
                    Ok(0) => return answers,
                    Ok(count) => answers.extend_from_slice(&part[..count]),
                    // It has closed without reading the rest.
                    Err(error) if error.kind() == ErrorKind::ConnectionReset => return answers,
                    Err(error) => {
                        panic!("the connection stays open ({error}) after {}", String::from_utf8_lossy(&answers))
                    }
                }
            }
        });
        let sent = socket.write_all(bytes).and_then(|()| socket.write_all(NEXT.as_bytes()));
        if sent.is_ok() && is_cut_short(bytes) {
            // It would wait for the rest of the body.
            let _ = socket.shutdown(Shutdown::Write);
        }
        reading.join().expect("the answers")
    })
}

/// Whether what comes behind belongs to its body, and does not fill it.
fn is_cut_short(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("Content-Length: 5000\r\n") || text.contains("ffff\r\n")
}

/// An answer: status, head, and length of the body.
struct Answer {
    status: u16,
    head: String,
    length: usize,
}

/// Divides what came back into answers.
fn answers(mut bytes: &[u8], what: &str) -> Vec<Answer> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("{what}: no answer: {}", String::from_utf8_lossy(bytes))) + 4;
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.strip_prefix("http/1.").and_then(|rest| rest.get(2..5)?.parse().ok());
        let status: u16 = status.unwrap_or_else(|| panic!("{what}: no answer: {head}"));
        let value =
            |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim);
        bytes = &bytes[end..];
        if status < 200 {
            continue;
        }
        assert!(value("transfer-encoding").is_none(), "{what}: an answer without a length");
        let length: usize = value("content-length").map_or(0, |length| length.parse().expect("a length"));
        assert!(length <= bytes.len(), "{what}: an answer that breaks off");
        bytes = &bytes[length..];
        found.push(Answer { status, head, length });
    }
    found
}

fn tickets(clerk: &Client) -> usize {
    let (status, day) = clerk.get("/api/v1/day").expect("an answer");
    assert_eq!(status, 200);
    day["tickets"].as_array().expect("tickets").len()
}

#[test]
fn every_shape_is_answered_once_and_nothing_hidden_is_carried_out() {
    let data = Data::new();
    let server = Server::start(&data);
    let (clerk, kiosk) = (Client::clerk(&server), Kiosk(&data.device_key));
    let shapes: Vec<Shape> = [lengths, encodings, chunks, lines].into_iter().flat_map(|of| of(&kiosk)).collect();
    println!("{} shapes", shapes.len());
    let mut wrong = Vec::new();
    for Shape { what, bytes, answers: expected, tickets: given } in &shapes {
        let before = tickets(&clerk);
        let answers = answers(&exchange(&server, bytes), what);
        let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        let more = tickets(&clerk) - before;
        if statuses != *expected || more != *given {
            wrong.push(format!("{what}: {statuses:?} and {more} tickets, not {expected:?} and {given}"));
        }
        for answer in answers.iter().filter(|answer| !answer.head.contains("content-security-policy")) {
            // The library's own: nothing in it, and nothing after it.
            let is_bare = answer.length == 0 && answer.head.contains("connection: close");
            assert!(is_bare && matches!(answer.status, 400 | 414 | 431), "{what}: {}", answer.head);
        }
        assert!(statuses.iter().all(|status| *status < 500), "{what}: {statuses:?}");
        assert_eq!(
            Client::device(&server, &data).take_ticket("tax.code", None).expect("an answer").0,
            201,
            "after {what}"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
