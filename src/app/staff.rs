//! `sportello staff`: who may sign in.

use super::arguments::StaffAction;
use super::failure::{Context, Failure};
use super::terminal::print_line;
use crate::journal::{DataFolder, Role, StaffBook, pin};
use std::io::BufRead;
use std::path::Path;

/// Adds, lists or removes staff; may run beside a running site.
pub(super) fn staff(data: &Path, action: StaffAction) -> Result<(), Failure> {
    let book = book(data)?;
    match action {
        StaffAction::Add { name, role, pin_stdin } => {
            let pin = if pin_stdin { read_pin()? } else { pin::random().ok_or_else(no_random_numbers)? };
            add(&book, data, &name, role, &pin)?;
            if pin_stdin { Ok(()) } else { print_line(&format!("{name} signs in with the PIN {pin}")) }
        }
        StaffAction::List => {
            let members = book.list().at(data)?;
            members.iter().try_for_each(|member| print_line(&format!("{}\t{}", member.name, member.role)))
        }
        StaffAction::Remove { name } => {
            if book.remove(&name).at(data)? {
                return Ok(());
            }
            Err(Failure::new(format!("no staff member is called {name:?}: see `sportello staff list`")))
        }
    }
}

/// The staff book of a data folder; both are created when missing.
pub(super) fn book(data: &Path) -> Result<StaffBook, Failure> {
    DataFolder::make(data)?;
    StaffBook::open(&DataFolder::database(data)).at(data)
}

fn add(book: &StaffBook, data: &Path, name: &str, role: Role, pin: &str) -> Result<(), Failure> {
    let hash = pin::hash(pin).or_fail("the PIN can't be hashed", "end other programs to free memory, and try again")?;
    book.add(name, role, &hash).at(data)
}

fn no_random_numbers() -> Failure {
    Failure::new("the operating system gives no random numbers: restart the machine")
}

fn read_pin() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .or_fail("the PIN can't be read from standard input", "write it there as one line of UTF-8 text")?;
    let pin = line.trim();
    if pin.chars().count() < pin::SHORTEST {
        return Err(Failure::new(format!("the PIN is too short: use at least {} characters", pin::SHORTEST)));
    }
    Ok(pin.to_owned())
}
