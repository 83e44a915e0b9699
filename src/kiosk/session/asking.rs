//! What hub and printer are asked, and what their answers mean.

use super::{Effect, MOST_IN_FLIGHT, MOST_NOTES, NOTES_WITHIN, PRINTED_REMEMBERED, Session};
use crate::domain::{AppointmentCode, IdempotencyKey, Refusal, SlipOutcome, Ticket, TicketNumber, Token};
use crate::hub::HubError;
use crate::kiosk::page::{Asked, Errand, Page, Shown, SlipProgress, Trouble, Wish};
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
        let language = self.language().clone();
        let is_same = |asked: &&Asked| asked.errand == errand && asked.language == language;
        let asked = asked.or_else(|| self.unanswered.as_ref().filter(is_same).cloned());
        let is_new = asked.is_none();
        let new = || {
            let key = IdempotencyKey::parse(&format!("{}-{}", self.key_prefix, self.keys_made))?;
            Some(Asked { errand, language, key })
        };
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
        self.unanswered = Some(asked.clone());
        self.go(Page::Issuing { asked: asked.clone(), since: self.passed });
        vec![Effect::Issue(asked)]
    }

    pub(super) fn issued(&mut self, key: &IdempotencyKey, result: Result<Arc<Ticket>, HubError>) -> Vec<Effect> {
        self.in_flight = self.in_flight.saturating_sub(1);
        let is_certain = matches!(result, Ok(_) | Err(HubError::Refused(_)));
        if is_certain && self.unanswered.as_ref().is_some_and(|asked| asked.key == *key) {
            self.unanswered = None;
        }
        let awaited = self.page.underneath().asked().filter(|asked| asked.key == *key).cloned();
        match (result, awaited) {
            (Ok(ticket), awaited) => {
                if awaited.is_some() {
                    self.before = Wish::default();
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

    /// Once for each visit to the page, and not without end.
    pub(super) fn print_note(&mut self) -> Vec<Effect> {
        let (language, passed) = (self.language().clone(), self.passed);
        let Page::Closed { need, note: None } = &self.page else { return Vec::new() };
        let need = need.clone();
        let Some(absence) = self.day.site().need(&need).and_then(|need| self.absence(need)) else { return Vec::new() };
        self.notes.retain(|asked| passed.saturating_sub(*asked) < NOTES_WITHIN);
        self.notes_made += 1;
        let note = self.notes_made;
        let has_paper = self.notes.len() < MOST_NOTES;
        let progress = if has_paper { SlipProgress::Printing } else { SlipProgress::Done(SlipOutcome::Failed) };
        self.page = Page::Closed { need: need.clone(), note: Some((note, progress)) };
        if !has_paper {
            return Vec::new();
        }
        self.notes.push_back(passed);
        vec![Effect::PrintNote { note, absence, need, language }]
    }

    pub(super) fn note_done(&mut self, number: u64, outcome: SlipOutcome) {
        if let Page::Closed { note: Some((note, progress)), .. } = self.page.underneath()
            && *note == number
        {
            *progress = SlipProgress::Done(outcome);
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

    /// The number stays where it could not be given up; should it have been all the same, the day will say so.
    pub(super) fn withdrawn(&mut self, token: Token, result: &Result<(), HubError>) {
        let was_sent = matches!(self.page.underneath(), Page::Leaving { is_sent: true, .. });
        let Some(shown) = self.page.underneath().shown().filter(|shown| shown.ticket.token == token) else { return };
        let (number, back) = (shown.ticket.number, shown.clone());
        match result {
            Ok(()) => self.answer(Page::Left { number }),
            Err(_) if was_sent => self.answer(Page::Number(back)),
            Err(_) => {}
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
