//! Printers on the network: raw bytes to port 9100, and answers back on the same connection.
//!
//! One connection stays open and carries a query every few seconds, because most printers close a connection that is
//! quiet for minutes, and serve only one at a time. Bytes that the network took are not yet on paper: see
//! [`dialogue`](super::dialogue).

use super::dialogue::Wire;
use crate::clock::Deadline;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::mpsc;
use std::time::Duration;

/// The time limit for looking up a host name.
const LOOK_UP: Duration = Duration::from_secs(1);

/// A printer on the network, connected or not.
pub struct Tcp {
    host: String,
    port: u16,
    stream: Option<TcpStream>,
    /// The result of a look-up that was not done in time.
    pending_look_up: Option<mpsc::Receiver<io::Result<Vec<SocketAddr>>>>,
}

impl Tcp {
    /// A printer that is not connected yet.
    pub fn new(host: &str, port: u16) -> Tcp {
        Tcp { host: host.to_owned(), port, stream: None, pending_look_up: None }
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
            Ok(addresses) => addresses,
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
                    self.stream = Some(stream);
                    return Ok(());
                }
                Err(refused) => error = refused,
            }
        }
        Err(error)
    }

    fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()> {
        let stream = self.stream()?;
        let mut rest = bytes;
        while !rest.is_empty() {
            let left = deadline.left().ok_or(io::ErrorKind::TimedOut)?;
            stream.set_write_timeout(Some(left))?;
            match stream.write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn read(&mut self, deadline: Deadline) -> io::Result<Vec<u8>> {
        let left = deadline.left().ok_or(io::ErrorKind::TimedOut)?;
        let stream = self.stream()?;
        stream.set_read_timeout(Some(left))?;
        let mut bytes = vec![0; 64];
        match stream.read(&mut bytes)? {
            0 => Err(io::ErrorKind::ConnectionAborted.into()),
            count => {
                bytes.truncate(count);
                Ok(bytes)
            }
        }
    }

    fn close(&mut self) {
        self.stream = None;
    }
}
