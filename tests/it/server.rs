//! The real binary, run as a process of its own without a glass, and a client that talks to it over HTTP.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_sportello");
/// How long a start may take on a machine that is busy with other tests.
const START_MOST: Duration = Duration::from_secs(30);
pub const PIN: &str = "314159";

/// A data folder with a manager called anna and a device key.
pub struct Data {
    pub folder: TempDir,
    pub device_key: String,
}

impl Data {
    pub fn new() -> Data {
        let folder = tempfile::tempdir().expect("a folder");
        let staff = ["staff", "--data", text(folder.path()), "add", "anna", "--role", "manager", "--pin-stdin"];
        let mut adding = Command::new(BINARY).args(staff).stdin(Stdio::piped()).spawn().expect("the binary");
        std::io::Write::write_all(&mut adding.stdin.take().expect("stdin"), PIN.as_bytes()).expect("the PIN");
        assert!(adding.wait().expect("an end").success());
        let device = ["device", "--data", text(folder.path()), "add", "script", "--rate", "1000000"];
        let added = Command::new(BINARY).args(device).output().expect("the binary");
        assert!(added.status.success());
        let device_key = String::from_utf8(added.stdout).expect("a key").trim().to_owned();
        Data { folder, device_key }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// A running site; killed when dropped.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`, or the same with https.
    pub url: String,
    /// Its log until the pages were up.
    pub log: String,
}

impl Server {
    pub fn start(data: &Data) -> Server {
        Server::start_with(data, &["--screen", "none", "--listen", "127.0.0.1:0"], &[])
    }

    pub fn start_with(data: &Data, arguments: &[&str], environment: &[(&str, &str)]) -> Server {
        let mut command = Command::new(BINARY);
        command.args(["run", "--data", text(data.path())]).args(arguments);
        command.envs(environment.iter().copied()).env("RUST_LOG", "sportello=info,warn").env("NO_COLOR", "1");
        // Its log goes on to ours, so that a failing test shows it.
        Server::try_start(&mut command, |line| println!("{line}"))
            .unwrap_or_else(|log| panic!("it did not start:\n{log}"))
    }

    /// Starts `sportello run`; its log when it does not start. What it logs afterwards goes to `further`.
    pub fn try_start(command: &mut Command, further: impl Fn(String) + Send + 'static) -> Result<Server, String> {
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the binary");
        let mut log = BufReader::new(child.stderr.take().expect("stderr"));
        let (begun, mut lines) = (Instant::now(), String::new());
        let url = loop {
            let mut line = String::new();
            let is_end = log.read_line(&mut line).expect("its log") == 0;
            lines.push_str(&line);
            if let Some(at) = line.find("http://").or_else(|| line.find("https://")) {
                break line[at..].split([':', ' ']).take(3).collect::<Vec<_>>().join(":");
            }
            if is_end || begun.elapsed() > START_MOST {
                let _ = child.kill();
                return Err(format!("{lines}{:?}", child.wait()));
            }
        };
        // Its pipe must never fill.
        std::thread::spawn(move || log.lines().map_while(Result::ok).for_each(further));
        Ok(Server { child, url, log: lines })
    }

    /// A process that was started otherwise.
    pub fn of(child: Child, url: String, log: String) -> Server {
        Server { child, url, log }
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().expect("to kill");
        self.child.wait().expect("an end");
    }

    /// Waits for an end that comes by itself; gives the exit code.
    pub fn ended(mut self) -> Option<i32> {
        self.child.wait().expect("an end").code()
    }

    /// Asks it to end, and waits.
    pub fn end(mut self) -> bool {
        Command::new("kill").args(["-TERM", &self.pid().to_string()]).status().expect("kill");
        self.child.wait().expect("an end").success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A client of the API.
#[derive(Clone)]
pub struct Client {
    agent: ureq::Agent,
    pub url: String,
    header: (&'static str, String),
}

impl Client {
    /// A further kiosk or a script.
    pub fn device(server: &Server, data: &Data) -> Client {
        Client::of_device(&server.url, data)
    }

    /// The same, at this address.
    pub fn of_device(url: &str, data: &Data) -> Client {
        Client::at_door(url).with_key(&data.device_key)
    }

    /// The same with the key of a device.
    pub fn with_key(self, key: &str) -> Client {
        Client { header: ("authorization", format!("Bearer {key}")), ..self }
    }

    /// A stranger.
    pub fn at_door(url: &str) -> Client {
        Client { agent: agent(), url: url.to_owned(), header: ("accept", "application/json".to_owned()) }
    }

    /// A clerk; the cookie outlives the server.
    pub fn clerk(server: &Server) -> Client {
        Client::clerk_at(&server.url)
    }

    pub fn clerk_at(url: &str) -> Client {
        let mut client = Client { header: ("cookie", String::new()), ..Client::at_door(url) };
        let sign_in = json!({"name": "anna", "pin": PIN});
        let response =
            client.agent.post(format!("{}/api/v1/session", client.url)).send_json(&sign_in).expect("an answer");
        assert!(response.status().is_success(), "sign-in: {}", response.status());
        let cookie = response.headers().get("set-cookie").expect("a cookie").to_str().expect("text");
        client.header.1 = cookie.split(';').next().expect("a value").to_owned();
        client
    }

    /// The sign-in cookie.
    pub fn cookie(&self) -> &str {
        &self.header.1
    }

    /// The secret that the sign-in cookie holds.
    pub fn cookie_value(&self) -> &str {
        self.header.1.split_once('=').map_or("", |(_, value)| value)
    }

    /// The line by which the server knows it.
    pub fn header_line(&self) -> String {
        format!("{}: {}", self.header.0, self.header.1)
    }

    /// Leaves the queue; the status of the answer.
    pub fn leave(&self, token: &str) -> Result<u16, ureq::Error> {
        Ok(self.agent.delete(format!("{}/api/v1/tickets/{token}", self.url)).call()?.status().as_u16())
    }

    /// The same person, asking another server.
    pub fn at(&self, server: &Server) -> Client {
        self.at_url(&server.url)
    }

    pub fn at_url(&self, url: &str) -> Client {
        Client { url: url.to_owned(), agent: agent(), ..self.clone() }
    }

    pub fn get(&self, path: &str) -> Result<(u16, Value), ureq::Error> {
        let request = self.agent.get(format!("{}{path}", self.url)).header(self.header.0, &self.header.1);
        read(request.call()?)
    }

    pub fn post(&self, path: &str, body: &Value, key: Option<&str>) -> Result<(u16, Value), ureq::Error> {
        let mut request = self.agent.post(format!("{}{path}", self.url)).header(self.header.0, &self.header.1);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        read(request.send_json(body)?)
    }

    pub fn take_ticket(&self, need: &str, key: Option<&str>) -> Result<(u16, Value), ureq::Error> {
        self.post("/api/v1/tickets", &json!({"needs": [need], "language": "ar"}), key)
    }

    pub fn desk(&self, desk: u16, verb: &str) -> Result<(u16, Value), ureq::Error> {
        self.post(&format!("/api/v1/desks/{desk}/{verb}"), &json!({}), None)
    }
}

fn agent() -> ureq::Agent {
    let configuration =
        ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(20)));
    configuration.build().into()
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Result<(u16, Value), ureq::Error> {
    let status = response.status().as_u16();
    let text = response.body_mut().read_to_string()?;
    Ok((status, serde_json::from_str(&text).unwrap_or(Value::Null)))
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// Where the project's root is.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
