//! A connection of a door: plain, or with TLS, or whichever its first byte begins.
//!
//! How it works: a door with a certificate looks at the first byte without taking it. That of a TLS handshake leads to the
//! handshake, which goes on whenever the connection is read or written; every other one begins plain HTTP.

use super::https::Https;
use rustls::ServerConfig;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;
use tokio_rustls::{Accept, TlsAcceptor};

/// The first byte of a TLS handshake (RFC 8446, 5.1).
const HANDSHAKE: u8 = 0x16;
/// How much of a response waits for a client that does not read.
const BUFFER_MOST: usize = 16 * 1024;

/// A connection of a door.
pub struct DoorStream(DoorState);

enum DoorState {
    Plain(TcpStream),
    /// Nothing has come yet.
    Silent(TcpStream, Https, WireKind),
    Handshake(Box<Accept<TcpStream>>),
    Tls(Box<TlsStream<TcpStream>>),
    /// The handshake has failed.
    Failed,
}

/// How far a connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    Silent,
    Handshake,
    Open,
}

/// Whether a connection turned out to have TLS. Clones are of the same connection.
#[derive(Debug, Clone, Default)]
pub struct WireKind(Arc<AtomicBool>);

impl WireKind {
    pub fn is_tls(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl DoorStream {
    pub fn plain(stream: TcpStream) -> DoorStream {
        DoorStream(DoorState::Plain(stream))
    }

    /// A connection that may begin with a handshake, and how it turns out.
    pub fn with(https: &Https, stream: TcpStream) -> (DoorStream, WireKind) {
        let kind = WireKind::default();
        (DoorStream(DoorState::Silent(stream, https.clone(), kind.clone())), kind)
    }

    pub fn opening(&self) -> Opening {
        match self.0 {
            DoorState::Plain(_) | DoorState::Tls(_) => Opening::Open,
            DoorState::Silent(..) => Opening::Silent,
            DoorState::Handshake(_) | DoorState::Failed => Opening::Handshake,
        }
    }

    /// Goes on until the connection can be read.
    fn poll_open(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            match &mut self.0 {
                DoorState::Plain(_) | DoorState::Tls(_) => return Poll::Ready(Ok(())),
                DoorState::Silent(stream, https, kind) => {
                    let mut first = [0];
                    let mut first = ReadBuf::new(&mut first);
                    ready!(stream.poll_peek(context, &mut first))?;
                    let is_tls = first.filled() == [HANDSHAKE];
                    let (https, kind) = (https.clone(), kind.clone());
                    let DoorState::Silent(stream, ..) = std::mem::replace(&mut self.0, DoorState::Failed) else {
                        continue;
                    };
                    self.0 = match (is_tls, https.config()) {
                        (false, _) => DoorState::Plain(stream),
                        (true, Some(config)) => {
                            kind.0.store(true, Ordering::Relaxed);
                            DoorState::Handshake(Box::new(accept(config, stream)))
                        }
                        (true, None) => DoorState::Failed,
                    };
                }
                DoorState::Handshake(accept) => {
                    let accepted = ready!(Pin::new(accept).poll(context));
                    self.0 = DoorState::Failed;
                    self.0 = DoorState::Tls(Box::new(accepted?));
                }
                DoorState::Failed => return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
            }
        }
    }
}

fn accept(config: Arc<ServerConfig>, stream: TcpStream) -> Accept<TcpStream> {
    TlsAcceptor::from(config).accept_with(stream, |session| session.set_buffer_limit(Some(BUFFER_MOST)))
}

impl AsyncRead for DoorStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        ready!(self.poll_open(context))?;
        match &mut self.0 {
            DoorState::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            DoorState::Tls(stream) => Pin::new(stream).poll_read(context, buffer),
            DoorState::Silent(..) | DoorState::Handshake(_) | DoorState::Failed => Poll::Pending,
        }
    }
}

impl AsyncWrite for DoorStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_open(context))?;
        match &mut self.0 {
            DoorState::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            DoorState::Tls(stream) => Pin::new(stream).poll_write(context, bytes),
            DoorState::Silent(..) | DoorState::Handshake(_) | DoorState::Failed => Poll::Pending,
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.0 {
            DoorState::Plain(stream) => Pin::new(stream).poll_flush(context),
            DoorState::Tls(stream) => Pin::new(stream).poll_flush(context),
            // There is nothing to send yet, or any more.
            DoorState::Silent(..) | DoorState::Handshake(_) | DoorState::Failed => Poll::Ready(Ok(())),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.0 {
            DoorState::Plain(stream) | DoorState::Silent(stream, ..) => Pin::new(stream).poll_shutdown(context),
            DoorState::Tls(stream) => Pin::new(stream).poll_shutdown(context),
            // It is closed when it is dropped.
            DoorState::Handshake(_) | DoorState::Failed => Poll::Ready(Ok(())),
        }
    }
}
