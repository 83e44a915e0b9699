//! The parts of the process, except for the glass: their start and their stop.
//!
//! Start order: site, journal and hub, printer, web, then the glass by the main thread. Stop order is the reverse, so that no
//! part talks to one that is gone; all of it within one deadline. The parts that must live are watched by the supervisor.

use super::arguments::RunOptions;
use super::backup::{BackupFault, BackupKeeper};
use super::copies::CopyPrinter;
use super::failure::{Context, Failure};
use super::glass::GlassState;
use super::https::CertificateKeeper;
use super::network::OpenDoors;
use super::process::end_code::EndCode;
use super::process::shutdown::Shutdown;
use super::process::supervisor::Supervisor;
use super::site::ServedSite;
use super::{staff, sweep, translate};
use crate::clock::Clock;
use crate::health::{Beat, BeatCheck, Check, Life, PartFault, Threads};
use crate::hub::{self, Hub, HubThread};
use crate::journal::{DataFolder, SqliteJournal, StaffBook};
use crate::locale::Locales;
use crate::print::{self, Address, Spooler};
use crate::{kiosk, web};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How many threads serve pages.
const WEB_THREADS: usize = 2;
/// How often they show that they do not hang.
const PAGES_BEAT: Duration = Duration::from_millis(500);
/// How often the accounts of staff are read to see that they can be, and after what time without it they can't.
const ACCOUNTS_EVERY: Duration = Duration::from_millis(1500);
const ACCOUNTS_WITHIN: Duration = Duration::from_secs(4);
/// After what time without a beat a part hangs for good. A commit on a slow disk, a slip and a forecast with its rest take
/// much less; whether visitors are served meanwhile is `/healthz`'s to say, long before.
const HUB_STILL: Duration = Duration::from_secs(120);
const OTHERS_STILL: Duration = Duration::from_secs(180);
/// A backup of a full day and its checks take much less on the slowest disk.
const BACKUPS_STILL: Duration = Duration::from_secs(600);
/// After what time the backups count as failed.
const BACKUPS_LATE: Duration = Duration::from_secs(180);
/// A thread that prints shows life while it waits for a printer; without it for so long it hangs.
const PRINTER_HANGS: Duration = Duration::from_secs(4);
/// The time limit for stopping the web: it waits two seconds for answers that are under way.
const STOP_WEB: Duration = Duration::from_millis(2500);
/// The time limit for what is left on the threads of the web.
const STOP_TASKS: Duration = Duration::from_millis(300);

/// The parts of the process, except for the glass.
pub(super) struct House {
    runtime: Runtime,
    clock: Clock,
    locales: Arc<Locales>,
    hub: Hub,
    hub_thread: HubThread,
    spooler: Spooler,
    public_url: String,
    stop: Shutdown,
    web: JoinHandle<()>,
}

