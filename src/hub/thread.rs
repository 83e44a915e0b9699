//! The running threads of the hub, for who starts and stops them.

use crate::health::Lifeline;
use crate::journal::JournalError;
use std::thread::JoinHandle;
use tokio::sync::watch;

/// The running writer; [`HubThread::stop`] ends it.
#[derive(Debug)]
pub struct HubThread {
    stop: watch::Sender<bool>,
    thread: JoinHandle<Option<JournalError>>,
    /// Of the writer and of the forecaster.
    lives: [Lifeline; 2],
}

impl HubThread {
    pub(super) fn new(
        stop: watch::Sender<bool>,
        thread: JoinHandle<Option<JournalError>>,
        lives: [Lifeline; 2],
    ) -> HubThread {
        HubThread { stop, thread, lives }
    }

    /// Lets the writer finish its current batch and waits for its end. Gives the reason for which it had ended before that:
    /// another process has written to the journal.
    pub fn stop(self) -> Option<JournalError> {
        let _ = self.stop.send(true);
        // A panic was reported where it happened. The journal has everything that was confirmed.
        self.thread.join().unwrap_or(None)
    }

    /// The lifelines of the writer and of the forecaster. When one is cut before [`HubThread::stop`], the process has to
    /// end. The next start restores the day from the journal.
    pub fn lives(&self) -> [Lifeline; 2] {
        self.lives.clone()
    }

    /// Whether the writer has ended.
    pub fn has_ended(&self) -> bool {
        self.thread.is_finished()
    }
}
