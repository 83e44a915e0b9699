//! `sportello backup FILE` and `sportello restore FILE`.

use super::files::{FOLDERS, collect};
use super::words::{describe, local};
use crate::app::failure::{Context, Failure};
use crate::app::site;
use crate::app::terminal::print_line;
use crate::clock::Clock;
use crate::journal::{self, BackupJob, DataFolder, Extent};
use crate::locale::Locales;
use std::fs;
use std::path::Path;

/// Backs the data folder up to a file, and says what is in it. The house may be running.
pub(in crate::app) fn backup(file: &Path, data: &Path) -> Result<(), Failure> {
    let database = DataFolder::database(data);
    if !database.is_file() {
        return Err(Failure::new(format!("{} does not exist: name the data folder with --data", database.display())));
    }
    may_be_written(file, data)?;
    let site = site::to_check_with(data, &Locales::load()?);
    let now = Clock::real().now();
    let files = collect(data)?;
    let job = BackupJob { database: &database, extent: Extent::WithDay, files: &files, site: &site, now };
    let content = job.write_to(file)?;
    print_line(&format!("{}: {}; checked", file.display(), describe(&content)))?;
    if content.tickets > 0 {
        print_line("it has tickets, which the house deletes in the coming night: delete this file by then, too")?;
    }
    Ok(())
}

/// Restores a backup. The house must not be running.
pub(in crate::app) fn restore(file: &Path, data: &Path) -> Result<(), Failure> {
    let site = site::to_check_with(data, &Locales::load()?);
    // Before the folder is held, which would create it.
    journal::check_backup(file, &site)?;
    let folder = DataFolder::hold(data)?;
    let restored = journal::restore_backup(file, &folder, &FOLDERS, &site, Clock::real().now())?;
    print_line(&format!("{} has the backup {}", data.display(), describe(&restored.content)))?;
    if let Some(replaced) = restored.replaced {
        print_line(&format!("what was there before is in {}, until the night", replaced.display()))?;
    }
    if restored.is_without_witness && restored.content.day.is_some() {
        let (witness, made) = (data.join("witness"), local(restored.content.made));
        let witness = witness.display();
        print_line(&format!(
            "numbers go on from those of the backup: if others were given after {made}, delete {witness} before the start, and 500 of each letter are left out"
        ))?;
    }
    print_line("start the house; everyone signs in again")
}

/// Only a backup is overwritten, and none lies among what it secures.
fn may_be_written(file: &Path, data: &Path) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).or_unwritable(file)?;
    let data = fs::canonicalize(data).or_unwritable(data)?;
    let file_name =
        file.file_name().ok_or_else(|| Failure::new(format!("{} names no file: name one", file.display())))?;
    if folder.starts_with(&data) {
        let (file, data) = (file.display(), data.display());
        return Err(Failure::new(format!(
            "{file} lies in the data folder {data}: choose a place outside, best on another disk"
        )));
    }
    let there = folder.join(file_name);
    match there.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(found) if found.is_file() && journal::is_backup(&there).or_unwritable(file)? => Ok(()),
        Ok(_) => {
            Err(Failure::new(format!("{} is not a backup and is not overwritten: choose another name", file.display())))
        }
    }
}
