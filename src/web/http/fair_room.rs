//! A bounded number of seats, shared fairly between those who hold them.
//!
//! Promises: where seats are short, an idle one is given up first, of the holder with the most; then a busy one of the holder
//! with the most, if that one has more than the newcomer would. So many seats of a few holders never keep another one out.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::net::IpAddr;
use tokio::sync::oneshot;

/// The one that a seat is counted for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::web) enum Holder {
    /// Programs on this machine.
    Machine,
    /// A signed-in account.
    Staff(String),
    /// A device with a key.
    Device(String),
    /// A client of which only the network is known; not even that where there is no connection, as in tests.
    Network(Option<IpAddr>),
}

/// A seat; it is given up by being dropped, and its owner is notified.
#[derive(Debug)]
pub(in crate::web) struct FairSeat {
    is_busy: bool,
    _given_up: oneshot::Sender<()>,
}

/// Completes when a seat was given up.
pub(in crate::web) type GivenUp = oneshot::Receiver<()>;

#[derive(Debug)]
pub(in crate::web) struct FairRoom {
    most: usize,
    /// The most seats of one holder, but for this machine.
    share: usize,
    holders: BTreeMap<Holder, BTreeMap<u64, FairSeat>>,
    taken: usize,
}

impl Holder {
    fn is_bounded(&self) -> bool {
        !matches!(self, Holder::Machine | Holder::Network(None))
    }
}

impl FairSeat {
    pub(in crate::web) fn new(is_busy: bool) -> (FairSeat, GivenUp) {
        let (sender, given_up) = oneshot::channel();
        (FairSeat { is_busy, _given_up: sender }, given_up)
    }
}

impl FairRoom {
    pub(in crate::web) fn new(most: usize, share: usize) -> FairRoom {
        FairRoom { most, share, holders: BTreeMap::new(), taken: 0 }
    }

    pub(in crate::web) fn taken(&self) -> usize {
        self.taken
    }

    /// Seats a newcomer, and says which holder gave a seat up for it; gives the seat back when there is no room.
    pub(in crate::web) fn seat(
        &mut self,
        holder: &Holder,
        id: u64,
        seat: FairSeat,
    ) -> Result<Option<Holder>, FairSeat> {
        let Some(gave_way) = self.make_room(holder) else { return Err(seat) };
        self.holders.entry(holder.clone()).or_default().insert(id, seat);
        self.taken += 1;
        Ok(gave_way)
    }

    /// Takes a seat away, unless it was given up.
    pub(in crate::web) fn leave(&mut self, holder: &Holder, id: u64) -> Option<FairSeat> {
        let seats = self.holders.get_mut(holder)?;
        let left = seats.remove(&id)?;
        if seats.is_empty() {
            self.holders.remove(holder);
        }
        self.taken -= 1;
        Some(left)
    }

    /// `false` when the seat was given up.
    pub(in crate::web) fn set_busy(&mut self, holder: &Holder, id: u64, is_busy: bool) -> bool {
        let seat = self.holders.get_mut(holder).and_then(|seats| seats.get_mut(&id));
        seat.map(|seat| seat.is_busy = is_busy).is_some()
    }

    /// `None` without room.
    fn make_room(&mut self, newcomer: &Holder) -> Option<Option<Holder>> {
        let own = self.holders.get(newcomer).map_or(0, BTreeMap::len);
        let given_up = if own >= self.share && newcomer.is_bounded() {
            self.oldest_idle(newcomer).map(|id| (newcomer.clone(), id))
        } else if self.taken < self.most {
            return Some(None);
        } else {
            self.idle().or_else(|| self.busy(own))
        };
        let (holder, id) = given_up?;
        self.leave(&holder, id)?;
        Some(Some(holder))
    }

    fn oldest_idle(&self, holder: &Holder) -> Option<u64> {
        self.holders.get(holder)?.iter().find(|(_, seat)| !seat.is_busy).map(|(id, _)| *id)
    }

    /// The oldest idle seat of the holder with the most.
    fn idle(&self) -> Option<(Holder, u64)> {
        let with_idle = self.holders.iter().filter_map(|(holder, seats)| {
            let (id, _) = seats.iter().find(|(_, seat)| !seat.is_busy)?;
            Some((seats.len(), Reverse(*id), holder))
        });
        with_idle.max().map(|(_, Reverse(id), holder)| (holder.clone(), id))
    }

    /// The newest seat of the holder with the most, if a newcomer with so many of its own would then have no more than it.
    fn busy(&self, own: usize) -> Option<(Holder, u64)> {
        let (holder, seats) = self.holders.iter().max_by_key(|(_, seats)| seats.len())?;
        let (id, _) = seats.last_key_value()?;
        (seats.len() > own + 1).then(|| (holder.clone(), *id))
    }
}
