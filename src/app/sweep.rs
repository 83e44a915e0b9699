//! Deletes the simulated printer's slips in the data folder when the day ends: they bear ticket numbers.

use crate::domain::Day;
use crate::print;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;

/// Deletes the slips when a day begins without tickets, now and whenever the date changes; until the hub ends.
pub(super) async fn sweep(mut day: watch::Receiver<Arc<Day>>, slips: PathBuf) {
    let mut swept = None;
    loop {
        let (date, is_fresh) = {
            let day = day.borrow_and_update();
            (day.date(), day.tickets().len() == 0)
        };
        if swept != Some(date) {
            // A day that goes on after a restart keeps its slips.
            if is_fresh || swept.is_some() {
                delete(slips.clone()).await;
            }
            swept = Some(date);
        }
        if day.changed().await.is_err() {
            return;
        }
    }
}

async fn delete(folder: PathBuf) {
    let path = folder.clone();
    let done = tokio::task::spawn_blocking(move || print::delete_simulated_slips(&path)).await;
    if let Ok(Err(error)) = done {
        let folder = folder.display();
        tracing::error!(%error, %folder, "yesterday's simulated slips can't be deleted: delete them by hand");
    }
}
