//! A visitor at a glass without a window system: a session, a turned clock, a day, and, for tests that look at it, Slint
//! drawing into memory.

use super::glass_site;
use i_slint_backend_testing::{TestingBackend, TestingBackendOptions};
use jiff::Timestamp;
use sportello::clock::Clock;
use sportello::domain::wait::ROUNDS;
use sportello::domain::{
    AppointmentCode, Command, Day, DeskNumber, Entry, Forecast, Fresh, IdempotencyKey, LanguageTag, Need, NeedCode,
    Outcome, Sequence, ServiceCode, Site, SlipOutcome, Ticket, Token,
};
use sportello::hub::HubError;
use sportello::kiosk::screen::Screen;
use sportello::kiosk::{Effect, Errand, Glass, Input, IssueRequest, Moment, Page, Selection, Session, Touch, compose};
use sportello::locale::Locales;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

pub const PUBLIC_URL: &str = "https://spazio.example";

pub struct Visitor {
    pub session: Session,
    pub clock: Clock,
    pub locales: Locales,
    day: Day,
    /// What the hub has answered for each key.
    answers: HashMap<IdempotencyKey, Outcome>,
    tokens: u128,
}

impl Visitor {
    /// A glass on a Monday morning, at its start page.
    pub fn arrives() -> Visitor {
        Visitor::arrives_at(glass_site::site())
    }

    /// The same at another site.
    pub fn arrives_at(site: Site) -> Visitor {
        Visitor::arrives_with(site, Locales::load().expect("the messages can be read"))
    }

    /// A visitor of this site who has taken a number for a health card, in English.
    pub fn with_a_number(site: Site) -> (Visitor, Arc<Ticket>) {
        let mut visitor = Visitor::arrives_at(site);
        visitor.chooses_language("en");
        visitor.chooses(&["health", "health.ssn"]);
        let asked = visitor.confirms();
        let ticket = visitor.hub_issues(&asked);
        visitor.hears(&asked, Ok(Arc::clone(&ticket)));
        (visitor, ticket)
    }

    /// The same with other languages.
    pub fn arrives_with(site: Site, locales: Locales) -> Visitor {
        let clock = Clock::turned("2026-11-23T09:30:00+01:00".parse::<Timestamp>().expect("a time"));
        let day = Day::new(Arc::new(site));
        let session = Session::new(Arc::new(day.clone()), "test", Moment::of(&clock));
        Visitor { session, clock, locales, day, answers: HashMap::new(), tokens: 0 }
    }

    /// Gives the session an input, at once.
    pub fn tells(&mut self, input: impl Into<Input>) -> Vec<Effect> {
        self.session.handle(input.into(), Moment::of(&self.clock))
    }

    /// A tap by an unhurried finger.
    pub fn taps(&mut self, touch: Touch) -> Vec<Effect> {
        let is_number = matches!(self.session.page(), Page::Number(_));
        self.waits(if is_number { 1.6 } else { 0.6 });
        self.presses(touch)
    }

    /// A finger comes down on a button and is lifted at once.
    pub fn presses(&mut self, touch: Touch) -> Vec<Effect> {
        self.tells(Touch::Anywhere);
        self.tells(touch)
    }

    /// Lets time pass, as the driver does: a tick four times a second.
    pub fn waits(&mut self, seconds: f64) {
        let mut left = Duration::from_secs_f64(seconds);
        while !left.is_zero() {
            let step = left.min(Duration::from_millis(250));
            self.clock.advance(step);
            let effects = self.tells(Input::Tick);
            assert!(effects.is_empty(), "time alone asks for nothing");
            left -= step;
        }
    }

    pub fn chooses_language(&mut self, tag: &str) {
        self.taps(Touch::ChooseLanguage(glass_site::language(tag)));
    }

    pub fn chooses(&mut self, needs: &[&str]) {
        for need in needs {
            self.taps(Touch::ChooseNeed(NeedCode::parse(need).expect("a code")));
        }
    }

    /// Confirms; returns the one request that goes to the hub.
    pub fn confirms(&mut self) -> IssueRequest {
        match self.taps(Touch::Confirm).as_slice() {
            [Effect::Issue(asked)] => asked.clone(),
            other => panic!("one question to the hub, not {other:?}"),
        }
    }

    /// The hub issues a ticket; the same one for the same key.
    pub fn hub_issues(&mut self, asked: &IssueRequest) -> Arc<Ticket> {
        self.tokens += 1;
        let (language, token) = (asked.language.clone(), Fresh(Token::from_random(self.tokens << 64 | 0x5eed)));
        let command = match asked.errand.clone() {
            Errand::Needs(Selection { needs, is_priority }) => {
                Command::Issue { needs, language, priority: is_priority, token }
            }
            Errand::Appointment(code) => Command::CheckIn { code, language, token },
        };
        let outcome = self.day_does(command, Some(asked));
        let Outcome::Issued(number) = outcome else { panic!("a number, not {outcome:?}") };
        Arc::clone(self.day.ticket(number).expect("the ticket is in the day"))
    }

