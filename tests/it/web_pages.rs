//! The living pages in a real browser: what somebody is doing is not taken from them, and nothing on them grows old.

use crate::browser::{Browser, LIVE};
use crate::web_world::{PIN, World};
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(30);

/// Counts what the page fetches.
const COUNT: &str = "window.fetched = 0; const real = window.fetch;
    window.fetch = (...what) => { window.fetched += 1; return real(...what); };";
/// Holds back the next answer until `release()`.
const HOLD: &str = "const real = window.fetch;
    window.fetch = (...what) => real(...what).then((answer) => new Promise((go) => {
        window.release = () => { window.fetch = real; window.release = null; go(answer); };
    }));";

async fn serve(world: &World) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_box_that_is_ticked_while_the_page_is_refreshed_stays_ticked() {
    let world = World::new();
    let url = serve(&world).await;
    let browser = Browser::open(1280, 800);
    browser.go(&format!("{url}/sign-in?next=/desk/4"));
    browser.fill("input[name=name]", "anna");
    browser.fill("input[name=pin]", PIN);
    browser.click("main button[type=submit]");
    let ukrainian = "document.querySelector(\"input[value='uk']\").checked";
    browser.until("return document.documentElement.dataset.live === 'yes'", SOON);
    browser.until(&format!("return !{ukrainian}"), SOON);
    // The refresh by the stream's first event must be over before the next one is held.
    browser.until(LIVE, SOON);

    browser.run(HOLD);
    world.visitor("work", "it").await;
    browser.until("return !!window.release", SOON);
    browser.run("document.querySelector(\"input[value='uk']\").click()");
    browser.run("window.release()");
    browser.until("return document.querySelector('.others').innerText.includes('001')", SOON);
    assert_eq!(browser.run(&format!("return {ukrainian}")), true, "the tick is gone");

    // Whoever ticks hears of the printer all the same.
    world.printer.send(sportello::print::PrinterStatus::PaperOut).expect("somebody listens");
    browser.until("return document.querySelectorAll('.strips .strip').length === 1", SOON);
    assert_eq!(browser.run(&format!("return {ukrainian}")), true, "the tick is gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_asks_for_its_page_only_when_its_own_ticket_has_news() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mine = world.visitor("work", "it").await;
    for _ in 0..4 {
        world.visitor("health.ssn", "it").await;
    }
    for desk in [3, 4] {
        world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await;
    }
    let url = serve(&world).await;
    let browser = Browser::open(400, 800);
    browser.go(&format!("{url}/t/{mine}"));
    browser.until(LIVE, SOON);
    browser.run(COUNT);
    for _ in 0..4 {
        for verb in ["call-next", "no-show"] {
            assert_eq!(world.post(&format!("/api/v1/desks/3/{verb}"), &clerk, "").await.status, 200, "{verb}");
        }
    }
    world.post("/api/v1/desks/4/call-next", &clerk, "").await;
    browser.until("return document.querySelector('main').dataset.state === 'called'", SOON);
    assert_eq!(browser.run("return window.fetched"), 1, "not for the others, who were called for something else");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_that_is_left_on_shows_todays_date_and_time() {
    let world = World::new();
    let url = serve(&world).await;
    let browser = Browser::open(1920, 1080);
    browser.go(&format!("{url}/board"));
    browser.until("return document.documentElement.dataset.live === 'yes'", SOON);
    assert!(browser.text(".board-bar .date").contains("23"), "{}", browser.text(".board-bar .date"));
    assert!(browser.text("#clock").starts_with("09:0"), "{}", browser.text("#clock"));
    // The site's clock is a day and an hour ahead of what the page could count by itself.
    world.clock.advance(Duration::from_secs(25 * 3600));
    world.visitor("work", "it").await;
    browser.until("return document.querySelector('.board-bar .date').innerText.includes('24')", SOON);
    // The page's own count goes on from there.
    browser.run(
        "window.ticks = 0; new MutationObserver(() => { window.ticks += 1; })\
         .observe(document.getElementById('clock'), { childList: true, characterData: true, subtree: true });",
    );
    browser.until("return window.ticks >= 2", SOON);
    assert!(browser.text("#clock").starts_with("10:0"), "{}", browser.text("#clock"));
}
