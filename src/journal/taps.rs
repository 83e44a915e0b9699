//! Survey answers as JSON, one row for each week: counters, never a row for a visitor.

use super::error::JournalError;
use super::unreadable;
use crate::domain::Sequence;
use crate::domain::tally::taps::{Tap, Taps};
use jiff::civil::Date;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// How many weeks are kept: as long as the tallies.
const KEPT_WEEKS: u32 = super::KEPT_DAYS / 7;

/// Topic, answer, how often it was given.
type StoredTaps = BTreeMap<String, BTreeMap<String, u32>>;

/// Every week that is kept, earliest first.
pub(super) fn all(connection: &Connection) -> Result<Vec<Taps>, JournalError> {
    let mut statement = connection
        .prepare(&format!("SELECT week, counts FROM taps WHERE {} ORDER BY week", unreadable::is_not("week")))?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    rows.map(|row| {
        let (week, counts) = row?;
        read(&week, &counts)
    })
    .collect()
}

/// Adds answers to the counts of their week.
pub(super) fn add(connection: &Connection, taps: &Taps) -> Result<(), JournalError> {
    let week = taps.monday().to_string();
    let mut whole = taps.clone();
    if let Some(there) = unreadable::or_aside(connection, unreadable::TAPS, &week, |text| read(&week, text))? {
        for (tap, count) in there.counts() {
            whole.add(tap, count);
        }
    }
    let sql =
        "INSERT INTO taps (week, counts) VALUES (?1, ?2) ON CONFLICT (week) DO UPDATE SET counts = excluded.counts";
    connection.execute(sql, (&week, write(&whole)))?;
    let old = "DELETE FROM taps WHERE week NOT IN (SELECT week FROM taps ORDER BY week DESC LIMIT ?1)";
    connection.execute(old, [KEPT_WEEKS])?;
    Ok(())
}

fn write(taps: &Taps) -> String {
    let mut written = StoredTaps::new();
    for (tap, count) in taps.counts() {
        written.entry(tap.topic().code().to_owned()).or_default().insert(tap.code().to_owned(), count);
    }
    // Strings and numbers always become JSON; an empty text would be reported as damage when it is read.
    serde_json::to_string(&written).unwrap_or_default()
}

fn read(week: &str, text: &str) -> Result<Taps, JournalError> {
    let damaged = |problem: String| JournalError::Damaged { at: Sequence::default(), problem };
    let monday: Date = week.parse().map_err(|error: jiff::Error| damaged(error.to_string()))?;
    let written: StoredTaps = serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    let mut taps = Taps::of_week(monday);
    for (topic, answers) in written {
        for (answer, count) in answers {
            let tap = Tap::parse(&topic, &answer);
            taps.add(tap.ok_or_else(|| damaged(format!("{topic:?} has no answer {answer:?}")))?, count);
        }
    }
    Ok(taps)
}
