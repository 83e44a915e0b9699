//! How many event streams there may be, and for whom.
//!
//! Promises: at most 300 at one time; 64 of them are kept for staff and for pages on this machine, so that phones can't
//! silence the desks; one other address has at most 64.

use crate::web::http::listen::network_of;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The most streams for anybody.
const FOR_ANYBODY: usize = 236;
/// The most streams that are kept for staff and this machine; they may have the others, too.
const FOR_THE_HOUSE: usize = 64;
/// The most streams that anybody has from one address: in a waiting room many phones may share one.
const FROM_ONE: usize = 64;

/// How many streams each address has.
type Counts = Arc<Mutex<HashMap<IpAddr, usize>>>;

/// Places for event streams.
pub(in crate::web) struct Streams {
    anybody: Arc<Semaphore>,
    house: Arc<Semaphore>,
    by_address: Counts,
}

/// A stream's place; given back when dropped.
pub(in crate::web) struct Place {
    _permit: OwnedSemaphorePermit,
    /// Whose count it is in.
    of_address: Option<(IpAddr, Counts)>,
}

impl Streams {
    pub(in crate::web) fn new() -> Streams {
        let (anybody, house) = (Arc::new(Semaphore::new(FOR_ANYBODY)), Arc::new(Semaphore::new(FOR_THE_HOUSE)));
        Streams { anybody, house, by_address: Arc::default() }
    }

    /// A place for staff or this machine, if there is one.
    pub(in crate::web) fn take_for_the_house(&self) -> Option<Place> {
        let permit = Arc::clone(&self.house).try_acquire_owned();
        let permit = permit.or_else(|_| Arc::clone(&self.anybody).try_acquire_owned()).ok()?;
        Some(Place { _permit: permit, of_address: None })
    }

    /// A place for anybody else, if there is one.
    pub(in crate::web) fn take(&self, from: Option<IpAddr>) -> Option<Place> {
        let permit = Arc::clone(&self.anybody).try_acquire_owned().ok()?;
        let from = from.map(network_of).filter(|address| !address.is_loopback());
        let Some(address) = from else { return Some(Place { _permit: permit, of_address: None }) };
        let mut counts = self.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= FROM_ONE {
            return None;
        }
        *count += 1;
        Some(Place { _permit: permit, of_address: Some((address, Arc::clone(&self.by_address))) })
    }

    /// How many streams are open.
    pub(in crate::web) fn open(&self) -> usize {
        let free = self.anybody.available_permits() + self.house.available_permits();
        (FOR_ANYBODY + FOR_THE_HOUSE).saturating_sub(free)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((address, counts)) = &self.of_address else { return };
        let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(address);
            }
        }
    }
}