    pub fn hub_opens(&mut self, desk: u16) {
        self.day_does(Command::Open { desk: DeskNumber(desk), languages: vec![], services: None }, None);
    }

    pub fn hub_calls(&mut self, desk: u16) {
        self.day_does(Command::CallNext { desk: DeskNumber(desk) }, None);
    }

    pub fn hub_books(&mut self, service: &str, at: &str, code: &str) {
        let service = ServiceCode::parse(service).expect("a service");
        let code = AppointmentCode::parse(code).expect("a code");
        self.day_does(Command::Book { service, at: at.parse().expect("a moment"), code: Fresh(code) }, None);
    }

    pub fn hub_withdraws(&mut self, token: Token) {
        self.day_does(Command::Withdraw { token }, None);
    }

    fn day_does(&mut self, command: Command, asked: Option<&IssueRequest>) -> Outcome {
        if let Some(answered) = asked.and_then(|asked| self.answers.get(&asked.key)) {
            return *answered;
        }
        let decision = self.day.decide(&command, self.clock.now()).expect("the day agrees");
        if let Some(asked) = asked {
            self.answers.insert(asked.key.clone(), decision.outcome);
        }
        for event in decision.events {
            let sequence = Sequence(self.day.sequence().0 + 1);
            self.day.apply(&Entry { sequence, at: self.clock.now(), event });
        }
        let day = Arc::new(self.day.clone());
        let forecast = Forecast::of(&day, self.clock.now(), 1, ROUNDS, || true);
        self.tells(Input::DayChanged(day));
        self.tells(Input::ForecastChanged(Arc::new(forecast)));
        decision.outcome
    }

    /// The hub's answer arrives at the glass.
    pub fn hears(&mut self, asked: &IssueRequest, result: Result<Arc<Ticket>, HubError>) -> Vec<Effect> {
        self.tells(Input::Issued { key: asked.key.clone(), result })
    }

    pub fn slip_is(&mut self, ticket: &Ticket, outcome: SlipOutcome) -> Vec<Effect> {
        self.tells(Input::SlipDone { ticket: ticket.number, outcome })
    }

    /// Six people in front of the visitor, and two desks that serve them.
    pub fn finds_a_full_room(&mut self) {
        let language = glass_site::language("it");
        for (count, need) in [(4, "health.ssn"), (3, "permit.renew"), (2, "permit.asylum")] {
            for place in 0..count {
                let key = IdempotencyKey::parse(&format!("{need}{place}")).expect("a key");
                let need = NeedCode::parse(need).expect("a code");
                self.hub_issues(&asked(need, &language, key));
            }
        }
        for desk in [1, 3, 4, 7] {
            self.hub_opens(desk);
        }
    }

    /// Three people for every need whose institution is in the building, and all desks open.
    pub fn finds_people_everywhere(&mut self) {
        let site = Arc::clone(self.session.day()).site().clone();
        let (language, now) = (glass_site::language("it"), self.clock.now());
        let is_here = |service: &ServiceCode| site.institution_of(service).is_some_and(|it| site.is_here(it, now));
        let leaves = site.needs().iter().flat_map(Need::menu);
        for need in leaves.filter(|need| !need.services().is_empty() && need.services().iter().all(is_here)) {
            for place in 0..3 {
                let key = IdempotencyKey::parse(&format!("{}{place}", need.code)).expect("a key");
                self.hub_issues(&asked(need.code.clone(), &language, key));
            }
        }
        site.desks().iter().for_each(|desk| self.hub_opens(desk.number.0));
    }

    pub fn screen(&self) -> Screen {
        compose(&self.session, &self.locales, PUBLIC_URL)
    }
}

fn asked(need: NeedCode, language: &LanguageTag, key: IdempotencyKey) -> IssueRequest {
    let selection = Selection { needs: vec![need], is_priority: false };
    IssueRequest { errand: Errand::Needs(selection), language: language.clone(), key }
}

/// A glass of this size that draws into memory. Each test has its own thread, and so its own.
pub fn glass(width: u32, height: u32) -> Glass {
    let options = TestingBackendOptions { mock_time: true, threading: false, renderer_name: Some("software".into()) };
    // A second glass in one test finds the platform in place already.
    let _ = slint::platform::set_platform(Box::new(TestingBackend::new(options)));
    Glass::new(Some((width, height))).expect("a glass in memory")
}

/// Lets a new screen be made, and then come in.
pub fn settle() {
    for _ in 0..2 {
        i_slint_backend_testing::mock_elapsed_time(Duration::from_millis(200));
    }
}
