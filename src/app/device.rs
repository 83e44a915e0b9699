//! `sportello device`: keys for further kiosks, receptions and scripts.

use super::arguments::DeviceAction;
use super::failure::{Context, Failure};
use super::staff::book;
use super::terminal::print_line;
use crate::clock::Clock;
use crate::journal::KeyedDevice;
use crate::random;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Adds a device and prints its key. Only a digest is stored, so the key can't be shown again.
pub(super) fn device(data: &Path, action: DeviceAction) -> Result<(), Failure> {
    let DeviceAction::Add { name } = action;
    let key = random::secret()?;
    let (device, hash) = (KeyedDevice::kiosk(&name), Sha256::digest(key.as_bytes()).into());
    book(data)?.add_device(&device, &hash, Clock::real().now()).at(data)?;
    print_line(&key)
}
