//! One business day of the site: all tickets, queues and desks, and the rules.
//!
//! A day is the fold of its journal: [`Day::decide`] turns a command into events without changing anything,
//! [`Day::apply`] applies an event, and nothing else changes a day. Each verb has a file beside this one.
//!
//! Promises, which [`Day::verify`] checks: no number is issued twice; a ticket is at one desk at most; it leaves the day
//! only as served, no-show or withdrawn; a waiting ticket is in exactly one queue, that of its current step.
//!
//! Every change is published as a clone of the whole day. The collections that grow with the day share their parts between
//! clones (`imbl`), so a clone costs the same in the morning and after twenty thousand tickets.

mod acts;
mod apply;
mod appointments;
pub(in crate::domain) mod attendance;
mod call_next;
mod capacity;
mod finish;
mod going_over;
mod issue;
mod lose;
mod no_show;
mod open_pause_close;
mod park;
mod places;
mod plan;
mod recall;
mod reprint;
mod resume;
mod set_clock;
mod settle;
mod standing;
mod start;
mod steps;
mod take_back;
mod touched;
mod transfer;
mod turn;
mod undo;
mod urgent;
mod verify;
mod walk_in;
mod with_slip;
mod withdraw;

pub use touched::Touched;

use self::acts::Acts;
use self::standing::Standings;
use super::appointment::{Appointment, AppointmentCode};
use super::call::{Call, CallNumber};
use super::code::{DeskNumber, ServiceCode};
use super::command::{Command, Outcome};
use super::desk::{DeskNow, DeskState};
use super::event::{Event, Sequence};
use super::learned::Learned;
use super::loss::Loss;
use super::number::{Letter, TicketNumber, Token};
use super::queue::{BitSet, Seat};
use super::queues::Queues;
use super::refusal::Refusal;
use super::site::Site;
use super::slip_copy::SlipCopy;
use super::slip_request::SlipRequest;
use super::ticket::Ticket;
use imbl::{HashMap, OrdMap, Vector};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One business day of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    site: Arc<Site>,
    standings: Arc<Standings>,
    sequence: Sequence,
    date: Option<Date>,
    /// When its first event was decided.
    opened_at: Option<Timestamp>,
    /// The same, corrected when the clock is set.
    began_at: Option<Timestamp>,
    /// In order of their places.
    tickets: Vector<Arc<Ticket>>,
    /// The newest number of each letter.
    counts: BTreeMap<Letter, u32>,
    /// The same before a gap between days.
    earlier: BTreeMap<Letter, u32>,
    /// The newest date that was certainly right.
    anchor: Option<Date>,
    by_number: HashMap<TicketNumber, u64>,
    by_token: HashMap<Token, u64>,
    desks: BTreeMap<DeskNumber, DeskNow>,
    queues: Queues,
    last_call: CallNumber,
    /// How many calls of the day the room heard.
    heard: u64,
    /// Newest last, a bounded number of them.
    calls: Vector<Call>,
    appointments: OrdMap<AppointmentCode, Appointment>,
    learned: Learned,
    /// In the order in which they were asked for.
    copies: Vector<SlipCopy>,
    /// The slips that the site's printer was asked for.
    slips: Vector<SlipRequest>,
    acts: Acts,
    losses: Vector<Loss>,
    /// Whether the clock was set since the day began: its numbers may be today's, whatever their date.
    was_clock_set: bool,
    /// Whether the date is certainly right; not from the journal.
    is_date_sure: bool,
}

/// What a command leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// In order; empty when the day is as asked already.
    pub events: Vec<Event>,
    pub outcome: Outcome,
}

impl Day {
    /// A day before its first event.
    pub fn new(site: Arc<Site>) -> Day {
        Day {
            standings: Arc::new(Standings::of(&site)),
            site,
            sequence: Sequence::default(),
            date: None,
            opened_at: None,
            began_at: None,
            tickets: Vector::new(),
            counts: BTreeMap::new(),
            earlier: BTreeMap::new(),
            anchor: None,
            by_number: HashMap::new(),
            by_token: HashMap::new(),
            desks: BTreeMap::new(),
            queues: Queues::default(),
            last_call: CallNumber::default(),
            heard: 0,
            calls: Vector::new(),
            appointments: OrdMap::new(),
            learned: Learned::default(),
            copies: Vector::new(),
            slips: Vector::new(),
            acts: Acts::default(),
            losses: Vector::new(),
            was_clock_set: false,
            is_date_sure: true,
        }
    }

