//! The real program with a certificate of its own making, and curl and openssl as clients that know TLS without us.

use crate::server::{BINARY, Data, Server, text};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

/// A name that only the certificate knows; curl is led to this machine.
pub const NAME: &str = "kiosk-of-a-test";

/// A folder with what `sportello certificate` makes.
pub struct Certificates {
    pub folder: TempDir,
    /// What the command printed.
    pub said: String,
}

/// A running house with https.
pub struct HttpsHouse {
    pub server: Server,
    pub port: u16,
    authority: PathBuf,
    /// What it logged after its start.
    log: Arc<Mutex<String>>,
}

/// What came back.
#[derive(Debug)]
pub struct CurlAnswer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Certificates {
    pub fn make(names: &[&str]) -> Certificates {
        let folder = tempfile::tempdir().expect("a folder");
        let said = certificate(folder.path(), names);
        Certificates { folder, said }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Runs `sportello certificate`; gives what it printed.
pub fn certificate(out: &Path, names: &[&str]) -> String {
    let made = Command::new(BINARY).args(["certificate", "--out", text(out)]).args(names).output().expect("it runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).expect("text")
}

/// The arguments for a house with these files.
pub fn arguments<'a>(listen: &'a str, certificate: &'a Path, key: &'a Path) -> [&'a str; 8] {
    ["--screen", "none", "--listen", listen, "--tls-cert", text(certificate), "--tls-key", text(key)]
}

impl HttpsHouse {
    pub fn start(data: &Data, certificates: &Certificates, more: &[&str]) -> HttpsHouse {
        HttpsHouse::start_at("127.0.0.1:0", data, certificates, more)
    }

    pub fn start_at(listen: &str, data: &Data, certificates: &Certificates, more: &[&str]) -> HttpsHouse {
        let (certificate, key) = (certificates.path("house.crt"), certificates.path("house.key"));
        let log = Arc::new(Mutex::new(String::new()));
        let further = Arc::clone(&log);
        let mut command = Command::new(BINARY);
        command.args(["run", "--data", text(data.path())]).args(arguments(listen, &certificate, &key)).args(more);
        command.env("RUST_LOG", "sportello=info,warn").env("NO_COLOR", "1");
        let started = Server::try_start(&mut command, move |line| {
            println!("{line}");
            further.lock().unwrap().extend([&line, "\n"]);
        });
        let server = started.unwrap_or_else(|log| panic!("it did not start:\n{log}"));
        assert!(server.url.starts_with("https://"), "{}", server.log);
        let port = server.url.rsplit(':').next().expect("a port").parse().expect("a number");
        HttpsHouse { server, port, authority: certificates.path("authority.crt"), log }
    }

    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Asks by curl, which knows the authority alone.
    pub fn curl(&self, url: &str, more: &[&str]) -> Output {
        let mut curl = Command::new("curl");
        // Nothing of the machine's own: no proxy, no settings.
        curl.args(["--disable", "--noproxy", "*", "--silent", "--show-error", "--include", "--max-time", "20"]);
        curl.args(["--resolve", &format!("{NAME}:{}:127.0.0.1", self.port), "--cacert", text(&self.authority)]);
        curl.args(more).arg(url).output().expect("curl, which provisioning/test installs")
    }

    pub fn ask(&self, url: &str, more: &[&str]) -> CurlAnswer {
        let output = self.curl(url, more);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{url} {more:?}: {error}");
        let answer = String::from_utf8(output.stdout).expect("text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).expect("a status").parse().expect("a number");
        CurlAnswer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    /// The address of the door for strangers; its line comes right after the first one.
    pub fn public_address(&self) -> String {
        let logs = std::iter::repeat_with(|| {
            std::thread::sleep(Duration::from_millis(20));
            self.log()
        });
        let log = logs.take(1000).find(|log| log.contains("pages for visitors")).expect("its line");
        log.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("its address").to_owned()
    }

    /// An address of the house's door, by the certificate's name.
    pub fn url(&self, path: &str) -> String {
        format!("https://{NAME}:{}{path}", self.port)
    }

    /// The serial number of the certificate that is shown now, by openssl.
    pub fn serial(&self) -> String {
        let script = format!(
            "openssl s_client -connect 127.0.0.1:{} </dev/null 2>/dev/null | openssl x509 -noout -serial",
            self.port
        );
        shell(&script)
    }
}

/// Runs a line of the shell; gives what it printed.
pub fn shell(line: &str) -> String {
    let output = Command::new("sh").args(["-c", line]).output().expect("a shell");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
