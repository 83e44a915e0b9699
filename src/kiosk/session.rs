//! One visitor at the touchscreen, from first touch to paper.
//!
//! A pure state machine: [`Session::handle`] takes what happened and the time, and returns what is to be done. It reads no
//! clock, asks nobody and draws nothing; `screen.rs` says what is on the glass at any moment.
//!
//! Promises. One confirmation is one ticket: whatever ten fingers do, it is sent under one key, and trying again sends
//! the same key. A number that comes late, after the visitor went home, is still printed, once. No page waits for ever:
//! each has a deadline, kept here as data, so that tests turn the clock. A clock that is set back stops nothing.
//!
//! How it works. Time is what has passed between two calls, never less than nothing, added up since the session was made.
//! A page change is followed by half a second in which taps are not taken, so that a double tap is one tap.

pub use super::input::{Effect, Input};

use super::page::{Asked, Page, SlipProgress, Trouble};
use crate::domain::{
    Day, Forecast, IdempotencyKey, LanguageTag, Leads, Need, NeedCode, Refusal, SlipOutcome, Ticket, TicketNumber,
    Token,
};
use crate::hub::HubError;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// Without a touch for so long, the glass goes back to the start.
pub const RESET_AFTER: Duration = Duration::from_secs(90);
/// So long before that, it asks whether somebody is still there. EN 301 549 asks for 20 seconds at least.
pub const WARN_BEFORE: Duration = Duration::from_secs(20);
/// How long a number stays on the glass once its slip is out.
pub const NUMBER_STAYS: Duration = Duration::from_secs(45);
/// How long it stays when there is no slip, so that it can be written down or photographed.
pub const NUMBER_STAYS_WITHOUT_SLIP: Duration = Duration::from_secs(120);
/// The hub answers within ten seconds; after this it counts as away.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(12);
/// After this, words stand beside the sign that something is being done.
pub const WORDS_AFTER: Duration = Duration::from_secs(2);
/// A slip that takes longer is not waited for: the visitor is told to remember the number.
pub const SLIP_IS_SLOW_AFTER: Duration = Duration::from_secs(8);
/// Taps are not taken for so long after a page change: a second identical press is ignored (EN 301 549, 5.8).
pub const SETTLE: Duration = Duration::from_millis(500);
/// The same for the page with the number, whose button lies where the one before it was: nobody taps a number away unread.
pub const NUMBER_SETTLES: Duration = Duration::from_millis(1500);
/// Time that passes between two ticks beyond this is a clock that was set, and no time that a visitor has waited.
const CLOCK_WAS_SET: Duration = Duration::from_secs(600);
/// So many questions to the hub at once, and no more.
const MOST_IN_FLIGHT: usize = 8;
/// So many tickets are remembered as printed already.
const PRINTED_REMEMBERED: usize = 64;

/// One visitor at the touchscreen.
#[derive(Debug)]
pub struct Session {
    day: Arc<Day>,
    forecast: Arc<Forecast>,
    language: Option<LanguageTag>,
    page: Page,
    is_hub_gone: bool,
    key_prefix: String,
    keys_made: u64,
    in_flight: usize,
    printed: VecDeque<Token>,
    now: Timestamp,
    passed: Duration,
    touched_at: Duration,
    page_since: Duration,
}

impl Session {
    /// A session that nobody has touched. The prefix makes the keys unlike those of any other glass and of any earlier
    /// start; at most 40 visible ASCII characters of it are used.
    pub fn new(day: Arc<Day>, key_prefix: &str, now: Timestamp) -> Session {
        Session {
            day,
            forecast: Arc::default(),
            language: None,
            page: Page::START,
            is_hub_gone: false,
            key_prefix: key_prefix.chars().filter(char::is_ascii_graphic).take(40).collect(),
            keys_made: 0,
            in_flight: 0,
            printed: VecDeque::new(),
            now,
            passed: Duration::ZERO,
            touched_at: Duration::ZERO,
            page_since: Duration::ZERO,
        }
    }

    /// Takes what happened; returns what is to be done.
    pub fn handle(&mut self, input: Input, now: Timestamp) -> Vec<Effect> {
        self.turn_time(now);
        match input {
            Input::Tick => self.tick(),
            Input::DayChanged(day) => self.day_changed(day),
            Input::ForecastChanged(forecast) => self.forecast = forecast,
            Input::HubGone => self.is_hub_gone = true,
            Input::Issued { key, result } => return self.issued(&key, result),
            Input::SlipDone { ticket, outcome } => return self.slip_done(ticket, outcome),
            touch => return self.touch(touch),
        }
        Vec::new()
    }

    /// The day as this session knows it.
    pub fn day(&self) -> &Arc<Day> {
        &self.day
    }

    /// What is expected of the day, as this session knows it.
    pub fn forecast(&self) -> &Forecast {
        &self.forecast
    }

    /// The language to speak: the visitor's, or the house's own before one was chosen.
    pub fn language(&self) -> &LanguageTag {
        self.language.as_ref().unwrap_or_else(|| self.day.site().house_language())
    }

