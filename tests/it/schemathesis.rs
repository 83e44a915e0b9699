//! Foreign programs judge the API and its description: a validator of OpenAPI documents, and schemathesis, which tries every
//! operation with requests that the description allows and with others, alone and in sequences.

use crate::python_tools::python_tool;
use crate::server::{Client, Data, Server, root, text};
use std::io::Write;
use std::process::{Command, Stdio};

/// The seconds after which it is ended and the test fails; a run takes a fraction of that.
const LONGEST: &str = "400";

#[test]
fn schemathesis_finds_nothing() {
    let data = Data::new();
    let server = Server::start(&data);
    let clerk = Client::clerk(&server);
    // Without open desks and tickets hardly a command could succeed.
    for desk in 1..=3 {
        assert_eq!(clerk.desk(desk, "open").expect("an answer").0, 200);
    }
    let device = Client::device(&server, &data);
    for _ in 0..5 {
        assert_eq!(device.take_ticket("tax.code", None).expect("an answer").0, 201);
    }
    let folder = tempfile::tempdir().expect("a folder for what it keeps");
    let ended = Command::new("timeout")
        .args([LONGEST, text(&python_tool("schemathesis"))])
        .args(["--no-color", "--config-file", text(&root().join("tests/it/schemathesis.toml")), "run"])
        .arg(format!("{}/api/v1/openapi.json", server.url))
        .env("STAFF_SECRET", clerk.cookie_value())
        .env("DEVICE_KEY", &data.device_key)
        .env("HOME", folder.path())
        .current_dir(folder.path())
        .output()
        .expect("timeout, of coreutils");
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(ended.status.success(), "{said}\n{}", String::from_utf8_lossy(&ended.stderr));
    println!("{said}");
}

#[test]
fn a_foreign_validator_finds_it_valid() {
    let validator = "import json, sys, openapi_spec_validator as it; it.validate(json.load(sys.stdin))";
    let mut python = Command::new(python_tool("python"));
    python.args(["-c", validator]).stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut running = python.spawn().expect("the Python tools of provisioning/tools.txt");
    running.stdin.take().expect("stdin").write_all(sportello::web::openapi().as_bytes()).expect("to write");
    let ended = running.wait_with_output().expect("an end");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}
