//! How pages hear of what happens: the newest wish counts, and a lost stream is asked for less and less often.

use crate::browser::{Browser, LIVE};
use crate::web_world::World;
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(30);
/// Answers of pages are held back while the test wants it.
const HOLDING: &str = "const real = window.fetch; window.held = [];
    window.fetch = (address, options) => {
        const answer = real(address, options);
        if (!window.isHolding || String(address).includes('/api/')) return answer;
        return new Promise((resolve) => window.held.push(() => resolve(answer)));
    };";
/// Streams that break as soon as they are open, on a page whose time runs twenty times as fast.
const BREAKING: &str = "const real = performance.now.bind(performance); performance.now = () => real() * 20;
    const each = window.setInterval; window.setInterval = (act, wait) => each(act, wait / 20);
    Math.random = () => 0.5;
    window.opened = [];
    window.EventSource = class {
        constructor() {
            window.opened.push(performance.now());
            this.hears = {};
            setTimeout(() => { this.tell('open'); this.readyState = 2; this.tell('error'); }, 0);
        }
        addEventListener(kind, hear) { this.hears[kind] = hear; }
        tell(kind) { if (this.hears[kind]) this.hears[kind]({}); }
        close() { this.readyState = 2; }
    };
    Object.assign(window.EventSource, { CONNECTING: 0, OPEN: 1, CLOSED: 2 });";

async fn serve(world: &World) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_that_asks_whether_to_leave_rings_for_a_call_that_comes_while_it_asks_for_its_page() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.visitor("work", "it").await;
    let mine = world.visitor("work", "it").await;
    let at_desk = async |verb: &str| {
        assert_eq!(world.post(&format!("/api/v1/desks/4/{verb}"), &clerk, "").await.status, 200, "{verb}");
    };
    at_desk("open").await;
    let url = serve(&world).await;
    let phone = Browser::open(390, 844);
    phone.before_pages(HOLDING);
    phone.go(&format!("{url}/t/{mine}?lang=it&leave=1"));
    phone.until(LIVE, SOON);
    phone.click("#ring");
    phone.until("return document.documentElement.dataset.ring === 'on' && !!document.querySelector('.leave')", SOON);
    phone.run("window.isHolding = true");
    at_desk("call-next").await;
    phone.until("return window.held.length > 0", SOON);
    let events = phone.run("return Number(document.documentElement.dataset.events)").as_u64().expect("a count");
    for verb in ["start", "finish", "call-next"] {
        at_desk(verb).await;
    }
    phone.until(&format!("return Number(document.documentElement.dataset.events) > {events}"), SOON);
    phone.run("window.isHolding = false; for (const release of window.held) release();");
    phone.until("return document.querySelector('main').dataset.state === 'called'", SOON);
    phone.until("return document.documentElement.dataset.rings === '1'", SOON);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_whose_stream_breaks_asks_for_it_less_and_less_often() {
    let world = World::new();
    let url = serve(&world).await;
    let board = Browser::open(1024, 768);
    board.before_pages(BREAKING);
    board.go(&format!("{url}/board"));
    board.until("return window.opened.length >= 5", SOON);
    let opened = board.run("return window.opened");
    let at = |n: usize| opened[n].as_f64().expect("a time");
    for (n, least) in [(1, 1000.0), (2, 2000.0), (3, 4000.0), (4, 8000.0)] {
        assert!(at(n) - at(n - 1) >= least, "stream {n} after {} ms: {opened}", at(n) - at(n - 1));
    }
    // Meanwhile the page asks, and so is not old.
    world.visitor("work", "it").await;
    board.until("return document.querySelector('main').innerText.includes('001')", SOON);
}
