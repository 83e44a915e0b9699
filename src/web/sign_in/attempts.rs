//! Counts wrong PINs, and tells how long to wait after them.
//!
//! Promises: a wait has a bound, so whoever fails on purpose for somebody else's name slows them by a minute at most;
//! whoever signed in from an address before waits there only for what was wrong from there; what is remembered is bounded.
//!
//! How it works: failures are counted three times: for a name from one address (few are free), for an address, because
//! several people may share one, and for a name from anywhere (many are free). The latter two fade by one a minute. A
//! right PIN clears all three.

use crate::web::http::listen::network_of;
use jiff::Timestamp;
use std::collections::HashMap;
use std::net::IpAddr;

/// The first wait, in seconds; it doubles each time.
const FIRST_WAIT: i64 = 15;
/// When failures are forgotten, in seconds after the last one.
const MEMORY: i64 = 3600;
/// In how many seconds one failure of an address or a name fades.
const FADES: i64 = 60;
/// How many entries are remembered; beyond that those with the fewest and oldest failures are forgotten.
const REMEMBERED_MOST: usize = 4096;
/// How many wrong PINs a minute the whole house may have before all who are not known from before have to wait.
const A_MINUTE: usize = 60;

/// Who says to be whom.
#[derive(Debug, Clone)]
pub(in crate::web) struct Guess {
    name: String,
    from: Option<IpAddr>,
}

/// Counts wrong PINs. See the head of this file.
#[derive(Default)]
pub(in crate::web) struct Failures {
    by_whom: HashMap<Whose, Failed>,
    /// Who signed in from where, and when last.
    known: HashMap<(String, Option<IpAddr>), Timestamp>,
    latest: Vec<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Whose {
    Here(String, Option<IpAddr>),
    Address(IpAddr),
    Name(String),
}

#[derive(Debug, Clone, Copy)]
struct Failed {
    times: u32,
    last: Timestamp,
}

impl Guess {
    /// Somebody at this address says to have this name.
    pub(in crate::web) fn new(name: &str, from: Option<IpAddr>) -> Guess {
        Guess { name: name.to_owned(), from: from.map(network_of) }
    }

    /// Whom they say to be.
    pub(in crate::web) fn name(&self) -> &str {
        &self.name
    }

    fn here(&self) -> Whose {
        Whose::Here(self.name.clone(), self.from)
    }

    /// This machine has none: whoever comes through a proxy on it is not to be kept out for all the others who do.
    fn address(&self) -> Option<Whose> {
        self.from.filter(|address| !address.is_loopback()).map(Whose::Address)
    }

    fn anywhere(&self) -> Whose {
        Whose::Name(self.name.clone())
    }

    fn all(&self) -> impl Iterator<Item = Whose> {
        [Some(self.here()), self.address(), Some(self.anywhere())].into_iter().flatten()
    }
}

impl Failures {
    /// How many seconds to wait before this may be tried; 0 for now.
    pub(in crate::web) fn wait(&self, guess: &Guess, now: Timestamp) -> u32 {
        let wait_of = |whose: &Whose| self.by_whom.get(whose).map_or(0, |failed| failed.wait(whose, now));
        let of_here = wait_of(&guess.here());
        let is_known = self.known.contains_key(&(guess.name.clone(), guess.from));
        let of_others = if is_known {
            0
        } else {
            let in_house = self.latest.iter().filter(|at| seconds_between(**at, now) < 60).count();
            let of_house = if in_house >= A_MINUTE { FIRST_WAIT } else { 0 };
            let of_address = guess.address().map_or(0, |address| wait_of(&address));
            of_house.max(of_address).max(wait_of(&guess.anywhere()))
        };
        u32::try_from(of_here.max(of_others)).unwrap_or(u32::MAX)
    }

    /// Notes a wrong PIN; gives how many there were in the last minute.
    pub(in crate::web) fn note(&mut self, guess: &Guess, now: Timestamp) -> usize {
        for whose in guess.all() {
            self.make_room(&whose);
            let fresh = Failed { times: 0, last: now };
            let counted = self.by_whom.get(&whose).map_or(0, |failed| failed.left(&whose, now));
            let failed = self.by_whom.entry(whose).or_insert(fresh);
            *failed = Failed { times: counted.saturating_add(1), last: now };
        }
        self.latest.retain(|at| seconds_between(*at, now) < 60);
        if self.latest.len() < A_MINUTE {
            self.latest.push(now);
        }
        self.latest.len()
    }

    /// Notes a right PIN.
    pub(in crate::web) fn forgive(&mut self, guess: &Guess, now: Timestamp) {
        for whose in guess.all() {
            self.by_whom.remove(&whose);
        }
        if self.known.len() >= REMEMBERED_MOST {
            let oldest = self.known.iter().min_by_key(|(_, at)| **at).map(|(known, _)| known.clone());
            if let Some(oldest) = oldest {
                self.known.remove(&oldest);
            }
        }
        self.known.insert((guess.name.clone(), guess.from), now);
    }

    fn make_room(&mut self, whose: &Whose) {
        if self.by_whom.len() < REMEMBERED_MOST || self.by_whom.contains_key(whose) {
            return;
        }
        let oldest = self.by_whom.iter().min_by_key(|(_, failed)| (failed.times, failed.last));
        if let Some(oldest) = oldest.map(|(whose, _)| whose.clone()) {
            self.by_whom.remove(&oldest);
        }
    }
}

impl Whose {
    /// How many wrong PINs are free.
    fn free(&self) -> u32 {
        match self {
            Whose::Here(..) => 5,
            Whose::Address(_) => 20,
            Whose::Name(_) => 30,
        }
    }

    /// The longest wait, in seconds. Anybody can cause the one of a name, so it is short.
    fn longest(&self) -> i64 {
        match self {
            Whose::Here(..) | Whose::Address(_) => 300,
            Whose::Name(_) => 60,
        }
    }

    fn fades(&self) -> bool {
        !matches!(self, Whose::Here(..))
    }
}

impl Failed {
    /// How many of the failures still count.
    fn left(&self, whose: &Whose, now: Timestamp) -> u32 {
        let since = seconds_between(self.last, now);
        let faded = if whose.fades() { u32::try_from(since / FADES).unwrap_or(u32::MAX) } else { 0 };
        if since > MEMORY { 0 } else { self.times.saturating_sub(faded) }
    }

    /// How many seconds are left of the wait; never more than the whole wait, whatever a clock says.
    fn wait(&self, whose: &Whose, now: Timestamp) -> i64 {
        let since = seconds_between(self.last, now);
        let Some(beyond) = self.times.checked_sub(whose.free()).filter(|_| since <= MEMORY) else { return 0 };
        let whole = (FIRST_WAIT << beyond.min(8)).min(whose.longest());
        (whole - since).max(0)
    }
}

fn seconds_between(earlier: Timestamp, later: Timestamp) -> i64 {
    later.as_second().saturating_sub(earlier.as_second()).max(0)
}
