//! Devices with a key: further kiosks, boards and scripts. What each may do, how fast, and when it was there last.

use super::error::JournalError;
use super::staff::{StaffBook, StaffError};
use super::staff_name::{StaffName, meant, namesake};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};
use std::ops::RangeInclusive;

/// What a device may do with its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceRight {
    /// Issue tickets, and check in visitors with an appointment.
    Issue,
    /// Show the board, on a place that is kept for it.
    Board,
}

/// A device that has a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedDevice {
    pub name: String,
    /// Each once.
    pub may: Vec<DeviceRight>,
    /// The most tickets that it may issue in a minute.
    pub rate: u32,
}

/// What is known of a device's use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRecord {
    pub device: KeyedDevice,
    /// `None` for one that an older version added.
    pub added: Option<Timestamp>,
    /// A few minutes late at most; `None` before its first request.
    pub seen: Option<Timestamp>,
    /// How many tickets it issued in the last hour.
    pub tickets: u32,
}

/// What a device did since it was noted last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceUse {
    pub name: String,
    pub seen: Timestamp,
    /// Tickets by the minute since 1970 in which they were issued.
    pub tickets: Vec<(i64, u32)>,
}

impl DeviceRight {
    pub const ALL: [DeviceRight; 2] = [DeviceRight::Issue, DeviceRight::Board];

    /// Its name on the command line and on disk.
    pub fn name(self) -> &'static str {
        match self {
            DeviceRight::Issue => "issue",
            DeviceRight::Board => "board",
        }
    }

    pub fn parse(text: &str) -> Option<DeviceRight> {
        DeviceRight::ALL.into_iter().find(|right| right.name() == text)
    }
}

impl KeyedDevice {
    /// The rate of a device that is given none: scripts of older versions had no bound, and must go on working. A kiosk needs
    /// far less, see `docs/accounts.md`.
    pub const USUAL_RATE: u32 = 30_000;
    /// For scripts and load tests.
    pub const HIGHEST_RATE: u32 = 1_000_000;
    /// Every rate that there is.
    pub const RATES: RangeInclusive<i64> = 1..=KeyedDevice::HIGHEST_RATE as i64;

    /// A device that issues tickets at the usual rate.
    pub fn kiosk(name: &str) -> KeyedDevice {
        KeyedDevice { name: name.to_owned(), may: vec![DeviceRight::Issue], rate: KeyedDevice::USUAL_RATE }
    }
}

impl StaffBook {
    /// Adds a device with a key of this hash.
    pub fn add_device(&self, device: &KeyedDevice, key_hash: &[u8; 32], now: Timestamp) -> Result<(), StaffError> {
        let name = StaffName::parse(&device.name)?;
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(taken) = namesake(&transaction, "device", &name)? {
            return Err(StaffError::NameTaken(taken));
        }
        let sql = "INSERT INTO device (name, key_hash, may, rate, added) VALUES (?1, ?2, ?3, ?4, ?5)";
        let may = device.may.iter().map(|right| right.name()).collect::<Vec<_>>().join(" ");
        transaction.execute(sql, (name.as_str(), key_hash, may, device.rate, now.as_millisecond()))?;
        Ok(transaction.commit()?)
    }

    /// The device with a key of this hash.
    pub fn device(&self, key_hash: &[u8; 32]) -> Result<Option<KeyedDevice>, StaffError> {
        find(&self.connection(), key_hash)
    }

    /// The same for a caller that must not wait; `None` while the book is in use or held by another program.
    pub fn device_at_once(&self, key_hash: &[u8; 32]) -> Option<Result<Option<KeyedDevice>, StaffError>> {
        self.at_once(|connection| find(connection, key_hash))
    }

    /// All devices, by name.
    pub fn devices(&self, now: Timestamp) -> Result<Vec<DeviceRecord>, StaffError> {
        let sql = "SELECT name, may, rate, added, seen, \
                   (SELECT coalesce(sum(tickets), 0) FROM device_use WHERE device_use.name = device.name AND minute > ?1) \
                   FROM device ORDER BY name";
        let connection = self.connection();
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([minute(now) - MINUTES_COUNTED], |row| {
            Ok((columns(row)?, (row.get::<_, Option<i64>>(3)?, row.get::<_, Option<i64>>(4)?, row.get(5)?)))
        })?;
        let time = |at: Option<i64>| at.and_then(|at| Timestamp::from_millisecond(at).ok());
        let record = |row: rusqlite::Result<_>| {
            let (device, (added, seen, tickets)) = row?;
            Ok(DeviceRecord { device: read(device)?, added: time(added), seen: time(seen), tickets })
        };
        rows.map(record).collect()
    }

    /// Removes a device: its key is worth nothing from now on. `false` if there is no such device.
    pub fn remove_device(&self, name: &str) -> Result<bool, StaffError> {
        let connection = self.connection();
        let Some(name) = meant(&connection, "device", name)? else { return Ok(false) };
        Ok(connection.execute("DELETE FROM device WHERE name = ?1", [name])? == 1)
    }

    /// Notes what a device did, unless it was removed meanwhile.
    pub fn note_use(&self, used: &DeviceUse) -> Result<(), StaffError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "UPDATE device SET seen = ?2 WHERE name = ?1";
        if transaction.execute(sql, (&used.name, used.seen.as_millisecond()))? == 0 {
            return Ok(());
        }
        let oldest = minute(used.seen) - MINUTES_COUNTED;
        transaction.execute("DELETE FROM device_use WHERE name = ?1 AND minute <= ?2", (&used.name, oldest))?;
        let sql = "INSERT INTO device_use (name, minute, tickets) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (name, minute) DO UPDATE SET tickets = tickets + excluded.tickets";
        for (minute, tickets) in &used.tickets {
            transaction.execute(sql, (&used.name, minute, tickets))?;
        }
        Ok(transaction.commit()?)
    }
}

impl DeviceUse {
    /// The minute since 1970 in which this moment is.
    pub fn minute(at: Timestamp) -> i64 {
        minute(at)
    }
}

/// Each request of a device asks it.
fn find(connection: &Connection, key_hash: &[u8; 32]) -> Result<Option<KeyedDevice>, StaffError> {
    let sql = "SELECT name, may, rate FROM device WHERE key_hash = ?1";
    let found = connection.prepare_cached(sql)?.query_row([key_hash], columns).optional()?;
    Ok(found.map(read).transpose()?)
}

/// For how many minutes tickets are counted.
const MINUTES_COUNTED: i64 = 60;

fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

fn columns(row: &Row<'_>) -> rusqlite::Result<(String, String, u32)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn read((name, may, rate): (String, String, u32)) -> Result<KeyedDevice, JournalError> {
    let damaged = |word: &str| JournalError::Damaged {
        at: Default::default(),
        problem: format!("{word:?} is not a right of a device"),
    };
    let words = may.split(' ').filter(|word| !word.is_empty());
    let may = words.map(|word| DeviceRight::parse(word).ok_or_else(|| damaged(word))).collect::<Result<_, _>>()?;
    Ok(KeyedDevice { name, may, rate })
}
