//! Requests to hub and printer, and their answers.

use super::{
    Effect, IN_FLIGHT_LIMIT, MAX_SLIP_TRIES, NOTE_LIMIT, NOTE_PERIOD, NUMBER_IS_LATE_AFTER, PRINTED_CAPACITY, Session,
};
use crate::domain::{AppointmentCode, IdempotencyKey, Refusal, SlipOutcome, Ticket, TicketNumber, Token};
use crate::hub::HubError;
use crate::kiosk::page::{Page, ShownTicket, SlipProgress};
use crate::kiosk::request::{Errand, IssueError, IssueRequest, Selection};
use std::sync::Arc;

impl Session {
    pub(super) fn confirm(&mut self) -> Vec<Effect> {
        let Page::Confirm { selection, request } = &self.page else { return Vec::new() };
        let (errand, request) = (Errand::Needs(selection.clone()), request.clone());
        self.issue_for(errand, request)
    }

    pub(super) fn check_in(&mut self) -> Vec<Effect> {
        let Page::Appointment { characters, request, .. } = &self.page else { return Vec::new() };
        let Some(code) = AppointmentCode::parse(characters) else { return Vec::new() };
        let request = request.clone();
        self.issue_for(Errand::Appointment(code), request)
    }

    pub(super) fn retry(&mut self) -> Vec<Effect> {
        let Page::Trouble { request, .. } = &self.page else { return Vec::new() };
        self.issue(request.clone())
    }

    /// Repeats the request of this page, or an unanswered one for the same errand; else makes a new one with a new key.
    fn issue_for(&mut self, errand: Errand, request: Option<IssueRequest>) -> Vec<Effect> {
        let language = self.language().clone();
        let is_same = |request: &&IssueRequest| request.errand == errand && request.language == language;
        let request = request.or_else(|| self.unanswered.as_ref().filter(is_same).cloned());
        let is_new = request.is_none();
        let new = || {
            let key = IdempotencyKey::parse(&format!("{}-{}", self.key_prefix, self.keys_made))?;
            Some(IssueRequest { errand, language, key })
        };
        let Some(request) = request.or_else(new) else { return Vec::new() };
        self.keys_made += u64::from(is_new);
        self.issue(request)
    }

    fn issue(&mut self, request: IssueRequest) -> Vec<Effect> {
        if self.in_flight.len() >= IN_FLIGHT_LIMIT {
            self.go(Page::Trouble { request, error: IssueError::Busy });
            return Vec::new();
        }
        self.in_flight.push((request.key.clone(), self.passed));
        self.unanswered = Some(request.clone());
        self.go(Page::Issuing { request: request.clone(), since: self.passed });
        vec![Effect::Issue(request)]
    }

    pub(super) fn issued(&mut self, key: &IdempotencyKey, result: Result<Arc<Ticket>, HubError>) -> Vec<Effect> {
        let sent = self.in_flight.iter().position(|(sent, _)| sent == key);
        let sent_at = sent.map_or(self.passed, |place| self.in_flight.remove(place).1);
        let is_late = self.since(sent_at) >= NUMBER_IS_LATE_AFTER;
        let is_certain = matches!(result, Ok(_) | Err(HubError::Refused(_)));
        if is_certain && self.unanswered.as_ref().is_some_and(|request| request.key == *key) {
            self.unanswered = None;
        }
        let awaited = self.page.underneath().request().filter(|request| request.key == *key).cloned();
        match (result, awaited) {
            (Ok(ticket), awaited) => {
                if awaited.is_some() {
                    self.selected = Selection::default();
                    let failed = SlipProgress::Done(SlipOutcome::Failed);
                    self.replace(Page::Number(ShownTicket {
                        ticket: ticket.clone(),
                        slip: if is_late { failed } else { SlipProgress::Printing },
                        since: self.passed,
                        tries: 1,
                        may_be_on_paper: false,
                    }));
                }
                self.print_once(ticket, is_late)
            }
            (Err(error), Some(request)) if matches!(self.page.underneath(), Page::Issuing { .. }) => {
                self.replace(page_after_error(IssueError::from(error), request));
                Vec::new()
            }
            (Err(_), _) => Vec::new(),
        }
    }

    /// Replaces the page that waits for an answer; an open choice of language stays in front of it.
    pub(super) fn replace(&mut self, page: Page) {
        *self.page.underneath() = page;
        self.end_press();
    }

