//! A body that offers services here, and the hours when it is present.

use super::code::InstitutionCode;
use super::number::Letter;
use super::words::Words;
use jiff::civil::{Date, Time, Weekday};

/// A body that offers services under this roof.
#[derive(Debug, Clone, PartialEq)]
pub struct Institution {
    /// Never changes: the site file and the journal refer to it.
    pub code: InstitutionCode,
    /// The official Italian name, the same in every language: signs and letters use it.
    pub name: String,
    /// Explains the name to visitors who do not know it.
    pub gloss: Words,
    /// The letter that its ticket numbers begin with, unless a service has its own.
    pub letter: Letter,
    /// Shown on glass, board and phone.
    pub colour: Colour,
    /// Its opening hours in an ordinary week.
    pub presence: Presence,
    /// Dates with other hours, each once.
    pub exceptions: Vec<DatedHours>,
}

/// The hours of one date, in place of those of its weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedHours {
    pub date: Date,
    /// Empty on a date on which it is closed.
    pub stretches: Vec<Stretch>,
}

/// From a time of day up to, not including, another. An end that is not later than the begin is on the next day, as is
/// [`Time::midnight`]: a night is one stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub from: Time,
    pub to: Time,
}

impl Stretch {
    /// The whole day.
    pub const ALL_DAY: Stretch = Stretch { from: Time::midnight(), to: Time::midnight() };

    /// Begin and end as minutes of the day on which it begins; an end on the next day is beyond [`MINUTES_OF_A_DAY`].
    pub fn minutes(&self) -> (u32, u32) {
        let (from, to) = (minute_of(self.from), minute_of(self.to));
        (from, if to <= from { to + MINUTES_OF_A_DAY } else { to })
    }

    /// The hours of a night are one stretch up to this length; a longer one has its times the wrong way round.
    pub fn is_too_long(&self) -> bool {
        let (from, to) = self.minutes();
        self.to != Time::midnight() && self.to <= self.from && to - from > LONGEST_NIGHT
    }
}

/// The longest stretch over midnight, in minutes.
const LONGEST_NIGHT: u32 = 16 * 60;
/// How many minutes a day has on its clocks.
pub const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// A time of day as minutes since midnight.
pub fn minute_of(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// An RGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Reads `#RRGGBB`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|rest| rest.len() == 6 && rest.is_ascii())?;
        let part = |range| u8::from_str_radix(&digits[range], 16).ok();
        Some(Colour(part(0..2)?, part(2..4)?, part(4..6)?))
    }

    /// `#rrggbb`, as style sheets write it.
    pub fn css(&self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// When an institution is in the building, in the site's own time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// At every hour of every day.
    Always,
    /// At these hours of the week; never, when there are none.
    Weekly(Vec<Hours>),
}

/// One stretch of presence in a week. It begins on its weekday, and may end on the next one, as a [`Stretch`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    pub weekday: Weekday,
    pub from: Time,
    /// Not included.
    pub to: Time,
}

impl Hours {
    pub fn stretch(&self) -> Stretch {
        Stretch { from: self.from, to: self.to }
    }
}

impl Institution {
    /// Its hours on a date: the stretches that begin on it. On a holiday of the site it is closed, unless the date has hours
    /// of its own.
    pub fn stretches(&self, date: Date, is_holiday: bool) -> Vec<Stretch> {
        self.presence.stretches(&self.exceptions, date, is_holiday)
    }
}

impl Presence {
    /// The stretches that begin on a date.
    pub fn stretches(&self, exceptions: &[DatedHours], date: Date, is_holiday: bool) -> Vec<Stretch> {
        if let Some(dated) = exceptions.iter().find(|dated| dated.date == date) {
            return dated.stretches.clone();
        }
        match self {
            _ if is_holiday => Vec::new(),
            Presence::Always => vec![Stretch::ALL_DAY],
            Presence::Weekly(hours) => {
                hours.iter().filter(|hours| hours.weekday == date.weekday()).map(Hours::stretch).collect()
            }
        }
    }
}
