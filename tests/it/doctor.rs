//! `sportello doctor`: what it says of sound and of broken folders, and that it changes nothing.

use crate::server::{BINARY, Client, Data, Server, text};
use sportello::journal::DataFolder;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

fn doctor(data: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output: Output =
        Command::new(BINARY).args(["doctor", "--data", text(data)]).args(more).output().expect("the binary");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    (output.status.code(), said)
}

/// Every file with its bytes and its time.
fn content(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut files = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(content(&path));
        } else {
            let modified = fs::metadata(&path).unwrap().modified().unwrap();
            files.insert(path.clone(), (fs::read(path).unwrap(), modified));
        }
    }
    files
}

/// The line about one thing.
fn line<'s>(said: &'s str, what: &str) -> &'s str {
    said.lines()
        .find(|line| line.get(8..).is_some_and(|rest| rest.starts_with(what)))
        .unwrap_or_else(|| panic!("{said}"))
}

#[test]
fn a_house_at_work_and_one_that_crashed_are_sound_and_nothing_is_changed() {
    let data = Data::new();
    let server = Server::start(&data);
    let client = Client::device(&server, &data);
    (0..5).for_each(|_| assert_eq!(client.take_ticket("tax.code", None).unwrap().0, 201));
    let listen = server.url.trim_start_matches("http://").to_owned();
    let printer = ["--printer", "tcp://127.0.0.1:1", "--printer", "lp:///dev/null"];
    let (code, said) = doctor(data.path(), &[&["--listen", &listen][..], &printer].concat());
    assert_eq!(code, Some(0), "{said}");
    assert!(line(&said, "house").contains("is running") && line(&said, "database").starts_with("ok"), "{said}");
    assert!(
        line(&said, "health").contains(&listen) && line(&said, "printer").contains("in use by the house?"),
        "{said}"
    );
    assert!(line(&said, "site").contains("demo site") && line(&said, "accounts").contains("1 person"), "{said}");
    server.kill();
    let before = content(data.path());
    assert!(fs::metadata(data.path().join("sportello.db-wal")).unwrap().len() > 0, "the newest entries are in the log");
    let (code, said) = doctor(data.path(), &["--printer", "lp:///dev/null"]);
    assert_eq!(code, Some(0), "{said}");
    let entries: usize = line(&said, "database").split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    assert!(entries >= 6, "it reads the log: {said}");
    assert!(said.contains("no house is running"), "{said}");
    assert_eq!(content(data.path()), before, "nothing is changed");
    let (code, said) = doctor(data.path(), &["--printer", "tcp://127.0.0.1:1"]);
    assert!(code == Some(1) && line(&said, "printer").starts_with("broken"), "{said}");
}

#[test]
fn what_is_broken_is_said_with_a_remedy_and_never_a_panic() {
    let data = Data::new();
    assert!(Server::start(&data).end());
    let database = DataFolder::database(data.path());
    let sound = fs::read(&database).unwrap();
    let noise: Vec<u8> = sound.iter().enumerate().map(|(at, byte)| byte.wrapping_mul(31) ^ at as u8).collect();
    // Where the header of the file has the version.
    let of_version = |version: i32| [&sound[..60], &version.to_be_bytes(), &sound[64..]].concat();
    let (negative, none, far) = (of_version(-5), of_version(0), of_version(9_999_999));
    let cases: [(&str, Option<&[u8]>); 8] = [
        ("a version below zero", Some(&negative)),
        ("no version", Some(&none)),
        ("a version that no program has", Some(&far)),
        ("noise", Some(&noise)),
        ("text", Some(b"this is no database, but a letter to the house")),
        ("half", Some(&sound[..sound.len() / 2 - 100])),
        ("gone", None),
        ("a page", Some(&[&sound[..8192], &[0xa5; 4096], &sound[12288..]].concat())),
    ];
    for (name, bytes) in cases {
        match bytes {
            Some(bytes) => fs::write(&database, bytes).unwrap(),
            None => fs::remove_file(&database).unwrap(),
        }
        let before = content(data.path());
        let (code, said) = doctor(data.path(), &[]);
        assert_eq!(code, Some(1), "{name}: {said}");
        let said = line(&said, "database");
        assert!(said.starts_with("broken") && said.contains("restore the newest backup"), "{name}: {said}");
        assert_eq!(content(data.path()), before, "{name}");
    }
    let (code, said) = doctor(&data.path().join("no/such/folder"), &[]);
    assert!(code == Some(1) && said.contains("--data"), "{said}");
    let (code, said) = doctor(&database.with_file_name("lock"), &[]);
    assert!(code == Some(1) && said.contains("is no folder"), "{said}");
    fs::write(&database, &sound).unwrap();
    fs::create_dir_all(data.path().join("backups")).unwrap();
    fs::write(data.path().join("backups/night-2026-01-01.db"), &noise).unwrap();
    fs::create_dir(data.path().join("damaged-20261124T100000Z")).unwrap();
    let (code, said) = doctor(data.path(), &[]);
    assert!(code == Some(1) && said.contains("night-2026-01-01.db") && said.contains("delete this one"), "{said}");
    assert!(line(&said, "put aside").starts_with("look"), "{said}");
}
