//! A printer on the network that is as nasty as its manual says, from a moment on, and keeps its own account of the paper.

use crate::paper_ink::{Ink, Row};
use crate::paper_mood::{Moment, Mood};
use crate::ports::own_address;
use std::collections::VecDeque;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Default)]
struct Account {
    mood: Option<Mood>,
    to_come: Option<(Mood, Moment)>,
    /// What was cut off, by its dots.
    sheets: Vec<Vec<Row>>,
}

/// A command that it has received.
enum Received {
    Reset,
    Raster(Vec<Row>),
    Cut,
    Barrier,
}

/// What a printer holds before it takes no more, while it stands still.
const MEMORY: usize = 4096;
/// The bytes in a row of its paper.
const WIDTH: usize = 72;

/// How many sheets of one slip were cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheets {
    pub whole: usize,
    /// Broken off, with a number that can be read.
    pub broken: usize,
}

impl Sheets {
    pub fn all(self) -> usize {
        self.whole + self.broken
    }
}

#[derive(Clone)]
pub struct HostilePrinter {
    pub address: SocketAddr,
    account: Arc<Mutex<Account>>,
}

impl HostilePrinter {
    pub fn start() -> HostilePrinter {
        let listener = TcpListener::bind(own_address()).expect("a port that stays its own");
        let address = listener.local_addr().expect("an address");
        let printer = HostilePrinter { address, account: Arc::default() };
        let account = Arc::downgrade(&printer.account);
        thread::spawn(move || {
            let mut works = Works::new(listener);
            while let Some(account) = account.upgrade() {
                works.turn(&mut account.lock().expect("a healthy lock"));
                drop(account);
                thread::sleep(Duration::from_millis(1));
            }
        });
        printer
    }

    pub fn will_be(&self, mood: Mood, moment: Moment) {
        let mut account = self.account.lock().expect("a healthy lock");
        if moment == Moment::Before {
            account.mood = Some(mood);
        } else {
            account.to_come = Some((mood, moment));
        }
    }

    /// Everything is well again. Power, cutter and nonsense are mended by switching it off and on.
    pub fn heals(&self) {
        let mut account = self.account.lock().expect("a healthy lock");
        (account.mood, account.to_come) = (None, None);
    }

    pub fn has_begun(&self) -> bool {
        self.account.lock().expect("a healthy lock").to_come.is_none()
    }

    /// How many sheets of this slip were cut off.
    pub fn sheets_of(&self, slip: &Ink) -> Sheets {
        let account = self.account.lock().expect("a healthy lock");
        let whole = account.sheets.iter().filter(|sheet| slip.is_whole_on(sheet)).count();
        let readable = account.sheets.iter().filter(|sheet| slip.is_readable_on(sheet)).count();
        Sheets { whole, broken: readable - whole }
    }
}

/// What is inside.
struct Works {
    listener: Option<TcpListener>,
    address: SocketAddr,
    stream: Option<TcpStream>,
    /// Connections that nothing goes over any more.
    dead: Vec<TcpStream>,
    /// What has arrived and was not looked at yet.
    portion: VecDeque<u8>,
    command: Vec<u8>,
    raster_left: usize,
    newest: [u8; 3],
    /// Of the raster that comes: its width in bytes, and its dots so far.
    width: usize,
    dots: Vec<u8>,
    /// The bytes since the last reset.
    bytes: usize,
    held: VecDeque<Received>,
    held_bytes: usize,
    last_mood: Option<Mood>,
    /// Not cut off yet.
    paper: Vec<Row>,
    owed: usize,
    late: Vec<Instant>,
    noise: u32,
}

impl Works {
    fn new(listener: TcpListener) -> Works {
        listener.set_nonblocking(true).expect("a listener");
        let address = listener.local_addr().expect("an address");
        Works {
            listener: Some(listener),
            address,
            stream: None,
            dead: Vec::new(),
            portion: VecDeque::new(),
            command: Vec::new(),
            raster_left: 0,
            newest: [0; 3],
            width: 0,
            dots: Vec::new(),
            bytes: 0,
            held: VecDeque::new(),
            held_bytes: 0,
            last_mood: None,
            paper: Vec::new(),
            owed: 0,
            late: Vec::new(),
            noise: 1,
        }
    }

