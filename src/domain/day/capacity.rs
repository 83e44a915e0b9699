//! Whether today's remaining time is enough for another ticket.
//!
//! Two sums have to fit into the remaining hours of an institution. The *visitor's*: one visit after another, each after
//! the tickets that wait at its desks. And the *desks'*: the tickets that wait there, that will come there as a later step
//! or were parked, and this one, shared by the desks. The order of the visits is free, so of other institutions only the
//! visits within the same hours count. An institution that is always present never refuses a ticket.

use super::Day;
use crate::domain::code::{ServiceCode, each_once};
use crate::domain::desk::DeskState;
use crate::domain::doors::HouseState;
use crate::domain::institution::Institution;
use crate::domain::need::{Leads, Need};
use crate::domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};

/// A service that has to be done within an institution's hours today.
struct Due<'a> {
    service: &'a ServiceCode,
    institution: &'a Institution,
}

impl Day {
    /// Whether a ticket can be issued for this need now. A service that is present later today is enough.
    pub fn may_issue(&self, need: &Need, now: Timestamp) -> Result<(), Refusal> {
        match need.leads() {
            Some(Leads::Services(services)) => self.must_have_time(services, now),
            Some(Leads::Person { desk }) => Err(Refusal::NoTicketNeeded { desk: *desk }),
            None => Err(Refusal::UnknownNeed(need.code.clone())),
        }
    }

    /// The same for several needs on one ticket.
    pub fn may_issue_all(&self, needs: &[&Need], now: Timestamp) -> Result<(), Refusal> {
        needs.iter().try_for_each(|need| self.may_issue(need, now))?;
        self.must_have_time(&each_once(needs.iter().flat_map(|need| need.services())), now)
    }

    /// Refuses if an institution is not present any more today, or if these services do not fit into the remaining time.
    pub(super) fn must_have_time(&self, services: &[ServiceCode], now: Timestamp) -> Result<(), Refusal> {
        let due = self.must_be_here(services, now)?;
        self.must_be_open(services, now)?;
        let are_busy = |last: &&Due| self.is_work_too_long(last, services, now);
        let full = self.first_without_time(&due, now).or_else(|| due.iter().find(are_busy));
        full.map_or(Ok(()), |full| Err(self.full(full.institution, now)))
    }

    /// The same for a ticket that was issued already: only the tickets before it count.
    pub(super) fn must_come_in_time(&self, service: &ServiceCode, now: Timestamp) -> Result<(), Refusal> {
        let due = self.must_be_here(std::slice::from_ref(service), now)?;
        self.first_without_time(&due, now).map_or(Ok(()), |full| Err(self.full(full.institution, now)))
    }

    /// The length of a visit in whole minutes, as far as the day has shown; at least 1.
    pub(super) fn minutes_each(&self, service: &ServiceCode) -> u32 {
        let minutes = self.site.service(service).map_or(0, |service| service.minutes);
        self.learned.minutes(service, minutes).max(1)
    }

    /// The minutes until the first desk of a service has finished the tickets that wait.
    pub(super) fn minutes_of_work(&self, service: &ServiceCode) -> u32 {
        self.minutes_of(service, |service| self.queues.len(service))
    }

    /// The minutes until the first desk of a service has finished so many visits of each service; the work of a service is
    /// shared by the desks that do it.
    fn minutes_of(&self, service: &ServiceCode, visits: impl Fn(&ServiceCode) -> usize) -> u32 {
        let share = |service: &ServiceCode| {
            let work = visits(service) as u64 * u64::from(self.minutes_each(service));
            work / self.desks_at_work(service).len().max(1) as u64
        };
        let loads = self.desks_at_work(service).into_iter().map(|services| services.iter().map(share).sum());
        u32::try_from(loads.min().unwrap_or_else(|| share(service))).unwrap_or(u32::MAX)
    }

    /// The services of each desk that does a service: of the open ones, or of all that may open.
    fn desks_at_work<'a>(&'a self, service: &'a ServiceCode) -> Vec<&'a [ServiceCode]> {
        let open = self.desks.values().filter(|desk| desk.state == DeskState::Open && desk.services.contains(service));
        let open: Vec<&[ServiceCode]> = open.map(|desk| desk.services.as_slice()).collect();
        if open.is_empty() { self.site.desks_for(service).map(|desk| desk.services.as_slice()).collect() } else { open }
    }

