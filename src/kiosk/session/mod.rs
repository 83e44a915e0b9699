//! One visitor at the touchscreen, from first touch to paper.
//!
//! A pure state machine: [`Session::handle`] takes an input and the time, and returns effects. It reads no clock and does
//! no input or output; `screen.rs` composes the glass from its state.
//!
//! Promises. One confirmation is one ticket, however often it is touched: the request keeps its key when it is sent again,
//! until it is answered. A number that arrives after the visitor went home is still printed, once. Every page but the start
//! has a deadline. A clock that is set, forwards or back, ends and lengthens nothing.
//!
//! How it works. `touch` says where a touch leads, `press` which touches count, `requests` what hub and printer are asked and
//! what their answers mean, `notices` what a visitor is warned of. Elapsed time is accumulated between calls and never
//! negative; it is that of the boot clock, and the wall clock only says what time it is.

mod notices;
mod press;
mod requests;
mod touch;

pub use super::input::{Effect, Input, Moment};
pub use notices::HouseNotice;
pub use press::{NUMBER_SETTLE, SETTLE};

use press::Press;

use super::page::{Page, ShownTicket, SlipProgress};
use super::request::{IssueError, IssueRequest, Selection};
use crate::domain::{Absence, Day, Forecast, IdempotencyKey, LanguageTag, Need, TicketState, Token};
use crate::print::PrinterStatus;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// Idle time after which the glass returns to the start.
pub const RESET_AFTER: Duration = Duration::from_secs(90);
/// How long before that the visitor is warned. EN 301 549 asks for at least 20 seconds.
pub const WARN_BEFORE: Duration = Duration::from_secs(20);
/// How long a number stays on the glass once its slip is printed.
pub const NUMBER_STAYS: Duration = Duration::from_secs(60);
/// How long it stays without a slip, so that it can be written down or photographed.
pub const NUMBER_STAYS_WITHOUT_SLIP: Duration = Duration::from_secs(120);
/// How long the glass confirms that a number was given up.
const LEFT_STAYS: Duration = Duration::from_secs(20);
/// A survey question left unanswered ends the survey.
pub const QUESTION_STAYS: Duration = Duration::from_secs(35);
/// The hub answers within ten seconds; after this it counts as away.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(12);
/// After this the waiting screen says in words that it is at work.
pub const WORDS_AFTER: Duration = Duration::from_secs(2);
/// After this the screen asks the visitor to remember the number instead of waiting for the slip.
pub const SLIP_IS_SLOW_AFTER: Duration = Duration::from_secs(8);
/// How many times the glass sends one slip to the printer.
pub const MAX_SLIP_TRIES: u8 = 3;
/// Needs on one number: more do not fit its pages.
pub const MAX_NEEDS_CHOSEN: usize = 3;
/// Notes printed within [`NOTE_PERIOD`]: playing with the button must not use up the paper.
pub const NOTE_LIMIT: usize = 6;
/// See [`NOTE_LIMIT`].
pub const NOTE_PERIOD: Duration = Duration::from_secs(600);
/// A number that comes so late is shown and its slip left to the visitor's wish: with the time that a slip may take on its way
/// to the printer it would be too old. Only a glass that stood still gets one.
pub const NUMBER_IS_LATE_AFTER: Duration = Duration::from_secs(30);
/// Requests to the hub in flight.
const IN_FLIGHT_LIMIT: usize = 8;
/// Capacity of the printed-ticket de-duplication ring.
const PRINTED_CAPACITY: usize = 64;

