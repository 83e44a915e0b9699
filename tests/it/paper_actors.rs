//! Printers played by scripts: one on the network, one behind a device file.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What a printer without paper answers to `DLE EOT`.
pub const PAPER_OUT: [u8; 4] = [0x1a, 0x32, 0x12, 0x7e];

/// Makes something of an answer: of the number of its connection, the command, and the answer; `None` hangs up.
pub type Garbles = Arc<dyn Fn(usize, &[u8], Vec<u8>) -> Option<Vec<u8>> + Send + Sync>;

/// A network printer that is played by a script: what it answers to `DLE EOT`, and what it does with a slip.
#[derive(Clone)]
pub struct Script {
    pub answers: Arc<Mutex<Option<[u8; 4]>>>,
    fence: Option<u8>,
    /// Hangs up after so many bytes of the first connection.
    pub dies_after: Option<usize>,
    /// Takes nothing for so long before it hangs up.
    pub dying: Duration,
    /// A new connection goes on in the middle of the command in which the last one ended, as with printers whose network
    /// card alone begins afresh.
    pub goes_on: bool,
    /// Answers the first fence so late, and no other.
    pub late_fence: Option<Duration>,
    /// Sends this unasked after each cut, and instead of an answer to a fence.
    pub unasked: Option<Vec<u8>>,
    /// Has no paper left after the first cut.
    pub denies_after_the_cut: Arc<AtomicBool>,
    /// Does not answer so many fences.
    pub loses_fences: usize,
    /// Answers `GS ( H`.
    pub knows_ids: bool,
    /// Answers this question of `DLE EOT` only.
    pub only_question: Option<u8>,
    /// Hangs up after each cut.
    pub hangs_up: bool,
    /// What it makes of an answer.
    pub garbles: Option<Garbles>,
    /// How many connections it has taken.
    connections: usize,
    line: Arc<Mutex<Option<TcpStream>>>,
    received: Arc<Mutex<Vec<u8>>>,
    cuts: Arc<AtomicUsize>,
}

impl Script {
    /// A printer that answers these, or nothing.
    pub fn new(answers: Option<[u8; 4]>, fence: Option<u8>) -> Script {
        Script {
            answers: Arc::new(Mutex::new(answers)),
            fence,
            dies_after: None,
            dying: Duration::ZERO,
            goes_on: false,
            late_fence: None,
            unasked: None,
            denies_after_the_cut: Arc::default(),
            loses_fences: 0,
            knows_ids: false,
            only_question: None,
            hangs_up: false,
            garbles: None,
            connections: 0,
            line: Arc::default(),
            received: Arc::default(),
            cuts: Arc::default(),
        }
    }

