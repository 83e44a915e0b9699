//! `sportello device`: keys for further kiosks, receptions and scripts.

use super::arguments::DeviceDeed;
use super::staff::book;
use super::{Failure, say};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;

/// Adds a device and prints its key, which is not kept and can't be shown again.
pub(super) fn device(data: &Path, deed: DeviceDeed) -> Result<(), Failure> {
    let DeviceDeed::Add { name } = deed;
    let mut bits = [0u8; 32];
    getrandom::fill(&mut bits)?;
    let mut key = String::new();
    for byte in bits {
        write!(key, "{byte:02x}")?;
    }
    book(data)?.add_device(&name, &Sha256::digest(key.as_bytes()).into())?;
    say(&key)
}