    /// Turns a command into events, or refuses it. Changes nothing.
    pub fn decide(&self, command: &Command, now: Timestamp) -> Result<Decision, Refusal> {
        match command {
            Command::Issue { needs, language, priority, token } => self.issue(needs, language, *priority, token.0, now),
            Command::WalkIn { desk, service, language, token } => self.walk_in(*desk, service, language, token.0),
            Command::Book { service, at, code } => self.book(service, *at, code.0, now),
            Command::Unbook { code } => self.unbook(*code),
            Command::CheckIn { code, language, token } => self.check_in(*code, language, token.0, now),
            Command::ReportSlip { ticket, outcome } => self.report_slip(*ticket, *outcome),
            Command::Withdraw { token } => self.withdraw(*token),
            Command::Dismiss { desk, ticket } => self.dismiss(*desk, *ticket),
            Command::SetUrgent { ticket, reason } => self.set_urgent(*ticket, *reason),
            Command::Open { desk, languages, services } => self.open(*desk, languages, services.as_deref()),
            Command::Pause { desk } => self.pause(*desk),
            Command::Close { desk } => self.close(*desk),
            Command::CallNext { desk } => self.call_next(*desk, now),
            Command::Call { desk, ticket } => self.call_chosen(*desk, *ticket, now),
            Command::Recall { desk, expected } => self.recall(*desk, *expected),
            Command::Start { desk, expected } => self.start(*desk, *expected),
            Command::NoShow { desk, expected } => self.no_show(*desk, *expected),
            Command::TakeBack { desk, ticket } => self.take_back(*desk, *ticket, now),
            Command::Finish { desk, expected } => self.finish(*desk, *expected, now),
            Command::Park { desk, expected } => self.park(*desk, *expected),
            Command::Resume { desk, ticket } => self.resume(*desk, *ticket),
            Command::Transfer { desk, expected, to, reason } => self.transfer(*desk, *expected, to, *reason, now),
            Command::AddStep { desk, ticket, service } => self.add_step(*desk, *ticket, service),
            Command::DropStep { desk, ticket, service } => self.drop_step(*desk, *ticket, service),
            Command::FinishAndCallNext { desk, expected } => self.finish_and_call_next(*desk, *expected, now),
            Command::Undo { desk, expected, act } => self.undo(*desk, *expected, *act, now),
            Command::OrderSteps { desk, ticket, services } => self.order_steps(*desk, *ticket, services),
            Command::Reprint { ticket } => self.reprint(*ticket),
            Command::ReportCopy { ticket, request, outcome } => self.report_copy(*ticket, *request, *outcome),
            Command::GiveUpSlips { tickets, copies } => Ok(self.give_up_slips(tickets, copies)),
            Command::WithSlip { command, printer } => self.with_slip(command, *printer, now),
        }
    }

    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The newest event that was applied.
    pub fn sequence(&self) -> Sequence {
        self.sequence
    }

    /// The site's date on which the day began; `None` before the first event.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// When the day began; `None` before the first event. Two days of one date, such as those of two data folders, differ in it.
    pub fn opened_at(&self) -> Option<Timestamp> {
        self.opened_at
    }

    /// All tickets, first issued first.
    pub fn tickets(&self) -> impl DoubleEndedIterator<Item = &Arc<Ticket>> + ExactSizeIterator {
        self.tickets.iter()
    }

    /// The ticket with this number.
    pub fn ticket(&self, number: TicketNumber) -> Option<&Arc<Ticket>> {
        self.ticket_at(*self.by_number.get(&number)?)
    }

    /// The ticket with this secret.
    pub fn ticket_of(&self, token: Token) -> Option<&Arc<Ticket>> {
        self.ticket_at(*self.by_token.get(&token)?)
    }

    /// The ticket issued at this position of the day, from 0 on; the time to find it does not grow with the day.
    pub(in crate::domain) fn ticket_at(&self, place: u64) -> Option<&Arc<Ticket>> {
        self.tickets.get(usize::try_from(place).ok()?)
    }

    /// The ticket that is called to a desk or served at it.
    pub fn current(&self, desk: DeskNumber) -> Option<&Arc<Ticket>> {
        self.ticket(self.desk(desk).current?)
    }

