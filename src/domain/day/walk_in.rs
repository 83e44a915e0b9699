//! Serving a visitor who stands at the desk without a ticket.

use super::{Day, Decision};
use crate::domain::class::Class;
use crate::domain::code::{DeskNumber, LanguageTag, ServiceCode};
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::Token;
use crate::domain::promise::Promise;
use crate::domain::refusal::Refusal;
use std::sync::Arc;

impl Day {
    pub(super) fn walk_in(
        &self,
        desk: DeskNumber,
        service: &ServiceCode,
        language: &LanguageTag,
        token: Token,
    ) -> Result<Decision, Refusal> {
        let seat = self.must_be_free(desk)?;
        let can = self.site.desk(desk).is_some_and(|known| known.services.contains(service));
        if !can && !seat.services.contains(service) {
            return Err(Refusal::ServiceNotAtDesk { desk, service: service.clone() });
        }
        let ticket = self.next_number(self.letter_of(service)?, language, token)?;
        let issued = Event::Issued {
            number: ticket,
            token,
            needs: Vec::new(),
            steps: vec![service.clone()],
            language: language.clone(),
            class: Class::Standard,
            appointment: None,
            promise: Some(Arc::new(Promise::of_service(&self.site, service, language))),
        };
        Ok(Decision { events: vec![issued, Event::Started { ticket, desk }], outcome: Outcome::Changed(ticket) })
    }
}
