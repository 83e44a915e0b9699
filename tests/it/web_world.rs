//! A small site with its journal on disk, its hub and its pages, for stories told over HTTP.

use crate::api_schemas::check_answer;
use crate::full_disk::{FullDisk, Gate, Refused};
use crate::web_draft::draft;
use argon2::Argon2;
use argon2::password_hash::PasswordHasher;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::routing::MethodRouter;
use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};
use sportello::clock::Clock;
use sportello::domain::site::SiteDraft;
use sportello::domain::{Entry, Event, InstitutionCode, Sequence, Site};
use sportello::hub::{self, Hub, HubThread};
use sportello::journal::{Journal, KeyedDevice, Role, SqliteJournal, StaffBook};
use sportello::locale::Locales;
use sportello::print::{PrinterReport, PrinterStatus};
use sportello::web;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use tokio::sync::watch;
use tower::ServiceExt;

/// The key of the script device.
pub const DEVICE_KEY: &str = "device-key-for-tests";
/// The key of a second device.
pub const OTHER_DEVICE_KEY: &str = "another-device-key-for-tests";
/// The PIN of all accounts.
pub const PIN: &str = "482915";

/// The proxy that is trusted.
pub const PROXY: &str = "192.0.2.250";

/// A site at work.
/// A printer that is what a test says.
pub struct Printer(pub watch::Sender<Vec<PrinterReport>>);

impl Printer {
    pub fn send(&self, status: PrinterStatus) -> Result<(), watch::error::SendError<Vec<PrinterReport>>> {
        self.0.send(vec![report(status)])
    }
}

/// What is known of a printer of this status.
pub fn report(status: PrinterStatus) -> PrinterReport {
    PrinterReport { name: "lp:///dev/usb/lp0".to_owned(), status, cause: None, since: Timestamp::UNIX_EPOCH }
}

pub struct World {
    pub router: Router,
    pub hub: Hub,
    pub clock: Clock,
    pub printer: Printer,
    /// Whether something that the night deleted may still be readable.
    pub traces: Arc<AtomicBool>,
    /// While this is `true`, nothing can be written to the journal.
    pub is_disk_full: Arc<AtomicBool>,
    /// Held, it makes the disk hang.
    pub gate: Arc<Gate>,
    thread: Option<HubThread>,
    pub folder: TempDir,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a header of text"))
    }

    /// Every cookie that it sets, as a browser sends them back.
    pub fn cookies(&self) -> String {
        let set = self.headers.get_all("set-cookie").iter().map(|it| it.to_str().expect("a header of text"));
        set.map(|cookie| cookie.split(';').next().unwrap_or("")).collect::<Vec<_>>().join("; ")
    }

    pub fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap_or("").to_owned()
    }
}

impl World {
    /// The small site on a Monday morning at nine.
    pub fn new() -> World {
        World::with_site(draft(|text| text.to_owned()))
    }

    pub fn with_site(draft: SiteDraft) -> World {
        let noon = "2026-11-23T08:00:00Z".parse().expect("a time");
        World::at(draft, Clock::turned(noon))
    }

    pub fn at(draft: SiteDraft, clock: Clock) -> World {
        World::build(draft, clock, Vec::new())
    }

    /// The small site with more routes than the program has.
    pub fn with_routes(added: Vec<(web::Route, MethodRouter)>) -> World {
        let morning = "2026-11-23T08:00:00Z".parse().expect("a time");
        World::build(draft(|text| text.to_owned()), Clock::turned(morning), added)
    }

