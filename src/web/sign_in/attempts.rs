//! Counts wrong PINs, and says how long a client has to wait after them.
//!
//! Promises: at a browser that an account has signed in with before, only wrong PINs that were typed there cause a wait,
//! and none above five seconds: no one else can keep its owner out, be it behind the same address or proxy, or with a flood
//! of made-up names. Any other browser waits less than two minutes before the next try. Memory is bounded.
//!
//! How it works: a known browser has a count of its own for each account. After ten wrong PINs in a row it is a stranger
//! again. Wrong PINs of strangers are counted for a name from one network (few are free), for a network, because several
//! people may share one, for a name from anywhere (many are free), and for the house: of those a hundred are free, and then
//! one every hundred seconds. No right PIN gives any of the house's back. Time is that of the clock that can't be set.
//!
//! The reckoning ([`guesses_in_a_year`]), for one who guesses day and night and from everywhere at once, at one PIN of six
//! random digits or at those of all accounts: strangers have 366 × 86,400 s / 100 s = 316,224 guesses in a year, and a
//! hundred more after each restart, 36,600 with one a day. With all of the sixteen known browsers of an account in hand, whose
//! owner gives them ten guesses each by signing in every day, there are 58,560 more: 411,384 in all. More than 900,000
//! PINs of six digits are no common ones, so that even half of them take more than a year.
//!
//! Rate limiters such as `governor` count requests; these counts are of failures and spare known browsers, so they are our
//! own.

use crate::web::http::per_address::network_of;
use crate::web::sign_in::accounts::{STAFF_BROWSERS_MOST, StaffName};
use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::time::Duration;

/// How many wrong PINs in a row at a known browser cause no wait, the wait after each further one, and how many make it a
/// stranger.
const KNOWN_FREE: u32 = 5;
const KNOWN_WAIT: u64 = 5;
const KNOWN_MOST: u32 = 10;
/// The first wait of a stranger, in seconds; it doubles each time.
const FIRST_WAIT: u64 = 15;
/// The longest wait for what was counted for a name or a network, in seconds.
const LONGEST_WAIT: u64 = 60;
/// How many seconds after the last failure a count is forgotten.
const MEMORY: u64 = 3600;
/// In how many seconds one failure of a network or a name fades.
const FADES: u64 = 60;
/// How many wrong PINs of strangers in the whole house are free, and in how many seconds one more is.
const HOUSE_FREE: u64 = 100;
const HOUSE_FADES: u64 = 100;
/// The most counts; beyond that those with the fewest and oldest failures are forgotten.
const REMEMBERED_MOST: usize = 4096;
/// How often a year the counts of the house or of a browser begin anew: the program is started or the owner signs in.
const FRESH_STARTS: u64 = 366;

/// A login attempt: the claimed name, the client's network and its browser.
#[derive(Debug, Clone)]
pub(in crate::web) struct LoginAttempt {
    typed: String,
    /// The same for all ways to write the name.
    name: String,
    from: Option<IpAddr>,
    /// The hash of the browser's secret, if the account has signed in with it before.
    known: Option<[u8; 32]>,
}

/// The counts of wrong PINs.
#[derive(Default)]
pub(in crate::web) struct FailedLogins {
    known: HashMap<(String, [u8; 32]), Failures>,
    strangers: HashMap<Scope, Failures>,
    /// When all failures of strangers in the house will have faded.
    house_clear: Duration,
}

/// What a wrong PIN led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Counted {
    AsBefore,
    /// It was one too many for a known browser.
    StrangerNow([u8; 32]),
}

/// The subject of a count of strangers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Scope {
    NameFromNetwork(String, Option<IpAddr>),
    Network(IpAddr),
    Name(String),
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    times: u32,
    last: Duration,
}

/// The most guesses that can be made within a year, at the PIN of one account or of all.
pub fn guesses_in_a_year() -> u64 {
    let by_strangers = 366 * 86_400 / HOUSE_FADES + HOUSE_FREE * FRESH_STARTS;
    by_strangers + u64::from(STAFF_BROWSERS_MOST) * u64::from(KNOWN_MOST) * FRESH_STARTS
}

impl LoginAttempt {
    pub(in crate::web) fn new(typed: &str, from: Option<IpAddr>, known: Option<[u8; 32]>) -> LoginAttempt {
        LoginAttempt { typed: typed.to_owned(), name: StaffName::fold(typed), from: from.map(network_of), known }
    }

    /// The name as it was typed.
    pub(in crate::web) fn typed(&self) -> &str {
        &self.typed
    }

    /// The network of the client.
    pub(in crate::web) fn from(&self) -> Option<IpAddr> {
        self.from
    }

    fn here(&self) -> Scope {
        Scope::NameFromNetwork(self.name.clone(), self.from)
    }

