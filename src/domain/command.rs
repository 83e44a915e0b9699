//! Commands: what may be asked of the day, and their outcomes.

use super::appointment::AppointmentCode;
use super::call::CallNumber;
use super::class::UrgencyReason;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::event::Sequence;
use super::number::{TicketNumber, Token};
use super::slip::{SlipOutcome, SlipPrinter};
use super::transfer::{Target, TransferReason};
use jiff::{SignedDuration, Timestamp};
use std::hash::{Hash, Hasher};

/// A request to change the day.
///
/// Its hash is what an idempotency key is compared by: two commands that hash alike are the same request. Add new
/// commands at the end, because the place of a command in this list is part of its hash.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Command {
    /// Issue a ticket to a visitor.
    Issue {
        /// The chosen needs: 1 to [`MAX_NEEDS`] leaves of the menu.
        needs: Vec<NeedCode>,
        language: LanguageTag,
        /// Whether the visitor asked for priority. The reason is never asked.
        priority: bool,
        token: Fresh<Token>,
    },
    /// Serve a visitor who stands at the desk without a ticket: one is issued and served at once.
    WalkIn {
        /// Must be open and free.
        desk: DeskNumber,
        /// Must be one of the desk's services at the moment or by the site file.
        service: ServiceCode,
        language: LanguageTag,
        token: Fresh<Token>,
    },
    /// Book an appointment.
    Book {
        service: ServiceCode,
        /// In the future, at most [`FURTHEST_BOOKING_DAYS`] ahead.
        at: Timestamp,
        code: Fresh<AppointmentCode>,
    },
    /// Cancel an appointment.
    Unbook { code: AppointmentCode },
    /// Issue a ticket to a visitor with an appointment.
    CheckIn { code: AppointmentCode, language: LanguageTag, token: Fresh<Token> },
    /// Record the outcome of printing a slip.
    ReportSlip { ticket: TicketNumber, outcome: SlipOutcome },
    /// Withdraw a ticket on the visitor's own request.
    Withdraw {
        /// The secret in the slip's address.
        token: Token,
    },
    /// Withdraw a ticket on the staff's request.
    Dismiss {
        /// The desk that may undo it.
        desk: Option<DeskNumber>,
        ticket: TicketNumber,
    },
    /// Make a waiting ticket urgent, or take that back.
    SetUrgent {
        ticket: TicketNumber,
        /// `None` takes the urgency back.
        reason: Option<UrgencyReason>,
    },
    /// Open a desk, end its pause, or change its languages and services.
    Open {
        desk: DeskNumber,
        /// The languages of the clerk; empty for those of the site file.
        languages: Vec<LanguageTag>,
        /// The services to call for; `None` for all that the desk can do.
        services: Option<Vec<ServiceCode>>,
    },
    /// Stop calling new tickets; the current ticket is kept.
    Pause { desk: DeskNumber },
    /// Close a desk.
    Close { desk: DeskNumber },
    /// Call the next ticket by the rules of the queue.
    CallNext { desk: DeskNumber },
    /// Call this very ticket.
    Call {
        desk: DeskNumber,
        /// Must wait for a service that the desk can do.
        ticket: TicketNumber,
    },
    /// Repeat the call of the current ticket, at most [`MAX_RECALLS`] times.
    Recall {
        desk: DeskNumber,
        /// The ticket that is meant; the command is refused when the desk has another one by now.
        expected: Option<TicketNumber>,
    },
    /// Record that the called visitor has come.
    Start {
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Record that the called visitor has not come.
    NoShow {
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Put a no-show back into the queue.
    TakeBack { desk: DeskNumber, ticket: TicketNumber },
    /// Finish the current step.
    Finish {
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Put the current ticket aside, for instance because a paper is missing.
    Park {
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Call a parked ticket.
    Resume {
        /// Must do the service of the ticket's current step.
        desk: DeskNumber,
        ticket: TicketNumber,
    },
    /// Transfer the current ticket to another service or desk.
    Transfer {
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
        to: Target,
        reason: TransferReason,
    },
    /// Add a step to a ticket: at the end, or before a step that has to come after it.
    AddStep { desk: DeskNumber, ticket: TicketNumber, service: ServiceCode },
    /// Remove a step that has not begun. A ticket without steps to come leaves the day.
    DropStep { desk: DeskNumber, ticket: TicketNumber, service: ServiceCode },
    /// Reorder the steps that have not begun.
    OrderSteps {
        desk: DeskNumber,
        ticket: TicketNumber,
        /// The same services in their new order.
        services: Vec<ServiceCode>,
    },
    /// Print a ticket's slip once more, marked as a copy; see [`MAX_COPIES`] and
    /// [`MAX_COPY_REQUESTS`].
    Reprint { ticket: TicketNumber },
    /// Finish the current step and call the next ticket, in one act. A paused desk finishes only.
    FinishAndCallNext {
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Undo an act of a desk that moved a visitor, for [`UNDO_WITHIN`] after it.
    Undo {
        desk: DeskNumber,
        /// The ticket whose move is meant; the command is refused when the act was about another one. A ticket that was
        /// withdrawn by no desk can be named at any.
        expected: Option<TicketNumber>,
        /// The act that is meant, as [`Undoable::act`](super::Undoable::act) names it; `None` for the newest one. A second
        /// press for the same act must not undo the act before it.
        act: Option<Sequence>,
    },
    /// Record the outcome of printing a copy.
    ReportCopy {
        ticket: TicketNumber,
        /// The event with which the copy was asked for.
        request: Sequence,
        outcome: SlipOutcome,
    },
    /// Record that no printer will report these slips any more: what is not known of them by now stays unknown.
    GiveUpSlips {
        tickets: Vec<Token>,
        /// The events with which copies were asked for.
        copies: Vec<Sequence>,
    },
    /// Carry out a command that issues a ticket, and have its slip printed.
    WithSlip { command: Box<Command>, printer: SlipPrinter },
}

impl Command {
    /// The same; the slip of the ticket that it issues is to be printed.
    pub fn with_slip(self, printer: SlipPrinter) -> Command {
        Command::WithSlip { command: Box::new(self), printer }
    }

    /// Whether a visitor gets a number by the reply to it alone. With a slip from the site's printer there is paper as well.
    pub fn issues_by_reply(&self) -> bool {
        match self {
            Command::Issue { .. } | Command::CheckIn { .. } => true,
            Command::WithSlip { command, printer: SlipPrinter::Glass } => command.issues_by_reply(),
            _ => false,
        }
    }

    /// The appointment that it checks in.
    pub fn appointment(&self) -> Option<AppointmentCode> {
        match self {
            Command::CheckIn { code, .. } => Some(*code),
            Command::WithSlip { command, .. } => command.appointment(),
            _ => None,
        }
    }

    /// Whether it reports what has happened: it counts although no caller waits for the reply.
    pub fn is_report(&self) -> bool {
        matches!(self, Command::ReportSlip { .. } | Command::ReportCopy { .. })
    }
}

/// How long an act may be undone.
pub const UNDO_WITHIN: SignedDuration = SignedDuration::from_secs(10);

/// A random value that the sender adds to a command. It hashes to nothing: a retry brings another one and is the same
/// request all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh<T>(pub T);

impl<T> Hash for Fresh<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// How far ahead an appointment may be booked, in days.
pub const FURTHEST_BOOKING_DAYS: i64 = 92;

/// The most steps of a ticket, including those that are done.
pub const MAX_STEPS: usize = 12;

/// The most needs on one ticket.
pub const MAX_NEEDS: usize = 5;

/// How often one call may be repeated. Thirty recalls at one a minute are longer than any grace time; a visitor who has not
/// come by then is a no-show. Each recall is an event that a restart has to read, so there must be a limit.
pub const MAX_RECALLS: u16 = 30;

/// How many copies of one slip staff may print. Five cover lost and torn ones; a finger that stays on the button must not use
/// up the roll. Copies that failed do not count.
pub const MAX_COPIES: usize = 5;

/// How many copies of one slip staff may ask for, failed ones too: each is an event that a restart has to read.
pub const MAX_COPY_REQUESTS: usize = 25;

/// The result of a command that was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A ticket was issued.
    Issued(TicketNumber),
    /// A ticket was called or recalled.
    Called { desk: DeskNumber, ticket: TicketNumber, call: CallNumber },
    /// There was no ticket to call.
    QueueEmpty,
    /// The ticket is as asked.
    Changed(TicketNumber),
    /// The desk, or the appointment that was cancelled, is as asked.
    Done,
    /// An appointment was booked.
    Booked(AppointmentCode),
}

impl Outcome {
    /// The ticket that it is about.
    pub fn ticket(self) -> Option<TicketNumber> {
        match self {
            Outcome::Issued(ticket) | Outcome::Called { ticket, .. } | Outcome::Changed(ticket) => Some(ticket),
            Outcome::QueueEmpty | Outcome::Done | Outcome::Booked(_) => None,
        }
    }
}
