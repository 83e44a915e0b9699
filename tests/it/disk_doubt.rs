//! Damage of which the rest of the house tells nothing: no number is given twice, and a loss is said.

use crate::disk_ruin::{House, Morning, NEEDS, copy};
use crate::world::{OLDER_TABLES, demo_site};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use sportello::domain::tally::taps::{FirstVisit, Tap, Taps};
use sportello::journal::{BackupJob, DataFolder, Extent, Journal, SqliteJournal, restore_backup};
use std::fs;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

fn whole(morning: &Morning) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(morning.whole.path(), folder.path());
    folder
}

fn change(data: &Path, sql: &str) {
    Connection::open(data.join("sportello.db")).unwrap().execute_batch(sql).unwrap();
}

/// Starts it; no number that was given is given again, also after a second start.
fn starts(morning: &Morning, data: &Path) -> House {
    for round in 0..2 {
        let house = morning.starts(data).unwrap();
        for need in NEEDS {
            let number = house.comes(need, &format!("afterwards-{round}-{need}"));
            assert!(!morning.told.contains(&number), "{number} is given twice");
        }
        house.ends();
    }
    morning.starts(data).unwrap()
}

#[test]
fn a_day_without_its_opening_is_damage() {
    let morning = Morning::new();
    for last in [1, 7] {
        let data = whole(&morning);
        change(data.path(), &format!("DELETE FROM entry WHERE sequence <= {last}"));
        let house = starts(&morning, data.path());
        assert!(house.hub.day().losses().len() > 0, "it is said");
        house.ends();
        // With a backup nothing is lost.
        let data = whole(&morning);
        fs::copy(morning.backup.path().join("today.db"), data.path().join("backups/today.db")).unwrap();
        change(data.path(), &format!("DELETE FROM entry WHERE sequence <= {last}"));
        let house = starts(&morning, data.path());
        assert!(morning.told.is_subset(&house.numbers()));
        house.ends();
    }
}

/// The power failed: of the witness's slots that are not synced, older ones are on the disk.
#[test]
fn after_a_power_cut_what_the_witness_has_not_synced_is_not_believed() {
    let morning = Morning::new();
    let data = whole(&morning);
    for file in ["sportello.db", "sportello.db-wal"] {
        fs::copy(morning.half.path().join(file), data.path().join(file)).unwrap();
    }
    let witness = fs::File::options().read(true).write(true).open(data.path().join("witness")).unwrap();
    for slot in 0..4 {
        let mut bytes = [0; 512];
        witness.read_exact_at(&mut bytes, slot * 512).unwrap();
        for given in bytes[52..156].chunks_exact_mut(4).filter(|given| slot >= 2 && given[0] > 15) {
            given[0] = 15;
        }
        bytes[364..380].fill(7);
        let digest = Sha256::digest(&bytes[..496]);
        bytes[496..].copy_from_slice(&digest[..16]);
        witness.write_all_at(&bytes, slot * 512).unwrap();
    }
    let house = starts(&morning, data.path());
    assert!(house.hub.day().losses().len() > 0, "it is said");
    house.ends();
}

/// A copy of an earlier moment took the place of both, or the disk lost what it said was synced.
#[test]
fn a_journal_that_went_back_with_its_witness_is_missed_by_its_own_backup() {
    let morning = Morning::new();
    let data = whole(&morning);
    for file in ["sportello.db", "sportello.db-wal", "witness"] {
        fs::copy(morning.half.path().join(file), data.path().join(file)).unwrap();
    }
    fs::copy(morning.backup.path().join("today.db"), data.path().join("backups/today.db")).unwrap();
    let house = starts(&morning, data.path());
    let kept = morning.told.intersection(&house.numbers()).count();
    assert_eq!(kept, 45, "those of the backup are back");
    assert!(house.hub.day().losses().len() > 0, "that others may be lost is said");
    house.ends();
}

#[test]
fn an_old_house_is_read_in_spite_of_damage_from_its_newest_entries_back() {
    let morning = Morning::new();
    for columns in ["", "ALTER TABLE entry DROP COLUMN sum; DROP TABLE journal;"] {
        let data = whole(&morning);
        fs::remove_file(data.path().join("witness")).unwrap();
        let older = "UPDATE entry SET sum = NULL, sequence = sequence + 500000; PRAGMA application_id = 0;";
        change(data.path(), &format!("{older}{columns} PRAGMA user_version = -5"));
        let house = starts(&morning, data.path());
        assert!(morning.told.is_subset(&house.numbers()), "{columns}");
        house.ends();
    }
}

