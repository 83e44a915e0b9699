//! Signs of life of the running parts, and what is wrong with one.

use crate::clock::Deadline;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

/// Held by a part as long as it runs: a thread or a task. However that ends, its lifeline is cut.
#[derive(Debug)]
pub struct Life(#[expect(dead_code, reason = "only that it exists counts")] Arc<()>);

/// Whether a part still runs.
#[derive(Debug, Clone)]
pub struct Lifeline(Weak<()>);

impl Life {
    pub fn begin() -> (Life, Lifeline) {
        let life = Arc::new(());
        let line = Lifeline(Arc::downgrade(&life));
        (Life(life), line)
    }
}

impl Lifeline {
    /// Whether the part has ended.
    pub fn is_cut(&self) -> bool {
        self.0.strong_count() == 0
    }
}

/// What a part does again and again while it is well. Clones are of the same heart.
#[derive(Debug, Clone)]
pub struct Beat(Arc<Heart>);

#[derive(Debug)]
struct Heart {
    count: AtomicU64,
    last: Mutex<Deadline>,
}

impl Beat {
    /// The first beat is now.
    pub fn start() -> Beat {
        Beat(Arc::new(Heart { count: AtomicU64::new(0), last: Mutex::new(Deadline::after(Duration::ZERO)) }))
    }

    pub fn beat(&self) {
        self.0.count.fetch_add(1, Ordering::Relaxed);
        *self.0.last.lock().unwrap_or_else(PoisonError::into_inner) = Deadline::after(Duration::ZERO);
    }

    /// How often it has beaten.
    pub fn count(&self) -> u64 {
        self.0.count.load(Ordering::Relaxed)
    }

    /// The time since the last beat.
    pub fn age(&self) -> Duration {
        self.0.last.lock().unwrap_or_else(PoisonError::into_inner).passed()
    }
}

/// What is wrong with a part that is looked after outside of the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartFault {
    /// The accounts of staff can't be read.
    StaffBookAway,
    /// The glass is not open, and is opened again.
    GlassClosed,
    /// The glass is open and does not move.
    GlassFrozen,
    /// The glass can't come back without a restart.
    GlassLost,
}

/// Something that is measured. Looking is instant: it never waits for what it looks at.
pub trait Check: Send + Sync {
    /// The name of the part, for programs.
    fn name(&self) -> &'static str;

    /// What is wrong with it now.
    fn fault(&self) -> Option<PartFault>;
}

/// A check that some task does again and again: it is wrong once no attempt has succeeded for too long.
pub struct BeatCheck {
    pub name: &'static str,
    pub beat: Beat,
    pub within: Duration,
    pub fault: PartFault,
}

impl Check for BeatCheck {
    fn name(&self) -> &'static str {
        self.name
    }

    fn fault(&self) -> Option<PartFault> {
        (self.beat.age() > self.within).then_some(self.fault)
    }
}
