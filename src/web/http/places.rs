//! Limits the number of connections, and keeps places for the house.
//!
//! Promises: programs on this machine, signed-in staff and devices with a key have places that no stranger can take; all
//! others share the rest, and a network that holds many gives way to one that holds few (see `fair_room.rs`), a silent
//! connection first. What finds no place gets an error in words.
//!
//! How it works: a connection is a stranger's until a request on it shows who its client is; then it moves. One of a trusted
//! proxy carries other clients: it moves with each request, to a place of its client, and back.

use crate::web::http::fair_room::{FairRoom, FairSeat, GivenUp, Holder};
use crate::web::http::per_address::network_of;
use crate::web::http::proxies::Proxies;
use crate::web::http::rare_line::RareLine;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The rooms with how many connections they hold, in all and of one holder. Together they stay below 1,024 open files, the
/// usual limit of a process. All phones of a guest Wi-Fi have one address; each holds one connection for its stream, and
/// others for moments.
const ROOMS: [(PlaceKind, usize, usize); 4] = [
    (PlaceKind::House, 192, 96),
    (PlaceKind::Strangers, 512, 192),
    (PlaceKind::Proxies, 128, 128),
    (PlaceKind::TurnedAway, 64, 64),
];

/// The most connections whose cookies and keys are looked up at one time: the house must not wait for those of strangers.
pub(in crate::web) const LOOK_UPS: usize = 64;

/// For whom a place is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::web) enum PlaceKind {
    House,
    Strangers,
    /// Between two requests of a proxy.
    Proxies,
    /// There is no place: requests get an error that says so, unless they show that they belong to the house.
    TurnedAway,
}

/// Hands out places for connections. Cheap to clone.
#[derive(Debug, Clone)]
pub(in crate::web) struct Places {
    rooms: Arc<Mutex<Rooms>>,
    proxies: Proxies,
}

/// A connection's place, until it is dropped.
pub(in crate::web) struct Place {
    pub(in crate::web) handle: Arc<PlaceHandle>,
    pub(in crate::web) given_up: GivenUp,
}

/// Moves a connection to other places.
#[derive(Debug)]
pub(in crate::web) struct PlaceHandle {
    places: Places,
    id: u64,
    /// Whether the connection is idle once its response is written.
    is_answering: AtomicBool,
}

#[derive(Debug)]
struct Rooms {
    rooms: BTreeMap<PlaceKind, FairRoom>,
    seated: BTreeMap<u64, Seated>,
    newest: u64,
}

/// Where a connection is.
#[derive(Debug)]
struct Seated {
    kind: PlaceKind,
    holder: Holder,
    /// The proxy whose connection it is.
    proxy: Option<Holder>,
}

impl Places {
    pub(in crate::web) fn new(proxies: Proxies) -> Places {
        let rooms = ROOMS.map(|(kind, most, share)| (kind, FairRoom::new(most, share))).into();
        Places { rooms: Arc::new(Mutex::new(Rooms { rooms, seated: BTreeMap::new(), newest: 0 })), proxies }
    }

    /// A place for a connection from this address; `None` when it has to be closed.
    pub(in crate::web) fn take(&self, from: IpAddr) -> Option<Place> {
        let (kind, holder) = if self.proxies.contain(from) {
            (PlaceKind::Proxies, Holder::Network(Some(from.to_canonical())))
        } else if from.to_canonical().is_loopback() {
            (PlaceKind::House, Holder::Machine)
        } else {
            (PlaceKind::Strangers, Holder::Network(Some(network_of(from))))
        };
        let mut rooms = self.lock();
        rooms.newest += 1;
        let id = rooms.newest;
        let (seat, given_up) = FairSeat::new(false);
        rooms.enter(id, kind, holder, seat)?;
        let handle = PlaceHandle { places: self.clone(), id, is_answering: AtomicBool::new(false) };
        Some(Place { handle: Arc::new(handle), given_up })
    }

    fn lock(&self) -> MutexGuard<'_, Rooms> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PlaceHandle {
    /// Where the connection is now; `None` once it was given up.
    pub(in crate::web) fn kind(&self) -> Option<PlaceKind> {
        self.places.lock().seated.get(&self.id).map(|seated| seated.kind)
    }

    pub(in crate::web) fn is_turned_away(&self) -> bool {
        self.kind() == Some(PlaceKind::TurnedAway)
    }

