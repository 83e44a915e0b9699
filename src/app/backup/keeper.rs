//! The running house backs itself up, and clears away what tells of the visitors of an ended day.
//!
//! While something happens, every quarter of an hour `backups/today.db`, with the one before as `today-1.db`. After each turn
//! of the day those are deleted, with all that was put aside, and `backups/night-DATE.db` is made without any event. A thread
//! of its own looks once a second; it ends with the hub.

use super::files::collect;
use super::nights;
use crate::app::failure::Failure;
use crate::clock::Clock;
use crate::domain::Sequence;
use crate::health::{Beat, Life, Lifeline, Stillness};
use crate::hub::Hub;
use crate::journal::{self, BackupJob, DataFolder, Extent};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::fmt::Display;
use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::os::unix::fs::DirBuilderExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// How often a changed day is backed up.
const EVERY: Duration = Duration::from_secs(15 * 60);
/// How soon after the start, and after a backup that failed.
const SOON: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_secs(1);
/// How long it may take to put a damaged database aside and to open the day on what is left.
const RECOVERED_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// Since when backups have failed; `None` while they succeed.
pub type BackupFault = Option<Timestamp>;

/// Makes the backups of a running house.
pub struct BackupKeeper {
    hub: Hub,
    clock: Clock,
    data: PathBuf,
    fault: watch::Sender<BackupFault>,
    beat: Beat,
    /// Whether the fault is that the thread hung.
    has_hung: Arc<AtomicBool>,
    /// The business day that was last looked at: its date and its first moment.
    seen: Option<(Date, Option<Timestamp>)>,
    /// The first event of that day.
    began: Option<Sequence>,
    /// The last event in the newest backup of the day.
    backed_up: Option<Sequence>,
    /// When the next one is due, and the next attempt after a failure; by the steady clock.
    next_today: Duration,
    next_attempt: Duration,
    /// Whether the backup of the night is still to be made.
    is_night_due: bool,
}

impl BackupKeeper {
    pub fn new(hub: Hub, clock: Clock, data: &Path) -> BackupKeeper {
        let now = clock.steady();
        BackupKeeper {
            hub,
            clock,
            data: data.to_owned(),
            fault: watch::Sender::new(None),
            beat: Beat::start(),
            has_hung: Arc::default(),
            seen: None,
            began: None,
            backed_up: None,
            next_today: now + SOON,
            next_attempt: now,
            is_night_due: false,
        }
    }

    /// Since when backups have failed.
    pub fn fault(&self) -> watch::Receiver<BackupFault> {
        self.fault.subscribe()
    }

    /// What its thread does between two looks, so also after each backup.
    pub fn beat(&self) -> Beat {
        self.beat.clone()
    }

