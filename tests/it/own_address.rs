//! Connections from an address of this machine that is no loopback, as strangers have.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(10);

/// How many connections of strangers one network has.
pub const SHARE: usize = 192;

/// An address of this machine that is not loopback. No packet is sent.
pub fn own_address() -> IpAddr {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).expect("a socket");
    socket.connect((Ipv4Addr::new(203, 0, 113, 1), 9)).expect("this test needs a machine with a network address");
    socket.local_addr().expect("an address").ip()
}

pub fn connect(to: SocketAddr) -> TcpStream {
    let socket = TcpStream::connect(to).expect("a connection");
    socket.set_read_timeout(Some(SOON)).expect("a time limit");
    socket
}

/// Holds a connection with a request whose body does not come; it is being answered when this returns.
pub fn hold(to: SocketAddr) -> TcpStream {
    let mut socket = connect(to);
    let request = "POST /t/x/withdraw HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                   Content-Length: 5\r\nExpect: 100-continue\r\n\r\n";
    socket.write_all(request.as_bytes()).expect("to write");
    let mut head = [0; 12];
    socket.read_exact(&mut head).expect("to be asked for the body");
    assert_eq!(&head, b"HTTP/1.1 100");
    socket
}

/// Whether the server has closed a connection.
pub fn is_closed(socket: &mut TcpStream) -> bool {
    // What was closed with something unread is reset.
    socket.read(&mut [0; 64]).is_ok_and(|count| count == 0)
}
