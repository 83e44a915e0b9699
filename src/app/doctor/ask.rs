//! What a running house says of itself at `/healthz`, over http or https.

use crate::tls;
use serde_json::Value;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

/// The longest answer that is read.
const LONGEST: u64 = 64 * 1024;

/// What a house answers.
pub(super) struct HouseAnswer {
    /// `Null` for what is no JSON.
    pub body: Value,
    /// Whether it speaks https alone, and was asked in clear.
    pub wants_https: bool,
}

/// Asks the house that listens here; by https if its certificate is named.
pub(super) fn ask(listen: SocketAddr, certificate: Option<&Path>, patience: Duration) -> io::Result<HouseAnswer> {
    let host = if listen.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { listen.ip() };
    let stream = TcpStream::connect_timeout(&SocketAddr::new(host, listen.port()), patience)?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    let answer = match certificate {
        Some(file) => answer(tls::connect_pinned(&fs::read(file)?, host, stream)?, listen.port()),
        None => answer(stream, listen.port()),
    }?;
    let body = answer.split_once("\r\n\r\n").map_or(&*answer, |(_, body)| body);
    // Where the body is chunked, the object stands among the lengths.
    let object = body.find('{').zip(body.rfind('}')).map_or("", |(from, to)| &body[from..=to]);
    let body: Value = serde_json::from_str(object).unwrap_or(Value::Null);
    let wants_https = body["refusal"] == "https-only";
    Ok(HouseAnswer { body, wants_https })
}

fn answer(mut stream: impl Read + Write, port: u16) -> io::Result<String> {
    let request = format!("GET /healthz HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.take(LONGEST).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
