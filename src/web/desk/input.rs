//! What a verb takes, and the commands that bodies of the API's operations are read into.

use crate::domain::{
    Command, DeskNumber, Fresh, LanguageTag, Sequence, ServiceCode, SlipPrinter, Target, TicketNumber, Token,
    TransferReason, UrgencyReason,
};
use crate::hub::{self, HubError};
use crate::locale::Translator;
use crate::web::api::openapi::OperationDoc;
use crate::web::api::values::FromText;
use crate::web::desk::bodies::{
    ActBody, CurrentTicketBody, EmptyBody, OpeningBody, StepBody, StepsBody, TicketBody, TransferBody, UrgencyBody,
    WalkInBody,
};
use crate::web::http::detail::Detail;
use crate::web::http::input;
use crate::web::http::refusal::ApiError;

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
    /// An act of the desk and the ticket that it was about; without the act, the newest one.
    Act(fn(DeskNumber, Option<TicketNumber>, Option<Sequence>) -> Command),
    WalkIn(fn(DeskNumber, ServiceCode, LanguageTag, Fresh<Token>) -> Command),
    /// A ticket, whichever desk asks.
    AnyTicket(fn(TicketNumber) -> Command),
    /// The same. The command also has the desk whose page it is, if it came from a page.
    DismissedTicket(fn(Option<DeskNumber>, TicketNumber) -> Command),
    Urgency(fn(TicketNumber, Option<UrgencyReason>) -> Command),
}

/// Why a body or a form does not make a command.
#[derive(Debug)]
pub(in crate::web) enum InputError {
    /// It can't be read.
    Unreadable(Detail),
    /// The entry "choose one" of a list on the workbench was left.
    NothingChosen,
    /// No language or no service is ticked.
    NothingTicked,
    Hub(HubError),
}

impl VerbInput {
    /// Whether it is about the ticket at the desk: then a form carries the number that was there when the page was made.
    pub(in crate::web) fn is_about_current(self) -> bool {
        match self {
            VerbInput::CurrentTicket(_)
            | VerbInput::Act(_)
            | VerbInput::Step(_)
            | VerbInput::Steps(_)
            | VerbInput::Transfer(_) => true,
            VerbInput::Nothing(_)
            | VerbInput::Opening(_)
            | VerbInput::Ticket(_)
            | VerbInput::WalkIn(_)
            | VerbInput::AnyTicket(_)
            | VerbInput::DismissedTicket(_)
            | VerbInput::Urgency(_) => false,
        }
    }

    /// Whether an operation with this input may be called without a body.
    pub(in crate::web) fn is_body_optional(self) -> bool {
        matches!(self, VerbInput::Nothing(_) | VerbInput::Opening(_) | VerbInput::CurrentTicket(_) | VerbInput::Act(_))
    }

    /// Adds the body to the description of an operation.
    pub(in crate::web) fn describe(self, operation: OperationDoc) -> OperationDoc {
        match self {
            VerbInput::Nothing(_) => operation.may_take::<EmptyBody>(),
            VerbInput::Opening(_) => operation.may_take::<OpeningBody>(),
            VerbInput::CurrentTicket(_) => operation.may_take::<CurrentTicketBody>(),
            VerbInput::Act(_) => operation.may_take::<ActBody>(),
            VerbInput::Ticket(_) | VerbInput::AnyTicket(_) | VerbInput::DismissedTicket(_) => {
                operation.takes::<TicketBody>()
            }
            VerbInput::Step(_) => operation.takes::<StepBody>(),
            VerbInput::Steps(_) => operation.takes::<StepsBody>(),
            VerbInput::Transfer(_) => operation.takes::<TransferBody>(),
            VerbInput::WalkIn(_) => operation.takes::<WalkInBody>(),
            VerbInput::Urgency(_) => operation.takes::<UrgencyBody>(),
        }
    }

    /// Reads the body of an API operation. `desk` is the one in the address, if there is one.
    pub(in crate::web) fn of_body(self, desk: Option<DeskNumber>, body: &[u8]) -> Result<Command, InputError> {
        let body = if body.is_empty() && self.is_body_optional() { b"{}" } else { body };
        let at_desk = || desk.ok_or_else(|| Detail::expected("path.desk", DeskNumber::EXPECTED));
        Ok(match self {
            VerbInput::Nothing(command) => {
                let EmptyBody {} = input::read(body)?;
                command(at_desk()?)
            }
            VerbInput::Opening(command) => {
                let OpeningBody { languages, services } = input::read(body)?;
                if languages.as_ref().is_some_and(Vec::is_empty) || services.as_ref().is_some_and(Vec::is_empty) {
                    return Err(Detail::expected("body", "lists that are not empty; leave a list out for all").into());
                }
                command(at_desk()?, languages.unwrap_or_default(), services)
            }
            VerbInput::CurrentTicket(command) => {
                let CurrentTicketBody { ticket } = input::read(body)?;
                command(at_desk()?, ticket)
            }
            VerbInput::Act(command) => {
                let ActBody { ticket, act } = input::read(body)?;
                command(at_desk()?, ticket, act)
            }
            VerbInput::Ticket(command) => {
                let TicketBody { ticket } = input::read(body)?;
                command(at_desk()?, ticket)
            }
            VerbInput::Step(command) => {
                let StepBody { ticket, service } = input::read(body)?;
                command(at_desk()?, ticket, service)
            }
            VerbInput::Steps(command) => {
                let StepsBody { ticket, services } = input::read(body)?;
                command(at_desk()?, ticket, services)
            }
            VerbInput::Transfer(command) => {
                let TransferBody { service, desk: other, reason, ticket } = input::read(body)?;
                command(at_desk()?, ticket, target(service, other)?, reason.unwrap_or(TransferReason::OtherNeed))
            }
            VerbInput::WalkIn(command) => {
                let WalkInBody { service, language, print } = input::read(body)?;
                let walk_in = command(at_desk()?, service, language, hub::fresh_token().map_err(InputError::Hub)?);
                if print { walk_in.with_slip(SlipPrinter::Site) } else { walk_in }
            }
            VerbInput::AnyTicket(command) => {
                let TicketBody { ticket } = input::read(body)?;
                command(ticket)
            }
            VerbInput::DismissedTicket(command) => {
                let TicketBody { ticket } = input::read(body)?;
                command(desk, ticket)
            }
            VerbInput::Urgency(command) => {
                let UrgencyBody { ticket, reason } = input::read(body)?;
                command(ticket, reason)
            }
        })
    }
}

fn target(service: Option<ServiceCode>, desk: Option<DeskNumber>) -> Result<Target, Detail> {
    match (service, desk) {
        (Some(service), None) => Ok(Target::Service(service)),
        (None, Some(desk)) => Ok(Target::Desk(desk)),
        _ => Err(Detail::expected("body", "either `service` or `desk`")),
    }
}

impl InputError {
    /// The error response, in the language of the reader.
    pub(in crate::web) fn answer(&self, translator: Translator<'_>) -> ApiError {
        match self {
            InputError::Unreadable(detail) => ApiError::invalid(detail.clone(), translator),
            InputError::NothingChosen => ApiError::nothing_chosen(translator),
            InputError::NothingTicked => ApiError::nothing_ticked(translator),
            InputError::Hub(error) => ApiError::of(error, translator),
        }
    }
}

impl From<Detail> for InputError {
    fn from(detail: Detail) -> InputError {
        InputError::Unreadable(detail)
    }
}
