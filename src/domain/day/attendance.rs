//! Whether visitors find an open desk for a service, and a person at a desk that needs no number.

use super::Day;
use crate::domain::absence::{Absence, AbsenceKind};
use crate::domain::code::{DeskNumber, ServiceCode};
use crate::domain::desk::{Desk, DeskState};
use crate::domain::doors::HouseState;
use crate::domain::institution::Institution;
use crate::domain::need::{Leads, Need};
use crate::domain::ticket::Ticket;
use jiff::Timestamp;
use jiff::civil::DateTime;

/// Whether a visitor for a service finds an open desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attendance {
    /// A desk is open, or in a pause.
    Open,
    /// By the hours a desk should be open now; none is.
    NotYet,
    /// Later on this business day, in the site's own time.
    Later { opens: DateTime },
    /// Not any more on this business day.
    Over,
}

/// What a ticket may expect of its queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// How many tickets may be called before it.
    pub ahead: usize,
    pub attendance: Attendance,
}

impl From<usize> for Outlook {
    /// With an open desk.
    fn from(ahead: usize) -> Outlook {
        Outlook { ahead, attendance: Attendance::Open }
    }
}

/// Whether a desk that needs no number has a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNow {
    /// Open now: the desk itself, or another that does all that it does.
    At(DeskNumber),
    /// By the hours there should be; the desk has not been opened on its page, or is in a pause.
    Expected(DeskNumber),
    Away {
        /// When there is one again, in the site's own time.
        back: Option<DateTime>,
    },
}

impl Day {
    /// Whether a visitor for a service finds an open desk now.
    pub fn attendance(&self, service: &ServiceCode, now: Timestamp) -> Attendance {
        if self.desks.values().any(|desk| desk.state != DeskState::Closed && desk.services.contains(service)) {
            return Attendance::Open;
        }
        let Some(institution) = self.site.institution_of(service) else { return Attendance::Over };
        if self.site.is_here(institution, now) {
            return Attendance::NotYet;
        }
        match self.site.next_presence(institution, now).filter(|next| self.is_today(*next, now)) {
            Some(opens) => Attendance::Later { opens },
            None => Attendance::Over,
        }
    }

    /// What a ticket may expect of the queue of its current step.
    pub fn outlook(&self, ticket: &Ticket, now: Timestamp) -> Outlook {
        let attendance = ticket.current_step().map(|step| self.attendance(&step.service, now));
        Outlook { ahead: self.ahead(ticket), attendance: attendance.unwrap_or(Attendance::Open) }
    }

    /// The desks of a service that a visitor can find open: those that are, else all.
    pub fn desks_to_find<'a>(&'a self, service: &'a ServiceCode) -> Vec<&'a Desk> {
        let is_open = |desk: &&Desk| {
            let now = self.desk(desk.number);
            now.state != DeskState::Closed && now.services.contains(service)
        };
        let open: Vec<&Desk> = self.site.desks_for(service).filter(is_open).collect();
        if open.is_empty() { self.site.desks_for(service).collect() } else { open }
    }

    /// Whether a desk that needs no number has a person now.
    pub fn person(&self, desk: DeskNumber, now: Timestamp) -> PersonNow {
        let services = self.site.desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
        let is_open = |number: DeskNumber| self.desk(number).state == DeskState::Open;
        let is_of_its_kind = |other: &&Desk| {
            let offered = &self.desk(other.number).services;
            is_open(other.number) && !services.is_empty() && services.iter().all(|service| offered.contains(service))
        };
        if is_open(desk) {
            return PersonNow::At(desk);
        }
        if let Some(other) = self.site.desks().iter().find(is_of_its_kind) {
            return PersonNow::At(other.number);
        }
        if self.is_expected(desk, now) {
            return PersonNow::Expected(desk);
        }
        let next = self.institutions_of(desk).filter_map(|institution| self.site.next_presence(institution, now));
        PersonNow::Away { back: next.min() }
    }

    /// Whether visitors can be sent to the welcome desk: the site has one, and it is there now. Another desk that does the
    /// same is not what the words say.
    pub fn has_welcome(&self, now: Timestamp) -> bool {
        let is_there =
            |desk: &Desk| self.desk(desk.number).state == DeskState::Open || self.is_expected(desk.number, now);
        self.site.welcome_desk().is_some_and(is_there)
    }

    /// Whether a desk is in a pause, or should be open by the hours of one of its institutions.
    fn is_expected(&self, desk: DeskNumber, now: Timestamp) -> bool {
        let is_paused = self.desk(desk).state == DeskState::Paused;
        is_paused || self.institutions_of(desk).any(|institution| self.site.is_here(institution, now))
    }

    fn institutions_of(&self, desk: DeskNumber) -> impl Iterator<Item = &Institution> {
        let services = self.site.desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
        services.iter().filter_map(|service| self.site.institution_of(service))
    }

    /// Whether the house is open: by its hours, or because a desk is.
    pub fn house(&self, now: Timestamp) -> HouseState {
        match self.site.house_by_hours(now) {
            closed if !closed.is_open() && self.has_staff() => HouseState::Open { until: None },
            state => state,
        }
    }

    /// Whether a desk is open or paused.
    pub(super) fn has_staff(&self) -> bool {
        self.desks.values().any(|desk| desk.state != DeskState::Closed)
    }

    /// Why these needs can't be served now; `None` when a number can be had, or a person is there.
    pub fn absence(&self, needs: &[&Need], now: Timestamp) -> Option<Absence> {
        match needs.last().and_then(|need| need.leads()) {
            Some(Leads::Person { desk }) => self.absence_of_person(*desk, now),
            _ => self.may_issue_all(needs, now).err().map(Absence::from),
        }
    }

    /// Why nothing of a need can be had now; for a menu, the reason that ends first.
    pub fn absence_below(&self, need: &Need, now: Timestamp) -> Option<Absence> {
        if need.leads().is_some() {
            return self.absence(&[need], now);
        }
        let mut below = need.menu().iter().map(|leaf| self.absence_below(leaf, now));
        let first = below.next()??;
        below.try_fold(first, |soonest, next| {
            let next = next?;
            let key = |absence: &Absence| (absence.back.is_none(), absence.back, absence.kind);
            Some(if key(&next) < key(&soonest) { next } else { soonest })
        })
    }

    /// Whether a local time is on the business day of a moment.
    pub fn is_today(&self, at: DateTime, now: Timestamp) -> bool {
        self.site.end_of_day(now).is_some_and(|end| at < end)
    }

    fn absence_of_person(&self, desk: DeskNumber, now: Timestamp) -> Option<Absence> {
        let PersonNow::Away { back } = self.person(desk, now) else { return None };
        let institution = self.site.desk(desk)?.services.first().and_then(|service| self.site.institution_of(service));
        let has_hours = institution.is_some_and(|it| self.site.has_hours(it, now));
        let kind = match self.house(now) {
            HouseState::Closed { .. } => AbsenceKind::HouseClosed,
            _ if has_hours => AbsenceKind::ClosedNow,
            _ => AbsenceKind::NotToday,
        };
        let institution = institution.filter(|_| kind != AbsenceKind::HouseClosed).map(|it| it.code.clone());
        Some(Absence { kind, institution, back })
    }
}
