//! When visitors come and when somebody sits at a desk, as times of the simulated date.

use super::Plan;
use crate::domain::institution::MINUTES_OF_A_DAY;
use crate::domain::{DeskNumber, Site, Stretch};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};

/// How long after the last visitor a desk may still be at work, in minutes.
const AFTER_THE_LAST: u32 = 90;

/// A half hour of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfHour(u8);

/// When somebody sits at a desk on the day: any number of stretches, in order, none within another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskHours(Vec<Stretch>);

impl HalfHour {
    /// The first or the second half of an hour; `None` when the day has no such hour.
    pub fn of(hour: u8, is_second: bool) -> Option<HalfHour> {
        (hour < 24).then_some(HalfHour(hour * 2 + u8::from(is_second)))
    }

    /// Its hour, and whether it is the second half.
    pub fn hour(self) -> (u8, bool) {
        (self.0 / 2, self.0 % 2 == 1)
    }

    fn begins(self) -> u32 {
        u32::from(self.0) * 30
    }

    fn ends(self) -> u32 {
        self.begins() + 30
    }

    /// A moment in it, `part` of the way through.
    pub(super) fn moment(self, part: f64, site: &Site, date: Date) -> Option<Timestamp> {
        let begins = moment(self.begins(), site, date)?;
        Timestamp::from_millisecond(begins.as_millisecond() + (part * 30.0 * 60_000.0) as i64).ok()
    }
}

impl DeskHours {
    /// These hours; `None` when one ends before it begins or reaches into another.
    pub fn new(mut stretches: Vec<Stretch>) -> Option<DeskHours> {
        stretches.sort_by_key(|stretch| stretch.from);
        let are_stretches = stretches.iter().all(|stretch| from(stretch) < to(stretch));
        let are_apart = stretches.windows(2).all(|two| to(&two[0]) <= from(&two[1]));
        (are_stretches && are_apart).then_some(DeskHours(stretches))
    }

    /// In order.
    pub fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    /// The same as moments of a date.
    pub(super) fn moments(&self, site: &Site, date: Date) -> Vec<(Timestamp, Timestamp)> {
        let both = |stretch| Some((moment(from(stretch), site, date)?, moment(to(stretch), site, date)?));
        self.0.iter().filter_map(both).collect()
    }
}

impl Plan {
    /// When somebody sits at a desk: as the plan says, else while an institution whose services it does is here, from the
    /// first visitors until an hour and a half after the last.
    pub fn hours_of(&self, desk: DeskNumber, site: &Site) -> DeskHours {
        if let Some(hours) = self.desks.get(&desk) {
            return hours.clone();
        }
        let service = site.desk(desk).and_then(|desk| desk.services.first());
        let institution = service.and_then(|service| site.institution_of(service));
        let stretches = institution.map(|it| site.stretches(it, self.date)).unwrap_or_default();
        let halves = || self.arrivals.parts().iter().map(|(half, _)| *half);
        let first = halves().min().map_or(0, HalfHour::begins);
        let last = halves().max().map_or(MINUTES_OF_A_DAY, |half| (half.ends() + AFTER_THE_LAST).min(MINUTES_OF_A_DAY));
        let within = stretches.iter().map(|stretch| (from(stretch).max(first), to(stretch).min(last)));
        let within = within.filter(|(from, to)| from < to);
        DeskHours::new(within.map(|(from, to)| Stretch { from: time(from), to: time(to) }).collect())
            .unwrap_or_default()
    }
}

/// In minutes since midnight.
fn from(stretch: &Stretch) -> u32 {
    stretch.minutes().0
}

fn to(stretch: &Stretch) -> u32 {
    stretch.minutes().1
}

/// A time of day; that of a whole day's minutes is midnight again.
fn time(minutes: u32) -> Time {
    Time::midnight().wrapping_add(i64::from(minutes).minutes())
}

fn moment(minutes: u32, site: &Site, date: Date) -> Option<Timestamp> {
    let date = if minutes < MINUTES_OF_A_DAY { date } else { date.tomorrow().ok()? };
    site.moment(date.to_datetime(time(minutes)))
}