    /// Where the visitor is.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The time that was told last.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// How long it has been since a moment of this session.
    pub fn since(&self, moment: Duration) -> Duration {
        self.passed.saturating_sub(moment)
    }

    /// Whether the hub is known to be gone.
    pub fn is_hub_gone(&self) -> bool {
        self.is_hub_gone
    }

    /// The time left before the glass resets, while it asks whether somebody is still there.
    pub fn warning(&self) -> Option<Duration> {
        let left = self.reset_after()?.saturating_sub(self.since(self.touched_at));
        let asks = !matches!(self.page, Page::Number { .. }) && left <= WARN_BEFORE;
        asks.then_some(left)
    }

    fn turn_time(&mut self, now: Timestamp) {
        let passed = now.duration_since(self.now);
        let passed = Duration::try_from(passed).ok().filter(|passed| *passed < CLOCK_WAS_SET);
        self.passed = self.passed.saturating_add(passed.unwrap_or(Duration::ZERO));
        self.now = now;
    }

    /// How long this page stays without a touch; `None` for the start and while the hub is asked.
    fn reset_after(&self) -> Option<Duration> {
        match &self.page {
            Page::Languages { back_to: None } | Page::Issuing { .. } => None,
            Page::Number { slip: SlipProgress::Done(SlipOutcome::Printed), .. } => Some(NUMBER_STAYS),
            Page::Number { .. } => Some(NUMBER_STAYS_WITHOUT_SLIP),
            _ => Some(RESET_AFTER),
        }
    }

    fn tick(&mut self) {
        if let Page::Issuing { asked, since } = self.page.underneath().clone()
            && self.since(since) >= ANSWER_WITHIN
        {
            *self.page.underneath() = Page::Trouble { asked, why: Trouble::Away };
            self.touched_at = self.passed;
        }
        if self.reset_after().is_some_and(|limit| self.since(self.touched_at) >= limit) {
            self.go_home();
        }
    }

    fn day_changed(&mut self, day: Arc<Day>) {
        self.day = day;
        self.is_hub_gone = false;
        let site = self.day.site();
        let is_known = |code: &NeedCode| site.need(code).is_some();
        let keeps = matches!(self.page.underneath(), Page::Number { .. } | Page::Issuing { .. });
        if !keeps && self.page.underneath().need().is_some_and(|need| !is_known(need)) {
            *self.page.underneath() = Page::Needs;
        }
        if self.language.as_ref().is_some_and(|language| !site.languages().contains(language)) {
            self.language = None;
        }
    }

    fn touch(&mut self, input: Input) -> Vec<Effect> {
        let was_warned = self.warning().is_some();
        let settles = if matches!(self.page, Page::Number { .. }) { NUMBER_SETTLES } else { SETTLE };
        let has_settled = self.since(self.page_since) >= settles;
        self.touched_at = self.passed;
        let only_answers = was_warned && !matches!(input, Input::Home);
        if !has_settled || only_answers {
            return Vec::new();
        }
        match input {
            Input::ChoseLanguage(language) => self.chose_language(language),
            Input::NoLanguage => self.no_language(),
            Input::ChoseNeed(need) => self.chose_need(&need),
            Input::Confirmed => return self.confirmed(),
            Input::TryAgain => return self.try_again(),
            Input::Back => self.back(),
            Input::Home => self.go_home(),
            Input::OpenLanguages => self.open_languages(),
            _ => {}
        }
        Vec::new()
    }

    fn go(&mut self, page: Page) {
        self.page = page;
        self.page_since = self.passed;
        self.touched_at = self.passed;
    }

    fn go_home(&mut self) {
        self.language = None;
        self.go(Page::START);
    }

    fn open_languages(&mut self) {
        if !matches!(self.page, Page::Languages { .. }) {
            let here = std::mem::replace(&mut self.page, Page::START);
            self.go(Page::Languages { back_to: Some(Box::new(here)) });
        }
    }

    fn chose_language(&mut self, language: LanguageTag) {
        let Page::Languages { back_to } = &mut self.page else { return };
        if self.day.site().languages().contains(&language) {
            let next = back_to.take().map_or(Page::Needs, |page| *page);
            self.language = Some(language);
            self.go(next);
        }
    }

    /// Straight to the need that the site names for it; in the house's language, until the visitor chooses one after all.
    fn no_language(&mut self) {
        if let (Page::Languages { .. }, Some(need)) = (&self.page, self.day.site().no_language()) {
            let next = self.page_of(need);
            self.language = None;
            self.go(next);
        }
    }

    fn chose_need(&mut self, code: &NeedCode) {
        let is_offered = match &self.page {
            Page::Needs => self.day.site().needs().iter().any(|need| need.code == *code),
            Page::Leaves { need } => self.day.site().need_above(code).is_some_and(|above| above.code == *need),
            _ => false,
        };
        if let Some(need) = self.day.site().need(code).filter(|_| is_offered) {
            let next = self.page_of(need);
            self.go(next);
        }
    }

