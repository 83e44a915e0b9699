//! What the command line answers: exit code 0, 1 for what could not be done, 2 for wrong arguments, others for what a
//! supervisor has to know, and the remedy in one line.

use crate::server::{BINARY, Data, Server, text};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

fn sportello(arguments: &[&str]) -> Output {
    let mut command = Command::new(BINARY);
    command.args(arguments).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("RUST_LOG");
    command.output().expect("the binary")
}

/// The one line with which a command failed that was understood and could not be done: exit code 1.
fn failure(output: &Output) -> String {
    failure_with(output, 1)
}

/// The same with another exit code.
fn failure_with(output: &Output, code: i32) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("sportello: ")).collect();
    assert_eq!(lines.len(), 1, "{said}");
    lines[0].to_owned()
}

/// What is said of arguments that are wrong: exit code 2, before anything is opened.
fn wrong_arguments(arguments: &[&str]) -> String {
    let output = sportello(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
    assert!(said.starts_with("error: ") && output.stdout.is_empty(), "{arguments:?}: {said}");
    said
}

fn run(folder: &Path, more: &[&str]) -> Output {
    let arguments = [&["run", "--screen", "none", "--data", text(folder)], more].concat();
    sportello(&arguments)
}

#[test]
fn a_port_that_is_taken_is_told_with_another_way() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = failure(&run(folder.path(), &["--listen", &address]));
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
}

#[test]
fn a_data_folder_that_can_not_be_written_is_told_with_another_way() {
    let said = failure_with(&run(Path::new("/dev/null/sportello"), &[]), 4);
    assert!(said.contains("/dev/null/sportello") && said.contains("--data"), "{said}");
}

#[test]
fn a_second_process_on_the_same_data_is_turned_away_and_the_first_goes_on() {
    let data = Data::new();
    let server = Server::start(&data);
    let said = failure_with(&run(data.path(), &["--listen", "127.0.0.1:0"]), 3);
    assert!(said.contains("another sportello") && said.contains("--data"), "{said}");
    let page = ureq::get(format!("{}/board", server.url)).call().expect("the first one");
    assert_eq!(page.status(), 200);
    assert!(server.end());
}

#[test]
fn a_printer_that_can_not_be_is_a_wrong_argument_and_is_told_with_those_that_can() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for printer in ["foo", "telepathy://head", "serial:///dev/ttyS0?baud=115200", "usb://04b8:0e15"] {
        let said = wrong_arguments(&["run", "--screen", "none", "--data", text(&data), "--printer", printer]);
        assert!(said.contains("tcp://192.168.1.50:9100") && said.contains("lp:///dev/usb/lp0"), "{said}");
        assert!(!said.contains("baud=115200\" is not a setting"), "{said}");
    }
    assert!(!data.exists(), "nothing is opened");
}

#[test]
fn a_broken_site_file_is_told_line_by_line_and_nothing_starts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    let broken = sportello::catalogue::DEMO.replacen("Europe/Rome", "Europe/Atlantis", 1).replacen(
        "letter = \"W\"",
        "letter = 5",
        1,
    );
    std::fs::write(&file, broken).unwrap();
    for output in [sportello(&["check", text(&file)]), run(&folder.path().join("data"), &["--site", text(&file)])] {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains("2 mistakes") && said.contains("Europe/Atlantis") && said.contains("site.toml:"),
            "{said}"
        );
    }
    let missing = sportello(&["check", "/no/such/site.toml"]);
    assert!(String::from_utf8_lossy(&missing.stderr).contains("/no/such/site.toml"));
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn both_site_files_of_the_house_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("demo.toml");
    std::fs::write(&demo, sportello::catalogue::DEMO).unwrap();
    let true_hours = crate::server::root().join("tests/it/sites/spazio-comune.toml");
    for file in [demo, true_hours] {
        let output = sportello(&["check", text(&file)]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("10") && said.contains("43") && said.contains("13"), "{said}");
    }
}

#[test]
fn asked_to_end_it_ends_well_every_time() {
    let data = Data::new();
    for _ in 0..12 {
        assert!(Server::start(&data).end(), "an end that was asked for is not a failure");
    }
}

