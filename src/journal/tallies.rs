//! The counts that outlive the day, as JSON, one row for each day: the number of rows on disk says nothing about the visitors.

use super::error::JournalError;
use super::{taps, unreadable, upgrade};
use crate::domain::tally::taps::Taps;
use crate::domain::tally::{Flow, Histogram, HourBand, Tally};
use crate::domain::{LanguageTag, Sequence, ServiceCode};
use jiff::civil::Date;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Reads the counts of all days; for exports.
#[derive(Debug)]
pub struct TallyBook {
    connection: Connection,
}

impl TallyBook {
    /// Opens the counts in this database file. A house may work on it.
    pub fn open(file: &Path) -> Result<TallyBook, JournalError> {
        Ok(TallyBook { connection: upgrade::connect(file)? })
    }

    /// Every day's counts, earliest first.
    pub fn all(&self) -> Result<Vec<Tally>, JournalError> {
        let sql = format!("SELECT counts FROM tally WHERE {} ORDER BY day", unreadable::is_not("day"));
        let mut statement = self.connection.prepare(&sql)?;
        let texts = statement.query_map([], |row| row.get::<_, String>(0))?;
        texts.map(|text| read(&text?)).collect()
    }

    /// The survey answers by week, earliest first.
    pub fn taps(&self) -> Result<Vec<Taps>, JournalError> {
        taps::all(&self.connection)
    }
}

/// Adds counts to those of their day.
pub(super) fn add(connection: &Connection, tally: &Tally) -> Result<(), JournalError> {
    let day = tally.date.to_string();
    let mut whole = tally.clone();
    if let Some(there) = unreadable::or_aside(connection, unreadable::TALLY, &day, read)? {
        whole.add(&there);
    }
    let sql =
        "INSERT INTO tally (day, counts) VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET counts = excluded.counts";
    connection.execute(sql, (&day, write(&whole)))?;
    let old = "DELETE FROM tally WHERE day NOT IN (SELECT day FROM tally ORDER BY day DESC LIMIT ?1)";
    connection.execute(old, [super::KEPT_DAYS])?;
    Ok(())
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTally {
    day: String,
    /// Service, language, tickets that began with it.
    languages: Vec<(String, String, u32)>,
    /// Service, first hour of the band, counts.
    hours: Vec<(String, u8, StoredFlow)>,
    /// Desks visited, tickets.
    steps: Vec<(u8, u32)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredFlow {
    issued: u32,
    served: u32,
    no_shows: u32,
    withdrawn: u32,
    waits: [u32; Histogram::BINS],
    visits: [u32; Histogram::BINS],
}

fn write(tally: &Tally) -> String {
    let flow = |flow: &Flow| StoredFlow {
        issued: flow.issued,
        served: flow.served,
        no_shows: flow.no_shows,
        withdrawn: flow.withdrawn,
        waits: flow.waits.0,
        visits: flow.visits.0,
    };
    let languages = tally.languages.iter();
    let hours = tally.hours.iter();
    let written = StoredTally {
        day: tally.date.to_string(),
        languages: languages.map(|((service, tag), count)| (service.to_string(), tag.to_string(), *count)).collect(),
        hours: hours.map(|((service, band), it)| (service.to_string(), band.first_hour(), flow(it))).collect(),
        steps: tally.steps.iter().map(|(steps, count)| (*steps, *count)).collect(),
    };
    // Strings and numbers always become JSON; an empty text would be reported as damage when it is read.
    serde_json::to_string(&written).unwrap_or_default()
}

fn read(text: &str) -> Result<Tally, JournalError> {
    let damaged = |problem: String| JournalError::Damaged { at: Sequence::default(), problem };
    let written: StoredTally = serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    let date: Date = written.day.parse().map_err(|error: jiff::Error| damaged(error.to_string()))?;
    let mut tally = Tally::empty(date);
    let service = |code: &str| ServiceCode::parse(code).map_err(|error| damaged(format!("{code:?} {error}")));
    for (code, tag, count) in &written.languages {
        let language = LanguageTag::parse(tag).map_err(|error| damaged(format!("{tag:?} {error}")))?;
        tally.languages.insert((service(code)?, language), *count);
    }
    for (code, hour, flow) in written.hours {
        let flow = Flow {
            issued: flow.issued,
            served: flow.served,
            no_shows: flow.no_shows,
            withdrawn: flow.withdrawn,
            waits: Histogram(flow.waits),
            visits: Histogram(flow.visits),
        };
        tally.hours.insert((service(&code)?, HourBand::of_hour(hour)), flow);
    }
    tally.steps = written.steps.into_iter().collect();
    Ok(tally)
}