/// One visitor at the touchscreen.
#[derive(Debug)]
pub struct Session {
    day: Arc<Day>,
    forecast: Arc<Forecast>,
    language: Option<LanguageTag>,
    page: Page,
    /// The selection so far, without the need of the page that is shown.
    selected: Selection,
    /// The last request, until it is answered: the same errand sends it again.
    unanswered: Option<IssueRequest>,
    notes_made: u64,
    /// When the notes of this period were printed, at most [`NOTE_LIMIT`].
    notes: VecDeque<Duration>,
    is_hub_gone: bool,
    key_prefix: String,
    keys_made: u64,
    /// The keys of requests that are under way, and when they were sent.
    in_flight: Vec<(IdempotencyKey, Duration)>,
    printed: VecDeque<Token>,
    now: Moment,
    passed: Duration,
    touched_at: Duration,
    press: Press,
    printer: PrinterStatus,
    is_saving: bool,
}

impl Session {
    /// A session at the start page. The prefix makes its keys differ from those of any other glass and of any earlier start;
    /// at most 40 visible ASCII characters of it are used.
    pub fn new(day: Arc<Day>, key_prefix: &str, now: impl Into<Moment>) -> Session {
        Session {
            day,
            forecast: Arc::default(),
            language: None,
            page: Page::START,
            selected: Selection::default(),
            unanswered: None,
            notes_made: 0,
            notes: VecDeque::new(),
            is_hub_gone: false,
            key_prefix: key_prefix.chars().filter(char::is_ascii_graphic).take(40).collect(),
            keys_made: 0,
            in_flight: Vec::new(),
            printed: VecDeque::new(),
            now: now.into(),
            passed: Duration::ZERO,
            touched_at: Duration::ZERO,
            press: Press::default(),
            printer: PrinterStatus::Unknown,
            is_saving: true,
        }
    }

    /// Handles an input at a time; returns the effects to run.
    pub fn handle(&mut self, input: Input, now: impl Into<Moment>) -> Vec<Effect> {
        self.turn_time(now.into());
        match input {
            Input::Tick => self.tick(),
            Input::DayChanged(day) => self.day_changed(day),
            Input::ForecastChanged(forecast) => self.forecast = forecast,
            Input::PrinterChanged(status) => self.printer = status,
            Input::SavingChanged(is_saving) => self.is_saving = is_saving,
            Input::HubGone => self.is_hub_gone = true,
            Input::Issued { key, result } => return self.issued(&key, result),
            Input::SlipDone { ticket, outcome } => self.slip_done(ticket, outcome),
            Input::NoteDone { note, outcome } => self.note_done(note, outcome),
            Input::Withdrawn { token, result } => self.withdrawn(token, &result),
            Input::Touch(touch) => return self.touch(touch),
        }
        Vec::new()
    }

    /// The newest day.
    pub fn day(&self) -> &Arc<Day> {
        &self.day
    }

    /// The newest expected waits.
    pub fn forecast(&self) -> &Forecast {
        &self.forecast
    }

    /// The visitor's language; the house's before one is chosen.
    pub fn language(&self) -> &LanguageTag {
        self.language.as_ref().unwrap_or_else(|| self.day.site().house_language())
    }

    /// Whether the choice of language offers "my language is missing": not in front of a number that was requested.
    pub fn may_miss_a_language(&self) -> bool {
        let Page::Languages { back_to } = &self.page else { return false };
        let has_number = |page: &Page| matches!(page, Page::Issuing { .. } | Page::Number(_) | Page::Leaving { .. });
        self.day.site().no_language().is_some() && !back_to.as_deref().is_some_and(has_number)
    }

    /// Whether the visitor has chosen a language.
    pub fn has_language(&self) -> bool {
        self.language.is_some()
    }

    /// Where the visitor is.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Whether the need being chosen is added to others.
    pub fn is_adding(&self) -> bool {
        !self.selected.needs.is_empty()
    }

    /// Whether any appointment is today, so that the menu offers to enter its code.
    pub fn has_appointments(&self) -> bool {
        let site = self.day.site();
        let today = site.business_date(self.now());
        self.day.appointments().any(|(_, appointment)| site.business_date(appointment.at) == today)
    }

