//! Printers on the network: raw bytes to port 9100, and answers back on the same connection.
//!
//! One connection stays open and carries a query every few seconds, because most printers close a connection that is
//! quiet for minutes, and serve only one at a time. Bytes that the network took are not yet on paper: see
//! [`dialogue`](super::dialogue).
//!
//! Little is kept on this side, and closing resets the connection, so that what the printer has not taken never comes
//! out. What lies unread on the other side shows only in the room that it says it has.

use super::cause::OfflineCause;
use super::kernel;
use super::wire::Wire;
use crate::clock::Deadline;
use crate::health::{self, SHOWS_LIFE};
use rustix::net::sockopt::{set_socket_linger, set_socket_send_buffer_size};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::mpsc;
use std::time::Duration;

/// The time limit for looking up a host name.
const LOOK_UP: Duration = Duration::from_secs(1);
/// What this side keeps of a slip, in bytes; the kernel doubles it for its own needs.
const SEND_BUFFER: usize = 8 * 1024;
/// The most bytes between two looks at the other side's room.
const PIECE: usize = 2 * 1024;
/// Less room than before by so many bytes may have other reasons than bytes that lie unread.
const NARROWER: usize = 1024;

/// A printer on the network, connected or not.
pub struct Tcp {
    host: String,
    port: u16,
    stream: Option<TcpStream>,
    room: PeersRoom,
    /// The result of a look-up that was not done in time.
    pending_look_up: Option<mpsc::Receiver<io::Result<Vec<SocketAddr>>>>,
}

/// The room of the other side, as it has said. Who reads has as much room afterwards as before; the room of one who does
/// not gets narrower with what is sent.
#[derive(Debug, Clone, Copy, Default)]
struct PeersRoom {
    widest: u32,
    /// The bytes that were sent since.
    sent: usize,
}

impl PeersRoom {
    fn note(&mut self, stream: &TcpStream, sent: usize) {
        self.sent += sent;
        if let Some(now) = kernel::peers_window(stream).filter(|now| *now >= self.widest) {
            *self = PeersRoom { widest: now, sent: 0 };
        }
    }

    fn is_back(&self, stream: &TcpStream) -> bool {
        let tolerance = NARROWER + self.sent / 4;
        kernel::peers_window(stream).is_none_or(|now| now as usize + tolerance >= self.widest as usize)
    }
}

impl Tcp {
    /// A printer that is not connected yet.
    pub fn new(host: &str, port: u16) -> Tcp {
        Tcp { host: host.to_owned(), port, stream: None, room: PeersRoom::default(), pending_look_up: None }
    }

    /// The system's look-up has no deadline, so it runs in a thread of its own, one at a time.
    fn look_up(&mut self, deadline: Deadline) -> io::Result<Vec<SocketAddr>> {
        if let Ok(number) = self.host.parse() {
            return Ok(vec![SocketAddr::new(number, self.port)]);
        }
        let result = match self.pending_look_up.take() {
            Some(result) => result,
            None => {
                let (sender, result) = mpsc::sync_channel(1);
                let (host, port) = (self.host.clone(), self.port);
                let look_up = move || {
                    // The receiver is gone when the printer is; then the result is not needed.
                    let _ = sender.send((host.as_str(), port).to_socket_addrs().map(Iterator::collect));
                };
                std::thread::Builder::new().name("printer-name".to_owned()).spawn(look_up)?;
                result
            }
        };
        match result.recv_timeout(deadline.left_up_to(LOOK_UP).unwrap_or_default()) {
            Ok(addresses) => addresses.map_err(|_| OfflineCause::NoSuchHost.into()),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                self.pending_look_up = Some(result);
                Err(io::Error::new(io::ErrorKind::TimedOut, "the printer's name could not be looked up in time"))
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn stream(&mut self) -> io::Result<&mut TcpStream> {
        self.stream.as_mut().ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}

impl Wire for Tcp {
    fn open(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.stream.is_some() {
            return Ok(());
        }
        let mut error = io::Error::from(io::ErrorKind::NotFound);
        for address in self.look_up(deadline)? {
            let Some(left) = deadline.left() else { break };
            match TcpStream::connect_timeout(&address, left) {
                Ok(stream) => {
                    stream.set_nodelay(true)?;
                    set_socket_send_buffer_size(&stream, SEND_BUFFER)?;
                    self.room = PeersRoom::default();
                    self.stream = Some(stream);
                    return Ok(());
                }
                Err(refused) => error = refused,
            }
        }
        Err(error)
    }

    fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()> {
        let mut room = self.room;
        let stream = self.stream()?;
        let mut rest = bytes;
        while !rest.is_empty() {
            health::show_life();
            let left = deadline.left_up_to(SHOWS_LIFE).ok_or(OfflineCause::NotTaking)?;
            stream.set_write_timeout(Some(left))?;
            match stream.write(&rest[..rest.len().min(PIECE)]) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => {
                    rest = &rest[written..];
                    room.note(stream, written);
                }
                Err(error) if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
                Err(error) => return Err(error),
            }
        }
        self.room = room;
        Ok(())
    }

    fn is_taken(&mut self) -> io::Result<bool> {
        let mut room = self.room;
        let stream = self.stream()?;
        room.note(stream, 0);
        let is_taken = kernel::bytes_queued(&*stream).is_none_or(|queued| queued == 0) && room.is_back(stream);
        self.room = room;
        Ok(is_taken)
    }

    fn read(&mut self, deadline: Deadline) -> io::Result<Vec<u8>> {
        let left = deadline.left().ok_or(io::ErrorKind::TimedOut)?;
        let stream = self.stream()?;
        stream.set_read_timeout(Some(left))?;
        let mut bytes = vec![0; 1024];
        match stream.read(&mut bytes)? {
            0 => Err(io::ErrorKind::ConnectionAborted.into()),
            count => {
                bytes.truncate(count);
                Ok(bytes)
            }
        }
    }

    fn close(&mut self) {
        if let Some(stream) = self.stream.take() {
            // Without it the kernel would go on sending what is left. When it fails, there is nothing else to do.
            let _ = set_socket_linger(&stream, Some(Duration::ZERO));
        }
    }

    fn keeps_answers(&self) -> bool {
        false
    }
}
