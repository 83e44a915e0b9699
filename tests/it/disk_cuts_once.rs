//! Power cuts in what a house does once: the first start, a restore, a recovery of a damaged database.

use crate::disk_cuts::tokens_in;
use crate::disk_ruin::{Chance, House};
use crate::record::machine::Machine;
use crate::record::{Cut, Recorder};
use crate::restore_drills::{backup, copy, house, sportello, state};
use crate::server::{BINARY, Client, Server, text};
use jiff::Timestamp;
use rusqlite::Connection;
use sportello::clock::Clock;
use sportello::journal::DataFolder;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

const NEED: &str = "tax.code";

/// Runs a command of the program.
fn run(arguments: &[&str], environment: &[(&'static str, String)]) -> Output {
    let output = Command::new(BINARY).args(arguments).envs(environment.iter().cloned()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

/// Starts a house on a folder, and takes as many tickets as are asked for, each told.
fn tickets(
    data: &Path,
    key: &str,
    count: usize,
    recorder: &Recorder,
    environment: &[(&'static str, String)],
) -> Vec<(usize, String, String)> {
    let mut command = Command::new(BINARY);
    command.args(["run", "--data", text(data), "--screen", "none", "--listen", "127.0.0.1:0"]);
    let server = Server::try_start(command.envs(environment.iter().cloned()), drop).unwrap();
    let client = Client::at_door(&server.url).with_key(key);
    let take = |_| {
        let (status, ticket) = client.take_ticket(NEED, None).unwrap();
        assert_eq!(status, 201, "{ticket}");
        let word = |field: &str| ticket[field].as_str().unwrap().to_owned();
        (recorder.recorded(), word("number"), word("token"))
    };
    let told = (0..count).map(take).collect();
    server.kill();
    told
}

#[test]
fn a_power_cut_after_the_first_start_keeps_the_new_folder_with_what_was_told() {
    let machine = Machine::new();
    let boot = machine.boots(1, Timestamp::now());
    let around = tempfile::tempdir().unwrap();
    let (recorder, data) = (Recorder::of(around.path()), around.path().canonicalize().unwrap().join("houses/first"));
    let environment = recorder.environment(&boot);
    let added = run(&["device", "--data", text(&data), "add", "script"], &environment);
    let key = String::from_utf8(added.stdout).unwrap().trim().to_owned();
    let told = tickets(&data, &key, 10, &recorder, &environment);
    let record = recorder.end();
    let lost = |cut: &Cut| {
        let told: Vec<_> = told.iter().filter(|(recorded, ..)| *recorded <= cut.recorded).collect();
        let database = DataFolder::database(&cut.folder.path().join("houses/first"));
        let found = match database.exists() {
            true => tokens_in(&Connection::open(database).unwrap()),
            false => Ok(BTreeSet::new()),
        };
        !found.is_ok_and(|found| told.iter().all(|(_, _, token)| found.contains(token)))
    };
    let (mut chance, mut losses, mut without_sync) = (Chance(0x5eed_0003), Vec::new(), 0);
    let first = record.operations() / 2;
    record.cuts_from(first, 150, &mut chance, true, |number, cut| losses.extend(lost(&cut).then_some(number)));
    record.cuts_from(first, 60, &mut chance, false, |_, cut| without_sync += usize::from(lost(&cut)));
    println!("150 power cuts after a first start: {} losses; {without_sync} of 60 without syncs", losses.len());
    assert!(losses.is_empty() && without_sync > 10, "{losses:?}");
}

#[test]
fn a_power_cut_in_a_restore_leaves_one_house_or_the_other() {
    let machine = Machine::new();
    let (saved, former) = (house(3, "saved"), house(5, "former"));
    let work = tempfile::tempdir().unwrap();
    let (file, unchanged) = (work.path().join("house.db"), work.path().join("former"));
    assert!(backup(&file, saved.path()).status.success());
    copy(former.path(), &unchanged);
    let wanted = [state(&unchanged), state(saved.path())];
    let recorder = Recorder::of(former.path());
    let boot = machine.boots(1, Timestamp::now());
    run(&["restore", text(&file), "--data", text(former.path())], &recorder.environment(&boot));
    let record = recorder.end();
    let which = |cut: &Cut| {
        let found = std::panic::catch_unwind(|| state(cut.folder.path())).ok()?;
        wanted.iter().position(|wanted| *wanted == found)
    };
    let (mut met, mut chance, mut faults, mut neither) = ([0, 0], Chance(0x5eed_0002), Vec::new(), 0);
    record.cuts(150, &mut chance, true, |number, cut| match which(&cut) {
        Some(which) => met[which] += 1,
        None => faults.push(number),
    });
    let operations = record.operations();
    println!("150 power cuts in {operations} operations of a restore: {met:?}");
    assert!(faults.is_empty(), "neither the former house nor the restored one: {faults:?}");
    assert!(met[0] > 10 && met[1] > 10, "{met:?}");
    record.cuts_from(operations - 1, 30, &mut chance, true, |_, cut| {
        assert_eq!(which(&cut), Some(1), "it was said that the backup is restored");
    });
    record
        .cuts_from(operations * 3 / 4, 80, &mut chance, false, |_, cut| neither += usize::from(which(&cut).is_none()));
    println!("80 power cuts in a restore on a disk that ignores syncs: {neither} left neither");
    assert!(neither > 0, "the test would not notice it");
}

#[test]
fn a_power_cut_in_a_recovery_loses_nothing_that_it_would_have_brought_back() {
    let machine = Machine::new();
    let (house_before, site) = (house(12, "words"), Arc::new(crate::world::demo_site()));
    let data = house_before.path().canonicalize().unwrap();
    let database = DataFolder::database(&data);
    let everything = {
        let connection = Connection::open(&database).unwrap();
        let tokens = tokens_in(&connection).unwrap();
        fs::create_dir_all(data.join("backups")).unwrap();
        let file = tempfile::tempdir().unwrap();
        let file = file.path().join("today.db");
        assert!(sportello(&["backup", text(&file), "--data", text(&data)]).status.success());
        fs::copy(file, data.join("backups/today.db")).unwrap();
        // An entry in the middle is gone: it is damage, and the backup has it.
        connection.execute("DELETE FROM entry WHERE sequence = 6", []).unwrap();
        tokens
    };
    assert_eq!(everything.len(), 12);
    let recorder = Recorder::of(&data);
    let boot = machine.boots(1, Timestamp::now());
    let told = tickets(&data, &house_before.device_key, 3, &recorder, &recorder.environment(&boot));
    let record = recorder.end();
    let (mut chance, mut faults) = (Chance(0x5eed_0004), Vec::new());
    let numbers: Vec<String> = (1..=12).map(|count| format!("E {count:03}")).collect();
    let wrong = |cut: &Cut| -> Result<(), String> {
        drop(DataFolder::hold(cut.folder.path()).map_err(|error| error.to_string())?);
        let house = House::opened(&site, &Clock::real(), cut.folder.path())?;
        let next = house.comes(NEED, "afterwards");
        house.ends();
        let found = tokens_in(&Connection::open(DataFolder::database(cut.folder.path())).unwrap())?;
        let told: Vec<_> = told.iter().filter(|(recorded, ..)| *recorded <= cut.recorded).collect();
        let lost =
            everything.iter().chain(told.iter().map(|(_, _, token)| token)).find(|token| !found.contains(*token));
        let given = numbers.iter().chain(told.iter().map(|(_, number, _)| number)).find(|given| **given >= next);
        match (lost, given) {
            (None, None) => Ok(()),
            (lost, given) => Err(format!("{lost:?} is lost, {next} is given after {given:?}")),
        }
    };
    record.cuts(150, &mut chance, true, |number, cut| faults.extend(wrong(&cut).err().map(|fault| (number, fault))));
    let (mut without_sync, operations) = (0, record.operations());
    record.cuts_from(operations * 3 / 4, 60, &mut chance, false, |_, cut| {
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| wrong(&cut)));
        without_sync += usize::from(!matches!(done, Ok(Ok(()))));
    });
    println!("150 power cuts in {operations} operations of a recovery: {faults:?}; {without_sync} of 60 without syncs");
    assert!(faults.is_empty() && without_sync > 0, "{faults:?}");
}
