//! `sportello run`: the whole site in one process.
//!
//! Started in this order: data folder, site, journal and hub, printer, web, glass. Stopped in the opposite one, so that
//! nobody talks to a part that is gone. The glass, where there is one, has the main thread. When the hub's thread dies the
//! process ends with a failure: whoever supervises it starts it again, and the journal brings the day back.

use super::arguments::{RunOptions, Screen};
use super::{Failure, fonts, site, staff, sweep, translate};
use crate::clock::Clock;
use crate::domain::Site;
use crate::hub::{self, Hub, HubThread};
use crate::journal::{DataFolder, SqliteJournal};
use crate::locale::Locales;
use crate::print::{self, Spooler};
use crate::{kiosk, web};
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

/// How many threads serve pages.
const WEB_THREADS: usize = 2;
/// How often the parts are looked after.
const LOOK_AFTER: Duration = Duration::from_millis(250);
/// How long the web may take to stop.
const STOP_MOST: Duration = Duration::from_secs(5);

/// Runs until somebody asks the process to end.
pub(super) fn run(options: &RunOptions) -> Result<(), Failure> {
    let folder = options.data.folder()?;
    let data = DataFolder::hold(&folder)?;
    let has_screen = options.screen == Screen::Auto && has_display();
    if has_screen {
        fonts::use_ours(data.path())?;
    }
    let locales = Arc::new(Locales::load_with(&translate::messages_folder(data.path()))?);
    let imported = translate::imported_words(data.path(), &locales);
    let site = Arc::new(site::read(options.site.as_deref(), imported, &locales)?);
    crate::fonts::check(Path::new(crate::fonts::FOLDER), locales.fonts_of(site.languages()))?;
    let clock = Clock::real();
    let database = DataFolder::database(data.path());
    let (hub, hub_thread) = hub::open(Arc::clone(&site), SqliteJournal::open(&database)?, clock.clone())?;
    let book = Arc::new(staff::book(data.path())?);
    let spooler = print::start(&printers(options, data.path()))?;
    let runtime = runtime()?;
    if options.printers.is_empty() {
        runtime.spawn(sweep::sweep(hub.watch(), slips_folder(data.path())));
    }
    let signals = Signals::heed(&runtime)?;
    let (stop, stopping) = watch::channel(false);

    let listener = listen(&runtime, options.listen)?;
    let address = listener.local_addr()?;
    let public_url = public_url(&site, address);
    let parts = web::WebDependencies {
        hub: hub.clone(),
        locales: Arc::clone(&locales),
        staff: Arc::clone(&book),
        printer: Some(spooler.status()),
        clock: clock.clone(),
        public_url: public_url.clone(),
    };
    let serving = runtime.spawn(web::serve(listener, web::router(parts), stopped(stopping.clone())));
    tracing::info!("pages at http://{address}: /desk for staff, /board for the waiting room");
    if public_url.is_empty() || address.ip().is_loopback() && site.public_url().is_none() {
        let port = address.port();
        tracing::warn!(
            "phones can't follow the queue: give the site file a public_url, or serve with --listen 0.0.0.0:{port}"
        );
    }
    if book.list()?.is_empty() {
        tracing::warn!("nobody can sign in yet: add somebody with `sportello staff add NAME --role manager`");
    }

    let watcher = runtime.spawn(look_after(hub_thread, signals, stop.clone(), stopping.clone()));
    if has_screen {
        let parts = kiosk::KioskParts {
            hub: hub.clone(),
            locales,
            spooler: spooler.clone(),
            clock,
            runtime: runtime.handle().clone(),
            public_url,
            size: options.window,
        };
        let glass = kiosk::run(parts, stopped(stopping.clone()));
        match glass {
            // A window that was closed by hand ends the site as well.
            Ok(()) => {
                stop.send_replace(true);
            }
            // The desks go on without the glass.
            Err(error) => {
                tracing::error!("there is no glass: {error}");
                runtime.block_on(stopped(stopping.clone()));
            }
        }
    } else {
        tracing::info!(
            "no screen: {}",
            if options.screen == Screen::None { "asked for none" } else { "there is no display" }
        );
        runtime.block_on(stopped(stopping));
    }
    end(runtime, serving, watcher, spooler, hub)
}

