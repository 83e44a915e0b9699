//! The one door to the hub: what glass and pages hold.

use super::pending::Pending;
use crate::domain::command::{Command, Order, Outcome};
use crate::domain::tally::taps::Tap;
use crate::domain::{
    AppointmentCode, CallNumber, Day, DeskNumber, Forecast, IdempotencyKey, LanguageTag, NeedCode, Refusal, Sequence,
    ServiceCode, SlipOutcome, Target, Ticket, TicketNumber, Token, TransferReason, UrgencyReason,
};
use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};

/// How long an answer may take before the hub counts as away. A commit on a slow disk takes two seconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// The one door to the hub. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Hub {
    requests: mpsc::Sender<Request>,
    day: watch::Receiver<Arc<Day>>,
    forecast: watch::Receiver<Arc<Forecast>>,
    is_saving: Arc<AtomicBool>,
    pending: Pending,
}

/// A call, as the desk that made it is told. Why it was this ticket: [`Ticket::why`].
#[derive(Debug, Clone)]
pub struct Summons {
    /// Who was called.
    pub ticket: Arc<Ticket>,
    /// The call's count.
    pub call: CallNumber,
}

/// Why there is no good answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HubError {
    /// It can't be done, for this reason.
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// It could not be written to disk, so it did not happen.
    #[error("the journal can't be written")]
    NotSaved,
    /// Too many commands wait; try again in a moment.
    #[error("too many commands are waiting")]
    Busy,
    /// The hub is gone or did not answer in time. Whether it happened can be found out with the same idempotency key.
    #[error("the hub does not answer")]
    Away,
}

/// What goes to the writer: a command, and where to put the answer.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) order: Order,
    pub(super) reply: oneshot::Sender<Result<Reply, HubError>>,
}

/// The answer to a command that was carried out.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What the command led to.
    pub outcome: Outcome,
    /// The ticket that it is about, as it is after the command.
    pub ticket: Option<Arc<Ticket>>,
}

type Key = Option<IdempotencyKey>;

impl Hub {
    pub(super) fn new(
        requests: mpsc::Sender<Request>,
        day: watch::Receiver<Arc<Day>>,
        forecast: watch::Receiver<Arc<Forecast>>,
        is_saving: Arc<AtomicBool>,
        pending: Pending,
    ) -> Hub {
        Hub { requests, day, forecast, is_saving, pending }
    }

    /// Counts what a visitor told of themselves, and nothing with it. No answer: it is on disk later, in a lump, or lost
    /// when the power fails before.
    pub fn tap(&self, answer: Tap) {
        self.pending.count(answer);
    }

    /// Whether what was decided last could be saved; `false` from a failed commit until the next good one.
    pub fn is_saving(&self) -> bool {
        self.is_saving.load(Ordering::Relaxed)
    }

    /// The day as it was published last.
    pub fn day(&self) -> Arc<Day> {
        Arc::clone(&self.day.borrow())
    }

    /// What is expected of the day, as it was worked out last; a little behind the day itself.
    pub fn forecast(&self) -> Arc<Forecast> {
        Arc::clone(&self.forecast.borrow())
    }

    /// Tells of each new forecast.
    pub fn watch_forecast(&self) -> watch::Receiver<Arc<Forecast>> {
        self.forecast.clone()
    }

    /// The forecast that knows of an event, if it comes within this time; else the newest.
    pub async fn forecast_of(&self, event: Sequence, within: Duration) -> Arc<Forecast> {
        let mut forecast = self.forecast.clone();
        let known = forecast.wait_for(|forecast| forecast.sequence() >= event);
        // Out of time, or out of forecasts: the newest will do.
        let _ = tokio::time::timeout(within, known).await;
        self.forecast()
    }

    /// Tells of each change of the day; whoever is slow gets the newest only.
    pub fn watch(&self) -> watch::Receiver<Arc<Day>> {
        self.day.clone()
    }