    /// Reports a fault once the thread shows no life for so long; to be polled beside it.
    pub fn watch_for_hangs(&self, within: Duration) -> impl Future<Output = ()> + Send + 'static {
        let (fault, has_hung, clock) = (self.fault.clone(), Arc::clone(&self.has_hung), self.clock.clone());
        let most = u32::try_from(within.as_millis() / LOOK.as_millis()).unwrap_or(u32::MAX);
        let mut stillness = Stillness::of(self.beat(), most);
        async move {
            loop {
                tokio::time::sleep(LOOK).await;
                if stillness.look(|| false) && fault.borrow().is_none() {
                    has_hung.store(true, Ordering::SeqCst);
                    fault.send_replace(Some(clock.now()));
                    tracing::error!("a backup does not end: look at the disk of the data folder");
                }
            }
        }
    }

    /// Keeps the backups in a thread of its own, until the hub ends.
    pub fn start(mut self) -> io::Result<Lifeline> {
        let (life, lifeline) = Life::begin();
        let run = move || {
            let life = life.in_this_thread();
            while self.hub.watch().has_changed().is_ok() {
                self.beat.beat();
                if catch_unwind(AssertUnwindSafe(|| self.step())).is_err() {
                    self.has_failed("the code of backups panicked: report this as a bug");
                }
                std::thread::sleep(LOOK);
            }
            drop(life);
        };
        std::thread::Builder::new().name("backups".to_owned()).spawn(run).map(|_| lifeline)
    }

    /// Does what is due.
    pub fn step(&mut self) {
        let now = self.clock.steady();
        if now < self.next_attempt {
            return;
        }
        match self.do_what_is_due(now) {
            Ok(was_due) => {
                let has_hung = self.has_hung.swap(false, Ordering::SeqCst);
                if (was_due || has_hung) && self.fault.send_replace(None).is_some() {
                    tracing::info!("backups succeed again");
                }
            }
            Err(failure) => self.has_failed(failure),
        }
    }

    fn has_failed(&mut self, failure: impl Display) {
        self.next_attempt = self.clock.steady() + SOON;
        self.has_hung.store(false, Ordering::SeqCst);
        let is_new = self.fault.send_if_modified(|since| {
            let is_new = since.is_none();
            since.get_or_insert(self.clock.now());
            is_new
        });
        if is_new {
            tracing::error!(%failure, "the house can't be backed up; it is tried again every minute");
        }
    }

    /// Whether anything was due.
    fn do_what_is_due(&mut self, now: Duration) -> Result<bool, Failure> {
        let day = self.hub.day();
        let Some(date) = day.date() else { return Ok(false) };
        let seen = Some((date, day.opened_at()));
        if self.seen != seen {
            // After a loss the day may have been opened anew, just after the damaged files were put aside: they stay.
            let is_anew = day.losses().len() > 0;
            let opened_at = day.opened_at().map(|at| if is_anew { at - RECOVERED_WITHIN } else { at });
            self.look_at_the_day(opened_at)?;
            self.is_night_due = !nights::file(&self.folder(), date).exists();
            self.seen = seen;
        }
        if self.is_night_due && !self.has_ended_days()? {
            self.back_up(&nights::file(&self.folder(), date), Extent::WithoutDay)?;
            nights::delete_oldest(&self.folder(), date, day.is_date_sure()).map_err(|error| self.in_the_way(&error))?;
            self.is_night_due = false;
            return Ok(true);
        }
        if now >= self.next_today && self.backed_up != Some(day.sequence()) {
            self.backed_up = Some(self.back_up_today()?);
            self.next_today = now + EVERY;
            return Ok(true);
        }
        Ok(false)
    }

    /// Deletes what tells of an ended day.
    fn look_at_the_day(&mut self, opened_at: Option<Timestamp>) -> Result<(), Failure> {
        let database = DataFolder::database(&self.data);
        let began = journal::day_began(&database).map_err(|error| in_database(&database, &error))?;
        // What was put aside before a turn of the day that the house has seen is of an ended day.
        let opened_at = opened_at.filter(|_| self.began.is_none() || self.began == began);
        let sweep = journal::delete_traces(&self.data, &self.folder(), began, opened_at, self.clock.now());
        sweep.map_err(|error| self.in_the_way(&error))?;
        if self.began != began {
            (self.began, self.backed_up) = (began, None);
        }
        Ok(())
    }

    /// Whether tickets of ended days are still in the database, so that their counts are not.
    fn has_ended_days(&self) -> Result<bool, Failure> {
        let database = DataFolder::database(&self.data);
        journal::has_ended_days(&database).map_err(|error| in_database(&database, &error))
    }

    /// The newest backup of the day takes the place of the one before only when it is whole.
    fn back_up_today(&self) -> Result<Sequence, Failure> {
        let folder = self.folder();
        let [newest, former, next] = [TODAY, FORMER, NEXT].map(|name| folder.join(name));
        let last = self.back_up(&next, Extent::WithDay)?;
        if newest.exists() {
            fs::rename(&newest, &former).map_err(|error| self.in_the_way(&error))?;
        }
        fs::rename(&next, &newest).map_err(|error| self.in_the_way(&error))?;
        Ok(last)
    }

    fn back_up(&self, file: &Path, extent: Extent) -> Result<Sequence, Failure> {
        let folder = self.folder();
        // The data folder itself is not made anew when it was moved away.
        match DirBuilder::new().mode(0o700).create(&folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(self.in_the_way(&error)),
            _ => {}
        }
        let (database, files) = (DataFolder::database(&self.data), collect(&self.data)?);
        let (site, now) = (self.hub.day().site().clone(), self.clock.now());
        let job = BackupJob { database: &database, extent, files: &files, site: &site, now };
        Ok(job.write_to(file)?.last)
    }

    fn folder(&self) -> PathBuf {
        self.data.join(FOLDER)
    }

    fn in_the_way(&self, error: &io::Error) -> Failure {
        let folder = self.folder();
        let folder = folder.display();
        Failure::new(format!(
            "{folder} can't be written ({error}): mend its owner and rights, or make room on the disk"
        ))
    }
}

/// The folder of the backups in a data folder.
pub(in crate::app) const FOLDER: &str = "backups";
/// The newest backup of the day, the one before it, and the one that is being made.
pub(in crate::app) const TODAY: &str = "today.db";
pub(in crate::app) const FORMER: &str = "today-1.db";
const NEXT: &str = "today-0.db";

fn in_database(database: &Path, error: &journal::JournalError) -> Failure {
    Failure::new(format!("{}: {error}", database.display()))
}
