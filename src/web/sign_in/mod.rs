//! Authentication: staff accounts and sessions, device keys, and protection against guessing PINs.

pub(in crate::web) mod accounts;
pub(in crate::web) mod attempts;
pub(in crate::web) mod caller;
pub(in crate::web) mod devices;
mod forbidden;
pub(in crate::web) mod idle;
pub(in crate::web) mod login;
pub(in crate::web) mod own_pin;
pub(in crate::web) mod reach;
pub(in crate::web) mod security_log;
pub(in crate::web) mod security_watch;
pub(in crate::web) mod session;
mod verifier;
mod worker;
