//! Hours of presence in words, as a technician reads them: what was understood of a site file.

use crate::domain::institution::{Hours, Institution};
use crate::domain::{Presence, Site};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How many days ahead a closed day is looked for.
pub(super) const LOOK_AHEAD_DAYS: i64 = 92;

/// `Mon-Fri 8:30-12:30, 14:00-16:00; Sat 9:00-12:00`, `always` or `never`.
pub(super) fn in_words(presence: &Presence) -> String {
    let hours = match presence {
        Presence::Always => return "always".to_owned(),
        Presence::Weekly(hours) if hours.is_empty() => return "never".to_owned(),
        Presence::Weekly(hours) => hours,
    };
    let mut runs: Vec<(Weekday, Weekday, String)> = Vec::new();
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        let of_day = of_day(hours, weekday);
        match runs.last_mut() {
            Some((_, last, same)) if *same == of_day => *last = weekday,
            _ => runs.push((weekday, weekday, of_day)),
        }
    }
    let runs = runs.iter().filter(|(_, _, hours)| !hours.is_empty());
    let words = runs.map(|(first, last, hours)| match first == last {
        true => format!("{} {hours}", short(*first)),
        false => format!("{}-{} {hours}", short(*first), short(*last)),
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The next date on which the institution is away although that weekday is one of its own.
pub(super) fn next_closed(site: &Site, institution: &Institution, today: Date) -> Option<Date> {
    let dates = (0..=LOOK_AHEAD_DAYS).filter_map(|ahead| today.checked_add(ahead.days()).ok());
    let is_usual = |date: &Date| !institution.presence.stretches(&[], *date, false).is_empty();
    let is_away = |date: &Date| institution.stretches(*date, site.holidays().contains(date)).is_empty();
    dates.filter(is_usual).find(is_away)
}

/// `Tue 8 December 2026`.
pub(super) fn date_in_words(date: Date) -> String {
    format!("{} {}", short(date.weekday()), date.strftime("%-d %B %Y"))
}

/// The first three letters of a day's name.
pub(super) fn short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

fn of_day(hours: &[Hours], weekday: Weekday) -> String {
    let of_day = hours.iter().filter(|hours| hours.weekday == weekday);
    let words = of_day.map(|hours| format!("{}-{}", hours.from.strftime("%-H:%M"), hours.to.strftime("%-H:%M")));
    words.collect::<Vec<_>>().join(", ").replace("-0:00", "-24:00")
}