#[test]
fn a_backup_of_an_older_version_brings_its_day_back() {
    let morning = Morning::new();
    let data = whole(&morning);
    let backup = data.path().join("backups/today.db");
    fs::copy(morning.backup.path().join("today.db"), &backup).unwrap();
    let placeholder: [u8; 32] = std::array::from_fn(|place| 0x90 + place as u8);
    let older = Connection::open(&backup).unwrap();
    older.execute_batch(&format!("{OLDER_TABLES} PRAGMA user_version = 6; VACUUM")).unwrap();
    older.execute("UPDATE backup SET seal = ?1", [placeholder]).unwrap();
    older.close().unwrap();
    let mut bytes = fs::read(&backup).unwrap();
    let at = bytes.windows(32).position(|it| it == placeholder).unwrap();
    bytes[at..at + 32].fill(0);
    let seal = Sha256::digest(&bytes);
    bytes[at..at + 32].copy_from_slice(&seal);
    fs::write(&backup, bytes).unwrap();
    fs::write(data.path().join("sportello.db"), b"").unwrap();
    fs::remove_file(data.path().join("sportello.db-wal")).unwrap();
    let house = starts(&morning, data.path());
    assert!(house.numbers().len() >= 45, "{:?}", house.numbers());
    house.ends();
}

/// The house was set back on purpose; its own later backup must not undo that.
#[test]
fn a_restore_puts_the_backups_of_the_day_aside() {
    let morning = Morning::new();
    let (data, manual) = (whole(&morning), morning.backup.path().join("today.db"));
    let own = data.path().join("backups/today.db");
    let database = DataFolder::database(data.path());
    let site = Arc::new(demo_site());
    let job =
        BackupJob { database: &database, extent: Extent::WithDay, files: &[], site: &site, now: morning.clock.now() };
    job.write_to(&own).unwrap();
    let folder = DataFolder::hold(data.path()).unwrap();
    let restored = restore_backup(&manual, &folder, &[], &site, morning.clock.now()).unwrap();
    assert!(!restored.is_without_witness && !own.exists());
    assert!(restored.replaced.unwrap().join("today.db").exists());
    drop(folder);
    let house = morning.starts(data.path()).unwrap();
    assert_eq!(house.numbers().len(), 45);
    house.ends();
    starts(&morning, data.path()).ends();
}

#[test]
fn an_answer_that_cannot_be_read_is_damage() {
    let morning = Morning::new();
    for damage in ["key = ''", "outcome = '{'", "digest = x'01'"] {
        let data = whole(&morning);
        let sql = "WHERE sequence = (SELECT max(sequence) FROM entry WHERE key IS NOT NULL)";
        change(data.path(), &format!("UPDATE entry SET sum = NULL, {damage} {sql}"));
        let house = starts(&morning, data.path());
        assert!(house.hub.day().losses().len() > 0, "{damage}");
        house.ends();
    }
}

/// The schema is brought up to date by a command before the house first starts.
#[test]
fn staff_before_the_first_start_of_a_newer_version_lose_no_number() {
    let morning = Morning::new();
    let data = whole(&morning);
    fs::remove_file(data.path().join("witness")).unwrap();
    change(data.path(), &format!("{OLDER_TABLES} PRAGMA user_version = 5; PRAGMA application_id = 0"));
    drop(sportello::journal::StaffBook::open(&DataFolder::database(data.path())).unwrap());
    let house = starts(&morning, data.path());
    assert!(house.hub.day().losses().len() == 0 && house.numbers().len() == 66);
    house.ends();
}

/// A clerk looks at the database and leaves it open.
#[test]
fn survey_answers_count_once_while_another_program_reads() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFolder::database(folder.path());
    let mut journal = SqliteJournal::open(&file).unwrap();
    let reader = Connection::open(&file).unwrap();
    let open = reader.unchecked_transaction().unwrap();
    open.query_row("SELECT count(*) FROM taps", [], |row| row.get::<_, i64>(0)).unwrap();
    let mut taps = Taps::of_week(jiff::civil::date(2026, 11, 24));
    taps.add(Tap::FirstVisit(FirstVisit::Yes), 20);
    for _ in 0..2 {
        journal.add_taps(&taps).expect("it is committed, so it is done");
    }
}

#[test]
fn a_rescue_that_fails_leaves_no_tickets_behind() {
    let around = tempfile::tempdir().unwrap();
    let (data, moved) = (around.path().join("data"), around.path().join("moved"));
    fs::create_dir(&data).unwrap();
    let mut journal = SqliteJournal::open(&DataFolder::database(&data)).unwrap();
    fs::rename(&data, moved).unwrap();
    // In the way of a log, so that the last steps can't be done.
    fs::create_dir_all(data.join("sportello.db-wal/in-the-way")).unwrap();
    journal.rescue().unwrap_err();
    let left: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["sportello.db-wal"]);
}
