//! Accepts connections, and limits their number and how long each may take.
//!
//! Promises: at most 512 connections, 64 of them from one other machine or home network; a connection that is idle for a
//! minute, takes 30 s to send a request or does not read its response is closed; a stop waits two seconds for responses
//! that are under way.

use crate::web::http::per_address::{AddressPermit, PerAddress};
use axum::Router;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::{Sleep, sleep};

/// In all.
const CONNECTIONS_MOST: usize = 512;
/// The most connections from one address that is not this machine.
const CONNECTIONS_FROM_ONE: usize = 64;
/// How long a connection may be idle in both directions. An event stream sends a keep-alive every 15 s.
const IDLE_MOST: Duration = Duration::from_secs(60);
/// How long may pass between a request's first byte and its response's first byte.
const REQUEST_MOST: Duration = Duration::from_secs(30);
/// How long a stop waits for responses that are under way.
const SHUTDOWN_MOST: Duration = Duration::from_secs(2);

/// The address at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// Serves until `stop` completes, then at most two seconds longer: an event stream would never end by itself.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()> + Send + 'static) {
    let all = Arc::new(Semaphore::new(CONNECTIONS_MOST));
    let listener = LimitedListener { listener, all, by_address: PerAddress::default() };
    let (stopping, stopped) = oneshot::channel();
    let stop = async move {
        stop.await;
        let _ = stopping.send(());
    };
    let service = router.into_make_service_with_connect_info::<Peer>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop).into_future();
    let cut_off = async {
        match stopped.await {
            Ok(()) => sleep(SHUTDOWN_MOST).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = serving => if let Err(error) = served {
            tracing::error!(%error, "the HTTP server stopped, so pages and calls get no response: restart the program");
        },
        () = cut_off => tracing::info!("the HTTP server closed the connections that were still open"),
    }
}

/// Accepts a connection only while there is a permit for it.
struct LimitedListener {
    listener: TcpListener,
    all: Arc<Semaphore>,
    by_address: PerAddress,
}

impl Listener for LimitedListener {
    type Io = LimitedStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (LimitedStream, SocketAddr) {
        loop {
            let Ok(of_all) = Arc::clone(&self.all).acquire_owned().await else {
                std::future::pending::<()>().await;
                continue;
            };
            let (stream, address) = Listener::accept(&mut self.listener).await;
            if let Some(permit) = ConnectionPermit::take(of_all, &self.by_address, address.ip()) {
                // Without it a response may be late; no reason to refuse the connection.
                let _ = stream.set_nodelay(true);
                let deadline = Box::pin(sleep(IDLE_MOST));
                return (LimitedStream { stream, deadline, has_responded: true, _permit: permit }, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, LimitedListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, LimitedListener>) -> Peer {
        Peer(*stream.remote_addr())
    }
}

/// Counts a connection among all and among those of its address until it is dropped.
struct ConnectionPermit {
    _of_all: OwnedSemaphorePermit,
    _of_address: AddressPermit,
}

impl ConnectionPermit {
    fn take(of_all: OwnedSemaphorePermit, by_address: &PerAddress, client: IpAddr) -> Option<ConnectionPermit> {
        let of_address = by_address.take(client, CONNECTIONS_FROM_ONE)?;
        Some(ConnectionPermit { _of_all: of_all, _of_address: of_address })
    }
}

/// A connection with a deadline.
struct LimitedStream {
    stream: TcpStream,
    deadline: Pin<Box<Sleep>>,
    /// Whether a byte of a response was written since the last request began.
    has_responded: bool,
    _permit: ConnectionPermit,
}

impl LimitedStream {
    fn set_deadline(&mut self, time: Duration) {
        self.deadline.set(sleep(time));
    }

    fn until_deadline<T>(&mut self, context: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if self.deadline.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        polled
    }
}

impl AsyncRead for LimitedStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        let has_bytes = polled.is_ready() && buffer.filled().len() > before;
        // Only the first byte of a request moves the deadline: a client that sends a byte now and then must not keep it open.
        if has_bytes && self.has_responded {
            self.has_responded = false;
            self.set_deadline(REQUEST_MOST);
        }
        self.until_deadline(context, polled)
    }
}

impl AsyncWrite for LimitedStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        if polled.is_ready() {
            self.has_responded = true;
            self.set_deadline(IDLE_MOST);
        }
        self.until_deadline(context, polled)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
