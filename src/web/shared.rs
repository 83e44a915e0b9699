//! The state that all handlers share.

use crate::clock::Clock;
use crate::domain::{Day, LanguageTag, Site, Ticket, Token};
use crate::hub::Hub;
use crate::locale::{Locales, Translator};
use crate::print::PrinterReport;
use crate::tls::Https;
use crate::web::api::codes::PrinterProblem;
use crate::web::board::BoardPictures;
use crate::web::checks::{CheckView, Checks};
use crate::web::dependencies::{SiteFault, WebDependencies};
use crate::web::desk::picture::DeskPictures;
use crate::web::desk::presence::StaffAtDesks;
use crate::web::http::host::host_of_authority;
use crate::web::http::places::LOOK_UPS;
use crate::web::http::proxies::Proxies;
use crate::web::http::streams::Streams;
use crate::web::route::RouteTable;
use crate::web::sign_in::accounts::Accounts;
use crate::web::sign_in::devices::DevicesAtWork;
use crate::web::sign_in::idle::SessionUse;
use crate::web::sign_in::login::LoginService;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tokio::sync::{Semaphore, watch};

pub(super) type Web = Arc<Shared>;

/// The services of the site, and the state that belongs to the web alone.
pub(super) struct Shared {
    pub(super) hub: Hub,
    pub(super) locales: Arc<Locales>,
    pub(super) accounts: Accounts,
    pub(super) logins: LoginService,
    pub(super) devices: DevicesAtWork,
    pub(super) session_use: SessionUse,
    pub(super) printers: Option<watch::Receiver<Vec<PrinterReport>>>,
    pub(super) clock: Clock,
    pub(super) started: Timestamp,
    public_host: Option<String>,
    https: Option<Https>,
    pub(super) site_faults: Vec<SiteFault>,
    pub(super) traces: Arc<AtomicBool>,
    pub(super) backup_fault: watch::Receiver<Option<Timestamp>>,
    pub(super) checks: Checks,
    pub(super) streams: Streams,
    /// For those whose cookies and keys are looked up to find their place.
    pub(super) look_ups: Semaphore,
    pub(super) proxies: Proxies,
    pub(super) presence: StaffAtDesks,
    pub(super) boards: BoardPictures,
    pub(super) desks: DeskPictures,
    pub(super) routes: Arc<RouteTable>,
}

impl Shared {
    pub(super) fn new(dependencies: WebDependencies, routes: Arc<RouteTable>) -> Web {
        let start = dependencies.clock.now();
        let accounts = Accounts::new(dependencies.staff, dependencies.threads.clone());
        Arc::new(Shared {
            public_host: host_of(&dependencies.public_url),
            https: dependencies.https,
            hub: dependencies.hub,
            locales: dependencies.locales,
            logins: LoginService::new(accounts.clone(), dependencies.clock.clone(), dependencies.threads),
            devices: DevicesAtWork::new(accounts.clone()),
            session_use: SessionUse::new(dependencies.clock.clone()),
            accounts,
            printers: dependencies.printers,
            started: start,
            clock: dependencies.clock,
            site_faults: dependencies.site_faults,
            traces: dependencies.traces,
            backup_fault: dependencies.backup_fault,
            checks: Checks::new(dependencies.checks, start),
            streams: Streams::new(),
            look_ups: Semaphore::new(LOOK_UPS),
            proxies: Proxies::new(&dependencies.proxies),
            presence: StaffAtDesks::default(),
            boards: BoardPictures::default(),
            desks: DeskPictures::default(),
            routes,
        })
    }

    /// The day as published last.
    pub(super) fn day(&self) -> Arc<Day> {
        self.hub.day()
    }

    pub(super) fn site(&self) -> Arc<Site> {
        Arc::clone(self.hub.day().site())
    }

    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the site was given this name, in lower case: by the address for phones, or by its certificate.
    pub(super) fn is_called(&self, host: &str) -> bool {
        let shown = self.https.as_ref().and_then(Https::shown);
        let facts = shown.as_ref().and_then(|shown| shown.facts.as_ref());
        self.public_host.as_deref() == Some(host) || facts.is_some_and(|facts| facts.names.iter().any(|it| it == host))
    }

    /// What is wrong with the printer that would get a slip now.
    pub(super) fn printer_problem(&self) -> Option<PrinterProblem> {
        let reports = self.printers.as_ref()?.borrow();
        PrinterReport::best(&reports).and_then(|best| PrinterProblem::of(best.status))
    }

    /// What is measured of the house, now.
    pub(super) fn look(&self) -> Vec<CheckView> {
        let printer = self.printers.as_ref().map(|_| self.printer_problem());
        self.checks.look(&self.hub, &self.clock, printer)
    }

    /// In the site's time zone.
    pub(super) fn local_now(&self) -> DateTime {
        self.site().local(self.now())
    }

    pub(super) fn translator(&self, language: &LanguageTag) -> Translator<'_> {
        self.locales.translator(language)
    }

    /// The ticket with a token, unless its day is over: the hub publishes a new day shortly after it has begun.
    pub(super) fn ticket_of(&self, day: &Day, token: Token) -> Option<Arc<Ticket>> {
        let is_over = day.date().is_some_and(|date| date < day.site().business_date(self.now()));
        if is_over { None } else { day.ticket_of(token).cloned() }
    }
}

/// The host of an address such as `https://queue.example.org:8443`, in lower case, without its port.
fn host_of(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = host_of_authority(authority)?;
    Some(host.to_ascii_lowercase())
}
