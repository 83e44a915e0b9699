//! Accepts connections and gives each of them a limited time and place.
//!
//! Promises: at most 512 connections, 64 from one other machine or home; whoever sends nothing for a minute, dribbles a request
//! for 30 s or does not take the answer is dropped; a stop waits two seconds for those who are being answered.

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::{Sleep, sleep};

/// The most connections.
const CONNECTIONS_MOST: usize = 512;
/// The most connections from one address that is not this machine.
const CONNECTIONS_FROM_ONE: usize = 64;
/// How long a connection may be silent in both directions; event streams say something every 15 s.
const SILENCE_MOST: Duration = Duration::from_secs(60);
/// How long a request may take to come in and the answer to begin.
const REQUEST_MOST: Duration = Duration::from_secs(30);
/// How long a stop waits for those who are being answered.
const GOODBYE: Duration = Duration::from_secs(2);

/// The address at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// Whom an address stands for when it is counted: itself, or for IPv6 its network of 64 bits, because whoever has one
/// address of such a network has all of them.
pub(in crate::web) fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) if !address.is_loopback() => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
        }
        address => address,
    }
}

/// Serves until `stop` is done, and then at most two seconds longer: event streams have no end of their own.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()> + Send + 'static) {
    let doors = Doors { listener, places: Arc::new(Semaphore::new(CONNECTIONS_MOST)), guests: Arc::default() };
    let (stopping, stopped) = oneshot::channel();
    let stop = async move {
        stop.await;
        let _ = stopping.send(());
    };
    let service = router.into_make_service_with_connect_info::<Peer>();
    let serving = axum::serve(doors, service).with_graceful_shutdown(stop).into_future();
    let last_call = async {
        match stopped.await {
            Ok(()) => sleep(GOODBYE).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = serving => if let Err(error) = served {
            tracing::error!(%error, "the web has ended");
        },
        () = last_call => tracing::info!("open connections are cut"),
    }
}

struct Doors {
    listener: TcpListener,
    places: Arc<Semaphore>,
    guests: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Listener for Doors {
    type Io = Guest;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Guest, SocketAddr) {
        loop {
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else {
                std::future::pending::<()>().await;
                continue;
            };
            let (stream, address) = Listener::accept(&mut self.listener).await;
            if let Some(seat) = Seat::take(&self.guests, network_of(address.ip())) {
                let _ = stream.set_nodelay(true);
                let deadline = Box::pin(sleep(SILENCE_MOST));
                return (Guest { stream, deadline, is_answered: true, _place: place, _seat: seat }, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Doors>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Doors>) -> Peer {
        Peer(*stream.remote_addr())
    }
}

/// One of the connections that an address may have; given back when dropped.
struct Seat {
    guests: Arc<Mutex<HashMap<IpAddr, usize>>>,
    address: IpAddr,
}

impl Seat {
    fn take(guests: &Arc<Mutex<HashMap<IpAddr, usize>>>, address: IpAddr) -> Option<Seat> {
        let mut counts = guests.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= CONNECTIONS_FROM_ONE && !address.is_loopback() {
            return None;
        }
        *count += 1;
        Some(Seat { guests: Arc::clone(guests), address })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut counts = self.guests.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

/// A connection with a deadline.
struct Guest {
    stream: TcpStream,
    deadline: Pin<Box<Sleep>>,
    /// Whether something was written since the last request began to come in.
    is_answered: bool,
    _place: OwnedSemaphorePermit,
    _seat: Seat,
}

impl Guest {
    fn allow(&mut self, time: Duration) {
        self.deadline.set(sleep(time));
    }

    fn until_deadline<T>(&mut self, context: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if self.deadline.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        polled
    }
}

impl AsyncRead for Guest {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        let has_come = polled.is_ready() && buffer.filled().len() > before;
        if has_come && self.is_answered {
            self.is_answered = false;
            self.allow(REQUEST_MOST);
        }
        self.until_deadline(context, polled)
    }
}

impl AsyncWrite for Guest {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        if polled.is_ready() {
            self.is_answered = true;
            self.allow(SILENCE_MOST);
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