    fn print_once(&mut self, ticket: Arc<Ticket>, is_late: bool) -> Vec<Effect> {
        if self.printed.contains(&ticket.token) {
            return Vec::new();
        }
        if self.printed.len() == PRINTED_CAPACITY {
            self.printed.pop_front();
        }
        self.printed.push_back(ticket.token);
        vec![if is_late { Effect::LeaveUnprinted(ticket.number) } else { Effect::Print(ticket) }]
    }

    /// Whether the slip on the glass did not come out, and could now.
    pub fn may_print_slip(&self) -> bool {
        let Page::Number(shown) = &self.page else { return false };
        let has_failed = |slip| matches!(slip, SlipProgress::Done(outcome) if outcome.has_not_come_out());
        has_failed(shown.slip) && self.printer.is_ready() && shown.tries < MAX_SLIP_TRIES
    }

    /// Sends a slip that did not come out once more. It is the original only as long as nothing of one can be on paper: a
    /// printer that stopped within a slip may finish it with the next roll.
    pub(super) fn print_slip(&mut self) -> Vec<Effect> {
        if !self.may_print_slip() {
            return Vec::new();
        }
        let passed = self.passed;
        let Page::Number(shown) = &mut self.page else { return Vec::new() };
        (shown.slip, shown.since) = (SlipProgress::Printing, passed);
        shown.tries += 1;
        let ticket = shown.ticket.clone();
        vec![if shown.may_be_on_paper { Effect::PrintCopy(ticket) } else { Effect::Print(ticket) }]
    }

    pub(super) fn slip_done(&mut self, number: TicketNumber, outcome: SlipOutcome) {
        if let Some(shown) = self.page.underneath().ticket()
            && shown.ticket.number == number
        {
            shown.slip = SlipProgress::Done(outcome);
            shown.may_be_on_paper |= outcome.may_be_on_paper();
            self.touched_at = self.passed;
        }
    }

    /// One note for each visit to the page, and a limited number in a period. Beyond the limit the note counts as failed.
    pub(super) fn print_note(&mut self) -> Vec<Effect> {
        let (language, passed) = (self.language().clone(), self.passed);
        let Page::Closed { need, note: None } = &self.page else { return Vec::new() };
        let need = need.clone();
        let Some(absence) = self.day.site().need(&need).and_then(|need| self.absence(need)) else { return Vec::new() };
        self.notes.retain(|at| passed.saturating_sub(*at) < NOTE_PERIOD);
        self.notes_made += 1;
        let note = self.notes_made;
        let may_print = self.notes.len() < NOTE_LIMIT;
        let progress = if may_print { SlipProgress::Printing } else { SlipProgress::Done(SlipOutcome::Failed) };
        self.page = Page::Closed { need: need.clone(), note: Some((note, progress)) };
        if !may_print {
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

    pub(super) fn confirm_leave(&mut self) -> Vec<Effect> {
        let Page::Leaving { ticket, is_sent } = &mut self.page else { return Vec::new() };
        if std::mem::replace(is_sent, true) {
            return Vec::new();
        }
        vec![Effect::Withdraw(ticket.ticket.token)]
    }

    /// After an error the number is shown again. Should the withdrawal have succeeded all the same, the day will show it.
    pub(super) fn withdrawn(&mut self, token: Token, result: &Result<(), HubError>) {
        let was_sent = matches!(self.page.underneath(), Page::Leaving { is_sent: true, .. });
        let Some(shown) = self.page.underneath().ticket().filter(|shown| shown.ticket.token == token) else { return };
        let (number, back) = (shown.ticket.number, shown.clone());
        match result {
            Ok(()) => self.replace(Page::Left { number }),
            Err(_) if was_sent => self.replace(Page::Number(back)),
            Err(_) => {}
        }
    }
}

/// Some refusals have a page that says more than "there is no number".
fn page_after_error(error: IssueError, request: IssueRequest) -> Page {
    match (&error, &request.errand) {
        (
            IssueError::Refused(
                Refusal::HouseClosed { .. }
                | Refusal::InstitutionAway { .. }
                | Refusal::NotHereToday { .. }
                | Refusal::TodayIsFull { .. },
            ),
            Errand::Needs(selection),
        ) if selection.needs.len() == 1 => Page::Closed { need: selection.needs[0].clone(), note: None },
        (IssueError::Refused(Refusal::NoTicketNeeded { .. }), Errand::Needs(selection))
            if selection.needs.len() == 1 =>
        {
            Page::Person { need: selection.needs[0].clone() }
        }
        (IssueError::Refused(refusal), Errand::Appointment(code)) => {
            Page::Appointment { characters: code.to_string(), request: None, refusal: Some(refusal.clone()) }
        }
        _ => Page::Trouble { request, error },
    }
}
