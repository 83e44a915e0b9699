//! An HTTP client that does as little as possible, so that what is measured is the server.

use std::io::{Read, Write};
use std::net::TcpStream;

/// One connection that is kept.
pub struct PlainClient {
    stream: TcpStream,
    /// The lines that every request has.
    head: String,
    buffer: Vec<u8>,
}

impl PlainClient {
    /// `header` is a whole line, by which the server knows the client.
    pub fn connect(url: &str, header: &str) -> PlainClient {
        let address = url.trim_start_matches("http://");
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("a socket that sends at once");
        let head = format!("Host: {address}\r\n{header}\r\nContent-Type: application/json\r\n");
        PlainClient { stream, head, buffer: vec![0; 64 * 1024] }
    }

    /// Posts JSON; the status of the answer, which has been read to its end.
    pub fn post(&mut self, path: &str, body: &str, key: &str) -> u16 {
        let head = &self.head;
        let length = body.len();
        let request =
            format!("POST {path} HTTP/1.1\r\n{head}Idempotency-Key: {key}\r\nContent-Length: {length}\r\n\r\n{body}");
        self.stream.write_all(request.as_bytes()).expect("a request");
        let mut read = 0;
        loop {
            read += match self.stream.read(&mut self.buffer[read..]).expect("an answer") {
                0 => panic!("the server hung up"),
                count => count,
            };
            if let Some(status) = status_of_whole(&self.buffer[..read]) {
                return status;
            }
        }
    }
}

/// The status of an answer that has come in full.
fn status_of_whole(answer: &[u8]) -> Option<u16> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&answer[..end]).expect("a head of text");
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let is_whole = answer.len() >= end + length.unwrap_or(0);
    is_whole.then(|| head.split(' ').nth(1)?.parse().ok()).flatten()
}
