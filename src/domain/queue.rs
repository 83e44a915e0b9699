//! The rules of the queue: which ticket is next, and why.
//!
//! Every waiting ticket has a *rank*: the moment when its age began, less the head start of its class. The earliest rank is
//! next. Ranks do not change while a ticket waits (that of an appointment once, at its hour), so age always wins in the
//! end. Four rules shift that order, each within a bound that the manager sets ([`Rules`]):
//!
//! * **Class.** A head start of `head_start_minutes`; for an appointment from its hour on. At one desk at most `in_a_row`
//!   consecutive calls may pass over an older ticket; then a call is decided by age alone.
//! * **Language.** A ticket is left to open desks that speak its language until it has waited `language_minutes` for this
//!   step. Such a desk treats it as `language_minutes` older, unless every open desk speaks the language.
//! * **Walk.** A later step is not called before the visitor can have walked to the desk.
//! * **Transfer.** A ticket that was transferred to one desk is called by no other while that desk is open or paused and
//!   does the service.
//!
//! **No starvation.** Take a ticket that a desk may call (its language bound has passed or the desk speaks it). Let `a`
//! be the calls that older tickets still need, one for each step and one more for each time that the staff take a no-show
//! back or transfer a ticket, `l` the steps of the tickets that came within `language_minutes` after it, and `K` the
//! largest `in_a_row`. Calls by the desk's own choice that pass it over are of two kinds: by age and language, at most
//! `a + l` of them; by class, at most `K` before, between and after those. So that desk passes it over at most
//! `(a + l) × (K + 1) + K` times. Tests check every simulated call against this ([`passes_at_most`]).

use super::call::Reason;
use super::class::Class;
use super::code::DeskNumber;
use super::rules::Rules;
use super::ticket::Ticket;
use super::time::{MINUTE, minutes_between};
use jiff::Timestamp;

/// A waiting ticket, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// Its place among all tickets of the day.
    pub place: u64,
    /// Position of its service in the site; see [`Site::service_place`](super::Site::service_place).
    pub service: u16,
    /// Position of the visitor's language in the site.
    pub language: u8,
    pub class: Class,
    /// When its age began, in milliseconds since 1970.
    pub aged_since_ms: i64,
    /// When the wait for this step began, in milliseconds since 1970; in the future while the visitor walks from a desk.
    pub since_ms: i64,
    /// The only desk that may call it, while that desk is open or paused.
    pub only: Option<DeskNumber>,
}

impl Waiter {
    /// Stands for a service that the site file no longer has: no desk does it, so the ticket is never called.
    pub const SERVICE_REMOVED: u16 = u16::MAX;
    /// Stands for a language that the site file no longer has: it is spoken at no desk.
    pub const LANGUAGE_REMOVED: u8 = u8::MAX;
}

/// A desk that is open or paused, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub desk: DeskNumber,
    /// `false` while it is paused.
    pub is_calling: bool,
    /// Positions of the services that it calls for.
    pub services: BitSet,
    /// Positions of the languages that are spoken there.
    pub languages: BitSet,
    /// How many consecutive calls have passed over an older ticket.
    pub passed: u8,
}

/// A set of positions below 256.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BitSet([u64; 4]);

