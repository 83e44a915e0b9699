//! Why a command can't be done.

use super::code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
use super::number::TicketNumber;
use jiff::civil::DateTime;

/// Why a command can't be done. Expected, harmless, and told to people in their language by `locale`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No need was chosen.
    NoNeed,
    /// More than [`MOST_NEEDS`](super::command::MOST_NEEDS) needs at once.
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
    /// For this need nobody takes a number: walk up to the desk.
    NoTicketNeeded {
        /// The desk.
        desk: DeskNumber,
    },
    /// The institution's people are not in the building now.
    InstitutionAway {
        /// Which one.
        institution: InstitutionCode,
        /// When they come next, in the site's own time.
        back: Option<DateTime>,
    },
    /// What waits already takes until the institution leaves today.
    TodayIsFull {
        /// Which one.
        institution: InstitutionCode,
        /// When they come next after today, in the site's own time.
        back: Option<DateTime>,
    },
    /// The desk can't do this service.
    ServiceNotAtDesk {
        /// The desk.
        desk: DeskNumber,
        /// The service.
        service: ServiceCode,
    },
    /// Nobody sits at the desk: open it first.
    DeskClosed(DeskNumber),
    /// The desk pauses: open it first.
    DeskPaused(DeskNumber),
    /// The desk still has a ticket: finish it or mark it as a no-show first.
    DeskBusy {
        /// The desk.
        desk: DeskNumber,
        /// Its ticket.
        ticket: TicketNumber,
    },
    /// The desk has no ticket.
    DeskHasNobody(DeskNumber),
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
    /// The visitor is still on the way from the desk before.
    OnTheWay(TicketNumber),
    /// The ticket was served, or has left.
    HasLeft(TicketNumber),
    /// The ticket's way has this service already.
    StepIsThere(ServiceCode),
    /// The ticket's way has no such step, or it can't be changed any more.
    NoSuchStep(ServiceCode),
    /// A ticket's way has no room for more steps.
    TooManySteps,
    /// Something on its way must come first.
    MustComeAfter {
        /// This one
        service: ServiceCode,
        /// has to come after this one.
        after: ServiceCode,
    },
    /// The desk hands on to itself.
    SameDesk(DeskNumber),
    /// There is no such appointment, or it is over.
    UnknownAppointment,
    /// This appointment is on another day.
    AppointmentLater {
        /// When, in the site's own time.
        at: DateTime,
    },
    /// An appointment must be in the future, within three months, while the institution is here.
    NotBookable,
    /// There is no room for more appointments.
    TooManyAppointments,
    /// The same idempotency key stood for another command before.
    KeyReused,
    /// The day has given all the numbers it can.
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
            Refusal::InstitutionAway { .. } => "institution-away",
            Refusal::TodayIsFull { .. } => "today-is-full",
            Refusal::ServiceNotAtDesk { .. } => "service-not-at-desk",
            Refusal::DeskClosed(_) => "desk-closed",
            Refusal::DeskPaused(_) => "desk-paused",
            Refusal::DeskBusy { .. } => "desk-busy",
            Refusal::DeskHasNobody(_) => "desk-has-nobody",
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
            Refusal::KeyReused => "key-reused",
            Refusal::DayFull => "day-full",
        }
    }
}
