//! Counts wrong PINs, and says how long a client has to wait after them.
//!
//! Promises: a wait has a bound, so wrong PINs sent on purpose for another person's name delay that person by a minute at
//! most; a client that has signed in from a network before waits there only for wrong PINs from there; memory is bounded.
//!
//! How it works: wrong PINs are counted three times: for a name from one network (few are free), for a network, because
//! several people may share one, and for a name from anywhere (many are free). The latter two fade by one a minute. A right
//! PIN clears all three.
//!
//! Rate limiters such as `governor` count requests; these counts are of failures, are cleared by a success and spare known
//! networks, so they are our own.

use crate::web::http::per_address::network_of;
use jiff::Timestamp;
use std::collections::HashMap;
use std::net::IpAddr;

/// The first wait, in seconds; it doubles each time.
const FIRST_WAIT: i64 = 15;
/// How many seconds after the last failure a count is forgotten.
const MEMORY: i64 = 3600;
/// In how many seconds one failure of a network or a name fades.
const FADES: i64 = 60;
/// The most counts; beyond that those with the fewest and oldest failures are forgotten.
const REMEMBERED_MOST: usize = 4096;
/// How many wrong PINs in a minute from everywhere make all clients wait that have not signed in before.
const SITE_MOST: usize = 60;

/// A login attempt: the claimed name and the client's network.
#[derive(Debug, Clone)]
pub(in crate::web) struct LoginAttempt {
    name: String,
    from: Option<IpAddr>,
}

/// The counts of wrong PINs.
#[derive(Default)]
pub(in crate::web) struct FailedLogins {
    counts: HashMap<Scope, Failures>,
    /// The names that signed in from a network, with the last time.
    known: HashMap<(String, Option<IpAddr>), Timestamp>,
    latest: Vec<Timestamp>,
}

/// The subject of a count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Scope {
    NameFromNetwork(String, Option<IpAddr>),
    Network(IpAddr),
    Name(String),
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    times: u32,
    last: Timestamp,
}

impl LoginAttempt {
    pub(in crate::web) fn new(name: &str, from: Option<IpAddr>) -> LoginAttempt {
        LoginAttempt { name: name.to_owned(), from: from.map(network_of) }
    }

    pub(in crate::web) fn name(&self) -> &str {
        &self.name
    }

    fn here(&self) -> Scope {
        Scope::NameFromNetwork(self.name.clone(), self.from)
    }

    /// `None` for this machine: the clients of a proxy on it must not make each other wait.
    fn network_scope(&self) -> Option<Scope> {
        self.from.filter(|address| !address.is_loopback()).map(Scope::Network)
    }

    fn anywhere(&self) -> Scope {
        Scope::Name(self.name.clone())
    }

    fn scopes(&self) -> impl Iterator<Item = Scope> {
        [Some(self.here()), self.network_scope(), Some(self.anywhere())].into_iter().flatten()
    }
}

impl FailedLogins {
    /// The seconds until this attempt is allowed; 0 for now.
    pub(in crate::web) fn wait(&self, attempt: &LoginAttempt, now: Timestamp) -> u32 {
        let wait_of = |scope: &Scope| self.counts.get(scope).map_or(0, |failures| failures.wait(scope, now));
        let of_here = wait_of(&attempt.here());
        let is_known = self.known.contains_key(&(attempt.name.clone(), attempt.from));
        let of_others = if is_known {
            0
        } else {
            let within_a_minute = self.latest.iter().filter(|at| seconds_between(**at, now) < 60).count();
            let of_site = if within_a_minute >= SITE_MOST { FIRST_WAIT } else { 0 };
            let of_network = attempt.network_scope().map_or(0, |network| wait_of(&network));
            of_site.max(of_network).max(wait_of(&attempt.anywhere()))
        };
        u32::try_from(of_here.max(of_others)).unwrap_or(u32::MAX)
    }

    /// Counts a wrong PIN; returns how many there were in the last minute.
    pub(in crate::web) fn note_wrong_pin(&mut self, attempt: &LoginAttempt, now: Timestamp) -> usize {
        for scope in attempt.scopes() {
            self.make_room(&scope);
            let counted = self.counts.get(&scope).map_or(0, |failures| failures.left(&scope, now));
            self.counts.insert(scope, Failures { times: counted.saturating_add(1), last: now });
        }
        self.latest.retain(|at| seconds_between(*at, now) < 60);
        if self.latest.len() < SITE_MOST {
            self.latest.push(now);
        }
        self.latest.len()
    }

    /// Clears the counts of an attempt that was right.
    pub(in crate::web) fn note_right_pin(&mut self, attempt: &LoginAttempt, now: Timestamp) {
        for scope in attempt.scopes() {
            self.counts.remove(&scope);
        }
        if self.known.len() >= REMEMBERED_MOST {
            let oldest = self.known.iter().min_by_key(|(_, at)| **at).map(|(known, _)| known.clone());
            if let Some(oldest) = oldest {
                self.known.remove(&oldest);
            }
        }
        self.known.insert((attempt.name.clone(), attempt.from), now);
    }

    fn make_room(&mut self, scope: &Scope) {
        if self.counts.len() < REMEMBERED_MOST || self.counts.contains_key(scope) {
            return;
        }
        let oldest = self.counts.iter().min_by_key(|(_, failures)| (failures.times, failures.last));
        if let Some(oldest) = oldest.map(|(scope, _)| scope.clone()) {
            self.counts.remove(&oldest);
        }
    }
}

impl Scope {
    /// How many wrong PINs cause no wait.
    fn free(&self) -> u32 {
        match self {
            Scope::NameFromNetwork(..) => 5,
            Scope::Network(_) => 20,
            Scope::Name(_) => 30,
        }
    }

    /// The longest wait, in seconds. That of a name is short because every client can cause it.
    fn longest(&self) -> i64 {
        match self {
            Scope::NameFromNetwork(..) | Scope::Network(_) => 300,
            Scope::Name(_) => 60,
        }
    }

    fn fades(&self) -> bool {
        !matches!(self, Scope::NameFromNetwork(..))
    }
}

impl Failures {
    /// How many of the failures still count.
    fn left(&self, scope: &Scope, now: Timestamp) -> u32 {
        let since = seconds_between(self.last, now);
        let faded = if scope.fades() { u32::try_from(since / FADES).unwrap_or(u32::MAX) } else { 0 };
        if since > MEMORY { 0 } else { self.times.saturating_sub(faded) }
    }

    /// The seconds left of the wait; never more than the whole wait, even after the clock was set back.
    fn wait(&self, scope: &Scope, now: Timestamp) -> i64 {
        let since = seconds_between(self.last, now);
        let Some(beyond) = self.times.checked_sub(scope.free()).filter(|_| since <= MEMORY) else { return 0 };
        let whole = (FIRST_WAIT << beyond.min(8)).min(scope.longest());
        (whole - since).max(0)
    }
}

fn seconds_between(earlier: Timestamp, later: Timestamp) -> i64 {
    later.as_second().saturating_sub(earlier.as_second()).max(0)
}
