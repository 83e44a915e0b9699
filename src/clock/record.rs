//! The trusted time on disk, for a start within the same boot. It tells nothing of tickets.
//!
//! Promises: a record that is not as it was written is not believed. With one digit changed it could say a year in which this
//! day has long ended, and the visitors in the house would lose their tickets.

use crate::atomic_file;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::Path;

const FILE: &str = "clock.json";

/// The trusted time at a moment of a boot; milliseconds, as in `TimeSource`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// The kernel's id of the boot.
    pub(super) boot: String,
    pub(super) boot_ms: i64,
    /// The trusted time at `boot_ms`.
    pub(super) at_ms: i64,
    /// The trusted time when the house first started in this boot.
    pub(super) since_ms: i64,
    /// Whether the trusted time is known to be right.
    pub(super) is_known: bool,
    /// The offset of the wall clock that is not believed, against the boot clock.
    #[serde(default)]
    pub(super) doubted_ms: Option<i64>,
    /// To which time the wall clock was set last, when that was taken up in this boot.
    #[serde(default)]
    pub(super) set_to_ms: Option<i64>,
}

/// A record as it stands in the file. What an older version wrote has no sum, and counts as none.
#[derive(Serialize, Deserialize)]
struct SummedRecord {
    #[serde(flatten)]
    record: Record,
    sum: String,
}

impl Record {
    /// The record in a data folder; `None` when there is none that can be read, or one that was changed since.
    pub(super) fn read(folder: &Path) -> Option<Record> {
        let SummedRecord { record, sum } = serde_json::from_slice(&fs::read(folder.join(FILE)).ok()?).ok()?;
        record.sum().is_ok_and(|known| known == sum).then_some(record)
    }

    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let summed = SummedRecord { record: self.clone(), sum: self.sum()? };
        atomic_file::replace_durably(&folder.join(FILE), &serde_json::to_vec(&summed)?)
    }

    fn sum(&self) -> io::Result<String> {
        Ok(hex::encode(Sha256::digest(serde_json::to_vec(self)?)))
    }

    /// A record that can't be replaced must not stay: it says a time that is past.
    pub(super) fn delete(folder: &Path) -> io::Result<()> {
        fs::remove_file(folder.join(FILE))
    }
}
