//! The newest acts of each desk, with what they replaced: what undoing an act needs.

use super::Day;
use crate::domain::call::{CallNumber, Reason};
use crate::domain::clock_shift::ClockShift;
use crate::domain::code::DeskNumber;
use crate::domain::desk::DeskNow;
use crate::domain::event::{Entry, Event, Sequence};
use crate::domain::number::TicketNumber;
use crate::domain::ticket::{Ticket, TicketState};
use crate::domain::undoable::UndoableVerb;
use imbl::{OrdMap, Vector};
use jiff::Timestamp;
use std::sync::Arc;

/// How many acts of a desk are kept. Few are done within the time for undoing.
const ACTS_KEPT: usize = 4;
/// How many tickets that no desk withdrew are kept.
const WITHDRAWALS_KEPT: usize = 32;

/// The newest acts, newest last.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Acts {
    by_desk: OrdMap<DeskNumber, Vector<Act>>,
    /// Tickets that no desk withdrew.
    withdrawals: Vector<Act>,
}

/// What one press did.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Act {
    /// One, or two when the desk finished a ticket and called another one.
    pub(super) moves: Vec<Move>,
    /// The desk before the act; `None` when the act was about no ticket at the desk.
    seat: Option<SeatBefore>,
}

/// What an act did to one ticket.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Move {
    pub(super) verb: UndoableVerb,
    pub(super) at: Timestamp,
    pub(super) sequence: Sequence,
    before: Arc<Ticket>,
    after: Arc<Ticket>,
    call: Option<CallNumber>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct SeatBefore {
    current: Option<TicketNumber>,
    recalls: u16,
    passed: u8,
}

/// An act that an event is about to be, with what it replaces.
pub(super) struct BeforeAct {
    verb: UndoableVerb,
    ticket: Arc<Ticket>,
    desk: Option<DeskNumber>,
    seat: Option<SeatBefore>,
}

impl Act {
    /// What identifies it: its first event.
    pub(super) fn id(&self) -> Option<Sequence> {
        self.moves.first().map(|moved| moved.sequence)
    }

    /// The ticket that the act was about; of two the one that was finished.
    pub(super) fn ticket(&self) -> Option<TicketNumber> {
        self.moves.first().map(|moved| moved.before.number)
    }

    pub(super) fn is_about(&self, ticket: TicketNumber) -> bool {
        self.last_move_of(ticket).is_some()
    }

    /// The last move of each ticket: a desk may finish a ticket and call the same one again.
    pub(super) fn last_moves(&self) -> impl Iterator<Item = &Move> {
        let is_last =
            |moved: &&Move| self.last_move_of(moved.ticket()).is_some_and(|last| last.sequence == moved.sequence);
        self.moves.iter().filter(is_last)
    }

    fn last_move_of(&self, ticket: TicketNumber) -> Option<&Move> {
        self.moves.iter().rfind(|moved| moved.ticket() == ticket)
    }

    fn has_called(&self) -> bool {
        self.moves.iter().any(|moved| moved.call.is_some())
    }

    /// The ticket that the desk had when the act was done.
    pub(super) fn left_at(&self, desk: DeskNumber) -> Option<TicketNumber> {
        let last = self.moves.last()?;
        (last.after.state.desk() == Some(desk)).then_some(last.after.number)
    }

    /// Whether undoing the act changes which ticket the desk has.
    pub(super) fn is_about_the_seat(&self) -> bool {
        self.seat.is_some()
    }

    /// The ticket that the desk has again when the act is undone.
    pub(super) fn had(&self) -> Option<TicketNumber> {
        self.seat?.current
    }
}

impl Move {
    pub(super) fn ticket(&self) -> TicketNumber {
        self.before.number
    }

    /// Whether a ticket is as the act left it. The number of a call may have grown by a recall, and a slip may have come.
    pub(super) fn has_left_as(&self, now: &Ticket) -> bool {
        let (is, was) = (now, &*self.after);
        let is_in_place = match (is.state, was.state) {
            (TicketState::Called { desk, at, .. }, TicketState::Called { desk: same, at: then, .. }) => {
                (desk, at) == (same, then)
            }
            (now, then) => now == then,
        };
        is_in_place && is.steps == was.steps && is.class == was.class && is.aged_since == was.aged_since
    }
}

impl Acts {
    /// The newest act of a desk.
    pub(super) fn newest_of(&self, desk: DeskNumber) -> Option<&Act> {
        self.by_desk.get(&desk)?.last()
    }

