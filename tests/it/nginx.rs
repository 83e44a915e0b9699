//! nginx before the real program, with the lines of `docs/network.md` as they stand there.

use crate::alive_house::House;
use crate::ports::own_address;
use crate::server::{Data, PIN, root, text};
use crate::world::ONE_SERVICE;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const HOST: &str = "queue.example.org";
/// Two clients, as nginx sees them.
const CLERK: &str = "127.0.0.5";
const STRANGER: &str = "127.0.0.6";
const PATIENCE: Duration = Duration::from_secs(40);

/// nginx with https before a house; both are killed when dropped.
struct Proxied {
    house: House,
    nginx: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Drop for Proxied {
    fn drop(&mut self) {
        // Its workers end with it, in order.
        let _ = Command::new("kill").args(["-TERM", &self.nginx.id().to_string()]).status();
        let _ = self.nginx.wait();
    }
}

/// The only block of the page that is for nginx, with the files and ports of this test.
fn block(port: u16, house: &str, folder: &Path) -> String {
    let page = fs::read_to_string(root().join("docs/network.md")).expect("the page");
    let blocks: Vec<&str> = page.split("```nginx\n").skip(1).collect();
    assert_eq!(blocks.len(), 1, "which block?");
    let block = blocks[0].split("```").next().expect("its end");
    let file = |name: &str| text(&folder.join(name)).to_owned();
    let own = [
        ("listen 443 ssl;", format!("listen 127.0.0.1:{port} ssl;")),
        ("/etc/ssl/queue.pem", file("queue.pem")),
        ("/etc/ssl/queue.key", file("queue.key")),
        ("http://127.0.0.1:8080", house.to_owned()),
    ];
    own.iter().fold(block.to_owned(), |block, (theirs, ours)| {
        assert_eq!(block.matches(theirs).count(), 1, "{theirs}");
        block.replace(theirs, ours)
    })
}

impl Proxied {
    fn start(data: &Data) -> Proxied {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let site = at("house.toml");
        fs::write(&site, format!("public_url = \"https://{HOST}\"\n{ONE_SERVICE}")).expect("a site file");
        let arguments = ["--screen", "none", "--trust-proxy", "127.0.0.1", "--site", text(&site)];
        let log = at("house.log");
        let mut house = House::begin(data, &arguments, |it| _ = it.stderr(File::create(&log).expect("a log")));
        house.until_it_answers();

        let certificate = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
            .args(["-subj", &format!("/CN={HOST}"), "-addext", &format!("subjectAltName=DNS:{HOST}")])
            .args(["-keyout", text(&at("queue.key")), "-out", text(&at("queue.pem"))])
            .output();
        let certificate = certificate.expect("openssl");
        assert!(certificate.status.success(), "{}", String::from_utf8_lossy(&certificate.stderr));
        let port = own_address().port();
        let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {};\n", text(&at(name))))
            .concat();
        let configuration = format!(
            "daemon off;\nworker_processes 1;\npid {};\nevents {{ worker_connections 4096; }}\nhttp {{\naccess_log off;\n{folders}{}}}\n",
            text(&at("nginx.pid")),
            block(port, &house.url, folder.path())
        );
        fs::write(at("nginx.conf"), configuration).expect("its configuration");
        let nginx = Command::new("/usr/sbin/nginx")
            .args(["-p", text(folder.path()), "-c", text(&at("nginx.conf")), "-e", "stderr"])
            .spawn()
            .expect("nginx");
        let mut proxied = Proxied { house, nginx, port, folder };
        proxied.until_it_answers();
        proxied
    }

