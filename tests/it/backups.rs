//! Backups: made beside a writer that goes on, checked to the last byte, brought back whole or not at all.

use crate::world::{OLDER_TABLES, Over, World, demo_site, need_code, tag};
use sha2::{Digest, Sha256};
use sportello::clock::Clock;
use sportello::domain::{Day, DeskNumber, Sequence};
use sportello::hub;
use sportello::journal::{
    BackupError, BackupFile, BackupJob, DataFolder, Extent, RestoredBackup, Role, SqliteJournal, StaffBook,
    StaffSessionStart, check_backup, is_backup, read_today, restore_backup,
};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

const FOLDERS: [&str; 2] = ["site", "site-words"];

/// A world with some visitors, a desk and an account, and the backup that was made of it.
struct BackedUp {
    world: World,
    backup: PathBuf,
    _folder: TempDir,
}

impl BackedUp {
    fn new(extent: Extent) -> BackedUp {
        let world = World::new();
        world.desk_for("health.ssn").opens();
        for _ in 0..5 {
            world.visitor("health.ssn", "ar");
        }
        world.desk_for("health.ssn").calls_next();
        let staff = StaffBook::open(&DataFolder::database(world.folder())).unwrap();
        staff.add("anna", Role::Manager, "a hash").unwrap();
        let (at, expires) = (world.clock.now(), "2027-01-01T00:00:00Z".parse().unwrap());
        let start = StaffSessionStart { at, expires, origin: None, asks_pin: false };
        staff.open_session("anna", &[7; 32], &start, None).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let backup = folder.path().join("house.db");
        let files = [file("site/000001-20261124T090000Z-00/site.toml", "name"), file("site-words/ti.toml", "words")];
        write(&world, &backup, extent, &files);
        BackedUp { world, backup, _folder: folder }
    }
}

fn file(path: &str, text: &str) -> BackupFile {
    BackupFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn write(world: &World, to: &Path, extent: Extent, files: &[BackupFile]) {
    let database = DataFolder::database(world.folder());
    let job = BackupJob { database: &database, extent, files, site: &world.site, now: world.clock.now() };
    job.write_to(to).unwrap();
}

fn restore(backup: &Path, folder: &Path) -> Result<RestoredBackup, BackupError> {
    let held = DataFolder::hold(folder).unwrap();
    restore_backup(backup, &held, &FOLDERS, &Arc::new(demo_site()), Clock::real().now())
}

/// The day that a database holds, up to an event.
fn day_of(folder: &Path, last: Sequence) -> Day {
    let mut day = Day::new(Arc::new(demo_site()));
    let entries = read_today(&DataFolder::database(folder)).unwrap();
    entries.iter().take_while(|entry| entry.sequence <= last).for_each(|entry| day.apply(entry));
    day
}

/// Every file below a folder with its bytes, except for the lock.
fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => files.extend(content(&path)),
            false if entry.file_name() == "lock" => {}
            false => _ = files.insert(path.clone(), fs::read(path).unwrap()),
        }
    }
    files
}

#[test]
fn a_backup_under_load_comes_back_elsewhere_as_the_same_day_and_numbers_go_on() {
    let world = World::new();
    world.desk(8).opens();
    let (folder, is_over) = (tempfile::tempdir().unwrap(), AtomicBool::new(false));
    let mut lasts = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Runtime::new().unwrap();
                while !is_over.load(Ordering::SeqCst) {
                    runtime.block_on(world.hub.issue(vec![need_code("health.ssn")], tag("it"), false, None)).unwrap();
                    // The desk's verbs may cross those of the other thread: then they are refused.
                    let _ = runtime.block_on(world.hub.call_next(DeskNumber(8), None));
                    let _ = runtime.block_on(world.hub.start(DeskNumber(8), None, None));
                    let _ = runtime.block_on(world.hub.finish(DeskNumber(8), None, None));
                }
            });
        }
        let over = Over(&is_over);
        for round in 0..6 {
            let backup = folder.path().join(format!("{round}.db"));
            let told = world.hub.day().sequence();
            write(&world, &backup, Extent::WithDay, &[]);
            let content = check_backup(&backup, &world.site).unwrap();
            assert!(content.last >= told, "what was told before is in it, also where it stands in the log alone");
            lasts.push(content.last);
            let other = tempfile::tempdir().unwrap();
            let restored = restore(&backup, other.path()).unwrap();
            assert_eq!((restored.content, restored.replaced), (content.clone(), None));
            let day = day_of(other.path(), content.last);
            assert_eq!(day, day_of(world.folder(), content.last), "the same fold of the same events");
            let journal = SqliteJournal::open(&DataFolder::database(other.path())).unwrap();
            let (hub, thread) = hub::open(Arc::clone(&world.site), journal, world.clock.clone()).unwrap();
            let next = world.wait(hub.issue(vec![need_code("health.ssn")], tag("it"), false, None)).unwrap();
            assert_eq!(next.number.count as u64, content.tickets + 1);
            thread.stop();
        }
        drop(over);
    });
    assert!(lasts.is_sorted() && lasts.first() < lasts.last(), "commits went on between the backups: {lasts:?}");
}

