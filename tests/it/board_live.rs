//! The board in a real browser: every call comes to it, and its chimes neither get lost nor repeat.

use crate::browser::{Browser, LIVE};
use crate::server::{Client, Data, Server};
use std::time::Duration;

/// Far longer than any step takes; only a step that never comes waits so long.
const SOON: Duration = Duration::from_secs(30);

#[test]
fn a_call_comes_to_the_board_and_chimes_once_also_across_a_reconnect() {
    let data = Data::new();
    let server = Server::start(&data);
    let port = server.url.rsplit(':').next().unwrap().to_owned();
    let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
    let desk = desk_for(&clerk, "tax.code");
    for _ in 0..6 {
        assert_eq!(device.take_ticket("tax.code", None).unwrap().0, 201);
    }
    clerk.desk(desk, "open").unwrap();
    serve_next(&clerk, desk);

    let board = Browser::open(1920, 1080);
    board.go(&format!("{}/board", server.url));
    board.until("return document.querySelectorAll('.call').length === 1", SOON);
    assert_eq!(chimes(&board), 0, "what was called before the page was opened is old");
    board.until(LIVE, SOON);

    let (status, answer) = clerk.desk(desk, "call-next").unwrap();
    assert_eq!(status, 200);
    let number = answer["ticket"]["number"].as_str().unwrap().to_owned();
    let shown = format!(
        "return document.querySelector('.call.newest .number')?.innerText.replace(/\\u00a0/g, ' ') === {number:?}"
    );
    let took = board.until(&shown, SOON);
    println!("call-next to board in Chromium: {} ms", took.as_millis());
    assert_eq!(board.text(".call.newest .desk b"), desk.to_string());
    board.until("return document.documentElement.dataset.chimes === '1'", SOON);

    assert_eq!(clerk.desk(desk, "recall").unwrap().0, 200);
    board.until("return document.documentElement.dataset.chimes === '2'", SOON);

    // The power goes; while the page is alone, nothing; then the site is back at the same address and calls twice. Who has
    // come before the page could tell needs no chime.
    server.kill();
    board.until("return !document.getElementById('not-live').hidden", SOON);
    let server = Server::start_with(&data, &["--screen", "none", "--listen", &format!("127.0.0.1:{port}")], &[]);
    let clerk = clerk.at(&server);
    clerk.desk(desk, "start").unwrap();
    clerk.desk(desk, "finish").unwrap();
    let other = desk_for(&clerk, "health.ssn");
    assert_eq!(device.at(&server).take_ticket("health.ssn", None).unwrap().0, 201);
    clerk.desk(other, "open").unwrap();
    for desk in [desk, other] {
        assert_eq!(clerk.desk(desk, "call-next").unwrap().0, 200);
    }
    board.until("return document.documentElement.dataset.chimes === '4'", SOON);
    board.until("return document.getElementById('not-live').hidden", SOON);
    assert_eq!(clerk.desk(desk, "recall").unwrap().0, 200);
    board.until("return Number(document.documentElement.dataset.chimes) > 4", SOON);
    assert_eq!(chimes(&board), 5, "one for the recall: none before it was repeated");
}

#[test]
fn a_clerk_works_a_morning_in_a_real_browser_with_keys_and_buttons() {
    let data = Data::new();
    let server = Server::start(&data);
    let device = Client::device(&server, &data);
    for need in ["tax.code", "tax.code"] {
        device.take_ticket(need, None).unwrap();
    }
    let desk = desk_for(&Client::clerk(&server), "tax.code");
    let browser = Browser::open(1280, 800);
    browser.go(&format!("{}/sign-in", server.url));
    browser.fill("input[name=name]", "anna");
    browser.fill("input[name=pin]", crate::server::PIN);
    browser.click("main button[type=submit]");
    // A click does not wait for the answer, and going elsewhere before it would give the sign-in up.
    browser.until("return location.pathname !== '/sign-in'", SOON);
    browser.go(&format!("{}/desk/{desk}", server.url));
    let says = |text: &str| format!("return document.body.innerText.replace(/\\u00a0/g, ' ').includes({text:?})");
    // The page is deaf for a moment after each change; a clerk looks at it first.
    let hears = "return !document.documentElement.dataset.deaf";
    browser.until(hears, SOON);
    browser.click("form[action$='/open'] button");
    browser.until("return !!document.querySelector(\"form[action$='/call-next'] button\")", SOON);
    browser.until(hears, SOON);
    browser.press("n");
    browser.until("return !!document.querySelector(\"form[action$='/start'] button\")", SOON);
    browser.until(&says("E 001"), SOON);
    browser.until(hears, SOON);
    browser.press("s");
    browser.until("return !!document.querySelector(\"form[action$='/finish'] button\")", SOON);
    browser.until(hears, SOON);
    browser.press("f");
    browser.until("return !!document.querySelector(\"form[action$='/call-next'] button\")", SOON);
    let clerk = Client::clerk(&server);
    let (_, day) = clerk.get("/api/v1/day").unwrap();
    assert!(day.to_string().contains("served"), "{day}");
}

/// The first desk that does what a need leads to.
fn desk_for(clerk: &Client, need: &str) -> u16 {
    let (status, site) = clerk.get("/api/v1/site?lang=it").unwrap();
    assert_eq!(status, 200);
    let world = crate::world::demo_site();
    let service = world.need(&crate::world::need_code(need)).unwrap().services()[0].clone();
    let desks = site["desks"].as_array().unwrap().iter();
    let fits = |desk: &&serde_json::Value| desk["services"].as_array().unwrap().iter().any(|it| it == service.as_str());
    desks.filter(fits).find_map(|desk| desk["number"].as_u64()).unwrap() as u16
}

fn serve_next(clerk: &Client, desk: u16) {
    for verb in ["call-next", "start", "finish"] {
        assert_eq!(clerk.desk(desk, verb).unwrap().0, 200, "{verb}");
    }
}

fn chimes(board: &Browser) -> u64 {
    board.run("return Number(document.documentElement.dataset.chimes)").as_u64().unwrap()
}

#[test]
fn a_board_chimes_for_the_first_call_of_another_data_folder() {
    let old = Data::new();
    let server = Server::start(&old);
    let port = server.url.rsplit(':').next().unwrap().to_owned();
    let clerk = Client::clerk(&server);
    let desk = desk_for(&clerk, "tax.code");
    Client::device(&server, &old).take_ticket("tax.code", None).unwrap();
    clerk.desk(desk, "open").unwrap();
    assert_eq!(clerk.desk(desk, "call-next").unwrap().0, 200);
    for _ in 0..5 {
        assert_eq!(clerk.desk(desk, "recall").unwrap().0, 200);
    }
    let board = Browser::open(1280, 720);
    board.go(&format!("{}/board", server.url));
    board.until(LIVE, SOON);
    assert_eq!((board.run("return document.documentElement.dataset.lastCall"), chimes(&board)), ("6".into(), 0));
    server.kill();

    let data = Data::new();
    let server = Server::start_with(&data, &["--screen", "none", "--listen", &format!("127.0.0.1:{port}")], &[]);
    let clerk = Client::clerk(&server);
    Client::device(&server, &data).take_ticket("tax.code", None).unwrap();
    clerk.desk(desk, "open").unwrap();
    assert_eq!(clerk.desk(desk, "call-next").unwrap().0, 200);
    board.until("return document.documentElement.dataset.chimes === '1'", SOON);
}
