//! Issuing tickets, and the outcome of printing their slips.

use super::{Day, Decision};
use crate::domain::class::Class;
use crate::domain::code::{LanguageTag, NeedCode, ServiceCode, each_once};
use crate::domain::command::{MAX_NEEDS, Outcome};
use crate::domain::event::Event;
use crate::domain::need::Leads;
use crate::domain::number::{Letter, TicketNumber, Token};
use crate::domain::promise::Promise;
use crate::domain::refusal::Refusal;
use crate::domain::slip::SlipOutcome;
use jiff::Timestamp;
use std::sync::Arc;

/// The most numbers of a letter in a day; far more than any room holds.
const MAX_NUMBERS: u32 = 99_999;

impl Day {
    pub(super) fn issue(
        &self,
        needs: &[NeedCode],
        language: &LanguageTag,
        priority: bool,
        token: Token,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let steps = self.planned(self.steps(needs, now)?, needs, now);
        let first = steps.first().ok_or(Refusal::NoNeed)?;
        let number = self.next_number(self.letter_of(first)?, language, token)?;
        let class = if priority { Class::Priority } else { Class::Standard };
        let promise = Some(Arc::new(Promise::of(&self.site, needs, &steps, language)));
        let (needs, language) = (needs.to_vec(), language.clone());
        let issued = Event::Issued { number, token, needs, steps, language, class, appointment: None, promise };
        Ok(Decision { events: vec![issued], outcome: Outcome::Issued(number) })
    }

    /// The letter of a ticket that begins with this service.
    pub(super) fn letter_of(&self, first: &ServiceCode) -> Result<Letter, Refusal> {
        self.site.service(first).map(|service| service.letter).ok_or_else(|| Refusal::UnknownService(first.clone()))
    }

    /// The next number of a letter.
    pub(super) fn next_number(
        &self,
        letter: Letter,
        language: &LanguageTag,
        token: Token,
    ) -> Result<TicketNumber, Refusal> {
        if !self.site.languages().contains(language) {
            return Err(Refusal::UnknownLanguage(language.clone()));
        }
        let count = self.counts.get(&letter).copied().unwrap_or(0) + 1;
        if count > MAX_NUMBERS || self.by_token.contains_key(&token) {
            return Err(Refusal::DayFull);
        }
        Ok(TicketNumber { letter, count })
    }

    /// The services behind the chosen needs, each once, in the order of choosing.
    fn steps(&self, needs: &[NeedCode], now: Timestamp) -> Result<Vec<ServiceCode>, Refusal> {
        if needs.len() > MAX_NEEDS {
            return Err(Refusal::TooManyNeeds);
        }
        let mut steps = Vec::new();
        for code in needs {
            let need = self.site.need(code).ok_or_else(|| Refusal::UnknownNeed(code.clone()))?;
            match need.leads() {
                Some(Leads::Services(services)) => steps.extend(services),
                Some(Leads::Person { desk }) => return Err(Refusal::NoTicketNeeded { desk: *desk }),
                None => return Err(Refusal::UnknownNeed(code.clone())),
            }
        }
        let steps = each_once(steps);
        self.must_have_time(&steps, now)?;
        Ok(steps)
    }

    pub(super) fn report_slip(&self, ticket: TicketNumber, outcome: SlipOutcome) -> Result<Decision, Refusal> {
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        let outcome = outcome.after(found.slip);
        let is_known = found.slip == Some(outcome);
        let events = if is_known { Vec::new() } else { vec![Event::SlipReported { ticket, outcome }] };
        Ok(Decision { events, outcome: Outcome::Changed(ticket) })
    }
}
