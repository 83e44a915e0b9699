//! Runs the effects of a session on hub and printer, and sends their answers back.

use super::glass::Glass;
use super::kiosk_parts::KioskParts;
use super::request::{Errand, IssueRequest, Selection};
use super::session::{Effect, Input};
use super::ui::Window;
use crate::domain::{Absence, LanguageTag, NeedCode, SlipOutcome, SlipPrinter, Ticket, Token};
use crate::print::{Note, Paper, Slip};
use std::sync::mpsc::SyncSender;
use std::time::Duration;

/// Timeout after which the outcome of a print job counts as unknown.
const PRINT_TIMEOUT: Duration = Duration::from_secs(180);

/// Runs effects without waiting for them.
pub(super) struct EffectRunner {
    parts: KioskParts,
    answers: AnswerSender,
}

/// Sends answers to the driver, from any thread.
#[derive(Clone)]
pub(super) struct AnswerSender {
    channel: SyncSender<Input>,
    window: slint::Weak<Window>,
}

impl AnswerSender {
    /// The window's event loop is woken for each answer.
    pub(super) fn new(channel: SyncSender<Input>, window: slint::Weak<Window>) -> AnswerSender {
        AnswerSender { channel, window }
    }

    fn send(&self, answer: Input) {
        if self.channel.try_send(answer).is_err() {
            tracing::error!(
                "an answer of hub or printer is lost: the glass is stopping, or its event loop hangs; restart it if it does \
                 not react"
            );
        }
        Glass::wake(&self.window);
    }
}

impl EffectRunner {
    pub(super) fn new(parts: KioskParts, answers: AnswerSender) -> EffectRunner {
        EffectRunner { parts, answers }
    }

    pub(super) fn run(&self, effect: Effect) {
        match effect {
            Effect::Issue(request) => self.issue(request),
            Effect::Print(ticket) => self.print(&ticket, |slip| slip),
            Effect::PrintCopy(ticket) => self.print(&ticket, |slip| slip.into_copy(&self.parts.locales)),
            Effect::PrintNote { note, absence, need, language } => self.print_note(note, &absence, &need, &language),
            Effect::Count(tap) => self.parts.hub.tap(tap),
            Effect::Withdraw(token) => self.withdraw(token),
            Effect::LeaveUnprinted(ticket) => self.parts.hub.note_slip(ticket, SlipOutcome::Failed),
        }
    }

    fn issue(&self, request: IssueRequest) {
        let (hub, answers) = (self.parts.hub.clone(), self.answers.clone());
        self.parts.runtime.spawn(async move {
            let IssueRequest { errand, language, key } = request;
            let result = match errand {
                Errand::Needs(Selection { needs, is_priority }) => {
                    hub.issue_with_slip(needs, language, is_priority, SlipPrinter::Glass, Some(key.clone())).await
                }
                Errand::Appointment(code) => {
                    hub.check_in_with_slip(code, language, SlipPrinter::Glass, Some(key.clone())).await
                }
            };
            if let Err(error) = &result {
                tracing::debug!(%error, "the hub issued no number; the visitor sees the reason");
            }
            answers.send(Input::Issued { key, result });
        });
    }

    fn withdraw(&self, token: Token) {
        let (hub, answers) = (self.parts.hub.clone(), self.answers.clone());
        self.parts.runtime.spawn(async move {
            let result = hub.withdraw(token, None).await;
            if let Err(error) = &result {
                tracing::debug!(%error, "a ticket could not be withdrawn; the visitor still has the number");
            }
            answers.send(Input::Withdrawn { token, result });
        });
    }

    fn print(&self, ticket: &Ticket, mark: impl FnOnce(Slip) -> Slip) {
        let day = self.parts.hub.day();
        let outlook = day.outlook(ticket, self.parts.clock.now());
        let slip = Slip::compose(day.site(), ticket, outlook, &self.parts.locales, &self.parts.public_url);
        let (ticket, hub) = (ticket.number, self.parts.hub.clone());
        // Recorded by the printer's thread: this window may be gone by then.
        self.send_to_printer(
            mark(slip).into(),
            move |outcome| hub.note_slip(ticket, outcome),
            move |outcome| Input::SlipDone { ticket, outcome },
        );
    }

    fn print_note(&self, note: u64, absence: &Absence, code: &NeedCode, language: &LanguageTag) {
        let day = self.parts.hub.day();
        let answer = move |outcome| Input::NoteDone { note, outcome };
        match day.site().need(code) {
            Some(need) => {
                let paper = Note::compose(day.site(), need, absence, language, &self.parts.locales);
                self.send_to_printer(paper.into(), |_| {}, answer);
            }
            None => self.answers.send(answer(SlipOutcome::Failed)),
        }
    }

    fn send_to_printer(
        &self,
        paper: Paper,
        report: impl FnOnce(SlipOutcome) + Send + 'static,
        answer: impl FnOnce(SlipOutcome) -> Input + Send + 'static,
    ) {
        let answers = self.answers.clone();
        let outcome = self.parts.spooler.print(paper, Duration::ZERO, report);
        self.parts.runtime.spawn(async move {
            // An error of either kind: no outcome within the timeout, or the spooler has stopped.
            let outcome = tokio::time::timeout(PRINT_TIMEOUT, outcome).await;
            answers.send(answer(outcome.ok().and_then(Result::ok).unwrap_or(SlipOutcome::Unknown)));
        });
    }
}