    /// Listens; gives its address.
    pub fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        self.plays_on(listener);
        format!("tcp://127.0.0.1:{port}")
    }

    /// Takes the connections of this listener.
    pub fn plays_on(&self, listener: TcpListener) {
        let script = self.clone();
        thread::spawn(move || {
            let (mut script, mut reading) = (script, Reading::default());
            for stream in listener.incoming() {
                script.talk(stream.expect("a connection"), &mut reading);
                *script.line.lock().expect("a healthy lock") = None;
                script.dies_after = None;
                if !script.goes_on {
                    reading = Reading::default();
                }
            }
        });
    }

    /// Reads byte by byte, as a printer does, so that a question is told from dots by what stands before it.
    fn talk(&mut self, mut stream: TcpStream, reading: &mut Reading) {
        let mut late_fence = self.late_fence;
        self.connections += 1;
        *self.line.lock().expect("a healthy lock") = stream.try_clone().ok();
        let Reading { last, raster_left } = reading;
        let mut buffer = [0; 512];
        while let Ok(count @ 1..) = stream.read(&mut buffer) {
            for byte in &buffer[..count] {
                self.received.lock().expect("a healthy lock").push(*byte);
                if self.dies_after.is_some_and(|most| self.received.lock().expect("a healthy lock").len() >= most) {
                    thread::sleep(self.dying);
                    return;
                }
                if *raster_left > 0 {
                    *raster_left -= 1;
                    continue;
                }
                last.push(*byte);
                if let [0x1d, 0x76, 0x30, 0x00, width, wide, height, high] = *last.as_slice() {
                    let two = |low: u8, high: u8| usize::from(low) | usize::from(high) << 8;
                    *raster_left = two(width, wide) * two(height, high);
                    last.clear();
                }
                let Some(mut answer) = self.answer(last, &stream, &mut late_fence) else { continue };
                if let Some(garbles) = &self.garbles {
                    let Some(garbled) = garbles(self.connections, last, answer) else { return };
                    answer = garbled;
                }
                last.clear();
                let is_end = answer.len() == 1 && answer.first() == self.fence.as_ref();
                if stream.write_all(&answer).is_err() || self.hangs_up && is_end {
                    return;
                }
            }
        }
    }

    /// What it answers to a command; `None` while that is not whole.
    fn answer(&mut self, command: &[u8], stream: &TcpStream, late_fence: &mut Option<Duration>) -> Option<Vec<u8>> {
        Some(match command {
            [0x10, 0x04, question @ 1..=4] => {
                let is_known = self.only_question.is_none_or(|known| known == *question);
                let answers = (*self.answers.lock().expect("a healthy lock")).filter(|_| is_known);
                answers.map(|answers| answers[usize::from(*question) - 1]).into_iter().collect()
            }
            [0x1d, 0x72, 0x01] if self.late_fence.is_some() => {
                if let Some(delay) = late_fence.take() {
                    let mut stream = stream.try_clone().expect("the same connection");
                    thread::spawn(move || {
                        thread::sleep(delay);
                        // Nobody may listen any more.
                        let _ = stream.write_all(&[0]);
                    });
                }
                Vec::new()
            }
            [0x1d, 0x72, 0x01] if self.loses_fences > 0 => {
                self.loses_fences -= 1;
                Vec::new()
            }
            [0x1d, 0x72, 0x01] => {
                self.fence.map_or_else(|| self.unasked.clone().unwrap_or_default(), |answer| vec![answer])
            }
            [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, id @ ..] if id.len() == 4 && self.knows_ids => {
                [&[0x37, 0x22], id, &[0x00]].concat()
            }
            [0x1d, 0x56, 0x42, _] => {
                self.cuts.fetch_add(1, Ordering::Relaxed);
                if self.denies_after_the_cut.load(Ordering::Relaxed) {
                    *self.answers.lock().expect("a healthy lock") = Some(PAPER_OUT);
                }
                self.unasked.clone().unwrap_or_default()
            }
            // What stands between commands and is not a command is ignored.
            [0x00] | [0x1b, 0x40] | [0x1d, 0x61, _] => Vec::new(),
            _ => return None,
        })
    }

    /// Its end of the newest connection.
    pub fn line(&self) -> TcpStream {
        let line = self.line.lock().expect("a healthy lock");
        line.as_ref().and_then(|line| line.try_clone().ok()).expect("a connection")
    }

    /// Says this unasked.
    pub fn says(&self, bytes: &[u8]) {
        let mut line = self.line();
        // Else it would wait until what was said before is confirmed.
        line.set_nodelay(true).expect("a connection");
        line.write_all(bytes).expect("it is heard");
    }

    /// All bytes that have come.
    pub fn received(&self) -> Vec<u8> {
        self.received.lock().expect("a healthy lock").clone()
    }

    /// Waits until it has cut so many times: bytes take a moment from one thread to the other.
    pub fn has_cut(&self, wanted: usize) -> bool {
        let begun = std::time::Instant::now();
        while self.slips() < wanted && begun.elapsed() < Duration::from_secs(10) {
            thread::sleep(Duration::from_millis(5));
        }
        self.slips() == wanted
    }

    /// How many times it has cut; a cut that it takes for dots is none.
    pub fn slips(&self) -> usize {
        self.cuts.load(Ordering::Relaxed)
    }
}

/// Where a printer is in what it reads: the command that has begun, and the bytes of a raster that are still to come.
#[derive(Default)]
struct Reading {
    last: Vec<u8>,
    raster_left: usize,
}

/// A terminal that plays a USB printer: the path of its device file, and the program that holds it.
pub struct Terminal(pub String, Child);

impl Terminal {
    /// `body` is Python and has the printer's end as `m`.
    pub fn playing(body: &str) -> Terminal {
        let program = format!(
            "import os, sys, tty, time\nm, s = os.openpty()\ntty.setraw(s)\nprint(os.ttyname(s), flush=True)\n{body}"
        );
        let started = Command::new("python3").args(["-c", &program]).stdout(Stdio::piped()).spawn();
        let mut child = started.unwrap_or_else(|problem| panic!("python3: {problem}: run provisioning/test"));
        let mut name = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut name).expect("the terminal's name");
        Terminal(name.trim().to_owned(), child)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.1.kill();
        let _ = self.1.wait();
    }
}
