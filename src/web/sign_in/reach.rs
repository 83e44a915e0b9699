//! How far an account reaches: the desks, services and tickets that are its own. Judged by the site and the day as they are
//! now, so a changed site file or account counts at once.

use crate::domain::{
    Command, Day, DeskNumber, InstitutionCode, NeedCode, ServiceCode, Site, Ticket, TicketNumber, UndoableVerb,
};
use crate::web::audience::{GUIDES, SERVES};
use crate::web::sign_in::accounts::{Role, StaffSession};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The part of the house that is an account's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::web) enum Reach {
    House,
    /// Those of a clerk who works for some institutions only; none of them may be left in the site.
    Institutions(BTreeSet<InstitutionCode>),
}

impl Reach {
    /// That of a signed-in account. Reception and managers see to the whole house; auditors see no visitors at all.
    pub(in crate::web) fn of(session: &StaffSession, site: &Site) -> Reach {
        match session.role {
            Role::Desk if !session.institutions.is_empty() && !site.shares_desks() => {
                Reach::Institutions(session.institutions.iter().cloned().collect())
            }
            Role::Desk | Role::Reception | Role::Manager | Role::Auditor => Reach::House,
        }
    }

    /// Whether a desk does, by the site file, something for one of the institutions. One that the site does not have is
    /// not refused here: it is answered as unknown.
    pub(in crate::web) fn has_desk(&self, site: &Site, desk: DeskNumber) -> bool {
        site.desk(desk).is_none_or(|desk| desk.services.iter().any(|service| self.has_service(site, service)))
    }

    /// Whether a service is one of the institutions'. One that the site does not have any more is for each.
    pub(in crate::web) fn has_service(&self, site: &Site, service: &ServiceCode) -> bool {
        match (self, site.service(service)) {
            (Reach::House, _) | (_, None) => true,
            (Reach::Institutions(own), Some(service)) => own.contains(&service.institution),
        }
    }

    /// Whether a ticket has a step for one of the institutions, done or not, or is at one of their desks.
    pub(in crate::web) fn has_ticket(&self, day: &Day, ticket: &Ticket) -> bool {
        let site = day.site();
        let is_at_own_desk = || ticket.state.desk().is_some_and(|desk| self.has_desk(site, desk));
        *self == Reach::House
            || ticket.steps.iter().any(|step| self.has_service(site, &step.service))
            || !day.has_place(ticket)
            || is_at_own_desk()
    }

    /// Whether everything that a command names is within reach. What the day does not know is not refused here.
    pub(in crate::web) fn covers(&self, day: &Day, command: &Command) -> bool {
        let at = |desk: &DeskNumber| self.has_desk(day.site(), *desk);
        let own = |ticket: &TicketNumber| day.ticket(*ticket).is_none_or(|ticket| self.has_ticket(day, ticket));
        match command {
            Command::Issue { needs, .. } => needs.iter().all(|need| self.has_need(day.site(), need)),
            Command::Book { service, .. } => self.has_service(day.site(), service),
            Command::Unbook { code } | Command::CheckIn { code, .. } => {
                let mut booked = day.appointments().filter(|(known, _)| known == code);
                booked.all(|(_, appointment)| self.has_service(day.site(), &appointment.service))
            }
            Command::Dismiss { desk, ticket } => desk.as_ref().is_none_or(at) && own(ticket),
            Command::SetUrgent { ticket, .. } | Command::Reprint { ticket } => own(ticket),
            Command::Call { desk, ticket }
            | Command::TakeBack { desk, ticket }
            | Command::Resume { desk, ticket }
            | Command::AddStep { desk, ticket, .. }
            | Command::DropStep { desk, ticket, .. }
            | Command::OrderSteps { desk, ticket, .. } => at(desk) && own(ticket),
            // The ticket is the one at the desk, or the day refuses it.
            Command::WalkIn { desk, .. }
            | Command::Open { desk, .. }
            | Command::Pause { desk }
            | Command::Close { desk }
            | Command::CallNext { desk }
            | Command::Recall { desk, .. }
            | Command::Start { desk, .. }
            | Command::NoShow { desk, .. }
            | Command::Finish { desk, .. }
            | Command::FinishAndCallNext { desk, .. }
            | Command::Park { desk, .. }
            | Command::Transfer { desk, .. }
            | Command::Undo { desk, .. } => at(desk),
            Command::WithSlip { command, .. } => self.covers(day, command),
            // The visitor's own, and those that the house gives itself.
            Command::Withdraw { .. }
            | Command::ReportSlip { .. }
            | Command::ReportCopy { .. }
            | Command::GiveUpSlips { .. } => true,
        }
    }

    fn has_need(&self, site: &Site, need: &NeedCode) -> bool {
        site.need(need).is_none_or(|need| {
            need.services().is_empty() || need.services().iter().any(|service| self.has_service(site, service))
        })
    }
}

/// Whether a role may undo what the command would undo.
pub(in crate::web) fn may_undo(role: Role, day: &Day, command: &Command, now: Timestamp) -> bool {
    let Command::Undo { desk, .. } = command else { return true };
    day.undoable(*desk, now).is_none_or(|undoable| undoes(undoable.verb).contains(&role))
}

/// The roles that may undo an act: those that may do it.
pub(in crate::web) fn undoes(verb: UndoableVerb) -> &'static [Role] {
    match verb {
        UndoableVerb::Call
        | UndoableVerb::Resume
        | UndoableVerb::Start
        | UndoableVerb::NoShow
        | UndoableVerb::Finish
        | UndoableVerb::Park => SERVES,
        UndoableVerb::Transfer | UndoableVerb::Dismiss | UndoableVerb::DropStep | UndoableVerb::TakeBack => GUIDES,
    }
}
