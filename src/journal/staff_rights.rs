//! The institutions of staff accounts, and the manager that a house must keep, as they are on disk.

use super::error::JournalError;
use super::role::Role;
use crate::domain::InstitutionCode;
use rusqlite::Transaction;

/// The institutions of a row of `staff`, as one column; codes have no spaces.
macro_rules! institutions {
    () => {
        "(SELECT group_concat(institution, ' ') FROM staff_institution WHERE staff_institution.name = staff.name)"
    };
}
pub(super) use institutions;

/// In place of those that it had.
pub(super) fn set_institutions(
    transaction: &Transaction<'_>,
    name: &str,
    institutions: &[InstitutionCode],
) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM staff_institution WHERE name = ?1", [name])?;
    let sql = "INSERT INTO staff_institution (name, institution) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    let mut statement = transaction.prepare(sql)?;
    institutions.iter().try_for_each(|code| statement.execute((name, code.as_str())).map(|_| ()))
}

/// How many accounts are managers.
pub(super) fn managers(transaction: &Transaction<'_>) -> rusqlite::Result<u32> {
    let sql = "SELECT count(*) FROM staff WHERE role = ?1";
    transaction.query_row(sql, [Role::Manager.name()], |row| row.get(0))
}

/// Whether there are accounts, and none of them is a manager.
pub(super) fn lack_a_manager(transaction: &Transaction<'_>) -> rusqlite::Result<bool> {
    let accounts: u32 = transaction.query_row("SELECT count(*) FROM staff", [], |row| row.get(0))?;
    Ok(accounts > 0 && managers(transaction)? == 0)
}

/// The column of [`institutions!`].
pub(super) fn read_institutions(column: Option<String>) -> Result<Vec<InstitutionCode>, JournalError> {
    let damaged = |code: &str| JournalError::Damaged {
        at: Default::default(),
        problem: format!("{code:?} is not the code of an institution"),
    };
    let codes = column.iter().flat_map(|codes| codes.split(' '));
    codes.map(|code| InstitutionCode::parse(code).map_err(|_| damaged(code))).collect()
}
