//! Texts by which careless programs run other statements than their own, in every field of every route: none is an error of
//! the server, none signs anyone in, and accounts, devices, tables and tickets stay as they are.

use crate::web_world::{World, from};
use axum::body::Body;
use axum::http::{HeaderValue, Method, Request};
use serde_json::{Value, json};
use sportello::web::{Audience, Route, RouteKind, rows};

const TEXTS: [&str; 64] = [
    "'",
    "''",
    "\"",
    "\\'",
    "\\",
    "`",
    ";",
    "';",
    "--",
    "'--",
    "' -- x",
    "'#",
    "/*",
    "'/**/",
    "*/",
    "/*!50000SELECT 1*/",
    "' OR '1'='1",
    "\" OR \"\"=\"",
    "' OR 1=1--",
    "anna'--",
    "anna' /*",
    "') OR ('1'='1",
    "')) OR 1=1--",
    "' OR 'a' LIKE 'a",
    "' OR name IS NOT NULL--",
    "1 OR 1=1",
    "1;DROP TABLE staff",
    "'; DROP TABLE entry; --",
    "x'; DELETE FROM staff WHERE 'a'='a",
    "'; UPDATE staff SET role='manager';--",
    "'; INSERT INTO device(name) VALUES('x');--",
    "'; ATTACH DATABASE '/tmp/x.db' AS x;--",
    "'; PRAGMA writable_schema=1;--",
    "'; VACUUM INTO '/tmp/x.db';--",
    "' UNION SELECT NULL--",
    "' UNION ALL SELECT name,pin_hash,role FROM staff--",
    "-1 UNION SELECT sql FROM sqlite_schema",
    "' AND 1=2 UNION SELECT load_extension('x')--",
    "' AND randomblob(100000000)--",
    "' OR SLEEP(5)--",
    "'; WAITFOR DELAY '0:0:5'--",
    "' AND (SELECT 1 FROM pg_sleep(5))--",
    "' AND LIKE('ABCDEFG',UPPER(HEX(RANDOMBLOB(50000000))))--",
    "0x27206f7220313d31",
    "x'27'",
    "CHAR(39)||CHAR(39)",
    "' || (SELECT pin_hash FROM staff) || '",
    "' GROUP BY name HAVING 1=1--",
    "' ORDER BY 99--",
    "1 LIMIT 1 OFFSET 1",
    "%",
    "_",
    "%27%20OR%201%3D1",
    "%2527",
    "\u{2019} OR \u{2019}1\u{2019}=\u{2019}1",
    "\u{ff07} OR 1=1--",
    "\u{02bc}; DROP TABLE staff--",
    "{\"$ne\": null}",
    "{\"$gt\": \"\"}",
    "' AND json_extract(event,'$.kind')='issued",
    "$.kind' OR event->>'$.token",
    "\0' OR 1=1--",
    "a\0b",
    "' OR '1'='1' ESCAPE '\\",
];

/// The fields of forms and queries.
const FIELDS: [&str; 21] = [
    "name", "pin", "next", "old", "new", "again", "nonce", "ticket", "current", "act", "to", "reason", "service",
    "language", "print", "lang", "topic", "once", "find", "page", "leave",
];
/// The headers that may say who someone is, or what is meant.
const HEADERS: [&str; 10] = [
    "authorization",
    "cookie",
    "x-forwarded-for",
    "idempotency-key",
    "accept-language",
    "user-agent",
    "referer",
    "origin",
    "if-none-match",
    "content-type",
];

/// All that may not change.
#[derive(Debug, PartialEq)]
struct Kept {
    tables: Vec<String>,
    rows: Vec<(String, i64)>,
    staff: String,
    devices: Vec<String>,
    /// Of the first tickets: what no clerk's command changes.
    tickets: Vec<String>,
}

