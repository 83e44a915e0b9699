//! A desk's page in a real Chromium, with a small site behind it: presses by mouse, finger and key, as hands make them.

use crate::browser::{Browser, LIVE};
use crate::web_world::World;
use serde_json::json;
use sportello::domain::{DeskNumber, ServiceCode, TicketNumber, TicketState};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

pub const SOON: Duration = Duration::from_secs(30);
/// Where a button's middle is; scrolls there first.
const MIDDLE: &str = "const it = document.querySelector(SELECTOR); it.scrollIntoView({ block: 'center' });
    const box = it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2];";
/// No command is under way, and the page has taken over what it asked for.
pub const IS_IDLE: &str = "return !document.querySelector('[data-sent]') && document.getElementById('sending').hidden
    && document.documentElement.dataset.refresh !== 'busy'";

/// A desk in a browser, with visitors who wait for it.
pub struct Stage {
    pub world: Arc<World>,
    pub clerk: String,
    pub browser: Browser,
    pub url: String,
    runtime: tokio::runtime::Handle,
}

impl Stage {
    pub async fn new(width: u32, height: u32) -> Stage {
        Stage::in_browser(Browser::open(width, height)).await
    }

    pub async fn in_browser(browser: Browser) -> Stage {
        let world = Arc::new(World::new());
        let clerk = world.sign_in("anna").await;
        for _ in 0..6 {
            world.visitor("permit.renew", "it").await;
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
        let (name, value) = clerk.split_once('=').expect("a cookie");
        browser.cdp("Network.setCookie", &json!({"url": url, "name": name, "value": value}));
        Stage { world, clerk, browser, url, runtime: tokio::runtime::Handle::current() }
    }

    pub fn wait_for<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    pub fn api(&self, verb: &str, body: &str) {
        self.post(&format!("/api/v1/desks/1/{verb}"), body);
    }

    pub fn post(&self, path: &str, body: &str) {
        let answer = self.wait_for(self.world.post(path, &self.clerk, body));
        assert!(answer.status.is_success(), "{path}: {}", answer.text);
    }

    pub fn visitor(&self, need: &str) {
        self.wait_for(self.world.visitor(need, "it"));
    }

    pub fn sequence(&self) -> u64 {
        self.world.hub.day().sequence().0
    }

    /// The tickets of residence permits that wait, oldest first.
    pub fn waiting(&self) -> Vec<TicketNumber> {
        let day = self.world.hub.day();
        let permit = ServiceCode::parse("permit").expect("a code");
        day.waiting(&permit).map(|ticket| ticket.number).collect()
    }

    pub fn current(&self) -> Option<TicketNumber> {
        self.world.hub.day().current(DeskNumber(1)).map(|ticket| ticket.number)
    }

    /// Frees and closes the desk; some visitors wait.
    pub fn leave_desk(&self) {
        let day = self.world.hub.day();
        if let Some(ticket) = day.current(DeskNumber(1)) {
            if matches!(ticket.state, TicketState::Called { .. }) {
                self.api("start", "");
            }
            self.api("finish", "");
        }
        self.api("close", "");
        let is_urgent = |number: &TicketNumber| day.ticket(*number).is_some_and(|ticket| ticket.urgency.is_some());
        let waiting = self.waiting();
        let (urgent, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(is_urgent);
        for ticket in urgent.iter().chain(others.iter().skip(6)) {
            self.post("/api/v1/day/withdraw", &format!(r#"{{"ticket":"{ticket}"}}"#));
        }
        while self.waiting().len() < 4 {
            self.visitor("permit.renew");
        }
    }

    /// The page, which is live and hears presses.
    pub fn show(&self) {
        self.show_at("/desk/1?lang=en");
    }

    pub fn show_at(&self, page: &str) {
        self.browser.go(&format!("{}{page}", self.url));
        self.browser.until(LIVE, SOON);
        self.browser.until(IS_IDLE, SOON);
        self.a_moment_passes();
    }

    /// For the page, a moment passes in which nothing changes.
    pub fn a_moment_passes(&self) {
        self.browser.run("const real = performance.now.bind(performance); performance.now = () => real() + 1000;");
    }

    pub fn until_idle(&self) {
        self.browser.until(IS_IDLE, SOON);
    }

    pub fn until_state(&self, state: &str) {
        let has = format!("return document.querySelector('main').dataset.state.includes({state:?})");
        self.browser.until(&has, SOON);
    }

    /// Waits until the server has done so many more things than before.
    pub fn until_events(&self, sequence: u64, what: &str) {
        let begun = Instant::now();
        while self.sequence() < sequence {
            assert!(begun.elapsed() < SOON, "{what} did nothing: {}", self.browser.text("main"));
            sleep(Duration::from_millis(5));
        }
    }

    pub fn middle(&self, selector: &str) -> (f64, f64) {
        self.browser.until(&format!("return !!document.querySelector({selector:?})"), SOON);
        let middle = self.browser.run(&MIDDLE.replace("SELECTOR", &format!("{selector:?}")));
        (middle[0].as_f64().expect("x"), middle[1].as_f64().expect("y"))
    }

    pub fn mouse(&self, kind: &str, (x, y): (f64, f64), clicks: u32) {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": clicks});
        self.browser.cdp("Input.dispatchMouseEvent", &event);
    }

    pub fn click(&self, at: (f64, f64), held: u64, clicks: u32) {
        self.mouse("mousePressed", at, clicks);
        sleep(Duration::from_millis(held));
        self.mouse("mouseReleased", at, clicks);
    }

    pub fn tap(&self, (x, y): (f64, f64)) {
        self.browser.cdp("Input.dispatchTouchEvent", &json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}));
        sleep(Duration::from_millis(40));
        self.browser.cdp("Input.dispatchTouchEvent", &json!({"type": "touchEnd", "touchPoints": []}));
    }

    pub fn focus(&self, selector: &str) {
        self.browser.until(&format!("return !!document.querySelector({selector:?})"), SOON);
        self.browser.run(&format!("document.querySelector({selector:?}).focus()"));
    }

    pub fn enter(&self, kind: &str, is_repeat: bool) {
        let event = json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r",
            "autoRepeat": is_repeat});
        self.browser.cdp("Input.dispatchKeyEvent", &event);
    }

