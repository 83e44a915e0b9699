//! Which boot of the machine this is: what a process has written without a sync outlives the process, not the boot.

use std::fs;

/// Names a boot; zeros where it is not known.
pub(super) type BootId = [u8; 16];

pub(super) fn boot_id() -> BootId {
    let text = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    u128::from_str_radix(&text.trim().replace('-', ""), 16).map_or([0; 16], u128::to_be_bytes)
}
