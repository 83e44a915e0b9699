//! One visitor at the touchscreen, from first touch to paper.
//!
//! A pure state machine: [`Session::handle`] takes what happened and the time, and returns what is to be done. It reads no
//! clock, asks nobody and draws nothing; `screen.rs` says what is on the glass at any moment.
//!
//! Promises. One confirmation is one ticket: whatever ten fingers do, it is sent under one key, and trying again sends
//! the same key, as long as nobody has answered. A number that comes late, after the visitor went home, is still printed, once. No page waits for ever:
//! each has a deadline, kept here as data, so that tests turn the clock. A clock that is set back stops nothing.
//!
//! How it works. `touch` says where a touch leads, `asking` what hub and printer are asked and what their answers mean; time
//! is kept here. Time is what has passed between two calls, never less than nothing, added up since the session was made.
//! A page change is followed by half a second in which taps are not taken, so that a double tap is one tap.

mod asking;
mod touch;

pub use super::input::{Effect, Input};

use super::page::{Asked, Page, SlipProgress, Trouble, Wish};
use crate::domain::{Absence, Day, Forecast, LanguageTag, Leads, Need, SlipOutcome, TicketState, Token};
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
/// How long the glass says that a number was given up.
const LEFT_STAYS: Duration = Duration::from_secs(20);
/// A question for the counts that nobody answers is left out, with all that follow.
pub const QUESTION_STAYS: Duration = Duration::from_secs(15);
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
/// So many needs go on one number from the glass: more do not fit its pages, and nobody remembers them.
pub const MOST_NEEDS_AT_ONCE: usize = 3;
/// So many notes within [`NOTES_WITHIN`] and no more: paper is not endless, and whoever plays at the glass finds its end.
pub const MOST_NOTES: usize = 6;
/// See [`MOST_NOTES`].
pub const NOTES_WITHIN: Duration = Duration::from_secs(600);
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
    /// What was put on the number before the page that is shown.
    before: Wish,
    /// What was asked of the hub last and not answered: asked again, it is the same question.
    unanswered: Option<Asked>,
    notes_made: u64,
    /// When the newest notes were asked for, a bounded number of them.
    notes: VecDeque<Duration>,
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
            before: Wish::default(),
            unanswered: None,
            notes_made: 0,
            notes: VecDeque::new(),
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
            Input::NoteDone { note, outcome } => self.note_done(note, outcome),
            Input::Withdrawn { token, result } => self.withdrawn(token, &result),
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

    /// Whether somebody may say here that no language is theirs: not over a number that was asked for.
    pub fn may_miss_a_language(&self) -> bool {
        let Page::Languages { back_to } = &self.page else { return false };
        let has_number = |page: &Page| matches!(page, Page::Issuing { .. } | Page::Number(_) | Page::Leaving { .. });
        self.day.site().no_language().is_some() && !back_to.as_deref().is_some_and(has_number)
    }

    /// Whether the visitor has chosen one.
    pub fn has_language(&self) -> bool {
        self.language.is_some()
    }

    /// Where the visitor is.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Whether this choice of a need adds to one that was made before.
    pub fn is_adding(&self) -> bool {
        !self.before.needs.is_empty()
    }

    /// Whether somebody has an appointment today, so that the glass asks for its code.
    pub fn has_appointments(&self) -> bool {
        let site = self.day.site();
        let today = site.business_date(self.now);
        self.day.appointments().any(|(_, appointment)| site.business_date(appointment.at) == today)
    }

    /// Why there is no number for a need now, together with what was chosen before; `None` when there is one.
    pub fn absence(&self, need: &Need) -> Option<Absence> {
        let site = self.day.site();
        let needs: Vec<&Need> = self.before.needs.iter().filter_map(|code| site.need(code)).chain([need]).collect();
        self.day.may_issue_all(&needs, self.now).err().map(Absence::from)
    }

    /// The time that was told last.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// How long it has been since a moment of this session.
    pub fn since(&self, moment: Duration) -> Duration {
        self.passed.saturating_sub(moment)
    }

    /// Whether the number on the glass can be given up: whoever is called is the desk's to let go.
    pub fn may_leave(&self) -> bool {
        let Page::Number(shown) = &self.page else { return false };
        self.day.ticket_of(shown.ticket.token).is_none_or(|ticket| ticket.is_waiting())
    }

    /// Whether the hub is known to be gone.
    pub fn is_hub_gone(&self) -> bool {
        self.is_hub_gone
    }

    /// The time left before the glass resets, while it asks whether somebody is still there.
    pub fn warning(&self) -> Option<Duration> {
        let left = self.reset_after()?.saturating_sub(self.since(self.touched_at));
        let asks =
            !matches!(self.page, Page::Number(_) | Page::Left { .. } | Page::Counting { .. }) && left <= WARN_BEFORE;
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
            Page::Number(shown) if shown.slip == SlipProgress::Done(SlipOutcome::Printed) => Some(NUMBER_STAYS),
            Page::Number(_) => Some(NUMBER_STAYS_WITHOUT_SLIP),
            Page::Left { .. } => Some(LEFT_STAYS),
            Page::Counting { .. } => Some(QUESTION_STAYS),
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

    /// What the day says by now of the page that is shown: a number that is given up, somebody who is here again, a topic
    /// that is not asked any more.
    fn what_has_changed(&mut self) {
        let next = match self.page.underneath() {
            Page::Number(shown) | Page::Leaving { number: shown, .. } => {
                let number = shown.ticket.number;
                let newest = self.day.ticket_of(shown.ticket.token);
                let is_left = newest.is_some_and(|it| matches!(it.state, TicketState::Withdrawn { .. }));
                is_left.then_some(Page::Left { number })
            }
            Page::Closed { need, .. } => {
                let need = need.clone();
                let is_here = self.day.site().need(&need).is_some_and(|need| self.absence(need).is_none());
                is_here.then(|| Page::Confirm { wish: self.before.and(&need), asked: None })
            }
            Page::Counting { topics } => {
                topics.retain(|topic| self.day.site().topics().contains(topic));
                if topics.is_empty() {
                    self.go_home();
                }
                None
            }
            _ => None,
        };
        if let Some(next) = next {
            *self.page.underneath() = next;
            self.page_since = self.passed;
        }
    }

    fn day_changed(&mut self, day: Arc<Day>) {
        self.day = day;
        self.is_hub_gone = false;
        let site = Arc::clone(self.day.site());
        let is_lost = |wish: &Wish| wish.needs.iter().any(|need| site.need(need).is_none());
        if is_lost(&self.before) {
            self.before = Wish::default();
        }
        self.what_has_changed();
        let page = self.page.underneath();
        if !matches!(page, Page::Issuing { .. }) && page.needs().iter().any(|need| site.need(need).is_none()) {
            *page = Page::Needs;
        }
        if self.language.as_ref().is_some_and(|language| !site.languages().contains(language)) {
            self.language = None;
        }
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
