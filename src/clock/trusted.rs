//! The time as far as it can be trusted: pure, from readings of the wall clock and the boot clock.
//!
//! A wall clock that agrees with the time that has passed is followed, small steps included. One that differs is taken up
//! when it has stood so for a while: a wrong answer of a time server is often gone after seconds. One that stood before
//! what has already happened when the house started is never taken up, until a person or a time server sets it.

use super::record::Record;
use super::timestamp;
use jiff::{SignedDuration, Timestamp};

/// A smaller difference is followed at once.
const STEP_MS: i64 = 120_000;
/// How long a set clock has to stand before it is taken up.
const HOLD_MS: i64 = 60_000;
/// The same where the time was unknown before: almost any setting is better.
const HOLD_UNKNOWN_MS: i64 = 10_000;

/// A clock that is still being set so long after the boot holds no day back.
const CORRECTED_WITHIN_MS: i64 = 600_000;
/// An offset that no wall clock has: the one that is doubted now counts as another one, which was set.
const NO_WALL_CLOCK: i64 = i64::MAX;

/// How far the time can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeTrust {
    /// The machine follows a time server.
    Synchronised,
    /// Nothing contradicts it.
    Plausible,
    /// The wall clock stands before what has already happened: hours and dates are unknown.
    Unknown,
}

/// The wall clock was set, and is to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockSet {
    /// The time until then.
    pub from: Timestamp,
    /// The time from then on.
    pub to: Timestamp,
    /// Times from this one on are as wrong as `from`; `None` when all of the day are.
    pub since: Option<Timestamp>,
}

impl ClockSet {
    /// By how much it was set; negative for a clock that was ahead.
    pub fn by(&self) -> SignedDuration {
        self.to.duration_since(self.from)
    }
}

/// What both clocks show at one moment, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) wall_ms: i64,
    pub(super) boot_ms: i64,
}

impl Reading {
    fn offset(self) -> i64 {
        self.wall_ms.saturating_sub(self.boot_ms)
    }
}

/// The trusted time of a house.
#[derive(Debug)]
pub(super) struct TrustedTime {
    /// The trusted time when the boot clock stood at zero.
    offset: i64,
    earliest: i64,
    /// The offset of a wall clock that is not believed.
    doubted: Option<i64>,
    /// From when on the time has been unknown, over all boots since then.
    unknown_since: Option<i64>,
    different: Option<Difference>,
    /// Times from this one on are those of this boot, or of an unknown time.
    since: i64,
    has_been_synchronised: bool,
    last_set: Option<ClockSet>,
    /// To which time it was set last, over all starts in this boot.
    set_to_ms: Option<i64>,
    /// When the house started first in a boot, by the boot clock; `None` for a later start.
    booted_at: Option<i64>,
}

/// A wall clock that differs from the trusted time.
#[derive(Debug, Clone, Copy)]
struct Difference {
    offset: i64,
    /// By the boot clock.
    first_seen: i64,
}

impl TrustedTime {
    /// The time at the start of a house. What an earlier boot has recorded is of use when the time was unknown then.
    pub(super) fn start(
        reading: Reading,
        record: Option<&Record>,
        is_of_this_boot: bool,
        earliest: i64,
    ) -> TrustedTime {
        let mut time = TrustedTime {
            offset: reading.offset(),
            earliest,
            doubted: None,
            unknown_since: record.filter(|record| !record.is_known).map(|record| record.since_ms),
            different: None,
            since: reading.wall_ms,
            has_been_synchronised: false,
            last_set: None,
            set_to_ms: None,
            booted_at: record.filter(|_| !is_of_this_boot).map(|_| reading.boot_ms),
        };
        match record {
            Some(record) if is_of_this_boot => {
                time.offset = record.at_ms.saturating_sub(record.boot_ms);
                time.since = record.since_ms;
                time.set_to_ms = record.set_to_ms;
                // Another wall clock than the one that was doubted was set meanwhile.
                time.doubted = (!record.is_known).then(|| record.doubted_ms.unwrap_or(NO_WALL_CLOCK));
                time.observe(reading);
            }
            Some(record) if !record.is_known => {
                // A clock that is right now is one that was set: what came before has wrong times.
                time.offset = record.at_ms.saturating_sub(reading.boot_ms);
                time.since = record.since_ms;
                time.doubted = Some(NO_WALL_CLOCK);
                time.observe(reading);
            }
            _ if reading.wall_ms < earliest => time.doubt(reading, earliest),
            _ => {}
        }
        time
    }

    /// The trusted time.
    pub(super) fn now(&mut self, reading: Reading) -> i64 {
        self.observe(reading);
        reading.boot_ms.saturating_add(self.offset)
    }