    fn scopes(&self) -> impl Iterator<Item = Scope> {
        // Not for this machine: the clients of a proxy on it must not make each other wait.
        let network = self.from.filter(|address| !address.is_loopback()).map(Scope::Network);
        [Some(self.here()), network, Some(Scope::Name(self.name.clone()))].into_iter().flatten()
    }
}

impl FailedLogins {
    /// Whether the attempt is from a browser that only its own wrong PINs delay.
    pub(in crate::web) fn is_known(&self, attempt: &LoginAttempt) -> bool {
        let failures = |known| self.known.get(&(attempt.name.clone(), known)).map_or(0, |failures| failures.times);
        attempt.known.is_some_and(|known| failures(known) < KNOWN_MOST)
    }

    /// The seconds until this attempt is allowed; 0 for now.
    pub(in crate::web) fn wait(&self, attempt: &LoginAttempt, now: Duration) -> u32 {
        let seconds = match attempt.known.filter(|_| self.is_known(attempt)) {
            Some(known) => {
                let failures = self.known.get(&(attempt.name.clone(), known));
                let waiting = failures.filter(|failures| failures.times >= KNOWN_FREE);
                waiting.map_or(0, |failures| KNOWN_WAIT.saturating_sub(failures.since(now)))
            }
            None => {
                let of_scope = |scope: Scope| self.strangers.get(&scope).map_or(0, |it| it.wait(&scope, now));
                attempt.scopes().map(of_scope).max().unwrap_or(0).max(self.wait_of_house(now))
            }
        };
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }

    /// Counts a wrong PIN.
    pub(in crate::web) fn note_wrong_pin(&mut self, attempt: &LoginAttempt, now: Duration) -> Counted {
        if let Some(known) = attempt.known.filter(|_| self.is_known(attempt)) {
            let key = (attempt.name.clone(), known);
            let times = self.known.get(&key).map_or(0, |failures| failures.times) + 1;
            make_room(&mut self.known, &key);
            self.known.insert(key, Failures { times, last: now });
            return if times < KNOWN_MOST { Counted::AsBefore } else { Counted::StrangerNow(known) };
        }
        for scope in attempt.scopes() {
            make_room(&mut self.strangers, &scope);
            let counted = self.strangers.get(&scope).map_or(0, |failures| failures.left(&scope, now));
            self.strangers.insert(scope, Failures { times: counted.saturating_add(1), last: now });
        }
        self.house_clear = self.house_clear.max(now) + Duration::from_secs(HOUSE_FADES);
        Counted::AsBefore
    }

    /// Clears the counts of an attempt that was right. At a known browser they say nothing of what strangers try.
    pub(in crate::web) fn note_right_pin(&mut self, attempt: &LoginAttempt) {
        let is_known = self.is_known(attempt);
        if let Some(known) = attempt.known {
            self.known.remove(&(attempt.name.clone(), known));
        }
        if !is_known {
            for scope in attempt.scopes() {
                self.strangers.remove(&scope);
            }
        }
    }

    fn wait_of_house(&self, now: Duration) -> u64 {
        let free = Duration::from_secs(HOUSE_FREE.saturating_sub(1) * HOUSE_FADES);
        let wait = self.house_clear.saturating_sub(free).saturating_sub(now);
        wait.as_millis().div_ceil(1000).try_into().unwrap_or(HOUSE_FADES)
    }
}

fn make_room<K: Eq + Hash + Clone>(counts: &mut HashMap<K, Failures>, coming: &K) {
    if counts.len() < REMEMBERED_MOST || counts.contains_key(coming) {
        return;
    }
    let oldest = counts.iter().min_by_key(|(_, failures)| (failures.times, failures.last));
    if let Some(oldest) = oldest.map(|(key, _)| key.clone()) {
        counts.remove(&oldest);
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

    fn fades(&self) -> bool {
        !matches!(self, Scope::NameFromNetwork(..))
    }
}

impl Failures {
    fn since(&self, now: Duration) -> u64 {
        now.saturating_sub(self.last).as_secs()
    }

    /// How many of the failures still count.
    fn left(&self, scope: &Scope, now: Duration) -> u32 {
        let since = self.since(now);
        let faded = if scope.fades() { u32::try_from(since / FADES).unwrap_or(u32::MAX) } else { 0 };
        if since > MEMORY { 0 } else { self.times.saturating_sub(faded) }
    }

    /// The seconds left of the wait.
    fn wait(&self, scope: &Scope, now: Duration) -> u64 {
        let since = self.since(now);
        let Some(beyond) = self.times.checked_sub(scope.free()).filter(|_| since <= MEMORY) else { return 0 };
        let whole = (FIRST_WAIT << beyond.min(8)).min(LONGEST_WAIT);
        whole.saturating_sub(since)
    }
}
