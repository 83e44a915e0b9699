//! A thread of its own for work that blocks: one job after another, from a bounded queue.
//!
//! The thread is started once and kept. Short of memory or of threads the operating system gives no new one, and a sign-in
//! must not depend on that; where even the first can't be had, each job asks for it again.

use crate::health::Threads;
use crate::web::http::rare_line::RareLine;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{mpsc, oneshot};

/// Runs jobs on what it owns. Cheap to clone.
pub(in crate::web) struct BlockingWorker<S> {
    name: &'static str,
    jobs: mpsc::Sender<BlockingJob<S>>,
    threads: Threads,
    /// What the thread is to own; `None` once it runs.
    idle: Arc<Mutex<Option<Idle<S>>>>,
}

/// Why a job was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum NotDone {
    /// As many jobs wait as may.
    Full,
    /// There is no thread, or the job panicked; the reason is in the log.
    Failed,
}

type BlockingJob<S> = Box<dyn FnOnce(&mut S) + Send>;

struct Idle<S> {
    jobs: mpsc::Receiver<BlockingJob<S>>,
    state: S,
}

impl<S: Send + 'static> BlockingWorker<S> {
    /// At most so many jobs wait for the one that runs.
    pub(in crate::web) fn start(
        name: &'static str,
        waiting_most: usize,
        state: S,
        threads: Threads,
    ) -> BlockingWorker<S> {
        let (jobs, inbox) = mpsc::channel(waiting_most);
        let idle = Arc::new(Mutex::new(Some(Idle { jobs: inbox, state })));
        let worker = BlockingWorker { name, jobs, threads, idle };
        worker.is_running();
        worker
    }

    /// Runs a job in its turn.
    pub(in crate::web) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut S) -> T + Send + 'static,
    ) -> Result<T, NotDone> {
        if !self.is_running() {
            return Err(NotDone::Failed);
        }
        let (reply, answer) = oneshot::channel();
        let job = Box::new(move |state: &mut S| {
            // The one who asked may have hung up.
            let _ = reply.send(job(state));
        });
        self.jobs.try_send(job).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => NotDone::Full,
            mpsc::error::TrySendError::Closed(_) => NotDone::Failed,
        })?;
        answer.await.map_err(|_| NotDone::Failed)
    }

    /// Starts the thread, unless it runs; `false` when it can't be had.
    fn is_running(&self) -> bool {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(state) = idle.take() else { return true };
        let (hand_over, taken) = std::sync::mpsc::sync_channel(1);
        let threads = self.threads.clone();
        let run = move || {
            threads.enter("a thread that reads accounts or checks PINs");
            taken.recv().into_iter().for_each(Idle::work);
        };
        match std::thread::Builder::new().name(self.name.to_owned()).spawn(run) {
            // It has room for one, and the thread waits for it.
            Ok(_) => hand_over.send(state).is_ok(),
            Err(error) => {
                *idle = Some(state);
                static LINE: RareLine = RareLine::new();
                if let Some(left_out) = LINE.due() {
                    tracing::error!(%error, left_out, thread = self.name, "the operating system gives no thread: raise the limit of threads or memory of this user, or restart the machine");
                }
                false
            }
        }
    }
}

impl<S> Idle<S> {
    fn work(mut self) {
        while let Some(job) = self.jobs.blocking_recv() {
            if catch_unwind(AssertUnwindSafe(|| job(&mut self.state))).is_err() {
                static LINE: RareLine = RareLine::new();
                if let Some(left_out) = LINE.due() {
                    tracing::error!(left_out, "reading an account or checking a PIN panicked; report this as a bug");
                }
            }
        }
    }
}

impl<S> Clone for BlockingWorker<S> {
    fn clone(&self) -> BlockingWorker<S> {
        BlockingWorker {
            name: self.name,
            jobs: self.jobs.clone(),
            threads: self.threads.clone(),
            idle: Arc::clone(&self.idle),
        }
    }
}
