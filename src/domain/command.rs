//! What may be asked of the day, and what comes back.

use super::appointment::AppointmentCode;
use super::call::CallNumber;
use super::class::UrgencyReason;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::idempotency::IdempotencyKey;
use super::number::{TicketNumber, Token};
use super::slip::SlipOutcome;
use super::transfer::{Target, TransferReason};
use jiff::Timestamp;

/// A command with the key that makes it safe to send twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// What is asked.
    pub command: Command,
    /// The same key asks for the same thing: a second order with it changes nothing and gets the first one's answer.
    pub key: Option<IdempotencyKey>,
}

/// What may be asked of the day.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Give a visitor a number.
    Issue {
        /// What was chosen, 1 to [`MOST_NEEDS`] leaves of the menu.
        needs: Vec<NeedCode>,
        /// The visitor's language.
        language: LanguageTag,
        /// Whether priority was asked for. Nobody asks why.
        priority: bool,
        /// A fresh secret for the slip's address.
        token: Token,
    },
    /// Serve a visitor who stands at the desk and has no number: one is made and served at once.
    WalkIn {
        /// At this desk, which must be open and free.
        desk: DeskNumber,
        /// For this service, one that the desk does now.
        service: ServiceCode,
        /// The visitor's language.
        language: LanguageTag,
        /// A fresh secret for the phone page.
        token: Token,
    },
    /// Make an appointment.
    Book {
        /// What it is for.
        service: ServiceCode,
        /// When; in the future, and no further than [`FURTHEST_BOOKING_DAYS`].
        at: Timestamp,
        /// A fresh code.
        code: AppointmentCode,
    },
    /// Give up an appointment.
    Unbook {
        /// Which.
        code: AppointmentCode,
    },
    /// Somebody with an appointment is here.
    CheckIn {
        /// What the visitor was given when it was made.
        code: AppointmentCode,
        /// The visitor's language.
        language: LanguageTag,
        /// A fresh secret for the slip's address.
        token: Token,
    },
    /// Note what became of a slip.
    ReportSlip {
        /// Whose slip.
        ticket: TicketNumber,
        /// What became of it.
        outcome: SlipOutcome,
    },
    /// The visitor leaves.
    Withdraw {
        /// The secret in the slip's address.
        token: Token,
    },
    /// The visitor told the staff that they leave, or is gone.
    Dismiss {
        /// Whose ticket.
        ticket: TicketNumber,
    },
    /// Let a waiting ticket go first, or no longer.
    SetUrgent {
        /// Which ticket.
        ticket: TicketNumber,
        /// Why; `None` takes it back.
        reason: Option<UrgencyReason>,
    },
    /// Sit down at a desk, come back from a pause, or change what the desk does.
    Open {
        /// Which desk.
        desk: DeskNumber,
        /// What whoever sits there speaks; empty for the site file's.
        languages: Vec<LanguageTag>,
        /// What to call for; `None` for all that the desk can do.
        services: Option<Vec<ServiceCode>>,
    },
    /// Call nobody new for a while; the current ticket is kept.
    Pause {
        /// Which desk.
        desk: DeskNumber,
    },
    /// Leave the desk.
    Close {
        /// Which desk.
        desk: DeskNumber,
    },
    /// Summon whoever is next.
    CallNext {
        /// To this desk.
        desk: DeskNumber,
    },
    /// Summon this very ticket.
    Call {
        /// To this desk.
        desk: DeskNumber,
        /// Who; must wait for something that the desk can do.
        ticket: TicketNumber,
    },
    /// Summon the called ticket once more.
    Recall {
        /// To this desk.
        desk: DeskNumber,
        /// The ticket that is meant; refused when the desk has another one by now.
        expected: Option<TicketNumber>,
    },
    /// The visitor has come.
    Start {
        /// To this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// The visitor has not come.
    NoShow {
        /// To this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Put a no-show back into the queue.
    TakeBack {
        /// By this desk.
        desk: DeskNumber,
        /// Which one.
        ticket: TicketNumber,
    },
    /// The current step is done.
    Finish {
        /// At this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Put the current ticket aside: a paper is missing.
    Park {
        /// At this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Take up a parked ticket again: it is called to the desk.
    Resume {
        /// To this desk, one that does the current step's service.
        desk: DeskNumber,
        /// Which ticket.
        ticket: TicketNumber,
    },
    /// Hand the current ticket on.
    Transfer {
        /// From this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
        /// Where to.
        to: Target,
        /// Why.
        reason: TransferReason,
    },
    /// Add a step to a ticket's way: at its end, or before what has to come after it.
    AddStep {
        /// Whose staff asks.
        desk: DeskNumber,
        /// Which ticket.
        ticket: TicketNumber,
        /// What to visit as well.
        service: ServiceCode,
    },
    /// Take a step off a ticket's way, other than the one that is called or served; with the last one the ticket leaves.
    DropStep {
        /// Whose staff asks.
        desk: DeskNumber,
        /// Which ticket.
        ticket: TicketNumber,
        /// What not to visit.
        service: ServiceCode,
    },
    /// Put the steps still to come into another order.
    OrderSteps {
        /// Whose staff asks.
        desk: DeskNumber,
        /// Which ticket.
        ticket: TicketNumber,
        /// The same services in their new order.
        services: Vec<ServiceCode>,
    },
}

/// How far ahead an appointment may be made, in days.
pub const FURTHEST_BOOKING_DAYS: i64 = 92;

/// The most steps of a ticket's way, done ones too.
pub const MOST_STEPS: usize = 12;

/// The most needs on one ticket.
pub const MOST_NEEDS: usize = 5;

/// What a command led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// This number was given.
    Issued(TicketNumber),
    /// This ticket was summoned.
    Called {
        /// To this desk.
        desk: DeskNumber,
        /// Who.
        ticket: TicketNumber,
        /// The call's count.
        call: CallNumber,
    },
    /// Nobody waits for what the desk does.
    NobodyWaiting,
    /// It is so with this ticket.
    Changed(TicketNumber),
    /// It is so with the desk.
    Done,
    /// It is so with this appointment.
    Booked(AppointmentCode),
}
