//! Withdrawing a ticket, at the request of the visitor or of the staff.

use super::{Day, Decision};
use crate::domain::appointment::AppointmentCode;
use crate::domain::class::Class;
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::{TicketNumber, Token};
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketState};

impl Day {
    pub(super) fn withdraw(&self, token: Token) -> Result<Decision, Refusal> {
        withdrawn(self.ticket_of(token).ok_or(Refusal::UnknownTicket)?, None)
    }

    /// The events that take a ticket back whose number reached no one, and give its visitor the appointment again. Empty when
    /// it waits no longer: a desk knows of it.
    pub fn unissue(&self, token: Token, appointment: Option<AppointmentCode>) -> Vec<Event> {
        let Some(ticket) = self.ticket_of(token) else { return Vec::new() };
        let mut events = withdrawn(ticket, None).map(|decision| decision.events).unwrap_or_default();
        let booked = appointment.filter(|code| !events.is_empty() && !self.appointments.contains_key(code));
        if let (Some(code), Class::Appointment(at), Some(step)) = (booked, ticket.issued_class, ticket.steps.first()) {
            events.push(Event::Booked { code, service: step.service.clone(), at });
        }
        events
    }

    pub(super) fn dismiss(&self, desk: Option<DeskNumber>, ticket: TicketNumber) -> Result<Decision, Refusal> {
        desk.map_or(Ok(()), |desk| self.must_know(desk))?;
        withdrawn(self.ticket(ticket).ok_or(Refusal::UnknownTicket)?, desk)
    }
}

/// A ticket at a desk can only be finished or marked as a no-show there.
fn withdrawn(ticket: &Ticket, desk: Option<DeskNumber>) -> Result<Decision, Refusal> {
    let events = match ticket.state {
        TicketState::Withdrawn { .. } => Vec::new(),
        TicketState::Waiting { .. } | TicketState::Parked { .. } => {
            vec![Event::Withdrawn { ticket: ticket.number, desk }]
        }
        _ => return Err(Refusal::NotWaiting(ticket.number)),
    };
    Ok(Decision { events, outcome: Outcome::Changed(ticket.number) })
}
