//! `sportello device`: keys for further kiosks, boards and scripts.

use super::arguments::DeviceAction;
use super::failure::{Context, Failure};
use super::staff::book;
use super::terminal::print_line;
use crate::clock::Clock;
use crate::journal::{DeviceRecord, DeviceRight, KeyedDevice};
use crate::random;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Adds, lists or removes devices; may run beside a running site. Of a key only a digest is stored, so it can't be shown
/// again.
pub(super) fn device(data: &Path, action: DeviceAction) -> Result<(), Failure> {
    let (book, now) = (book(data)?, Clock::real().now());
    match action {
        DeviceAction::Add { name, mut may, rate } => {
            let key = random::secret()?;
            may.sort();
            may.dedup();
            let hash = Sha256::digest(key.as_bytes()).into();
            book.add_device(&KeyedDevice { name, may, rate }, &hash, now).at(data)?;
            print_line(&key)
        }
        DeviceAction::List => book.devices(now).at(data)?.iter().try_for_each(|record| print_line(&line(record))),
        DeviceAction::Remove { name } => {
            if book.remove_device(&name).at(data)? {
                return Ok(());
            }
            Err(Failure::new(format!("no device is called {name:?}: see `sportello device list`")))
        }
    }
}

fn line(DeviceRecord { device, added, seen, tickets }: &DeviceRecord) -> String {
    let may = device.may.iter().map(|right| right.name()).collect::<Vec<_>>().join(",");
    let rate = if device.may.contains(&DeviceRight::Issue) { format!("{}/min", device.rate) } else { "-".to_owned() };
    let time = |at: &Option<Timestamp>| at.map_or_else(|| "-".to_owned(), |at| format!("{at:.0}"));
    let (name, added, seen) = (&device.name, time(added), time(seen));
    format!("{name}\t{may}\t{rate}\tadded {added}\tseen {seen}\t{tickets} tickets in the last hour")
}
