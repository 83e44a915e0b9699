//! Hours of presence: `"always"`, or `{ mon = ["8:30-13:00", "14:00-16:30"], … }`.
//!
//! A stretch belongs to the day on which it begins, and may end on the next: `fri = ["20:00-3:00"]`.

use super::mistake::quoted;
use super::placement;
use super::reader::{Complaints, Node, Table, below};
use crate::domain::institution::Hours;
use crate::domain::site::PathPart;
use crate::domain::{DatedHours, Doors, Presence, Stretch};
use jiff::civil::{Date, Time, Weekday};
use std::ops::Range;

/// The days as a site file names them.
const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// The same in Italian, French and German.
const OTHER_NAMES: [(&str, &[&str]); 7] = [
    ("mon", &["lun", "lunedi", "lunedì", "lundi", "mo", "montag"]),
    ("tue", &["mar", "martedi", "martedì", "mardi", "di", "die", "dienstag"]),
    ("wed", &["mer", "mercoledi", "mercoledì", "mercredi", "mi", "mit", "mittwoch"]),
    ("thu", &["gio", "giovedi", "giovedì", "jeu", "jeudi", "do", "don", "donnerstag"]),
    ("fri", &["ven", "venerdi", "venerdì", "vendredi", "fr", "fre", "freitag"]),
    ("sat", &["sab", "sabato", "sam", "samedi", "sa", "samstag"]),
    ("sun", &["dom", "domenica", "dim", "dimanche", "so", "son", "sonntag"]),
];

const REMEDY: &str = "Write \"always\", or days with hours such as { mon = [\"8:30-13:00\", \"14:00-16:30\"] }.";

const LIST_REMEDY: &str = "Write a list of hours, such as [\"8:30-13:00\"].";
const EARLIER_FIRST: &str = "Write the earlier time first.";

/// The location of each stretch in the text, by its path in the draft.
pub(super) type Locations = Vec<(Vec<PathPart>, Range<usize>)>;

/// The hours of presence.
pub(super) fn presence(node: &Node<'_>, locations: &mut Locations, complaints: &mut Complaints) -> Presence {
    match node.as_text() {
        Some("always") => return Presence::Always,
        Some(text) => {
            node.wrong(format!("{} is not a presence", quoted(text)), REMEDY, complaints);
            return Presence::Always;
        }
        None => {}
    }
    let Some(mut table) = node.table(REMEDY, complaints) else { return Presence::Always };
    let mut hours = Vec::new();
    for (name, weekday) in DAYS {
        let Some(day) = table.field(name) else { continue };
        for stretch in day.list(LIST_REMEDY, complaints).unwrap_or_default() {
            let Some((from, to)) = self::stretch(&stretch, complaints) else { continue };
            locations.push((below(&node.place, PathPart::Index(hours.len())), stretch.span()));
            hours.push(Hours { weekday, from, to });
        }
    }
    other_names_of_days(&mut table, complaints);
    table.finish(complaints);
    Presence::Weekly(hours)
}

/// Days written in the site's own language: the nearest English name by letters would often be another day.
fn other_names_of_days(table: &mut Table<'_>, complaints: &mut Complaints) {
    for (key, _) in table.entries() {
        let Some((name, day)) = OTHER_NAMES.iter().find_map(|(day, names)| {
            let name = names.iter().find(|name| **name == key)?;
            Some((name, day))
        }) else {
            continue;
        };
        table.field(name);
        table.wrong_key(key, format!("unknown field {}", quoted(key)), format!("Write {day}."), complaints);
    }
}

