//! The fonts of the paper: which file has which script, and a font collection that knows these files and no others.
//!
//! Promises: the same text gives the same dots on every machine with these files, whatever else is installed; a missing
//! file is told at start, never found out as a blank on paper. How it works: the files are those of Debian's package
//! `fonts-noto-core`; all are looked for at start, and each is read when its script is first printed.

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where Debian installs them.
const FOLDER: &str = "/usr/share/fonts/truetype/noto";
/// The package that brings them.
const PACKAGE: &str = "fonts-noto-core";

/// A font that the paper needs can't be had.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// The file is not there.
    #[error("the font {file} is missing: install the Debian package {PACKAGE}")]
    Missing {
        /// Its path.
        file: PathBuf,
    },
    /// The file is there and can't be read.
    #[error("the font {file} can't be read ({problem}): install the Debian package {PACKAGE} again")]
    Unreadable {
        /// Its path.
        file: PathBuf,
        /// What the system says.
        problem: std::io::Error,
    },
    /// The file is no font.
    #[error("the font {file} is damaged: install the Debian package {PACKAGE} again")]
    Damaged {
        /// Its path.
        file: PathBuf,
    },
}

/// A family of fonts for one script or several.
#[derive(Debug)]
pub struct Family {
    /// Its name, as the files say it.
    pub name: &'static str,
    /// Its files: regular and bold.
    files: [&'static str; 2],
    /// The first and last characters of the blocks that need it; empty for the one that is always there.
    blocks: &'static [(char, char)],
    /// How much larger than Latin letters of the same size it has to be to look as large.
    pub scale: f32,
    /// The height of a line, by the size of its letters.
    pub line_height: f32,
}

/// Latin and Cyrillic letters, digits and signs.
pub static LATIN: Family = Family {
    name: "Noto Sans",
    files: ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"],
    blocks: &[],
    scale: 1.0,
    line_height: 1.2,
};

/// The families for other scripts. A further script is a further entry.
pub static OTHERS: [Family; 3] = [
    Family {
        name: "Noto Sans Arabic",
        files: ["NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"],
        blocks: &[
            ('\u{600}', '\u{6ff}'),
            ('\u{750}', '\u{77f}'),
            ('\u{8a0}', '\u{8ff}'),
            ('\u{fb50}', '\u{fdff}'),
            ('\u{fe70}', '\u{fefc}'),
        ],
        scale: 1.1,
        line_height: 1.35,
    },
    Family {
        name: "Noto Sans Ethiopic",
        files: ["NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"],
        blocks: &[('\u{1200}', '\u{139f}'), ('\u{2d80}', '\u{2ddf}'), ('\u{ab00}', '\u{ab2f}')],
        scale: 1.05,
        line_height: 1.35,
    },
    Family {
        name: "Noto Sans Bengali",
        files: ["NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"],
        blocks: &[('\u{980}', '\u{9ff}')],
        scale: 1.05,
        line_height: 1.35,
    },
];

/// The family for the first letter of a text that needs another than [`LATIN`].
pub fn family_of(text: &str) -> &'static Family {
    text.chars().find_map(|letter| OTHERS.iter().find(|family| family.has(letter))).unwrap_or(&LATIN)
}

impl Family {
    fn has(&self, letter: char) -> bool {
        self.blocks.iter().any(|(first, last)| (*first..=*last).contains(&letter))
    }
}

/// The collection, with what was read so far.
pub struct Fonts {
    folder: PathBuf,
    /// What parley shapes with.
    pub context: FontContext,
    loaded: Vec<&'static str>,
}

impl Fonts {
    /// Looks for all files and reads the family that is always needed.
    pub fn open() -> Result<Fonts, FontError> {
        Fonts::open_in(Path::new(FOLDER))
    }

    /// The same in another folder.
    pub fn open_in(folder: &Path) -> Result<Fonts, FontError> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let mut fonts = Fonts { folder: folder.to_owned(), context, loaded: Vec::new() };
        let every_file = OTHERS.iter().chain([&LATIN]).flat_map(|family| family.files);
        if let Some(missing) = every_file.map(|file| folder.join(file)).find(|file| !file.is_file()) {
            return Err(FontError::Missing { file: missing });
        }
        fonts.load(&LATIN)?;
        Ok(fonts)
    }

    /// Reads what a text needs and was not read yet.
    pub fn prepare(&mut self, text: &str) -> Result<(), FontError> {
        OTHERS.iter().filter(|family| text.chars().any(|letter| family.has(letter))).try_for_each(|it| self.load(it))
    }

    /// The names of the families, the best for this text first, the others behind it.
    pub fn names(&self, text: &str) -> Vec<&'static str> {
        let best = family_of(text).name;
        let others = [LATIN.name].into_iter().chain(self.loaded.iter().copied()).filter(|name| *name != best);
        [best].into_iter().chain(others).collect()
    }

    fn load(&mut self, family: &'static Family) -> Result<(), FontError> {
        if self.loaded.contains(&family.name) {
            return Ok(());
        }
        for name in family.files {
            let file = self.folder.join(name);
            let bytes = match std::fs::read(&file) {
                Ok(bytes) => bytes,
                Err(problem) => return Err(FontError::Unreadable { file, problem }),
            };
            if self.context.collection.register_fonts(Blob::new(Arc::new(bytes)), None).is_empty() {
                return Err(FontError::Damaged { file });
            }
        }
        self.loaded.push(family.name);
        Ok(())
    }
}
