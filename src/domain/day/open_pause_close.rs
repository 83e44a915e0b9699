//! Opening, pausing and closing desks. A desk that is as asked already is not a mistake.

use super::{Day, Decision};
use crate::domain::code::{DeskNumber, LanguageTag, ServiceCode, each_once};
use crate::domain::command::Outcome;
use crate::domain::desk::DeskState;
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;

impl Day {
    pub(super) fn open(
        &self,
        desk: DeskNumber,
        languages: &[LanguageTag],
        services: Option<&[ServiceCode]>,
    ) -> Result<Decision, Refusal> {
        let configured = self.site.desk(desk).ok_or(Refusal::UnknownDesk(desk))?;
        if let Some(unknown) = languages.iter().find(|language| !self.site.languages().contains(language)) {
            return Err(Refusal::UnknownLanguage((*unknown).clone()));
        }
        for service in services.into_iter().flatten() {
            if self.site.service(service).is_none() {
                return Err(Refusal::UnknownService(service.clone()));
            }
            if !configured.services.contains(service) {
                return Err(Refusal::ServiceNotAtDesk { desk, service: service.clone() });
            }
        }
        let languages = each_once(if languages.is_empty() { &configured.languages } else { languages });
        let services = each_once(services.filter(|chosen| !chosen.is_empty()).unwrap_or(&configured.services));
        let now = self.desk(desk);
        let is_so = now.state == DeskState::Open && now.languages == languages && now.services == services;
        let offered = configured.services.clone();
        let opened = Event::DeskOpened { desk, languages, services, offered };
        Ok(Decision { events: if is_so { Vec::new() } else { vec![opened] }, outcome: Outcome::Done })
    }

    pub(super) fn pause(&self, desk: DeskNumber) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        let events = match self.desk(desk).state {
            DeskState::Closed => return Err(Refusal::DeskClosed(desk)),
            DeskState::Paused => Vec::new(),
            DeskState::Open => vec![Event::DeskPaused { desk }],
        };
        Ok(Decision { events, outcome: Outcome::Done })
    }

    pub(super) fn close(&self, desk: DeskNumber) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        let now = self.desk(desk);
        if let Some(ticket) = now.current {
            return Err(Refusal::DeskBusy { desk, ticket });
        }
        let is_so = now.state == DeskState::Closed;
        let events = if is_so { Vec::new() } else { vec![Event::DeskClosed { desk }] };
        Ok(Decision { events, outcome: Outcome::Done })
    }

    /// A desk is known if the site file has it, or if it was used today before it was removed from there.
    pub(super) fn must_know(&self, desk: DeskNumber) -> Result<(), Refusal> {
        let is_known = self.site.desk(desk).is_some() || self.desks.contains_key(&desk);
        if is_known { Ok(()) } else { Err(Refusal::UnknownDesk(desk)) }
    }
}