impl House {
    /// Starts the parts; `None` when the end was requested meanwhile.
    pub(super) fn start(
        options: &RunOptions,
        data: &Path,
        shutdown: &Shutdown,
        supervisor: &Supervisor,
        glass: &GlassState,
    ) -> Result<Option<House>, Failure> {
        let clock = Clock::of_house(data);
        let certificate = options.tls.files().map(|files| CertificateKeeper::open(files, clock.clone()));
        let locales = Arc::new(Locales::load_with(&translate::messages_folder(data))?);
        let served = ServedSite::choose(options.site.as_deref(), data, &locales, clock.now())?;
        let site = Arc::new(served.site.clone());
        let journal = SqliteJournal::open(&DataFolder::database(data)).at(data)?;
        let traces = journal.traces();
        if shutdown.is_requested() {
            return Ok(None);
        }
        let (hub, hub_thread) = hub::open(Arc::clone(&site), journal, clock.clone()).at(data)?;
        let ([writer, forecaster], [turns, forecasts]) = (hub_thread.lives(), hub_thread.beats());
        supervisor.watch_beat("the hub's thread", writer, turns, HUB_STILL);
        supervisor.watch_beat("the thread that computes expected waits", forecaster, forecasts, OTHERS_STILL);
        served.keep(data, clock.now());
        let tasks = Tasks { runtime: runtime(supervisor.threads())?, supervisor };
        let backup_fault = tasks.keep_backups(&hub, &clock, data)?;
        let staff = Arc::new(staff::book(data)?);
        let spooler = tasks.start_printers(options, data, &hub, &clock)?;
        let https = certificate.as_ref().map(CertificateKeeper::https);
        let doors = OpenDoors::open(&tasks.runtime, options, https.clone(), &site)?;
        let public_url = doors.public_url.clone();
        let copies = CopyPrinter {
            hub: hub.clone(),
            spooler: spooler.clone(),
            locales: Arc::clone(&locales),
            clock: clock.clone(),
            public_url: public_url.clone(),
        };
        tasks.spawn("the task that prints copies", copies.run());
        let dependencies = web::WebDependencies {
            hub: hub.clone(),
            locales: Arc::clone(&locales),
            staff: Arc::clone(&staff),
            printers: Some(spooler.printers()),
            clock: clock.clone(),
            public_url: public_url.clone(),
            https,
            proxies: options.proxies.clone(),
            site_faults: served.faults,
            backup_fault,
            traces,
            checks: tasks.checks(&staff, glass, certificate),
            threads: supervisor.threads(),
        };
        let pages = web::pages(dependencies);
        doors.log();
        let web = tasks.spawn("the web server", doors.serve(&pages, shutdown));
        tasks.beat();
        warn_without_staff(&staff, data)?;
        let runtime = tasks.runtime;
        Ok(Some(House { runtime, clock, locales, hub, hub_thread, spooler, public_url, stop: shutdown.clone(), web }))
    }

    /// What the glass needs of them.
    pub(super) fn parts_of_glass(&self, size: Option<(u32, u32)>, glass: &GlassState) -> kiosk::KioskParts {
        kiosk::KioskParts {
            hub: self.hub.clone(),
            locales: Arc::clone(&self.locales),
            spooler: self.spooler.clone(),
            clock: self.clock.clone(),
            runtime: self.runtime.handle().clone(),
            public_url: self.public_url.clone(),
            size,
            stop: self.stop.watch(),
            beat: glass.beat(),
        }
    }

    /// Waits until the end is requested, and stops the parts.
    pub(super) fn stop_when_requested(self) -> Result<(), Failure> {
        let House { runtime, hub, hub_thread, spooler, stop, web, .. } = self;
        runtime.block_on(async {
            stop.requested().await;
            if tokio::time::timeout(STOP_WEB, web).await.is_err() {
                tracing::warn!("the web server did not stop in time; open connections are cut");
            }
        });
        spooler.end_within(stop.left().saturating_sub(STOP_TASKS));
        runtime.shutdown_timeout(STOP_TASKS);
        drop(hub);
        match hub_thread.stop() {
            Some(journal_lost) => Err(Failure::of(&journal_lost)),
            None => Ok(()),
        }
    }
}

/// Tasks that run as long as the house.
struct Tasks<'a> {
    runtime: Runtime,
    supervisor: &'a Supervisor,
}