/// The signals that ask the process to end; heeded from the moment this is made.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn heed(runtime: &Runtime) -> Result<Signals, Failure> {
        let _inside = runtime.enter();
        Ok(Signals { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }
}

/// Waits for a signal to end, or for the hub's death; gives the hub's thread back.
async fn look_after(
    hub: HubThread,
    mut signals: Signals,
    stop: watch::Sender<bool>,
    mut glass: watch::Receiver<bool>,
) -> HubThread {
    loop {
        tokio::select! {
            _ = signals.terminate.recv() => break,
            _ = signals.interrupt.recv() => break,
            _ = glass.changed() => break,
            () = tokio::time::sleep(LOOK_AFTER) => if hub.is_dead() {
                tracing::error!("the hub has died: the process ends, and the journal brings the day back");
                break;
            },
        }
    }
    stop.send_replace(true);
    hub
}

fn end(
    runtime: Runtime,
    serving: tokio::task::JoinHandle<()>,
    watcher: tokio::task::JoinHandle<HubThread>,
    spooler: Spooler,
    hub: Hub,
) -> Result<(), Failure> {
    let hub_thread = runtime.block_on(async {
        if tokio::time::timeout(STOP_MOST, serving).await.is_err() {
            tracing::warn!("the web did not stop in time");
        }
        watcher.await
    })?;
    spooler.end();
    runtime.shutdown_timeout(STOP_MOST);
    // Looked at before the last handle goes: a hub that nobody can ask any more ends by itself, and well.
    let has_died = hub_thread.is_dead();
    drop(hub);
    hub_thread.stop();
    if has_died { Err(Failure("the hub has died; start again".to_owned())) } else { Ok(()) }
}

fn runtime() -> Result<Runtime, Failure> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    Ok(builder.worker_threads(WEB_THREADS).thread_name("web").enable_all().build()?)
}

fn listen(runtime: &Runtime, address: SocketAddr) -> Result<TcpListener, Failure> {
    runtime.block_on(TcpListener::bind(address)).map_err(|error| {
        let remedy = match error.kind() {
            std::io::ErrorKind::AddrInUse => "another program uses it: stop that one, or choose another with --listen",
            std::io::ErrorKind::AddrNotAvailable => "this machine has no such address: choose another with --listen",
            std::io::ErrorKind::PermissionDenied => "not allowed: choose a port from 1024 on with --listen",
            _ => "choose another with --listen",
        };
        Failure(format!("can't serve pages at {address} ({error}): {remedy}"))
    })
}

async fn stopped(mut stopping: watch::Receiver<bool>) {
    // An error means that the sender is gone, which is an end as well.
    let _ = stopping.wait_for(|stop| *stop).await;
}

fn printers(options: &RunOptions, data: &Path) -> Vec<String> {
    if !options.printers.is_empty() {
        return options.printers.clone();
    }
    vec![format!("sim://{}", slips_folder(data).display())]
}

/// Where slips are drawn while no printer is named.
fn slips_folder(data: &Path) -> PathBuf {
    std::path::absolute(data.join("slips")).unwrap_or_else(|_| data.join("slips"))
}

/// Where phones reach this site: as the site file says, else the address that the rest of the network sees. Empty when there
/// is no network: then slips have no code.
fn public_url(site: &Site, address: SocketAddr) -> String {
    if let Some(url) = site.public_url() {
        return url.to_owned();
    }
    let host = if address.ip().is_unspecified() { own_address() } else { Some(address.ip()) };
    host.map(|host| format!("http://{}", SocketAddr::new(host, address.port()))).unwrap_or_default()
}

/// The address of this machine on its network. Nothing is sent: a UDP socket only looks up its route.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// Whether the glass has something to be shown on: a desktop, or with the feature `appliance` a bare screen.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_desktop = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    has_desktop || (cfg!(feature = "appliance") && Path::new("/dev/dri").exists())
}
