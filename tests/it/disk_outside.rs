//! People who look at the database from outside, with SQLite's own shell, while the house runs.

use crate::server::{Client, Data, Server, text};
use sportello::journal::DataFolder;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

/// What a person types to see how many entries there are.
fn looks(data: &Data) -> String {
    let database = DataFolder::database(data.path());
    let looking = Command::new("sqlite3").args([text(&database), "select count(*) from entry"]).output();
    let looking = looking.expect("sqlite3: provisioning/test installs it");
    assert!(looking.status.success(), "{}", String::from_utf8_lossy(&looking.stderr));
    String::from_utf8_lossy(&looking.stdout).trim().to_owned()
}

/// The locks that a process holds on a file, as the kernel lists them.
fn locks(pid: u32, file: &Path) -> Vec<String> {
    let inode = std::fs::metadata(file).expect("the file").ino();
    let (holder, ending) = (pid.to_string(), format!(":{inode}"));
    let table = std::fs::read_to_string("/proc/locks").expect("the kernel's table of locks");
    let is_of_it = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.get(4) == Some(&holder.as_str()) && words.get(5).is_some_and(|file| file.ends_with(&ending))
    };
    table.lines().filter(is_of_it).map(str::to_owned).collect()
}

#[test]
fn a_look_at_the_database_from_outside_takes_no_lock_away_and_loses_no_ticket() {
    let data = Data::new();
    let server = Server::start(&data);
    let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
    let database = DataFolder::database(data.path());
    let log = database.with_extension("db-wal");
    let mut told = Vec::new();
    let mut comes = |client: &Client| {
        let (status, ticket) = client.take_ticket("health.ssn", None).expect("an answer");
        assert_eq!(status, 201, "{ticket}");
        let word = |field: &str| ticket[field].as_str().expect("a text").to_owned();
        told.push((word("number"), word("token")));
    };
    for round in 0..4 {
        looks(&data);
        // Whatever else the house does with the file, its locks stay: a sign-in, an account at the terminal.
        if round == 2 {
            Client::clerk(&server);
            let list = ["staff", "--data", text(data.path()), "list"];
            assert!(Command::new(crate::server::BINARY).args(list).output().expect("the binary").status.success());
        }
        comes(&device);
        let held = locks(server.pid(), &database);
        assert!(held.iter().any(|line| line.contains("POSIX")), "the house holds no lock on its database: {held:?}");
    }
    let log_inode = std::fs::metadata(&log).expect("the log is there").ino();
    looks(&data);
    comes(&device);
    assert_eq!(std::fs::metadata(&log).expect("the log is still there").ino(), log_inode, "the log was replaced");
    server.kill();
    let server = Server::start(&data);
    for (number, token) in &told {
        let (status, ticket) = clerk.at(&server).get(&format!("/api/v1/tickets/{token}")).expect("an answer");
        assert_eq!((status, ticket["number"].as_str()), (200, Some(number.as_str())), "a told ticket is lost");
    }
    let (_, next) = device.at(&server).take_ticket("health.ssn", None).expect("an answer");
    assert!(told.iter().all(|(number, _)| next["number"] != number.as_str()), "{next} was given before");
}