impl Tasks<'_> {
    /// Starts a task that must live.
    fn spawn(&self, name: &'static str, task: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        let (life, lifeline) = Life::begin();
        self.supervisor.watch(name, lifeline);
        self.runtime.spawn(async move {
            task.await;
            drop(life);
        })
    }

    /// Starts the house's own backups; returns since when they fail.
    fn keep_backups(&self, hub: &Hub, clock: &Clock, data: &Path) -> Result<watch::Receiver<BackupFault>, Failure> {
        let backups = BackupKeeper::new(hub.clone(), clock.clone(), data);
        let (fault, beat, late) = (backups.fault(), backups.beat(), backups.watch_for_hangs(BACKUPS_LATE));
        let keeper = backups.start().or_fail("no thread for backups", "end other programs, or restart the machine")?;
        self.supervisor.watch_beat("the thread that keeps backups", keeper, beat, BACKUPS_STILL);
        self.spawn("the task that watches the backups", late);
        Ok(fault)
    }

    fn start_printers(&self, options: &RunOptions, data: &Path, hub: &Hub, clock: &Clock) -> Result<Spooler, Failure> {
        let spooler = print::start(&printers(options, data), clock.clone())?;
        if options.printers.is_empty() {
            self.spawn("the task that deletes simulated slips", sweep::sweep(hub.watch(), slips_folder(data)));
        }
        self.supervisor.watch_beat("the printer's thread", spooler.life(), spooler.beat(), OTHERS_STILL);
        self.spawn("the task that watches the printer's thread", spooler.watch_for_hangs(PRINTER_HANGS));
        Ok(spooler)
    }

    /// What is measured beside the hub; it begins to be.
    fn checks(
        &self,
        staff: &Arc<StaffBook>,
        glass: &GlassState,
        certificate: Option<CertificateKeeper>,
    ) -> Arc<[Box<dyn Check>]> {
        let mut checks = vec![self.measure_accounts(Arc::clone(staff)), Box::new(glass.clone())];
        if let Some(certificate) = certificate {
            checks.push(certificate.check());
            self.spawn("the task that keeps the certificate for https", certificate.keep());
        }
        checks.into()
    }

    /// Reads the accounts again and again. An attempt that hangs is not followed by another.
    fn measure_accounts(&self, staff: Arc<StaffBook>) -> Box<dyn Check> {
        let beat = Beat::start();
        let own = beat.clone();
        self.runtime.spawn(async move {
            loop {
                let staff = Arc::clone(&staff);
                let read = tokio::task::spawn_blocking(move || staff.list().is_ok());
                if matches!(read.await, Ok(true)) {
                    own.beat();
                }
                tokio::time::sleep(ACCOUNTS_EVERY).await;
            }
        });
        Box::new(BeatCheck { name: "staff-book", beat, within: ACCOUNTS_WITHIN, fault: PartFault::StaffBookAway })
    }

    /// Shows the supervisor that the threads of the web do not hang, and ends the process when the supervisor is gone:
    /// nothing else would.
    fn beat(&self) {
        let (beat, supervisor) = (Beat::start(), self.supervisor.clone());
        self.supervisor.watch_pages(beat.clone());
        self.runtime.spawn(async move {
            loop {
                beat.beat();
                supervisor.end_process_if_dead();
                tokio::time::sleep(PAGES_BEAT).await;
            }
        });
    }
}

fn warn_without_staff(staff: &StaffBook, data: &Path) -> Result<(), Failure> {
    if staff.list().at(data)?.is_empty() {
        tracing::warn!("no staff member can sign in yet: add one with `sportello staff add NAME --role manager`");
    }
    Ok(())
}

fn runtime(threads: Threads) -> Result<Runtime, Failure> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(WEB_THREADS).thread_name("web").enable_all();
    let runtime = builder.on_thread_start(move || threads.enter("a thread that serves pages")).build();
    let runtime =
        runtime.or_fail("the operating system gives no threads", "end other programs, or restart the machine");
    runtime.map_err(|failure| failure.with_code(EndCode::Fault))
}

fn printers(options: &RunOptions, data: &Path) -> Vec<Address> {
    if options.printers.is_empty() {
        return vec![Address::simulated(slips_folder(data))];
    }
    options.printers.clone()
}

/// The folder of the simulated printer that is used when none is named.
fn slips_folder(data: &Path) -> PathBuf {
    std::path::absolute(data.join("slips")).unwrap_or_else(|_| data.join("slips"))
}
