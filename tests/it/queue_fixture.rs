//! A small site for tests of the queue's rules: a day, a clock that is set by hand, and verbs that read as sentences.

use crate::world::{need_code, tag};
use jiff::{SignedDuration, Timestamp};
use sportello::catalogue::{self, Known};
use sportello::domain::command::{Command, Fresh, Outcome};
use sportello::domain::{
    AppointmentCode, Day, DeskNumber, Entry, Event, LanguageTag, Reason, Refusal, Sequence, ServiceCode, Site, Ticket,
    TicketNumber, TicketState, Token,
};
use sportello::pictogram;
use std::sync::Arc;

pub const MIND: &str = include_str!("sites/mind.toml");

/// A day, its journal, and the time.
pub struct House {
    pub day: Day,
    pub journal: Vec<Entry>,
    pub now: Timestamp,
    tokens: u128,
}

impl House {
    /// A Tuesday, ten in the morning: every institution may be here.
    pub fn new() -> House {
        House::at("2026-11-24T10:00:00+01:00")
    }

    pub fn at(time: &str) -> House {
        House::with(&[], time)
    }

    /// The same with other lines in the site file, each given as what stands there and what shall.
    pub fn with(changes: &[(&str, &str)], time: &str) -> House {
        House::of(Arc::new(mind_with(changes)), time)
    }

    pub fn of(site: Arc<Site>, time: &str) -> House {
        let mut house =
            House { day: Day::new(site), journal: Vec::new(), now: time.parse().expect("a time"), tokens: 0 };
        house.turns();
        house
    }

    /// Turns the day if needed, as the hub does before any command.
    pub fn turns(&mut self) {
        let events = self.day.turn(self.now);
        self.record(events);
    }

    fn record(&mut self, events: Vec<Event>) {
        for event in events {
            let sequence = Sequence(self.day.sequence().0 + 1);
            let entry = Entry { sequence, at: self.now, event };
            self.day.apply(&entry);
            self.journal.push(entry);
            self.day.verify().expect("a day that can be");
        }
    }

    pub fn does(&mut self, command: Command) -> Result<Outcome, Refusal> {
        self.turns();
        let decision = self.day.decide(&command, self.now)?;
        self.record(decision.events);
        Ok(decision.outcome)
    }

    pub fn minutes_pass(&mut self, minutes: i64) {
        self.now += SignedDuration::from_mins(minutes);
    }

    pub fn token(&mut self) -> Fresh<Token> {
        self.tokens += 1;
        Fresh(Token::from_random(self.tokens))
    }

    pub fn comes(&mut self, needs: &[&str], language: &str) -> TicketNumber {
        self.tries(needs, language, false).expect("a ticket")
    }

    pub fn asks_for_priority(&mut self, need: &str, language: &str) -> TicketNumber {
        self.tries(&[need], language, true).expect("a ticket")
    }

    pub fn tries(&mut self, needs: &[&str], language: &str, priority: bool) -> Result<TicketNumber, Refusal> {
        let token = self.token();
        let needs = needs.iter().map(|need| need_code(need)).collect();
        match self.does(Command::Issue { needs, language: tag(language), priority, token })? {
            Outcome::Issued(number) => Ok(number),
            other => panic!("{other:?}"),
        }
    }

    /// A visitor of a crowd: the day is not verified after each, which takes a time that grows with the day.
    pub fn comes_unverified(&mut self, need: &str, language: &str, priority: bool) {
        let token = self.token();
        let command = Command::Issue { needs: vec![need_code(need)], language: tag(language), priority, token };
        for event in self.day.decide(&command, self.now).expect("a ticket").events {
            let sequence = Sequence(self.day.sequence().0 + 1);
            self.day.apply(&Entry { sequence, at: self.now, event });
        }
    }

    pub fn opens(&mut self, desks: &[u16]) {
        for desk in desks {
            self.does(Command::Open { desk: DeskNumber(*desk), languages: vec![], services: None }).expect("open");
        }
    }

    /// Calls the next ticket to a desk; returns it and the reasons.
    pub fn calls(&mut self, desk: u16) -> Option<(TicketNumber, Vec<Reason>)> {
        match self.does(Command::CallNext { desk: DeskNumber(desk) }).expect("a call") {
            Outcome::Called { ticket, .. } => Some((ticket, self.ticket(ticket).why.clone())),
            _ => None,
        }
    }

    /// Calls, serves and finishes the next ticket.
    pub fn serves(&mut self, desk: u16) -> Option<TicketNumber> {
        let called = self.calls(desk).map(|(ticket, _)| ticket)?;
        self.starts(desk);
        self.finishes(desk);
        Some(called)
    }

    pub fn starts(&mut self, desk: u16) {
        self.does(Command::Start { desk: DeskNumber(desk), expected: None }).expect("started");
    }

    pub fn finishes(&mut self, desk: u16) {
        self.does(Command::Finish { desk: DeskNumber(desk), expected: None }).expect("finished");
    }

    pub fn books(&mut self, service: &str, at: &str) -> Result<AppointmentCode, Refusal> {
        self.tokens += 1;
        let code = AppointmentCode::from_random(self.tokens as u64);
        let at = at.parse().expect("a time");
        self.does(Command::Book { service: service_code(service), at, code: Fresh(code) }).map(|_| code)
    }

    pub fn checks_in(&mut self, code: AppointmentCode, language: &str) -> Result<TicketNumber, Refusal> {
        let token = self.token();
        match self.does(Command::CheckIn { code, language: tag(language), token })? {
            Outcome::Issued(number) => Ok(number),
            other => panic!("{other:?}"),
        }
    }

    pub fn ticket(&self, number: TicketNumber) -> &Arc<Ticket> {
        self.day.ticket(number).expect("the ticket")
    }

    pub fn state(&self, number: TicketNumber) -> TicketState {
        self.ticket(number).state
    }

    pub fn steps(&self, number: TicketNumber) -> Vec<String> {
        let to_come = self.ticket(number).steps.iter().filter(|step| step.is_to_come());
        to_come.map(|step| step.service.to_string()).collect()
    }
}

/// The site of `sites/mind.toml` with other lines, each given as what stands there and what shall.
pub fn mind_with(changes: &[(&str, &str)]) -> Site {
    let mut text = MIND.to_owned();
    for (before, after) in changes {
        assert!(text.contains(before), "nothing to change: {before}");
        text = text.replace(before, after);
    }
    let known = Known { languages: ["it", "ar", "ti"].map(tag).to_vec(), pictograms: pictogram::names().collect() };
    catalogue::read(&text, "mind.toml", &known).unwrap_or_else(|mistakes| {
        panic!("{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

pub fn service_code(code: &str) -> ServiceCode {
    ServiceCode::parse(code).expect("a code")
}

pub fn language(text: &str) -> LanguageTag {
    tag(text)
}
