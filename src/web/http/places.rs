//! Limits the number of connections: in all, and from one address.
//!
//! Promises: at most 768 connections are served, 192 of them from one other machine, home network or guest Wi-Fi; 64 more
//! are kept for this machine. Beyond that 64 connections get an error in words, and the rest are closed.

use crate::web::http::per_address::{AddressPermit, PerAddress};
use crate::web::http::rare_line::RareLine;
use std::net::IpAddr;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// In all, but for those of this machine.
const SERVED_MOST: usize = 768;
/// The most connections from one address that is not this machine. All phones of a guest Wi-Fi have one address; each holds
/// one connection for its stream, and others for moments.
const FROM_ONE_MOST: usize = 192;
/// Kept for this machine: its board, its watchdog and a proxy.
const KEPT_MOST: usize = 64;
/// How many connections get the error at one time.
const REFUSED_MOST: usize = 64;

/// Hands out places for connections.
pub(in crate::web) struct Places {
    served: Arc<Semaphore>,
    kept: Arc<Semaphore>,
    refused: Arc<Semaphore>,
    by_address: PerAddress,
}

/// Counts a connection until it is dropped.
pub(in crate::web) struct Place {
    /// Whether there are too many: requests get an error that says so.
    pub(in crate::web) is_over: bool,
    _of_all: OwnedSemaphorePermit,
    _of_address: Option<AddressPermit>,
}

impl Places {
    pub(in crate::web) fn new() -> Places {
        let places = |most| Arc::new(Semaphore::new(most));
        Places {
            served: places(SERVED_MOST),
            kept: places(KEPT_MOST),
            refused: places(REFUSED_MOST),
            by_address: PerAddress::default(),
        }
    }

    /// A place for a connection of this client; `None` when it has to be closed.
    pub(in crate::web) fn take(&self, client: IpAddr) -> Option<Place> {
        let of_address = self.by_address.take(client, FROM_ONE_MOST);
        if of_address.is_some() {
            let kept = client.to_canonical().is_loopback().then(|| Arc::clone(&self.kept).try_acquire_owned().ok());
            let free = kept.flatten().or_else(|| Arc::clone(&self.served).try_acquire_owned().ok());
            if let Some(permit) = free {
                return Some(Place { is_over: false, _of_all: permit, _of_address: of_address });
            }
        }
        self.log_refused(client, of_address.is_none());
        let permit = Arc::clone(&self.refused).try_acquire_owned().ok()?;
        Some(Place { is_over: true, _of_all: permit, _of_address: None })
    }

    fn log_refused(&self, client: IpAddr, is_from_one: bool) {
        static LINE: RareLine = RareLine::new();
        let Some(left_out) = LINE.due() else { return };
        let most = if is_from_one { FROM_ONE_MOST } else { SERVED_MOST };
        tracing::warn!(
            %client,
            most,
            is_from_one,
            left_out,
            "refused a connection because there are too many: see which machine holds them, or give phones several addresses"
        );
    }
}
