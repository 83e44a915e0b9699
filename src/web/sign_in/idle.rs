//! Which sessions are in use: one that nothing was asked with for a while has ended. A desk's page that is open asks every
//! few seconds, be it by its stream or without.
//!
//! In memory only, by the clock that can't be set. A start of the program counts as use: only a technician can start it,
//! and after twelve hours a session is over in any case.

use crate::clock::Clock;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The most sessions that are remembered; of further ones those that were not used for longest are taken for new.
const REMEMBERED_MOST: usize = 4096;

/// When each session was used last, by the hash of its secret.
pub(in crate::web) struct SessionUse {
    clock: Clock,
    sessions: Mutex<HashMap<[u8; 32], Duration>>,
}

impl SessionUse {
    pub(in crate::web) fn new(clock: Clock) -> SessionUse {
        SessionUse { clock, sessions: Mutex::default() }
    }

    /// Whether a session was used within that time, be it now: then the time begins anew.
    pub(in crate::web) fn is_going_on(&self, session: [u8; 32], idle_most: Duration, is_use: bool) -> bool {
        let now = self.clock.steady();
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        if sessions.get(&session).is_some_and(|last| now.saturating_sub(*last) > idle_most) {
            return false;
        }
        if !is_use && sessions.contains_key(&session) {
            return true;
        }
        if sessions.len() >= REMEMBERED_MOST && !sessions.contains_key(&session) {
            let oldest = sessions.iter().min_by_key(|(_, last)| **last).map(|(session, _)| *session);
            oldest.and_then(|oldest| sessions.remove(&oldest));
        }
        sessions.insert(session, now);
        true
    }
}
