//! `sportello run`: the whole site in one process.
//!
//! Start order: data folder, site, journal and hub, printer, web, glass. Stop order is the reverse, so that no part
//! talks to one that is gone. The glass, where there is one, has the main thread. When the hub's thread dies the
//! process ends with a failure: its supervisor starts it again, and the journal restores the day.

use super::arguments::{RunOptions, ScreenMode};
use super::backup::BackupKeeper;
use super::copies::CopyPrinter;
use super::failure::{Context, Failure};
use super::network::{listen, public_url};
use super::shutdown::Shutdown;
use super::site::ServedSite;
use super::{fonts, staff, sweep, translate};
use crate::clock::Clock;
use crate::hub::{self, Hub, HubThread};
use crate::journal::{DataFolder, SqliteJournal, StaffBook};
use crate::locale::Locales;
use crate::print::{self, Address, Spooler};
use crate::{kiosk, web};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

/// How many threads serve pages.
const WEB_THREADS: usize = 2;
/// The time limit for stopping the web.
const STOP_WEB: Duration = Duration::from_secs(5);

/// Runs until the process is asked to end.
pub(super) fn run(options: &RunOptions) -> Result<(), Failure> {
    let data = DataFolder::hold(&options.data.folder()?)?;
    let has_glass = options.screen == ScreenMode::Auto && has_display();
    if has_glass {
        fonts::use_own(data.path())?;
    }
    let running = Running::start(options, data.path())?;
    if has_glass {
        running.show_glass(options.window);
    } else {
        let reason = if options.screen == ScreenMode::None { "--screen none" } else { "there is no display" };
        tracing::info!("no glass: {reason}");
        running.runtime.block_on(running.shutdown.requested());
    }
    running.stop()
}

/// The parts of the process, except for the glass.
struct Running {
    runtime: Runtime,
    clock: Clock,
    locales: Arc<Locales>,
    hub: Hub,
    spooler: Spooler,
    public_url: String,
    shutdown: Shutdown,
    web: JoinHandle<()>,
    supervisor: JoinHandle<HubThread>,
}

impl Running {
    fn start(options: &RunOptions, data: &Path) -> Result<Running, Failure> {
        let clock = Clock::of_house(data);
        let locales = Arc::new(Locales::load_with(&translate::messages_folder(data))?);
        let served = ServedSite::choose(options.site.as_deref(), data, &locales, clock.now())?;
        let site = Arc::new(served.site.clone());
        let journal = SqliteJournal::open(&DataFolder::database(data)).at(data)?;
        let (hub, hub_thread) = hub::open(Arc::clone(&site), journal, clock.clone()).at(data)?;
        served.keep(data, clock.now());
        let backups = BackupKeeper::new(hub.clone(), clock.clone(), data);
        let backup_fault = backups.fault();
        backups.start().or_fail("no thread for backups", "end other programs, or restart the machine")?;
        let staff = Arc::new(staff::book(data)?);
        let spooler = print::start(&printers(options, data))?;
        let runtime = runtime()?;
        if options.printers.is_empty() {
            runtime.spawn(sweep::sweep(hub.watch(), slips_folder(data)));
        }
        // Before the log says that the pages are up, so that a signal from then on stops the site in order.
        let shutdown = Shutdown::new();
        let supervisor = shutdown.supervise(&runtime, hub_thread)?;
        let (listener, address) = listen(&runtime, options.listen)?;
        let public_url = public_url(&site, address);
        let copies = CopyPrinter {
            hub: hub.clone(),
            spooler: spooler.clone(),
            locales: Arc::clone(&locales),
            clock: clock.clone(),
            public_url: public_url.clone(),
        };
        runtime.spawn(copies.run());
        let dependencies = web::WebDependencies {
            hub: hub.clone(),
            locales: Arc::clone(&locales),
            staff: Arc::clone(&staff),
            printer: Some(spooler.status()),
            clock: clock.clone(),
            public_url: public_url.clone(),
            site_faults: served.faults,
            backup_fault,
        };
        let web = runtime.spawn(web::serve(listener, web::router(dependencies), shutdown.requested()));
        tracing::info!("pages at http://{address}: /desk for staff, /board for the waiting room");
        if public_url.is_empty() {
            let port = address.port();
            tracing::warn!(
                "phones can't reach the pages: set public_url in the site file, or use --listen 0.0.0.0:{port}"
            );
        }
        warn_without_staff(&staff, data)?;
        Ok(Running { runtime, clock, locales, hub, spooler, public_url, shutdown, web, supervisor })
    }

    /// Returns when the glass is closed. When it can't be opened, the desks go on without it.
    fn show_glass(&self, size: Option<(u32, u32)>) {
        let parts = kiosk::KioskParts {
            hub: self.hub.clone(),
            locales: Arc::clone(&self.locales),
            spooler: self.spooler.clone(),
            clock: self.clock.clone(),
            runtime: self.runtime.handle().clone(),
            public_url: self.public_url.clone(),
            size,
        };
        match kiosk::run(parts, self.shutdown.requested()) {
            // A window that was closed by hand ends the site as well.
            Ok(()) => self.shutdown.request(),
            Err(error) => {
                tracing::error!(%error, "the glass has stopped and the desks go on without it: restart the program");
                self.runtime.block_on(self.shutdown.requested());
            }
        }
    }

    fn stop(self) -> Result<(), Failure> {
        let Running { runtime, hub, spooler, web, supervisor, .. } = self;
        let hub_thread = runtime.block_on(async {
            if tokio::time::timeout(STOP_WEB, web).await.is_err() {
                tracing::warn!("the web server did not stop in time; open connections are cut");
            }
            supervisor.await
        });
        let hub_thread = hub_thread.or_fail("the task that supervises the hub broke off", "start again")?;
        spooler.end();
        runtime.shutdown_timeout(STOP_WEB);
        // Checked before the last handle is dropped: after that the hub ends by itself, without a fault.
        let has_died = hub_thread.has_ended();
        drop(hub);
        hub_thread.stop();
        if has_died { Err(Failure::new("the hub's thread has died: start again")) } else { Ok(()) }
    }
}

fn warn_without_staff(staff: &StaffBook, data: &Path) -> Result<(), Failure> {
    if staff.list().at(data)?.is_empty() {
        tracing::warn!("no staff member can sign in yet: add one with `sportello staff add NAME --role manager`");
    }
    Ok(())
}

fn runtime() -> Result<Runtime, Failure> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads(WEB_THREADS).thread_name("web").enable_all().build();
    runtime.or_fail("the operating system gives no threads", "end other programs, or restart the machine")
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

/// Whether there is a screen for the glass: a desktop, or with the feature `appliance` a bare one.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_desktop = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    has_desktop || (cfg!(feature = "appliance") && Path::new("/dev/dri").exists())
}
