//! Translating: every text of one language as a table for a spreadsheet, and back in.
//!
//! `sportello export locales` writes a file for each language and reports what is missing, changed since it was
//! translated, too long for its place, without letters in the fonts, or unreviewed. `sportello import locales` reads
//! such a file: each row is judged by itself, valid ones are stored and the others are listed with the reason. Imported
//! texts lie in the data folder, over the built-in ones, and are used from the next start on.

mod cell;
mod export;
mod import;
mod imported;
mod judge;
mod row;
mod site_texts;
mod store;
mod table;
mod workspace;

pub(super) use export::export;
pub(super) use import::import;
pub(super) use imported::{MESSAGES_FOLDER, WORDS_FOLDER, imported_words, messages_folder};
pub use judge::{Judge, Verdict};
pub use row::TextState;
