//! Boards and desks that are connected to a site: their event streams are read and thrown away by one thread.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;

/// Open streams; they end when it is dropped.
pub struct Listeners {
    is_over: Arc<AtomicBool>,
    bytes: Arc<AtomicUsize>,
    reader: Option<JoinHandle<()>>,
}

impl Listeners {
    /// Connects so many boards, and the pages of these desks.
    pub fn connect(url: &str, boards: usize, desks: &[u16], cookie: &str) -> Listeners {
        let topics = std::iter::repeat_n("board".to_owned(), boards).chain(desks.iter().map(|it| format!("desk:{it}")));
        let streams: Vec<TcpStream> = topics.map(|topic| connect(url, &topic, cookie)).collect();
        let (is_over, bytes) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let (over, read) = (Arc::clone(&is_over), Arc::clone(&bytes));
        let reader = std::thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                read.fetch_add(read_what_is_there(&streams), Ordering::Relaxed);
            }
        });
        Listeners { is_over, bytes, reader: Some(reader) }
    }

    /// How much came so far.
    pub fn bytes(&self) -> usize {
        self.bytes.load(Ordering::Relaxed)
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let _ = self.reader.take().map(JoinHandle::join);
    }
}

fn connect(url: &str, topic: &str, cookie: &str) -> TcpStream {
    let address = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let request = format!(
        "GET /api/v1/events?topic={topic} HTTP/1.1\r\nHost: {address}\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("a request");
    // The first picture comes at once.
    let mut first = [0; 16 * 1024];
    let read = stream.read(&mut first).expect("an answer");
    assert!(first[..read].starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&first[..read]));
    stream
}

fn read_what_is_there(streams: &[TcpStream]) -> usize {
    let mut asked: Vec<PollFd<'_>> = streams.iter().map(|stream| PollFd::new(stream, PollFlags::IN)).collect();
    let soon = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
    if poll(&mut asked, Some(&soon)).is_err() {
        return 0;
    }
    let mut buffer = [0; 64 * 1024];
    let ready = asked.iter().zip(streams).filter(|(asked, _)| asked.revents().contains(PollFlags::IN));
    ready.map(|(_, mut stream)| stream.read(&mut buffer).unwrap_or(0)).sum()
}
