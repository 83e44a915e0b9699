//! Browsers of 2018, and pages whose scripts fail: board, phone and desk follow all the same, or load themselves anew.

use crate::browser::{Browser, LIVE};
use crate::web_world::{PIN, World};
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(30);
/// A page that is never fed asks after twenty seconds.
const RELOAD: Duration = Duration::from_secs(60);

/// Takes away what Chromium 68 lacks, as far as the driver itself can do without. Its `fetch` sent no cookies by itself.
const OF_2018: &str = "
    delete AbortSignal.timeout; delete AbortSignal.any; delete Element.prototype.replaceChildren;
    delete Document.prototype.replaceChildren; delete window.structuredClone; delete window.queueMicrotask;
    for (const name of ['at', 'flat', 'flatMap', 'findLast', 'toSorted']) delete Array.prototype[name];
    for (const name of ['at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd']) delete String.prototype[name];
    for (const name of ['allSettled', 'any', 'withResolvers']) delete Promise[name];
    delete Object.fromEntries; delete Element.prototype.toggleAttribute;
    delete SubmitEvent.prototype.submitter; delete window.BroadcastChannel;
    const real = window.fetch;
    window.fetch = (address, options) => real(address, Object.assign({ credentials: 'omit' }, options));";
const WITHOUT_STREAMS: &str = "delete window.EventSource; delete window.AbortController;";

async fn serve(world: &World) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    format!("http://{address}")
}

/// A board, a phone and a desk in one browser: each shows what happens, and the desk acts.
async fn follows(missing: &str) {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mut tokens = Vec::new();
    for _ in 0..2 {
        tokens.push(world.visitor("work", "it").await);
    }
    let at_desk = async |verb: &str| {
        assert_eq!(world.post(&format!("/api/v1/desks/4/{verb}"), &clerk, "").await.status, 200, "{verb}");
    };
    at_desk("open").await;
    let url = serve(&world).await;
    let browser = Browser::open(1280, 800);
    browser.before_pages(missing);

    browser.go(&format!("{url}/board"));
    browser.until(LIVE, SOON);
    at_desk("call-next").await;
    browser.until("return document.querySelector('.calls').innerText.replace(/\\u00a0/g, ' ').includes('L 001')", SOON);

    browser.go(&format!("{url}/t/{}", tokens[1]));
    browser.until(LIVE, SOON);
    for verb in ["start", "finish", "call-next"] {
        at_desk(verb).await;
    }
    browser.until("return document.querySelector('main').dataset.state === 'called'", SOON);

    browser.go(&format!("{url}/sign-in?next=/desk/4"));
    browser.fill("input[name=name]", "anna");
    browser.fill("input[name=pin]", PIN);
    browser.click("main button[type=submit]");
    browser.until("return location.pathname === '/desk/4'", SOON);
    browser.until(LIVE, SOON);
    browser.until("return !document.documentElement.dataset.deaf", SOON);
    browser.run("window.stays = true");
    browser.click("[data-verb=start]");
    browser.until("return !!document.querySelector('[data-verb=finish]')", SOON);
    assert_eq!(browser.run("return window.stays"), true, "by the script, without a new page");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn board_phone_and_desk_follow_in_a_browser_of_2018() {
    follows(OF_2018).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn board_phone_and_desk_follow_in_a_browser_without_event_streams() {
    follows(&[OF_2018, WITHOUT_STREAMS].concat()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_whose_script_fails_loads_itself_anew() {
    let world = World::new();
    let token = world.visitor("work", "it").await;
    let url = serve(&world).await;
    // One whose script is not served, and one whose script fails at each event.
    let (board, phone) = (Browser::open(1280, 800), Browser::open(400, 800));
    board.block(&["*/assets/live.js"]);
    phone.before_pages("window.DOMParser = function () { throw new Error('broken'); };");
    board.go(&format!("{url}/board"));
    phone.go(&format!("{url}/t/{token}"));
    for page in [&board, &phone] {
        page.run("window.stays = true");
    }
    world.visitor("health.ssn", "it").await;
    for page in [&board, &phone] {
        page.until("return document.readyState === 'complete' && !window.stays", RELOAD);
    }
    let shown = board.text("main").replace('\u{a0}', " ");
    assert!(shown.contains("001"), "it is new: {shown}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn seven_tabs_of_one_browser_all_live() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mine = world.visitor("work", "it").await;
    let url = serve(&world).await;
    let browser = Browser::open(1280, 800);
    let mut tabs = Vec::new();
    for n in 0..7 {
        tabs.push(browser.open_tab());
        let page = if n % 2 == 0 { format!("{url}/board") } else { format!("{url}/t/{mine}") };
        browser.go(&page);
        browser.until(LIVE, SOON);
    }
    for verb in ["open", "call-next"] {
        assert_eq!(world.post(&format!("/api/v1/desks/4/{verb}"), &clerk, "").await.status, 200, "{verb}");
    }
    for tab in &tabs {
        browser.turn_to(tab);
        let is_new =
            "return (document.querySelector('.calls') || document.createElement('p')).innerText.includes('001')
            || document.querySelector('main').dataset.state === 'called'";
        browser.until(is_new, SOON);
    }
    // A page that was turned to takes a stream over, and the other gives it up as soon as it hears of that.
    let streams = async || {
        let metrics = world.get("/metrics", &clerk).await.text;
        let line = metrics.lines().find_map(|line| line.strip_prefix("sportello_event_streams ")).map(str::to_owned);
        line.and_then(|count| count.parse::<usize>().ok()).expect("the count of streams")
    };
    let begun = std::time::Instant::now();
    while !(1..=3).contains(&streams().await) {
        assert!(begun.elapsed() < SOON, "{} streams: a browser has six connections to a host", streams().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
