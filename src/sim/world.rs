//! The event loop of the simulation: visitors arrive and desks call, on a simulated clock.

use super::report::{Report, Visit};
use super::visitors::{SimVisitor, later, visitors};
use super::{Bound, Bounds, Plan, Policy};
use crate::domain::command::Fresh;
use crate::domain::{
    Command, Day, DeskNumber, Entry, Event, NeedCode, Outcome, Privilege, Refusal, Rng, Rules, Sequence, ServiceCode,
    Site, TicketNumber, TicketState, Token,
};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::sync::Arc;

/// How often an idle desk tries to call, in milliseconds as all times here.
const CALL_INTERVAL: i64 = 30_000;
/// From the call until the visitor is at the desk, at least and at most.
const WALK_TO_DESK: (i64, i64) = (20_000, 70_000);
/// From the call until the desk reports a no-show.
const NO_SHOW_AFTER: i64 = 120_000;
/// From the end of a visit until the next call.
const BETWEEN_VISITS: i64 = 10_000;

/// Simulates a day. `watch` is called after every event, with the day and the event; for tests and forecasts.
pub fn simulate(site: &Site, plan: &Plan, seed: u64, mut watch: impl FnMut(&Day, &Entry)) -> Report {
    let mut rng = Rng::new(seed);
    let site = Arc::new(under_policy(site.clone(), &plan.policy));
    let visitors = visitors(&site, plan, &mut rng);
    let averages = site
        .services()
        .iter()
        .map(|service| (service.code.clone(), f64::from(service.minutes) * plan.misjudged.factor(&mut rng)));
    let minutes: HashMap<ServiceCode, f64> = averages.collect();
    let hours =
        site.desks().iter().map(|desk| (desk.number, plan.hours_of(desk.number, &site).moments(&site, plan.date)));
    let hours: BTreeMap<DeskNumber, Vec<(Timestamp, Timestamp)>> = hours.collect();
    let mut world = World {
        day: Day::new(Arc::clone(&site)),
        plan,
        rng,
        minutes,
        visitors,
        agenda: BinaryHeap::new(),
        hours,
        open: BTreeMap::new(),
        visitor_of: HashMap::new(),
        called: HashMap::new(),
        later_needs: HashMap::new(),
        report: Report::default(),
        bounds: Bounds::default(),
        watch: &mut watch,
    };
    world.fill_agenda();
    world.run();
    world.count_tickets();
    world.report
}

fn under_policy(site: Site, policy: &Policy) -> Site {
    match policy {
        Policy::OwnRules => site,
        Policy::Rules(rules) => site.ruled(rules.clone()),
        Policy::SeparateTickets => {
            let never = Privilege { head_start_minutes: 0, in_a_row: 0 };
            let usual = site.rules().clone();
            let rules = Rules { language_minutes: 0, priority: never, urgent: never, appointment: never, ..usual };
            site.ruled(rules)
        }
    }
}

/// An action on the agenda. The order among actions of one moment does not matter, but must be the same each time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum SimAction {
    OpenDesk(DeskNumber),
    /// A visitor arrives, by position.
    Arrive(usize),
    /// A visitor takes a ticket for the next need.
    TakeNextTicket(usize),
    TryCall(DeskNumber),
    StartVisit(DeskNumber),
    ReportNoShow(DeskNumber),
    FinishVisit(DeskNumber),
    CloseDesk(DeskNumber),
}

struct World<'w> {
    day: Day,
    plan: &'w Plan,
    rng: Rng,
    /// The real average of a visit, in minutes.
    minutes: HashMap<ServiceCode, f64>,
    visitors: Vec<SimVisitor>,
    agenda: BinaryHeap<Reverse<(Timestamp, SimAction)>>,
    /// Opening hours.
    hours: BTreeMap<DeskNumber, Vec<(Timestamp, Timestamp)>>,
    open: BTreeMap<DeskNumber, OpenDesk>,
    visitor_of: HashMap<TicketNumber, usize>,
    /// Calls whose visitor is on the way to the desk.
    called: HashMap<DeskNumber, Visit>,
    /// Needs for which a visitor takes separate tickets later.
    later_needs: HashMap<usize, Vec<NeedCode>>,
    report: Report,
    bounds: Bounds,
    watch: &'w mut dyn FnMut(&Day, &Entry),
}

struct OpenDesk {
    since: Timestamp,
    /// Since when it is idle.
    idle: Option<Timestamp>,
}