    /// A request has begun.
    pub(in crate::web) fn begin(&self) {
        self.is_answering.store(false, Ordering::Relaxed);
        self.places.lock().set_busy(self.id, true);
    }

    /// Moves the connection; `false` when there is no room, and it stays where it is.
    pub(in crate::web) fn move_to(&self, kind: PlaceKind, holder: &Holder) -> bool {
        self.places.lock().move_to(self.id, kind, holder)
    }

    /// The response is there, and has to be written.
    pub(in crate::web) fn answer(&self) {
        self.is_answering.store(true, Ordering::Relaxed);
    }

    /// What there was to write is written.
    pub(in crate::web) fn flushed(&self) {
        if self.is_answering.swap(false, Ordering::Relaxed) {
            self.finish();
        }
    }

    /// The request is over.
    pub(in crate::web) fn finish(&self) {
        let mut rooms = self.places.lock();
        rooms.set_busy(self.id, false);
        if let Some(proxy) = rooms.seated.get(&self.id).and_then(|seated| seated.proxy.clone()) {
            // Without room it stays with its client, and moves at its next request.
            rooms.move_to(self.id, PlaceKind::Proxies, &proxy);
        }
    }

    /// Says in the log that the client got an error.
    pub(in crate::web) fn log_turned_away(client: Option<IpAddr>) {
        static LINE: RareLine = RareLine::new();
        if let Some(left_out) = LINE.due() {
            tracing::warn!(
                ?client,
                left_out,
                "refused a connection because there are too many: see which machine holds them, or give phones several addresses"
            );
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.handle.places.lock().leave(self.handle.id);
    }
}

impl Rooms {
    /// `None` without room, even among those that are turned away.
    fn enter(&mut self, id: u64, kind: PlaceKind, holder: Holder, seat: FairSeat) -> Option<()> {
        let proxy = (kind == PlaceKind::Proxies).then(|| holder.clone());
        let mut room = |kind, seat| match self.rooms.get_mut(&kind) {
            Some(room) => room.seat(&holder, id, seat),
            None => Err(seat),
        };
        let kind = match room(kind, seat) {
            Ok(gave_way) => {
                gave_way.as_ref().inspect(|gave_way| log_given_up(gave_way));
                kind
            }
            Err(seat) => room(PlaceKind::TurnedAway, seat).ok().map(|_| PlaceKind::TurnedAway)?,
        };
        self.seated.insert(id, Seated { kind, holder, proxy });
        Some(())
    }

    fn leave(&mut self, id: u64) {
        if let Some(Seated { kind, holder, .. }) = self.seated.remove(&id) {
            // It may have been given up.
            let _ = self.rooms.get_mut(&kind).and_then(|room| room.leave(&holder, id));
        }
    }

    fn set_busy(&mut self, id: u64, is_busy: bool) {
        if let Some(Seated { kind, holder, .. }) = self.seated.get(&id)
            && let Some(room) = self.rooms.get_mut(kind)
        {
            room.set_busy(holder, id, is_busy);
        }
    }

    fn move_to(&mut self, id: u64, kind: PlaceKind, holder: &Holder) -> bool {
        let Some(seated) = self.seated.get_mut(&id) else { return false };
        if seated.kind == kind && seated.holder == *holder {
            return true;
        }
        let Some(seat) = self.rooms.get_mut(&seated.kind).and_then(|room| room.leave(&seated.holder, id)) else {
            return false;
        };
        let Some(room) = self.rooms.get_mut(&kind) else { return false };
        match room.seat(holder, id, seat) {
            Ok(_) => {
                (seated.kind, seated.holder) = (kind, holder.clone());
                true
            }
            Err(seat) => {
                if let Some(left) = self.rooms.get_mut(&seated.kind) {
                    // There is room: it has just left.
                    let _ = left.seat(&seated.holder, id, seat);
                }
                false
            }
        }
    }
}

/// Says in the log who holds so many connections that some had to go.
fn log_given_up(holder: &Holder) {
    static LINE: RareLine = RareLine::new();
    if let Some(left_out) = LINE.due() {
        tracing::warn!(
            ?holder,
            left_out,
            "closed connections to make room for others: look what holds so many of them, or slow it down in the network"
        );
    }
}
