//! `sportello staff`: who may sign in.

use super::arguments::StaffDeed;
use super::{Failure, say};
use crate::journal::{DataFolder, DataFolderError, Role, StaffBook, pin};
use std::io::BufRead;
use std::path::Path;

/// Adds, lists or removes staff; works beside a running site.
pub(super) fn staff(data: &Path, deed: StaffDeed) -> Result<(), Failure> {
    let book = book(data)?;
    match deed {
        StaffDeed::Add { name, role, pin_stdin } => add(&book, &name, &role, pin_stdin),
        StaffDeed::List => {
            let lines: Vec<String> =
                book.list()?.iter().map(|member| format!("{}\t{}", member.name, member.role)).collect();
            if lines.is_empty() { Ok(()) } else { say(&lines.join("\n")) }
        }
        StaffDeed::Remove { name } => {
            if book.remove(&name)? {
                return Ok(());
            }
            Err(Failure(format!("there is nobody called {name:?}: see `sportello staff list`")))
        }
    }
}

/// The staff book of a data folder, made if it is not there.
pub(super) fn book(data: &Path) -> Result<StaffBook, Failure> {
    std::fs::create_dir_all(data).map_err(|problem| DataFolderError::NotWritable { path: data.to_owned(), problem })?;
    Ok(StaffBook::open(&DataFolder::database(data))?)
}

fn add(book: &StaffBook, name: &str, role: &str, pin_stdin: bool) -> Result<(), Failure> {
    let role = Role::parse(role).ok_or_else(|| Failure(format!("{role:?} is no role")))?;
    let no_chance = || Failure("the machine gives no random numbers: try again".to_owned());
    let pin = if pin_stdin { read_pin()? } else { pin::random().ok_or_else(no_chance)? };
    book.add(name, role, &pin::hash(&pin).ok_or_else(no_chance)?)?;
    if pin_stdin { Ok(()) } else { say(&format!("{name} signs in with the PIN {pin}")) }
}

fn read_pin() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let pin = line.trim();
    if pin.chars().count() < pin::SHORTEST {
        return Err(Failure(format!("the PIN is too short: at least {} characters", pin::SHORTEST)));
    }
    Ok(pin.to_owned())
}
