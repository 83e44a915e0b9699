//! Why a command is refused.

use super::code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
use super::number::TicketNumber;
use jiff::civil::DateTime;

/// Why a command is refused. Expected and harmless; `locale` puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No need was chosen.
    NoNeed,
    /// More than [`MAX_NEEDS`](super::command::MAX_NEEDS) needs at once.
    TooManyNeeds,
    /// The site has no such need, or it is a menu and not the end of one.
    UnknownNeed(NeedCode),
    /// The site does not speak this language.
    UnknownLanguage(LanguageTag),
    /// The site has no such desk.
    UnknownDesk(DeskNumber),
    /// The site has no such service.
    UnknownService(ServiceCode),
    /// There is no such ticket today.
    UnknownTicket,
    /// This need has no queue: the visitor goes straight to the desk.
    NoTicketNeeded { desk: DeskNumber },
    /// The house is closed, and does not open soon.
    HouseClosed {
        /// When a ticket can be had or the institution is present next, in the site's own time.
        opens: Option<DateTime>,
    },
    /// The institution has hours today, and is not present now.
    InstitutionAway {
        institution: InstitutionCode,
        /// When it is present next, in the site's own time.
        back: Option<DateTime>,
    },
    /// The institution has no hours today.
    NotHereToday {
        institution: InstitutionCode,
        /// When it is present next, in the site's own time.
        back: Option<DateTime>,
    },
    /// The tickets that wait already take until the institution leaves today.
    TodayIsFull {
        institution: InstitutionCode,
        /// When it is present next after today, in the site's own time.
        back: Option<DateTime>,
    },
    /// The desk can't do this service.
    ServiceNotAtDesk { desk: DeskNumber, service: ServiceCode },
    /// The desk is closed: open it first.
    DeskClosed(DeskNumber),
    /// The desk is paused: open it first.
    DeskPaused(DeskNumber),
    /// The desk still has a ticket: finish it or mark it as a no-show first.
    DeskBusy { desk: DeskNumber, ticket: TicketNumber },
    /// The desk has no ticket.
    DeskHasNoTicket(DeskNumber),
    /// The call was repeated [`MAX_RECALLS`](super::command::MAX_RECALLS) times already.
    TooManyRecalls(TicketNumber),
    /// [`MAX_COPIES`](super::command::MAX_COPIES) copies of the slip were printed already, or too many have failed.
    TooManyCopies(TicketNumber),
    /// The desk's ticket is being served already.
    AlreadyServing(TicketNumber),
    /// The desk's ticket was called and is not being served yet.
    NotServing(TicketNumber),
    /// The desk has another ticket by now than the one that was meant.
    MovedOn(DeskNumber),
    /// Only a no-show can be taken back.
    NotNoShow(TicketNumber),
    /// Only a waiting ticket can be withdrawn, called or made urgent.
    NotWaiting(TicketNumber),
    /// Only a parked ticket can be taken up again.
    NotParked(TicketNumber),
    /// The visitor is still walking from another desk.
    OnTheWay(TicketNumber),
    /// The ticket was served, or has left.
    HasLeft(TicketNumber),
    /// The ticket has a step for this service already.
    StepIsThere(ServiceCode),
    /// The ticket has no such step, or the step can't be changed any more.
    NoSuchStep(ServiceCode),
    /// The ticket has as many steps as it may have.
    TooManySteps,
    /// Another step must come first.
    MustComeAfter {
        service: ServiceCode,
        /// The step that must come first.
        after: ServiceCode,
    },
    /// The transfer is to the desk that has the ticket.
    SameDesk(DeskNumber),
    /// There is no such appointment, or it is over.
    UnknownAppointment,
    /// This appointment is on another day.
    AppointmentLater {
        /// In the site's own time.
        at: DateTime,
    },
    /// An appointment must be in the future, within three months, while the institution is here.
    NotBookable,
    /// There is no room for more appointments.
    TooManyAppointments,
    /// The desk has done nothing that could be undone.
    NothingToUndo(DeskNumber),
    /// The act is longer ago than [`UNDO_WITHIN`](super::command::UNDO_WITHIN).
    TooLateToUndo(TicketNumber),
    /// The ticket has changed since the act that should be undone: another desk has called it, for instance.
    ChangedSince(TicketNumber),
    /// The idempotency key belongs to another command.
    KeyReused,
    /// All numbers of the day are used up.
    DayFull,
}

impl Refusal {
    /// Its name in the API and in `locales/*/refusal.ftl` (there with `refusal-` before it).
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NoNeed => "no-need",
            Refusal::TooManyNeeds => "too-many-needs",
            Refusal::UnknownNeed(_) => "unknown-need",
            Refusal::UnknownLanguage(_) => "unknown-language",
            Refusal::UnknownDesk(_) => "unknown-desk",
            Refusal::UnknownService(_) => "unknown-service",
            Refusal::UnknownTicket => "unknown-ticket",
            Refusal::NoTicketNeeded { .. } => "no-ticket-needed",
            Refusal::HouseClosed { .. } => "house-closed",
            Refusal::InstitutionAway { .. } => "institution-away",
            Refusal::NotHereToday { .. } => "not-here-today",
            Refusal::TodayIsFull { .. } => "today-is-full",
            Refusal::ServiceNotAtDesk { .. } => "service-not-at-desk",
            Refusal::DeskClosed(_) => "desk-closed",
            Refusal::DeskPaused(_) => "desk-paused",
            Refusal::DeskBusy { .. } => "desk-busy",
            Refusal::DeskHasNoTicket(_) => "desk-has-nobody",
            Refusal::TooManyRecalls(_) => "too-many-recalls",
            Refusal::TooManyCopies(_) => "too-many-copies",
            Refusal::AlreadyServing(_) => "already-serving",
            Refusal::NotServing(_) => "not-serving",
            Refusal::MovedOn(_) => "moved-on",
            Refusal::NotNoShow(_) => "not-no-show",
            Refusal::NotWaiting(_) => "not-waiting",
            Refusal::NotParked(_) => "not-parked",
            Refusal::OnTheWay(_) => "on-the-way",
            Refusal::HasLeft(_) => "has-left",
            Refusal::StepIsThere(_) => "step-is-there",
            Refusal::NoSuchStep(_) => "no-such-step",
            Refusal::TooManySteps => "too-many-steps",
            Refusal::MustComeAfter { .. } => "must-come-after",
            Refusal::SameDesk(_) => "same-desk",
            Refusal::UnknownAppointment => "unknown-appointment",
            Refusal::AppointmentLater { .. } => "appointment-later",
            Refusal::NotBookable => "not-bookable",
            Refusal::TooManyAppointments => "too-many-appointments",
            Refusal::NothingToUndo(_) => "nothing-to-undo",
            Refusal::TooLateToUndo(_) => "too-late-to-undo",
            Refusal::ChangedSince(_) => "changed-since",
            Refusal::KeyReused => "key-reused",
            Refusal::DayFull => "day-full",
        }
    }
}
