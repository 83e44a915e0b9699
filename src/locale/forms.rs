//! Times, dates and counts in the form of a language: 24 hours, its own digits and order.

use super::translator::Translator;
use jiff::civil::{Date, DateTime, Time, Weekday};

impl Translator<'_> {
    /// `09:05`, as on a clock.
    pub fn time(&self, time: Time) -> String {
        self.digits(&format!("{:02}:{:02}", time.hour(), time.minute()))
    }

    /// `09:05` within a sentence; with the part of the day where people count the hours from dawn, so that nine o'clock is
    /// not taken for three in the afternoon.
    pub fn hour(&self, time: Time) -> String {
        let id = match time.hour() {
            0..5 => "forms-time-night",
            5..12 => "forms-time-morning",
            12..18 => "forms-time-afternoon",
            _ => "forms-time-evening",
        };
        self.plain(id, &[("time", self.time(time).into())])
    }

    /// A day with its year: `martedì 24 novembre 2026`.
    pub fn date(&self, date: Date) -> String {
        let year = self.digits(&date.year().to_string());
        self.plain(
            "forms-date",
            &[
                ("weekday", self.weekday(date.weekday()).into()),
                ("day", self.digits(&date.day().to_string()).into()),
                ("month", self.month(date).into()),
                ("year", year.into()),
            ],
        )
    }

    /// A moment of the coming days: `martedì 24 novembre, 09:05`.
    pub fn moment(&self, at: DateTime) -> String {
        self.plain(
            "forms-moment",
            &[
                ("weekday", self.weekday(at.date().weekday()).into()),
                ("day", self.digits(&at.date().day().to_string()).into()),
                ("month", self.month(at.date()).into()),
                ("time", self.hour(at.time()).into()),
            ],
        )
    }

    /// A count within a sentence, where it chooses no plural form.
    pub fn count(&self, count: u32) -> String {
        self.digits(&count.to_string())
    }

    /// The name of a day of the week.
    pub fn weekday(&self, weekday: Weekday) -> String {
        let id = match weekday {
            Weekday::Monday => "forms-weekday-monday",
            Weekday::Tuesday => "forms-weekday-tuesday",
            Weekday::Wednesday => "forms-weekday-wednesday",
            Weekday::Thursday => "forms-weekday-thursday",
            Weekday::Friday => "forms-weekday-friday",
            Weekday::Saturday => "forms-weekday-saturday",
            Weekday::Sunday => "forms-weekday-sunday",
        };
        self.message(id)
    }

    fn month(&self, date: Date) -> String {
        let id = match date.month() {
            1 => "forms-month-january",
            2 => "forms-month-february",
            3 => "forms-month-march",
            4 => "forms-month-april",
            5 => "forms-month-may",
            6 => "forms-month-june",
            7 => "forms-month-july",
            8 => "forms-month-august",
            9 => "forms-month-september",
            10 => "forms-month-october",
            11 => "forms-month-november",
            _ => "forms-month-december",
        };
        self.message(id)
    }
}
