//! The desks work off who comes, on a turned clock.

use super::report::{Report, Visit};
use super::visitors::{Visitor, later, visitors};
use super::{Bound, Bounds, Plan, Policy};
use crate::domain::command::Order;
use crate::domain::{
    Command, Day, DeskNumber, Entry, Event, NeedCode, Outcome, Privilege, Refusal, Rng, Rules, Sequence, ServiceCode,
    Site, TicketNumber, TicketState, Token,
};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::sync::Arc;

/// How often an idle desk looks whether somebody has come.
const LOOK: i64 = 30_000;
/// From the call to the desk; and until the desk gives up. Between two visitors a desk takes a breath.
const COMING: (i64, i64) = (20_000, 70_000);
const IN_VAIN: i64 = 120_000;
const BREATH: i64 = 10_000;

/// Simulates a day. `watch` sees the day after every event, with the moment; for tests and forecasts.
pub fn simulate(site: &Site, plan: &Plan, seed: u64, mut watch: impl FnMut(&Day, &Entry)) -> Report {
    let mut rng = Rng::new(seed);
    let site = Arc::new(under_policy(site.clone(), &plan.policy));
    let visitors = visitors(&site, plan, &mut rng);
    let slowness = site
        .services()
        .iter()
        .map(|service| (service.code.clone(), f64::from(service.minutes) * plan.misjudged.factor(&mut rng)));
    let minutes: HashMap<ServiceCode, f64> = slowness.collect();
    let hours =
        site.desks().iter().map(|desk| (desk.number, plan.hours_of(desk.number, &site).moments(&site, plan.date)));
    let hours: BTreeMap<DeskNumber, Vec<(Timestamp, Timestamp)>> = hours.collect();
    let mut world = World {
        day: Day::new(Arc::clone(&site)),
        plan,
        rng,
        minutes,
        visitors,
        happenings: BinaryHeap::new(),
        hours,
        open: BTreeMap::new(),
        whose: HashMap::new(),
        called: HashMap::new(),
        left: HashMap::new(),
        report: Report::default(),
        bounds: Bounds::default(),
        watch: &mut watch,
    };
    world.begin();
    world.run();
    world.count();
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

/// What happens at a moment; the order among those of one moment does not matter, but must be the same each time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Happening {
    Opens(DeskNumber),
    Comes(usize),
    TakesNext(usize),
    Looks(DeskNumber),
    Begins(DeskNumber),
    GivesUp(DeskNumber),
    Ends(DeskNumber),
    Closes(DeskNumber),
}

struct World<'w> {
    day: Day,
    plan: &'w Plan,
    rng: Rng,
    /// What a visit really takes on average, in minutes.
    minutes: HashMap<ServiceCode, f64>,
    visitors: Vec<Visitor>,
    happenings: BinaryHeap<Reverse<(Timestamp, Happening)>>,
    /// When somebody is to sit at a desk.
    hours: BTreeMap<DeskNumber, Vec<(Timestamp, Timestamp)>>,
    open: BTreeMap<DeskNumber, Open>,
    whose: HashMap<TicketNumber, usize>,
    /// Who is on the way to which desk.
    called: HashMap<DeskNumber, Visit>,
    /// Needs for which a visitor takes a further ticket.
    left: HashMap<usize, Vec<NeedCode>>,
    report: Report,
    bounds: Bounds,
    watch: &'w mut dyn FnMut(&Day, &Entry),
}

/// A desk at which somebody sits.
struct Open {
    since: Timestamp,
    /// Since when it has nothing to do.
    idle: Option<Timestamp>,
}

