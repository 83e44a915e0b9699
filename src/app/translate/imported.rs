//! Where imported texts lie in a data folder.

use crate::catalogue::{self, Translation};
use crate::locale::Locales;
use std::path::{Path, PathBuf};

/// The folder of imported messages in a data folder.
pub(in crate::app) const MESSAGES_FOLDER: &str = "locales";
/// The folder of imported words.
pub(in crate::app) const WORDS_FOLDER: &str = "site-words";

/// Imported messages: a folder for each language, with Fluent files.
pub(in crate::app) fn messages_folder(data: &Path) -> PathBuf {
    data.join(MESSAGES_FOLDER)
}

/// Imported words of the site: a file for each language.
pub(super) fn words_folder(data: &Path) -> PathBuf {
    data.join(WORDS_FOLDER)
}

/// The imported words of the site. Files that can't be used are logged and left out, so that they don't keep the site
/// from starting.
pub(in crate::app) fn imported_words(data: &Path, locales: &Locales) -> Vec<Translation> {
    let folder = words_folder(data);
    let mut words = Vec::new();
    for language in locales.languages() {
        let file = folder.join(format!("{}.toml", language.tag));
        if !file.is_file() {
            continue;
        }
        match catalogue::open_translation(&file, &language.tag) {
            Ok(translation) => words.push(translation),
            Err(mistakes) => mistakes.iter().for_each(|mistake| {
                tracing::warn!("imported words of the site are not used: {mistake}");
            }),
        }
    }
    words
}
