//! Accepts connections, and limits how long each may take; `places.rs` limits their number.
//!
//! Promises: a connection that is idle for a minute, takes 30 s for a TLS handshake or to send a request, or does not read its
//! response is closed, and an idle one earlier when its place is needed; a stop waits two seconds for responses that are under
//! way.

use crate::tls::{DoorStream, Https, Opening, WireKind};
use crate::web::http::places::{Place, PlaceHandle, Places};
use crate::web::http::proxies::Proxies;
use crate::web::http::rare_line::RareLine;
use axum::Router;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::{Sleep, sleep};

/// How long a connection may be idle in both directions. An event stream sends a keep-alive every 15 s.
const IDLE_MOST: Duration = Duration::from_secs(60);
/// The same for a connection that only gets the error that there are too many.
const REFUSAL_MOST: Duration = Duration::from_secs(5);
/// How long may pass between a request's first byte and its response's first byte.
const REQUEST_MOST: Duration = Duration::from_secs(30);
/// How long a stop waits for responses that are under way.
const SHUTDOWN_MOST: Duration = Duration::from_secs(2);

/// How long accepting rests when the system gives no more connections.
const NONE_GIVEN: Duration = Duration::from_millis(100);

/// The other end of a connection.
#[derive(Debug, Clone)]
pub struct Peer {
    pub(in crate::web) address: SocketAddr,
    /// `None` for a request that comes on no connection, as in tests.
    pub(in crate::web) place: Option<Arc<PlaceHandle>>,
    /// Of a door with a certificate.
    pub(in crate::web) wire: Option<WireKind>,
}

impl Peer {
    /// The sender of a request that comes on no connection.
    pub fn at(address: SocketAddr) -> Peer {
        Peer { address, place: None, wire: None }
    }
}

/// How a door listens.
pub(in crate::web) struct Listening {
    pub(in crate::web) listener: TcpListener,
    /// Without it the door speaks plain HTTP alone.
    pub(in crate::web) https: Option<Https>,
    pub(in crate::web) places: Places,
}

/// Serves one door that has all places to itself, with no proxy before it; see `serve_with`.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()> + Send + 'static) {
    let places = Places::new(Proxies::default());
    serve_with(Listening { listener, https: None, places }, router, stop).await;
}

/// Serves until `stop` completes, then at most two seconds longer: an event stream would never end by itself.
pub(in crate::web) async fn serve_with(
    listening: Listening,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let (stopping, stopped) = oneshot::channel();
    let stop = async move {
        stop.await;
        let _ = stopping.send(());
    };
    let service = router.into_make_service_with_connect_info::<Peer>();
    let serving = axum::serve(listening, service).with_graceful_shutdown(stop).into_future();
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

/// Accepts a connection only while there is a place for it.
impl Listener for Listening {
    type Io = LimitedStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (LimitedStream, SocketAddr) {
        loop {
            let (stream, address) = match self.listener.accept().await {
                Ok(accepted) => accepted,
                Err(error) => {
                    rest_after(&error).await;
                    continue;
                }
            };
            if let Some(place) = self.places.take(address.ip()) {
                // Without it a response may be late; no reason to refuse the connection.
                let _ = stream.set_nodelay(true);
                let (stream, wire) = match &self.https {
                    Some(https) => {
                        let (stream, wire) = DoorStream::with(https, stream);
                        (stream, Some(wire))
                    }
                    None => (DoorStream::plain(stream), None),
                };
                return (LimitedStream::new(stream, wire, place), address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Listening>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Listening>) -> Peer {
        let io = stream.io();
        Peer { address: *stream.remote_addr(), place: Some(Arc::clone(&io.place.handle)), wire: io.wire.clone() }
    }
}

/// A client that hangs up before it is let in is no reason to rest; a lack of descriptors or memory is.
async fn rest_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted) {
        return;
    }
    static LINE: RareLine = RareLine::new();
    if let Some(left_out) = LINE.due() {
        tracing::error!(%error, left_out, "the operating system gives no more connections: raise this user's limit of open files, or end other programs");
    }
    sleep(NONE_GIVEN).await;
}

/// A connection with a deadline.
pub(in crate::web) struct LimitedStream {
    stream: DoorStream,
    wire: Option<WireKind>,
    deadline: Pin<Box<Sleep>>,
    /// Whether a byte of a response was written since the last request began.
    has_responded: bool,
    /// Whether its place went to another connection.
    is_given_up: bool,
    place: Place,
}

impl LimitedStream {
    fn new(stream: DoorStream, wire: Option<WireKind>, place: Place) -> LimitedStream {
        let most = if place.handle.is_turned_away() { REFUSAL_MOST } else { IDLE_MOST };
        let deadline = Box::pin(sleep(most));
        LimitedStream { stream, wire, deadline, has_responded: true, is_given_up: false, place }
    }

    /// A handshake counts as a request, and what follows it as a new connection.
    fn note_handshake(&mut self, before: Opening, polled: &Poll<io::Result<()>>) {
        if let (Opening::Silent | Opening::Handshake, Poll::Ready(Err(error))) = (before, polled) {
            log_failed_handshake(error);
        }
        let most = match (before, self.stream.opening()) {
            (Opening::Silent, Opening::Handshake) => REQUEST_MOST,
            (Opening::Silent | Opening::Handshake, Opening::Open) if self.is_tls() => IDLE_MOST,
            _ => return,
        };
        self.set_deadline(if self.place.handle.is_turned_away() { REFUSAL_MOST } else { most });
    }

    fn is_tls(&self) -> bool {
        self.wire.as_ref().is_some_and(WireKind::is_tls)
    }

    fn set_deadline(&mut self, time: Duration) {
        self.deadline.set(sleep(time));
    }

    fn until_deadline<T>(&mut self, context: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if self.deadline.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        if self.is_given_up || Pin::new(&mut self.place.given_up).poll(context).is_ready() {
            self.is_given_up = true;
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
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
        let opening = self.stream.opening();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        if opening != Opening::Open {
            self.note_handshake(opening, &polled);
        }
        let has_bytes = polled.is_ready() && buffer.filled().len() > before;
        // Only the first byte of a request moves the deadline: a client that sends a byte now and then must not keep it open.
        if has_bytes && self.has_responded {
            self.has_responded = false;
            let most = if self.place.handle.is_turned_away() { REFUSAL_MOST } else { REQUEST_MOST };
            self.set_deadline(most);
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
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() {
            self.place.handle.flushed();
            return flushed;
        }
        self.until_deadline(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(context);
        if shut.is_ready() { shut } else { self.until_deadline(context, shut) }
    }
}

/// Clients that hang up are no news: browsers open connections that they do not use.
fn log_failed_handshake(error: &io::Error) {
    static LINE: RareLine = RareLine::new();
    if error.kind() != io::ErrorKind::InvalidData {
        tracing::debug!(%error, "a TLS handshake was not finished");
    } else if let Some(left_out) = LINE.due() {
        tracing::info!(
            %error,
            left_out,
            "a TLS handshake failed: if it is a browser of the house, install the certificate's authority there, or a newer browser"
        );
    }
}
