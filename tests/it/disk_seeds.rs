//! Five hundred damaged data folders: no number is given twice, and nothing is lost without a word.

use crate::disk_ruin::{Chance, House, Morning, NEEDS, copy, seen};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDERS: u64 = 500;

type Fault = fn(&Morning, &Path, &mut Chance);

/// What can happen to the files of a data folder.
const FAULTS: [(&str, Fault); 16] = [
    ("flipped bits in the database", |_, data, chance| flip(&db(data), chance)),
    ("flipped bits in the log", |_, data, chance| flip(&log(data), chance)),
    ("flipped bits in the witness", |_, data, chance| flip(&witness(data), chance)),
    ("a page of noise in the database", |_, data, chance| noise(&db(data), chance)),
    ("a page of noise in the log", |_, data, chance| noise(&log(data), chance)),
    ("a database cut short", |_, data, chance| cut(&db(data), chance)),
    ("a log cut short", |_, data, chance| cut(&log(data), chance)),
    ("a witness cut short", |_, data, chance| cut(&witness(data), chance)),
    ("a database without a byte", |_, data, _| fs::write(db(data), b"").unwrap()),
    ("a database of noise", |_, data, chance| fs::write(db(data), chance.bytes(40_000)).unwrap()),
    ("a text for a database", |_, data, _| fs::write(db(data), "Caro manager, ".repeat(4_000)).unwrap()),
    ("no database", |_, data, _| remove(&db(data))),
    ("no log", |_, data, _| remove(&log(data))),
    ("an older log", |morning, data, _| _ = fs::copy(log(morning.half.path()), log(data)).unwrap()),
    ("an older database and log", |morning, data, _| {
        fs::copy(db(morning.half.path()), db(data)).unwrap();
        fs::copy(log(morning.half.path()), log(data)).unwrap();
    }),
    ("no witness", |_, data, _| remove(&witness(data))),
];

#[test]
fn five_hundred_damaged_folders_give_no_number_twice_and_lose_nothing_without_a_word() {
    let morning = Morning::new();
    let mut outcomes: BTreeMap<&str, u32> = BTreeMap::new();
    let mut faults: Vec<String> = Vec::new();
    for seed in 0..FOLDERS {
        let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let folder = tempfile::tempdir().unwrap();
        copy(morning.whole.path(), folder.path());
        // The house always has a backup without tickets, made when the day began.
        let has_backup = chance.below(2) == 0;
        if has_backup {
            fs::copy(morning.backup.path().join("today.db"), folder.path().join("backups/today.db")).unwrap();
        }
        let mut what = if has_backup { vec!["with a backup"] } else { Vec::new() };
        for _ in 0..=chance.below(3) {
            let (fault, deed) = FAULTS[chance.below(FAULTS.len())];
            deed(&morning, folder.path(), &mut chance);
            what.push(fault);
        }
        let outcome = started(&morning, folder.path());
        let (outcome, fault) = outcome.map_or_else(|fault| ("wrong", Some(fault)), |outcome| (outcome, None));
        *outcomes.entry(outcome).or_default() += 1;
        faults.extend(fault.map(|fault| format!("seed {seed} ({}): {fault}", what.join(", "))));
    }
    println!("{FOLDERS} damaged folders: {outcomes:?}");
    assert!(faults.is_empty(), "{} of {FOLDERS}:\n{}", faults.len(), faults.join("\n"));
    assert!(outcomes.len() > 1, "hardly anything was damaged: {outcomes:?}");
}

/// What became of a folder; `Err` for what must never be.
fn started(morning: &Morning, data: &Path) -> Result<&'static str, String> {
    let house = morning.starts(data).map_err(|words| format!("it does not start: {words}"))?;
    house.hub.day().verify().map_err(|words| format!("a day that can't be: {words}"))?;
    let (known, is_told) = (house.numbers(), house.hub.day().losses().len() > 0);
    let is_whole = seen(&house.hub.day()) == morning.day;
    if !is_whole && !is_told {
        let lost: Vec<_> = morning.told.difference(&known).collect();
        return Err(format!("it has lost something without a word: {lost:?}"));
    }
    let given: Vec<String> = (0..2).flat_map(|round| new_visitors(&house, round)).collect();
    if let Some(twice) = given.iter().find(|number| morning.told.contains(*number)) {
        return Err(format!("{twice} was given twice"));
    }
    let before = seen(&house.hub.day());
    house.ends();
    let again = morning.starts(data).map_err(|words| format!("it does not start a second time: {words}"))?;
    if seen(&again.hub.day()) != before {
        return Err("the second start has lost more".to_owned());
    }
    let third = new_visitors(&again, 9);
    again.ends();
    if let Some(twice) = third.iter().find(|number| morning.told.contains(*number) || given.contains(number)) {
        return Err(format!("{twice} was given twice, after a second start"));
    }
    Ok(match (is_whole, is_told) {
        (true, false) => "whole",
        (true, true) => "whole, and told that something may be missing",
        (false, _) if known.is_empty() => "empty, and told",
        (false, _) => "in part, and told",
    })
}

fn new_visitors(house: &House, round: usize) -> Vec<String> {
    NEEDS.iter().map(|need| house.comes(need, &format!("afterwards-{round}-{need}"))).collect()
}

fn db(data: &Path) -> PathBuf {
    data.join("sportello.db")
}

fn log(data: &Path) -> PathBuf {
    data.join("sportello.db-wal")
}

fn witness(data: &Path) -> PathBuf {
    data.join("witness")
}

fn remove(file: &Path) {
    // A fault before it may have removed it.
    let _ = fs::remove_file(file);
}

/// Changes what the file holds, if it holds anything.
fn change(file: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let Ok(mut bytes) = fs::read(file) else { return };
    if !bytes.is_empty() {
        change(&mut bytes);
        fs::write(file, bytes).unwrap();
    }
}

fn flip(file: &Path, chance: &mut Chance) {
    change(file, |bytes| {
        for _ in 0..=chance.below(8) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
    });
}

fn noise(file: &Path, chance: &mut Chance) {
    change(file, |bytes| {
        let at = chance.below(bytes.len()) / 4096 * 4096;
        let end = bytes.len().min(at + 4096);
        let noise = chance.bytes(end - at);
        bytes[at..end].copy_from_slice(&noise);
    });
}

fn cut(file: &Path, chance: &mut Chance) {
    change(file, |bytes| bytes.truncate(chance.below(bytes.len())));
}
