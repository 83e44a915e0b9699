//! The current time and deadlines. The only module that asks the machine for the time, so that tests can set the clock.
//!
//! Promises: the time of a house at work never jumps because the machine's clock was set, or had no battery. What differs
//! from the time that has really passed is not believed at once; the hub takes it up with the day's tickets, in one step.
//!
//! How it works: the kernel's boot clock (`machine.rs`) can't be set and counts in sleep too. `trusted.rs` counts the time
//! by it and follows the wall clock while the two agree. `record.rs` keeps both for the next start within the same boot.

mod deadline;
mod machine;
mod record;
mod trusted;

pub use deadline::Deadline;
pub use machine::{Hands, TimeSource};
pub use trusted::{ClockSet, TimeTrust};

use jiff::Timestamp;
use machine::Machine;
use record::Record;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use trusted::{Reading, TrustedTime};

/// No clock is right that shows a time before the year in which this program was made. A machine without a battery starts at
/// 1970, or when its operating system was built.
const PROGRAM_MADE: &str = "2026-01-01T00:00:00Z";

/// A clock: the machine's own as it is, the machine's as far as it can be trusted, or one that stands still until it is
/// set. Clones show the same time.
#[derive(Debug, Clone)]
pub struct Clock(ClockKind);

#[derive(Debug, Clone)]
enum ClockKind {
    Wall,
    Turned(Arc<Turned>),
    Trusted(Arc<Trusted>),
}

/// A clock that stands still, in milliseconds.
#[derive(Debug)]
struct Turned {
    wall: AtomicI64,
    steady: AtomicI64,
}

/// A trusted clock: what it reads, and what it makes of it.
#[derive(Debug)]
struct Trusted {
    source: Box<dyn TimeSource>,
    time: Mutex<TrustedTime>,
    /// The folder of the record.
    folder: PathBuf,
}

/// What is known of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockState {
    pub trust: TimeTrust,
    /// Where the wall clock stands, when it differs from the trusted time.
    pub wall: Option<Timestamp>,
    /// The newest setting of the wall clock that was taken up since the start.
    pub last_set: Option<ClockSet>,
}

impl Clock {
    /// The machine's wall clock as it is, for commands that are over at once.
    pub fn real() -> Clock {
        Clock(ClockKind::Wall)
    }

    /// The machine's clock as far as it can be trusted, for a house with this data folder.
    pub fn of_house(folder: &Path) -> Clock {
        Clock::trusted(Box::new(Machine), folder, program_made())
    }

    /// A clock that reads these hands, as a house with this data folder trusts them; times before `earliest` are impossible.
    pub fn of_hands(hands: &Hands, folder: &Path, earliest: Timestamp) -> Clock {
        Clock::trusted(Box::new(hands.clone()), folder, earliest)
    }

    /// A clock that stands at this moment, to the millisecond.
    pub fn turned(at: Timestamp) -> Clock {
        Clock(ClockKind::Turned(Arc::new(Turned {
            wall: AtomicI64::new(at.as_millisecond()),
            steady: AtomicI64::new(0),
        })))
    }

    fn trusted(source: Box<dyn TimeSource>, folder: &Path, earliest: Timestamp) -> Clock {
        let record = Record::read(folder);
        let is_of_this_boot = record.as_ref().is_some_and(|record| record.boot == source.boot_id());
        let reading = read(source.as_ref());
        let time = TrustedTime::start(reading, record.as_ref(), is_of_this_boot, earliest.as_millisecond());
        let folder = folder.to_owned();
        Clock(ClockKind::Trusted(Arc::new(Trusted { source, time: Mutex::new(time), folder })))
    }

    /// The current time, to the millisecond.
    pub fn now(&self) -> Timestamp {
        timestamp(match &self.0 {
            ClockKind::Wall => machine::wall_ms(),
            ClockKind::Turned(hands) => hands.wall.load(Ordering::SeqCst),
            ClockKind::Trusted(trusted) => trusted.time().now(trusted.read()),
        })
    }

