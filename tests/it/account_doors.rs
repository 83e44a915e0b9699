//! Accounts through the doors of the real program: the terminal, the API and the form follow one rule.

use crate::server::{BINARY, Data, PIN, Server, text};
use serde_json::json;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// `sportello staff`, with something on standard input.
fn staff(data: &Data, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(BINARY);
    command.args(["staff", "--data", text(data.path())]).args(arguments);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary");
    // It may end without reading.
    let _ = child.stdin.take().expect("stdin").write_all(input.as_bytes());
    child.wait_with_output().expect("an end")
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

/// Signs in through the API; the status and the cookies.
fn sign_in(server: &Server, name: &str, pin: &str, cookies: &str) -> (u16, String) {
    let request = agent().post(format!("{}/api/v1/session", server.url)).header("cookie", cookies);
    let answer = request.send_json(json!({ "name": name, "pin": pin })).expect("an answer");
    let set = answer.headers().get_all("set-cookie").iter().filter_map(|it| it.to_str().ok()?.split(';').next());
    (answer.status().as_u16(), set.collect::<Vec<_>>().join("; "))
}

fn day(server: &Server, cookies: &str) -> u16 {
    let request = agent().get(format!("{}/api/v1/day", server.url)).header("cookie", cookies);
    request.call().expect("an answer").status().as_u16()
}

#[test]
fn what_the_terminal_takes_opens_the_door_and_what_it_refuses_names_the_remedy() {
    let data = Data::new();
    let server = Server::start(&data);
    let letters = ["ü".repeat(40), "ሰ".repeat(30), "e\u{301}".repeat(40)];
    let pins = ["Perché no? ".repeat(6)[..60].to_owned(), "🎈🎉🎊🎋🎁".repeat(4) + "🎀", " 482915 ".to_owned()];
    for (name, pin) in letters.iter().zip(&pins) {
        let added = staff(&data, &["add", name, "--role", "desk", "--pin-stdin"], pin);
        assert!(added.status.success(), "{name} {pin}: {}", String::from_utf8_lossy(&added.stderr));
        assert_eq!(sign_in(&server, name, pin, "").0, 200, "{name} {pin}");
        assert_eq!(sign_in(&server, &format!(" {name} "), pin.trim(), "").0, 200, "{name} {pin}");
        let form = agent().post(format!("{}/sign-in", server.url));
        let answer = form.send_form([("name", name.as_str()), ("pin", pin), ("next", "/desk")]).expect("an answer");
        assert_eq!(answer.status(), 303, "{name} {pin}");
    }
    let refused =
        ["0000", "1234", "1111", "123456", "111111", "241190", "", "x\u{200b}y12345", &"ab3".repeat(22), "lucia1"];
    for pin in refused {
        for arguments in [["add", "lucia", "--role", "desk", "--pin-stdin"].as_slice(), &["pin", "anna", "--pin-stdin"]]
        {
            let output = staff(&data, arguments, pin);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let is_of_lucia = pin.starts_with("lucia") && arguments[0] == "pin";
            assert_eq!(output.status.code(), Some(i32::from(!is_of_lucia)), "{pin:?}: {said}");
            assert!(is_of_lucia || said.contains("PIN is ") || said.contains("PIN has "), "{pin:?}: {said}");
        }
    }
    for name in ["", "  ", "lu\u{202e}cia", "lu\ncia", &"x".repeat(41), "ANNA", "a\u{301}nna\u{200d}"] {
        let output = staff(&data, &["add", name, "--role", "desk"], "");
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), b"".as_slice()), "{name:?}");
    }
}

#[test]
fn a_new_pin_and_the_end_of_sign_ins_from_the_terminal() {
    let data = Data::new();
    let server = Server::start(&data);
    let (first, second) = (sign_in(&server, "anna", PIN, "").1, sign_in(&server, "anna", PIN, "").1);
    let listed = String::from_utf8(staff(&data, &["sessions", "Anna"], "").stdout).expect("text");
    assert!(listed.lines().count() == 2 && listed.lines().all(|line| line.starts_with("anna\t20")), "{listed}");
    assert!(listed.lines().all(|line| line.ends_with("\t127.0.0.1")), "{listed}");
    let given = String::from_utf8(staff(&data, &["pin", "ANNA"], "").stdout).expect("text");
    let pin = given.trim().rsplit(' ').next().expect("a PIN").to_owned();
    assert!(pin.len() == 6 && pin.bytes().all(|digit| digit.is_ascii_digit()), "{given}");
    assert_eq!((day(&server, &first), day(&server, &second)), (401, 401), "all sign-ins have ended");
    assert_eq!(sign_in(&server, "anna", PIN, "").0, 401);
    let (status, third) = sign_in(&server, "anna", &pin, "");
    assert_eq!((status, day(&server, &third)), (200, 200));
    let form = agent().post(format!("{}/sign-in", server.url));
    let entered = form.send_form([("name", "anna"), ("pin", &*pin), ("next", "/desk")]).expect("an answer");
    let cookies = entered.headers().get_all("set-cookie").iter().filter_map(|it| it.to_str().ok()?.split(';').next());
    let page = agent().get(format!("{}/desk", server.url)).header("cookie", cookies.collect::<Vec<_>>().join("; "));
    let led = page.call().expect("an answer");
    assert_eq!(led.headers().get("location").and_then(|it| it.to_str().ok()), Some("/pin?next=/desk"), "asked first");
    assert!(staff(&data, &["sign-out", "anna"], "").status.success());
    assert_eq!(day(&server, &third), 401);
    for arguments in [["sign-out", "lucia"], ["pin", "lucia"], ["sessions", "lucia"]] {
        let output = staff(&data, &arguments, "");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && said.contains("sportello staff list"), "{arguments:?}: {said}");
    }
}

/// Everything comes from this machine, as behind a proxy.
#[test]
fn wrong_pins_of_others_leave_the_owner_of_a_known_browser_alone_also_after_a_restart() {
    let data = Data::new();
    let server = Server::start(&data);
    let known = sign_in(&server, "anna", PIN, "").1;
    let attack = |server: &Server| {
        for _ in 0..8 {
            sign_in(server, "anna", "000000", "");
        }
        assert_eq!(sign_in(server, "anna", PIN, "").0, 429, "a stranger waits");
        for n in 0..100 {
            sign_in(server, &format!("made up {n}"), "000000", "");
        }
        assert_eq!(sign_in(server, "another", PIN, "").0, 429, "so does the whole house");
    };
    attack(&server);
    assert_eq!(sign_in(&server, "anna", PIN, &known).0, 200);
    server.kill();
    let server = Server::start(&data);
    attack(&server);
    let (status, again) = sign_in(&server, "anna", PIN, &known);
    assert_eq!((status, day(&server, &again), day(&server, &known)), (200, 200, 401));
}
