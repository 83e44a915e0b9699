//! Takes back tickets whose number was given to no one: who was refused for want of an answer has none.
//!
//! The caller of a command waits for a bounded time. One that was not begun by then is not carried out. When a ticket was
//! already on its way to the disk, it is withdrawn again, and an appointment can be checked in again: at once without a key;
//! with one after a while, in which the same key still gets the number, and so does the code of the appointment. When the
//! program ends in order, nothing is left to claim. A walk-in stays: its visitor stands at the desk. So does what was not
//! taken when the program was killed: how far the answer had come is not known then, and a number that a visitor may hold
//! stays valid.

use super::Writer;
use crate::clock::Deadline;
use crate::domain::command::Command;
use crate::domain::{AppointmentCode, IdempotencyKey, Ticket, TicketNumber, Token};
use std::collections::VecDeque;
use std::time::Duration;

/// How long the key of a ticket that no caller has taken still gets its number. The glass offers another try for a minute and
/// a half; later the number is a new one.
const CLAIMED_WITHIN: Duration = Duration::from_secs(60);
/// The most unclaimed tickets that are remembered; beyond that the oldest is taken back early.
const MAX_UNCLAIMED: usize = 1024;

/// What a visitor has asked for.
#[derive(Debug)]
pub(super) struct Asked {
    key: Option<IdempotencyKey>,
    appointment: Option<AppointmentCode>,
}

impl Asked {
    pub(super) fn by(command: &Command, key: Option<IdempotencyKey>) -> Asked {
        Asked { key, appointment: command.appointment() }
    }
}

/// Tickets whose number no caller has taken, oldest first.
#[derive(Debug, Default)]
pub(super) struct Unclaimed(VecDeque<UnclaimedTicket>);

#[derive(Debug)]
struct UnclaimedTicket {
    number: TicketNumber,
    token: Token,
    asked: Asked,
    until: Deadline,
}

impl Unclaimed {
    /// The caller that asked for this ticket has gone.
    pub(super) fn add(&mut self, ticket: &Ticket, asked: Asked) {
        let within = if asked.key.is_some() { CLAIMED_WITHIN } else { Duration::ZERO };
        let (number, token) = (ticket.number, ticket.token);
        self.0.push_back(UnclaimedTicket { number, token, asked, until: Deadline::after(within) });
    }

    /// The ticket of an appointment whose number no caller has taken.
    pub(super) fn of_appointment(&self, code: AppointmentCode) -> Option<TicketNumber> {
        self.0.iter().find(|unclaimed| unclaimed.asked.appointment == Some(code)).map(|unclaimed| unclaimed.number)
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
        self.take_back(due);
    }

    /// The same before their time: the program ends.
    pub(super) fn take_back_all(&mut self) {
        let left = std::mem::take(&mut self.unclaimed.0);
        if self.journal_lost.is_none() {
            self.take_back(left.into());
        }
    }

    fn take_back(&mut self, due: Vec<UnclaimedTicket>) {
        if due.is_empty() {
            return;
        }
        let mut entries = Vec::new();
        let mut taken = Vec::new();
        for unclaimed in due {
            let events = self.day.unissue(unclaimed.token, unclaimed.asked.appointment);
            if let Some(sequence) = self.record(events, &mut entries) {
                if let Some(key) = &unclaimed.asked.key {
                    self.ledger.stage_forgetting(key.clone(), sequence);
                }
                taken.push(unclaimed);
            }
        }
        if !entries.is_empty() && !self.commit(&entries) {
            // Tried again with the next turn.
            self.unclaimed.0.extend(taken);
            return;
        }
        for _ in taken {
            tracing::warn!(
                "a ticket was withdrawn: its caller had stopped waiting for the number; if this happens often, look after the disk"
            );
        }
    }
}
