//! What can happen to a session, and what it can ask for.

use super::page::Asked;
use crate::domain::{Day, Forecast, IdempotencyKey, LanguageTag, NeedCode, SlipOutcome, Ticket, TicketNumber};
use crate::hub::HubError;
use std::sync::Arc;

/// What happened.
#[derive(Debug, Clone)]
pub enum Input {
    /// A finger is on the glass, wherever.
    Touched,
    /// Time has passed.
    Tick,
    /// A language tile.
    ChoseLanguage(LanguageTag),
    /// The tile for those whose language is not there.
    NoLanguage,
    /// A need's tile, on either level.
    ChoseNeed(NeedCode),
    /// "Give me a number."
    Confirmed,
    /// "Try once more."
    TryAgain,
    /// One page back.
    Back,
    /// To the start; also "I have finished".
    Home,
    /// The language button.
    OpenLanguages,
    /// The hub's answer.
    Issued {
        /// To the question with this key.
        key: IdempotencyKey,
        /// The answer.
        result: Result<Arc<Ticket>, HubError>,
    },
    /// The printer's answer.
    SlipDone {
        /// About this ticket's slip.
        ticket: TicketNumber,
        /// The answer.
        outcome: SlipOutcome,
    },
    /// The day changed.
    DayChanged(Arc<Day>),
    /// Waits were worked out anew.
    ForecastChanged(Arc<Forecast>),
    /// The hub is gone.
    HubGone,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the hub for a number, and bring the answer as [`Input::Issued`].
    Issue(Asked),
    /// Print a slip, and bring the answer as [`Input::SlipDone`].
    Print(Arc<Ticket>),
    /// Tell the hub what became of a slip.
    ReportSlip {
        /// Whose.
        ticket: TicketNumber,
        /// What.
        outcome: SlipOutcome,
    },
}
