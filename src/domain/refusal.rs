//! Why a command can't be done.

use super::code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
use super::ticket::TicketNumber;
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
    /// Only a waiting ticket can be withdrawn.
    NotWaiting(TicketNumber),
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
            Refusal::KeyReused => "key-reused",
            Refusal::DayFull => "day-full",
        }
    }
}