    /// Sends a command to the writer. The answer comes once what it led to is on disk; a second command with the same key
    /// changes nothing and gets the first one's answer.
    pub async fn send(&self, command: Command, key: Option<IdempotencyKey>) -> Result<Reply, HubError> {
        let (reply, answer) = oneshot::channel();
        let request = Request { order: Order { command, key }, reply };
        self.requests.try_send(request).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => HubError::Busy,
            mpsc::error::TrySendError::Closed(_) => HubError::Away,
        })?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) | Err(_) => Err(HubError::Away),
        }
    }

    /// Gives a visitor a number; `priority` where it was asked for.
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

    /// Serves a visitor who stands at the desk without a number.
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

    /// Makes an appointment; the code is what the visitor checks in with.
    pub async fn book(&self, service: ServiceCode, at: Timestamp, key: Key) -> Result<AppointmentCode, HubError> {
        let code = AppointmentCode::from_random(random::<8>().map(u64::from_le_bytes)?);
        match self.send(Command::Book { service, at, code }, key).await?.outcome {
            Outcome::Booked(code) => Ok(code),
            _ => Err(HubError::Away),
        }
    }

    /// Gives up an appointment.
    pub async fn unbook(&self, code: AppointmentCode, key: Key) -> Result<(), HubError> {
        self.done(Command::Unbook { code }, key).await
    }

    /// Gives a number to somebody with an appointment.
    pub async fn check_in(
        &self,
        code: AppointmentCode,
        language: LanguageTag,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::CheckIn { code, language, token }, key).await
    }

    /// Notes what became of a slip.
    pub async fn report_slip(&self, ticket: TicketNumber, outcome: SlipOutcome) -> Result<(), HubError> {
        self.done(Command::ReportSlip { ticket, outcome }, None).await
    }

    /// Lets a visitor leave.
    pub async fn withdraw(&self, token: Token, key: Key) -> Result<(), HubError> {
        self.done(Command::Withdraw { token }, key).await
    }

    /// Lets a visitor leave, as staff see it.
    pub async fn dismiss(&self, ticket: TicketNumber, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Dismiss { ticket }, key).await
    }

    /// Lets a waiting ticket go first, for a reason; no longer, without one.
    pub async fn set_urgent(
        &self,
        ticket: TicketNumber,
        reason: Option<UrgencyReason>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::SetUrgent { ticket, reason }, key).await
    }

    /// Opens a desk, or changes what an open one does. No languages: those of the site file; no services: all it can do.
    pub async fn open(
        &self,
        desk: DeskNumber,
        languages: Vec<LanguageTag>,
        services: Option<Vec<ServiceCode>>,
        key: Key,
    ) -> Result<(), HubError> {
        self.done(Command::Open { desk, languages, services }, key).await
    }

    /// Pauses a desk; its current ticket is kept.
    pub async fn pause(&self, desk: DeskNumber, key: Key) -> Result<(), HubError> {
        self.done(Command::Pause { desk }, key).await
    }

    /// Closes a desk.
    pub async fn close(&self, desk: DeskNumber, key: Key) -> Result<(), HubError> {
        self.done(Command::Close { desk }, key).await
    }

    /// Calls whoever is next to a desk; `None` when nobody waits for what it does.
    pub async fn call_next(&self, desk: DeskNumber, key: Key) -> Result<Option<Summons>, HubError> {
        let reply = self.send(Command::CallNext { desk }, key).await?;
        Ok(summons(reply))
    }

    /// Calls the called ticket once more. `expected` is the ticket that is meant: refused when the desk has another one.
    pub async fn recall(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Summons, HubError> {
        summons(self.send(Command::Recall { desk, expected }, key).await?).ok_or(HubError::Away)
    }

    /// Notes that the called visitor has come. `expected` as for [`Hub::recall`].
    pub async fn start(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Start { desk, expected }, key).await
    }

    /// Notes that the called visitor has not come. `expected` as for [`Hub::recall`].
    pub async fn no_show(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::NoShow { desk, expected }, key).await
    }

    /// Puts a no-show back into the queue.
    pub async fn take_back(&self, desk: DeskNumber, ticket: TicketNumber, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::TakeBack { desk, ticket }, key).await
    }

    /// Notes that the current step is done. `expected` as for [`Hub::recall`].
    pub async fn finish(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Finish { desk, expected }, key).await
    }

    /// Calls this very ticket to a desk.
    pub async fn call(&self, desk: DeskNumber, ticket: TicketNumber, key: Key) -> Result<Summons, HubError> {
        summons(self.send(Command::Call { desk, ticket }, key).await?).ok_or(HubError::Away)
    }

    /// Puts the desk's ticket aside. `expected` as for [`Hub::recall`].
    pub async fn park(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::Park { desk, expected }, key).await
    }

    /// Calls a parked ticket to a desk.
    pub async fn resume(&self, desk: DeskNumber, ticket: TicketNumber, key: Key) -> Result<Summons, HubError> {
        summons(self.send(Command::Resume { desk, ticket }, key).await?).ok_or(HubError::Away)
    }

    /// Hands the desk's ticket on. `expected` as for [`Hub::recall`].
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

    /// Adds a step to a ticket's way: at its end, or before what has to come after it.
    pub async fn add_step(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        service: ServiceCode,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::AddStep { desk, ticket, service }, key).await
    }

    /// Takes a step off a ticket's way.
    pub async fn drop_step(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        service: ServiceCode,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::DropStep { desk, ticket, service }, key).await
    }

    /// Puts the steps still to come into another order.
    pub async fn order_steps(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        services: Vec<ServiceCode>,
        key: Key,
    ) -> Result<Arc<Ticket>, HubError> {
        self.about_ticket(Command::OrderSteps { desk, ticket, services }, key).await
    }

    async fn done(&self, command: Command, key: Key) -> Result<(), HubError> {
        self.send(command, key).await.map(|_| ())
    }

    async fn about_ticket(&self, command: Command, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.send(command, key).await?.ticket.ok_or(HubError::Refused(Refusal::UnknownTicket))
    }
}

fn summons(reply: Reply) -> Option<Summons> {
    match (reply.outcome, reply.ticket) {
        (Outcome::Called { call, .. }, Some(ticket)) => Some(Summons { ticket, call }),
        _ => None,
    }
}

/// A fresh secret for a command that makes a ticket.
pub fn fresh_token() -> Result<Token, HubError> {
    random::<16>().map(|bits| Token::from_random(u128::from_le_bytes(bits)))
}

fn random<const BYTES: usize>() -> Result<[u8; BYTES], HubError> {
    let mut bits = [0; BYTES];
    match getrandom::fill(&mut bits) {
        Ok(()) => Ok(bits),
        Err(error) => {
            tracing::error!(%error, "the machine gives no random numbers");
            Err(HubError::Away)
        }
    }
}
