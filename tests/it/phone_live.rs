//! The visitor's phone in a real browser: when it rings, whether it says so truly, and when it stops asking.

use crate::browser::{Browser, LIVE};
use crate::web_world::World;
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(30);
/// Counts what a page asks for, by streams and by requests.
const ASKED: &str = "window.asked = 0;
    const Stream = window.EventSource, real = window.fetch;
    window.EventSource = class extends Stream { constructor(address) { super(address); window.asked += 1; } };
    window.fetch = (...what) => { window.asked += 1; return real(...what); };";
/// Moves the page's time an hour ahead, and counts its seconds from then on.
const LATER: &str = "const now = performance.now.bind(performance); performance.now = () => now() + 3600000;
    window.seconds = 0; setInterval(() => { window.seconds += 1; }, 1000);";

async fn serve(world: &World) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
    format!("http://{address}")
}

fn ring_is(state: &str) -> String {
    format!("return document.documentElement.dataset.ring === '{state}'")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_rings_for_its_call_and_each_recall_after_one_tap() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mine = world.visitor("work", "it").await;
    let url = serve(&world).await;
    let phone = Browser::open(400, 800);
    phone.go(&format!("{url}/t/{mine}"));
    phone.until(LIVE, SOON);
    let at_desk = async |verb: &str| {
        world.clock.advance(Duration::from_secs(5));
        assert_eq!(world.post(&format!("/api/v1/desks/4/{verb}"), &clerk, "").await.status, 200, "{verb}");
    };
    let rings = |count: u32| format!("return document.documentElement.dataset.rings === '{count}'");
    at_desk("open").await;
    phone.click("#ring");
    phone.until("return document.documentElement.dataset.ring === 'on'", SOON);
    assert!(phone.text("#ring").contains("Il telefono suonerà"), "{}", phone.text("#ring"));
    at_desk("call-next").await;
    phone.until(&rings(1), SOON);
    at_desk("recall").await;
    phone.until(&rings(2), SOON);

    // A call that was there when the page was opened has been seen. The wish to be rung for holds.
    phone.go(&format!("{url}/t/{mine}"));
    phone.until(LIVE, SOON);
    phone.until("return document.documentElement.dataset.ring === 'on'", SOON);
    world.visitor("work", "it").await;
    at_desk("recall").await;
    phone.until(&rings(1), SOON);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_that_was_loaded_anew_says_that_it_is_mute_and_one_tap_makes_it_ring() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let mine = world.visitor("work", "en").await;
    let url = serve(&world).await;
    let phone = Browser::open_mute(400, 800);
    let load = || {
        phone.go(&format!("{url}/t/{mine}"));
        phone.until(LIVE, SOON);
    };
    load();
    phone.until(&ring_is("off"), SOON);
    phone.click("#ring");
    phone.until(&ring_is("on"), SOON);

    load();
    phone.until(&ring_is("again"), SOON);
    let button = phone.text("#ring");
    assert!(button.contains("does not ring now"), "{button}");
    // The words hold through events, and an announcement that nothing sounds for is not counted as a ring.
    let at_desk = async |verb: &str| {
        world.clock.advance(Duration::from_secs(5));
        assert_eq!(world.post(&format!("/api/v1/desks/4/{verb}"), &clerk, "").await.status, 200, "{verb}");
    };
    at_desk("open").await;
    at_desk("call-next").await;
    phone.until("return document.querySelector('main').dataset.state === 'called'", SOON);
    assert_eq!(phone.run("return document.documentElement.dataset.rings"), "0");
    assert!(phone.text("#ring").contains("does not ring now"), "{}", phone.text("#ring"));
    phone.click("#ring");
    phone.until(&ring_is("on"), SOON);
    at_desk("recall").await;
    phone.until("return document.documentElement.dataset.rings === '1'", SOON);

    // Who turned it off is not asked to turn it on again.
    phone.click("#ring");
    phone.until(&ring_is("off"), SOON);
    load();
    phone.until(&ring_is("off"), SOON);
    assert!(phone.text("#ring").contains("Tap here"), "{}", phone.text("#ring"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_whose_number_is_of_yesterday_says_so_and_asks_no_more() {
    let world = World::new();
    let url = serve(&world).await;
    // One with a stream of events, one that asks every few seconds.
    for missing in ["", "delete window.EventSource;"] {
        let mine = world.visitor("work", "en").await;
        let phone = Browser::open(400, 800);
        phone.before_pages(&[ASKED, missing].concat());
        phone.go(&format!("{url}/t/{mine}"));
        phone.until(LIVE, SOON);
        world.clock.advance(Duration::from_secs(24 * 3600));
        world.visitor("work", "en").await;
        phone.until("return document.querySelector('main').innerText.includes('This number is not here today')", SOON);
        phone.until("return document.documentElement.dataset.refresh === 'idle'", SOON);
        phone.run("window.before = window.asked");
        phone.run(LATER);
        phone.until("return window.seconds >= 3", SOON);
        assert_eq!(phone.run("return window.asked - window.before"), 0, "nothing is left to ask for");
        assert_eq!(phone.run("return document.getElementById('not-live').hidden"), true, "the connection is there");
    }
}
