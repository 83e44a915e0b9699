//! A whole site without a screen: the demo site, a clock that is set by hand, the real hub on a real file. Its verbs read
//! as sentences, so that tests read as stories. After every verb the day is verified.

use sportello::catalogue::{self, Known};
use sportello::clock::Clock;
use sportello::domain::{
    DeskNumber, IdempotencyKey, LanguageTag, NeedCode, Refusal, ServiceCode, Site, Ticket, TicketNumber, TicketState,
};
use sportello::hub::{self, Hub, HubError, HubThread, Summons};
use sportello::journal::{DataFolder, SqliteJournal};
use sportello::locale::Locales;
use sportello::pictogram;
use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

pub struct World {
    pub clock: Clock,
    pub site: Arc<Site>,
    pub hub: Hub,
    thread: Option<HubThread>,
    folder: TempDir,
    runtime: Runtime,
}

/// Says to threads that a test is over, however it ends.
pub struct Over<'a>(pub &'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// A Tuesday in November, ten in the morning: every institution is here, the Prefettura too.
pub const TUESDAY_TEN: &str = "2026-11-24T10:00:00+01:00";

/// Takes the tables back to what version 6 had. The version itself is not changed.
pub const OLDER_TABLES: &str = "
    DROP TABLE journal; ALTER TABLE entry DROP COLUMN sum;
    DROP TABLE staff_browser; ALTER TABLE staff DROP COLUMN pin_origin;
    ALTER TABLE staff_session DROP COLUMN asks_pin; ALTER TABLE staff_session DROP COLUMN opened;
    ALTER TABLE staff_session DROP COLUMN origin; DROP TABLE staff_institution; DROP TABLE device_use;
    ALTER TABLE device DROP COLUMN may; ALTER TABLE device DROP COLUMN rate; ALTER TABLE device DROP COLUMN added;
    ALTER TABLE device DROP COLUMN seen;";

impl World {
    pub fn new() -> World {
        World::at(TUESDAY_TEN)
    }

    pub fn at(time: &str) -> World {
        World::of(demo_site(), time)
    }

    pub fn of(site: Site, time: &str) -> World {
        let clock = Clock::turned(time.parse().expect("a time"));
        World::with_clock(site, |_| clock)
    }

    /// With another clock, which may keep something in the data folder.
    pub fn with_clock(site: Site, clock: impl FnOnce(&Path) -> Clock) -> World {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = clock(folder.path());
        let site = Arc::new(site);
        let (hub, thread) = open(&site, folder.path(), &clock);
        let runtime = Runtime::new().expect("a runtime");
        World { clock, site, hub, thread: Some(thread), folder, runtime }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Waits for an answer of the hub and verifies the day after it.
    pub fn wait<T>(&self, answer: impl Future<Output = T>) -> T {
        let answer = self.runtime.block_on(answer);
        self.hub.day().verify().expect("a day that can be");
        answer
    }

    /// A visitor takes a number for a need.
    pub fn visitor(&self, need: &str, language: &str) -> TicketNumber {
        self.try_visitor(&[need], language, None).expect("a ticket").number
    }

    pub fn try_visitor(&self, needs: &[&str], language: &str, key: Option<&str>) -> Result<Arc<Ticket>, Refusal> {
        let needs = needs.iter().map(|need| need_code(need)).collect();
        refused(self.wait(self.hub.issue(needs, tag(language), false, key.map(idempotency_key))))
    }

    /// A desk that does what this need leads to.
    pub fn desk_for(&self, need: &str) -> At<'_> {
        let service = self.service_for(need);
        let desk = self.site.desks_for(&service).next().expect("a desk").number;
        At { world: self, desk }
    }

    pub fn service_for(&self, need: &str) -> ServiceCode {
        self.site.need(&need_code(need)).expect("a need").services()[0].clone()
    }

    pub fn desk(&self, number: u16) -> At<'_> {
        At { world: self, desk: DeskNumber(number) }
    }

    pub fn ticket(&self, number: TicketNumber) -> Arc<Ticket> {
        Arc::clone(self.hub.day().ticket(number).expect("the ticket"))
    }

    pub fn state(&self, number: TicketNumber) -> TicketState {
        self.ticket(number).state
    }

    pub fn minutes_pass(&self, minutes: u64) {
        self.clock.advance(Duration::from_secs(minutes * 60));
    }

    /// Stops the hub; the data folder stays.
    pub fn stops(mut self) -> TempDir {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
        self.folder
    }

    /// Stops the hub and starts it again from the disk. (`crash.rs` kills the real process.)
    pub fn restarts(self) -> World {
        self.restarts_after(|_| {})
    }

    /// The same, with another clock.
    pub fn restarts_with(mut self, clock: impl FnOnce(&Path) -> Clock) -> World {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
        let clock = clock(self.folder.path());
        let (hub, thread) = open(&self.site, self.folder.path(), &clock);
        World { hub, clock, thread: Some(thread), ..self }
    }

    /// The same; `change` may alter the data folder meanwhile.
    pub fn restarts_after(mut self, change: impl FnOnce(&Path)) -> World {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
        change(self.folder.path());
        let (hub, thread) = open(&self.site, self.folder.path(), &self.clock);
        World { hub, thread: Some(thread), ..self }
    }
}

