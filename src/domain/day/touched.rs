//! Whom another site file would touch.

use super::Day;
use super::places::is_done_at;
use crate::domain::appointment::AppointmentCode;
use crate::domain::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use crate::domain::desk::DeskState;
use crate::domain::number::TicketNumber;
use crate::domain::site::Site;
use crate::domain::ticket::Ticket;

/// One way in which another site file would touch the day. Those who stand here are still reached: see each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    /// No desk would do what the ticket needs now: it would stand without a place until a desk calls it or hands it on.
    NoPlace { ticket: TicketNumber, service: ServiceCode },
    /// No desk would do a later step of the ticket.
    NoLaterPlace { ticket: TicketNumber, service: ServiceCode },
    /// The ticket is called to a desk, or served at one, that would be gone: it would go back to the queue with its age.
    NoDesk { ticket: TicketNumber, desk: DeskNumber },
    /// An open desk without a ticket would be gone: it would close.
    NoOpenDesk { desk: DeskNumber },
    /// The ticket names a need that would be gone: it keeps its words.
    NoNeed { ticket: TicketNumber, need: NeedCode },
    /// The visitor's language would be gone: its page and a copy of its slip would be in another one.
    NoLanguage { ticket: TicketNumber, language: LanguageTag },
    /// No desk would do what the appointment is for: its ticket would stand without a place.
    NoAppointment { code: AppointmentCode, service: ServiceCode },
}

impl Day {
    /// Whom this site file would touch, if it were the day's from now on: tickets in the order of issue, then desks and
    /// appointments. Empty when it changes nothing for anyone.
    pub fn touched_by(&self, site: &Site) -> Vec<Touched> {
        let tickets = self.tickets.iter().filter(|ticket| ticket.state.is_in_the_day());
        let mut touched: Vec<Touched> = tickets.flat_map(|ticket| self.ticket_touched_by(site, ticket)).collect();
        let idle = self.desks.iter().filter(|(_, now)| now.state != DeskState::Closed && now.current.is_none());
        let gone = idle.map(|(desk, _)| *desk).filter(|desk| site.desk(*desk).is_none());
        touched.extend(gone.map(|desk| Touched::NoOpenDesk { desk }));
        let booked = self.appointments.iter().filter(|(_, booked)| !is_done_at(site, &booked.service));
        touched.extend(booked.map(|(code, it)| Touched::NoAppointment { code: *code, service: it.service.clone() }));
        touched
    }

    fn ticket_touched_by(&self, site: &Site, ticket: &Ticket) -> Vec<Touched> {
        let number = ticket.number;
        let mut touched = Vec::new();
        let is_lost = |service: &ServiceCode| is_done_at(&self.site, service) && !is_done_at(site, service);
        let to_come = ticket.steps.iter().filter(|step| step.is_to_come()).map(|step| step.service.clone());
        for (place, service) in to_come.enumerate().filter(|(_, service)| is_lost(service)) {
            touched.push(match place {
                0 => Touched::NoPlace { ticket: number, service },
                _ => Touched::NoLaterPlace { ticket: number, service },
            });
        }
        if let Some(desk) = ticket.state.desk().filter(|desk| site.desk(*desk).is_none()) {
            touched.push(Touched::NoDesk { ticket: number, desk });
        }
        let gone = ticket.needs.iter().filter(|need| self.site.need(need).is_some() && site.need(need).is_none());
        touched.extend(gone.map(|need| Touched::NoNeed { ticket: number, need: need.clone() }));
        let speaks = |site: &Site| site.languages().contains(&ticket.language);
        if speaks(&self.site) && !speaks(site) {
            touched.push(Touched::NoLanguage { ticket: number, language: ticket.language.clone() });
        }
        touched
    }
}