    fn page_of(&self, need: &Need) -> Page {
        let code = need.code.clone();
        match need.leads() {
            None => Page::Leaves { need: code },
            Some(Leads::Person { .. }) => Page::Person { need: code },
            Some(Leads::Services(_)) if !is_open(&self.day, need, self.now) => Page::Closed { need: code },
            Some(Leads::Services(_)) => Page::Confirm { need: code, asked: None },
        }
    }

    fn back(&mut self) {
        let above = |need: &NeedCode| match self.day.site().need_above(need) {
            Some(above) => Page::Leaves { need: above.code.clone() },
            None => Page::Needs,
        };
        let next = match &mut self.page {
            Page::Languages { back_to } => match back_to.take() {
                Some(page) => *page,
                None => return,
            },
            Page::Needs => return self.go_home(),
            // Who has chosen no language has seen no menu.
            Page::Confirm { .. } | Page::Person { .. } | Page::Closed { .. } if self.language.is_none() => {
                return self.go_home();
            }
            Page::Leaves { .. } => Page::Needs,
            Page::Confirm { need, .. } | Page::Person { need } | Page::Closed { need } => above(need),
            Page::Trouble { asked, .. } => Page::Confirm { need: asked.need.clone(), asked: Some(asked.clone()) },
            Page::Issuing { .. } | Page::Number { .. } => return,
        };
        self.go(next);
    }

    fn confirmed(&mut self) -> Vec<Effect> {
        let Page::Confirm { need, asked } = &self.page else { return Vec::new() };
        let asked = match asked {
            Some(asked) => asked.clone(),
            None => {
                let Some(key) = IdempotencyKey::parse(&format!("{}-{}", self.key_prefix, self.keys_made)) else {
                    return Vec::new();
                };
                self.keys_made += 1;
                Asked { need: need.clone(), language: self.language().clone(), key }
            }
        };
        self.ask(asked)
    }

    fn try_again(&mut self) -> Vec<Effect> {
        let Page::Trouble { asked, .. } = &self.page else { return Vec::new() };
        self.ask(asked.clone())
    }

    fn ask(&mut self, asked: Asked) -> Vec<Effect> {
        if self.in_flight >= MOST_IN_FLIGHT {
            self.go(Page::Trouble { asked, why: Trouble::Busy });
            return Vec::new();
        }
        self.in_flight += 1;
        self.go(Page::Issuing { asked: asked.clone(), since: self.passed });
        vec![Effect::Issue(asked)]
    }

    fn issued(&mut self, key: &IdempotencyKey, result: Result<Arc<Ticket>, HubError>) -> Vec<Effect> {
        self.in_flight = self.in_flight.saturating_sub(1);
        let awaited = self.page.underneath().asked().filter(|asked| asked.key == *key).cloned();
        match (result, awaited) {
            (Ok(ticket), awaited) => {
                if awaited.is_some() {
                    let number =
                        Page::Number { ticket: ticket.clone(), slip: SlipProgress::Printing, since: self.passed };
                    self.answer(number);
                }
                self.print_once(ticket)
            }
            (Err(error), Some(asked)) if matches!(self.page.underneath(), Page::Issuing { .. }) => {
                let page = match Trouble::from(error) {
                    Trouble::Refused(Refusal::InstitutionAway { .. }) => Page::Closed { need: asked.need },
                    Trouble::Refused(Refusal::NoTicketNeeded { .. }) => Page::Person { need: asked.need },
                    why => Page::Trouble { asked, why },
                };
                self.answer(page);
                Vec::new()
            }
            (Err(_), _) => Vec::new(),
        }
    }

    /// Puts an answer where the visitor waits for it, underneath a choice of language if that is open.
    fn answer(&mut self, page: Page) {
        *self.page.underneath() = page;
        self.page_since = self.passed;
        self.touched_at = self.passed;
    }

    fn print_once(&mut self, ticket: Arc<Ticket>) -> Vec<Effect> {
        if self.printed.contains(&ticket.token) {
            return Vec::new();
        }
        if self.printed.len() == PRINTED_REMEMBERED {
            self.printed.pop_front();
        }
        self.printed.push_back(ticket.token);
        vec![Effect::Print(ticket)]
    }

    fn slip_done(&mut self, number: TicketNumber, outcome: SlipOutcome) -> Vec<Effect> {
        if let Page::Number { ticket, slip, .. } = self.page.underneath()
            && ticket.number == number
        {
            *slip = SlipProgress::Done(outcome);
            self.touched_at = self.passed;
        }
        vec![Effect::ReportSlip { ticket: number, outcome }]
    }
}

/// Whether a number can be had for a need, or somebody spoken to; for a menu, whether anything below it can be had.
pub fn is_open(day: &Day, need: &Need, now: Timestamp) -> bool {
    match need.leads() {
        Some(Leads::Person { .. }) => true,
        Some(Leads::Services(_)) => day.may_issue(need, now).is_ok(),
        None => need.menu().iter().any(|below| is_open(day, below, now)),
    }
}
