//! What a verb takes, and the bodies of the API's operations that are read into commands.

use crate::domain::{
    Command, DeskNumber, Fresh, LanguageTag, ServiceCode, Target, TicketNumber, Token, TransferReason, UrgencyReason,
};
use crate::hub::{self, HubError};
use crate::locale::Translator;
use crate::web::http::coded::Coded;
use crate::web::http::refusal::ApiError;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a verb takes, with the function that makes its command from it. The desk is the one in the address.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) enum VerbInput {
    Nothing(fn(DeskNumber) -> Command),
    /// No languages stand for those of the site file, no services for all that the desk can do.
    Opening(fn(DeskNumber, Vec<LanguageTag>, Option<Vec<ServiceCode>>) -> Command),
    /// The ticket that the client believes to be at the desk; without one, the ticket that is there.
    CurrentTicket(fn(DeskNumber, Option<TicketNumber>) -> Command),
    Ticket(fn(DeskNumber, TicketNumber) -> Command),
    /// A ticket and one of its steps.
    Step(fn(DeskNumber, TicketNumber, ServiceCode) -> Command),
    /// A ticket and all its steps that have not begun.
    Steps(fn(DeskNumber, TicketNumber, Vec<ServiceCode>) -> Command),
    Transfer(fn(DeskNumber, Option<TicketNumber>, Target, TransferReason) -> Command),
    WalkIn(fn(DeskNumber, ServiceCode, LanguageTag, Fresh<Token>) -> Command),
    /// A ticket, whichever desk asks.
    AnyTicket(fn(TicketNumber) -> Command),
    Urgency(fn(TicketNumber, Option<UrgencyReason>) -> Command),
}

/// Why a body or a form does not make a command.
#[derive(Debug)]
pub(in crate::web) enum InputError {
    /// It can't be read or breaks a rule; the text is for developers.
    Unreadable(String),
    /// The entry "choose one" of a list on the workbench was left.
    NothingChosen,
    /// No language or no service is ticked.
    NothingTicked,
    Hub(HubError),
}

/// The body of a verb that takes nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Empty {}

/// The body of [`VerbInput::Opening`]. A list that is left out means all; an empty list is refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Opening {
    languages: Option<Vec<Coded<LanguageTag>>>,
    services: Option<Vec<Coded<ServiceCode>>>,
}

/// The body of [`VerbInput::CurrentTicket`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Meant {
    ticket: Option<Coded<TicketNumber>>,
}

/// The body of [`VerbInput::Ticket`] and [`VerbInput::AnyTicket`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Which {
    ticket: Coded<TicketNumber>,
}

/// The body of [`VerbInput::Step`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct OneStep {
    ticket: Coded<TicketNumber>,
    service: Coded<ServiceCode>,
}

/// The body of [`VerbInput::Steps`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct AllSteps {
    ticket: Coded<TicketNumber>,
    services: Vec<Coded<ServiceCode>>,
}

/// The body of [`VerbInput::Transfer`]: either a service or a desk.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Transfer {
    service: Option<Coded<ServiceCode>>,
    desk: Option<u16>,
    reason: Option<Coded<TransferReason>>,
    ticket: Option<Coded<TicketNumber>>,
}

/// The body of [`VerbInput::WalkIn`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct WalkIn {
    service: Coded<ServiceCode>,
    language: Coded<LanguageTag>,
}

/// The body of [`VerbInput::Urgency`]; without a reason the ticket is not urgent any more.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Urgent {
    ticket: Coded<TicketNumber>,
    reason: Option<Coded<UrgencyReason>>,
}

impl VerbInput {
    /// Whether an operation with this input may be called without a body.
    pub(in crate::web) fn is_body_optional(self) -> bool {
        matches!(self, VerbInput::Nothing(_) | VerbInput::Opening(_) | VerbInput::CurrentTicket(_))
    }

    /// Reads the body of an API operation. `desk` is the one in the address, if there is one.
    pub(in crate::web) fn of_body(self, desk: Option<DeskNumber>, body: &[u8]) -> Result<Command, InputError> {
        let body = if body.is_empty() && self.is_body_optional() { b"{}" } else { body };
        let at_desk = || desk.ok_or_else(|| InputError::Unreadable("the address names no desk".to_owned()));
        Ok(match self {
            VerbInput::Nothing(command) => {
                let Empty {} = object(body)?;
                command(at_desk()?)
            }
            VerbInput::Opening(command) => {
                let Opening { languages, services } = object(body)?;
                let languages = languages.map(some_values).transpose()?.unwrap_or_default();
                command(at_desk()?, languages, services.map(some_values).transpose()?)
            }
            VerbInput::CurrentTicket(command) => {
                let Meant { ticket } = object(body)?;
                command(at_desk()?, ticket.map(Coded::into_value))
            }
            VerbInput::Ticket(command) => {
                let Which { ticket: Coded(ticket) } = object(body)?;
                command(at_desk()?, ticket)
            }
            VerbInput::Step(command) => {
                let OneStep { ticket: Coded(ticket), service: Coded(service) } = object(body)?;
                command(at_desk()?, ticket, service)
            }
            VerbInput::Steps(command) => {
                let AllSteps { ticket: Coded(ticket), services } = object(body)?;
                command(at_desk()?, ticket, values(services))
            }
            VerbInput::Transfer(command) => {
                let Transfer { service, desk: other, reason, ticket } = object(body)?;
                let to = match (service, other) {
                    (Some(Coded(service)), None) => Target::Service(service),
                    (None, Some(other)) => Target::Desk(DeskNumber(other)),
                    _ => return Err(InputError::Unreadable("expected either `service` or `desk`".to_owned())),
                };
                let reason = reason.map_or(TransferReason::OtherNeed, Coded::into_value);
                command(at_desk()?, ticket.map(Coded::into_value), to, reason)
            }
            VerbInput::WalkIn(command) => {
                let WalkIn { service: Coded(service), language: Coded(language) } = object(body)?;
                command(at_desk()?, service, language, hub::fresh_token().map_err(InputError::Hub)?)
            }
            VerbInput::AnyTicket(command) => {
                let Which { ticket: Coded(ticket) } = object(body)?;
                command(ticket)
            }
            VerbInput::Urgency(command) => {
                let Urgent { ticket: Coded(ticket), reason } = object(body)?;
                command(ticket, reason.map(Coded::into_value))
            }
        })
    }
}

impl InputError {
    /// The error response, in the language of the reader.
    pub(in crate::web) fn answer(&self, translator: Translator<'_>) -> ApiError {
        match self {
            InputError::Unreadable(detail) => {
                tracing::debug!(detail, "a request could not be read");
                ApiError::bad_input(translator)
            }
            InputError::NothingChosen => ApiError::nothing_chosen(translator),
            InputError::NothingTicked => ApiError::nothing_ticked(translator),
            InputError::Hub(error) => ApiError::of(error, translator),
        }
    }
}

/// Reads a body that must be a JSON object: serde would read the fields of a struct from an array too.
fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, InputError> {
    if body.trim_ascii_start().first() != Some(&b'{') {
        return Err(InputError::Unreadable("expected a JSON object".to_owned()));
    }
    serde_json::from_slice(body).map_err(|error| InputError::Unreadable(error.to_string()))
}

fn values<T>(list: Vec<Coded<T>>) -> Vec<T> {
    list.into_iter().map(Coded::into_value).collect()
}

fn some_values<T>(list: Vec<Coded<T>>) -> Result<Vec<T>, InputError> {
    if list.is_empty() {
        return Err(InputError::Unreadable("a list must not be empty; leave it out for all".to_owned()));
    }
    Ok(values(list))
}