    /// It is at least so late.
    pub(super) fn not_before(&mut self, reading: Reading, earliest: i64) {
        if self.now(reading) < earliest.saturating_sub(STEP_MS) {
            self.doubt(reading, earliest);
        }
    }

    /// The setting that is to be taken up now.
    pub(super) fn set_to_adopt(&mut self, reading: Reading, is_synchronised: bool) -> Option<ClockSet> {
        if is_synchronised && reading.wall_ms >= self.earliest {
            // A time server vouches for what was doubted; it is still held back for a while.
            self.doubted_counts_as_set();
        }
        self.observe(reading);
        let hold = if self.doubted.is_some() { HOLD_UNKNOWN_MS } else { HOLD_MS };
        let different = self.different.filter(|it| reading.boot_ms.saturating_sub(it.first_seen) >= hold);
        let Some(_) = different else {
            self.has_been_synchronised |= is_synchronised && self.different.is_none();
            return None;
        };
        Some(ClockSet {
            from: timestamp(reading.boot_ms.saturating_add(self.offset)),
            to: timestamp(reading.wall_ms),
            since: (!self.has_been_synchronised).then(|| timestamp(self.since)),
        })
    }

    /// Follows the wall clock from now on.
    pub(super) fn adopt(&mut self, reading: Reading, set: &ClockSet) {
        let by = i64::try_from(set.by().as_millis()).unwrap_or(0);
        self.since = self.since.saturating_add(by);
        self.offset = reading.offset();
        self.doubted = None;
        self.different = None;
        self.last_set = Some(*set);
        self.set_to_ms = Some(set.to.as_millisecond());
        self.booted_at = None;
    }

    pub(super) fn set_to_ms(&self) -> Option<i64> {
        self.set_to_ms
    }

    /// The record was of a time before the clock was set: the wall clock knows better.
    pub(super) fn forget_record(&mut self, reading: Reading) {
        self.offset = reading.offset();
        (self.doubted, self.different) = (None, None);
    }

    pub(super) fn may_be_corrected(&self, reading: Reading, is_synchronised: bool) -> bool {
        let is_within = |time: i64| self.booted_at.is_some_and(|booted| reading.boot_ms.saturating_sub(booted) < time);
        let is_being_set = self.different.is_some() && is_within(CORRECTED_WITHIN_MS);
        is_being_set || !is_synchronised && is_within(HOLD_MS)
    }

    pub(super) fn trust(&self, is_synchronised: bool) -> TimeTrust {
        match (self.doubted.is_some(), is_synchronised && self.different.is_none()) {
            (true, _) => TimeTrust::Unknown,
            (false, true) => TimeTrust::Synchronised,
            (false, false) => TimeTrust::Plausible,
        }
    }

    /// Whether the wall clock shows another time.
    pub(super) fn differs(&mut self, reading: Reading) -> bool {
        self.observe(reading);
        self.different.is_some() || self.doubted.is_some()
    }

    pub(super) fn last_set(&self) -> Option<ClockSet> {
        self.last_set
    }

    pub(super) fn record(&self, reading: Reading, boot: String) -> Record {
        let at_ms = reading.boot_ms.saturating_add(self.offset);
        Record {
            boot,
            boot_ms: reading.boot_ms,
            at_ms,
            since_ms: self.since,
            is_known: self.doubted.is_none(),
            doubted_ms: self.doubted,
            set_to_ms: self.set_to_ms,
        }
    }

    /// Goes on from the earliest possible time: the wall clock is behind it.
    fn doubt(&mut self, reading: Reading, earliest: i64) {
        let now = reading.boot_ms.saturating_add(self.offset);
        let since = self.since.saturating_add(earliest.saturating_sub(now));
        self.since = self.unknown_since.map_or(since, |unknown| unknown.min(since));
        self.offset = earliest.saturating_sub(reading.boot_ms);
        self.doubted = Some(reading.offset());
        self.different = None;
    }

    fn doubted_counts_as_set(&mut self) {
        if let Some(offset) = &mut self.doubted {
            *offset = NO_WALL_CLOCK;
        }
    }

    fn observe(&mut self, reading: Reading) {
        let wall = reading.offset();
        if is_near(wall, self.offset) {
            self.offset = wall;
            (self.doubted, self.different) = (None, None);
            return;
        }
        let is_doubted = self.doubted.is_some_and(|doubted| is_near(wall, doubted));
        if is_doubted || reading.wall_ms < self.earliest {
            self.different = None;
            return;
        }
        if self.different.is_none_or(|it| !is_near(wall, it.offset)) {
            self.different = Some(Difference { offset: wall, first_seen: reading.boot_ms });
        }
    }
}

fn is_near(one: i64, other: i64) -> bool {
    one.abs_diff(other) <= STEP_MS.unsigned_abs()
}
