//! Inputs of a session, and the effects it asks for.

use super::page::Touch;
use super::request::IssueRequest;
use crate::clock::Clock;
use crate::domain::tally::taps::Tap;
use crate::domain::{
    Absence, Day, Forecast, IdempotencyKey, LanguageTag, NeedCode, SlipOutcome, Ticket, TicketNumber, Token,
};
use crate::hub::HubError;
use crate::print::PrinterStatus;
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;

/// When an input happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// What time it is.
    pub wall: Timestamp,
    /// A time that runs only forwards, and that nothing sets.
    pub steady: Duration,
}

impl Moment {
    /// The present moment.
    pub fn of(clock: &Clock) -> Moment {
        Moment { wall: clock.now(), steady: clock.steady() }
    }
}

/// A moment of a clock that nothing sets.
impl From<Timestamp> for Moment {
    fn from(wall: Timestamp) -> Moment {
        Moment { wall, steady: Duration::from_millis(u64::try_from(wall.as_millisecond()).unwrap_or(0)) }
    }
}

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Input {
    /// The visitor touched the glass.
    Touch(Touch),
    /// Time has passed.
    Tick,
    /// The hub answered [`Effect::Issue`].
    Issued {
        /// The key of the request.
        key: IdempotencyKey,
        /// The new ticket, or the error.
        result: Result<Arc<Ticket>, HubError>,
    },
    /// The printer reported a slip.
    SlipDone {
        /// The ticket on the slip.
        ticket: TicketNumber,
        /// Whether it was printed.
        outcome: SlipOutcome,
    },
    /// The printer reported a note.
    NoteDone {
        /// The note's id, from [`Effect::PrintNote`].
        note: u64,
        /// Whether it was printed.
        outcome: SlipOutcome,
    },
    /// The hub answered [`Effect::Withdraw`].
    Withdrawn {
        /// The ticket's token.
        token: Token,
        /// Whether the ticket was withdrawn.
        result: Result<(), HubError>,
    },
    /// The hub published a new day.
    DayChanged(Arc<Day>),
    /// The hub published new expected waits.
    ForecastChanged(Arc<Forecast>),
    /// The printer was asked for its status.
    PrinterChanged(PrinterStatus),
    /// Whether the hub's last commit succeeded.
    SavingChanged(bool),
    /// The hub has stopped.
    HubGone,
}

impl From<Touch> for Input {
    fn from(touch: Touch) -> Input {
        Input::Touch(touch)
    }
}

/// Something to do outside the session.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the hub for a number; answered by [`Input::Issued`].
    Issue(IssueRequest),
    /// Print a slip and record its outcome; answered by [`Input::SlipDone`].
    Print(Arc<Ticket>),
    /// The same, marked as a copy.
    PrintCopy(Arc<Ticket>),
    /// Print a note about a closed need; answered by [`Input::NoteDone`].
    PrintNote {
        /// An id, to match the answer.
        note: u64,
        /// Why no number can be issued.
        absence: Absence,
        /// The closed need.
        need: NeedCode,
        /// The visitor's language.
        language: LanguageTag,
    },
    /// Count a survey answer. It is not confirmed.
    Count(Tap),
    /// Withdraw a ticket; answered by [`Input::Withdrawn`].
    Withdraw(Token),
    /// Record that a slip is not printed: its number came too late.
    LeaveUnprinted(TicketNumber),
}