    /// A time that only runs forwards, at the pace of the real one, whatever becomes of the wall clock; between two starts
    /// it may jump. For what counts seconds.
    pub fn steady(&self) -> Duration {
        let milliseconds = match &self.0 {
            ClockKind::Wall => machine::boot_ms(),
            ClockKind::Turned(hands) => hands.steady.load(Ordering::SeqCst),
            ClockKind::Trusted(trusted) => trusted.source.boot_ms(),
        };
        Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0))
    }

    /// Begins with what the house has recorded: when something happened last, and to which time its clock was set last on
    /// this day. A wall clock that stands before that is not believed until it is set.
    pub fn begin(&self, newest: Option<Timestamp>, set_to: Option<Timestamp>) {
        if let ClockKind::Trusted(trusted) = &self.0 {
            let reading = trusted.read();
            let mut time = trusted.time();
            if set_to.is_some_and(|set_to| time.set_to_ms() != Some(set_to.as_millisecond())) {
                time.forget_record(reading);
            }
            if let Some(newest) = newest {
                time.not_before(reading, newest.as_millisecond());
            }
            trusted.keep(&time, reading);
        }
    }

    /// Whether the machine has just booted and a time server may still correct its clock: no day is to end yet.
    pub fn may_be_corrected(&self) -> bool {
        let ClockKind::Trusted(trusted) = &self.0 else { return false };
        trusted.time().may_be_corrected(trusted.read(), trusted.source.is_synchronised())
    }

    /// The setting of the wall clock that is to be taken up now: [`Clock::now`] stays as it was until [`Clock::adopt`].
    pub fn set_to_adopt(&self) -> Option<ClockSet> {
        let ClockKind::Trusted(trusted) = &self.0 else { return None };
        trusted.time().set_to_adopt(trusted.read(), trusted.source.is_synchronised())
    }

    /// Shows the time of the wall clock from now on.
    pub fn adopt(&self, set: &ClockSet) {
        if let ClockKind::Trusted(trusted) = &self.0 {
            let reading = trusted.read();
            let mut time = trusted.time();
            time.adopt(reading, set);
            trusted.keep(&time, reading);
        }
    }

    /// How far the time can be trusted.
    pub fn trust(&self) -> TimeTrust {
        match &self.0 {
            ClockKind::Wall | ClockKind::Turned(_) => TimeTrust::Synchronised,
            ClockKind::Trusted(trusted) => trusted.time().trust(trusted.source.is_synchronised()),
        }
    }

    /// What is known of the clock.
    pub fn state(&self) -> ClockState {
        let ClockKind::Trusted(trusted) = &self.0 else {
            return ClockState { trust: self.trust(), wall: None, last_set: None };
        };
        let (reading, trust) = (trusted.read(), self.trust());
        let mut time = trusted.time();
        let differs = time.differs(reading);
        ClockState { trust, wall: differs.then(|| timestamp(reading.wall_ms)), last_set: time.last_set() }
    }

    /// Sets a clock that stands still, forwards or back; no time goes by. Does nothing to the machine's clock.
    pub fn turn_to(&self, at: Timestamp) {
        if let ClockKind::Turned(hands) = &self.0 {
            hands.wall.store(at.as_millisecond(), Ordering::SeqCst);
        }
    }

    /// Time goes by on a clock that stands still.
    pub fn advance(&self, by: Duration) {
        if let ClockKind::Turned(hands) = &self.0 {
            let milliseconds = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
            hands.wall.fetch_add(milliseconds, Ordering::SeqCst);
            hands.steady.fetch_add(milliseconds, Ordering::SeqCst);
        }
    }
}

impl Trusted {
    fn read(&self) -> Reading {
        read(self.source.as_ref())
    }

    fn time(&self) -> MutexGuard<'_, TrustedTime> {
        self.time.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A start within the same boot goes on from this record.
    fn keep(&self, time: &TrustedTime, reading: Reading) {
        let record = time.record(reading, self.source.boot_id());
        if let Err(error) = record.write(&self.folder) {
            // There may be none.
            let _ = Record::delete(&self.folder);
            let folder = self.folder.display();
            tracing::warn!(%error, %folder, "the record of the clock can't be written, so a start in this boot believes the wall clock: make room on the disk of the data folder");
        }
    }
}

fn read(source: &dyn TimeSource) -> Reading {
    Reading { wall_ms: source.wall_ms(), boot_ms: source.boot_ms() }
}

fn program_made() -> Timestamp {
    PROGRAM_MADE.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

fn timestamp(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
