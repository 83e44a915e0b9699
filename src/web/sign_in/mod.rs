//! Who is asking: staff accounts and sessions, device keys, and the protection of PINs against guessing.

pub(in crate::web) mod accounts;
pub(in crate::web) mod attempts;
pub(in crate::web) mod caller;
pub(in crate::web) mod login;
pub(in crate::web) mod session;
