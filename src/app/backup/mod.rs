//! Backups: `sportello backup` and `sportello restore`, and what of a data folder they hold beside the database.

mod command;
mod files;
mod words;

pub(super) use command::{backup, restore};
