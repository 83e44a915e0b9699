//! A press on the workbench does what was meant, once: repeated presses do not act on what appeared under them, and no press
//! is lost to what happens in the house meanwhile. In a real browser, by mouse, finger and key.

use crate::browser::{Browser, LIVE};
use crate::web_world::World;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(30);
/// Where a button's middle is; scrolls there first.
const MIDDLE: &str = "const it = document.querySelector(SELECTOR); it.scrollIntoView({ block: 'center' });
    const box = it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2];";
/// The page hears presses, and none is under way.
const HEARS: &str = "return !document.documentElement.dataset.deaf && !document.querySelector('[data-sent]')
    && document.getElementById('sending').hidden";

/// A desk in a browser, with visitors who wait for it.
struct Stage {
    world: Arc<World>,
    clerk: String,
    browser: Browser,
    url: String,
    runtime: tokio::runtime::Handle,
}

impl Stage {
    async fn new(width: u32, height: u32) -> Stage {
        let world = Arc::new(World::new());
        let clerk = world.sign_in("anna").await;
        for _ in 0..6 {
            world.visitor("permit.renew", "it").await;
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
        let browser = Browser::open(width, height);
        let (name, value) = clerk.split_once('=').expect("a cookie");
        browser.cdp("Network.setCookie", &json!({"url": url, "name": name, "value": value}));
        Stage { world, clerk, browser, url, runtime: tokio::runtime::Handle::current() }
    }

    fn api(&self, verb: &str, body: &str) {
        let path = format!("/api/v1/desks/1/{verb}");
        let answer = self.runtime.block_on(self.world.post(&path, &self.clerk, body));
        assert!(answer.status.is_success(), "{verb}: {}", answer.text);
    }

    fn sequence(&self) -> u64 {
        self.world.hub.day().sequence().0
    }

    /// The page, ready for presses.
    fn show(&self) {
        self.browser.go(&format!("{}/desk/1?lang=en", self.url));
        self.browser.until(LIVE, SOON);
        self.browser.until(HEARS, SOON);
    }

    fn middle(&self, selector: &str) -> (f64, f64) {
        self.browser.until(&format!("return !!document.querySelector({selector:?})"), SOON);
        let middle = self.browser.run(&MIDDLE.replace("SELECTOR", &format!("{selector:?}")));
        (middle[0].as_f64().expect("x"), middle[1].as_f64().expect("y"))
    }

    fn mouse(&self, kind: &str, (x, y): (f64, f64), clicks: u32) {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": clicks});
        self.browser.cdp("Input.dispatchMouseEvent", &event);
    }

    fn click(&self, at: (f64, f64), held: u64, clicks: u32) {
        self.mouse("mousePressed", at, clicks);
        sleep(Duration::from_millis(held));
        self.mouse("mouseReleased", at, clicks);
    }

    fn tap(&self, (x, y): (f64, f64)) {
        self.browser.cdp("Input.dispatchTouchEvent", &json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}));
        sleep(Duration::from_millis(40));
        self.browser.cdp("Input.dispatchTouchEvent", &json!({"type": "touchEnd", "touchPoints": []}));
    }

    fn enter(&self, kind: &str, is_repeat: bool) {
        let event = json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r",
            "autoRepeat": is_repeat});
        self.browser.cdp("Input.dispatchKeyEvent", &event);
    }

    /// Does a gesture on a button.
    fn gesture(&self, gesture: Gesture, selector: &str) {
        let at = self.middle(selector);
        match gesture {
            Gesture::DoubleClick(apart) => {
                self.click(at, 30, 1);
                sleep(Duration::from_millis(apart));
                self.click(at, 30, 2);
            }
            Gesture::DoubleTap => {
                self.tap(at);
                sleep(Duration::from_millis(200));
                self.tap(at);
            }
            Gesture::EnterTwice => {
                self.browser.run(&format!("document.querySelector({selector:?}).focus()"));
                for _ in 0..2 {
                    self.enter("keyDown", false);
                    self.enter("keyUp", false);
                    sleep(Duration::from_millis(120));
                }
            }
            Gesture::EnterHeld => {
                self.browser.run(&format!("document.querySelector({selector:?}).focus()"));
                self.enter("keyDown", false);
                for _ in 0..12 {
                    sleep(Duration::from_millis(33));
                    self.enter("keyDown", true);
                }
                self.enter("keyUp", false);
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Gesture {
    DoubleClick(u64),
    DoubleTap,
    EnterTwice,
    EnterHeld,
}

/// Each button of the workbench: the operations that lead to its moment, what opens its place, the button, and how many
/// events one press makes.
const BUTTONS: [(&[&str], &str, &str, u64); 12] = [
    (&["open"], "", "[data-verb=call-next]", 1),
    (&["open"], "", "[data-verb=pause]", 1),
    (&["open"], "", "[data-verb=close]", 1),
    (&["open", "call-next"], "", "[data-verb=start]", 1),
    (&["open", "call-next"], "", "[data-verb=recall]", 1),
    (&["open", "call-next"], "", "[data-verb=no-show]", 1),
    (&["open", "call-next"], "", "[data-verb=park]", 1),
    (&["open", "call-next", "start"], "", "[data-verb=finish-and-next]", 2),
    (&["open", "call-next", "start"], "", "[data-verb=finish]", 1),
    (&["open", "call-next", "start"], "", "[data-verb=undo]", 1),
    (&["open"], "#waiting details", "#waiting [data-verb^=dismiss]", 1),
    (&["open"], "#waiting details", "#waiting [data-verb^=call]", 1),
];

fn press_every_button(stage: &Stage, gestures: &[Gesture], is_scripted: bool) {
    for (before, place, button, events) in BUTTONS {
        for gesture in gestures {
            leave_desk(stage);
            for verb in before {
                stage.api(verb, "");
            }
            stage.browser.go(&format!("{}/desk/1?lang=en", stage.url));
            if is_scripted {
                stage.browser.until(LIVE, SOON);
                stage.browser.until(HEARS, SOON);
            } else {
                until_it_hears_without_script(stage, button, place);
            }
            if !place.is_empty() {
                stage.browser.run(&format!("document.querySelector({place:?}).open = true"));
            }
            let begun = stage.sequence();
            stage.gesture(*gesture, button);
            if is_scripted {
                stage.browser.until(HEARS, SOON);
            }
            let server = stage.world.hub.clone();
            let has_happened = || server.day().sequence().0 >= begun + events;
            let waits = std::time::Instant::now();
            while !has_happened() {
                assert!(waits.elapsed() < SOON, "{gesture:?} on {button} did nothing");
                sleep(Duration::from_millis(10));
            }
            if !is_scripted {
                // A second navigation would be under way by now; a loaded page tells that it is over.
                stage.browser.until("return document.readyState === 'complete'", SOON);
            }
            assert_eq!(stage.sequence() - begun, events, "{gesture:?} on {button} acted more than once");
        }
    }
}

/// Frees and closes the desk.
fn leave_desk(stage: &Stage) {
    let day = stage.world.hub.day();
    if let Some(ticket) = day.current(sportello::domain::DeskNumber(1)) {
        let is_called = matches!(ticket.state, sportello::domain::TicketState::Called { .. });
        if is_called {
            stage.api("start", "");
        }
        stage.api("finish", "");
    }
    stage.api("close", "");
    let permit = sportello::domain::ServiceCode::parse("permit").expect("a code");
    while stage.world.hub.day().queues().len(&permit) < 4 {
        stage.runtime.block_on(stage.world.visitor("permit.renew", "it"));
    }
}

/// Without scripts, the page is deaf for the time of an animation.
fn until_it_hears_without_script(stage: &Stage, button: &str, place: &str) {
    if !place.is_empty() {
        stage.browser.until(&format!("return !!document.querySelector({place:?})"), SOON);
        stage.browser.run(&format!("document.querySelector({place:?}).open = true"));
    }
    let hears = format!(
        "const it = document.querySelector({button:?});
        return !!it && getComputedStyle(it).pointerEvents !== 'none'"
    );
    stage.browser.until(&hears, SOON);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_and_a_repeated_or_held_enter_act_once_on_every_button() {
    let stage = Stage::new(1440, 900).await;
    let gestures = [Gesture::DoubleClick(60), Gesture::DoubleClick(250), Gesture::EnterTwice, Gesture::EnterHeld];
    tokio::task::block_in_place(|| press_every_button(&stage, &gestures, true));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_tap_acts_once_on_every_button_of_a_tablet_and_a_small_screen() {
    for (width, height) in [(1024, 768), (390, 844)] {
        let stage = Stage::new(width, height).await;
        stage.browser.cdp("Emulation.setTouchEmulationEnabled", &json!({"enabled": true}));
        tokio::task::block_in_place(|| {
            press_every_button(&stage, &[Gesture::DoubleTap, Gesture::DoubleClick(150)], true)
        });
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_acts_once_without_javascript_too() {
    let stage = Stage::new(1440, 900).await;
    stage.browser.cdp("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    tokio::task::block_in_place(|| press_every_button(&stage, &[Gesture::DoubleClick(150)], false));
}

/// Something happens in the house every tenth of a second until told otherwise.
fn keep_busy(stage: &Stage, is_over: &Arc<AtomicBool>) -> tokio::task::JoinHandle<u32> {
    let (world, clerk, is_over) = (Arc::clone(&stage.world), stage.clerk.clone(), Arc::clone(is_over));
    tokio::spawn(async move {
        let mut events = 0;
        while !is_over.load(Ordering::Relaxed) {
            let reason = if events % 2 == 0 { "\"health\"" } else { "null" };
            let body = format!(r#"{{"ticket":"Q 00{}","reason":{reason}}}"#, 3 + events / 2 % 3);
            assert_eq!(world.post("/api/v1/day/urgent", &clerk, &body).await.status, 200);
            events += 1;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        events
    })
}

/// Parks and resumes with clicks of 30 to 300 ms; gives how many of them did what was meant.
fn park_and_resume(stage: &Stage, clicks: u64) -> u64 {
    let mut done = 0;
    for click in 0..clicks {
        let (button, state) =
            if click % 2 == 0 { ("[data-verb=park]", "free") } else { ("#parked [data-verb^=resume]", "called") };
        let at = stage.middle(button);
        let begun = stage.sequence_of_desk();
        stage.click(at, 30 + (click * 67) % 271, 1);
        stage.browser.until(&format!("return document.querySelector('main').dataset.state.includes({state:?})"), SOON);
        done += u64::from(stage.sequence_of_desk() == begun + 1);
    }
    done
}

impl Stage {
    /// How often the desk has called: each resuming is a call, each parking ends one.
    fn sequence_of_desk(&self) -> u64 {
        let day = self.world.hub.day();
        let is_parked = u64::from(day.current(sportello::domain::DeskNumber(1)).is_none());
        day.last_call().0 * 2 + is_parked
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_clicks_while_the_house_is_busy_are_neither_lost_nor_doubled() {
    let sizes: [(u32, u32, u64); 3] = [(1440, 900, 168), (1024, 768, 166), (390, 844, 166)];
    let mut threads = Vec::new();
    for (width, height, clicks) in sizes {
        let stage = Stage::new(width, height).await;
        let is_over = Arc::new(AtomicBool::new(false));
        threads.push(tokio::spawn(async move {
            tokio::task::block_in_place(|| {
                stage.api("open", "");
                stage.api("call-next", "");
                stage.show();
            });
            let busy = keep_busy(&stage, &is_over);
            let done = tokio::task::block_in_place(|| park_and_resume(&stage, clicks));
            is_over.store(true, Ordering::Relaxed);
            let events = busy.await.expect("an end");
            println!("{width} px: {done} of {clicks} clicks, {events} events meanwhile");
            assert_eq!(done, clicks);
        }));
    }
    for thread in threads {
        thread.await.expect("no click is lost");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn focus_ticks_and_choices_survive_what_happens_meanwhile_and_the_rest_stays_new() {
    let stage = Stage::new(1440, 900).await;
    tokio::task::block_in_place(|| {
        stage.show();
        stage.browser.run("document.querySelector(\"input[value='uk']\").focus()");
        let focused = "return document.activeElement.value === 'uk'";
        stage.runtime.block_on(stage.world.visitor("health.ssn", "it"));
        stage.browser.until("return document.getElementById('elsewhere')?.innerText.includes('1') ?? false", SOON);
        assert_eq!(stage.browser.run(focused), true, "an event took the focus away");

        stage.api("open", "");
        stage.browser.until("return !!document.getElementById('walk-in-box')", SOON);
        stage.browser.run(
            "document.getElementById('walk-in-box').open = true;
            const list = document.querySelector('#walk-in-box [name=language]');
            list.value = 'uk'; list.dispatchEvent(new Event('change', { bubbles: true }));",
        );
        stage.api("pause", "");
        stage.browser.until("return document.querySelector('main').dataset.state.startsWith('paused')", SOON);
        let pill = stage.browser.text(".pill");
        assert!(pill.contains("paused"), "the rest is refreshed while a form is half made: {pill}");
        let chosen = stage.browser.run("return document.querySelector('#walk-in-box [name=language]').value");
        assert_eq!(chosen, Value::from("uk"), "the choice is kept");
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_without_an_answer_is_told_and_sent_again_and_done_once() {
    let stage = Stage::new(1440, 900).await;
    tokio::task::block_in_place(|| {
        stage.api("open", "");
        stage.show();
        // The command arrives, its answer does not; and then nothing goes through for a while.
        stage.browser.run(
            "const real = window.fetch; window.tries = 0;
            window.fetch = (what, how) => {
                if (!how || how.method !== 'POST') return real(what, how);
                window.tries += 1;
                if (window.tries === 1) return real(what, how).then(() => Promise.reject(new TypeError('lost')));
                return window.tries < 4 ? Promise.reject(new TypeError('lost')) : real(what, how);
            };",
        );
        let begun = stage.sequence();
        let at = stage.middle("[data-verb=call-next]");
        stage.click(at, 50, 1);
        let told =
            "const it = document.getElementById('sending'); return !it.hidden && it.innerText.includes('Call next')";
        stage.browser.until(told, SOON);
        stage.browser.until("return window.tries >= 4 && document.getElementById('sending').hidden", SOON);
        stage.browser.until("return document.querySelector('main').dataset.state.includes('called')", SOON);
        assert_eq!(stage.sequence() - begun, 1, "it was done once");
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_drawn_over_the_number_on_a_tablet_and_two_acts_do_not_share_a_place() {
    let stage = Stage::new(1024, 768).await;
    tokio::task::block_in_place(|| {
        stage.api("open", "");
        stage.api("call-next", "");
        stage.show();
        // As wide as the letters are drawn, as high as their lines.
        let overlaps = "const box = (name) => {
                const it = document.querySelector(name);
                const range = document.createRange(); range.selectNodeContents(it);
                const [drawn, line] = [range.getBoundingClientRect(), it.getBoundingClientRect()];
                return { left: drawn.left, right: drawn.right, top: line.top, bottom: line.bottom };
            };
            const [one, other] = [box('.huge'), box('.visitor dl')];
            return one.right > other.left && one.left < other.right && one.bottom > other.top && one.top < other.bottom";
        assert_eq!(stage.browser.run(overlaps), false, "the number and the facts");
        stage.browser.run(
            "for (const it of document.querySelectorAll('.visitor, .visitor *')) {
                it.style.letterSpacing = '0.12em'; it.style.wordSpacing = '0.16em';
            }",
        );
        assert_eq!(stage.browser.run(overlaps), false, "the same with WCAG's text spacing");
        // The next state of the page comes without the spacing, so both are measured without it.
        stage.show();
        let place =
            "const box = document.querySelector('.primary').getBoundingClientRect(); return [box.top, box.bottom]";
        let start = stage.browser.run(place);
        stage.api("start", "");
        stage.browser.until("return document.querySelector('main').dataset.state.includes('serving')", SOON);
        let finish = stage.browser.run(place);
        let (bottom, top) = (start[1].as_f64().expect("bottom"), finish[0].as_f64().expect("top"));
        assert!(bottom <= top, "\"here: start\" ends at {bottom}, \"finish and call next\" begins at {top}");
    });
}
