//! Takes back tickets whose number was given to no one: who was refused for want of an answer has none.
//!
//! The caller of a command waits for a bounded time. One that was not begun by then is not carried out. When a ticket was
//! already on its way to the disk, it is withdrawn again: at once without a key; with one after a while, in which the same
//! key still gets the number. A check-in and a walk-in stay: their visitors are expected, or stand at the desk.

use super::Writer;
use crate::clock::Deadline;
use crate::domain::command::Command;
use crate::domain::{IdempotencyKey, Ticket, TicketNumber, Token};
use std::collections::VecDeque;
use std::time::Duration;

/// How long the key of a ticket that no caller has taken still gets its number. The glass offers another try for a minute and
/// a half; later the number is a new one.
const CLAIMED_WITHIN: Duration = Duration::from_secs(60);
/// The most unclaimed tickets that are remembered; beyond that the oldest is taken back early.
const MAX_UNCLAIMED: usize = 1024;

/// Tickets whose number no caller has taken, oldest first.
#[derive(Debug, Default)]
pub(super) struct Unclaimed(VecDeque<UnclaimedTicket>);

#[derive(Debug)]
struct UnclaimedTicket {
    number: TicketNumber,
    token: Token,
    key: Option<IdempotencyKey>,
    until: Deadline,
}

impl Unclaimed {
    /// The caller that asked for this ticket has gone.
    pub(super) fn add(&mut self, ticket: &Ticket, key: Option<IdempotencyKey>) {
        let within = if key.is_some() { CLAIMED_WITHIN } else { Duration::ZERO };
        let (number, token) = (ticket.number, ticket.token);
        self.0.push_back(UnclaimedTicket { number, token, key, until: Deadline::after(within) });
    }

    /// A caller has taken this number.
    pub(super) fn claim(&mut self, number: TicketNumber) {
        self.0.retain(|unclaimed| unclaimed.number != number);
    }

    /// Takes those whose time is over.
    fn take_due(&mut self) -> Vec<UnclaimedTicket> {
        let over = self.0.len().saturating_sub(MAX_UNCLAIMED);
        let (due, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.0)
            .into_iter()
            .enumerate()
            .partition(|(place, unclaimed)| *place < over || unclaimed.until.is_over());
        self.0 = rest.into_iter().map(|(_, unclaimed)| unclaimed).collect();
        due.into_iter().map(|(_, unclaimed)| unclaimed).collect()
    }
}

impl Writer {
    /// Withdraws the tickets that no caller has claimed in time. One that a desk has called meanwhile stays.
    pub(super) fn take_back_unclaimed(&mut self) {
        let due = self.unclaimed.take_due();
        if due.is_empty() {
            return;
        }
        let mut entries = Vec::new();
        let mut taken = Vec::new();
        for unclaimed in due {
            let is_same = self.day.ticket(unclaimed.number).is_some_and(|ticket| ticket.token == unclaimed.token);
            let decided = self.day.decide(&Command::Withdraw { token: unclaimed.token }, self.clock.now());
            if let (true, Ok(decision)) = (is_same, decided) {
                self.record(decision.events, &mut entries);
                taken.push(unclaimed);
            }
        }
        if !entries.is_empty() && !self.commit(&entries) {
            // Tried again with the next turn.
            self.unclaimed.0.extend(taken);
            return;
        }
        for UnclaimedTicket { key, .. } in taken {
            tracing::warn!(
                "a ticket was withdrawn: its caller had stopped waiting for the number; if this happens often, look after the disk"
            );
            if let Some(key) = key {
                self.ledger.forget(&key);
            }
        }
    }
}
