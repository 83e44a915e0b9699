//! Computes expected waits beside the writer: whenever the day changes, and as time goes by.
//!
//! Promises: neither the writer nor a reader waits for it; it takes a bounded time for each forecast and a small share of the
//! machine, however fast the day changes, and gives way to every other thread; readers get the newest forecast at once. It
//! ends when the writer does.

use crate::clock::{Clock, Deadline};
use crate::domain::wait::ROUNDS;
use crate::domain::{Day, Forecast};
use crate::health::{Beat, Life, Lifeline};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// The most time for one forecast. Five hundred waiting tickets take less.
const BUDGET: Duration = Duration::from_millis(300);
/// How often a forecast is renewed while the day does not change: waits shrink as time goes by.
const FRESH: Duration = Duration::from_secs(20);
/// After each forecast the thread rests for so many times its duration: less than two percent of a core on a busy day. The first
/// change after a rest is forecast at once, and with few tickets the rest is a part of a second.
const REST: u32 = 64;
/// The longest rest.
const MAX_REST: Duration = Duration::from_secs(10);
/// How far it stands back behind the threads that visitors wait for.
const NICE: i32 = 10;

/// Starts the thread; gives its forecasts, its lifeline, and a beat for each forecast.
pub(super) fn start(
    day: watch::Receiver<Arc<Day>>,
    clock: Clock,
) -> std::io::Result<(watch::Receiver<Arc<Forecast>>, Lifeline, Beat)> {
    let (publish, watched) = watch::channel(Arc::new(Forecast::default()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let (life, lifeline) = Life::begin();
    let beat = Beat::start();
    let own = beat.clone();
    let run = move || {
        let life = life.in_this_thread();
        // On Linux that is this thread's alone. A forecast that could not step back is still a forecast.
        let _ = rustix::process::nice(NICE);
        runtime.block_on(run(day, &clock, &publish, &own));
        drop(life);
    };
    std::thread::Builder::new().name("forecast".to_owned()).spawn(run)?;
    Ok((watched, lifeline, beat))
}

async fn run(mut day: watch::Receiver<Arc<Day>>, clock: &Clock, publish: &watch::Sender<Arc<Forecast>>, beat: &Beat) {
    loop {
        beat.beat();
        let newest = Arc::clone(&day.borrow_and_update());
        let deadline = Deadline::after(BUDGET);
        // The same events have to give the same forecast.
        let seed = newest.sequence().0;
        let forecast = Forecast::of(&newest, clock.now(), seed, ROUNDS, || !deadline.is_over());
        if publish.send(Arc::new(forecast)).is_err() {
            break;
        }
        tokio::time::sleep((deadline.passed() * REST).min(MAX_REST)).await;
        match tokio::time::timeout(FRESH, day.changed()).await {
            Ok(Ok(())) | Err(_) => {}
            Ok(Err(_)) => break,
        }
    }
}
