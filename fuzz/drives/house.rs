//! A small house at work for bytes from the network: the demo site, its journal on disk, its hub and its pages.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, header};
use sportello::catalogue::{self, Known};
use sportello::clock::Clock;
use sportello::domain::Site;
use sportello::hub::{self, HubThread};
use sportello::journal::{KeyedDevice, Role, SqliteJournal, StaffBook, pin};
use sportello::locale::Locales;
use sportello::pictogram;
use sportello::web;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tower::ServiceExt;

/// A Tuesday morning: everyone is here.
pub(crate) const MORNING: &str = "2026-11-24T10:00:00+01:00";
const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const PIN: &str = "482915";
const KEY: &str = "a-key-of-the-fuzzers";

pub(crate) static SITE: LazyLock<Arc<Site>> = LazyLock::new(|| {
    let locales = Locales::load().expect("the program's own texts");
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    Arc::new(catalogue::demo(&Known { languages, pictograms: pictogram::names().collect() }))
});

pub(crate) fn clock() -> Clock {
    Clock::turned(MORNING.parse().expect("a time"))
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: String,
    pub(crate) body: Vec<u8>,
    pub(crate) cookies: String,
}

pub(crate) struct House {
    pub(crate) runtime: Runtime,
    router: Router,
    /// Signed in as a manager.
    pub(crate) clerk: String,
    /// Signed in as a clerk, for what may end a sign-in.
    pub(crate) other: String,
    /// A ticket's secret.
    pub(crate) token: String,
    thread: Option<HubThread>,
    _folder: TempDir,
}

impl House {
    pub(crate) fn new() -> House {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("journal.sqlite");
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let journal = SqliteJournal::open(&file).expect("a journal");
        let (hub, thread) = hub::open(Arc::clone(&SITE), journal, clock()).expect("a hub");
        let router = runtime.block_on(async { web::router(dependencies(hub, &file)) });
        let mut house = House {
            runtime,
            router,
            clerk: String::new(),
            other: String::new(),
            token: String::new(),
            thread: Some(thread),
            _folder: folder,
        };
        (house.clerk, house.other) = (house.sign_in("carla"), house.sign_in("anna"));
        for desk in 1..=8 {
            let path = format!("/api/v1/desks/{desk}/open");
            let opening = Request::post(path).header("cookie", &house.clerk).body(Body::empty());
            assert_eq!(house.send(opening.expect("a request")).status, 200, "desk {desk}");
        }
        house.token = house.comes();
        house
    }

    fn sign_in(&self, name: &str) -> String {
        let body = format!(r#"{{"name":"{name}","pin":"{PIN}"}}"#);
        let answer = self.send(Request::post("/api/v1/session").body(Body::from(body)).expect("a request"));
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        answer.cookies
    }

    /// Another visitor takes a number; gives the ticket's secret.
    pub(crate) fn comes(&self) -> String {
        let body = Body::from(r#"{"needs":["health.ssn"],"language":"it"}"#);
        let request = Request::post("/api/v1/tickets").header(header::AUTHORIZATION, self.key()).body(body);
        let answer = self.send(request.expect("a request"));
        let text = String::from_utf8_lossy(&answer.body);
        assert_eq!(answer.status, 201, "the next visitor gets no number: {text}");
        let token = text.split(r#""token":""#).nth(1).and_then(|rest| rest.split('"').next());
        token.unwrap_or_else(|| panic!("a ticket without a token: {text}")).to_owned()
    }

    pub(crate) fn key(&self) -> HeaderValue {
        HeaderValue::try_from(format!("Bearer {KEY}")).expect("a key")
    }

    /// Sends a request by a trusted proxy, with a `Host` unless it has one; of an endless answer only the head comes back.
    pub(crate) fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(web::Peer::at(SocketAddr::new(PROXY, 40_000))));
        request.headers_mut().entry("host").or_insert(HeaderValue::from_static("localhost:8080"));
        self.runtime.block_on(async {
            let (head, body) = self.router.clone().oneshot(request).await.expect("an answer").into_parts();
            let text = |name| head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
            let kind = text(header::CONTENT_TYPE).to_owned();
            let is_endless = kind.starts_with("text/event-stream");
            let body = if is_endless { Body::empty() } else { body };
            let body = axum::body::to_bytes(body, 8 << 20).await.expect("a body").to_vec();
            let cookies = head.headers.get_all(header::SET_COOKIE).iter();
            let cookies = cookies.filter_map(|it| it.to_str().ok()?.split(';').next()).collect::<Vec<_>>().join("; ");
            Answer { status: head.status.as_u16(), kind, body, cookies }
        })
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
    }
}

fn dependencies(hub: hub::Hub, file: &Path) -> web::WebDependencies {
    let staff = StaffBook::open(file).expect("a staff book");
    let hash = pin::hash(PIN).expect("a hash");
    for (name, role) in [("carla", Role::Manager), ("anna", Role::Desk)] {
        staff.add(name, role, &hash).expect("an account");
    }
    let device = KeyedDevice { rate: KeyedDevice::HIGHEST_RATE, ..KeyedDevice::kiosk("script") };
    staff.add_device(&device, &key_hash(), clock().now()).expect("a device");
    web::WebDependencies {
        https: None,
        hub,
        locales: Arc::new(Locales::load().expect("the program's own texts")),
        staff: Arc::new(staff),
        printers: None,
        clock: clock(),
        public_url: "https://queue.example.org".to_owned(),
        proxies: vec![PROXY],
        site_faults: Vec::new(),
        traces: Arc::default(),
        backup_fault: watch::channel(None).1,
        checks: Arc::new([]),
        threads: Default::default(),
    }
}

fn key_hash() -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(KEY.as_bytes()).into()
}
