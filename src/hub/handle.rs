//! The handle of the hub: what the kiosk and the web hold.

use super::pending::Pending;
use super::pulse::Pulse;
use crate::domain::command::{Command, Fresh, Outcome};
use crate::domain::tally::taps::Tap;
use crate::domain::{AppointmentCode, Day, Forecast, IdempotencyKey, Refusal, Ticket, Token};
use crate::random;
use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};

/// How long a reply may take before the hub counts as away. A commit on a slow disk takes two seconds.
const REPLY_WITHIN: Duration = Duration::from_secs(10);

/// The handle of the hub. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Hub {
    requests: mpsc::Sender<Request>,
    day: watch::Receiver<Arc<Day>>,
    forecast: watch::Receiver<Arc<Forecast>>,
    is_saving: Arc<AtomicBool>,
    pending: Pending,
    pulse: Pulse,
}

/// The reply to a command that was carried out.
#[derive(Debug, Clone)]
pub struct Reply {
    pub outcome: Outcome,
    /// The ticket that the outcome names, as it is after the command.
    pub ticket: Option<Arc<Ticket>>,
}

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HubError {
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// It could not be written to disk, so it did not happen.
    #[error("the journal can't be written")]
    NotSaved,
    /// The queue of commands is full; a later attempt may succeed.
    #[error("too many commands are waiting")]
    Busy,
    /// The hub has stopped or did not reply in time. The same command with the same key tells whether it was carried out.
    #[error("the hub does not answer")]
    Away,
}

/// A command on its way to the writer.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) command: Command,
    pub(super) key: Option<IdempotencyKey>,
    pub(super) reply: oneshot::Sender<Result<Reply, HubError>>,
}

impl Hub {
    pub(super) fn new(
        requests: mpsc::Sender<Request>,
        day: watch::Receiver<Arc<Day>>,
        forecast: watch::Receiver<Arc<Forecast>>,
        is_saving: Arc<AtomicBool>,
        pending: Pending,
        pulse: Pulse,
    ) -> Hub {
        Hub { requests, day, forecast, is_saving, pending, pulse }
    }

    /// Sends a command to the writer. The reply comes once its events are on disk.
    ///
    /// A second command with the same key is not carried out again: it gets the first reply, or [`Refusal::KeyReused`] if
    /// it asks for something else. A caller that stops waiting takes its command back, unless the writer has begun it; then a
    /// ticket that it issues is withdrawn again (`writer/take_back.rs`).
    pub async fn send(&self, command: Command, key: Option<IdempotencyKey>) -> Result<Reply, HubError> {
        let (reply, mut answer) = oneshot::channel();
        let request = Request { command, key, reply };
        self.pulse.noting(|| self.requests.try_send(request)).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => HubError::Busy,
            mpsc::error::TrySendError::Closed(_) => HubError::Away,
        })?;
        match tokio::time::timeout(REPLY_WITHIN, &mut answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(HubError::Away),
            Err(_) => {
                // Closed first: an answer is either here now, or its sender learns that it was not taken.
                answer.close();
                answer.try_recv().unwrap_or(Err(HubError::Away))
            }
        }
    }

    /// Sends a report to the writer, which carries it out although nothing waits for the reply.
    pub(super) fn note(&self, command: Command) {
        let request = Request { command, key: None, reply: oneshot::channel().0 };
        if let Err(error) = self.pulse.noting(|| self.requests.try_send(request)) {
            tracing::warn!(%error, "whether a slip was printed could not be recorded: look at the printer if its visitor asks");
        }
    }

    /// Whether the writer leaves requests waiting, or does not turn. Never waits for it. The disk of an idle house is tried
    /// more often while this is asked.
    pub fn hangs(&self) -> bool {
        self.pulse.look();
        self.pulse.hangs()
    }

    /// When something was last written to the disk, since the start.
    pub fn last_write(&self) -> Option<Timestamp> {
        self.pulse.last_write()
    }

    /// Counts a visitor's answer to a survey question. It is written later, in a batch, and lost when the power fails
    /// before that.
    pub fn tap(&self, answer: Tap) {
        self.pending.count(answer);
    }

    /// Whether the last commit succeeded.
    pub fn is_saving(&self) -> bool {
        self.is_saving.load(Ordering::Relaxed)
    }

    /// The day as it was published last.
    pub fn day(&self) -> Arc<Day> {
        Arc::clone(&self.day.borrow())
    }

    /// Notifies of each change of the day; a slow reader gets the newest only.
    pub fn watch(&self) -> watch::Receiver<Arc<Day>> {
        self.day.clone()
    }

    /// The newest forecast; a little behind the day itself.
    pub fn forecast(&self) -> Arc<Forecast> {
        Arc::clone(&self.forecast.borrow())
    }

    /// Notifies of each new forecast.
    pub fn watch_forecast(&self) -> watch::Receiver<Arc<Forecast>> {
        self.forecast.clone()
    }
}

/// A new secret for a command that issues a ticket.
pub fn fresh_token() -> Result<Fresh<Token>, HubError> {
    random_bytes::<16>().map(|bits| Fresh(Token::from_random(u128::from_le_bytes(bits))))
}

/// A new code for a command that books an appointment.
pub fn fresh_code() -> Result<Fresh<AppointmentCode>, HubError> {
    random_bytes::<8>().map(|bits| Fresh(AppointmentCode::from_random(u64::from_le_bytes(bits))))
}

fn random_bytes<const BYTES: usize>() -> Result<[u8; BYTES], HubError> {
    random::bytes().map_err(|error| {
        tracing::error!("no ticket can be issued: {error}");
        HubError::Away
    })
}
