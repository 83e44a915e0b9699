//! The fields of the workbench's forms, read into commands.
//!
//! A form about the current ticket carries the number that was at the desk when the page was made: when the desk has another
//! ticket by now, the command is refused.

use crate::domain::{Command, DeskNumber, Refusal, SlipPrinter, Target, TicketNumber};
use crate::hub::{self, HubError};
use crate::web::api::values::FromText;
use crate::web::desk::input::{InputError, VerbInput};
use crate::web::http::detail::Detail;
use crate::web::http::form::Fields;

/// A form that was sent for a desk.
pub(in crate::web) struct DeskForm<'a> {
    pub(in crate::web) desk: DeskNumber,
    /// The ticket at the desk now.
    pub(in crate::web) current: Option<TicketNumber>,
    pub(in crate::web) fields: &'a Fields,
}

impl DeskForm<'_> {
    /// The command of a verb with this input.
    pub(in crate::web) fn command(&self, input: VerbInput) -> Result<Command, InputError> {
        let desk = self.desk;
        Ok(match input {
            VerbInput::Nothing(command) => command(desk),
            VerbInput::Opening(command) => command(desk, self.ticked("language")?, Some(self.ticked("service")?)),
            VerbInput::CurrentTicket(command) => command(desk, self.meant()?),
            VerbInput::Act(command) => command(desk, self.meant()?, self.given("act")?),
            VerbInput::Ticket(command) => command(desk, self.ticket()?),
            VerbInput::Step(command) => command(desk, self.current()?, self.chosen("service")?),
            VerbInput::Steps(command) => command(desk, self.current()?, self.ticked("service")?),
            VerbInput::Transfer(command) => {
                let Destination(to) = self.chosen("to")?;
                command(desk, self.meant()?, to, self.chosen("reason")?)
            }
            VerbInput::WalkIn(command) => {
                let (service, language) = (self.chosen("service")?, self.chosen("language")?);
                let walk_in = command(desk, service, language, hub::fresh_token().map_err(InputError::Hub)?);
                if self.is_ticked("print") { walk_in.with_slip(SlipPrinter::Site) } else { walk_in }
            }
            VerbInput::AnyTicket(command) => command(self.ticket()?),
            VerbInput::DismissedTicket(command) => command(Some(desk), self.ticket()?),
            VerbInput::Urgency(command) => command(self.ticket()?, Some(self.chosen("reason")?)),
        })
    }

    /// The ticket that was at the desk when the page was made.
    fn meant(&self) -> Result<Option<TicketNumber>, InputError> {
        self.given("current")
    }

    /// A hidden field that may be empty or missing.
    fn given<T: FromText>(&self, field: &str) -> Result<Option<T>, InputError> {
        self.fields.get(field).filter(|text| !text.is_empty()).map(|text| read(field, text)).transpose()
    }

    /// The ticket at the desk, if the page was made for it. Other clients may change the steps of any ticket; this form is
    /// about the one that the clerk sees.
    fn current(&self) -> Result<TicketNumber, InputError> {
        let refusal = match (self.meant()?, self.current) {
            (Some(meant), Some(current)) if meant == current => return Ok(current),
            (None, None) => Refusal::DeskHasNoTicket(self.desk),
            _ => Refusal::MovedOn(self.desk),
        };
        Err(InputError::Hub(HubError::Refused(refusal)))
    }

    /// The ticket in whose row the form stands.
    fn ticket(&self) -> Result<TicketNumber, InputError> {
        read("ticket", self.fields.get("ticket").unwrap_or_default())
    }

    /// The entry of a list.
    fn chosen<T: FromText>(&self, field: &str) -> Result<T, InputError> {
        match self.fields.get(field) {
            None | Some("") => Err(InputError::NothingChosen),
            Some(text) => read(field, text),
        }
    }

    /// Whether this box is ticked.
    fn is_ticked(&self, field: &str) -> bool {
        self.fields.get(field).is_some_and(|text| !text.is_empty())
    }

    /// The ticked boxes, at least one.
    fn ticked<T: FromText>(&self, field: &str) -> Result<Vec<T>, InputError> {
        let ticked = self.fields.all(field).map(|text| read(field, text)).collect::<Result<Vec<T>, _>>()?;
        if ticked.is_empty() { Err(InputError::NothingTicked) } else { Ok(ticked) }
    }
}

/// An entry of the list of services and desks to hand a ticket on to, such as `service:jobs` or `desk:4`.
struct Destination(Target);

impl FromText for Destination {
    const EXPECTED: &'static str = "`service:` with a code or `desk:` with a number";

    fn from_text(text: &str) -> Option<Destination> {
        let target = match text.split_once(':')? {
            ("service", code) => Target::Service(FromText::from_text(code)?),
            ("desk", number) => Target::Desk(FromText::from_text(number)?),
            _ => return None,
        };
        Some(Destination(target))
    }
}

fn read<T: FromText>(field: &str, text: &str) -> Result<T, InputError> {
    T::from_text(text).ok_or_else(|| InputError::Unreadable(Detail::expected(format!("form.{field}"), T::EXPECTED)))
}
