//! Undoing the newest act of a desk that moved a visitor.

use super::acts::Act;
use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::{Outcome, UNDO_WITHIN};
use crate::domain::desk::DeskState;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::undoable::Undoable;
use jiff::Timestamp;

impl Day {
    /// What [`Command::Undo`](crate::domain::Command::Undo) would undo at a desk now.
    pub fn undoable(&self, desk: DeskNumber, now: Timestamp) -> Option<Undoable> {
        let act = self.acts.newest(Some(desk), None)?;
        self.must_be_undoable(act, desk, now).ok()?;
        let [first, others @ ..] = act.moves.as_slice() else { return None };
        let until = first.at.saturating_add(UNDO_WITHIN).ok()?;
        let called = others.first().map(|called| called.ticket());
        Some(Undoable { verb: first.verb, ticket: first.ticket(), called, until })
    }

    /// Whether the newest call of this ticket was undone: it may have been seen on the board.
    pub fn was_call_undone(&self, ticket: TicketNumber) -> bool {
        self.ticket(ticket).is_some_and(|ticket| ticket.is_call_undone)
    }

    pub(super) fn undo(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        let own = self.acts.newest(Some(desk), None);
        let is_meant = |act: &&Act| expected.is_none_or(|ticket| act.is_about(ticket));
        let (act, of) = match (own.filter(is_meant), self.acts.newest(None, expected)) {
            (Some(act), _) => (act, Some(desk)),
            (None, Some(act)) => (act, None),
            (None, None) => {
                let other = own.and(expected);
                return Err(other.map_or(Refusal::NothingToUndo(desk), Refusal::ChangedSince));
            }
        };
        self.must_be_undoable(act, desk, now)?;
        let ticket = act.ticket().ok_or(Refusal::NothingToUndo(desk))?;
        Ok(Decision { events: vec![Event::Undone { ticket, desk: of }], outcome: Outcome::Changed(ticket) })
    }

    fn must_be_undoable(&self, act: &Act, desk: DeskNumber, now: Timestamp) -> Result<(), Refusal> {
        for moved in &act.moves {
            // A clock that was set back must not keep an act open for hours.
            if now.duration_since(moved.at).abs() > UNDO_WITHIN {
                return Err(Refusal::TooLateToUndo(moved.ticket()));
            }
        }
        for moved in &act.moves {
            if !self.ticket(moved.ticket()).is_some_and(|now| moved.has_left_as(now)) {
                return Err(Refusal::ChangedSince(moved.ticket()));
            }
        }
        if !act.is_about_the_seat() {
            return Ok(());
        }
        let at_desk = self.desk(desk);
        match at_desk.current {
            Some(other) if act.left_at(desk) != Some(other) => Err(Refusal::DeskBusy { desk, ticket: other }),
            None if act.had().is_some() && at_desk.state == DeskState::Closed => Err(Refusal::DeskClosed(desk)),
            _ => Ok(()),
        }
    }
}
