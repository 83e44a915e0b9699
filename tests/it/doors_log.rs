//! What strangers send makes the log of the real program grow by a line a minute of each kind, whatever its length.

use crate::alive_house::House;
use crate::server::{Client, Data};
use serde_json::json;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpStream;

/// Sends a request as it is, and gives the answer.
fn send(house: &House, request: &str) -> String {
    let address = house.url.strip_prefix("http://").expect("its address");
    let mut socket = TcpStream::connect(address).expect("a connection");
    socket.write_all(request.as_bytes()).expect("to write");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn no_stranger_makes_the_log_grow_by_more_than_a_line_a_minute() {
    let data = Data::new();
    let log = data.path().join("house.log");
    let mut house = House::start(&data, |it| _ = it.stderr(File::create(&log).expect("a log")));
    let before = fs::read_to_string(&log).expect("the log").len();
    let host = format!("{}\u{e9}{}", "e".repeat(75), "x".repeat(60_000));
    for _ in 0..200 {
        let request = format!("GET /board HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert!(send(&house, &request).starts_with("HTTP/1.1 403"));
    }
    for method in ["POST", &"P".repeat(5000)] {
        for _ in 0..50 {
            let request = format!(
                "{method} /api/v1/session HTTP/1.1\r\nHost: localhost\r\nOrigin: http://elsewhere.example\r\n\
                 Content-Length: 0\r\nConnection: close\r\n\r\n"
            );
            assert!(send(&house, &request).starts_with("HTTP/1.1 403"));
        }
    }
    let stranger = Client::at_door(&house.url);
    for n in 0..50 {
        let path = format!("/api/v1/session?lang=xx{n}");
        assert_eq!(stranger.post(&path, &json!({"name": n}), None).expect("an answer").0, 422);
    }
    for _ in 0..8 {
        let guess = json!({"name": "anna", "pin": "000000"});
        let (status, _) = stranger.post("/api/v1/session", &guess, None).expect("an answer");
        assert!(status == 401 || status == 429, "{status}");
    }
    house.signal("TERM");
    assert_eq!(house.ended().0.code(), Some(0));
    let log = fs::read_to_string(&log).expect("the log");
    let said = |words: &str| log[before..].lines().filter(|line| line.contains(words)).count();
    for words in ["unknown host", "page of another origin", "could not be read", "wrong name or PIN"] {
        assert_eq!(said(words), 1, "{words}: {}", &log[before..log.len().min(before + 4000)]);
    }
    let grown = log.len() - before;
    println!("the log grew by {grown} bytes");
    assert!(grown < 4000, "{grown} bytes:\n{}", &log[before..]);
    let line = log.lines().find(|line| line.contains("unknown host")).expect("the line");
    assert!(line.contains(&"e".repeat(75)) && !line.contains("xxxxxxxxxx"), "80 characters of the host: {line}");
}
