//! Refusals in the reader's language: the reason, and the alternative.

use super::translator::Translator;
use super::value::Value;
use crate::domain::Refusal;
use crate::domain::command::MAX_NEEDS;

impl Translator<'_> {
    /// The reason of a refusal, and the alternative.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::HouseClosed { opens: None } => self.message("refusal-house-closed-for-long"),
            Refusal::InstitutionAway { back: None, .. } => self.message("refusal-institution-away-for-long"),
            Refusal::NotHereToday { back: None, .. } => self.message("refusal-not-here-today-for-long"),
            Refusal::TodayIsFull { back: None, .. } => self.message("refusal-today-is-full-for-long"),
            _ if is_for_staff(refusal) => {
                self.message_with(&format!("desk-refusal-{}", refusal.code()), &self.arguments(refusal))
            }
            _ => self.message_with(&format!("refusal-{}", refusal.code()), &self.arguments(refusal)),
        }
    }

    fn arguments(&self, refusal: &Refusal) -> Vec<(&'static str, Value)> {
        match refusal {
            Refusal::NoNeed
            | Refusal::UnknownTicket
            | Refusal::KeyReused
            | Refusal::DayFull
            | Refusal::TooManySteps
            | Refusal::UnknownAppointment
            | Refusal::NotBookable
            | Refusal::TooManyAppointments
            | Refusal::HouseClosed { opens: None }
            | Refusal::InstitutionAway { back: None, .. }
            | Refusal::NotHereToday { back: None, .. }
            | Refusal::TodayIsFull { back: None, .. } => Vec::new(),
            Refusal::TooManyNeeds => vec![("most", MAX_NEEDS.into())],
            Refusal::UnknownNeed(need) => vec![("need", need.as_str().into())],
            Refusal::UnknownLanguage(language) => vec![("language", language.as_str().into())],
            Refusal::UnknownService(service) | Refusal::StepIsThere(service) | Refusal::NoSuchStep(service) => {
                vec![("service", service.as_str().into())]
            }
            Refusal::UnknownDesk(desk)
            | Refusal::NoTicketNeeded { desk }
            | Refusal::DeskClosed(desk)
            | Refusal::DeskPaused(desk)
            | Refusal::DeskHasNoTicket(desk)
            | Refusal::SameDesk(desk)
            | Refusal::NothingToUndo(desk)
            | Refusal::MovedOn(desk) => vec![("desk", desk.to_string().into())],
            Refusal::HouseClosed { opens: Some(back) }
            | Refusal::InstitutionAway { back: Some(back), .. }
            | Refusal::NotHereToday { back: Some(back), .. }
            | Refusal::TodayIsFull { back: Some(back), .. } => vec![("moment", self.moment(*back).into())],
            Refusal::AppointmentLater { at } => vec![("moment", self.moment(*at).into())],
            Refusal::ServiceNotAtDesk { desk, service } => {
                vec![("desk", desk.to_string().into()), ("service", service.as_str().into())]
            }
            Refusal::MustComeAfter { service, after } => {
                vec![("service", service.as_str().into()), ("after", after.as_str().into())]
            }
            Refusal::DeskBusy { desk, ticket } => {
                vec![("desk", desk.to_string().into()), ("ticket", ticket.to_string().into())]
            }
            Refusal::AlreadyServing(ticket)
            | Refusal::TooManyRecalls(ticket)
            | Refusal::TooManyCopies(ticket)
            | Refusal::NotServing(ticket)
            | Refusal::NotNoShow(ticket)
            | Refusal::NotParked(ticket)
            | Refusal::OnTheWay(ticket)
            | Refusal::HasLeft(ticket)
            | Refusal::TooLateToUndo(ticket)
            | Refusal::ChangedSince(ticket)
            | Refusal::NotWaiting(ticket) => vec![("ticket", ticket.to_string().into())],
        }
    }
}

/// Whether only staff can meet this refusal; then it exists in the staff's languages only.
fn is_for_staff(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NotParked(_)
            | Refusal::OnTheWay(_)
            | Refusal::HasLeft(_)
            | Refusal::StepIsThere(_)
            | Refusal::NoSuchStep(_)
            | Refusal::TooManySteps
            | Refusal::MustComeAfter { .. }
            | Refusal::SameDesk(_)
            | Refusal::NotBookable
            | Refusal::TooManyAppointments
            | Refusal::TooManyRecalls(_)
            | Refusal::TooManyCopies(_)
            | Refusal::NothingToUndo(_)
            | Refusal::TooLateToUndo(_)
            | Refusal::ChangedSince(_)
    )
}