    /// The act that a desk means, with the desk that did it: the one with this identity, or the newest one. A withdrawal by no
    /// desk is any desk's, when its ticket or the act itself is named.
    pub(super) fn meant(
        &self,
        desk: DeskNumber,
        ticket: Option<TicketNumber>,
        act: Option<Sequence>,
    ) -> Option<(&Act, Option<DeskNumber>)> {
        let is_it =
            |it: &&Act| ticket.is_none_or(|ticket| it.is_about(ticket)) && act.is_none_or(|act| it.id() == Some(act));
        let own = match act {
            Some(_) => self.by_desk.get(&desk).and_then(|acts| acts.iter().rfind(is_it)),
            None => self.newest_of(desk).filter(is_it),
        };
        let is_named = ticket.is_some() || act.is_some();
        let withdrawn = self.withdrawals.iter().rfind(is_it).filter(|_| is_named);
        let found = [own.map(|act| (act, Some(desk))), withdrawn.map(|act| (act, None))];
        found.into_iter().flatten().max_by_key(|(act, _)| act.id())
    }

    /// Whether a later act has moved this ticket.
    pub(super) fn have_moved_since(&self, ticket: TicketNumber, sequence: Sequence) -> bool {
        let mut moves = self.by_desk.values().flatten().chain(&self.withdrawals).flat_map(|act| &act.moves);
        moves.any(|moved| moved.ticket() == ticket && moved.sequence > sequence)
    }

    /// The acts of a desk or of none, and the place of the one that an event undoes.
    fn undone(
        &self,
        desk: Option<DeskNumber>,
        ticket: TicketNumber,
        act: Option<Sequence>,
    ) -> Option<(&Vector<Act>, usize)> {
        let acts = match desk {
            Some(desk) => self.by_desk.get(&desk)?,
            None => &self.withdrawals,
        };
        let is_it = |it: &Act| it.ticket() == Some(ticket) && act.is_none_or(|act| it.id() == Some(act));
        Some((acts, acts.iter().rposition(is_it)?))
    }

    fn take(&mut self, desk: Option<DeskNumber>, ticket: TicketNumber, act: Option<Sequence>) -> Option<Act> {
        let (_, place) = self.undone(desk, ticket, act)?;
        let acts = match desk {
            Some(desk) => self.by_desk.get_mut(&desk)?,
            None => &mut self.withdrawals,
        };
        Some(acts.remove(place))
    }

    fn add(&mut self, desk: Option<DeskNumber>, act: Act) {
        let (acts, most) = match desk {
            Some(desk) => (self.by_desk.entry(desk).or_default(), ACTS_KEPT),
            None => (&mut self.withdrawals, WITHDRAWALS_KEPT),
        };
        if acts.len() >= most {
            acts.pop_front();
        }
        acts.push_back(act);
    }

    /// Corrects the times of all acts.
    pub(super) fn correct(&mut self, shift: &ClockShift) {
        let by_desk = self.by_desk.iter().map(|(desk, acts)| (*desk, corrected(acts, shift)));
        *self = Acts { by_desk: by_desk.collect(), withdrawals: corrected(&self.withdrawals, shift) };
    }

    fn newest_of_desk_mut(&mut self, desk: DeskNumber) -> Option<&mut Act> {
        self.by_desk.get_mut(&desk)?.back_mut()
    }
}

impl Day {
    /// The moves that an event undoes.
    pub(in crate::domain) fn undone_by(&self, event: &Event) -> impl Iterator<Item = Sequence> {
        let act = match event {
            Event::Undone { ticket, desk, act } => self.acts.undone(*desk, *ticket, *act),
            _ => None,
        };
        let act = act.and_then(|(acts, place)| acts.get(place));
        act.into_iter().flat_map(|act| &act.moves).map(|moved| moved.sequence)
    }

    /// What an event is about to replace; `None` for events that can't be undone.
    pub(super) fn before_act(&self, event: &Event) -> Option<BeforeAct> {
        let (verb, ticket, desk) = match event {
            Event::Called { ticket, desk, why, .. } if why.contains(&Reason::Resumed) => {
                (UndoableVerb::Resume, ticket, Some(desk))
            }
            Event::Called { ticket, desk, .. } => (UndoableVerb::Call, ticket, Some(desk)),
            Event::Started { ticket, desk } => (UndoableVerb::Start, ticket, Some(desk)),
            Event::MarkedNoShow { ticket, desk } => (UndoableVerb::NoShow, ticket, Some(desk)),
            Event::Finished { ticket, desk, .. } => (UndoableVerb::Finish, ticket, Some(desk)),
            Event::Parked { ticket, desk } => (UndoableVerb::Park, ticket, Some(desk)),
            Event::Transferred { ticket, desk, .. } => (UndoableVerb::Transfer, ticket, Some(desk)),
            Event::StepDropped { ticket, desk, .. } => (UndoableVerb::DropStep, ticket, Some(desk)),
            Event::Withdrawn { ticket, desk } => (UndoableVerb::Dismiss, ticket, desk.as_ref()),
            Event::TakenBack { ticket, desk: Some(desk), .. } => (UndoableVerb::TakeBack, ticket, Some(desk)),
            _ => return None,
        };
        let ticket = Arc::clone(self.ticket(*ticket)?);
        // A walk-in was not called: before it was served, it stood in no queue.
        if verb == UndoableVerb::Start && !matches!(ticket.state, TicketState::Called { .. }) {
            return None;
        }
        let is_at_the_desk = !matches!(verb, UndoableVerb::Dismiss | UndoableVerb::DropStep | UndoableVerb::TakeBack);
        let seat = desk.filter(|_| is_at_the_desk).map(|desk| {
            let DeskNow { current, recalls, passed, .. } = *self.desk(*desk);
            SeatBefore { current, recalls, passed }
        });
        Some(BeforeAct { verb, ticket, desk: desk.copied(), seat })
    }

