//! What can happen to a session, and what it can ask for.

use super::page::Asked;
use crate::domain::tally::taps::Tap;
use crate::domain::{
    Absence, Day, Forecast, IdempotencyKey, LanguageTag, NeedCode, SlipOutcome, Ticket, TicketNumber, Token,
};
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
    /// "I need to go first", and once more: not after all.
    Sooner,
    /// "I need something else too."
    AddNeed,
    /// "Give me a number."
    Confirmed,
    /// "I have an appointment."
    OpenAppointment,
    /// One sign more of its code.
    Sign(char),
    /// The last sign was wrong.
    Erase,
    /// The code is whole.
    CheckIn,
    /// "Print this", where nobody can be reached now.
    PrintNote,
    /// "I want to leave the queue."
    Leave,
    /// "Yes, I leave."
    LeaveForSure,
    /// "Try once more."
    TryAgain,
    /// "I understand", on the page of a need for which nobody takes a number.
    Understood,
    /// "I have finished", on the page with the number.
    Done,
    /// An answer for the counts.
    Told(Tap),
    /// "I'd rather not say."
    Skipped,
    /// One page back.
    Back,
    /// To the start.
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
    /// The printer's answer about a note.
    NoteDone {
        /// Which.
        note: u64,
        /// The answer.
        outcome: SlipOutcome,
    },
    /// The hub's answer to [`Effect::Withdraw`].
    Withdrawn {
        /// Whose ticket.
        token: Token,
        /// The answer.
        result: Result<(), HubError>,
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
    /// Print what a page without a number says, and bring the answer as [`Input::NoteDone`].
    PrintNote {
        /// Which, so that its answer finds its page.
        note: u64,
        /// Why there is no number.
        absence: Absence,
        /// About this need.
        need: NeedCode,
        /// In this language.
        language: LanguageTag,
    },
    /// Count an answer. Nobody waits for it.
    Count(Tap),
    /// Give a number up, and bring the answer as [`Input::Withdrawn`].
    Withdraw(Token),
    /// Tell the hub what became of a slip.
    ReportSlip {
        /// Whose.
        ticket: TicketNumber,
        /// What.
        outcome: SlipOutcome,
    },
}
