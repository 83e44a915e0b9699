//! The invariants of a day, checked at every start and, in tests, after every operation.

use super::Day;
use super::places::is_done_at;
use crate::domain::code::DeskNumber;
use crate::domain::desk::DeskState;
use crate::domain::number::TicketNumber;
use crate::domain::ticket::{Ticket, TicketState};
use std::collections::{BTreeMap, BTreeSet};

impl Day {
    /// Describes the first invariant that does not hold. Takes time that grows with the day, so it is not part of a commit.
    pub fn verify(&self) -> Result<(), String> {
        self.verify_numbers()?;
        self.verify_desks()?;
        self.verify_queues()?;
        self.verify_calls()
    }

    fn verify_numbers(&self) -> Result<(), String> {
        for (place, ticket) in self.tickets.iter().enumerate() {
            if ticket.place != place as u64 {
                return Err(format!("{} stands at place {place} and says {}", ticket.number, ticket.place));
            }
            if self.by_number.get(&ticket.number) != Some(&ticket.place) {
                return Err(format!("{} was given twice", ticket.number));
            }
            if self.by_token.get(&ticket.token) != Some(&ticket.place) {
                return Err(format!("the token of {} was given twice", ticket.number));
            }
            if ticket.steps.is_empty() {
                return Err(format!("{} has no step", ticket.number));
            }
            let given = self.counts.get(&ticket.number.letter).copied().unwrap_or(0);
            if ticket.number.count > given {
                return Err(format!("{} is beyond the {given} that its letter has given", ticket.number));
            }
        }
        Ok(())
    }

    fn verify_desks(&self) -> Result<(), String> {
        let mut seated: BTreeMap<TicketNumber, Vec<DeskNumber>> = BTreeMap::new();
        for (number, desk) in &self.desks {
            desk.current.into_iter().for_each(|ticket| seated.entry(ticket).or_default().push(*number));
        }
        for ticket in &self.tickets {
            let at = seated.get(&ticket.number).map_or(&[][..], Vec::as_slice);
            let wanted = ticket.state.desk();
            if at != wanted.as_slice() {
                return Err(format!("{} is at desks {at:?} and says {:?}", ticket.number, wanted.as_slice()));
            }
            let is_done = ticket.current_step().is_none();
            let is_served = matches!(ticket.state, TicketState::Served { .. });
            let has_left = is_served || matches!(ticket.state, TicketState::Withdrawn { .. });
            if is_served && !is_done || is_done && !has_left {
                return Err(format!("{} is {:?} with its steps done: {is_done}", ticket.number, ticket.state));
            }
            if is_served && ticket.steps.iter().all(|step| step.done_at().is_none()) {
                return Err(format!("{} is served and no desk has done anything", ticket.number));
            }
        }
        for (number, desk) in &self.desks {
            match desk.current {
                Some(ticket) if self.ticket(ticket).is_none() => {
                    return Err(format!("desk {number} has a ticket that does not exist"));
                }
                Some(_) if desk.state == DeskState::Closed => {
                    return Err(format!("desk {number} is closed with a ticket"));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn verify_queues(&self) -> Result<(), String> {
        let waiting = self.tickets.iter().filter(|ticket| ticket.is_waiting());
        let mut count = 0;
        for ticket in waiting {
            count += 1;
            let service = ticket.current_step().map(|step| &step.service);
            if !service.is_some_and(|service| self.queues.contains(service, ticket.place)) {
                return Err(format!("{} waits in no queue", ticket.number));
            }
        }
        if !self.queues.are_disjoint() {
            return Err("a ticket is in two queues".to_owned());
        }
        if count != self.queues.total() {
            return Err(format!("{count} tickets wait and {} stand in queues", self.queues.total()));
        }
        self.verify_aside()?;
        let mut promised: BTreeMap<_, usize> = BTreeMap::new();
        for service in self.tickets.iter().flat_map(|ticket| ticket.promised()) {
            *promised.entry(service).or_default() += 1;
        }
        let known = self.site.services().iter().map(|service| &service.code).chain(promised.keys().copied());
        for service in known {
            let (count, counted) = (promised.get(service).copied().unwrap_or(0), self.queues.promised(service));
            if count != counted {
                return Err(format!("{count} tickets need {service} later, and {counted} are counted"));
            }
        }
        Ok(())
    }

    /// Whether the lists of the desks and the board have every ticket that belongs there.
    fn verify_aside(&self) -> Result<(), String> {
        let places = |is_it: &dyn Fn(&Ticket) -> bool| -> Vec<u64> {
            self.tickets.iter().filter(|ticket| is_it(ticket)).map(|ticket| ticket.place).collect()
        };
        let is_parked = |ticket: &Ticket| matches!(ticket.state, TicketState::Parked { .. });
        let is_missed = |ticket: &Ticket| matches!(ticket.state, TicketState::NoShow { .. });
        let is_there = |ticket: &Ticket| ticket.is_waiting() || is_parked(ticket) || is_missed(ticket);
        // The site is asked once for each service, and not for each ticket.
        let steps = self.tickets.iter().filter(|ticket| is_there(ticket)).filter_map(|ticket| ticket.current_step());
        let services: BTreeSet<_> = steps.map(|step| &step.service).collect();
        let undone: Vec<_> = services.into_iter().filter(|service| !is_done_at(&self.site, service)).collect();
        let has_place = |ticket: &Ticket| ticket.current_step().is_none_or(|step| !undone.contains(&&step.service));
        let is_lost = |ticket: &Ticket| is_there(ticket) && !has_place(ticket);
        let is_next = |ticket: &Ticket| ticket.is_waiting() && !ticket.is_quiet() && has_place(ticket);
        let mut on_board: Vec<u64> = self.queues.board_lines().flat_map(|(.., places)| places).collect();
        on_board.sort_unstable();
        let lists = [
            ("parked", places(&is_parked), self.queues.parked().collect()),
            ("missed", places(&is_missed), self.queues.missed().collect()),
            ("without a place", places(&is_lost), self.queues.lost().collect()),
            ("next on the board", places(&is_next), on_board),
        ];
        match lists.into_iter().find(|(_, wanted, listed)| wanted != listed) {
            Some((what, wanted, listed)) => {
                Err(format!("{} tickets are {what}, and not the {} that are listed", wanted.len(), listed.len()))
            }
            None => Ok(()),
        }
    }

    fn verify_calls(&self) -> Result<(), String> {
        let counts: Vec<_> = self.calls.iter().map(|call| call.number).collect();
        let is_rising = counts.windows(2).all(|pair| pair[0] < pair[1]);
        // Not always the newest one: an undone call is not kept.
        let is_last = counts.last().is_none_or(|last| *last <= self.last_call);
        if is_rising && is_last { Ok(()) } else { Err(format!("calls are counted {counts:?}")) }
    }
}
