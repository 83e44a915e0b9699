//! Opens a database that is sound in every part; one that is not is put aside first.

use super::check::{Checked, check};
use super::error::JournalError;
use super::missing::Missing;
use super::names::DATABASE;
use super::testimony::Doubt;
use super::witness::{Heard, Witness};
use super::{recovery, schema};
use crate::domain::Sequence;
use rusqlite::Connection;
use std::path::Path;

/// A database, and what is in it.
#[derive(Debug)]
pub(super) struct OpenedDatabase {
    pub connection: Connection,
    pub checked: Checked,
    /// By what the witness has said.
    pub missing: Option<Missing>,
}

/// Opens the database, once a damaged one is put aside.
pub(super) fn open_or_recover(file: &Path) -> Result<(OpenedDatabase, Heard, Witness), JournalError> {
    let (mut witness, mut heard) = Witness::open(file);
    let opened = match open_sound(file, &heard) {
        Err(damage @ JournalError::Damaged { .. }) if file.ends_with(DATABASE) => {
            tracing::error!(%damage, "the database is damaged: it is put aside, and the newest backup and what can be read of it come back");
            None
        }
        opened => Some(opened?),
    };
    let opened = opened.filter(|opened| {
        let (said, is_missing) = (&opened.checked.said, opened.missing.is_some());
        let may_have_more = file.ends_with(DATABASE) && (is_missing || recovery::may_have_more(file, said));
        let has_more = may_have_more && recovery::has_more(file, said);
        if has_more {
            // A witness that has not missed them went back in time with the database.
            if let Heard::Said { doubt, .. } = &mut heard
                && !is_missing
            {
                *doubt = Doubt::Any;
            }
            tracing::error!(
                "the database lacks entries that the newest backup has: it is put aside, and they come back"
            );
        }
        !has_more
    });
    match opened {
        Some(opened) => Ok((opened, heard, witness)),
        None => {
            let heard = recovery::recover(file, heard, &mut witness)?;
            Ok((open_sound(file, &heard)?, heard, witness))
        }
    }
}

/// Opens a database that is sound in every part.
fn open_sound(file: &Path, heard: &Heard) -> Result<OpenedDatabase, JournalError> {
    recovery::must_be_there(file, heard)?;
    let connection = schema::connect(file).map_err(as_damage)?;
    let checked = check(&connection).map_err(as_damage)?;
    let missing = match heard {
        Heard::Said { newest, doubt } => newest.missing_in(&checked.said, *doubt),
        Heard::Nothing { .. } => schema::is_witnessed(&connection)?.then(|| checked.said.unwitnessed()),
    };
    Ok(OpenedDatabase { connection, checked, missing })
}

/// A sound database refuses none of the statements that open it.
fn as_damage(error: JournalError) -> JournalError {
    match error {
        JournalError::Database(problem) => JournalError::Damaged { at: Sequence::default(), problem },
        other => other,
    }
}