impl World<'_> {
    fn begin(&mut self) {
        self.report.visitors = self.visitors.len();
        for (place, visitor) in self.visitors.iter().enumerate() {
            self.happenings.push(Reverse((visitor.comes_at, Happening::Comes(place))));
        }
        for (desk, hours) in &self.hours {
            for (from, to) in hours {
                self.happenings.push(Reverse((*from, Happening::Opens(*desk))));
                self.happenings.push(Reverse((*to, Happening::Closes(*desk))));
            }
        }
        let Some(first) = self.happenings.peek().map(|Reverse((at, _))| *at) else { return };
        for event in self.day.turn(first) {
            self.record(event, first);
        }
    }

    fn run(&mut self) {
        while let Some(Reverse((now, happening))) = self.happenings.pop() {
            match happening {
                Happening::Opens(desk) => self.opens(desk, now),
                Happening::Comes(visitor) => self.comes(visitor, now),
                Happening::TakesNext(visitor) => self.takes_next(visitor, now),
                Happening::Looks(desk) => self.looks(desk, now),
                Happening::Begins(desk) => self.begins(desk, now),
                Happening::GivesUp(desk) => self.gives_up(desk, now),
                Happening::Ends(desk) => self.ends(desk, now),
                Happening::Closes(desk) => self.closes(desk, now),
            }
        }
    }

    fn count(&mut self) {
        for ticket in self.day.tickets() {
            match ticket.state {
                TicketState::Served { .. } => self.report.served += 1,
                TicketState::NoShow { .. } => {}
                _ => self.report.unserved += 1,
            }
        }
        self.report.broken = Bound::ALL.map(|bound| (bound, self.bounds.broken(bound))).into();
    }

    fn then(&mut self, now: Timestamp, milliseconds: i64, happening: Happening) {
        self.happenings.push(Reverse((later(now, milliseconds), happening)));
    }

    fn opens(&mut self, desk: DeskNumber, now: Timestamp) {
        // A visit that lasts until the desk opens again: nobody has got up.
        if self.open.contains_key(&desk) {
            return;
        }
        let _ = self.order(Command::Open { desk, languages: Vec::new(), services: None }, now);
        self.open.insert(desk, Open { since: now, idle: Some(now) });
        self.then(now, 0, Happening::Looks(desk));
    }

    /// Whoever is there is served to the end; nobody else is called.
    fn closes(&mut self, desk: DeskNumber, now: Timestamp) {
        if self.is_at_work(desk, now) || self.day.current(desk).is_some() {
            return;
        }
        self.idle_until(desk, now);
        if let Some(Open { since, .. }) = self.open.remove(&desk) {
            let _ = self.order(Command::Close { desk }, now);
            self.report.desks.entry(desk).or_default().open_minutes += minutes_between(since, now);
        }
    }

    /// Whether somebody is to sit at a desk now.
    fn is_at_work(&self, desk: DeskNumber, now: Timestamp) -> bool {
        self.hours.get(&desk).is_some_and(|hours| hours.iter().any(|(from, to)| *from <= now && now < *to))
    }

    fn comes(&mut self, visitor: usize, now: Timestamp) {
        let mut needs = self.visitors[visitor].needs.clone();
        if self.plan.policy == Policy::SeparateTickets {
            let rest = needs.split_off(1);
            self.left.insert(visitor, rest);
        }
        self.issue(visitor, needs, now);
    }

    fn takes_next(&mut self, visitor: usize, now: Timestamp) {
        let Some(left) = self.left.get_mut(&visitor).filter(|left| !left.is_empty()) else { return };
        let need = left.remove(0);
        self.issue(visitor, vec![need], now);
    }

    fn issue(&mut self, visitor: usize, needs: Vec<NeedCode>, now: Timestamp) {
        let Visitor { language, wants_priority, .. } = self.visitors[visitor].clone();
        let token = Token::from_random(u128::from(self.rng.next_u64()) << 64 | u128::from(self.rng.next_u64()));
        match self.order(Command::Issue { needs, language, priority: wants_priority, token }, now) {
            Ok(Outcome::Issued(number)) => {
                self.whose.insert(number, visitor);
            }
            _ => self.report.turned_away += 1,
        }
    }

    fn looks(&mut self, desk: DeskNumber, now: Timestamp) {
        let is_free = self.open.contains_key(&desk) && self.day.current(desk).is_none();
        if !is_free || !self.is_at_work(desk, now) {
            return;
        }
        match self.order(Command::CallNext { desk }, now) {
            Ok(Outcome::Called { .. }) => {
                self.idle_until(desk, now);
                if self.rng.happens(self.plan.no_show.get()) {
                    self.then(now, IN_VAIN, Happening::GivesUp(desk));
                } else {
                    let (least, most) = COMING;
                    let coming = least + ((most - least) as f64 * self.rng.uniform()) as i64;
                    self.then(now, coming, Happening::Begins(desk));
                }
            }
            _ => self.then(now, LOOK, Happening::Looks(desk)),
        }
    }

    fn begins(&mut self, desk: DeskNumber, now: Timestamp) {
        let _ = self.order(Command::Start { desk, expected: None }, now);
        self.report.visits.extend(self.called.remove(&desk));
        let service = self.day.current(desk).and_then(|ticket| Some(ticket.current_step()?.service.clone()));
        let minutes = service.and_then(|service| self.minutes.get(&service).copied()).unwrap_or(10.0);
        let takes = minutes * self.plan.spread.factor(&mut self.rng);
        self.then(now, (takes * 60_000.0) as i64, Happening::Ends(desk));
    }

    fn gives_up(&mut self, desk: DeskNumber, now: Timestamp) {
        let _ = self.order(Command::NoShow { desk, expected: None }, now);
        self.report.no_shows += 1;
        self.called.remove(&desk);
        self.is_free(desk, now);
    }

    fn ends(&mut self, desk: DeskNumber, now: Timestamp) {
        let ticket = self.day.current(desk).map(|ticket| ticket.number);
        let _ = self.order(Command::Finish { desk, expected: None }, now);
        if let Some(ticket) = ticket {
            self.has_ended(ticket, now);
        }
        self.is_free(desk, now);
    }

    fn has_ended(&mut self, number: TicketNumber, now: Timestamp) {
        let is_served = self.day.ticket(number).is_some_and(|it| matches!(it.state, TicketState::Served { .. }));
        let Some(visitor) = self.whose.get(&number).copied().filter(|_| is_served) else { return };
        if self.left.get(&visitor).is_some_and(|left| !left.is_empty()) {
            let walk = i64::from(self.day.site().rules().walk_minutes) * 60_000;
            self.then(now, walk, Happening::TakesNext(visitor));
        } else {
            let came = &self.visitors[visitor];
            let stay = minutes_between(came.comes_at, now);
            self.report.stays.entry(came.needs.len()).or_default().push(stay);
        }
    }

    fn is_free(&mut self, desk: DeskNumber, now: Timestamp) {
        if let Some(open) = self.open.get_mut(&desk) {
            open.idle = Some(now);
        }
        self.then(now, BREATH, Happening::Looks(desk));
        self.closes(desk, now);
    }

    fn idle_until(&mut self, desk: DeskNumber, now: Timestamp) {
        if let Some(since) = self.open.get_mut(&desk).and_then(|open| open.idle.take()) {
            self.report.desks.entry(desk).or_default().idle_minutes += minutes_between(since, now);
        }
    }

    fn order(&mut self, command: Command, now: Timestamp) -> Result<Outcome, Refusal> {
        let decision = self.day.decide(&Order { command, key: None }, now)?;
        for event in decision.events {
            self.record(event, now);
        }
        Ok(decision.outcome)
    }

    fn record(&mut self, event: Event, now: Timestamp) {
        if let Event::Called { ticket, desk, .. } = &event {
            self.note_call(*ticket, *desk, now);
        }
        let entry = Entry { sequence: Sequence(self.day.sequence().0 + 1), at: now, key: None, event };
        self.day.apply(&entry);
        self.bounds.look(&self.day, &entry);
        (self.watch)(&self.day, &entry);
    }

    /// Before the call is true: the ticket still waits.
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
