//! Deletes the simulated printer's slips in the data folder when the day ends: they bear ticket numbers.

use crate::domain::Day;
use crate::print;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;
use tokio::sync::watch;

/// Deletes the slips of ended days, now and whenever the date changes; until the hub ends.
pub(super) async fn sweep(mut day: watch::Receiver<Arc<Day>>, slips: PathBuf) {
    let mut swept = None;
    loop {
        let (date, is_fresh, opened_at) = {
            let day = day.borrow_and_update();
            (day.date(), day.tickets().len() == 0, day.opened_at())
        };
        if swept != Some(date) {
            // A day that goes on after a restart keeps its slips; one with tickets of the day before keeps none of that day.
            let before = opened_at.map(SystemTime::from).filter(|_| !is_fresh && swept.is_none());
            delete(slips.clone(), before).await;
            swept = Some(date);
        }
        if day.changed().await.is_err() {
            return;
        }
    }
}

async fn delete(folder: PathBuf, before: Option<SystemTime>) {
    let path = folder.clone();
    let done = tokio::task::spawn_blocking(move || print::delete_simulated_slips(&path, before)).await;
    if let Ok(Err(error)) = done {
        let folder = folder.display();
        tracing::error!(%error, %folder, "yesterday's simulated slips can't be deleted: delete them by hand");
    }
}
