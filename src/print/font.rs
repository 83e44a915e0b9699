//! The fonts of the paper: a font collection that knows the files of [`crate::fonts`] and no others.
//!
//! Promises: the same text gives the same dots on every machine with these files, whatever else is installed. How it
//! works: a family is read when its script is first printed, because the Chinese one is larger than all others
//! together.

use crate::fonts::{self, FOLDER, Family, LATIN, MissingFont};
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A font for the paper is missing or broken.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    #[error(transparent)]
    Missing(#[from] MissingFont),
    #[error("the font {file} can't be read ({problem}): install the Debian package {package} again")]
    Unreadable {
        file: PathBuf,
        problem: std::io::Error,
        /// The Debian package of the file.
        package: &'static str,
    },
    #[error("the font {file} is damaged: install the Debian package {package} again")]
    Damaged {
        file: PathBuf,
        /// The Debian package of the file.
        package: &'static str,
    },
}

/// The collection, with the families read so far.
pub struct Fonts {
    folder: PathBuf,
    /// The context in which parley shapes.
    pub context: FontContext,
    loaded: Vec<&'static str>,
}

impl Fonts {
    /// Reads the Latin family. [`crate::fonts::check`] verifies at start that the others exist.
    pub fn open() -> Result<Fonts, FontError> {
        Fonts::open_in(Path::new(FOLDER))
    }

    /// The same in another folder.
    pub fn open_in(folder: &Path) -> Result<Fonts, FontError> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let mut fonts = Fonts { folder: folder.to_owned(), context, loaded: Vec::new() };
        fonts.load(&LATIN)?;
        Ok(fonts)
    }

    /// Reads the families that a text of this language needs, unless they have been read.
    pub fn prepare(&mut self, text: &str, language: &str) -> Result<(), FontError> {
        fonts::families_of(text, language).try_for_each(|family| self.load(family))
    }

    /// The names of the families, the best for this text first.
    pub fn names(&self, text: &str, language: &str) -> Vec<&'static str> {
        let best = fonts::family_of(text, language).name;
        let others = [LATIN.name].into_iter().chain(self.loaded.iter().copied()).filter(|name| *name != best);
        [best].into_iter().chain(others).collect()
    }

    fn load(&mut self, family: &'static Family) -> Result<(), FontError> {
        if self.loaded.contains(&family.name) {
            return Ok(());
        }
        let package = family.package;
        fonts::check(&self.folder, [family.name])?;
        for (name, is_bold) in family.weights() {
            let file = self.folder.join(name);
            let bytes = match std::fs::read(&file) {
                Ok(bytes) => bytes,
                Err(problem) => return Err(FontError::Unreadable { file, problem, package }),
            };
            let weight = is_bold.map(|is_bold| if is_bold { FontWeight::BOLD } else { FontWeight::NORMAL });
            let correct = FontInfoOverride { weight, ..FontInfoOverride::default() };
            if self.context.collection.register_fonts(Blob::new(Arc::new(bytes)), Some(correct)).is_empty() {
                return Err(FontError::Damaged { file, package });
            }
        }
        self.loaded.push(family.name);
        Ok(())
    }
}
