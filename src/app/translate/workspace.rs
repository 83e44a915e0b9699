//! The texts to translate, and their translations so far.

use super::imported::imported_words;
use crate::app::failure::Failure;
use crate::app::site;
use crate::catalogue::{Opened, Translation};
use crate::domain::Site;
use crate::locale::{Locales, Texts};
use std::path::Path;

/// The texts to translate, and their translations so far.
pub(super) struct Workspace {
    pub locales: Locales,
    pub texts: Texts,
    /// The site with its own words only.
    pub site: Site,
    /// Its words in further languages, the newest first.
    pub words: Vec<Translation>,
}

impl Workspace {
    /// Reads everything; `messages` is the folder of message files that lie over the built-in ones.
    pub(super) fn open(site: Option<&Path>, data: &Path, messages: &Path) -> Result<Workspace, Failure> {
        let locales = Locales::load()?;
        let texts = Texts::built_in().map_err(|faults| Failure::new(faults.join("\n")))?;
        let texts = texts.with_imported(messages);
        let Opened { site, translations } = site::open(site, Some(data), &locales)?;
        let words = [imported_words(data, &locales), translations].concat();
        Ok(Workspace { locales, texts, site, words })
    }
}
