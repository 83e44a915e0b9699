//! What happened: the facts of which the journal is made and of which a day is the fold.

use super::appointment::AppointmentCode;
use super::call::{CallNumber, Reason};
use super::class::{Class, UrgencyReason};
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::idempotency::IdempotencyKey;
use super::number::{Letter, TicketNumber, Token};
use super::slip::SlipOutcome;
use super::transfer::{Target, TransferReason};
use jiff::Timestamp;
use jiff::civil::Date;

/// A place in the journal, counted from 1; 0 stands before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Sequence(pub u64);

/// One event with its place, its time and the key of the command that caused it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its place in the journal.
    pub sequence: Sequence,
    /// When it happened.
    pub at: Timestamp,
    /// The key of the command, on the command's last event only.
    pub key: Option<IdempotencyKey>,
    /// What happened.
    pub event: Event,
}

/// What happened. Codes that the site no longer has are kept as they are: history does not change with the site file.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A business day began.
    DayOpened {
        /// The site's date on which it began.
        date: Date,
        /// The newest call of all days before.
        last_call: CallNumber,
        /// After a gap, which may be a wrong clock: how many numbers each letter had given before it.
        earlier: Vec<(Letter, u32)>,
        /// The newest date that was certainly true: this one, or after a gap the one before it.
        anchor: Date,
    },
    /// The business day ended; all tickets have left it.
    DayClosed,
    /// The clock had been far ahead and was set back: the same day goes on under its true date.
    DayRedated {
        /// The true date.
        date: Date,
    },
    /// An appointment was made, or was made on an earlier day and is still to come.
    Booked {
        /// Its code.
        code: AppointmentCode,
        /// What it is for.
        service: ServiceCode,
        /// When.
        at: Timestamp,
    },
    /// An appointment was given up.
    Unbooked {
        /// Its code.
        code: AppointmentCode,
    },
    /// Somebody sat down at a desk, or what the desk does changed.
    DeskOpened {
        /// Which desk.
        desk: DeskNumber,
        /// What whoever sits there speaks.
        languages: Vec<LanguageTag>,
        /// What it calls for.
        services: Vec<ServiceCode>,
    },
    /// The desk calls nobody new for a while.
    DeskPaused {
        /// Which desk.
        desk: DeskNumber,
    },
    /// Nobody sits there any more.
    DeskClosed {
        /// Which desk.
        desk: DeskNumber,
    },
    /// A visitor got a number.
    Issued {
        /// The number.
        number: TicketNumber,
        /// The secret in the slip's address.
        token: Token,
        /// What the visitor chose.
        needs: Vec<NeedCode>,
        /// The services to visit, in order.
        steps: Vec<ServiceCode>,
        /// The language of the visitor.
        language: LanguageTag,
        /// Whom the queue may favour.
        class: Class,
        /// The appointment that this is.
        appointment: Option<AppointmentCode>,
    },
    /// Its class was changed by staff.
    ClassSet {
        /// Whose.
        ticket: TicketNumber,
        /// What it is now.
        class: Class,
        /// Why it is urgent.
        reason: Option<UrgencyReason>,
    },
    /// What became of a slip.
    SlipReported {
        /// Whose slip.
        ticket: TicketNumber,
        /// What became of it.
        outcome: SlipOutcome,
    },
    /// A ticket was summoned to a desk.
    Called {
        /// Who.
        ticket: TicketNumber,
        /// Where to.
        desk: DeskNumber,
        /// The call's count.
        call: CallNumber,
        /// Why this ticket.
        why: Vec<Reason>,
        /// Whether nobody may see or hear it.
        is_quiet: bool,
    },
    /// It was summoned once more.
    Recalled {
        /// Who.
        ticket: TicketNumber,
        /// Where to.
        desk: DeskNumber,
        /// The new call's count.
        call: CallNumber,
    },
    /// The visitor has come.
    Started {
        /// Who.
        ticket: TicketNumber,
        /// Where.
        desk: DeskNumber,
    },
    /// The visitor did not come.
    MarkedNoShow {
        /// Who.
        ticket: TicketNumber,
        /// The desk that called.
        desk: DeskNumber,
    },
    /// A no-show is waiting again.
    TakenBack {
        /// Who.
        ticket: TicketNumber,
        /// Whether in the old place, as somebody who came back in time.
        keeps_age: bool,
    },
    /// The current step is done; after the last one the ticket is served, else it waits for the next.
    Finished {
        /// Who.
        ticket: TicketNumber,
        /// Where.
        desk: DeskNumber,
        /// From when on it may be called for the next step.
        next_from: Timestamp,
    },
    /// It was put aside.
    Parked {
        /// Who.
        ticket: TicketNumber,
        /// By which desk.
        desk: DeskNumber,
    },
    /// It was handed on, and waits there with its number and age.
    Transferred {
        /// Who.
        ticket: TicketNumber,
        /// From which desk.
        desk: DeskNumber,
        /// Where to.
        to: Target,
        /// Why.
        reason: TransferReason,
        /// From when on it may be called there.
        next_from: Timestamp,
    },
    /// A service was added at the end of its way.
    StepAdded {
        /// Whose.
        ticket: TicketNumber,
        /// What.
        service: ServiceCode,
    },
    /// A service was taken off its way; with the last one it has left.
    StepDropped {
        /// Whose.
        ticket: TicketNumber,
        /// What.
        service: ServiceCode,
        /// By which desk.
        desk: DeskNumber,
    },
    /// The steps still to come have another order.
    StepsOrdered {
        /// Whose.
        ticket: TicketNumber,
        /// The services still to come.
        services: Vec<ServiceCode>,
    },
    /// The visitor left, or the day ended.
    Withdrawn {
        /// Who.
        ticket: TicketNumber,
    },
}