    fn turn(&mut self, account: &mut Account) {
        if account.mood != self.last_mood {
            self.changes(self.last_mood, account.mood);
            self.last_mood = account.mood;
        }
        if account.mood == Some(Mood::Refuses) || account.mood == Some(Mood::Dies) {
            return;
        }
        if self.listener.is_none() {
            let listener = TcpListener::bind(self.address).expect("the same port");
            listener.set_nonblocking(true).expect("a listener");
            self.listener = Some(listener);
        }
        let is_cut_off = matches!(account.mood, Some(Mood::HalfOpen | Mood::NeverReads));
        if self.stream.is_none() && !is_cut_off {
            self.accept();
        }
        if !is_cut_off {
            self.reads(account);
        }
        self.speaks(account);
        self.works(account);
    }

    fn changes(&mut self, from: Option<Mood>, to: Option<Mood>) {
        match to {
            Some(Mood::Refuses | Mood::Dies) => {
                self.listener = None;
                self.hangs_up();
                self.power_off();
            }
            Some(Mood::Closes) => self.hangs_up(),
            Some(Mood::HalfOpen) => {
                self.dead.extend(self.stream.take());
                self.portion.clear();
            }
            _ => {}
        }
        if to.is_none() && !matches!(from, Some(Mood::PaperOut | Mood::CoverOpen | Mood::NeverReads | Mood::SlowReader))
        {
            self.power_off();
        }
    }

    /// Forgets all but the paper.
    fn power_off(&mut self) {
        self.command.clear();
        self.held.clear();
        self.dots.clear();
        (self.raster_left, self.bytes, self.held_bytes) = (0, 0, 0);
        (self.owed, self.late) = (0, Vec::new());
    }

    fn accept(&mut self) {
        if let Some(Ok((stream, _))) = self.listener.as_ref().map(TcpListener::accept) {
            stream.set_nonblocking(true).expect("a connection");
            self.stream = Some(stream);
            self.held_bytes = 0;
        }
    }

