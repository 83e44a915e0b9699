//! The font families of glass and paper: their files, their letters and their Debian packages. A missing family is
//! reported before anything is shown or printed, because Slint silently draws nothing for a letter without a font, and
//! may not start without any.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The folder of Debian's fonts; `ui/fonts.conf` names the same files.
pub const FOLDER: &str = "/usr/share/fonts";

/// A family of fonts for one script or several.
#[derive(Debug)]
pub struct Family {
    /// Its name in the font files and in `locales/manifest.toml`.
    pub name: &'static str,
    /// Its files below [`FOLDER`], regular and bold.
    pub files: [&'static str; 2],
    /// Their Debian package.
    pub package: &'static str,
    /// The first and last characters of the blocks that need it; empty for the Latin family.
    blocks: &'static [(char, char)],
    /// A factor to the font size on paper, to look as large as Latin letters.
    pub scale: f32,
    /// The height of a line on paper, by the font size.
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
    pub file: PathBuf,
    /// Its Debian package.
    pub package: &'static str,
}

/// Every family, the Latin one first.
pub fn families() -> impl Iterator<Item = &'static Family> {
    std::iter::once(&LATIN).chain(&OTHERS)
}

/// The family of the first letter in a text that is not in [`LATIN`].
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
