//! The fonts of the paper: a font collection that knows the files of [`crate::fonts`] and no others.
//!
//! Promises: the same text gives the same dots on every machine with these files, whatever else is installed. How it
//! works: each family is read when its script is first printed, because the Chinese one is larger than all others
//! together.

use crate::fonts::{self, FOLDER, Family, LATIN, MissingFont, OTHERS};
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A font that the paper needs can't be had.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// The file is not there.
    #[error(transparent)]
    Missing(#[from] MissingFont),
    /// The file is there and can't be read.
    #[error("the font {file} can't be read ({problem}): install the Debian package {package} again")]
    Unreadable {
        /// Its path.
        file: PathBuf,
        /// What the system says.
        problem: std::io::Error,
        /// What brings it.
        package: &'static str,
    },
    /// The file is no font.
    #[error("the font {file} is damaged: install the Debian package {package} again")]
    Damaged {
        /// Its path.
        file: PathBuf,
        /// What brings it.
        package: &'static str,
    },
}

/// The collection, with what was read so far.
pub struct Fonts {
    folder: PathBuf,
    /// What parley shapes with.
    pub context: FontContext,
    loaded: Vec<&'static str>,
}

impl Fonts {
    /// Reads the family that is always needed. Whether the others are there is asked at start, by [`crate::fonts::check`].
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

    /// Reads what a text needs and was not read yet.
    pub fn prepare(&mut self, text: &str) -> Result<(), FontError> {
        OTHERS.iter().filter(|family| text.chars().any(|letter| family.has(letter))).try_for_each(|it| self.load(it))
    }

    /// The names of the families, the best for this text first, the others behind it.
    pub fn names(&self, text: &str) -> Vec<&'static str> {
        let best = fonts::family_of(text).name;
        let others = [LATIN.name].into_iter().chain(self.loaded.iter().copied()).filter(|name| *name != best);
        [best].into_iter().chain(others).collect()
    }

    fn load(&mut self, family: &'static Family) -> Result<(), FontError> {
        if self.loaded.contains(&family.name) {
            return Ok(());
        }
        let package = family.package;
        fonts::check(&self.folder, [family.name])?;
        for name in family.files {
            let file = self.folder.join(name);
            let bytes = match std::fs::read(&file) {
                Ok(bytes) => bytes,
                Err(problem) => return Err(FontError::Unreadable { file, problem, package }),
            };
            if self.context.collection.register_fonts(Blob::new(Arc::new(bytes)), None).is_empty() {
                return Err(FontError::Damaged { file, package });
            }
        }
        self.loaded.push(family.name);
        Ok(())
    }
}
