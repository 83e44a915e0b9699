//! Whether a printer is where its address says. Nothing is sent to it, and no device is opened: the house may be using it.

use super::address::{Address, Transport};
use rustix::fs::{Access, access};
use std::io;
use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::time::Duration;

impl Address {
    /// Looks for the printer, within this time for each address of its host.
    pub fn reach(&self, patience: Duration) -> io::Result<()> {
        match &self.transport {
            Transport::Tcp { host, port } => {
                let mut last = io::Error::from(io::ErrorKind::NotFound);
                for address in (host.as_str(), *port).to_socket_addrs()? {
                    match TcpStream::connect_timeout(&address, patience) {
                        Ok(_) => return Ok(()),
                        Err(error) => last = error,
                    }
                }
                Err(last)
            }
            Transport::Lp { path } => Ok(access(path, Access::WRITE_OK)?),
            Transport::File { path } | Transport::Sim { folder: path } => {
                let place = if path.exists() { path } else { path.parent().unwrap_or(Path::new("/")) };
                Ok(access(place, Access::WRITE_OK)?)
            }
        }
    }
}
