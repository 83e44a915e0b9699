//! Restore drills with the real program: backups while it works, brought back elsewhere and in place, cut at each step.

use crate::server::{BINARY, Client, Data, Server, text};
use crate::world::{Over, demo_site};
use sportello::domain::{Day, Entry};
use sportello::journal::{DataFolder, Journal, SqliteJournal};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub fn sportello(arguments: &[&str]) -> Output {
    Command::new(BINARY).args(arguments).output().expect("the binary")
}

pub fn backup(file: &Path, data: &Path) -> Output {
    sportello(&["backup", text(file), "--data", text(data)])
}

fn restore(file: &Path, data: &Path) -> Output {
    sportello(&["restore", text(file), "--data", text(data)])
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Every file below a folder with its bytes, except for the lock.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(content(&path));
        } else if path.file_name().unwrap() != "lock" {
            files.insert(text(&path).to_owned(), fs::read(&path).unwrap());
        }
    }
    files
}

#[test]
fn a_backup_under_load_comes_back_on_another_folder_as_the_same_day() {
    let (data, folder) = (Data::new(), tempfile::tempdir().unwrap());
    let server = Server::start(&data);
    let is_over = AtomicBool::new(false);
    let files: Vec<_> = (0..3).map(|round| folder.path().join(format!("{round}.db"))).collect();
    let mut tickets = Vec::new();
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let (client, mut taken) = (Client::device(&server, &data), Vec::new());
                    while !is_over.load(Ordering::SeqCst) {
                        let (status, ticket) = client.take_ticket("tax.code", None).unwrap();
                        assert_eq!(status, 201, "{ticket}");
                        taken.push(ticket);
                    }
                    taken
                })
            })
            .collect();
        let over = Over(&is_over);
        for file in &files {
            let output = backup(file, data.path());
            assert!(output.status.success(), "{}", said(&output));
            assert!(said(&output).contains("1 account, 1 device") && said(&output).contains("delete this file"));
        }
        drop(over);
        tickets.extend(hands.into_iter().flat_map(|hand| hand.join().unwrap()));
    });
    let refused = restore(&files[2], data.path());
    assert!(!refused.status.success() && said(&refused).contains("stop that one first"), "{}", said(&refused));
    server.kill();
    let count = |ticket: &serde_json::Value| ticket["number"].as_str().unwrap()[2..].parse::<usize>().unwrap();
    for file in &files {
        let other = Data { folder: tempfile::tempdir().unwrap(), device_key: data.device_key.clone() };
        let output = restore(file, other.path());
        assert!(output.status.success(), "{}", said(&output));
        assert!(said(&output).contains("numbers go on from those of the backup"), "{}", said(&output));
        let restored = Server::start(&other);
        let client = Client::device(&restored, &other);
        let (_, next) = client.take_ticket("tax.code", None).unwrap();
        let there = count(&next) - 1;
        assert!(there > 0 && there <= tickets.len());
        for ticket in tickets.iter().filter(|ticket| count(ticket) <= there).step_by(7) {
            let (status, again) =
                client.get(&format!("/api/v1/tickets/{}", ticket["token"].as_str().unwrap())).unwrap();
            assert_eq!((status, &again["number"]), (200, &ticket["number"]));
        }
        Client::clerk(&restored);
        assert!(restored.end());
    }
}

#[test]
fn a_backup_overwrites_nothing_but_a_backup_and_lies_outside_the_data_folder() {
    let (data, folder) = (Data::new(), tempfile::tempdir().unwrap());
    let file = folder.path().join("house.db");
    assert!(backup(&file, data.path()).status.success());
    assert!(backup(&file, data.path()).status.success(), "a backup may be replaced");
    let diary = folder.path().join("diary.txt");
    fs::write(&diary, "mine").unwrap();
    let inside = data.path().join("house.db");
    let database = DataFolder::database(data.path());
    let before = content(data.path());
    for (target, words) in [(&diary, "not overwritten"), (&inside, "outside"), (&database, "outside")] {
        let refused = backup(target, data.path());
        assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
        assert!(said(&refused).contains(words), "{}", said(&refused));
    }
    let elsewhere = backup(&folder.path().join("no/such/folder/x.db"), data.path());
    assert_eq!(elsewhere.status.code(), Some(1), "{}", said(&elsewhere));
    assert_eq!(backup(&file, &folder.path().join("no-data")).status.code(), Some(1));
    assert_eq!(restore(&diary, data.path()).status.code(), Some(1));
    assert_eq!(content(data.path()), before);
    assert_eq!(fs::read_to_string(&diary).unwrap(), "mine");
}

