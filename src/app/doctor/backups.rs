//! The backups that the house has made: how old they are, and whether each is sound.

use super::finding::Finding;
use crate::app::backup::{self, describe};
use crate::app::site;
use crate::journal;
use crate::locale::Locales;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;

/// A house that runs every day has one of the last night.
const OLD: SignedDuration = SignedDuration::from_hours(36);

pub(super) fn look(data: &Path, locales: &Locales, now: Timestamp) -> Vec<Finding> {
    let what = "backups";
    let folder = data.join(backup::FOLDER);
    let nights = match backup::nights(&folder) {
        Ok(nights) => nights,
        Err(error) => {
            let folder = folder.display();
            return vec![Finding::broken(what, format!("{folder} can't be read ({error}): mend its owner and rights"))];
        }
    };
    let today = [backup::TODAY, backup::FORMER].map(|name| folder.join(name));
    let files: Vec<_> = nights.into_iter().rev().chain(today).filter(|file| file.exists()).collect();
    if files.is_empty() {
        return vec![Finding::look(what, "there are none: the house makes them while it runs")];
    }
    let checker = site::to_check_with(data, locales);
    let (mut findings, mut newest) = (Vec::new(), None::<Timestamp>);
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match journal::check_backup(file, &checker) {
            Ok(content) => {
                newest = newest.max(Some(content.made));
                findings.push(Finding::sound(what, format!("{name}: sound, {}", describe(&content))));
            }
            Err(error) => findings.push(Finding::broken(what, format!("{name}: {error}; delete this one"))),
        }
    }
    if newest.is_none_or(|newest| now.duration_since(newest) > OLD) {
        findings.push(Finding::look(what, "the newest is older than a day and a half: does the house run?"));
    }
    findings
}