#[test]
fn a_backup_is_one_file_for_its_owner_without_sign_ins_and_with_site_and_words() {
    let house = BackedUp::new(Extent::WithDay);
    let folder = house.backup.parent().unwrap();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "nothing is left beside it");
    assert_eq!(fs::metadata(&house.backup).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(is_backup(&house.backup).unwrap() && !is_backup(&DataFolder::database(house.world.folder())).unwrap());
    let sign_ins = "SELECT count(*) FROM staff_session";
    let connection = rusqlite::Connection::open(&house.backup).unwrap();
    assert_eq!(connection.query_row(sign_ins, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    drop(connection);
    let content = check_backup(&house.backup, &house.world.site).unwrap();
    assert_eq!((content.tickets, content.accounts, content.devices, content.files), (5, 1, 0, 2));
    let other = tempfile::tempdir().unwrap();
    restore(&house.backup, other.path()).unwrap();
    let words = fs::read_to_string(other.path().join("site-words/ti.toml")).unwrap();
    let site = fs::read_to_string(other.path().join("site/000001-20261124T090000Z-00/site.toml")).unwrap();
    assert_eq!((site.as_str(), words.as_str()), ("name", "words"));
    assert_eq!(StaffBook::open(&DataFolder::database(other.path())).unwrap().list().unwrap().len(), 1);
}

#[test]
fn a_backup_without_the_day_tells_of_no_ticket_and_brings_accounts_back() {
    let house = BackedUp::new(Extent::WithoutDay);
    let bytes = fs::read(&house.backup).unwrap();
    let day = house.world.hub.day();
    for ticket in day.tickets() {
        for trace in [ticket.number.to_string(), ticket.token.to_string()] {
            assert!(!bytes.windows(trace.len()).any(|it| it == trace.as_bytes()), "{trace}");
        }
    }
    let other = tempfile::tempdir().unwrap();
    let restored = restore(&house.backup, other.path()).unwrap();
    assert_eq!((restored.content.day, restored.content.accounts), (None, 1));
    let journal = SqliteJournal::open(&DataFolder::database(other.path())).unwrap();
    let (hub, thread) = hub::open(Arc::clone(&house.world.site), journal, house.world.clock.clone()).unwrap();
    assert_eq!(hub.day().tickets().len(), 0);
    thread.stop();
}

#[test]
fn what_was_there_is_put_aside_whole() {
    let house = BackedUp::new(Extent::WithDay);
    let other = World::new();
    other.visitor("tax.code", "it");
    let folder = other.stops();
    fs::create_dir_all(folder.path().join("site-words")).unwrap();
    fs::write(folder.path().join("site-words/ar.toml"), "former").unwrap();
    let mut before = content(folder.path());
    before
        .remove(&folder.path().join("witness"))
        .expect("it stays: it knows which numbers were given since the backup");
    let restored = restore(&house.backup, folder.path()).unwrap();
    let aside = restored.replaced.unwrap();
    assert_eq!(fs::metadata(&aside).unwrap().permissions().mode() & 0o777, 0o700);
    let moved = content(&aside);
    let back: BTreeMap<PathBuf, Vec<u8>> = moved
        .into_iter()
        .map(|(path, bytes)| (folder.path().join(path.strip_prefix(&aside).unwrap()), bytes))
        .collect();
    assert_eq!(back, before);
    assert!(!folder.path().join("site-words/ar.toml").exists(), "the words are those of the backup");
    let again = restore(&house.backup, folder.path()).unwrap();
    assert_eq!(again.content, restored.content, "restoring twice is restoring");
}

/// Every kind of damage: flipped bits all over the file, cut short, grown, noise, empty, and files that are none.
#[test]
fn a_backup_that_is_not_whole_is_refused_and_nothing_changes() {
    let house = BackedUp::new(Extent::WithDay);
    let sound = fs::read(&house.backup).unwrap();
    let former = World::new();
    former.visitor("tax.code", "it");
    let folder = former.stops();
    let before = content(folder.path());
    let bad = house.backup.with_file_name("bad.db");
    let refuse = |bytes: &[u8], what: &str| {
        fs::write(&bad, bytes).unwrap();
        let refused = restore(&bad, folder.path()).expect_err(what);
        assert!(!matches!(refused, BackupError::File { .. } | BackupError::Database { .. }), "{what}: {refused}");
        assert_eq!(content(folder.path()), before, "{what}");
    };
    let mut place = 3;
    while place < sound.len() {
        let mut flipped = sound.clone();
        flipped[place] ^= 1 << (place % 8);
        refuse(&flipped, &format!("byte {place}"));
        place += sound.len() / 90 + 7;
    }
    for length in [0, 1, 99, 100, 512, 4096, sound.len() / 2, sound.len() - 4096, sound.len() - 1] {
        refuse(&sound[..length], &format!("{length} bytes"));
    }
    refuse(&[sound.as_slice(), &[0; 4096]].concat(), "grown");
    refuse(&sound.iter().map(|byte| byte.wrapping_mul(37) ^ 0x5a).collect::<Vec<_>>(), "noise");
    refuse(&fs::read(DataFolder::database(folder.path())).unwrap(), "a database that is no backup");
    assert!(matches!(restore(&house.backup.with_file_name("none.db"), folder.path()), Err(BackupError::File { .. })));
}

#[test]
fn a_backup_of_a_newer_version_is_told_and_one_of_an_older_is_brought_up_to_date() {
    let house = BackedUp::new(Extent::WithDay);
    let newer = house.backup.with_file_name("newer.db");
    fs::copy(&house.backup, &newer).unwrap();
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(restore(&newer, folder.path()), Err(BackupError::NewerBackup { found: 99, .. })));
    assert!(!DataFolder::database(folder.path()).exists());
    let older = format!("{OLDER_TABLES} PRAGMA user_version = 4");
    rusqlite::Connection::open(&house.backup).unwrap().execute_batch(&older).unwrap();
    seal_anew(&house.backup);
    let content = restore(&house.backup, folder.path()).unwrap().content;
    assert_eq!((content.tickets, content.accounts), (5, 1));
    assert_eq!(day_of(folder.path(), content.last), *house.world.hub.day());
}

/// Seals a backup that was changed, as an older version would have sealed it.
fn seal_anew(backup: &Path) {
    let seal: Vec<u8> = rusqlite::Connection::open(backup)
        .and_then(|it| it.query_row("SELECT seal FROM backup", [], |row| row.get(0)))
        .unwrap();
    let mut bytes = fs::read(backup).unwrap();
    let at = bytes.windows(32).position(|it| it == seal.as_slice()).unwrap();
    bytes[at..at + 32].fill(0);
    let digest: [u8; 32] = Sha256::digest(&bytes).into();
    bytes[at..at + 32].copy_from_slice(&digest);
    fs::write(backup, bytes).unwrap();
}

/// A database that is damaged is not backed up over a sound backup.
#[test]
fn a_damaged_database_leaves_the_former_backup_alone() {
    let house = BackedUp::new(Extent::WithDay);
    let before = fs::read(&house.backup).unwrap();
    let database = DataFolder::database(house.world.folder());
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.execute("DELETE FROM entry WHERE sequence = 3", []).unwrap();
    drop(connection);
    let now = house.world.clock.now();
    let (extent, site) = (Extent::WithDay, &house.world.site);
    let job = BackupJob { database: &database, extent, files: &[], site, now };
    let refused = job.write_to(&house.backup).unwrap_err();
    assert!(refused.to_string().contains("after entry 2 comes entry 4"), "{refused}");
    assert_eq!(fs::read(&house.backup).unwrap(), before);
    assert_eq!(fs::read_dir(house.backup.parent().unwrap()).unwrap().count(), 1, "and nothing unfinished");
}

/// A start between two renames of a restore finishes it; one before it was decided forgets it.
#[test]
fn a_restore_that_was_cut_off_is_finished_before_anything_is_opened() {
    let house = BackedUp::new(Extent::WithDay);
    let folder = tempfile::tempdir().unwrap();
    restore(&house.backup, folder.path()).unwrap();
    let stage = folder.path().join("restoring");
    fs::create_dir(&stage).unwrap();
    fs::rename(DataFolder::database(folder.path()), DataFolder::database(&stage)).unwrap();
    fs::write(stage.join("whole"), "replaced-x").unwrap();
    let refused = StaffBook::open(&DataFolder::database(folder.path())).unwrap_err();
    assert!(refused.to_string().contains("restore was cut off"), "{refused}");
    drop(DataFolder::hold(folder.path()).unwrap());
    assert_eq!(StaffBook::open(&DataFolder::database(folder.path())).unwrap().list().unwrap().len(), 1);
    assert!(!stage.exists());
    fs::create_dir(&stage).unwrap();
    fs::write(DataFolder::database(&stage), "half").unwrap();
    drop(DataFolder::hold(folder.path()).unwrap());
    assert_eq!(StaffBook::open(&DataFolder::database(folder.path())).unwrap().list().unwrap().len(), 1);
    assert!(!stage.exists());
}
