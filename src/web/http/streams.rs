//! Limits the number of event streams.
//!
//! Promises: at most 364 at one time. 128 of them are reserved for the house: staff and boards that are signed in, devices
//! whose key may show a board and pages on this machine, so that no stranger can take theirs. The others are shared fairly:
//! one network has 64 at most, and where they are short the one with the most gives one way. A page without a stream asks now
//! and then.

use crate::web::http::fair_room::{FairRoom, FairSeat, GivenUp, Holder};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most streams of strangers, and of one network of theirs. The phones in a waiting room often share one.
const SHARED: (usize, usize) = (236, 64);
/// The same of the house, which may use the shared ones as well. All desks may share an account.
const RESERVED: (usize, usize) = (128, 64);

/// Hands out permits for event streams. Cheap to clone.
#[derive(Clone)]
pub(in crate::web) struct Streams(Arc<Mutex<StreamRooms>>);

struct StreamRooms {
    reserved: FairRoom,
    shared: FairRoom,
    newest: u64,
}

/// Counts an event stream until it is dropped.
pub(in crate::web) struct StreamPermit {
    streams: Streams,
    holder: Holder,
    id: u64,
    given_up: GivenUp,
}

impl Streams {
    pub(in crate::web) fn new() -> Streams {
        let room = |(most, share)| FairRoom::new(most, share);
        Streams(Arc::new(Mutex::new(StreamRooms { reserved: room(RESERVED), shared: room(SHARED), newest: 0 })))
    }

    /// A permit for a member of the house, or a client of a network; `None` when there is none for it.
    pub(in crate::web) fn take(&self, holder: Holder) -> Option<StreamPermit> {
        let mut rooms = self.lock();
        rooms.newest += 1;
        let id = rooms.newest;
        let (seat, given_up) = FairSeat::new(true);
        let seat = match holder {
            Holder::Network(_) => Err(seat),
            Holder::Machine | Holder::Staff(_) | Holder::Device(_) => rooms.reserved.seat(&holder, id, seat),
        };
        seat.or_else(|seat| rooms.shared.seat(&holder, id, seat)).ok()?;
        Some(StreamPermit { streams: self.clone(), holder, id, given_up })
    }

    /// The number of open streams.
    pub(in crate::web) fn open(&self) -> usize {
        let rooms = self.lock();
        rooms.reserved.taken() + rooms.shared.taken()
    }

    fn lock(&self) -> MutexGuard<'_, StreamRooms> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl StreamPermit {
    /// Completes when the stream has to give way to another one.
    pub(in crate::web) async fn given_up(&mut self) {
        // An error is what is waited for: the seat is gone.
        let _ = (&mut self.given_up).await;
    }
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut rooms = self.streams.lock();
        if rooms.reserved.leave(&self.holder, self.id).is_none() {
            // It may have been given up.
            let _ = rooms.shared.leave(&self.holder, self.id);
        }
    }
}
