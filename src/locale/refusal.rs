//! A refusal in the reader's language: what can't be done, and what to do instead.

use super::speech::Speech;
use super::value::Value;
use crate::domain::Refusal;
use crate::domain::command::MOST_NEEDS;

impl Speech<'_> {
    /// Why something can't be done, and what to do instead.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        if let Refusal::InstitutionAway { back: None, .. } = refusal {
            return self.message("refusal-institution-away-for-long");
        }
        let id = format!("refusal-{}", refusal.code());
        let arguments: Vec<(&str, Value)> = match refusal {
            Refusal::NoNeed
            | Refusal::UnknownTicket
            | Refusal::KeyReused
            | Refusal::DayFull
            | Refusal::InstitutionAway { back: None, .. } => Vec::new(),
            Refusal::TooManyNeeds => vec![("most", MOST_NEEDS.into())],
            Refusal::UnknownNeed(need) => vec![("need", need.as_str().into())],
            Refusal::UnknownLanguage(language) => vec![("language", language.as_str().into())],
            Refusal::UnknownService(service) => vec![("service", service.as_str().into())],
            Refusal::UnknownDesk(desk)
            | Refusal::NoTicketNeeded { desk }
            | Refusal::DeskClosed(desk)
            | Refusal::DeskPaused(desk)
            | Refusal::DeskHasNobody(desk)
            | Refusal::MovedOn(desk) => vec![("desk", desk.to_string().into())],
            Refusal::InstitutionAway { back: Some(back), .. } => vec![("moment", self.moment(*back).into())],
            Refusal::ServiceNotAtDesk { desk, service } => {
                vec![("desk", desk.to_string().into()), ("service", service.as_str().into())]
            }
            Refusal::DeskBusy { desk, ticket } => {
                vec![("desk", desk.to_string().into()), ("ticket", ticket.to_string().into())]
            }
            Refusal::AlreadyServing(ticket)
            | Refusal::NotServing(ticket)
            | Refusal::NotNoShow(ticket)
            | Refusal::NotWaiting(ticket) => vec![("ticket", ticket.to_string().into())],
        };
        self.message_with(&id, &arguments)
    }
}