    /// Those of these services that have hours today; refuses if the hours are over or about to end. A desk that is open on
    /// a day without hours counts as present for an unknown time.
    fn must_be_here<'a>(&'a self, services: &'a [ServiceCode], now: Timestamp) -> Result<Vec<Due<'a>>, Refusal> {
        let mut due = Vec::new();
        for service in services {
            let institution =
                self.site.institution_of(service).ok_or_else(|| Refusal::UnknownService(service.clone()))?;
            let left = self.site.minutes_left(&[institution], now);
            if left == 0 {
                // On a day with hours they are over by now: a desk that is still open only finishes its tickets.
                if self.site.has_hours(institution, now) || self.open_desks(service) == 0 {
                    return Err(self.away(institution, now));
                }
            } else if !self.site.is_always_here(institution, now) {
                if left <= u32::from(self.site.rules().cut_off_minutes) {
                    return Err(self.full(institution, now));
                }
                due.push(Due { service, institution });
            }
        }
        Ok(due)
    }

    /// Refuses long before the house opens; a desk that is open opens it for every need. In a break of the day tickets are
    /// issued.
    fn must_be_open(&self, services: &[ServiceCode], now: Timestamp) -> Result<(), Refusal> {
        // An institution is here only within the hours of the house, and one is looked up sooner than all of them.
        let institutions = || services.iter().filter_map(|service| self.site.institution_of(service));
        if self.has_staff() || institutions().any(|institution| self.site.is_here(institution, now)) {
            return Ok(());
        }
        let opens = match self.house(now) {
            HouseState::Open { .. } | HouseState::Between { .. } => return Ok(()),
            HouseState::Before { opens } => Some(opens),
            HouseState::Closed { opens } => opens,
        };
        let early = SignedDuration::from_mins(i64::from(self.site.rules().early_minutes));
        let is_soon = opens.and_then(|opens| self.site.moment(opens)).is_some_and(|it| it.duration_since(now) <= early);
        if is_soon { Ok(()) } else { Err(Refusal::HouseClosed { opens }) }
    }

    /// Whether the remaining hours of one institution lie within those of another one.
    fn is_within(&self, inner: &Institution, outer: &Institution, now: Timestamp) -> bool {
        let left = self.site.minutes_left(&[inner], now);
        let both = self.site.minutes_left(&[inner, outer], now);
        left > 0 && !self.site.is_always_here(inner, now) && both == self.site.minutes_left(&[outer], now)
    }

    /// The first of these whose remaining hours are too short for the visits that have to fit into them.
    fn first_without_time<'d, 'a>(&self, due: &'d [Due<'a>], now: Timestamp) -> Option<&'d Due<'a>> {
        due.iter().find(|outer| {
            let together = due.iter().filter(|due| self.is_within(due.institution, outer.institution, now));
            let visit = |due: &Due| (self.minutes_of_work(due.service), self.minutes_each(due.service));
            let mut visits: Vec<(u32, u32)> = together.map(visit).collect();
            // Shortest queue first: no other order is done sooner.
            visits.sort_unstable();
            let way = visits.into_iter().fold(0, |done: u32, (before, each)| done.max(before).saturating_add(each));
            way > self.site.minutes_left(&[outer.institution], now)
        })
    }

    /// Whether the desks of a service have more work than fits, with later steps and these services of a new ticket.
    fn is_work_too_long(&self, due: &Due, services: &[ServiceCode], now: Timestamp) -> bool {
        let is_in_these_hours = |service: &ServiceCode| {
            self.site.institution_of(service).is_some_and(|it| self.is_within(it, due.institution, now))
        };
        // A visit that another desk can do meanwhile is not work of these desks.
        let is_here_only =
            |service: &ServiceCode| self.desks_at_work(service).into_iter().all(|desk| desk.contains(due.service));
        let visits = |service: &ServiceCode| {
            let own = usize::from(services.contains(service) && is_here_only(service));
            let later = if is_in_these_hours(service) { self.queues.promised(service) + own } else { 0 };
            self.queues.len(service) + later
        };
        self.minutes_of(due.service, visits) > self.site.minutes_left(&[due.institution], now)
    }

    pub(super) fn away(&self, institution: &Institution, now: Timestamp) -> Refusal {
        let back = self.site.next_presence(institution, now);
        let code = institution.code.clone();
        match self.house(now) {
            HouseState::Closed { .. } => Refusal::HouseClosed { opens: back },
            _ if self.site.has_hours(institution, now) => Refusal::InstitutionAway { institution: code, back },
            _ => Refusal::NotHereToday { institution: code, back },
        }
    }

    fn full(&self, institution: &Institution, now: Timestamp) -> Refusal {
        let back = self.site.next_presence_after_today(institution, now);
        Refusal::TodayIsFull { institution: institution.code.clone(), back }
    }
}
