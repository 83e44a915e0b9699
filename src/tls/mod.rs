//! TLS: certificates and their keys, the encryption of connections, and an authority of the house's own.
//!
//! Promises: TLS 1.2 and 1.3 only; a handshake runs when its connection is first read, so that accepting others never waits
//! for it; another certificate holds for every connection that comes after it.

mod authority;
mod der;
mod facts;
mod https;
mod name;
mod pair;
mod pinned;
mod stream;

pub use authority::{AUTHORITY_YEARS, CERTIFICATE_DAYS, IssuedPair, LocalAuthority, MakingError};
pub use facts::{CertificateFacts, Validity};
pub use https::Https;
pub use name::{HouseName, HouseNameError};
pub use pair::{TlsFile, TlsFiles, TlsIdentity, TlsPairError, TlsText};
pub use pinned::{PinnedStream, connect_pinned};
pub use stream::{DoorStream, Opening, WireKind};
