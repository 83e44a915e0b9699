//! A translator's way: every text of one language as a table for a spreadsheet, and back in.
//!
//! `sportello export locales` writes a file for each language and tells what is missing, changed since it was translated,
//! too long for its place, without letters in the fonts, or unreviewed. `sportello import locales` takes such a file back:
//! each row is judged by itself, the good ones are kept and the others told with the reason. What was imported lies in the
//! data folder, over what is built in, and is spoken from the next start on.

mod export;
mod import;
mod judge;
mod row;
mod site_texts;
mod table;

pub(super) use export::export;
pub(super) use import::import;
pub use judge::{Judge, Verdict};
pub use row::State;

use super::Failure;
use crate::catalogue::{self, Translation};
use crate::domain::Site;
use crate::locale::{Locales, Texts};
use std::path::{Path, PathBuf};

/// Where imported messages lie in a data folder: a folder for each language, with Fluent files.
pub(super) fn messages_folder(data: &Path) -> PathBuf {
    data.join("locales")
}

/// Where imported words of the site lie in a data folder: a file for each language.
pub(super) fn words_folder(data: &Path) -> PathBuf {
    data.join("site-words")
}

/// The words of the site that were imported. What can't be used is logged and left out, because it must not keep the site
/// from starting.
pub(super) fn imported_words(data: &Path, locales: &Locales) -> Vec<Translation> {
    let folder = words_folder(data);
    let mut words = Vec::new();
    for language in locales.languages() {
        let file = folder.join(format!("{}.toml", language.tag));
        if !file.is_file() {
            continue;
        }
        match catalogue::open_translation(&file, &language.tag) {
            Ok(translation) => words.push(translation),
            Err(mistakes) => mistakes.iter().for_each(|it| tracing::warn!("imported words can't be used: {it}")),
        }
    }
    words
}

/// What is there to translate, and what was translated.
struct Work {
    locales: Locales,
    texts: Texts,
    /// The site with its own words only.
    site: Site,
    /// Its words in further languages, the newest first.
    words: Vec<Translation>,
}

impl Work {
    /// `messages` is the folder of message files that lie over what is built in.
    fn open(site: Option<&Path>, data: &Path, messages: &Path) -> Result<Work, Failure> {
        let locales = Locales::load()?;
        let texts = Texts::built_in().map_err(|faults| Failure(faults.join("\n")))?;
        let texts = texts.with_imported(messages);
        let (site, beside) = super::site::parts(site, &locales)?;
        let words = [imported_words(data, &locales), beside].concat();
        Ok(Work { locales, texts, site, words })
    }
}
