//! The running threads of the hub, for who starts and stops them.

use crate::health::{Beat, Lifeline};
use crate::journal::JournalError;
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::watch;

/// How often [`HubThread::stop`] looks whether the writer has ended.
const LOOK: Duration = Duration::from_millis(2);

/// The running writer; [`HubThread::stop`] ends it.
#[derive(Debug)]
pub struct HubThread {
    stop: watch::Sender<bool>,
    thread: JoinHandle<Option<JournalError>>,
    /// Of the writer and of the forecaster.
    lives: [Lifeline; 2],
    beats: [Beat; 2],
}

impl HubThread {
    pub(super) fn new(
        stop: watch::Sender<bool>,
        thread: JoinHandle<Option<JournalError>>,
        lives: [Lifeline; 2],
        beats: [Beat; 2],
    ) -> HubThread {
        HubThread { stop, thread, lives, beats }
    }

    /// Lets the writer finish its current batch and waits for its end. Gives the reason for which it had ended before that:
    /// another process has written to the journal.
    pub fn stop(self) -> Option<JournalError> {
        let _ = self.stop.send(true);
        while !self.thread.is_finished() {
            let [writer, _] = &self.lives;
            if writer.has_vanished() {
                // It can't be joined, and has left no reason.
                return None;
            }
            std::thread::sleep(LOOK);
        }
        // A panic was reported where it happened. The journal has everything that was confirmed.
        self.thread.join().unwrap_or(None)
    }

    /// The lifelines of the writer and of the forecaster. When one is cut before [`HubThread::stop`], the process has to
    /// end. The next start restores the day from the journal.
    pub fn lives(&self) -> [Lifeline; 2] {
        self.lives.clone()
    }

    /// What the writer and the forecaster do again and again: the one at least every two seconds, the other every half minute.
    pub fn beats(&self) -> [Beat; 2] {
        self.beats.clone()
    }

    /// Whether the writer has ended.
    pub fn has_ended(&self) -> bool {
        self.thread.is_finished()
    }
}
