//! Events: the facts of which the journal is made and of which a day is the fold.

use super::appointment::AppointmentCode;
use super::call::{CallNumber, Reason};
use super::class::{Class, UrgencyReason};
use super::clock_shift::ClockShift;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::number::{Letter, TicketNumber, Token};
use super::promise::Promise;
use super::slip::{SlipOutcome, SlipPrinter};
use super::ticket::Ticket;
use super::transfer::{Target, TransferReason};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

/// A place in the journal, counted from 1; 0 stands before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Sequence(pub u64);

/// An event with its place in the journal and its time.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub sequence: Sequence,
    pub at: Timestamp,
    pub event: Event,
}

/// A fact. Codes that the site no longer has are kept as they are: history does not change with the site file.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A business day began.
    DayOpened {
        /// The site's date on which it began.
        date: Date,
        /// The newest call of all days before.
        last_call: CallNumber,
        /// The newest number of each letter that goes on; the others begin anew.
        numbers: Vec<(Letter, u32)>,
        /// After a gap, which may come from a wrong clock: the newest number of each letter before it.
        earlier: Vec<(Letter, u32)>,
        /// The newest date that was certainly right: this one, or after a gap the one before it.
        anchor: Date,
    },
    /// The business day ended; all tickets have left it, apart from those that go over.
    DayClosed,
    /// The clock had been far ahead and was set back: the same day goes on under its right date.
    DayRedated { date: Date },
    /// The machine's clock was set; how long everything has taken stays as it was.
    ClockSet(ClockShift),
    /// Entries of this day were lost with a damaged disk. Numbers up to these may be in visitors' hands, so the next ones
    /// are above them.
    EntriesLost {
        /// How many are known to be missing; 0 when that can't be known.
        entries: u64,
        numbers: Vec<(Letter, u32)>,
    },
    /// An appointment was booked, or was carried over from an earlier day.
    Booked { code: AppointmentCode, service: ServiceCode, at: Timestamp },
    /// An appointment was cancelled.
    Unbooked { code: AppointmentCode },
    /// A desk was opened, or its languages or services changed.
    DeskOpened {
        desk: DeskNumber,
        languages: Vec<LanguageTag>,
        services: Vec<ServiceCode>,
        /// All services of the desk by the site file; empty in older journals.
        offered: Vec<ServiceCode>,
    },
    /// A desk stopped calling new tickets.
    DeskPaused { desk: DeskNumber },
    /// A desk was closed.
    DeskClosed { desk: DeskNumber },
    /// A ticket was issued.
    Issued {
        number: TicketNumber,
        /// The secret in the slip's address.
        token: Token,
        needs: Vec<NeedCode>,
        /// The services to visit, in order.
        steps: Vec<ServiceCode>,
        language: LanguageTag,
        class: Class,
        /// The appointment that the ticket replaces.
        appointment: Option<AppointmentCode>,
        /// `None` in older journals: then it is what the site promises now.
        promise: Option<Arc<Promise>>,
    },
    /// A ticket was made urgent, or urgent no longer.
    ClassSet {
        ticket: TicketNumber,
        class: Class,
        /// `None` when the urgency was taken back.
        reason: Option<UrgencyReason>,
    },
    /// The printer reported the outcome of a slip.
    SlipReported { ticket: TicketNumber, outcome: SlipOutcome },
    /// A ticket was called to a desk.
    Called {
        ticket: TicketNumber,
        desk: DeskNumber,
        call: CallNumber,
        why: Vec<Reason>,
        /// Whether the call is kept from the board.
        is_quiet: bool,
        /// The ticket that the desk finished in the same act; both are undone together.
        finished: Option<TicketNumber>,
    },
    /// The call of a ticket was repeated.
    Recalled { ticket: TicketNumber, desk: DeskNumber, call: CallNumber },
    /// The visitor has come.
    Started { ticket: TicketNumber, desk: DeskNumber },
    /// The visitor did not come.
    MarkedNoShow { ticket: TicketNumber, desk: DeskNumber },
    /// A no-show is waiting again, or the ticket of a desk that the site has no more.
    TakenBack {
        ticket: TicketNumber,
        /// Whether it keeps its place, because the visitor came back within the grace time.
        keeps_age: bool,
        /// The desk that took it back; `None` in older journals, and when the site has no such desk any more.
        desk: Option<DeskNumber>,
    },
    /// The current step is done. The ticket waits for the next one, or is served after the last.
    Finished {
        ticket: TicketNumber,
        desk: DeskNumber,
        /// The earliest call for the next step.
        next_from: Timestamp,
    },
    /// A ticket was put aside.
    Parked { ticket: TicketNumber, desk: DeskNumber },
    /// A ticket was transferred, with its number and age.
    Transferred {
        ticket: TicketNumber,
        desk: DeskNumber,
        to: Target,
        reason: TransferReason,
        /// The earliest call at the new place.
        next_from: Timestamp,
        /// What is promised with another service.
        promise: Option<Promise>,
    },
    /// A step was added at the end.
    StepAdded { ticket: TicketNumber, service: ServiceCode, promise: Option<Promise> },
    /// A step was removed. A ticket without steps to come leaves the day.
    StepDropped { ticket: TicketNumber, service: ServiceCode, desk: DeskNumber },
    /// The steps to come have another order.
    StepsOrdered {
        ticket: TicketNumber,
        /// All services to come.
        services: Vec<ServiceCode>,
    },
    /// The visitor left, or the day ended.
    Withdrawn {
        ticket: TicketNumber,
        /// The desk that dismissed the visitor.
        desk: Option<DeskNumber>,
    },
    /// An act of a desk was undone: its tickets are as they were before it.
    Undone {
        /// The ticket of the act; of an act about two tickets the one that was finished.
        ticket: TicketNumber,
        /// `None` when the ticket was withdrawn by no desk.
        desk: Option<DeskNumber>,
        /// The first event of the act; `None` in older journals: then it was the newest act about the ticket.
        act: Option<Sequence>,
    },
    /// At the end of a business day the visitor was in a house at work, so the ticket goes over as it was.
    CarriedOver { ticket: Arc<Ticket> },
    /// Staff asked for a copy of a slip.
    CopyRequested { ticket: TicketNumber },
    /// The printer reported the outcome of a copy.
    CopyReported {
        ticket: TicketNumber,
        /// The event with which the copy was asked for.
        request: Sequence,
        outcome: SlipOutcome,
    },
    /// The slip of a ticket is to be printed.
    SlipRequested { ticket: TicketNumber, printer: SlipPrinter },
}
