//! A typed method of the handle for each command, for callers in Rust. The desk pages send the commands of their verbs with
//! [`Hub::send`] instead; tests tell their stories through these.

use super::handle::{Hub, HubError, Reply, fresh_code, fresh_token};
use crate::domain::command::{Command, Outcome};
use crate::domain::{
    AppointmentCode, CallNumber, DeskNumber, IdempotencyKey, LanguageTag, NeedCode, Refusal, Sequence, ServiceCode,
    SlipOutcome, SlipPrinter, Target, Ticket, TicketNumber, Token, TransferReason, UrgencyReason,
};
use jiff::Timestamp;
use std::sync::Arc;

/// A ticket and its call. [`Ticket::why`] says why it was this one.
#[derive(Debug, Clone)]
pub struct Summons {
    pub ticket: Arc<Ticket>,
    pub call: CallNumber,
}

type Key = Option<IdempotencyKey>;

/// The outcome of another command than the one that was sent: an older version has written the key without a digest.
const OF_ANOTHER_COMMAND: HubError = HubError::Refused(Refusal::KeyReused);

impl Hub {
    pub async fn issue(
        &self,
        needs: Vec<NeedCode>,
        language: LanguageTag,
        priority: bool,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::Issue { needs, language, priority, token }, key).await
    }

    /// The same; this printer is to print its slip.
    pub async fn issue_with_slip(
        &self,
        needs: Vec<NeedCode>,
        language: LanguageTag,
        priority: bool,
        printer: SlipPrinter,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::Issue { needs, language, priority, token }.with_slip(printer), key).await
    }

    pub async fn walk_in(
        &self,
        desk: DeskNumber,
        service: ServiceCode,
        language: LanguageTag,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::WalkIn { desk, service, language, token }, key).await
    }

    pub async fn book(&self, service: ServiceCode, at: Timestamp, key: Key) -> Result<AppointmentCode, HubError> {
        let code = fresh_code()?;
        match self.send(Command::Book { service, at, code }, key).await?.outcome {
            Outcome::Booked(code) => Ok(code),
            _ => Err(OF_ANOTHER_COMMAND),
        }
    }

    pub async fn unbook(&self, code: AppointmentCode, key: Key) -> Result<(), HubError> {
        self.done(Command::Unbook { code }, key).await
    }

    pub async fn check_in(
        &self,
        code: AppointmentCode,
        language: LanguageTag,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::CheckIn { code, language, token }, key).await
    }

    /// The same; this printer is to print its slip.
    pub async fn check_in_with_slip(
        &self,
        code: AppointmentCode,
        language: LanguageTag,
        printer: SlipPrinter,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::CheckIn { code, language, token }.with_slip(printer), key).await
    }

    pub async fn report_slip(&self, ticket: TicketNumber, outcome: SlipOutcome) -> Result<(), HubError> {
        self.done(Command::ReportSlip { ticket, outcome }, None).await
    }

    /// Hands over the outcome of a slip without waiting, also from a thread that outlives the tasks of the program.
    pub fn note_slip(&self, ticket: TicketNumber, outcome: SlipOutcome) {
        self.note(Command::ReportSlip { ticket, outcome });
    }

    /// The same of a copy.
    pub fn note_copy(&self, ticket: TicketNumber, request: Sequence, outcome: SlipOutcome) {
        self.note(Command::ReportCopy { ticket, request, outcome });
    }

    /// Records that no printer will report these slips and copies any more.
    pub async fn give_up_slips(&self, tickets: Vec<Token>, copies: Vec<Sequence>) -> Result<(), HubError> {
        self.done(Command::GiveUpSlips { tickets, copies }, None).await
    }

    pub async fn reprint(&self, ticket: TicketNumber, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Reprint { ticket }, key).await
    }

    pub async fn report_copy(
        &self,
        ticket: TicketNumber,
        request: Sequence,
        outcome: SlipOutcome,
    ) -> Result<(), HubError> {
        self.done(Command::ReportCopy { ticket, request, outcome }, None).await
    }

    pub async fn withdraw(&self, token: Token, key: Key) -> Result<(), HubError> {
        self.done(Command::Withdraw { token }, key).await
    }

    pub async fn dismiss(
        &self,
        desk: Option<DeskNumber>,
        ticket: TicketNumber,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Dismiss { desk, ticket }, key).await
    }

    pub async fn set_urgent(
        &self,
        ticket: TicketNumber,
        reason: Option<UrgencyReason>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::SetUrgent { ticket, reason }, key).await
    }

    pub async fn open(
        &self,
        desk: DeskNumber,
        languages: Vec<LanguageTag>,
        services: Option<Vec<ServiceCode>>,
        key: Key,
    ) -> Result<(), HubError> {
        self.done(Command::Open { desk, languages, services }, key).await
    }

    pub async fn pause(&self, desk: DeskNumber, key: Key) -> Result<(), HubError> {
        self.done(Command::Pause { desk }, key).await
    }

    pub async fn close(&self, desk: DeskNumber, key: Key) -> Result<(), HubError> {
        self.done(Command::Close { desk }, key).await
    }

    /// `None` when the queue is empty.
    pub async fn call_next(&self, desk: DeskNumber, key: Key) -> Result<Option<Summons>, HubError> {
        self.may_call(Command::CallNext { desk }, key).await
    }

    pub async fn recall(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Summons, HubError> {
        summons(self.send(Command::Recall { desk, expected }, key).await?).ok_or(OF_ANOTHER_COMMAND)
    }

    pub async fn start(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Start { desk, expected }, key).await
    }

    pub async fn no_show(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::NoShow { desk, expected }, key).await
    }

    pub async fn take_back(&self, desk: DeskNumber, ticket: TicketNumber, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::TakeBack { desk, ticket }, key).await
    }

    pub async fn finish(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Finish { desk, expected }, key).await
    }

    /// `None` when no ticket could be called.
    pub async fn finish_and_call_next(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Option<Summons>, HubError> {
        self.may_call(Command::FinishAndCallNext { desk, expected }, key).await
    }

    pub async fn undo(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        act: Option<Sequence>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Undo { desk, expected, act }, key).await
    }

    pub async fn call(&self, desk: DeskNumber, ticket: TicketNumber, key: Key) -> Result<Summons, HubError> {
        summons(self.send(Command::Call { desk, ticket }, key).await?).ok_or(OF_ANOTHER_COMMAND)
    }

    pub async fn park(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Park { desk, expected }, key).await
    }

    pub async fn resume(&self, desk: DeskNumber, ticket: TicketNumber, key: Key) -> Result<Summons, HubError> {
        summons(self.send(Command::Resume { desk, ticket }, key).await?).ok_or(OF_ANOTHER_COMMAND)
    }

    pub async fn transfer(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        to: Target,
        reason: TransferReason,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Transfer { desk, expected, to, reason }, key).await
    }

    pub async fn add_step(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        service: ServiceCode,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::AddStep { desk, ticket, service }, key).await
    }

    pub async fn drop_step(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        service: ServiceCode,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::DropStep { desk, ticket, service }, key).await
    }

    pub async fn order_steps(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        services: Vec<ServiceCode>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::OrderSteps { desk, ticket, services }, key).await
    }

    async fn may_call(&self, command: Command, key: Key) -> Result<Option<Summons>, HubError> {
        let reply = self.send(command, key).await?;
        match reply.outcome {
            Outcome::QueueEmpty => Ok(None),
            _ => summons(reply).map(Some).ok_or(OF_ANOTHER_COMMAND),
        }
    }

    async fn done(&self, command: Command, key: Key) -> Result<(), HubError> {
        self.send(command, key).await.map(|_| ())
    }

    /// Sends a command that answers with a ticket.
    pub async fn about_ticket(&self, command: Command, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.send(command, key).await?.ticket.ok_or(OF_ANOTHER_COMMAND)
    }
}

fn summons(reply: Reply) -> Option<Summons> {
    match (reply.outcome, reply.ticket) {
        (Outcome::Called { call, .. }, Some(ticket)) => Some(Summons { ticket, call }),
        _ => None,
    }
}
