//! The data folder itself: rights, room, lock, what was put aside, and the clock it was written by.

use super::finding::Finding;
use crate::clock::{Clock, TimeTrust};
use crate::journal;
use jiff::Timestamp;
use rustix::fs::{Access, access, statvfs};
use std::fs::{self, File, TryLockError};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// With less room a day may not fit.
const LITTLE_MB: u64 = 200;
const NONE_MB: u64 = 10;

pub(super) fn look(data: &Path) -> Vec<Finding> {
    let what = "data folder";
    let shown = data.display();
    let found = match fs::metadata(data) {
        Ok(found) if found.is_dir() => found,
        Ok(_) => return vec![Finding::broken(what, format!("{shown} is no folder: name the data folder with --data"))],
        Err(error) => {
            let words =
                format!("{shown} can't be seen ({error}): name the data folder with --data, or run this as its owner");
            return vec![Finding::broken(what, words)];
        }
    };
    let rights = found.permissions().mode() & 0o777;
    let mut findings = vec![match fs::read_dir(data) {
        Err(error) => {
            Finding::broken(what, format!("{shown} can't be read ({error}): run this as the owner of the folder"))
        }
        Ok(_) if access(data, Access::WRITE_OK).is_err() => {
            Finding::look(what, format!("{shown} can't be written by this user: the house must run as its owner"))
        }
        Ok(_) if rights & 0o077 != 0 => {
            Finding::look(what, format!("{shown} can be read by other users (rights {rights:03o}): chmod 700 {shown}"))
        }
        Ok(_) => Finding::sound(what, format!("{shown}, for its owner only")),
    }];
    findings.extend(statvfs(data).ok().map(|disk| room(disk.f_bavail.saturating_mul(disk.f_frsize) >> 20)));
    findings
}

fn room(free_mb: u64) -> Finding {
    let what = "room";
    let words = format!("{free_mb} MB are free on its disk");
    if free_mb < NONE_MB {
        return Finding::broken(what, format!("{words}: make room"));
    }
    if free_mb < LITTLE_MB {
        Finding::look(what, format!("{words}: make room soon"))
    } else {
        Finding::sound(what, words)
    }
}

/// Whether a process holds the folder.
pub(super) fn is_running(data: &Path) -> bool {
    let Ok(lock) = File::open(data.join(journal::LOCK)) else { return false };
    matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock))
}

pub(super) fn running(is_running: bool) -> Finding {
    Finding::sound("house", if is_running { "a house is running on this folder" } else { "no house is running" })
}

/// Folders with former files, and a restore that was cut off.
pub(super) fn put_aside(data: &Path) -> Vec<Finding> {
    let what = "put aside";
    let mut findings = Vec::new();
    if journal::is_restore_cut_off(data) {
        findings.push(Finding::broken("restore", "a restore was cut off: start the house, and it is finished"));
    }
    let names = fs::read_dir(data).into_iter().flatten().flatten();
    let mut names: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names {
        if name.starts_with(journal::DAMAGED) {
            let words = format!(
                "{name} has a database that was found damaged: see the log of that start; look at the disk; the folder goes with the night"
            );
            findings.push(Finding::look(what, words));
        } else if name.starts_with(journal::REPLACED) {
            findings
                .push(Finding::sound(what, format!("{name} has what a restore has replaced; it goes with the night")));
        }
    }
    findings
}

pub(super) fn clock(data: &Path, now: Timestamp) -> Finding {
    let what = "clock";
    let shown = super::super::backup::local(now);
    match Clock::of_house(data).trust() {
        TimeTrust::Synchronised => Finding::sound(what, format!("it is {shown}, by a time server")),
        TimeTrust::Plausible => {
            Finding::sound(what, format!("it is {shown}, as far as this machine knows: it follows no time server"))
        }
        TimeTrust::Unknown => Finding::broken(
            what,
            format!("it can't be {shown}: set the clock of this machine, or let it follow a time server"),
        ),
    }
}