/// What was given after the backup is in visitors' hands.
#[test]
fn an_older_backup_in_the_same_folder_gives_no_number_again() {
    let (data, folder) = (Data::new(), tempfile::tempdir().unwrap());
    let file = folder.path().join("house.db");
    let server = Server::start(&data);
    let client = Client::device(&server, &data);
    let take = |client: &Client| client.take_ticket("tax.code", None).unwrap().1["number"].as_str().unwrap().to_owned();
    (0..3).for_each(|_| _ = take(&client));
    assert!(backup(&file, data.path()).status.success());
    (0..3).for_each(|_| _ = take(&client));
    let given = take(&client);
    server.kill();
    let restored = restore(&file, data.path());
    assert!(restored.status.success(), "{}", said(&restored));
    let server = Server::start(&data);
    let next = take(&client.at(&server));
    assert!(next > given, "{next} was given, or may have been: {given}");
    assert!(server.end());
}

/// The disk died after the backup: there is no witness of the numbers that were given since.
#[test]
fn on_another_folder_numbers_go_on_far_above_when_the_witness_is_deleted() {
    let (data, folder) = (house(3, "words"), tempfile::tempdir().unwrap());
    let (file, other) = (folder.path().join("house.db"), folder.path().join("other"));
    assert!(backup(&file, data.path()).status.success());
    let output = restore(&file, &other);
    assert!(said(&output).contains("500 of each letter are left out"), "{}", said(&output));
    fs::remove_file(other.join("witness")).unwrap();
    let journal = SqliteJournal::open(&DataFolder::database(&other)).unwrap();
    assert!(journal.missing().unwrap().numbers.iter().all(|(_, number)| *number >= 500));
}

/// What a folder holds: its day, and its words.
pub fn state(folder: &Path) -> (Day, String) {
    drop(DataFolder::hold(folder).expect("it can be held"));
    let entries: Vec<Entry> = SqliteJournal::open(&DataFolder::database(folder)).unwrap().today().unwrap();
    let mut day = Day::new(Arc::new(demo_site()));
    entries.iter().for_each(|entry| day.apply(entry));
    day.verify().unwrap();
    (day, fs::read_to_string(folder.join("site-words/ti.toml")).unwrap())
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { _ = fs::copy(&path, target).unwrap() }
    }
}

/// A folder with some tickets and words, as a crash leaves it.
pub fn house(tickets: usize, words: &str) -> Data {
    let data = Data::new();
    let server = Server::start(&data);
    let client = Client::device(&server, &data);
    (0..tickets).for_each(|_| assert_eq!(client.take_ticket("tax.code", None).unwrap().0, 201));
    server.kill();
    fs::create_dir_all(data.path().join("site-words")).unwrap();
    fs::write(data.path().join("site-words/ti.toml"), words).unwrap();
    data
}

/// Killed before each single change of the disk, a restore leaves the former house or the restored one, and a second attempt
/// succeeds.
#[test]
fn a_restore_that_is_killed_at_any_step_leaves_one_house_or_the_other() {
    let work = tempfile::tempdir().unwrap();
    let shim = work.path().join("kill_at.so");
    let source = crate::server::root().join("tests/it/kill_at.c");
    let built = Command::new("cc").args(["-shared", "-fPIC", "-o", text(&shim), text(&source)]).status().unwrap();
    assert!(built.success());
    let (saved, former) = (house(3, "saved"), house(5, "former"));
    let file = work.path().join("house.db");
    assert!(backup(&file, saved.path()).status.success());
    let wanted = [state(former.path()), state(saved.path())];
    let (mut met, mut steps) = ([0, 0], 0);
    for at in 1.. {
        let folder = work.path().join(format!("{at}"));
        copy(former.path(), &folder);
        let mut command = Command::new(BINARY);
        command.args(["restore", text(&file), "--data", text(&folder)]);
        let output = command.env("LD_PRELOAD", &shim).env("KILL_AT", at.to_string()).output().unwrap();
        let is_killed = output.status.signal() == Some(9);
        assert!(is_killed || output.status.success(), "{at}: {}", said(&output));
        let found = state(&folder);
        let which = wanted.iter().position(|wanted| *wanted == found).unwrap_or_else(|| panic!("step {at}: neither"));
        assert!(is_killed || which == 1);
        met[which] += 1;
        assert!(!folder.join("restoring").exists(), "step {at}");
        if at % 10 == 0 {
            let again = restore(&file, &folder);
            assert!(again.status.success(), "step {at}: {}", said(&again));
            assert_eq!(state(&folder), wanted[1], "step {at}");
        }
        fs::remove_dir_all(&folder).unwrap();
        if !is_killed {
            steps = at;
            break;
        }
    }
    println!("{steps} steps: {} left the former house, {} the restored one", met[0], met[1]);
    assert!(met[0] > 10 && met[1] > 10, "{met:?}");
}