    /// A desk as it is now; closed if it was never opened.
    pub fn desk(&self, number: DeskNumber) -> &DeskNow {
        static CLOSED: DeskNow = DeskNow::CLOSED;
        self.desks.get(&number).unwrap_or(&CLOSED)
    }

    pub fn queues(&self) -> &Queues {
        &self.queues
    }

    /// The tickets that wait for a service, first come first.
    pub fn waiting<'a>(&'a self, service: &'a ServiceCode) -> impl Iterator<Item = &'a Arc<Ticket>> {
        self.queues.waiting(service).filter_map(|place| self.ticket_at(place))
    }

    /// The parked tickets, in the order of issue.
    pub fn parked(&self) -> impl Iterator<Item = &Arc<Ticket>> {
        self.queues.parked().filter_map(|place| self.ticket_at(place))
    }

    /// The tickets that were called in vain, in the order of issue.
    pub fn missed(&self) -> impl Iterator<Item = &Arc<Ticket>> {
        self.queues.missed().filter_map(|place| self.ticket_at(place))
    }

    /// How many tickets may be called before this one for its current step: earlier ones that wait for any service of the
    /// same desks. 0 when it does not wait.
    pub fn ahead(&self, ticket: &Ticket) -> usize {
        match ticket.current_step() {
            Some(step) if ticket.is_waiting() => {
                let shared = self.services_beside(&step.service);
                shared.into_iter().map(|service| self.queues.ahead(service, ticket.place)).sum()
            }
            _ => 0,
        }
    }

    /// How many tickets wait for any service of the desks that do this one.
    pub fn waiting_beside(&self, service: &ServiceCode) -> usize {
        self.services_beside(service).into_iter().map(|service| self.queues.len(service)).sum()
    }

    /// The services of the open desks that do this service; while none is open, those of all that can do it.
    fn services_beside<'a>(&'a self, service: &'a ServiceCode) -> BTreeSet<&'a ServiceCode> {
        let calling =
            self.desks.values().filter(|desk| desk.state == DeskState::Open && desk.services.contains(service));
        let mut shared: BTreeSet<_> = calling.flat_map(|desk| &desk.services).collect();
        if shared.is_empty() {
            shared = self.site.desks_for(service).flat_map(|desk| &desk.services).collect();
        }
        shared.insert(service);
        shared
    }

    /// How many open desks do a service.
    pub fn open_desks(&self, service: &ServiceCode) -> usize {
        self.desks.values().filter(|desk| desk.state == DeskState::Open && desk.services.contains(service)).count()
    }

    /// Every desk that was opened today, closed ones too.
    pub fn desks_now(&self) -> impl Iterator<Item = (DeskNumber, &DeskNow)> {
        self.desks.iter().map(|(number, desk)| (*number, desk))
    }

    /// The desks that are open or paused, as the rules of the queue see them.
    pub fn seats(&self) -> Vec<Seat> {
        let seated = self.desks.iter().filter(|(_, desk)| desk.state != DeskState::Closed);
        seated.map(|(number, desk)| self.seat_of(*number, desk)).collect()
    }

    fn seat_of(&self, number: DeskNumber, desk: &DeskNow) -> Seat {
        Seat {
            desk: number,
            is_calling: desk.state == DeskState::Open,
            services: BitSet::of(desk.services.iter().filter_map(|service| self.site.service_place(service))),
            languages: BitSet::of(desk.languages.iter().filter_map(|language| self.site.language_place(language))),
            passed: desk.passed,
        }
    }

    /// Appointments still to come, by code.
    pub fn appointments(&self) -> impl Iterator<Item = (AppointmentCode, &Appointment)> {
        self.appointments.iter().map(|(code, appointment)| (*code, appointment))
    }

    /// What the day has shown of how long visits take.
    pub fn learned(&self) -> &Learned {
        &self.learned
    }

    /// Whether the calls of this ticket are kept from the board.
    pub fn is_quiet(&self, ticket: &Ticket) -> bool {
        ticket.is_quiet()
    }

    /// The newest calls, newest first.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter().rev()
    }

    /// How many calls of this day the room heard: quiet ones do not count.
    pub fn heard(&self) -> u64 {
        self.heard
    }

    /// The number of the newest call; it never decreases.
    pub fn last_call(&self) -> CallNumber {
        self.last_call
    }
}
