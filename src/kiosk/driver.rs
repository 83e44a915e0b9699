//! Drives session and glass: touches and ticks in, effects out to hub and printer, answers back in.

use super::glass::{Glass, Window};
use super::page::{Errand, Wish};
use super::session::{Effect, Input, Session};
use super::{GlassError, Parts, compose};
use crate::domain::{Absence, Day, Forecast, LanguageTag, NeedCode, SlipOutcome, Ticket};
use crate::print::{Note, Paper, Slip};
use slint::{ComponentHandle, Timer, TimerMode};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;
use tokio::sync::watch;

/// How often time is told to the session.
const TICK: Duration = Duration::from_millis(250);
/// Answers that may wait for the loop. A session has far fewer questions open.
const MOST_ANSWERS: usize = 256;
/// A slip that nobody tells of for so long is not known to be printed.
const SLIP_WITHIN: Duration = Duration::from_secs(180);

/// Runs the glass until `stop` ends or its window is closed.
pub(super) fn run(parts: Parts, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), GlassError> {
    let glass = Glass::new(parts.size)?;
    if parts.size.is_none() {
        glass.window().window().set_fullscreen(true);
    }
    let runtime = parts.runtime.clone();
    let driver = Driver::new(parts, glass)?;

    let told = Rc::downgrade(&driver);
    driver.glass.connect(move |input| {
        if let Some(driver) = told.upgrade() {
            driver.handle(input);
        }
    });
    let woken = Rc::downgrade(&driver);
    driver.glass.on_woken(move || {
        if let Some(driver) = woken.upgrade() {
            driver.take_answers();
        }
    });
    let ticked = Rc::downgrade(&driver);
    let timer = Timer::default();
    timer.start(TimerMode::Repeated, TICK, move || {
        if let Some(driver) = ticked.upgrade() {
            driver.tick();
        }
    });
    let stopper = runtime.spawn(async move {
        stop.await;
        // It fails only when the loop has ended already.
        let _ = slint::quit_event_loop();
    });

    driver.tick();
    let window = driver.glass.window().clone_strong();
    let ended = window.run().map_err(|error| GlassError::NoDisplay(error.to_string()));
    stopper.abort();
    ended
}

struct Driver {
    parts: Parts,
    glass: Glass,
    session: RefCell<Session>,
    day: RefCell<watch::Receiver<Arc<Day>>>,
    forecast: RefCell<watch::Receiver<Arc<Forecast>>>,
    answers: Receiver<Input>,
    post: Post,
}

/// Brings an answer to the loop, from any thread.
#[derive(Clone)]
struct Post {
    answers: SyncSender<Input>,
    window: slint::Weak<Window>,
}

impl Post {
    fn send(&self, answer: Input) {
        if self.answers.try_send(answer).is_err() {
            tracing::error!("an answer to the glass is lost: its loop has ended or has not run for long");
        }
        Glass::wake(&self.window);
    }
}

impl Driver {
    fn new(parts: Parts, glass: Glass) -> Result<Rc<Driver>, GlassError> {
        let mut random = [0u8; 16];
        if let Err(error) = getrandom::fill(&mut random) {
            tracing::error!(%error, "no random numbers; the glass's keys are made of the time alone");
        }
        let now = parts.clock.now();
        let prefix = format!("g{:032x}", u128::from_ne_bytes(random) ^ now.as_nanosecond().unsigned_abs());
        let session = Session::new(parts.hub.day(), &prefix, now);
        let (sender, answers) = sync_channel(MOST_ANSWERS);
        let post = Post { answers: sender, window: glass.window().as_weak() };
        let day = RefCell::new(parts.hub.watch());
        let mut forecast = parts.hub.watch_forecast();
        forecast.mark_changed();
        let forecast = RefCell::new(forecast);
        Ok(Rc::new(Driver { parts, glass, session: RefCell::new(session), day, forecast, answers, post }))
    }

    fn tick(&self) {
        self.glass.fit();
        self.watch_day();
        self.take_answers();
        self.handle(Input::Tick);
    }

