//! Drives session and glass: touches, ticks and answers in, effects out.

use super::effects::{AnswerSender, EffectRunner};
use super::glass::{DisplayError, Glass};
use super::kiosk_parts::KioskParts;
use super::page::Touch;
use super::screen::compose;
use super::session::{Input, Moment, Session};
use crate::clock::Clock;
use crate::domain::{Day, Forecast};
use crate::health::Beat;
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::PrinterStatus;
use crate::random;
use slint::{CloseRequestResponse, ComponentHandle, Timer, TimerMode};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;
use tokio::sync::watch;

const TICK: Duration = Duration::from_millis(250);
/// Capacity of the answer channel; a session has far fewer requests in flight.
const ANSWER_CAPACITY: usize = 256;

/// Runs the glass until it has to close or its window is closed.
pub(super) fn run(parts: KioskParts) -> Result<(), DisplayError> {
    let glass = Glass::new(parts.size)?;
    // A key or a window manager may ask for it; there is nothing behind the glass to go on with.
    glass.window().window().on_close_requested(|| CloseRequestResponse::KeepWindowShown);
    if parts.size.is_none() {
        glass.window().window().set_fullscreen(true);
    }
    let (runtime, mut stop) = (parts.runtime.clone(), parts.stop.clone());
    let driver = Rc::new(Driver::new(parts, glass));
    // The window holds these closures: a strong reference to the driver, which holds the window, would be a leak.
    let weak = Rc::downgrade(&driver);
    let call = move |action: &dyn Fn(&Driver)| {
        if let Some(driver) = weak.upgrade() {
            action(&driver);
        }
    };
    let (on_touch, on_woken, on_tick) = (call.clone(), call.clone(), call);
    driver.glass.connect(move |touch: Touch| on_touch(&|driver| driver.handle([touch.clone().into()])));
    driver.glass.on_woken(move || on_woken(&Driver::take_answers));
    let timer = Timer::default();
    timer.start(TimerMode::Repeated, TICK, move || on_tick(&Driver::tick));
    let stopper = runtime.spawn(async move {
        // An error means that every sender is gone, which is an end as well.
        let _ = stop.wait_for(|is_requested| *is_requested).await;
        // Before the event loop has begun this does nothing; then the first tick sees it.
        let _ = slint::quit_event_loop();
    });

    driver.tick();
    let window = driver.glass.window().clone_strong();
    let ended = window.run();
    stopper.abort();
    Ok(ended?)
}

struct Driver {
    glass: Glass,
    session: RefCell<Session>,
    clock: Clock,
    locales: Arc<Locales>,
    public_url: String,
    day: RefCell<watch::Receiver<Arc<Day>>>,
    forecast: RefCell<watch::Receiver<Arc<Forecast>>>,
    printer: watch::Receiver<PrinterStatus>,
    hub: Hub,
    answers: Receiver<Input>,
    effects: EffectRunner,
    stop: watch::Receiver<bool>,
    beat: Beat,
}

impl Driver {
    fn new(parts: KioskParts, glass: Glass) -> Driver {
        let session = Session::new(parts.hub.day(), &key_prefix(&parts.clock), Moment::of(&parts.clock));
        let (sender, answers) = sync_channel(ANSWER_CAPACITY);
        let sender = AnswerSender::new(sender, glass.window().as_weak());
        let mut forecast = parts.hub.watch_forecast();
        forecast.mark_changed();
        Driver {
            glass,
            session: RefCell::new(session),
            clock: parts.clock.clone(),
            locales: Arc::clone(&parts.locales),
            public_url: parts.public_url.clone(),
            day: RefCell::new(parts.hub.watch()),
            forecast: RefCell::new(forecast),
            printer: parts.spooler.status(),
            hub: parts.hub.clone(),
            answers,
            stop: parts.stop.clone(),
            beat: parts.beat.clone(),
            effects: EffectRunner::new(parts, sender),
        }
    }

    fn tick(&self) {
        self.beat.beat();
        if *self.stop.borrow() {
            // The only error is that there is no event loop, and then this is no tick of one.
            let _ = slint::quit_event_loop();
        }
        self.glass.fit();
        let status = [Input::PrinterChanged(*self.printer.borrow()), Input::SavingChanged(self.hub.is_saving())];
        self.handle(self.news().into_iter().chain(status).chain([Input::Tick]));
    }

    fn take_answers(&self) {
        self.handle(self.news());
    }

    /// What has come in since the last time. The day first, so that people ahead are counted with the new ticket.
    fn news(&self) -> Vec<Input> {
        let day = match newest(&mut self.day.borrow_mut()) {
            Ok(day) => day.map(Input::DayChanged),
            Err(_) => Some(Input::HubGone),
        };
        // An error means that the hub has stopped, which the day reports.
        let forecast = newest(&mut self.forecast.borrow_mut()).ok().flatten().map(Input::ForecastChanged);
        day.into_iter().chain(forecast).chain(self.answers.try_iter()).collect()
    }

    /// All inputs, then the screen once: composing it is the costly part.
    fn handle(&self, inputs: impl IntoIterator<Item = Input>) {
        let mut effects = Vec::new();
        for input in inputs {
            effects.extend(self.session.borrow_mut().handle(input, Moment::of(&self.clock)));
        }
        let screen = compose(&self.session.borrow(), &self.locales, &self.public_url);
        self.glass.show(&screen);
        for effect in effects {
            self.effects.run(effect);
        }
    }
}

/// The newest value, when it has changed since the last call.
fn newest<T>(values: &mut watch::Receiver<Arc<T>>) -> Result<Option<Arc<T>>, watch::error::RecvError> {
    Ok(values.has_changed()?.then(|| Arc::clone(&values.borrow_and_update())))
}

/// Differs between two glasses, and between two starts of one.
fn key_prefix(clock: &Clock) -> String {
    let random = random::bytes().unwrap_or_else(|error| {
        tracing::error!(%error, "no random bytes, so keys of requests come from the time alone: restart the machine");
        [0; 16]
    });
    let now = clock.now().as_nanosecond().unsigned_abs();
    format!("g{:032x}", u128::from_ne_bytes(random) ^ now)
}