impl Kept {
    fn of(world: &World) -> Kept {
        let file = world.folder.path().join("journal.sqlite");
        let connection = rusqlite::Connection::open(&file).expect("the database");
        let mut named =
            connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").expect("SQL");
        let tables = named.query_map([], |row| row.get(0)).expect("tables").map(|row| row.expect("a table")).collect();
        let count = |table: &str| {
            let sql = format!("SELECT count(*) FROM {table}");
            (table.to_owned(), connection.query_row(&sql, [], |row| row.get(0)).expect("a count"))
        };
        let rows = ["staff", "device", "staff_institution"].map(count).to_vec();
        let book = world.staff_book();
        let accounts = book.list().expect("the accounts");
        let staff = accounts.iter().map(|it| format!("{} {:?}", it.name, book.account(&it.name).expect("an account")));
        let devices = book.devices(world.clock.now()).expect("the devices");
        let day = world.hub.day();
        let tickets =
            day.tickets().take(2).map(|it| format!("{} {:?} {:?} {:?}", it.number, it.token, it.needs, it.language));
        Kept {
            tables,
            rows,
            staff: staff.collect(),
            devices: devices.iter().map(|it| format!("{} {:?}", it.device.name, it.device.may)).collect(),
            tickets: tickets.collect(),
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// An address of a route, with this text in each of its variable parts or an ordinary one.
fn address(path: &str, text: Option<&str>) -> String {
    let usual = [("desk", "4"), ("verb", "nothing"), ("code", "7KQ2XM"), ("token", "x"), ("name", "sportello.css")];
    usual.iter().fold(path.to_owned(), |path, (name, usual)| {
        let text = text.map_or((*usual).to_owned(), encoded);
        path.replace(&format!("{{{name}}}"), &text)
    })
}

/// The bodies of a call with this text in each of its fields in turn.
fn bodies(document: &Value, route: &Route, text: &str) -> Vec<String> {
    let operation = &document["paths"][route.path][route.method.as_str().to_lowercase()];
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let name = |schema: &Value| Some(schema["$ref"].as_str()?.rsplit('/').next()?.to_owned());
    // Some calls take one or no body.
    let named = name(schema).or_else(|| schema["oneOf"].as_array()?.iter().find_map(name));
    let Some(named) = named else { return Vec::new() };
    let schema = &document["components"]["schemas"][&named];
    let either = schema["oneOf"].as_array().into_iter().flatten().chain([schema]);
    let fields: Vec<String> =
        either.filter_map(|schema| schema["properties"].as_object()).flat_map(|it| it.keys().cloned()).collect();
    let usual = json!({
        "name": "anna", "pin": "000000", "needs": ["work"], "language": "it", "ticket": "L 001", "service": "jobs",
        "services": ["jobs"], "languages": ["it"], "at": "2026-11-23T11:00:00+01:00",
    });
    let body = |field: &String, value: Value| {
        let known = fields.iter().filter_map(|field| Some((field.clone(), usual.get(field)?.clone())));
        let mut body: serde_json::Map<String, Value> = known.collect();
        body.insert(field.clone(), value);
        Value::Object(body).to_string()
    };
    let is_list = |field: &str| ["needs", "services", "languages"].contains(&field);
    fields.iter().map(|field| body(field, if is_list(field) { json!([text]) } else { json!(text) })).collect()
}

/// Which of the texts a field of a route is tried with: each route has some, and each field has all by one route or another.
fn chosen(route: usize, field: usize) -> impl Iterator<Item = &'static str> {
    const EACH: usize = 8;
    TEXTS
        .iter()
        .copied()
        .enumerate()
        .filter(move |(n, _)| (n + route + field).is_multiple_of(EACH))
        .map(|(_, text)| text)
}

async fn send(world: &World, route: &Route, request: Request<Body>, text: &str) -> u16 {
    let what = format!("{} {} {text:?}", request.method(), request.uri());
    let answer = world.send(request).await;
    let status = answer.status.as_u16();
    assert!(status < 500, "{what}: {}", answer.text);
    assert!(
        !answer.text.contains("argon2") && !answer.text.to_lowercase().contains("sqlite"),
        "{what}: {}",
        answer.text
    );
    assert!(
        status != 201
            || route.path == "/api/v1/tickets"
            || route.path == "/api/v1/appointments"
            || route.path.contains("walk-in"),
        "{what}"
    );
    status
}

#[tokio::test]
async fn no_text_in_any_field_runs_a_statement() {
    let world = World::new();
    for _ in 0..2 {
        world.visitor("work", "it").await;
    }
    let cookie = world.sign_in("carla").await;
    let document: Value = serde_json::from_str(&sportello::web::openapi()).expect("JSON");
    let kept = Kept::of(&world);
    let table = rows();
    let mut requests = 0;
    for (place, route) in table.iter().enumerate() {
        // What ends a sign-in, or is slowed down, is tried by strangers below.
        let ends_sign_ins =
            route.path.starts_with("/sign-") || route.path.ends_with("/session") || route.path.starts_with("/pin");
        let begin = |target: &str| {
            let request =
                Request::builder().method(route.method.clone()).uri(target).header("origin", "http://localhost:8080");
            if ends_sign_ins { request } else { request.header("cookie", &cookie) }
        };
        for text in TEXTS.iter().filter(|_| route.path.contains('{')) {
            let request = begin(&address(route.path, Some(text))).body(Body::empty()).expect("a request");
            send(&world, route, request, text).await;
            requests += 1;
        }
        for (field, name) in FIELDS.iter().enumerate() {
            for text in chosen(place, field) {
                let pair = format!("{name}={}", encoded(text));
                let is_form = route.kind == RouteKind::Page && route.method == Method::POST;
                let target = address(route.path, None);
                let target = if is_form { target } else { format!("{target}?{pair}&once=1") };
                let request = begin(&target).header("content-type", "application/x-www-form-urlencoded");
                let usual =
                    "&nonce=a&ticket=L+001&current=L+001&service=jobs&language=it&reason=other-need&to=service:jobs";
                let body = if is_form { Body::from(format!("{pair}{usual}")) } else { Body::empty() };
                send(&world, route, request.body(body).expect("a request"), text).await;
                requests += 1;
            }
        }
        for text in TEXTS {
            for body in bodies(&document, route, text) {
                let request = begin(&address(route.path, None)).header("content-type", "application/json");
                send(&world, route, request.body(Body::from(body)).expect("a request"), text).await;
                requests += 1;
            }
        }
    }
    println!("{requests} requests");
    assert_eq!(Kept::of(&world), kept);
    world.visitor("work", "it").await;
}

#[tokio::test]
async fn no_text_says_that_a_stranger_is_someone() {
    let world = World::new();
    world.visitor("work", "it").await;
    let (kept, before) = (Kept::of(&world), world.hub.day().sequence());
    for (place, route) in rows().iter().enumerate() {
        for (field, name) in HEADERS.iter().enumerate() {
            for text in chosen(place, field) {
                for value in [text.to_owned(), format!("Bearer {text}"), format!("sportello_session={text}")] {
                    let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) else { continue };
                    let request = Request::builder()
                        .method(route.method.clone())
                        .uri(address(route.path, None) + "?once=1&topic=board");
                    let request = request.header(*name, value).body(Body::from("{}")).expect("a request");
                    let status = send(&world, route, from("192.0.2.7", request), text).await;
                    let is_open = matches!(route.audience, Audience::Public | Audience::PublicButDesks(_));
                    assert!(
                        is_open || matches!(status, 303 | 401 | 403 | 413 | 422 | 429),
                        "{} {name}: {text:?}: {status}",
                        route.path
                    );
                }
            }
        }
    }
    assert_eq!(world.hub.day().sequence(), before, "a stranger changed the day");
    assert_eq!(Kept::of(&world), kept);
}

#[tokio::test]
async fn no_text_is_a_name_or_a_pin() {
    let world = World::new();
    for (n, text) in TEXTS.iter().enumerate() {
        for (name, pin) in [(*text, "482915"), ("anna", *text), (*text, *text)] {
            // From another network each time: else wrong PINs are not even looked at.
            let address = format!("198.51.{}.{}", 100 + n / 200, n % 200);
            let answer = world.sign_in_at(&address, name, pin, "").await;
            assert!(matches!(answer.status.as_u16(), 401 | 422 | 429), "{text:?}: {}", answer.text);
            assert!(answer.headers.get("set-cookie").is_none(), "{text:?}");
        }
    }
}