    /// Presses a key by the letter that it types and by its place on the keyboard.
    pub fn key(&self, letter: &str, code: &str) {
        for kind in ["keyDown", "keyUp"] {
            self.browser
                .cdp("Input.dispatchKeyEvent", &json!({"type": kind, "key": letter, "code": code, "text": letter}));
        }
    }

    /// Does a gesture on a button.
    pub fn gesture(&self, gesture: Gesture, selector: &str) {
        match gesture {
            Gesture::Click => self.click(self.middle(selector), 30, 1),
            Gesture::DoubleClick(apart) => {
                let at = self.middle(selector);
                self.click(at, 30, 1);
                sleep(Duration::from_millis(apart));
                self.click(at, 30, 2);
            }
            Gesture::DoubleTap => {
                let at = self.middle(selector);
                self.tap(at);
                sleep(Duration::from_millis(200));
                self.tap(at);
            }
            Gesture::EnterTwice => {
                self.focus(selector);
                for _ in 0..2 {
                    self.enter("keyDown", false);
                    self.enter("keyUp", false);
                    sleep(Duration::from_millis(120));
                }
            }
            Gesture::EnterHeld => {
                self.focus(selector);
                self.enter("keyDown", false);
                for _ in 0..6 {
                    sleep(Duration::from_millis(33));
                    self.enter("keyDown", true);
                }
                self.enter("keyUp", false);
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub enum Gesture {
    Click,
    /// With so many milliseconds between.
    DoubleClick(u64),
    DoubleTap,
    EnterTwice,
    EnterHeld,
}
