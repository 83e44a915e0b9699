//! Who is asking: staff accounts and sessions, device keys, and the protection of PINs against guessing.

pub(in crate::web) mod accounts;
pub(in crate::web) mod caller;
pub(in crate::web) mod doorkeeper;
pub(in crate::web) mod failures;
pub(in crate::web) mod session;
