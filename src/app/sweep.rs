//! At the day's end the slips that the simulated printer has drawn into the data folder go: they bear numbers.

use crate::domain::Day;
use crate::print;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;

/// Throws the slips away when a day begins without tickets, now and whenever the date changes; until the hub ends.
pub(super) async fn sweep(mut day: watch::Receiver<Arc<Day>>, slips: PathBuf) {
    let mut swept = None;
    loop {
        let (date, is_fresh) = {
            let day = day.borrow_and_update();
            (day.date(), day.tickets().len() == 0)
        };
        if swept != Some(date) {
            // Within a day that goes on after a restart, its slips stay.
            if is_fresh || swept.is_some() {
                forget(slips.clone()).await;
            }
            swept = Some(date);
        }
        if day.changed().await.is_err() {
            return;
        }
    }
}

async fn forget(slips: PathBuf) {
    let done = tokio::task::spawn_blocking(move || print::forget_simulated(&slips)).await;
    if let Ok(Err(error)) = done {
        tracing::error!(%error, "yesterday's simulated slips could not be thrown away: delete them by hand");
    }
}
