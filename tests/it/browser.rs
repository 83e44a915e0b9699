//! A real Chromium, steered over the WebDriver protocol (W3C) through chromedriver.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A script that is true once the page's stream is open and everything its first event led to is done.
pub const LIVE: &str = "const page = document.documentElement.dataset;
    return page.live === 'yes' && Number(page.events) > 0 && page.refresh !== 'busy'";

pub struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    _profile: TempDir,
}

impl Browser {
    /// Opens a window of this size in pixels, in which pages may play sound.
    pub fn open(width: u32, height: u32) -> Browser {
        Browser::open_with(width, height, "no-user-gesture-required")
    }

    /// Opens a window in which pages are mute until they are touched, as everywhere.
    pub fn open_mute(width: u32, height: u32) -> Browser {
        Browser::open_with(width, height, "document-user-activation-required")
    }

    fn open_with(width: u32, height: u32, autoplay: &str) -> Browser {
        // A port that was free a moment ago may be taken by another test's driver.
        let (driver, port) = (0..5).find_map(|_| start_driver()).expect("chromedriver does not start");
        let configuration = ureq::Agent::config_builder().http_status_as_error(false);
        let agent: ureq::Agent = configuration.timeout_global(Some(Duration::from_secs(60))).build().into();
        let profile = tempfile::tempdir().expect("a folder");
        let arguments = [
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            format!("--autoplay-policy={autoplay}"),
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        let options = json!({"args": arguments, "binary": "/usr/bin/chromium"});
        let wishes = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}});
        let driver_url = format!("http://127.0.0.1:{port}/session");
        let answer: Value =
            agent.post(&driver_url).send_json(&wishes).expect("chromedriver").body_mut().read_json().expect("JSON");
        let id = answer["value"]["sessionId"].as_str().unwrap_or_else(|| panic!("Chromium did not open: {answer}"));
        let session = format!("{driver_url}/{id}");
        Browser { driver, session, agent, _profile: profile }
    }

    pub fn go(&self, url: &str) {
        self.command("url", &json!({"url": url}));
    }

    /// Gives the page exactly this many pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        let command = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": size});
        self.command("goog/cdp/execute", &command);
    }

    /// The page as a PNG.
    pub fn picture(&self) -> Vec<u8> {
        let url = format!("{}/screenshot", self.session);
        let mut answer: Value = self.agent.get(url).call().expect("chromedriver").body_mut().read_json().expect("JSON");
        let text = answer["value"].take();
        from_base64(text.as_str().expect("a picture"))
    }

    /// Runs a script in each further page before the page's own.
    pub fn before_pages(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
    }

    /// Loads no more files whose addresses fit.
    pub fn block(&self, addresses: &[&str]) {
        self.devtools("Network.enable", &json!({}));
        self.devtools("Network.setBlockedURLs", &json!({"urls": addresses}));
    }

    fn devtools(&self, command: &str, parameters: &Value) {
        self.command("goog/cdp/execute", &json!({"cmd": command, "params": parameters}));
    }

    /// Opens one more tab and goes there.
    pub fn open_tab(&self) -> String {
        let tab = self.command("window/new", &json!({"type": "tab"}))["handle"].as_str().expect("a tab").to_owned();
        self.turn_to(&tab);
        tab
    }

    pub fn turn_to(&self, tab: &str) {
        self.command("window", &json!({"handle": tab}));
    }

    /// What a script returns.
    pub fn run(&self, script: &str) -> Value {
        self.command("execute/sync", &json!({"script": script, "args": []}))
    }

    /// The text of the first element that fits.
    pub fn text(&self, selector: &str) -> String {
        let script = format!("return document.querySelector({selector:?})?.innerText ?? ''");
        self.run(&script).as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the first element that fits, as soon as it is there; once more when the page has been refreshed between
    /// looking and clicking.
    pub fn click(&self, selector: &str) {
        self.until(&format!("return !!document.querySelector({selector:?})"), Duration::from_secs(30));
        let mut answer = Value::Null;
        for _ in 0..5 {
            let element = self.element(selector);
            answer = self.ask(&format!("element/{element}/click"), &json!({}));
            if answer["error"] != "stale element reference" {
                break;
            }
        }
        assert!(answer.get("error").is_none(), "{selector}: {answer}");
    }

    /// Types into the first element that fits, as soon as it is there.
    pub fn fill(&self, selector: &str, text: &str) {
        self.until(&format!("return !!document.querySelector({selector:?})"), Duration::from_secs(30));
        let element = self.element(selector);
        self.command(&format!("element/{element}/value"), &json!({"text": text}));
    }

    /// Presses a key on the page.
    pub fn press(&self, key: &str) {
        let keys = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.command("actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": keys}]}));
    }

    /// Gives a command of the Chrome DevTools protocol.
    pub fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.command("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// Waits until a script returns something true, and tells how long that took.
    pub fn until(&self, script: &str, most: Duration) -> Duration {
        let begun = Instant::now();
        loop {
            if self.run(script).as_bool() == Some(true) {
                return begun.elapsed();
            }
            assert!(begun.elapsed() < most, "not within {most:?}: {script}\nthe page says:\n{}", self.text("body"));
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn element(&self, selector: &str) -> String {
        let found = self.command("element", &json!({"using": "css selector", "value": selector}));
        let element = found.as_object().and_then(|it| it.values().next()).and_then(Value::as_str);
        element.unwrap_or_else(|| panic!("there is no {selector} in\n{}", self.text("body"))).to_owned()
    }

    fn command(&self, what: &str, body: &Value) -> Value {
        let value = self.ask(what, body);
        assert!(value.get("error").is_none(), "{what}: {value}");
        value
    }

    fn ask(&self, what: &str, body: &Value) -> Value {
        let url = format!("{}/{what}", self.session);
        let mut answer: Value =
            self.agent.post(url).send_json(body).expect("chromedriver").body_mut().read_json().expect("JSON");
        answer["value"].take()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn start_driver() -> Option<(Child, String)> {
    let mut command = Command::new("chromedriver");
    // The fonts are those of whoever looks, not ours.
    let command = command.env_remove("FONTCONFIG_FILE").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut driver = command.spawn().expect("chromedriver is missing: run provisioning/test");
    let mut lines = BufReader::new(driver.stdout.take().expect("stdout")).lines();
    let started =
        |line: String| line.split("started successfully on port ").nth(1).map(|it| it.trim_end_matches('.').to_owned());
    let Some(port) = lines.by_ref().map_while(Result::ok).find_map(started) else {
        let _ = driver.kill();
        let _ = driver.wait();
        return None;
    };
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Some((driver, port))
}

fn from_base64(text: &str) -> Vec<u8> {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for six in text.bytes().filter_map(|letter| alphabet.iter().position(|known| *known == letter)) {
        bits = bits << 6 | six as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}
