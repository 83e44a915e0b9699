//! What is in a backup, in words.

use crate::journal::BackupContent;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// `of 2026-11-24 10:15, 3 accounts, 1 device, counts of 20 days, 4 files of site and words, 12 tickets of 2026-11-24`.
pub(in crate::app) fn describe(content: &BackupContent) -> String {
    let BackupContent { made, day, tickets, accounts, devices, tallies, files, .. } = content;
    let events = match day {
        Some(day) => format!("{} of {day}", counted(*tickets, "ticket")),
        None => "no tickets".to_owned(),
    };
    format!(
        "of {}, {}, {}, counts of {}, {} of site and words, {events}",
        local(*made),
        counted(*accounts, "account"),
        counted(*devices, "device"),
        counted(*tallies, "day"),
        counted(*files, "file"),
    )
}

/// A moment as the machine's clock shows it.
pub(in crate::app) fn local(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

fn counted(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