    fn watch_day(&self) {
        let changed = {
            let mut day = self.day.borrow_mut();
            day.has_changed().map(|has_changed| has_changed.then(|| Arc::clone(&day.borrow_and_update())))
        };
        match changed {
            Ok(None) => {}
            Ok(Some(day)) => self.handle(Input::DayChanged(day)),
            Err(_) => self.handle(Input::HubGone),
        }
        let forecast = {
            let mut forecast = self.forecast.borrow_mut();
            // Without a hub there are no forecasts either, and the watch on the day tells that.
            let has_changed = forecast.has_changed().unwrap_or(false);
            has_changed.then(|| Arc::clone(&forecast.borrow_and_update()))
        };
        if let Some(forecast) = forecast {
            self.handle(Input::ForecastChanged(forecast));
        }
    }

    fn take_answers(&self) {
        // The day first, so that people ahead are counted with the new ticket.
        self.watch_day();
        while let Ok(answer) = self.answers.try_recv() {
            self.handle(answer);
        }
    }

    fn handle(&self, input: Input) {
        let now = self.parts.clock.now();
        let effects = self.session.borrow_mut().handle(input, now);
        let screen = compose(&self.session.borrow(), &self.parts.locales, &self.parts.public_url);
        self.glass.show(&screen);
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(&self, effect: Effect) {
        let hub = self.parts.hub.clone();
        let post = self.post.clone();
        match effect {
            Effect::Issue(asked) => {
                self.parts.runtime.spawn(async move {
                    let key = asked.key;
                    let result = match asked.errand {
                        Errand::Needs(Wish { needs, is_priority }) => {
                            hub.issue(needs, asked.language, is_priority, Some(key.clone())).await
                        }
                        Errand::Appointment(code) => hub.check_in(code, asked.language, Some(key.clone())).await,
                    };
                    if let Err(error) = &result {
                        tracing::warn!(%error, "the hub gave no number");
                    }
                    post.send(Input::Issued { key, result });
                });
            }
            Effect::Print(ticket) => self.print(&ticket),
            Effect::PrintNote { note, absence, need, language } => self.print_note(note, &absence, &need, &language),
            Effect::Count(tap) => hub.tap(tap),
            Effect::Withdraw(token) => {
                self.parts.runtime.spawn(async move {
                    let result = hub.withdraw(token, None).await;
                    if let Err(error) = &result {
                        tracing::warn!(%error, "a number could not be given up");
                    }
                    post.send(Input::Withdrawn { token, result });
                });
            }
            Effect::ReportSlip { ticket, outcome } => {
                self.parts.runtime.spawn(async move {
                    if let Err(error) = hub.report_slip(ticket, outcome).await {
                        tracing::warn!(%error, %ticket, "what became of a slip could not be noted");
                    }
                });
            }
        }
    }

    fn print(&self, ticket: &Ticket) {
        let day = self.parts.hub.day();
        let slip = Slip::compose(day.site(), ticket, day.ahead(ticket), &self.parts.locales, &self.parts.public_url);
        let number = ticket.number;
        self.send_to_printer(slip.into(), move |outcome| Input::SlipDone { ticket: number, outcome });
    }

    fn print_note(&self, note: u64, absence: &Absence, code: &NeedCode, language: &LanguageTag) {
        let day = self.parts.hub.day();
        let tell = move |outcome| Input::NoteDone { note, outcome };
        match day.site().need(code) {
            Some(need) => {
                let paper = Note::compose(day.site(), need, absence, language, &self.parts.locales);
                self.send_to_printer(paper.into(), tell);
            }
            None => self.post.send(tell(SlipOutcome::Failed)),
        }
    }

    fn send_to_printer(&self, paper: Paper, tell: impl FnOnce(SlipOutcome) -> Input + Send + 'static) {
        let post = self.post.clone();
        let printed = self.parts.spooler.print(paper);
        self.parts.runtime.spawn(async move {
            let outcome = match printed {
                Ok(outcome) => match tokio::time::timeout(SLIP_WITHIN, outcome).await {
                    Ok(Ok(outcome)) => outcome,
                    Ok(Err(_)) | Err(_) => SlipOutcome::Unknown,
                },
                Err(full) => {
                    tracing::warn!(?full, "nothing more could be queued for the printer");
                    SlipOutcome::Failed
                }
            };
            post.send(tell(outcome));
        });
    }
}
