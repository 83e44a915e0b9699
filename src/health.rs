//! Signs of life of the running parts, and what is wrong with one.

mod own_beat;
mod stillness;

pub use own_beat::{SHOWS_LIFE, keep_own_beat, rest, show_life};
pub use stillness::Stillness;

use crate::clock::Deadline;
use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};
use std::time::Duration;

/// Where the kernel lists the threads of this process.
const THREADS: &str = "/proc/self/task";

/// Held by a part as long as it runs: a thread or a task. However that ends, its lifeline is cut.
#[derive(Debug)]
pub struct Life(Arc<Living>);

/// Whether a part still runs.
#[derive(Debug, Clone)]
pub struct Lifeline(Weak<Living>);

#[derive(Debug, Default)]
struct Living {
    /// What the kernel shows of the part's thread; unset for a task, and where there is no `/proc`.
    thread: OnceLock<PathBuf>,
}

impl Life {
    pub fn begin() -> (Life, Lifeline) {
        let living = Arc::new(Living::default());
        let line = Lifeline(Arc::downgrade(&living));
        (Life(living), line)
    }

    /// From now on this thread has to hold it. A thread can end without dropping anything: then the kernel says so.
    pub fn in_this_thread(self) -> Life {
        let shown = fs::read_link("/proc/thread-self").ok();
        if let Some(number) = shown.as_deref().and_then(Path::file_name) {
            // A life is given to one thread only.
            let _ = self.0.thread.set(Path::new(THREADS).join(number));
        }
        self
    }
}

impl Lifeline {
    /// Whether the part has ended.
    pub fn is_cut(&self) -> bool {
        self.0.strong_count() == 0 || self.has_vanished()
    }

    /// Whether the thread has ended in a way that lets go of nothing: what it held stays taken, and it can't be joined.
    pub fn has_vanished(&self) -> bool {
        let has_gone = self.thread().is_some_and(|thread| match fs::metadata(&thread) {
            // The first thread of a process is shown until the others have ended too.
            Ok(_) => matches!(state(&thread), Some('Z' | 'X')),
            Err(error) => error.kind() == ErrorKind::NotFound && Path::new(THREADS).exists(),
        });
        // One that ends in order lets go first, and that may have been while this looked.
        has_gone && self.0.strong_count() > 0
    }

    /// Whether the thread waits in the kernel where nothing can end it, such as for a disk that does not answer.
    pub fn is_held_by_kernel(&self) -> bool {
        self.thread().is_some_and(|thread| state(&thread) == Some('D'))
    }

    fn thread(&self) -> Option<PathBuf> {
        self.0.upgrade()?.thread.get().cloned()
    }
}

/// The state of a thread, as the kernel writes it behind the name: `7 (hub) S ...`.
fn state(thread: &Path) -> Option<char> {
    let stat = fs::read_to_string(thread.join("stat")).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}

/// Threads that may end, but not vanish. Clones are of the same list.
#[derive(Debug, Clone, Default)]
pub struct Threads(Arc<Mutex<Vec<(&'static str, Lifeline)>>>);

thread_local! {
    /// Dropped when the thread ends in order or by a panic.
    static LIFE: Cell<Option<Life>> = const { Cell::new(None) };
}

impl Threads {
    /// Enters this thread, under a name for people.
    pub fn enter(&self, name: &'static str) {
        let (life, lifeline) = Life::begin();
        LIFE.set(Some(life.in_this_thread()));
        let mut threads = self.lock();
        threads.retain(|(_, other)| other.0.strong_count() > 0);
        threads.push((name, lifeline));
    }

    /// The name of one that has vanished.
    pub fn vanished(&self) -> Option<&'static str> {
        self.lock().iter().find(|(_, lifeline)| lifeline.has_vanished()).map(|(name, _)| *name)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(&'static str, Lifeline)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
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
    /// The certificate for https is valid for a few days more, or not at all.
    CertificateFaulty,
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
