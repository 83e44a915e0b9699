//! The one door to the hub: what glass and pages hold.

use crate::domain::command::{Command, IdempotencyKey, Order, Outcome};
use crate::domain::{
    CallNumber, Day, DeskNumber, LanguageTag, NeedCode, Refusal, ServiceCode, SlipOutcome, Ticket, TicketNumber, Token,
};
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
    is_saving: Arc<AtomicBool>,
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

/// What comes back: what it led to, and the ticket that it is about.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) outcome: Outcome,
    pub(super) ticket: Option<Arc<Ticket>>,
}

type Key = Option<IdempotencyKey>;

impl Hub {
    pub(super) fn new(
        requests: mpsc::Sender<Request>,
        day: watch::Receiver<Arc<Day>>,
        is_saving: Arc<AtomicBool>,
    ) -> Hub {
        Hub { requests, day, is_saving }
    }

    /// Whether what was decided last could be saved; `false` from a failed commit until the next good one.
    pub fn is_saving(&self) -> bool {
        self.is_saving.load(Ordering::Relaxed)
    }

    /// The day as it was published last.
    pub fn day(&self) -> Arc<Day> {
        Arc::clone(&self.day.borrow())
    }

    /// Tells of each change of the day; whoever is slow gets the newest only.
    pub fn watch(&self) -> watch::Receiver<Arc<Day>> {
        self.day.clone()
    }

    /// Gives a visitor a number.
    pub async fn issue(&self, needs: Vec<NeedCode>, language: LanguageTag, key: Key) -> Result<Arc<Ticket>, HubError> {
        let token = fresh_token()?;
        self.about_ticket(Command::Issue { needs, language, token }, key).await
    }

    /// Notes what became of a slip.
    pub async fn report_slip(&self, ticket: TicketNumber, outcome: SlipOutcome) -> Result<(), HubError> {
        self.done(Command::ReportSlip { ticket, outcome }, None).await
    }

    /// Lets a visitor leave.
    pub async fn withdraw(&self, token: Token, key: Key) -> Result<(), HubError> {
        self.done(Command::Withdraw { token }, key).await
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
        let reply = self.ask(Command::CallNext { desk }, key).await?;
        Ok(summons(reply))
    }

    /// Calls the called ticket once more. `expected` is the ticket that is meant: refused when the desk has another one.
    pub async fn recall(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        key: Key,
    ) -> Result<Summons, HubError> {
        summons(self.ask(Command::Recall { desk, expected }, key).await?).ok_or(HubError::Away)
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

    async fn done(&self, command: Command, key: Key) -> Result<(), HubError> {
        self.ask(command, key).await.map(|_| ())
    }

    async fn about_ticket(&self, command: Command, key: Key) -> Result<Arc<Ticket>, HubError> {
        self.ask(command, key).await?.ticket.ok_or(HubError::Refused(Refusal::UnknownTicket))
    }

    async fn ask(&self, command: Command, key: Key) -> Result<Reply, HubError> {
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
}

fn summons(reply: Reply) -> Option<Summons> {
    match (reply.outcome, reply.ticket) {
        (Outcome::Called { call, .. }, Some(ticket)) => Some(Summons { ticket, call }),
        _ => None,
    }
}

fn fresh_token() -> Result<Token, HubError> {
    let mut bits = [0; 16];
    match getrandom::fill(&mut bits) {
        Ok(()) => Ok(Token::from_random(u128::from_le_bytes(bits))),
        Err(error) => {
            tracing::error!(%error, "the machine gives no random numbers");
            Err(HubError::Away)
        }
    }
}
