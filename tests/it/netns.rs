//! A network of the test's own, with as many addresses as it wants: the test runs once more in a namespace, without rights.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::Command;
use tokio::net::{TcpSocket, TcpStream};

/// Set for the test that runs inside.
const INSIDE: &str = "SPORTELLO_TEST_INSIDE";
/// Without rights in a user namespace, else as root.
const WAYS: [&str; 2] = ["--map-root-user", "--fork"];

/// An address of another machine, numbered from 1.
pub fn machine(number: u8) -> IpAddr {
    Ipv4Addr::new(10, 77, 0, number).into()
}

/// `false` in the test that runs inside, with so many machines; outside, runs it there and gives `true`.
pub fn ran_inside(test: &str, machines: u8) -> bool {
    if std::env::var_os(INSIDE).is_some() {
        ip(&["link", "set", "lo", "up"]);
        for number in 1..=machines {
            ip(&["address", "add", &format!("{}/32", machine(number)), "dev", "lo"]);
        }
        return false;
    }
    let unshare = |way: &str| {
        let mut command = Command::new("unshare");
        command.args(["--net", way, "--"]);
        command
    };
    let way = WAYS.into_iter().find(|way| unshare(way).arg("true").status().is_ok_and(|status| status.success()));
    let way = way.expect("this test needs a network namespace: allow user namespaces, or run it as root");
    let me = std::env::current_exe().expect("this program");
    let ended = unshare(way).arg(me).args(["--exact", test, "--nocapture"]).env(INSIDE, "1").status();
    assert!(ended.expect("unshare").success(), "it failed inside: see above");
    true
}

fn ip(arguments: &[&str]) {
    assert!(Command::new("ip").args(arguments).status().expect("ip, of iproute2").success(), "ip {arguments:?}");
}

/// Connects from one address to another.
pub async fn connect(from: IpAddr, to: SocketAddr) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::new(from, 0))?;
    socket.connect(to).await
}

/// Sends a request on a connection of its own; gives the status and everything that was answered.
pub async fn ask(
    from: IpAddr,
    to: SocketAddr,
    request: &str,
    headers: &[&str],
    body: &str,
) -> io::Result<(u16, String)> {
    let socket = connect(from, to).await?;
    write(&socket, &written(request, headers, body)).await?;
    let (mut answer, mut part) = (Vec::new(), [0; 4096]);
    loop {
        match read(&socket, &mut part).await? {
            0 => break,
            count => answer.extend_from_slice(&part[..count]),
        }
    }
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    Ok((status.ok_or(io::ErrorKind::UnexpectedEof)?, answer))
}

/// Opens an event stream of the board.
pub async fn board(from: IpAddr, to: SocketAddr, headers: &[&str]) -> io::Result<TcpStream> {
    let socket = connect(from, to).await?;
    write(&socket, &written("GET /api/v1/events?topic=board", headers, "")).await?;
    Ok(socket)
}

/// Reads what is there, once there is anything; nothing at the end.
pub async fn read(socket: &TcpStream, part: &mut [u8]) -> io::Result<usize> {
    loop {
        socket.readable().await?;
        match socket.try_read(part) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            read => return read,
        }
    }
}

async fn write(socket: &TcpStream, text: &str) -> io::Result<()> {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        socket.writable().await?;
        match socket.try_write(rest) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            written => rest = &rest[written?..],
        }
    }
    Ok(())
}

/// A request such as `GET /board`; its connection ends with the answer.
fn written(request: &str, headers: &[&str], body: &str) -> String {
    let more: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let length = body.len();
    format!(
        "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}Content-Length: {length}\r\n\r\n{body}"
    )
}