impl World<'_> {
    fn fill_agenda(&mut self) {
        self.report.visitors = self.visitors.len();
        for (place, visitor) in self.visitors.iter().enumerate() {
            self.agenda.push(Reverse((visitor.arrives_at, SimAction::Arrive(place))));
        }
        for (desk, hours) in &self.hours {
            for (from, to) in hours {
                self.agenda.push(Reverse((*from, SimAction::OpenDesk(*desk))));
                self.agenda.push(Reverse((*to, SimAction::CloseDesk(*desk))));
            }
        }
        let Some(first) = self.agenda.peek().map(|Reverse((at, _))| *at) else { return };
        for event in self.day.turn(first) {
            self.record(event, first);
        }
    }

    fn run(&mut self) {
        while let Some(Reverse((now, action))) = self.agenda.pop() {
            match action {
                SimAction::OpenDesk(desk) => self.open_desk(desk, now),
                SimAction::Arrive(visitor) => self.arrive(visitor, now),
                SimAction::TakeNextTicket(visitor) => self.take_next_ticket(visitor, now),
                SimAction::TryCall(desk) => self.try_call(desk, now),
                SimAction::StartVisit(desk) => self.start_visit(desk, now),
                SimAction::ReportNoShow(desk) => self.report_no_show(desk, now),
                SimAction::FinishVisit(desk) => self.finish_visit(desk, now),
                SimAction::CloseDesk(desk) => self.close_desk(desk, now),
            }
        }
    }

    fn count_tickets(&mut self) {
        for ticket in self.day.tickets() {
            match ticket.state {
                TicketState::Served { .. } => self.report.served += 1,
                TicketState::NoShow { .. } => {}
                _ => self.report.unserved += 1,
            }
        }
        self.report.broken = Bound::ALL.map(|bound| (bound, self.bounds.broken(bound))).into();
    }

    fn schedule(&mut self, now: Timestamp, milliseconds: i64, action: SimAction) {
        self.agenda.push(Reverse((later(now, milliseconds), action)));
    }

    fn open_desk(&mut self, desk: DeskNumber, now: Timestamp) {
        // The last visit lasted until the next opening, so the desk never closed.
        if self.open.contains_key(&desk) {
            return;
        }
        let _ = self.send(Command::Open { desk, languages: Vec::new(), services: None }, now);
        self.open.insert(desk, OpenDesk { since: now, idle: Some(now) });
        self.schedule(now, 0, SimAction::TryCall(desk));
    }

    /// A desk with a ticket closes after that visit: it calls no further one.
    fn close_desk(&mut self, desk: DeskNumber, now: Timestamp) {
        if self.is_in_hours(desk, now) || self.day.current(desk).is_some() {
            return;
        }
        self.end_idle_time(desk, now);
        if let Some(OpenDesk { since, .. }) = self.open.remove(&desk) {
            let _ = self.send(Command::Close { desk }, now);
            self.report.desks.entry(desk).or_default().open_minutes += minutes_between(since, now);
        }
    }

    /// Whether a desk is within its opening hours.
    fn is_in_hours(&self, desk: DeskNumber, now: Timestamp) -> bool {
        self.hours.get(&desk).is_some_and(|hours| hours.iter().any(|(from, to)| *from <= now && now < *to))
    }

    fn arrive(&mut self, visitor: usize, now: Timestamp) {
        let mut needs = self.visitors[visitor].needs.clone();
        if self.plan.policy == Policy::SeparateTickets {
            let rest = needs.split_off(1);
            self.later_needs.insert(visitor, rest);
        }
        self.issue(visitor, needs, now);
    }

    fn take_next_ticket(&mut self, visitor: usize, now: Timestamp) {
        let Some(left) = self.later_needs.get_mut(&visitor).filter(|left| !left.is_empty()) else { return };
        let need = left.remove(0);
        self.issue(visitor, vec![need], now);
    }

    fn issue(&mut self, visitor: usize, needs: Vec<NeedCode>, now: Timestamp) {
        let SimVisitor { language, wants_priority, .. } = self.visitors[visitor].clone();
        let bits = u128::from(self.rng.next_u64()) << 64 | u128::from(self.rng.next_u64());
        let token = Fresh(Token::from_random(bits));
        match self.send(Command::Issue { needs, language, priority: wants_priority, token }, now) {
            Ok(Outcome::Issued(number)) => {
                self.visitor_of.insert(number, visitor);
            }
            _ => self.report.turned_away += 1,
        }
    }

    fn try_call(&mut self, desk: DeskNumber, now: Timestamp) {
        let is_free = self.open.contains_key(&desk) && self.day.current(desk).is_none();
        if !is_free || !self.is_in_hours(desk, now) {
            return;
        }
        match self.send(Command::CallNext { desk }, now) {
            Ok(Outcome::Called { .. }) => {
                self.end_idle_time(desk, now);
                if self.rng.happens(self.plan.no_show.get()) {
                    self.schedule(now, NO_SHOW_AFTER, SimAction::ReportNoShow(desk));
                } else {
                    let (least, most) = WALK_TO_DESK;
                    let walk = least + ((most - least) as f64 * self.rng.uniform()) as i64;
                    self.schedule(now, walk, SimAction::StartVisit(desk));
                }
            }
            _ => self.schedule(now, CALL_INTERVAL, SimAction::TryCall(desk)),
        }
    }

    fn start_visit(&mut self, desk: DeskNumber, now: Timestamp) {
        let _ = self.send(Command::Start { desk, expected: None }, now);
        self.report.visits.extend(self.called.remove(&desk));
        let service = self.day.current(desk).and_then(|ticket| Some(ticket.current_step()?.service.clone()));
        let minutes = service.and_then(|service| self.minutes.get(&service).copied()).unwrap_or(10.0);
        let takes = minutes * self.plan.spread.factor(&mut self.rng);
        self.schedule(now, (takes * 60_000.0) as i64, SimAction::FinishVisit(desk));
    }

    fn report_no_show(&mut self, desk: DeskNumber, now: Timestamp) {
        let _ = self.send(Command::NoShow { desk, expected: None }, now);
        self.report.no_shows += 1;
        self.called.remove(&desk);
        self.end_visit(desk, now);
    }

    fn finish_visit(&mut self, desk: DeskNumber, now: Timestamp) {
        let ticket = self.day.current(desk).map(|ticket| ticket.number);
        let _ = self.send(Command::Finish { desk, expected: None }, now);
        if let Some(ticket) = ticket {
            self.leave(ticket, now);
        }
        self.end_visit(desk, now);
    }

    fn leave(&mut self, number: TicketNumber, now: Timestamp) {
        let is_served = self.day.ticket(number).is_some_and(|it| matches!(it.state, TicketState::Served { .. }));
        let Some(visitor) = self.visitor_of.get(&number).copied().filter(|_| is_served) else { return };
        if self.later_needs.get(&visitor).is_some_and(|left| !left.is_empty()) {
            let walk = i64::from(self.day.site().rules().walk_minutes) * 60_000;
            self.schedule(now, walk, SimAction::TakeNextTicket(visitor));
        } else {
            let came = &self.visitors[visitor];
            let stay = minutes_between(came.arrives_at, now);
            self.report.stays.entry(came.needs.len()).or_default().push(stay);
        }
    }

    fn end_visit(&mut self, desk: DeskNumber, now: Timestamp) {
        if let Some(open) = self.open.get_mut(&desk) {
            open.idle = Some(now);
        }
        self.schedule(now, BETWEEN_VISITS, SimAction::TryCall(desk));
        self.close_desk(desk, now);
    }

    fn end_idle_time(&mut self, desk: DeskNumber, now: Timestamp) {
        if let Some(since) = self.open.get_mut(&desk).and_then(|open| open.idle.take()) {
            self.report.desks.entry(desk).or_default().idle_minutes += minutes_between(since, now);
        }
    }

    fn send(&mut self, command: Command, now: Timestamp) -> Result<Outcome, Refusal> {
        let decision = self.day.decide(&command, now)?;
        for event in decision.events {
            self.record(event, now);
        }
        Ok(decision.outcome)
    }

    fn record(&mut self, event: Event, now: Timestamp) {
        if let Event::Called { ticket, desk, .. } = &event {
            self.note_call(*ticket, *desk, now);
        }
        let entry = Entry { sequence: Sequence(self.day.sequence().0 + 1), at: now, event };
        self.day.apply(&entry);
        self.bounds.check(&self.day, &entry);
        (self.watch)(&self.day, &entry);
    }

    /// Must be called before the event is applied, while the ticket still waits.
    fn note_call(&mut self, ticket: TicketNumber, desk: DeskNumber, now: Timestamp) {
        let Some(ticket) = self.day.ticket(ticket) else { return };
        let (TicketState::Waiting { since, .. }, Some(step)) = (ticket.state, ticket.current_step()) else { return };
        let speaks = self.day.desk(desk).languages.contains(&ticket.language);
        let waited = minutes_between(since, now);
        let visit = Visit {
            service: step.service.clone(),
            language: ticket.language.clone(),
            class: ticket.class.code(),
            waited,
            in_language: speaks,
        };
        self.called.insert(desk, visit);
    }
}

fn minutes_between(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64() / 60.0
}
