//! A body that offers services here, and the hours when it is present.

use super::code::InstitutionCode;
use super::ticket::Letter;
use super::words::Words;
use jiff::ToSpan;
use jiff::civil::{DateTime, Time, Weekday};

/// A body that offers services under this roof.
#[derive(Debug, Clone, PartialEq)]
pub struct Institution {
    /// Its stable name in the site file.
    pub code: InstitutionCode,
    /// The official Italian name, the same in every language: signs and letters use it.
    pub name: String,
    /// What the name means, for those who never heard it.
    pub gloss: Words,
    /// The letter that its ticket numbers begin with, unless a service has its own.
    pub letter: Letter,
    /// Its colour on glass, slip, board and phone.
    pub colour: Colour,
    /// When its people are here.
    pub presence: Presence,
}

/// A colour as red, green and blue.
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

/// When an institution's people are in the building, in the site's own time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// At every hour of every day.
    Always,
    /// At these hours of the week; never, when there are none.
    Weekly(Vec<Hours>),
}

/// One stretch of presence in a week. It may not reach over midnight: such a stretch is written as two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The day of the week.
    pub weekday: Weekday,
    /// From this time on.
    pub from: Time,
    /// Up to, not including, this time; [`Time::midnight`] stands for the end of the day.
    pub to: Time,
}

impl Hours {
    fn contains(&self, at: DateTime) -> bool {
        let before_end = self.to == Time::midnight() || at.time() < self.to;
        at.date().weekday() == self.weekday && self.from <= at.time() && before_end
    }
}

impl Presence {
    /// Whether somebody is here at this moment of the site's own time.
    pub fn is_here(&self, at: DateTime) -> bool {
        match self {
            Presence::Always => true,
            Presence::Weekly(hours) => hours.iter().any(|stretch| stretch.contains(at)),
        }
    }

    /// When somebody is here next, counting from `at`; `at` itself when somebody is here now, `None` when never.
    pub fn next(&self, at: DateTime) -> Option<DateTime> {
        if self.is_here(at) {
            return Some(at);
        }
        let Presence::Weekly(hours) = self else { return Some(at) };
        (0..=7).find_map(|ahead| {
            let date = at.date().checked_add(ahead.days()).ok()?;
            let openings = hours.iter().filter(|stretch| stretch.weekday == date.weekday());
            openings.map(|stretch| date.to_datetime(stretch.from)).filter(|opening| *opening > at).min()
        })
    }
}