impl BitSet {
    /// Those of these positions that are below 256.
    pub fn of(places: impl IntoIterator<Item = usize>) -> BitSet {
        let mut set = BitSet::default();
        for place in places {
            if let Some(word) = set.0.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
        set
    }

    fn and(self, other: BitSet) -> BitSet {
        BitSet(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    fn or(self, other: BitSet) -> BitSet {
        BitSet(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// Whether a position is in it.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }
}

/// The next ticket, and the rules that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    pub place: u64,
    /// Whether its class made it pass over an older ticket.
    pub passes: bool,
    /// Whether it is the oldest ticket that the desk may call.
    pub is_oldest: bool,
    pub language: Match,
    /// Whether it was transferred to this very desk.
    pub is_handed_on: bool,
}

/// Whether a desk speaks a visitor's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Spoken here, and not at every open desk for the service.
    Spoken,
    /// Spoken at every open desk for the service.
    SpokenEverywhere,
    /// Not spoken here: an interpreter is needed.
    Foreign,
}

/// The next ticket for a desk. `seats` are all desks that are open or paused.
pub fn next<'w>(
    waiters: impl Iterator<Item = &'w Waiter>,
    seat: &Seat,
    seats: &[Seat],
    rules: &Rules,
    now: Timestamp,
) -> Option<Pick> {
    let now = now.as_millisecond();
    let spoken = SpokenLanguages::of(seat, seats);
    let mut best: Option<Candidate> = None;
    let mut best_by_age: Option<(i64, u64)> = None;
    let mut oldest: Option<(i64, u64)> = None;
    for waiter in waiters.filter(|waiter| may_call(waiter, seat, seats, rules, now)) {
        let language = spoken.of_waiter(waiter);
        if language == Match::Foreign && spoken.is_left_to_others(waiter, rules, now) {
            continue;
        }
        let own_language = if language == Match::Spoken { i64::from(rules.language_minutes) * MINUTE } else { 0 };
        // In the future: it was issued while the clock was ahead, or its appointment is still to come.
        let aged_since = waiter.aged_since_ms.min(now);
        let by_age = (aged_since - own_language, waiter.place);
        let rank = (by_age.0 - head_start(waiter, seat, rules, now), waiter.place);
        if best.as_ref().is_none_or(|best| rank < best.rank) {
            best = Some(Candidate { rank, by_age, waiter, language });
        }
        best_by_age = Some(best_by_age.map_or(by_age, |best| best.min(by_age)));
        let age = (aged_since, waiter.place);
        oldest = Some(oldest.map_or(age, |oldest| oldest.min(age)));
    }
    let Candidate { by_age, waiter, language, .. } = best?;
    Some(Pick {
        place: waiter.place,
        passes: best_by_age != Some(by_age),
        is_oldest: oldest == Some((waiter.aged_since_ms.min(now), waiter.place)),
        language,
        is_handed_on: waiter.only == Some(seat.desk),
    })
}

struct Candidate<'w> {
    rank: (i64, u64),
    by_age: (i64, u64),
    waiter: &'w Waiter,
    language: Match,
}

/// Whether a desk may call a ticket at all, whatever its language.
fn may_call(waiter: &Waiter, seat: &Seat, seats: &[Seat], rules: &Rules, now: i64) -> bool {
    let does_it = |other: &Seat| other.services.has(usize::from(waiter.service));
    let keeps_it = |only: DeskNumber| seats.iter().any(|other| other.desk == only && does_it(other));
    let is_free = waiter.only.is_none_or(|only| only == seat.desk || !keeps_it(only));
    does_it(seat) && is_free && !is_on_the_way(waiter.since_ms, rules, now)
}

fn head_start(waiter: &Waiter, seat: &Seat, rules: &Rules, now: i64) -> i64 {
    if matches!(waiter.class, Class::Appointment(at) if at.as_millisecond() > now) {
        return 0;
    }
    match waiter.class.privilege(rules) {
        Some(privilege) if seat.passed < privilege.in_a_row => i64::from(privilege.head_start_minutes) * MINUTE,
        _ => 0,
    }
}

/// Whether the visitor is still walking from another desk. A wait that begins later than a walk takes means that the clock
/// was set back.
pub(super) fn is_on_the_way(since: i64, rules: &Rules, now: i64) -> bool {
    (1..=i64::from(rules.walk_minutes) * MINUTE).contains(&(since - now))
}

/// Whether a ticket is still left to desks that speak its language; not after a clock was set back.
pub(super) fn is_left(waiter: &Waiter, rules: &Rules, now: i64) -> bool {
    (0..i64::from(rules.language_minutes) * MINUTE).contains(&(now - waiter.since_ms))
}

/// The languages spoken for each service of one desk.
struct SpokenLanguages(Vec<Spoken>);

struct Spoken {
    service: u16,
    here: BitSet,
    /// At every open desk for the service.
    everywhere: BitSet,
    /// At another open desk for it.
    elsewhere: BitSet,
}

impl SpokenLanguages {
    fn of(seat: &Seat, seats: &[Seat]) -> SpokenLanguages {
        let spoken = |service: u16| {
            let mut spoken =
                Spoken { service, here: seat.languages, everywhere: seat.languages, elsewhere: BitSet::default() };
            let calling = |other: &&Seat| other.is_calling && other.services.has(usize::from(service));
            for other in seats.iter().filter(calling).filter(|other| other.desk != seat.desk) {
                spoken.everywhere = spoken.everywhere.and(other.languages);
                spoken.elsewhere = spoken.elsewhere.or(other.languages);
            }
            spoken
        };
        SpokenLanguages((0..=255).filter(|service| seat.services.has(usize::from(*service))).map(spoken).collect())
    }

    fn of_waiter(&self, waiter: &Waiter) -> Match {
        let language = usize::from(waiter.language);
        match self.0.iter().find(|spoken| spoken.service == waiter.service) {
            Some(spoken) if !spoken.here.has(language) => Match::Foreign,
            Some(spoken) if spoken.everywhere.has(language) => Match::SpokenEverywhere,
            Some(_) => Match::Spoken,
            None => Match::Foreign,
        }
    }

    fn is_left_to_others(&self, waiter: &Waiter, rules: &Rules, now: i64) -> bool {
        let language = usize::from(waiter.language);
        let is_elsewhere = |spoken: &Spoken| spoken.service == waiter.service && spoken.elsewhere.has(language);
        is_left(waiter, rules, now) && self.0.iter().any(is_elsewhere)
    }
}

/// How many consecutive calls have passed over an older ticket, after one more call.
pub(super) fn passed_after(passed: u8, passes: bool) -> u8 {
    if passes { passed.saturating_add(1) } else { 0 }
}

/// The most calls of one desk's own choice that pass over a ticket which it may call: older tickets have `before` steps to
/// come, and those that came within the language bound after it have `language`.
pub fn passes_at_most(before: usize, language: usize, rules: &Rules) -> usize {
    let in_a_row = usize::from(rules.most_in_a_row());
    (before + language) * (in_a_row + 1) + in_a_row
}

/// The reasons for a call, as the staff see them.
pub(super) fn why(pick: &Pick, ticket: &Ticket, now: Timestamp) -> Vec<Reason> {
    let minutes = minutes_between(ticket.issued_at, now);
    let mut reasons =
        vec![if pick.is_oldest { Reason::LongestWaiting { minutes } } else { Reason::Waited { minutes } }];
    if pick.is_handed_on {
        reasons.push(Reason::HandedOn);
    }
    if pick.passes {
        reasons.push(Reason::GoesFirst { class: ticket.class });
    }
    reasons.extend(more_reasons(pick.language, ticket));
    reasons
}

/// The reasons that apply to any call: the language, and earlier steps.
pub(super) fn more_reasons(language: Match, ticket: &Ticket) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match language {
        Match::Spoken => reasons.push(Reason::SpeaksLanguage { language: ticket.language.clone() }),
        Match::Foreign => reasons.push(Reason::NeedsInterpreter { language: ticket.language.clone() }),
        Match::SpokenEverywhere => {}
    }
    let done = ticket.steps.iter().filter(|step| step.done_at().is_some()).count();
    if done > 0 {
        reasons.push(Reason::LaterStep { step: u16::try_from(done + 1).unwrap_or(u16::MAX) });
    }
    reasons
}
