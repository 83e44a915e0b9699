//! The end of the process: who may ask for it, how the parts learn of it, and how long it may take.

use crate::app::failure::Failure;
use crate::clock::Deadline;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::watch;

/// The time limit for the whole end; then it is broken off, and the process has ended within 5 s.
const STOP_WITHIN: Duration = Duration::from_millis(4700);
/// What the parts leave of it: for the main thread, and for the last lines of the log.
const RESERVE: Duration = MAIN_ENDS_WITHIN.saturating_add(LAST_LINES).saturating_add(Duration::from_millis(100));
/// How long the main thread may take to end the process once the parts are stopped.
pub const MAIN_ENDS_WITHIN: Duration = Duration::from_millis(400);
/// How long the end waits for a log that is slow.
pub const LAST_LINES: Duration = Duration::from_millis(250);

/// Asks the process to end. Clones belong together.
#[derive(Clone)]
pub struct Shutdown {
    requests: watch::Sender<bool>,
    deadline: Arc<OnceLock<Deadline>>,
    fault: Arc<OnceLock<Failure>>,
}

impl Shutdown {
    pub fn new() -> Shutdown {
        Shutdown { requests: watch::Sender::new(false), deadline: Arc::default(), fault: Arc::default() }
    }

    /// The first request begins the deadline.
    pub fn request(&self) {
        self.deadline.get_or_init(|| Deadline::after(STOP_WITHIN));
        self.requests.send_replace(true);
    }

    /// The same, because of a fault: the process ends with it.
    pub fn request_for(&self, fault: Failure) {
        // The first one counts; others may follow from it.
        let _ = self.fault.set(fault);
        self.request();
    }

    pub fn is_requested(&self) -> bool {
        *self.requests.borrow()
    }

    /// `true` from the request on.
    pub fn watch(&self) -> watch::Receiver<bool> {
        self.requests.subscribe()
    }

    /// Completes when the end is requested.
    pub fn requested(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut requests = self.watch();
        async move {
            // An error means that every sender is gone, which is an end as well.
            let _ = requests.wait_for(|is_requested| *is_requested).await;
        }
    }

    /// The fault for which the end was requested, if there is one.
    pub fn fault(&self) -> Option<&Failure> {
        self.fault.get()
    }

    /// How long the parts may take for the rest of the end.
    pub fn left(&self) -> Duration {
        let left = self.deadline.get().map_or(Some(STOP_WITHIN), Deadline::left);
        left.unwrap_or_default().saturating_sub(RESERVE)
    }

    /// The time until the end takes too long; `None` as long as it was not requested.
    pub fn until_overdue(&self) -> Option<Duration> {
        self.deadline.get().map(|deadline| deadline.left().unwrap_or_default())
    }
}
