//! Undoing an act of a desk that moved a visitor.

use super::acts::Act;
use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::{Outcome, UNDO_WITHIN};
use crate::domain::desk::DeskState;
use crate::domain::event::{Event, Sequence};
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::undoable::Undoable;
use jiff::Timestamp;

impl Day {
    /// What [`Command::Undo`](crate::domain::Command::Undo) would undo at a desk now.
    pub fn undoable(&self, desk: DeskNumber, now: Timestamp) -> Option<Undoable> {
        let newest = self.acts.newest_of(desk)?;
        self.must_be_undoable(newest, desk, now).ok()?;
        let (act, [first, others @ ..]) = (newest.id()?, newest.moves.as_slice()) else { return None };
        let until = first.at.saturating_add(UNDO_WITHIN).ok()?;
        let called = others.first().map(|called| called.ticket());
        Some(Undoable { act, verb: first.verb, ticket: first.ticket(), called, until })
    }

    /// Whether the newest call of this ticket was undone: it may have been seen on the board.
    pub fn was_call_undone(&self, ticket: TicketNumber) -> bool {
        self.ticket(ticket).is_some_and(|ticket| ticket.is_call_undone)
    }

    pub(super) fn undo(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        act: Option<Sequence>,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        let is_another = act.is_some() || self.acts.newest_of(desk).is_some();
        let is_gone = || expected.filter(|_| is_another).map_or(Refusal::NothingToUndo(desk), Refusal::ChangedSince);
        let (meant, of) = self.acts.meant(desk, expected, act).ok_or_else(is_gone)?;
        self.must_be_undoable(meant, desk, now)?;
        let ticket = meant.ticket().ok_or(Refusal::NothingToUndo(desk))?;
        let undone = Event::Undone { ticket, desk: of, act: meant.id() };
        Ok(Decision { events: vec![undone], outcome: Outcome::Changed(ticket) })
    }

    fn must_be_undoable(&self, act: &Act, desk: DeskNumber, now: Timestamp) -> Result<(), Refusal> {
        for moved in &act.moves {
            // A clock that was set back must not keep an act open for hours.
            if now.duration_since(moved.at).abs() > UNDO_WITHIN {
                return Err(Refusal::TooLateToUndo(moved.ticket()));
            }
        }
        for moved in act.last_moves() {
            let is_as_left = self.ticket(moved.ticket()).is_some_and(|now| moved.has_left_as(now));
            if !is_as_left || self.acts.have_moved_since(moved.ticket(), moved.sequence) {
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
