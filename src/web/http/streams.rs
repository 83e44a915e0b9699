//! Limits the number of event streams.
//!
//! Promises: at most 300 at one time; 64 of them are reserved for staff and for pages on this machine, so that phones
//! can't use up those of the desks; one other address has at most 128. A page without a stream asks now and then.

use crate::web::http::per_address::{AddressPermit, PerAddress};
use std::net::IpAddr;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The most streams for the public.
const SHARED_MOST: usize = 236;
/// The most streams that are reserved for staff and this machine, which may use the shared ones as well.
const RESERVED_MOST: usize = 64;
/// The most streams of the public from one address. The phones in a waiting room often share an address.
const FROM_ONE_MOST: usize = 128;

/// Hands out permits for event streams.
pub(in crate::web) struct Streams {
    shared: Arc<Semaphore>,
    reserved: Arc<Semaphore>,
    by_address: PerAddress,
}

/// Counts an event stream until it is dropped.
pub(in crate::web) struct StreamPermit {
    _of_all: OwnedSemaphorePermit,
    _of_address: Option<AddressPermit>,
}

impl Streams {
    pub(in crate::web) fn new() -> Streams {
        let (shared, reserved) = (Arc::new(Semaphore::new(SHARED_MOST)), Arc::new(Semaphore::new(RESERVED_MOST)));
        Streams { shared, reserved, by_address: PerAddress::default() }
    }

    /// A permit for staff or this machine; `None` when all are taken.
    pub(in crate::web) fn take_reserved(&self) -> Option<StreamPermit> {
        let reserved = Arc::clone(&self.reserved).try_acquire_owned();
        let permit = reserved.or_else(|_| Arc::clone(&self.shared).try_acquire_owned()).ok()?;
        Some(StreamPermit { _of_all: permit, _of_address: None })
    }

    /// A permit for the public; `None` when all are taken, or all that one address may have.
    pub(in crate::web) fn take_shared(&self, from: Option<IpAddr>) -> Option<StreamPermit> {
        let permit = Arc::clone(&self.shared).try_acquire_owned().ok()?;
        let of_address = match from {
            Some(client) => Some(self.by_address.take(client, FROM_ONE_MOST)?),
            None => None,
        };
        Some(StreamPermit { _of_all: permit, _of_address: of_address })
    }

    /// The number of open streams.
    pub(in crate::web) fn open(&self) -> usize {
        let free = self.shared.available_permits() + self.reserved.available_permits();
        (SHARED_MOST + RESERVED_MOST).saturating_sub(free)
    }
}
