//! The name of an account or a device: how it is written, and when two are the same.

use super::letters;
use rusqlite::Connection;

/// A name as it is stored and shown: composed letters, ASCII digits, single spaces, nothing hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffName(String);

/// The text can't be the name of an account or a device.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a name: use 1 to {LONGEST} letters, digits and other signs that can be seen", LONGEST = StaffName::LONGEST)]
pub struct NotAName(String);

impl StaffName {
    /// In characters, not in bytes.
    pub const LONGEST: usize = 40;

    /// The name that was typed; spaces around it do not count.
    pub fn parse(typed: &str) -> Result<StaffName, NotAName> {
        let plain = letters::plain(typed);
        let name = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let is_name = (1..=StaffName::LONGEST).contains(&name.chars().count())
            && !letters::has_hidden(&name)
            && name.chars().any(letters::stands_alone);
        if is_name { Ok(StaffName(name)) } else { Err(NotAName(typed.to_owned())) }
    }

    /// What is the same for all ways to write a name: capital or small letters, composed or not, digits of any script. Of any
    /// text, as older versions let every one be a name.
    pub fn fold(typed: &str) -> String {
        letters::folded(typed)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The stored name in this table that a typed one means: the very same, else the only one that looks the same.
pub(super) fn meant(connection: &Connection, table: &str, typed: &str) -> rusqlite::Result<Option<String>> {
    let (names, typed) = (names(connection, table)?, typed.trim());
    if names.iter().any(|name| name == typed) {
        return Ok(Some(typed.to_owned()));
    }
    let Ok(typed) = StaffName::parse(typed) else { return Ok(None) };
    let fold = StaffName::fold(typed.as_str());
    let mut alike = names.into_iter().filter(|name| StaffName::fold(name) == fold);
    Ok(alike.next().filter(|_| alike.next().is_none()))
}

/// A stored name in this table that looks the same as this one.
pub(super) fn namesake(connection: &Connection, table: &str, name: &StaffName) -> rusqlite::Result<Option<String>> {
    let fold = StaffName::fold(name.as_str());
    Ok(names(connection, table)?.into_iter().find(|taken| StaffName::fold(taken) == fold))
}

fn names(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare_cached(&format!("SELECT name FROM {table}"))?;
    statement.query_map([], |row| row.get(0))?.collect()
}
