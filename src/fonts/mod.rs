//! The font families of glass and paper: their files, their letters and their Debian packages. A missing family is
//! reported before anything is shown or printed, because Slint silently draws nothing for a letter without a font, and
//! may not start without any.

mod families;

pub use families::{LATIN, OTHERS};

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
    /// The languages that it is for; empty for every language.
    languages: &'static [&'static str],
    /// Whether it is for signs between words, which take the size of the letters around them.
    is_signs: bool,
    /// Whether its bold file says that it is regular, so that its weight has to be corrected.
    is_bold_mislabelled: bool,
    /// A factor to the font size on paper, to look as large as Latin letters.
    pub scale: f32,
    /// The height of a line on paper, by the font size.
    pub line_height: f32,
    /// The height of a line as the font itself has it, by the font size: what Slint multiplies.
    natural_line: f32,
}

/// A font that is not installed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the font {} is missing: install the Debian package {package}", file.display())]
pub struct MissingFont {
    pub file: PathBuf,
    /// Its Debian package.
    pub package: &'static str,
}

impl Family {
    /// Its files below [`FOLDER`], and for each whether its letters are bold; `None` where the file itself is right.
    pub fn weights(&self) -> impl Iterator<Item = (&'static str, Option<bool>)> {
        let [regular, bold] = self.files;
        let corrected = |is_bold: bool| self.is_bold_mislabelled.then_some(is_bold);
        [(regular, corrected(false)), (bold, corrected(true))].into_iter()
    }
}

/// The families whose bold letters are not found by their weight.
pub fn mislabelled() -> impl Iterator<Item = &'static Family> {
    families().filter(|family| family.is_bold_mislabelled)
}

/// Every family, the Latin one first.
pub fn families() -> impl Iterator<Item = &'static Family> {
    std::iter::once(&LATIN).chain(&OTHERS)
}

/// The height of a line that a family itself has, by the font size; that of [`LATIN`] for an unknown name.
pub fn natural_line_of(name: &str) -> f32 {
    families().find(|family| family.name == name).unwrap_or(&LATIN).natural_line
}

/// Whether a family is set by its language and not by its letters.
pub fn is_for_one_language(name: &str) -> bool {
    OTHERS.iter().any(|family| family.name == name && !family.languages.is_empty())
}

/// Whether this family should set a text: one for a single language need not set texts without its letters, whose
/// spaces and digits it would only change.
pub fn is_of_use(name: &str, text: &str) -> bool {
    let family = OTHERS.iter().find(|family| family.name == name && !family.languages.is_empty());
    family.is_none_or(|family| text.chars().any(|letter| family.has(letter)))
}

/// The family of the first letter in a text of this language that is not in [`LATIN`]. `language` is a BCP-47 tag.
pub fn family_of(text: &str, language: &str) -> &'static Family {
    let scripts = || OTHERS.iter().filter(|family| !family.is_signs && family.is_for(language));
    text.chars().find_map(|letter| scripts().find(|family| family.has(letter))).unwrap_or(&LATIN)
}

/// The families that a text of this language needs beside [`LATIN`].
pub fn families_of<'a>(text: &'a str, language: &'a str) -> impl Iterator<Item = &'static Family> {
    OTHERS.iter().filter(|family| family.is_for(language) && text.chars().any(|letter| family.has(letter)))
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

/// The first letter in a text of this language of which a font is missing in a folder such as [`FOLDER`].
pub fn missing_for(folder: &Path, text: &str, language: &str) -> Option<(char, MissingFont)> {
    let missing: Vec<(&Family, MissingFont)> = families_of(text, language)
        .filter_map(|family| check(folder, [family.name]).err().map(|missing| (family, missing)))
        .collect();
    let of_letter = |letter: char| missing.iter().find(|(family, _)| family.has(letter));
    text.chars().find_map(|letter| of_letter(letter).map(|(_, missing)| (letter, missing.clone())))
}

impl Family {
    /// Whether this letter needs this family.
    pub fn has(&self, letter: char) -> bool {
        self.blocks.iter().any(|(first, last)| (*first..=*last).contains(&letter))
    }

    /// Whether a glyph for this letter can be expected in this family.
    pub fn may_have(&self, letter: char) -> bool {
        self.blocks.is_empty() || self.has(letter)
    }

    fn is_for(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }
}

/// Whether a character is never drawn: direction marks, joiners, and the marks that choose between forms of a sign.
pub fn is_never_drawn(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        )
}

/// Languages whose letters join, where two signs without width join and part them.
const JOINED: [&str; 5] = ["ar", "fa-AF", "ps", "ur", "bn"];

/// Whether a character is nothing to see and does nothing in a text of this language: it came along with a copied text. A
/// space of no width is useful where words are written without spaces.
pub fn is_nothing_to_see(letter: char, text: &str, language: &str) -> bool {
    let has_no_spaces = |c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    // Scripts of the same kind, in a text of another language.
    let is_joined = |c| matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}');
    match letter {
        '\u{200b}' => !text.contains(has_no_spaces),
        '\u{200c}' | '\u{200d}' => !JOINED.contains(&language) && !text.contains(is_joined),
        '\u{34f}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' => true,
        '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

/// How many marks may stand over and under one letter: more are a joke, and cover the lines beside them.
pub const MARKS_MOST: usize = 8;

/// Whether one letter of a text has more marks than any word needs.
pub fn is_tower(text: &str) -> bool {
    let mut height = 0;
    text.chars().any(|letter| {
        height = if is_mark(letter) { height + 1 } else { 0 };
        height > MARKS_MOST
    })
}

/// Marks that stand over, under or around the letter before, in the scripts of the fonts.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{711}' | '\u{730}'..='\u{74a}' | '\u{7a6}'..='\u{7b0}'
        | '\u{7eb}'..='\u{7f3}' | '\u{8d3}'..='\u{903}' | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94f}'
        | '\u{951}'..='\u{957}' | '\u{981}'..='\u{983}' | '\u{9bc}' | '\u{9be}'..='\u{9cd}' | '\u{9d7}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}'
        | '\u{ec8}'..='\u{ece}' | '\u{102b}'..='\u{103e}' | '\u{135d}'..='\u{135f}' | '\u{17b4}'..='\u{17d3}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}'
        | '\u{3099}'..='\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}