    /// Why a need can't be served now, with those selected before it; `None` when a number can be had, or a person is there.
    pub fn absence(&self, need: &Need) -> Option<Absence> {
        let site = self.day.site();
        let needs: Vec<&Need> = self.selected.needs.iter().filter_map(|code| site.need(code)).chain([need]).collect();
        self.day.absence(&needs, self.now())
    }

    /// The time of the last input.
    pub fn now(&self) -> Timestamp {
        self.now.wall
    }

    /// Elapsed time since a moment of this session.
    pub fn since(&self, moment: Duration) -> Duration {
        self.passed.saturating_sub(moment)
    }

    /// Whether the number on the glass can be given up; a called ticket can only be ended at the desk.
    pub fn may_leave(&self) -> bool {
        let Page::Number(shown) = &self.page else { return false };
        self.day.ticket_of(shown.ticket.token).is_none_or(|ticket| ticket.is_waiting())
    }

    /// Whether the hub has stopped.
    pub fn is_hub_gone(&self) -> bool {
        self.is_hub_gone
    }

    fn turn_time(&mut self, now: Moment) {
        let passed = now.steady.saturating_sub(self.now.steady);
        self.passed = self.passed.saturating_add(passed);
        self.now = now;
    }

    /// Idle time after which this page resets; `None` for the start and while a request is in flight.
    fn reset_after(&self) -> Option<Duration> {
        match &self.page {
            Page::Languages { back_to: None } | Page::Issuing { .. } => None,
            Page::Number(ShownTicket { slip: SlipProgress::Done(outcome), .. }) if outcome.is_proven() => {
                Some(NUMBER_STAYS)
            }
            Page::Number(_) => Some(NUMBER_STAYS_WITHOUT_SLIP),
            Page::Left { .. } => Some(LEFT_STAYS),
            Page::Survey { .. } => Some(QUESTION_STAYS),
            _ => Some(RESET_AFTER),
        }
    }

    fn tick(&mut self) {
        if let Page::Issuing { request, since } = self.page.underneath().clone()
            && self.since(since) >= ANSWER_WITHIN
        {
            self.replace(Page::Trouble { request, error: IssueError::Away });
        }
        if self.reset_after().is_some_and(|limit| self.since(self.touched_at) >= limit) {
            self.go_home();
        }
    }

    /// Follows the new day: a ticket withdrawn elsewhere, an institution that is back, a topic removed from the survey.
    fn update_page(&mut self) {
        let next = match self.page.underneath() {
            Page::Number(shown) | Page::Leaving { ticket: shown, .. } => {
                let number = shown.ticket.number;
                let newest = self.day.ticket_of(shown.ticket.token);
                let is_left = newest.is_some_and(|it| matches!(it.state, TicketState::Withdrawn { .. }));
                is_left.then_some(Page::Left { number })
            }
            Page::Closed { need, .. } => {
                let need = need.clone();
                let here = self.day.site().need(&need).filter(|need| self.absence(need).is_none());
                here.map(|need| self.page_of(need))
            }
            Page::Survey { topics } => {
                let asked = topics.first().copied();
                topics.retain(|topic| self.day.site().topics().contains(topic));
                match topics.first().copied() {
                    None => self.go_home(),
                    first if first != asked => self.end_press(),
                    _ => {}
                }
                None
            }
            _ => None,
        };
        if let Some(next) = next {
            self.replace(next);
        }
    }

    fn day_changed(&mut self, day: Arc<Day>) {
        self.day = day;
        self.is_hub_gone = false;
        let site = Arc::clone(self.day.site());
        let is_lost = |selection: &Selection| selection.needs.iter().any(|need| site.need(need).is_none());
        if is_lost(&self.selected) {
            self.selected = Selection::default();
        }
        self.update_page();
        let page = self.page.underneath();
        if !matches!(page, Page::Issuing { .. }) && page.needs().iter().any(|need| site.need(need).is_none()) {
            self.replace(Page::Needs);
        }
        if self.language.as_ref().is_some_and(|language| !site.languages().contains(language)) {
            self.language = None;
        }
    }
}
