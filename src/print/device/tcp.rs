//! Printers on the network: raw bytes to port 9100, and answers back on the same connection.
//!
//! One connection is kept and asked every few seconds, since most printers close one that is quiet for minutes and serve
//! only one at a time. That the network took bytes says nothing about paper: see [`dialogue`](super::dialogue).

use super::deadline::Deadline;
use super::dialogue::Wire;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::mpsc;
use std::time::Duration;

/// How long a name may take to become a number.
const RESOLVE: Duration = Duration::from_secs(1);

/// A connection to a printer, when there is one.
pub struct Tcp {
    host: String,
    port: u16,
    stream: Option<TcpStream>,
    resolving: Option<mpsc::Receiver<io::Result<Vec<SocketAddr>>>>,
}

impl Tcp {
    /// A printer that is not connected yet.
    pub fn new(host: &str, port: u16) -> Tcp {
        Tcp { host: host.to_owned(), port, stream: None, resolving: None }
    }

    /// Names are looked up in a thread of their own, one at a time, since the system's look-up knows no deadline.
    fn resolve(&mut self, deadline: Deadline) -> io::Result<Vec<SocketAddr>> {
        if let Ok(number) = self.host.parse() {
            return Ok(vec![SocketAddr::new(number, self.port)]);
        }
        let answer = match self.resolving.take() {
            Some(answer) => answer,
            None => {
                let (give, answer) = mpsc::sync_channel(1);
                let (host, port) = (self.host.clone(), self.port);
                let look_up = move || {
                    // Nobody may be waiting any more; then the answer is dropped.
                    let _ = give.send((host.as_str(), port).to_socket_addrs().map(Iterator::collect));
                };
                std::thread::Builder::new().name("printer-name".to_owned()).spawn(look_up)?;
                answer
            }
        };
        match answer.recv_timeout(deadline.left_up_to(RESOLVE).unwrap_or_default()) {
            Ok(addresses) => addresses,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                self.resolving = Some(answer);
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
        let mut problem = io::Error::from(io::ErrorKind::NotFound);
        for address in self.resolve(deadline)? {
            let Some(left) = deadline.left() else { break };
            match TcpStream::connect_timeout(&address, left) {
                Ok(stream) => {
                    stream.set_nodelay(true)?;
                    self.stream = Some(stream);
                    return Ok(());
                }
                Err(refused) => problem = refused,
            }
        }
        Err(problem)
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
                Err(problem) if problem.kind() == io::ErrorKind::Interrupted => {}
                Err(problem) => return Err(problem),
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
