//! From one business day to the next.

use super::Day;
use crate::domain::desk::DeskState;
use crate::domain::event::Event;
use crate::domain::ticket::TicketState;
use jiff::Timestamp;

impl Day {
    /// What has to happen before anything else can happen at this moment: nothing within a business day; at its end
    /// everybody still waiting or at a desk leaves, the desks close, and the next day opens. When the clock is behind the day that is
    /// open, that day goes on: numbers are given once, whatever a clock says.
    pub fn turn(&self, now: Timestamp) -> Vec<Event> {
        let date = self.site.business_date(now);
        match self.date {
            Some(open) if open >= date => Vec::new(),
            None => vec![Event::DayOpened { date, last_call: self.last_call }],
            Some(_) => {
                // A no-show has left as a no-show already.
                let is_leaving =
                    |state: &TicketState| state.is_in_the_day() && !matches!(state, TicketState::NoShow { .. });
                let leaving = self.tickets.iter().filter(|ticket| is_leaving(&ticket.state));
                let mut events: Vec<Event> = leaving.map(|ticket| Event::Withdrawn { ticket: ticket.number }).collect();
                let sitting = self.desks.iter().filter(|(_, desk)| desk.state != DeskState::Closed);
                events.extend(sitting.map(|(desk, _)| Event::DeskClosed { desk: *desk }));
                events.push(Event::DayClosed);
                events.push(Event::DayOpened { date, last_call: self.last_call });
                events
            }
        }
    }
}