/// `{ "2026-12-24" = ["9:00-11:00"], "2026-12-31" = [] }`: dates with hours of their own.
pub(super) fn exceptions(node: &Node<'_>, complaints: &mut Complaints) -> Vec<DatedHours> {
    let remedy = "Write dates with hours, such as { \"2026-12-24\" = [\"9:00-11:00\"], \"2026-12-31\" = [] }.";
    let Some(table) = node.table(remedy, complaints) else { return Vec::new() };
    let mut exceptions = Vec::new();
    for (key, hours) in table.entries() {
        let Ok(date) = key.parse::<Date>() else {
            table.wrong_key(key, format!("{} is not a date", quoted(key)), remedy.to_owned(), complaints);
            continue;
        };
        exceptions.push(DatedHours { date, stretches: nights(&hours, complaints) });
    }
    exceptions
}

/// The hours of one date; the last may end on the next.
fn nights(node: &Node<'_>, complaints: &mut Complaints) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for node in node.list(LIST_REMEDY, complaints).unwrap_or_default() {
        let Some((from, to)) = stretch(&node, complaints) else { continue };
        let stretch = Stretch { from, to };
        if stretch.is_too_long() {
            node.wrong("ends before it begins", EARLIER_FIRST, complaints);
        }
        stretches.push(stretch);
    }
    stretches
}

/// The doors: `{ hours = { mon = ["8:30-17:00"], … }, except = { … } }`.
pub(super) fn doors(node: &Node<'_>, locations: &mut Locations, complaints: &mut Complaints) -> Option<Doors> {
    let mut table = node.table("Write it as a table: [doors] with hours = { mon = [\"8:30-17:00\"] }.", complaints)?;
    let hours = table.required("hours", "Add hours = { mon = [\"8:30-17:00\"] }, say.", complaints);
    let hours = hours.map(|node| presence(&node, locations, complaints)).unwrap_or(Presence::Always);
    let exceptions = table.field("except").map(|node| exceptions(&node, complaints)).unwrap_or_default();
    placement::complain_of_misplaced(&mut table, complaints);
    table.finish(complaints);
    Some(Doors { hours, exceptions })
}

/// `["8:30-13:00", "14:00-16:30"]`: hours within one date; `None` when a complaint was made.
pub fn stretches(node: &Node<'_>, complaints: &mut Complaints) -> Option<Vec<Stretch>> {
    let before = complaints.len();
    let mut stretches = Vec::new();
    for stretch in node.list(LIST_REMEDY, complaints)? {
        let Some((from, to)) = self::stretch(&stretch, complaints) else { continue };
        if to != Time::midnight() && to <= from {
            stretch.wrong("ends before it begins", EARLIER_FIRST, complaints);
        }
        stretches.push(Stretch { from, to });
    }
    (complaints.len() == before).then_some(stretches)
}

/// `"2026-12-25"`.
pub(super) fn date(node: &Node<'_>, complaints: &mut Complaints) -> Option<Date> {
    let remedy = "Write a date such as \"2026-12-25\".";
    let text = node.text(remedy, complaints)?;
    let date = text.parse().ok();
    if date.is_none() {
        node.wrong(format!("{} is not a date", quoted(text)), remedy, complaints);
    }
    date
}

/// `"0:00"`.
pub(super) fn time_of_day(node: &Node<'_>, complaints: &mut Complaints) -> Option<Time> {
    let remedy = "Write a time such as \"0:00\" or \"04:30\".";
    let text = node.text(remedy, complaints)?;
    let time = time(text);
    if time.is_none() {
        node.wrong(format!("{} is not a time of day", quoted(text)), remedy, complaints);
    }
    time
}

fn stretch(node: &Node<'_>, complaints: &mut Complaints) -> Option<(Time, Time)> {
    let remedy = "Write from and to, such as \"8:30-13:00\"; the day ends at 24:00.";
    let text = node.text(remedy, complaints)?;
    let parts = text.split_once(['-', '–']).map(|(from, to)| (from.trim(), to.trim()));
    let times = parts.and_then(|(from, to)| {
        let to = if to == "24:00" { Some(Time::midnight()) } else { time(to).filter(|to| *to != Time::midnight()) };
        Some((time(from)?, to?))
    });
    if times.is_none() {
        node.wrong(format!("{} are not opening hours", quoted(text)), remedy, complaints);
    }
    times
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}
