//! The security log of the real program: who did what, where and from where; and nothing of any visitor.

use crate::alive_house::House;
use crate::server::{BINARY, Client, Data, PIN, text};
use serde_json::json;
use std::fs::{self, File};
use std::process::{Command, Stdio};

/// The lines with these words.
fn lines<'l>(log: &'l str, words: &str) -> Vec<&'l str> {
    log.lines().filter(|line| line.contains(words)).collect()
}

#[test]
fn who_did_what_where_is_in_the_log_and_no_visitor_is() {
    let data = Data::new();
    let log = data.path().join("house.log");
    let mut house = House::start(&data, |it| _ = it.stderr(File::create(&log).expect("a log")));
    let ticket = json!({"needs": ["health.ssn"], "language": "it"});
    let (status, issued) = house.device(&data).post("/api/v1/tickets", &ticket, None).expect("an answer");
    assert_eq!(status, 201, "{issued}");
    let stranger = Client::at_door(&house.url);
    for (name, pin) in [("anna", "271828"), ("583927", "583927"), ("anna", "271829")] {
        let guess = json!({"name": name, "pin": pin});
        assert_eq!(stranger.post("/api/v1/session", &guess, None).expect("an answer").0, 401);
    }
    let clerk = Client::clerk_at(&house.url);
    let desks = clerk.get("/api/v1/day").expect("an answer").1["desks"].clone();
    let desk = desks.as_array().expect("desks")[0]["number"].as_u64().expect("a number");
    let post = |path: &str, body: &serde_json::Value| clerk.post(path, body, None).expect("an answer").0;
    assert_eq!(post(&format!("/api/v1/desks/{desk}/open"), &json!({})), 200);
    assert_eq!(post(&format!("/api/v1/desks/{desk}/start"), &json!({})), 409);
    let withdrawn = json!({"ticket": issued["number"]});
    assert_eq!(post("/api/v1/day/withdraw", &withdrawn), 200);
    let sign_out = ureq::delete(format!("{}/api/v1/session", house.url)).header("cookie", clerk.cookie());
    assert_eq!(sign_out.call().expect("an answer").status(), 204);
    house.signal("TERM");
    house.ended();
    let log = fs::read_to_string(&log).expect("the log");
    let one = |words: &str, fields: &[&str]| {
        let found = lines(&log, words);
        let [line] = found[..] else { panic!("{words}: {found:#?}\n{log}") };
        assert!(fields.iter().all(|field| line.contains(field)), "{fields:?} are not in {line}");
    };
    one("a sign-in failed", &["account=\"anna\"", "from=\"127.0.0.1\""]);
    one("signed in", &["account=\"anna\"", "role=\"manager\"", "from=\"127.0.0.1\""]);
    one("signed out", &["account=\"anna\"", "from=\"127.0.0.1\""]);
    one(&format!("act=\"POST /api/v1/desks/{desk}/open\""), &["account=\"anna\"", "answered=200"]);
    one(&format!("act=\"POST /api/v1/desks/{desk}/start\""), &["account=\"anna\"", "answered=409"]);
    one("act=\"POST /api/v1/day/withdraw\"", &["account=\"anna\"", "answered=200"]);
    let (number, token) = (issued["number"].as_str().expect("a number"), issued["token"].as_str().expect("a token"));
    for secret in [number, token, PIN, "271828", "583927", "271829", &data.device_key, "sportello_session"] {
        assert!(!log.contains(secret), "{secret} is in the log:\n{log}");
    }
}

#[test]
fn the_command_line_says_what_it_changed_and_for_whom() {
    let data = Data::new();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(BINARY);
        command.args(arguments).args(["--data", text(data.path())]).env("NO_COLOR", "1").env_remove("RUST_LOG");
        let output = command.stdin(Stdio::null()).output().expect("the program");
        (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (printed, said) = run(&["staff", "add", "bruno", "--role", "desk"]);
    let [line] = lines(&said, "the staff was changed")[..] else { panic!("{said}") };
    let words = r#"account="bruno" change="added" role="desk" institutions="all" user="#;
    assert!(line.contains(words), "{line}");
    let pin = printed.split_whitespace().last().expect("a PIN");
    assert!(pin.len() >= 4 && !said.contains(pin), "{said}");
    let (printed, said) = run(&["device", "add", "kiosk-7"]);
    let words = r#"the devices were changed device="kiosk-7" change="added" may="issue" rate=30000 user="#;
    assert!(said.contains(words), "{said}");
    assert!(!said.contains(printed.trim()), "a key is in the log");
    for (command, words) in [
        (
            &["staff", "change", "bruno", "--institution", "asl"][..],
            r#"change="given other rights" institutions="asl""#,
        ),
        (&["staff", "change", "bruno", "--role", "reception"], r#"change="given other rights" role="reception" user="#),
        (&["staff", "pin", "bruno"], r#"change="given another PIN" user="#),
        (&["staff", "sign-out", "bruno"], r#"change="signed out everywhere" user="#),
        (&["staff", "remove", "bruno"], r#"change="removed" user="#),
    ] {
        let said = run(command).1;
        assert!(said.contains(&format!(r#"the staff was changed account="bruno" {words}"#)), "{command:?}: {said}");
    }
    assert!(run(&["device", "remove", "kiosk-7"]).1.contains(r#"device="kiosk-7" change="removed" user="#));
    for unchanged in [&["staff", "list"][..], &["staff", "remove", "bruno"]] {
        assert!(!run(unchanged).1.contains("was changed"), "{unchanged:?}");
    }
}
