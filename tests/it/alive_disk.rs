//! The log stands on the same disk as the data folder, and that disk is full: the program refuses numbers in words, goes on,
//! and heals when there is room again.
//!
//! The disk is a small one of its own, mounted where no other process sees it. Where that is not allowed, as in some
//! containers, the limit of the size of files stands for it; that is tried everywhere.

use crate::alive_house::{House, PATIENCE, Row, numbers_on_disk};
use crate::alive_log::{CHATTY, log_often};
use crate::server::{BINARY, Data, text};
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Mounts a small disk over a folder and copies into it what was there. It is there until standard input ends.
const MOUNT: &str =
    r#"cd "$1" && mount -t tmpfs -o size=8m,mode=0700 none "$1" && cp -a . "$1" && echo ready && exec cat"#;

/// A process in whose view of the files a folder is a small disk.
struct SmallDisk {
    holder: Child,
    /// How other processes get the same view.
    enter: Vec<String>,
    /// The disk, seen from here.
    seen: PathBuf,
}

impl SmallDisk {
    /// `None` where nothing may be mounted.
    fn over(folder: &Path) -> Option<SmallDisk> {
        let ways: [(&[&str], &[&str]); 2] =
            [(&["-m"], &["--mount"]), (&["-r", "-m"], &["--user", "--preserve-credentials", "--mount"])];
        ways.into_iter().find_map(|(unshare, enter)| SmallDisk::by(unshare, enter, folder))
    }

    fn by(unshare: &[&str], enter: &[&str], folder: &Path) -> Option<SmallDisk> {
        let mut command = Command::new("unshare");
        command.args(unshare).args(["sh", "-c", MOUNT, "sh", text(folder)]);
        let mut holder = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut said = String::new();
        let read = BufReader::new(holder.stdout.take()?).read_line(&mut said);
        let seen = PathBuf::from(format!("/proc/{}/root{}", holder.id(), text(folder)));
        let mut enter: Vec<String> = enter.iter().map(|word| (*word).to_owned()).collect();
        enter.extend(["--target".to_owned(), holder.id().to_string()]);
        let disk = SmallDisk { holder, enter, seen };
        (read.is_ok() && said.trim() == "ready").then_some(disk)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// Writes to a file until there is no room.
fn fill(file: &Path) {
    let mut filler = File::create(file).expect("a file");
    // A whole page first, so that little is left.
    while filler.write_all(&[7; 4096]).is_ok() {}
    while filler.write_all(&[7]).is_ok() {}
}

/// Lets a running process write no further than this in any file.
fn limit(house: &House, bytes: &str) {
    let pid = house.child.id().to_string();
    let set = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:unlimited")]).status();
    assert!(set.expect("prlimit").success());
}

/// Fills the disk on which the log and the data stand, and makes room again. Gives the numbers, and after what time it healed.
fn goes_through(
    house: &mut House,
    data: &Data,
    log: &Path,
    fill: impl Fn(&House),
    free: impl Fn(&House),
) -> (Vec<String>, Duration) {
    let device = house.device(data);
    let mut numbers = Vec::new();
    let mut take = || {
        let (status, answer) = device.take_ticket("tax.code", None).expect("an answer");
        if status == 201 {
            numbers.push(answer["number"].as_str().expect("a number").to_owned());
        }
        (status, answer.to_string())
    };
    (0..5).for_each(|_| assert_eq!(take().0, 201));
    fill(house);
    let begun = Instant::now();
    let refused = loop {
        let (status, answer) = take();
        if status != 201 {
            break (status, answer);
        }
        assert!(begun.elapsed() < PATIENCE, "a full disk takes numbers for ever");
    };
    assert!(refused.0 == 503 && refused.1.contains("not-saved"), "{refused:?}");
    // Lines are lost meanwhile.
    log_often(house, 60);
    let (status, health) = house.health();
    assert_eq!((status, health["problem"].as_str()), (503, Some("not-saved")), "{health}");
    assert_eq!(take().0, 503);
    free(house);
    let begun = Instant::now();
    while take().0 != 201 {
        assert!(begun.elapsed() < PATIENCE, "it does not heal");
        std::thread::sleep(Duration::from_millis(20));
    }
    let took = begun.elapsed();
    while !fs::read_to_string(log).expect("the log").contains(" log lines could not be written") {
        assert!(begun.elapsed() < PATIENCE, "the log does not say that lines are missing");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(house.health().0, 200);
    house.signal("TERM");
    assert_eq!(house.ended().0.code(), Some(0));
    (numbers, took)
}

fn healed(what: &str, data: &Data, (numbers, took): (Vec<String>, Duration)) {
    let kept = numbers_on_disk(data);
    assert_eq!(kept, numbers, "{what}");
    let (kept, given) = (kept.len(), numbers.len());
    println!("{}", Row { what: what.to_owned(), end: "healed", took, code: Some(0), kept, given });
}

fn log_file(path: &Path) -> Stdio {
    OpenOptions::new().create(true).append(true).open(path).expect("a log").into()
}

#[test]
fn a_log_on_the_same_full_disk_stops_nothing_and_heals_with_it() {
    let data = Data::new();
    let log = data.path().join("house.log");
    let mut house = House::start(&data, |it| _ = it.stderr(log_file(&log)).env(CHATTY.0, CHATTY.1));
    let gone_through =
        goes_through(&mut house, &data, &log, |house| limit(house, "0"), |house| limit(house, "unlimited"));
    healed("log on the same full disk (limit of files)", &data, gone_through);

    let data = Data::new();
    let Some(disk) = SmallDisk::over(data.path()) else {
        println!("no disk may be mounted here: the limit of files stood for it");
        return;
    };
    let log = disk.seen.join("house.log");
    let mut house = House::start(&data, |it| {
        let arguments: Vec<_> = it.get_args().map(ToOwned::to_owned).collect();
        let mut inside = Command::new("nsenter");
        inside.args(&disk.enter).args(["--", BINARY]).args(arguments).stdout(Stdio::null());
        inside.env("NO_COLOR", "1").env(CHATTY.0, CHATTY.1).env_remove("DISPLAY").stderr(log_file(&log));
        *it = inside;
    });
    let filler = disk.seen.join("filler");
    let gone_through =
        goes_through(&mut house, &data, &log, |_| fill(&filler), |_| fs::remove_file(&filler).expect("room"));
    // What is on the small disk goes with it.
    let copied = Command::new("cp").args(["-a", &format!("{}/.", text(&disk.seen)), text(data.path())]).status();
    assert!(copied.expect("cp").success());
    healed("log on the same full disk", &data, gone_through);
}
