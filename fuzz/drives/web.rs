//! What comes in over the network: addresses, queries, forms, JSON bodies and headers, by every route of the table.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, Uri};
use sportello::web::{Route, RouteKind, rows};
use std::cell::RefCell;
use std::sync::LazyLock;

/// After so many requests the house begins anew, before its day is full.
const ONE_DAY: usize = 2_000;
/// After so many another visitor comes.
const VISITORS_EVERY: usize = 64;

static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(rows);

/// The headers that the program reads.
const HEADERS: [&str; 17] = [
    "host",
    "cookie",
    "authorization",
    "idempotency-key",
    "x-forwarded-for",
    "x-forwarded-proto",
    "forwarded",
    "origin",
    "referer",
    "sec-fetch-site",
    "accept-language",
    "accept-encoding",
    "accept",
    "content-type",
    "content-length",
    "expect",
    "if-none-match",
];

thread_local! {
    static DAY: RefCell<Option<(House, usize)>> = const { RefCell::new(None) };
}

fn with_house<T>(act: impl FnOnce(&House) -> T) -> T {
    DAY.with_borrow_mut(|day| {
        if day.as_ref().is_some_and(|(_, requests)| *requests >= ONE_DAY) {
            *day = None;
        }
        let (house, requests) = day.get_or_insert_with(|| (House::new(), 0));
        *requests += 1;
        let done = act(house);
        if requests.is_multiple_of(VISITORS_EVERY) {
            house.comes();
        }
        done
    })
}

/// A body in JSON for the call that the first byte chooses.
pub fn json_body(bytes: &[u8]) {
    let of = |route: &&Route| route.kind == RouteKind::Call && route.method == Method::POST;
    let Some((route, body)) = chosen(bytes, of) else { return };
    with_house(|house| {
        let request = request_for(house, route, &address(house, route.path));
        let request = request.header("content-type", "application/json").body(Body::from(body.to_vec()));
        judge(route, &house.send(request.expect("a request")), body);
    });
}

/// The fields of a form for the page that the first byte chooses.
pub fn form(bytes: &[u8]) {
    let of = |route: &&Route| route.kind == RouteKind::Page && route.method == Method::POST;
    let Some((route, body)) = chosen(bytes, of) else { return };
    with_house(|house| {
        let request = request_for(house, route, &address(house, route.path)).header("origin", "http://localhost:8080");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        judge(route, &house.send(request.body(Body::from(body.to_vec())).expect("a request")), body);
    });
}

/// The query of the address that the first byte chooses.
pub fn query(bytes: &[u8]) {
    let Some((route, query)) = chosen(bytes, |route| route.method == Method::GET) else { return };
    with_house(|house| {
        let target = format!("{}?{}", address(house, route.path), as_in_addresses(query));
        let Ok(target) = target.parse::<Uri>() else { return };
        let request = request_for(house, route, &target.to_string()).body(Body::empty());
        judge(route, &house.send(request.expect("a request")), query);
    });
}

/// A whole address, for each method in turn.
pub fn target(bytes: &[u8]) {
    let Some((first, path)) = bytes.split_first() else { return };
    let methods = ["GET", "POST", "DELETE", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "PROPFIND"];
    let method = Method::from_bytes(methods[usize::from(*first) % methods.len()].as_bytes()).expect("a method");
    let text = as_in_addresses(path);
    let target = if text.starts_with("http") { text } else { format!("/{}", text.trim_start_matches('/')) };
    let Ok(target) = target.parse::<Uri>() else { return };
    with_house(|house| {
        let request = Request::builder().method(method).uri(target).header("cookie", &house.other).body(Body::empty());
        let answer = house.send(request.expect("a request"));
        assert!(answer.status < 500, "{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    });
}

/// A header that the program reads, with an address that the second byte chooses.
pub fn header(bytes: &[u8]) {
    let Some((which, rest)) = bytes.split_first() else { return };
    let Some((route, value)) = chosen(rest, |_| true) else { return };
    let name = HeaderName::from_static(HEADERS[usize::from(*which) % HEADERS.len()]);
    let Ok(value) = HeaderValue::from_bytes(value) else { return };
    with_house(|house| {
        let request = request_for(house, route, &address(house, route.path)).header("content-type", "application/json");
        let mut request = request.body(Body::from("{}")).expect("a request");
        request.headers_mut().insert(name, value.clone());
        judge(route, &house.send(request), value.as_bytes());
    });
}

/// The route that the first byte chooses among those that are meant, and the other bytes.
fn chosen(bytes: &[u8], is_meant: impl FnMut(&&Route) -> bool) -> Option<(&'static Route, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let routes: Vec<&Route> = ROUTES.iter().filter(is_meant).collect();
    Some((routes[usize::from(*first) % routes.len()], rest))
}

/// A route's address, with a desk, a ticket and an appointment that may be.
fn address(house: &House, path: &str) -> String {
    let path = path.replace("{desk}", "8").replace("{token}", &house.token).replace("{code}", "7KQ2XM");
    path.replace("{verb}", "no-verb").replace("{name}", "sportello.css")
}

/// A request of someone who may; what ends a sign-in comes from a clerk whom nothing else needs.
fn request_for(house: &House, route: &Route, target: &str) -> axum::http::request::Builder {
    let ends_sign_ins = ["/api/v1/session", "/sign-in", "/sign-out", "/pin", "/pin/end-others"].contains(&route.path);
    let cookie = if ends_sign_ins { &house.other } else { &house.clerk };
    Request::builder().method(route.method.clone()).uri(target).header("cookie", cookie)
}

/// Bytes as the library below would let them through: what no address may have is escaped.
fn as_in_addresses(bytes: &[u8]) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}#".contains(byte);
    let of = |byte: &u8| if is_plain(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") };
    bytes.iter().map(of).collect()
}

/// No fault of the server; an error in words, and in the form that the reader expects.
fn judge(route: &Route, answer: &Answer, sent: &[u8]) {
    let (status, text) = (answer.status, String::from_utf8_lossy(&answer.body));
    let what = || format!("{} {} with {:?}: {status} {text}", route.method, route.path, String::from_utf8_lossy(sent));
    assert!(status < 500, "a fault of the server: {}", what());
    if status < 400 {
        return;
    }
    match route.kind {
        RouteKind::Call => {
            let told: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{}", what()));
            assert!(told["message"].as_str().is_some_and(|it| !it.is_empty()), "no words: {}", what());
            assert!(told["refusal"].as_str().is_some_and(|it| !it.is_empty()), "no code: {}", what());
        }
        RouteKind::Page if status != 304 => {
            assert!(answer.kind.starts_with("text/html") && text.contains("<h1"), "no page in words: {}", what());
        }
        RouteKind::Page => {}
    }
}
