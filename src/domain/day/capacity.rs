//! Whether there is still time today for one more.

use super::Day;
use crate::domain::code::ServiceCode;
use crate::domain::desk::DeskState;
use crate::domain::institution::Presence;
use crate::domain::need::{Leads, Need};
use crate::domain::refusal::Refusal;
use jiff::Timestamp;

impl Day {
    /// Whether a number can be given for this need now; else why not. A service that is here later today will do.
    pub fn may_issue(&self, need: &Need, now: Timestamp) -> Result<(), Refusal> {
        match need.leads() {
            Some(Leads::Services(services)) => {
                services.iter().try_for_each(|service| self.must_have_time(service, now))
            }
            Some(Leads::Person { desk }) => Err(Refusal::NoTicketNeeded { desk: *desk }),
            None => Err(Refusal::UnknownNeed(need.code.clone())),
        }
    }

    /// Refuses where nobody is here any more today, or what waits already takes until they leave. A desk that somebody has
    /// opened on a day without hours is here all the same.
    pub(super) fn must_have_time(&self, service: &ServiceCode, now: Timestamp) -> Result<(), Refusal> {
        let institution = self.site.institution_of(service).ok_or_else(|| Refusal::UnknownService(service.clone()))?;
        let local = self.site.local(now);
        let left = self.site.minutes_left(institution, local);
        let code = institution.code.clone();
        if left == 0 {
            // On a day with hours they are over by now: whoever still sits there has others to finish.
            let has_hours = !self.site.stretches(institution, local.date()).is_empty();
            let is_open_all_the_same = !has_hours && self.open_desks(service) > 0;
            let back = self.site.next_presence(institution, local);
            let away = Refusal::InstitutionAway { institution: code, back };
            return if is_open_all_the_same { Ok(()) } else { Err(away) };
        }
        let is_always = institution.presence == Presence::Always && institution.exceptions.is_empty();
        let is_too_late = left <= u32::from(self.site.rules().cut_off_minutes);
        if !is_always && (is_too_late || self.minutes_for(service) > left) {
            let back = self.site.next_presence_after_today(institution, local);
            return Err(Refusal::TodayIsFull { institution: code, back });
        }
        Ok(())
    }

    /// What one visit takes, in whole minutes, as far as the day has shown; at least 1.
    pub(super) fn minutes_each(&self, service: &ServiceCode) -> u32 {
        let minutes = self.site.service(service).map_or(0, |service| service.minutes);
        self.learned.minutes(service, minutes).max(1)
    }

    /// How long the desks of a service are busy with those who wait, in minutes, until the first of them is free: each
    /// service's work is shared by the desks that do it.
    pub(super) fn minutes_of_work(&self, service: &ServiceCode) -> u32 {
        let share = |service: &ServiceCode| {
            let work = self.queues.len(service) as u64 * u64::from(self.minutes_each(service));
            work / self.desks_at_work(service).len().max(1) as u64
        };
        let loads = self.desks_at_work(service).into_iter().map(|services| services.iter().map(share).sum());
        u32::try_from(loads.min().unwrap_or_else(|| share(service))).unwrap_or(u32::MAX)
    }

    /// What the desks that do a service do besides, one by one: the open ones, or all that may open.
    fn desks_at_work<'a>(&'a self, service: &'a ServiceCode) -> Vec<&'a [ServiceCode]> {
        let open = self.desks.values().filter(|desk| desk.state == DeskState::Open && desk.services.contains(service));
        let open: Vec<&[ServiceCode]> = open.map(|desk| desk.services.as_slice()).collect();
        if open.is_empty() { self.site.desks_for(service).map(|desk| desk.services.as_slice()).collect() } else { open }
    }
}
