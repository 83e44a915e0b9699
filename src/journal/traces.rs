//! Deletes what lies beside the database and tells of the visitors of an ended day: backups of the day, and what was put
//! aside because it was damaged or replaced.

use super::backup;
use super::half_restored::{OF_THE_DAY, REPLACED};
use super::names::DATABASE;
use crate::atomic_file::UNFINISHED;
use crate::domain::Sequence;
use jiff::{SignedDuration, Timestamp};
use std::fs;
use std::io;
use std::path::Path;

/// How the names of what was put aside begin.
pub const DAMAGED: &str = "damaged-";

/// How far the machine's clock may be ahead of the house's, as where one of them was just set by an hour.
const MOST_AHEAD: SignedDuration = SignedDuration::from_hours(1);

/// Deletes them. `began` is the first event of the open day: a backup of that day stays. What was put aside before the day
/// was opened goes, and what the machine's clock has dated later than `now`: that clock was wrong.
pub fn delete_traces(
    data: &Path,
    backups: &Path,
    began: Option<Sequence>,
    opened_at: Option<Timestamp>,
    now: Timestamp,
) -> io::Result<()> {
    for_each(backups, |name, path| {
        let is_of_a_day = name.starts_with(OF_THE_DAY);
        let is_left_behind = name.contains(UNFINISHED);
        let is_of_this_day = || began.is_some() && backup::began(path) == began;
        if is_left_behind || (is_of_a_day && !is_of_this_day()) { fs::remove_file(path) } else { Ok(()) }
    })?;
    for_each(data, |name, path| {
        let is_aside = [DAMAGED, REPLACED].iter().any(|prefix| name.starts_with(prefix));
        let put_aside = path.symlink_metadata().and_then(|found| found.modified()).ok();
        let put_aside = put_aside.and_then(|at| Timestamp::try_from(at).ok());
        // Without a known time it is taken for old.
        let is_of_this_day =
            || put_aside.is_some_and(|at| opened_at.is_some_and(|opened_at| at >= opened_at) && at <= now + MOST_AHEAD);
        // A rescue that failed.
        let is_left_behind = name.strip_prefix(DATABASE).is_some_and(|ending| ending.starts_with(UNFINISHED));
        if is_left_behind || is_aside && !is_of_this_day() { delete(path) } else { Ok(()) }
    })
}

fn delete(path: &Path) -> io::Result<()> {
    if path.symlink_metadata()?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

fn for_each(folder: &Path, each: impl Fn(&str, &Path) -> io::Result<()>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        match each(&entry.file_name().to_string_lossy(), &entry.path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
