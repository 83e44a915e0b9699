//! The font families of glass and paper: which files they are, which letters need them, and which Debian package brings
//! them. A missing family is told before anything is shown or printed: Slint draws nothing at all, silently, for a letter
//! that no font has, and may not even start without any.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where Debian puts fonts; `ui/fonts.conf` names the same files.
pub const FOLDER: &str = "/usr/share/fonts";

/// A family of fonts for one script or several.
#[derive(Debug)]
pub struct Family {
    /// Its name, as the files and `locales/manifest.toml` say it.
    pub name: &'static str,
    /// Its files below [`FOLDER`]: regular and bold.
    pub files: [&'static str; 2],
    /// The Debian package that brings them.
    pub package: &'static str,
    /// The first and last characters of the blocks that need it; empty for the one that is always there.
    blocks: &'static [(char, char)],
    /// How much larger than Latin letters of the same size it has to be on paper to look as large.
    pub scale: f32,
    /// The height of a line on paper, by the size of its letters.
    pub line_height: f32,
}

/// Latin and Cyrillic letters, digits and signs.
pub static LATIN: Family = Family {
    name: "Noto Sans",
    files: ["truetype/noto/NotoSans-Regular.ttf", "truetype/noto/NotoSans-Bold.ttf"],
    package: "fonts-noto-core",
    blocks: &[],
    scale: 1.0,
    line_height: 1.2,
};

/// The families for other scripts. A further script is a further entry.
pub static OTHERS: [Family; 4] = [
    Family {
        name: "Noto Sans Arabic",
        files: ["truetype/noto/NotoSansArabic-Regular.ttf", "truetype/noto/NotoSansArabic-Bold.ttf"],
        package: "fonts-noto-core",
        blocks: &[
            ('\u{600}', '\u{6ff}'),
            ('\u{750}', '\u{77f}'),
            ('\u{8a0}', '\u{8ff}'),
            ('\u{fb50}', '\u{fdff}'),
            ('\u{fe70}', '\u{fefc}'),
        ],
        scale: 1.1,
        line_height: 1.5,
    },
    Family {
        name: "Noto Sans Ethiopic",
        files: ["truetype/noto/NotoSansEthiopic-Regular.ttf", "truetype/noto/NotoSansEthiopic-Bold.ttf"],
        package: "fonts-noto-core",
        blocks: &[('\u{1200}', '\u{139f}'), ('\u{2d80}', '\u{2ddf}'), ('\u{ab00}', '\u{ab2f}')],
        scale: 1.05,
        line_height: 1.35,
    },
    Family {
        name: "Noto Sans Bengali",
        files: ["truetype/noto/NotoSansBengali-Regular.ttf", "truetype/noto/NotoSansBengali-Bold.ttf"],
        package: "fonts-noto-core",
        blocks: &[('\u{980}', '\u{9ff}')],
        scale: 1.05,
        line_height: 1.35,
    },
    Family {
        name: "Noto Sans CJK SC",
        files: ["opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc"],
        package: "fonts-noto-cjk",
        blocks: &[
            ('\u{3000}', '\u{303f}'),
            ('\u{3400}', '\u{4dbf}'),
            ('\u{4e00}', '\u{9fff}'),
            ('\u{ff00}', '\u{ffef}'),
        ],
        scale: 1.0,
        line_height: 1.4,
    },
];

/// A font that is not installed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the font {} is missing: install the Debian package {package}", file.display())]
pub struct MissingFont {
    /// Its path.
    pub file: PathBuf,
    /// The package that brings it.
    pub package: &'static str,
}

/// Every family, the Latin one first.
pub fn families() -> impl Iterator<Item = &'static Family> {
    std::iter::once(&LATIN).chain(&OTHERS)
}

/// The family for the first letter of a text that needs another than [`LATIN`].
pub fn family_of(text: &str) -> &'static Family {
    text.chars().find_map(|letter| OTHERS.iter().find(|family| family.has(letter))).unwrap_or(&LATIN)
}

/// Checks that the families of these names, and the Latin one, are installed in a folder such as [`FOLDER`].
///
/// # Errors
/// The first file that is missing.
pub fn check<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> Result<(), MissingFont> {
    let needed: BTreeSet<&str> = names.into_iter().chain([LATIN.name]).collect();
    for family in families().filter(|family| needed.contains(family.name)) {
        if let Some(file) = family.files.iter().map(|file| folder.join(file)).find(|file| !file.is_file()) {
            return Err(MissingFont { file, package: family.package });
        }
    }
    Ok(())
}

impl Family {
    /// Whether this letter needs this family.
    pub fn has(&self, letter: char) -> bool {
        self.blocks.iter().any(|(first, last)| (*first..=*last).contains(&letter))
    }
}
