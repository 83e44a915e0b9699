//! The visitor was called and did not come.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;

impl Day {
    pub(super) fn no_show(&self, desk: DeskNumber) -> Result<Decision, Refusal> {
        let ticket = self.must_be_called(desk)?;
        Ok(Decision { events: vec![Event::MarkedNoShow { ticket, desk }], outcome: Outcome::Changed(ticket) })
    }
}