    /// The same day goes on with another site file, after a restart.
    pub fn with_another_site(mut self, draft: SiteDraft) -> World {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().expect("a folder"));
        World::build_in(folder, draft, self.clock.clone(), Vec::new())
    }

    /// A site on a Monday morning at nine, after these events.
    pub fn after(draft: SiteDraft, events: &[Event]) -> World {
        let clock = Clock::turned("2026-11-23T08:00:00Z".parse().expect("a time"));
        let folder = tempfile::tempdir().expect("a folder");
        let numbered = (1..).map(Sequence).zip(events.iter().cloned());
        let entries: Vec<Entry> =
            numbered.map(|(sequence, event)| Entry { sequence, at: clock.now(), event }).collect();
        let mut journal = SqliteJournal::open(&folder.path().join("journal.sqlite")).expect("a journal");
        journal.append(Sequence(0), &entries, &[]).expect("the events before");
        drop(journal);
        World::build_in(folder, draft, clock, Vec::new())
    }

    fn build(draft: SiteDraft, clock: Clock, added: Vec<(web::Route, MethodRouter)>) -> World {
        World::build_in(tempfile::tempdir().expect("a folder"), draft, clock, added)
    }

    fn build_in(folder: TempDir, draft: SiteDraft, clock: Clock, added: Vec<(web::Route, MethodRouter)>) -> World {
        let file = folder.path().join("journal.sqlite");
        let site = Arc::new(Site::check(draft).expect("the test's site is sound"));
        let is_disk_full = Arc::new(AtomicBool::new(false));
        let journal = SqliteJournal::open(&file).expect("a journal");
        let journal = FullDisk::new(journal, Refused::Events, &is_disk_full);
        let gate = journal.gate();
        let (hub, thread) = hub::open(site, journal, clock.clone()).expect("a hub");
        let staff = StaffBook::open(&file).expect("a staff book");
        let is_new = staff.list().expect("the accounts").is_empty();
        let hash = Argon2::default().hash_password(PIN.as_bytes()).expect("a hash").to_string();
        let accounts =
            [("anna", Role::Desk), ("bruno", Role::Reception), ("carla", Role::Manager), ("dario", Role::Auditor)];
        for (name, role) in accounts.into_iter().filter(|_| is_new) {
            staff.add(name, role, &hash).expect("an account");
        }
        if is_new {
            let questura = [InstitutionCode::parse("questura").expect("a code")];
            staff.add("elena", Role::Desk, &hash).expect("an account");
            staff.change_rights("elena", None, Some(&questura)).expect("a clerk of one institution");
        }
        for (name, key) in [("script", DEVICE_KEY), ("kiosk-2", OTHER_DEVICE_KEY)].into_iter().filter(|_| is_new) {
            // The clock stands still, and some tests issue hundreds.
            let device = KeyedDevice { rate: KeyedDevice::HIGHEST_RATE, ..KeyedDevice::kiosk(name) };
            staff.add_device(&device, &Sha256::digest(key.as_bytes()).into(), clock.now()).expect("a device");
        }
        let (printer, reports) = watch::channel(vec![report(PrinterStatus::Ready)]);
        let traces = Arc::default();
        let dependencies = web::WebDependencies {
            https: None,
            hub: hub.clone(),
            locales: Arc::new(Locales::load().expect("the texts")),
            staff: Arc::new(staff),
            printers: Some(reports),
            clock: clock.clone(),
            public_url: "https://queue.example.org".to_owned(),
            proxies: vec![PROXY.parse().expect("an address")],
            site_faults: Vec::new(),
            traces: Arc::clone(&traces),
            backup_fault: watch::channel(None).1,
            checks: Arc::new([]),
            threads: Default::default(),
        };
        let router = web::router_with(dependencies, added);
        World {
            router,
            hub,
            clock,
            printer: Printer(printer),
            traces,
            is_disk_full,
            gate,
            thread: Some(thread),
            folder,
        }
    }

    /// Sends a request as it is, with a `Host` unless it has one. The answer has to be as the API describes it.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        if !request.headers().contains_key("host") {
            request.headers_mut().insert("host", "localhost:8080".parse().expect("a host"));
        }
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 4 << 20).await.expect("a body");
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        let answer = Answer { status: parts.status, headers: parts.headers, text };
        check_answer(&method, &path, answer.status.as_u16(), answer.header("content-type"), &answer.text);
        answer
    }

    /// The accounts and devices of the house.
    pub fn staff_book(&self) -> StaffBook {
        StaffBook::open(&self.folder.path().join("journal.sqlite")).expect("the staff book")
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Request::get(path).header("cookie", cookie).body(Body::empty()).expect("a request")).await
    }

    /// The status alone, for a body without an end.
    pub async fn head_of(&self, path: &str, cookie: &str) -> StatusCode {
        let request = Request::get(path).header("cookie", cookie).header("host", "localhost:8080");
        let request = request.body(Body::empty()).expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer").status()
    }

    /// Sends JSON; an empty text sends no body.
    pub async fn post(&self, path: &str, cookie: &str, json: &str) -> Answer {
        let request = Request::post(path).header("cookie", cookie).header("content-type", "application/json");
        self.send(request.body(Body::from(json.to_owned())).expect("a request")).await
    }

    pub async fn submit(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("cookie", cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "http://localhost:8080");
        self.send(request.body(Body::from(form.to_owned())).expect("a request")).await
    }

    /// Sends a name and a PIN from an address.
    pub async fn sign_in_from(&self, address: &str, name: &str, pin: &str) -> Answer {
        let body = format!(r#"{{"name":"{name}","pin":"{pin}"}}"#);
        let request = Request::post("/api/v1/session?lang=en").body(Body::from(body)).expect("a request");
        self.send(from(address, request)).await
    }

    /// The same with the cookies of a browser.
    pub async fn sign_in_at(&self, address: &str, name: &str, pin: &str, cookies: &str) -> Answer {
        let body = serde_json::json!({ "name": name, "pin": pin }).to_string();
        let request = Request::post("/api/v1/session?lang=en").header("cookie", cookies).body(Body::from(body));
        self.send(from(address, request.expect("a request"))).await
    }

    /// Sends a form of a desk's page.
    pub async fn submit_to_desk(&self, desk: u16, verb: &str, cookie: &str, form: &str) -> Answer {
        self.submit(&format!("/desk/{desk}/{verb}?lang=en"), cookie, form).await
    }

    /// Signs in and returns the cookie.
    pub async fn sign_in(&self, name: &str) -> String {
        let answer = self.post("/api/v1/session", "", &format!(r#"{{"name":"{name}","pin":"{PIN}"}}"#)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.cookie()
    }

    /// A visitor takes a ticket at the kiosk; gives its token.
    pub async fn visitor(&self, need: &str, language: &str) -> String {
        let body = format!(r#"{{"needs":["{need}"],"language":"{language}"}}"#);
        let request = Request::post("/api/v1/tickets").header("authorization", format!("Bearer {DEVICE_KEY}"));
        let answer = self.send(request.body(Body::from(body)).expect("a request")).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()["token"].as_str().expect("a token").to_owned()
    }

    /// One visitor with a discreet need and one with another wait, for desks 5 and 4, which are open; gives the clerk and the
    /// first one's token, then the other's.
    pub async fn quiet_and_open_wait(&self) -> (String, String, String) {
        let clerk = self.sign_in("anna").await;
        let token = self.visitor("care.talk", "it").await;
        let other = self.visitor("work", "it").await;
        for desk in [4, 5] {
            assert_eq!(self.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await.status, 200);
        }
        (clerk, token, other)
    }
}

/// A request as it comes from another machine.
pub fn from(address: &str, mut request: Request<Body>) -> Request<Body> {
    let peer = SocketAddr::new(address.parse().expect("an address"), 40_000);
    request.extensions_mut().insert(ConnectInfo(web::Peer::at(peer)));
    request
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
    }
}