    /// Remembers what an event has replaced.
    pub(super) fn remember_act(&mut self, before: Option<BeforeAct>, entry: &Entry) {
        let Some(BeforeAct { verb, ticket: before, desk, seat }) = before else {
            self.follow_reordering(entry);
            return;
        };
        let Some(after) = self.ticket(before.number).cloned() else { return };
        // A step that was dropped moves the visitor only when it was the last one or the one waited for.
        let service = |ticket: &Ticket| ticket.current_step().map(|step| step.service.clone());
        if verb == UndoableVerb::DropStep && service(&after) == service(&before) {
            return;
        }
        let (call, finished) = match &entry.event {
            Event::Called { call, finished, .. } => (Some(*call), *finished),
            _ => (None, None),
        };
        let moved = Move { verb, at: entry.at, sequence: entry.sequence, before, after, call };
        if let (Some(desk), Some(finished)) = (desk, finished)
            && let Some(act) = self.acts.newest_of_desk_mut(desk)
            && act.moves.len() == 1
            && act.ticket() == Some(finished)
        {
            act.moves.push(moved);
            return;
        }
        self.acts.add(desk, Act { moves: vec![moved], seat });
    }

    /// Finishing a step may lead to another order of the later ones: the same act.
    fn follow_reordering(&mut self, entry: &Entry) {
        let Event::StepsOrdered { ticket, .. } = &entry.event else { return };
        let Some(after) = self.ticket(*ticket).cloned() else { return };
        let is_it = |act: &&Act| {
            let last = act.moves.last().filter(|last| last.verb == UndoableVerb::Finish && last.ticket() == *ticket);
            last.is_some_and(|last| last.sequence.0 + 1 == entry.sequence.0)
        };
        let desk = self.acts.by_desk.iter().find(|(_, acts)| acts.last().is_some_and(|act| is_it(&act)));
        if let Some(desk) = desk.map(|(desk, _)| *desk)
            && let Some(last) = self.acts.newest_of_desk_mut(desk).and_then(|act| act.moves.last_mut())
        {
            last.after = after;
        }
    }

    /// Applies that an act was undone.
    pub(super) fn undo_act(&mut self, ticket: TicketNumber, desk: Option<DeskNumber>, act: Option<Sequence>) {
        let Some(act) = self.acts.take(desk, ticket, act) else { return };
        for moved in act.moves.iter().rev() {
            self.undo_move(moved);
        }
        if let (Some(desk), Some(SeatBefore { current, recalls, passed })) = (desk, act.seat) {
            let at_desk = self.desks.entry(desk).or_insert(DeskNow::CLOSED);
            (at_desk.current, at_desk.recalls) = (current, recalls);
            // Only a call changes it; the act may not be the desk's newest.
            if act.has_called() {
                at_desk.passed = passed;
            }
        }
    }

    fn undo_move(&mut self, moved: &Move) {
        let Move { verb, at, before, call, .. } = moved;
        match verb {
            UndoableVerb::Start => self.learned.forget_came(before),
            UndoableVerb::NoShow => self.learned.forget_no_show(),
            UndoableVerb::Finish => {
                if let Some(step) = before.current_step() {
                    self.learned.forget_served(&step.service, before, *at);
                }
            }
            _ => {}
        }
        if let Some(call) = call {
            // With its recalls. The board and the lists of last calls must not show it.
            self.calls.retain(|made| made.ticket != before.number || made.number < *call);
        }
        self.change(before.number, |ticket| {
            let slip = ticket.slip;
            *ticket = Ticket { slip, is_call_undone: call.is_some() || before.is_call_undone, ..(**before).clone() };
        });
    }
}

fn corrected(acts: &Vector<Act>, shift: &ClockShift) -> Vector<Act> {
    let mut acts = acts.clone();
    for moved in acts.iter_mut().flat_map(|act| &mut act.moves) {
        moved.at = shift.corrected(moved.at);
        moved.before = Arc::new(moved.before.corrected(shift));
        moved.after = Arc::new(moved.after.corrected(shift));
    }
    acts
}