#[test]
fn wrong_arguments_are_two_and_help_is_nothing() {
    let slip = ["slip", "--language", "it", "--need", "permit.family", "--out", "slip.png"];
    for (arguments, remedy) in [
        (&["run", "--window", "small"][..], "1080x1920"),
        (&["run", "--listen", "everywhere"], "--listen"),
        (&["run", "--screen", "large"], "auto, none"),
        (&["fly"], "--help"),
        (&["staff", "add", "anna", "--role", "king"], "desk, reception, manager"),
        (&["simulate", "--date", "yesterday"], "--date"),
        (&["simulate", "--visitors", "0"], "1..=5000"),
        (&["export", "locales", "--out", "tables", "--language", "a language"], "zh-Hans"),
        (&[&slip[..], &["--dots", "500"]].concat(), "576, 384"),
        (&[&slip[..], &["--need", ""]].concat(), "health.ssn"),
        (&["slip", "--language", "", "--need", "permit.family", "--out", "slip.png"], "zh-Hans"),
        (&["slip", "--language", "it", "--need", "permit.family", "--out", "slip.jpg"], ".png or .bin"),
    ] {
        let said = wrong_arguments(arguments);
        assert!(said.contains(remedy), "{arguments:?}: {said}");
    }
    assert_eq!(sportello(&["--help"]).status.code(), Some(0));
    assert_eq!(sportello(&["--version"]).status.code(), Some(0));
    let help = sportello(&["run", "--help"]);
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    assert!(help.contains("lp:///dev/usb/lp0, tcp://192.168.1.50:9100"));
    assert!(help.contains("Exit codes:") && help.contains("another process works on the data folder"), "{help}");
}

#[test]
fn without_a_display_the_site_runs_and_says_so() {
    let data = Data::new();
    let environment = [("DISPLAY", ""), ("WAYLAND_DISPLAY", ""), ("RUST_LOG", "")];
    let server = Server::start_with(&data, &["--listen", "127.0.0.1:0"], &environment);
    assert_eq!(ureq::get(format!("{}/board", server.url)).call().expect("the board").status(), 200);
    assert!(server.end());
}

#[test]
fn staff_are_added_listed_and_removed_and_pins_are_not_kept() {
    let data = Data::new();
    let folder = text(data.path());
    let again = sportello(&["staff", "--data", folder, "add", "anna", "--role", "desk"]);
    assert!(failure(&again).contains("anna"));
    let added = sportello(&["staff", "--data", folder, "add", "bruno", "--role", "desk"]);
    let said = String::from_utf8_lossy(&added.stdout).into_owned();
    let pin = said.trim().rsplit(' ').next().unwrap().to_owned();
    assert!(pin.len() == 6 && pin.bytes().all(|digit| digit.is_ascii_digit()), "{said}");
    let listed = sportello(&["staff", "--data", folder, "list"]);
    assert_eq!(String::from_utf8_lossy(&listed.stdout), "anna\tmanager\tall\nbruno\tdesk\tall\n");
    let bytes = std::fs::read(sportello::journal::DataFolder::database(data.path())).unwrap();
    let kept =
        [pin.as_bytes(), data.device_key.as_bytes()].map(|secret| bytes.windows(secret.len()).any(|it| it == secret));
    assert_eq!(kept, [false, false], "a secret stands in the file");
    assert!(sportello(&["staff", "--data", folder, "remove", "bruno"]).status.success());
    assert_eq!(sportello(&["staff", "--data", folder, "remove", "bruno"]).status.code(), Some(1));
}

#[test]
fn a_slip_can_be_drawn_for_institutions_that_are_never_here_together() {
    let folder = tempfile::tempdir().unwrap();
    let site = crate::server::root().join("tests/it/sites/spazio-comune.toml");
    let out = folder.path().join("slip.png");
    // The school is here on Wednesday afternoon, the listening desk on Tuesday and Thursday afternoon.
    let needs = ["--need", "learn.italian", "--need", "care.talk", "--need", "permit.family"];
    let slip = ["slip", "--data", text(folder.path()), "--site", text(&site), "--language", "it", "--out", text(&out)];
    let output = sportello(&[&slip[..], &needs].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(std::fs::read(&out).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_slip_can_be_drawn_at_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    for (name, dots) in [("slip.png", "576"), ("narrow.png", "384"), ("slip.bin", "576")] {
        let out = folder.path().join(name);
        let need = ["slip", "--language", "ar", "--need", "health.ssn", "--dots", dots, "--out", text(&out)];
        let output = sportello(&need);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(if name.ends_with("png") { b"\x89PNG" } else { b"\x1b@" }));
    }
    let out = folder.path().join("none.png");
    for (language, need, reason) in
        [("it", "no.such", "no.such is not offered here"), ("xx", "health.ssn", "language xx is not offered here")]
    {
        let refused = sportello(&["slip", "--language", language, "--need", need, "--out", text(&out)]);
        let said = failure(&refused);
        assert!(said.contains(reason), "{said}");
    }
    assert!(!out.exists());
}

#[test]
fn a_data_folder_is_for_its_owner_only_whichever_command_makes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in [["device", "add", "kiosk"].as_slice(), &["staff", "list"]] {
        let data = folder.path().join(command[0]);
        let done = sportello(&[command, &["--data", text(&data)]].concat());
        assert!(done.status.success(), "{command:?}: {done:?}");
        let rights = std::fs::metadata(&data).expect("the data folder").permissions().mode() & 0o777;
        assert_eq!(rights, 0o700, "{command:?}");
    }
}