    fn reads(&mut self, account: &mut Account) {
        let mut buffer = [0; 512];
        let (most, portions) = if account.mood == Some(Mood::SlowReader) { (64, 1) } else { (512, 64) };
        for _ in 0..portions {
            while let Some(byte) = self.portion.pop_front() {
                self.receives(byte, account);
                if account.mood != self.last_mood {
                    return;
                }
            }
            if account.mood.is_some_and(Mood::stands_still) && self.held_bytes > MEMORY {
                let error = self.stream.as_ref().and_then(|stream| stream.take_error().ok().flatten());
                return if error.is_some() {
                    self.hangs_up()
                };
            }
            let Some(stream) = &mut self.stream else { return };
            match stream.read(&mut buffer[..most]) {
                Ok(count @ 1..) if account.mood != Some(Mood::Resets) => self.portion.extend(&buffer[..count]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                _ => return self.hangs_up(),
            }
        }
    }

    fn hangs_up(&mut self) {
        self.stream = None;
        self.portion.clear();
    }

    fn receives(&mut self, byte: u8, account: &mut Account) {
        self.bytes += 1;
        self.newest = [self.newest[1], self.newest[2], byte];
        if account.mood.is_some_and(Mood::stands_still)
            && let ([0x10, 0x04, query @ 1..=4], 1..) = (self.newest, self.raster_left)
        {
            // In real time, also in the middle of dots.
            self.answers_query(account.mood, usize::from(query) - 1);
        }
        if account.mood.is_some_and(Mood::stands_still) {
            self.held_bytes += 1;
        }
        let mut received = None;
        if self.raster_left > 0 {
            received = self.receives_dots(byte);
        } else {
            self.command.push(byte);
            match self.command.as_slice() {
                [0x1b, 0x40] => {
                    self.bytes = 2;
                    received = Some(Received::Reset);
                }
                [0x10, 0x04, query @ 1..=4] => {
                    let place = usize::from(*query) - 1;
                    self.answers_query(account.mood, place);
                    self.command.clear();
                }
                [0x1d, 0x76, 0x30, 0x00, width, wide, height, high] => {
                    let two = |low: u8, high: u8| usize::from(low) | usize::from(high) << 8;
                    self.width = two(*width, *wide);
                    self.raster_left = self.width * two(*height, *high);
                    self.command.clear();
                }
                [0x1d, 0x56, 0x42, _] => received = Some(Received::Cut),
                [0x1d, 0x72, 0x01] => received = Some(Received::Barrier),
                [0x1d, 0x61, _] | [0x00] => self.command.clear(),
                _ => {}
            }
        }
        self.begins(account, Moment::AtByte(self.bytes));
        let Some(received) = received else { return };
        self.command.clear();
        let moment = match received {
            Received::Cut => Some(Moment::AfterTheCut),
            Received::Barrier => Some(Moment::AfterTheBarrier),
            _ => None,
        };
        if matches!(received, Received::Barrier) && account.mood == Some(Mood::ProofWithoutPaper) {
            self.says(&[0x00]);
        }
        self.held.push_back(received);
        if let Some(moment) = moment {
            // What came before the moment was done before it.
            self.works(account);
            self.begins(account, moment);
        }
    }

    /// Of a raster; gives it when it is whole.
    fn receives_dots(&mut self, byte: u8) -> Option<Received> {
        self.raster_left -= 1;
        self.dots.push(byte);
        (self.raster_left == 0).then(|| {
            let mut rows: Vec<Row> = self.dots.chunks(self.width).map(<[u8]>::to_vec).collect();
            self.dots.clear();
            rows.iter_mut().for_each(|row| row.resize(WIDTH, 0));
            Received::Raster(rows)
        })
    }

    fn begins(&mut self, account: &mut Account, now: Moment) {
        if let Some((mood, moment)) = account.to_come
            && moment == now
        {
            (account.mood, account.to_come) = (Some(mood), None);
        }
    }

    fn answers_query(&mut self, mood: Option<Mood>, place: usize) {
        match mood {
            Some(Mood::Silent) => {}
            mood => self.says(&[mood.map_or(0x12, |mood| mood.answers()[place])]),
        }
    }

    fn says(&mut self, bytes: &[u8]) {
        if let Some(stream) = &mut self.stream {
            // Nobody may listen.
            let _ = stream.write_all(bytes);
        }
    }

    /// Obeys what it has received.
    fn works(&mut self, account: &mut Account) {
        if account.mood.is_some_and(Mood::stands_still) {
            if account.mood == Some(Mood::StatusForProof) && self.held.iter().any(|it| matches!(it, Received::Barrier))
            {
                self.held.clear();
                self.says(&[0x18, 0x00, 0x0c, 0x00]);
            }
            return;
        }
        self.held_bytes = 0;
        while let Some(received) = self.held.pop_front() {
            match received {
                // What is printed stays where it is.
                Received::Reset => {}
                Received::Raster(rows) => self.paper.extend(rows),
                Received::Cut => account.sheets.push(std::mem::take(&mut self.paper)),
                Received::Barrier => self.answers_barrier(account.mood),
            }
        }
    }

    fn answers_barrier(&mut self, mood: Option<Mood>) {
        match mood {
            Some(Mood::Silent) => {}
            Some(Mood::ProofTwice) => self.says(&[0x00, 0x00]),
            Some(Mood::ProofLate) => self.late.push(Instant::now() + Duration::from_millis(2700)),
            Some(Mood::ProofOfPrevious) => {
                if self.owed > 0 {
                    self.says(&[0x00]);
                }
                self.owed = 1;
            }
            _ => self.says(&[0x00]),
        }
    }

    /// What it says of itself.
    fn speaks(&mut self, account: &mut Account) {
        let due = self.late.iter().filter(|at| **at <= Instant::now()).count();
        for _ in self.late.drain(..due) {
            let _ = self.stream.as_mut().map(|stream| stream.write_all(&[0x00]));
        }
        match account.mood {
            Some(Mood::AutomaticStatus) => self.says(&[0x14, 0x00, 0x00, 0x0f]),
            Some(Mood::NoiseOnce | Mood::NoiseFlood) => {
                let noise: Vec<u8> = (0..200).map(|_| self.random()).collect();
                self.says(&noise);
                if account.mood == Some(Mood::NoiseOnce) {
                    (account.mood, self.last_mood) = (None, None);
                }
            }
            Some(Mood::Closes) => (account.mood, self.last_mood) = (None, None),
            _ => {}
        }
    }

    fn random(&mut self) -> u8 {
        self.noise = self.noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.noise >> 24) as u8
    }
}