    fn until_it_answers(&mut self) {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.nginx.try_wait().expect("its state");
            assert!(ended.is_none() && begun.elapsed() < PATIENCE, "nginx does not answer: {ended:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A connection over TLS from this address, to a server that is who it says.
    fn connect(&self, from: &str) -> Tls {
        let mut client = Command::new("openssl")
            .args(["s_client", "-quiet", "-verify_return_error", "-verify_hostname", HOST, "-servername", HOST])
            .args(["-CAfile", text(&self.folder.path().join("queue.pem"))])
            .args(["-bind", &format!("{from}:0"), "-connect", &format!("127.0.0.1:{}", self.port)])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("openssl");
        let (input, output) = (client.stdin.take().expect("stdin"), client.stdout.take().expect("stdout"));
        Tls { client, input, output: BufReader::new(output) }
    }

    /// Status and all of an answer.
    fn ask(&self, from: &str, request: &str, lines: &str, body: &str) -> (u16, String) {
        let mut tls = self.connect(from);
        tls.send(request, &format!("Connection: close\r\n{lines}"), body);
        let mut answer = String::new();
        tls.output.read_to_string(&mut answer).expect("an answer");
        let status = answer.get(9..12).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("{request}: {answer:?}")), answer)
    }

    fn sign_in(&self, from: &str, pin: &str) -> (u16, String) {
        let body = format!(r#"{{"name":"anna","pin":"{pin}"}}"#);
        self.ask(from, "POST /api/v1/session", "Content-Type: application/json\r\n", &body)
    }
}

/// Killed when dropped.
struct Tls {
    client: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Tls {
    fn send(&mut self, request: &str, lines: &str, body: &str) {
        let length = body.len();
        let head = format!("{request} HTTP/1.1\r\nHost: {HOST}\r\n{lines}Content-Length: {length}\r\n\r\n{body}");
        self.input.write_all(head.as_bytes()).and_then(|()| self.input.flush()).expect("to write");
    }

    /// Reads on up to a line that begins like this.
    fn until(&mut self, beginning: &str) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.output.read_line(&mut line).expect("a line"), 0, "no {beginning}");
            if line.starts_with(beginning) {
                return line;
            }
        }
    }
}

impl Drop for Tls {
    fn drop(&mut self) {
        let _ = self.client.kill();
        let _ = self.client.wait();
    }
}

#[test]
fn the_lines_in_the_documents_make_nginx_a_good_proxy() {
    let data = Data::new();
    let proxied = Proxied::start(&data);
    for path in ["/healthz", "/metrics"] {
        assert_eq!(proxied.ask(STRANGER, &format!("GET {path}"), "", "").0, 401, "{path} is not public");
    }
    // Who guesses is slowed down, and no one else.
    let guess = || proxied.sign_in(STRANGER, "000000").0;
    let guesses: Vec<u16> = (0..7).map(|_| guess()).collect();
    assert_eq!(guesses[..5], [401; 5]);
    assert_eq!(guesses[6], 429, "{guesses:?}");
    let (status, answer) = proxied.sign_in(CLERK, PIN);
    assert_eq!(status, 200, "{answer}");
    let cookies: Vec<&str> = answer.lines().filter(|line| line.to_lowercase().starts_with("set-cookie:")).collect();
    assert!(!cookies.is_empty() && cookies.iter().all(|cookie| cookie.contains("; Secure")), "{answer}");
    let log = fs::read_to_string(proxied.folder.path().join("house.log")).expect("the log");
    let line = log.lines().find(|line| line.contains("signed in")).unwrap_or_else(|| panic!("no sign-in in {log}"));
    assert!(line.contains(CLERK), "{line}");
    // A form is compared with the page that it comes from.
    let form = format!("name=anna&pin={PIN}&next=%2Fdesk");
    for (origin, expected) in [(HOST, 303), ("elsewhere.example", 403)] {
        let lines = format!("Content-Type: application/x-www-form-urlencoded\r\nOrigin: https://{origin}\r\n");
        assert_eq!(proxied.ask(CLERK, "POST /sign-in", &lines, &form).0, expected, "{origin}");
    }
    // What happens is told at once: the stream says so while it is open.
    let mut board = proxied.connect(STRANGER);
    board.send("GET /api/v1/events?topic=board", "", "");
    assert!(board.until("data: {\"since\"").contains("\"waiting\":0"));
    let (status, ticket) = proxied.house.device(&data).take_ticket("code", None).expect("an answer");
    assert_eq!(status, 201, "{ticket}");
    assert!(board.until("data: {\"since\"").contains("\"waiting\":1"));
}
