//! What hub and printer are asked, and what their answers mean.

use super::{Effect, MOST_IN_FLIGHT, PRINTED_REMEMBERED, Session};
use crate::domain::{AppointmentCode, IdempotencyKey, Refusal, SlipOutcome, Ticket, TicketNumber, Token};
use crate::hub::HubError;
use crate::kiosk::page::{Asked, Errand, Page, Shown, SlipProgress, Trouble};
use std::sync::Arc;

impl Session {
    pub(super) fn confirmed(&mut self) -> Vec<Effect> {
        let Page::Confirm { wish, asked } = &self.page else { return Vec::new() };
        let (errand, asked) = (Errand::Needs(wish.clone()), asked.clone());
        self.ask_for(errand, asked)
    }

    pub(super) fn check_in(&mut self) -> Vec<Effect> {
        let Page::Appointment { signs, asked, .. } = &self.page else { return Vec::new() };
        let Some(code) = AppointmentCode::parse(signs) else { return Vec::new() };
        let asked = asked.clone();
        self.ask_for(Errand::Appointment(code), asked)
    }

    pub(super) fn try_again(&mut self) -> Vec<Effect> {
        let Page::Trouble { asked, .. } = &self.page else { return Vec::new() };
        self.ask(asked.clone())
    }

    /// Asks once more what was asked already, else what is new.
    fn ask_for(&mut self, errand: Errand, asked: Option<Asked>) -> Vec<Effect> {
        let new = || {
            let key = IdempotencyKey::parse(&format!("{}-{}", self.key_prefix, self.keys_made))?;
            Some(Asked { errand, language: self.language().clone(), key })
        };
        let is_new = asked.is_none();
        let Some(asked) = asked.or_else(new) else { return Vec::new() };
        self.keys_made += u64::from(is_new);
        self.ask(asked)
    }

    fn ask(&mut self, asked: Asked) -> Vec<Effect> {
        if self.in_flight >= MOST_IN_FLIGHT {
            self.go(Page::Trouble { asked, why: Trouble::Busy });
            return Vec::new();
        }
        self.in_flight += 1;
        self.go(Page::Issuing { asked: asked.clone(), since: self.passed });
        vec![Effect::Issue(asked)]
    }

    pub(super) fn issued(&mut self, key: &IdempotencyKey, result: Result<Arc<Ticket>, HubError>) -> Vec<Effect> {
        self.in_flight = self.in_flight.saturating_sub(1);
        let awaited = self.page.underneath().asked().filter(|asked| asked.key == *key).cloned();
        match (result, awaited) {
            (Ok(ticket), awaited) => {
                if awaited.is_some() {
                    let slip = SlipProgress::Printing;
                    self.answer(Page::Number(Shown { ticket: ticket.clone(), slip, since: self.passed }));
                }
                self.print_once(ticket)
            }
            (Err(error), Some(asked)) if matches!(self.page.underneath(), Page::Issuing { .. }) => {
                self.answer(page_of(Trouble::from(error), asked));
                Vec::new()
            }
            (Err(_), _) => Vec::new(),
        }
    }

    /// Puts an answer where the visitor waits for it, underneath a choice of language if that is open.
    fn answer(&mut self, page: Page) {
        *self.page.underneath() = page;
        self.page_since = self.passed;
        self.touched_at = self.passed;
    }

    fn print_once(&mut self, ticket: Arc<Ticket>) -> Vec<Effect> {
        if self.printed.contains(&ticket.token) {
            return Vec::new();
        }
        if self.printed.len() == PRINTED_REMEMBERED {
            self.printed.pop_front();
        }
        self.printed.push_back(ticket.token);
        vec![Effect::Print(ticket)]
    }

    pub(super) fn slip_done(&mut self, number: TicketNumber, outcome: SlipOutcome) -> Vec<Effect> {
        if let Some(shown) = self.page.underneath().shown()
            && shown.ticket.number == number
        {
            shown.slip = SlipProgress::Done(outcome);
            self.touched_at = self.passed;
        }
        vec![Effect::ReportSlip { ticket: number, outcome }]
    }

    /// Once for each visit to the page: paper is not endless.
    pub(super) fn print_note(&mut self) -> Vec<Effect> {
        let language = self.language().clone();
        let Page::Closed { need, note } = &mut self.page else { return Vec::new() };
        if note.is_some() {
            return Vec::new();
        }
        *note = Some(SlipProgress::Printing);
        vec![Effect::PrintNote { need: need.clone(), language }]
    }

    pub(super) fn note_done(&mut self, outcome: SlipOutcome) {
        if let Page::Closed { note: Some(note), .. } = self.page.underneath() {
            *note = SlipProgress::Done(outcome);
            self.touched_at = self.passed;
        }
    }

    pub(super) fn leave_for_sure(&mut self) -> Vec<Effect> {
        let Page::Leaving { number, is_sent } = &mut self.page else { return Vec::new() };
        if std::mem::replace(is_sent, true) {
            return Vec::new();
        }
        vec![Effect::Withdraw(number.ticket.token)]
    }

    /// The number stays where it could not be given up: its page tells how it stands with it.
    pub(super) fn withdrawn(&mut self, token: Token, result: &Result<(), HubError>) {
        let Page::Leaving { number, is_sent: true } = self.page.underneath() else { return };
        if number.ticket.token == token {
            let page = if result.is_ok() { Page::Left } else { Page::Number(number.clone()) };
            self.answer(page);
        }
    }
}

fn page_of(why: Trouble, asked: Asked) -> Page {
    match (&why, &asked.errand) {
        (Trouble::Refused(Refusal::InstitutionAway { .. } | Refusal::TodayIsFull { .. }), Errand::Needs(wish))
            if wish.needs.len() == 1 =>
        {
            Page::Closed { need: wish.needs[0].clone(), note: None }
        }
        (Trouble::Refused(Refusal::NoTicketNeeded { .. }), Errand::Needs(wish)) if wish.needs.len() == 1 => {
            Page::Person { need: wish.needs[0].clone() }
        }
        (Trouble::Refused(refusal), Errand::Appointment(code)) => {
            Page::Appointment { signs: code.to_string(), asked: None, why: Some(refusal.clone()) }
        }
        _ => Page::Trouble { asked, why },
    }
}