/// A desk, and what its clerk does.
#[derive(Clone, Copy)]
pub struct At<'a> {
    world: &'a World,
    pub desk: DeskNumber,
}

impl At<'_> {
    pub fn opens(self) -> Self {
        self.try_opens(&[]).expect("open");
        self
    }

    pub fn try_opens(self, services: &[&str]) -> Result<(), Refusal> {
        let services: Vec<_> = services.iter().map(|code| ServiceCode::parse(code).expect("a code")).collect();
        let services = (!services.is_empty()).then_some(services);
        refused(self.world.wait(self.world.hub.open(self.desk, Vec::new(), services, None)))
    }

    pub fn pauses(self) -> Result<(), Refusal> {
        refused(self.world.wait(self.world.hub.pause(self.desk, None)))
    }

    pub fn closes(self) -> Result<(), Refusal> {
        refused(self.world.wait(self.world.hub.close(self.desk, None)))
    }

    /// The ticket that the clerk calls next; `None` when none waits.
    pub fn calls_next(self) -> Option<TicketNumber> {
        self.try_calls_next(None).expect("a call").map(|summons| summons.ticket.number)
    }

    pub fn try_calls_next(self, key: Option<&str>) -> Result<Option<Summons>, Refusal> {
        refused(self.world.wait(self.world.hub.call_next(self.desk, key.map(idempotency_key))))
    }

    pub fn recalls(self) -> Result<Summons, Refusal> {
        refused(self.world.wait(self.world.hub.recall(self.desk, None, None)))
    }

    pub fn starts(self) -> Result<Arc<Ticket>, Refusal> {
        refused(self.world.wait(self.world.hub.start(self.desk, None, None)))
    }

    pub fn waits_in_vain(self) -> Result<Arc<Ticket>, Refusal> {
        refused(self.world.wait(self.world.hub.no_show(self.desk, None, None)))
    }

    pub fn takes_back(self, ticket: TicketNumber) -> Result<Arc<Ticket>, Refusal> {
        refused(self.world.wait(self.world.hub.take_back(self.desk, ticket, None)))
    }

    pub fn finishes(self) -> Result<Arc<Ticket>, Refusal> {
        refused(self.world.wait(self.world.hub.finish(self.desk, None, None)))
    }
}

pub fn demo_site() -> Site {
    let locales = Locales::load().expect("the words");
    let languages: Vec<_> = locales.languages().iter().map(|language| language.tag.clone()).collect();
    catalogue::demo(&Known { languages, pictograms: pictogram::names().collect() })
}

/// A site with eight desks that all do one and the same thing.
pub fn one_service_site() -> Site {
    let known = Known { languages: vec![tag("it"), tag("ar")], pictograms: pictogram::names().collect() };
    let read = catalogue::read(ONE_SERVICE, "one-service.toml", &known);
    read.unwrap_or_else(|mistakes| {
        panic!("{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// Its site file.
pub const ONE_SERVICE: &str = include_str!("sites/one-service.toml");

pub fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).expect("a tag")
}

pub fn need_code(text: &str) -> NeedCode {
    NeedCode::parse(text).expect("a code")
}

pub fn idempotency_key(text: &str) -> IdempotencyKey {
    IdempotencyKey::parse(text).expect("a key")
}

fn open(site: &Arc<Site>, folder: &Path, clock: &Clock) -> (Hub, HubThread) {
    let journal = SqliteJournal::open(&DataFolder::database(folder)).expect("a journal");
    hub::open(Arc::clone(site), journal, clock.clone()).expect("a hub")
}

/// A refusal is an answer; that the hub is gone or the disk is full is not expected in these stories.
fn refused<T>(answer: Result<T, HubError>) -> Result<T, Refusal> {
    answer.map_err(|error| match error {
        HubError::Refused(refusal) => refusal,
        other => panic!("{other}"),
    })
}
