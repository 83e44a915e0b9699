//! Hours of a plan: when visitors arrive and when desks are open, as local times of the simulated date.

use crate::domain::institution::MINUTES_OF_A_DAY;
use crate::domain::{Site, Stretch};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};

/// One of the 48 half hours of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfHour(u8);

/// The opening hours of a desk on the day: stretches in order, none overlapping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskHours(Vec<Stretch>);

impl HalfHour {
    /// The first or the second half of an hour from 0 to 23.
    pub fn of(hour: u8, is_second: bool) -> Option<HalfHour> {
        (hour < 24).then_some(HalfHour(hour * 2 + u8::from(is_second)))
    }

    /// The hour, and whether it is the second half of it.
    pub fn hour(self) -> (u8, bool) {
        (self.0 / 2, self.0 % 2 == 1)
    }

    /// In minutes since midnight.
    pub(super) fn begins(self) -> u32 {
        u32::from(self.0) * 30
    }

    /// In minutes since midnight.
    pub(super) fn ends(self) -> u32 {
        self.begins() + 30
    }

    /// The moment at `part` of it, from 0 to 1.
    pub(super) fn moment(self, part: f64, site: &Site, date: Date) -> Option<Timestamp> {
        let begins = moment(self.begins(), site, date)?;
        Timestamp::from_millisecond(begins.as_millisecond() + (part * 30.0 * 60_000.0) as i64).ok()
    }
}

impl DeskHours {
    /// `None` when a stretch ends before it begins or overlaps another.
    pub fn new(mut stretches: Vec<Stretch>) -> Option<DeskHours> {
        stretches.sort_by_key(|stretch| stretch.from);
        let are_stretches = stretches.iter().all(|stretch| from(stretch) < to(stretch));
        let are_apart = stretches.windows(2).all(|two| to(&two[0]) <= from(&two[1]));
        (are_stretches && are_apart).then_some(DeskHours(stretches))
    }

    /// In order of time.
    pub fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    /// The hours as moments of a date.
    pub(super) fn moments(&self, site: &Site, date: Date) -> Vec<(Timestamp, Timestamp)> {
        let both = |stretch| Some((moment(from(stretch), site, date)?, moment(to(stretch), site, date)?));
        self.0.iter().filter_map(both).collect()
    }
}

/// In minutes since midnight.
pub(super) fn from(stretch: &Stretch) -> u32 {
    stretch.minutes().0
}

/// In minutes since midnight.
pub(super) fn to(stretch: &Stretch) -> u32 {
    stretch.minutes().1
}

/// Minutes since midnight as a time of day; those of a whole day give midnight again.
pub(super) fn time(minutes: u32) -> Time {
    Time::midnight().wrapping_add(i64::from(minutes).minutes())
}

fn moment(minutes: u32, site: &Site, date: Date) -> Option<Timestamp> {
    let date = if minutes < MINUTES_OF_A_DAY { date } else { date.tomorrow().ok()? };
    site.moment(date.to_datetime(time(minutes)))
}
