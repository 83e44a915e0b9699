//! A language as `locales/manifest.toml` describes it.
//!
//! Promises: every fallback is another language of the manifest, and not one that itself falls back on this one. `plurals.rs` checks that the plural forms
//! are exactly those that the Fluent library chooses from, because the library silently uses English rules for a
//! language it does not know.

use super::error::LocaleError;
use super::numbering::Numbering;
use crate::domain::LanguageTag;
use serde::Deserialize;

/// A row of the manifest.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    /// Its BCP-47 tag.
    pub tag: LanguageTag,
    /// Its name in the language itself.
    pub endonym: String,
    /// Its name in Italian, for staff.
    pub italian_name: String,
    /// The side its lines begin at.
    pub direction: Direction,
    /// The languages that replace a missing text, in this order.
    pub fallback: Vec<LanguageTag>,
    /// The font families that together have all its characters.
    pub fonts: Vec<String>,
    /// The digits within texts.
    pub numbering: Numbering,
    /// The plural forms of whole numbers, as CLDR names them.
    pub plurals: Vec<String>,
    /// The size of its letters beside Latin ones.
    pub setting: TypeSetting,
    /// Whether a native speaker has read its texts.
    pub reviewed: bool,
}

/// The size of a script's letters beside Latin ones in the same place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TypeSetting {
    /// 1 for Latin.
    pub scale: f32,
    /// The height of a line by the font size.
    pub line_height: f32,
}

/// The side a language's lines begin at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// As in Italian.
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

impl Direction {
    /// Whether lines begin at the right.
    pub fn is_right_to_left(self) -> bool {
        self == Direction::RightToLeft
    }

    /// `ltr` or `rtl`, as HTML writes it.
    pub fn html(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    languages: Vec<LanguageRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageRow {
    tag: String,
    endonym: String,
    italian_name: String,
    direction: Direction,
    fallback: Vec<String>,
    fonts: Vec<String>,
    numbering: String,
    plurals: Vec<String>,
    type_scale: u16,
    line_height: u16,
    reviewed: bool,
}

/// Reads the manifest, or lists every fault in it.
pub(super) fn read_manifest(text: &str) -> Result<Vec<Language>, LocaleError> {
    let manifest: Manifest =
        toml::from_str(text).map_err(|error| LocaleError::one(format!("locales/manifest.toml: {error}")))?;
    let mut faults = Vec::new();
    let mut languages: Vec<Language> = Vec::new();
    for row in manifest.languages {
        let name = row.tag.clone();
        let checked = language(row).and_then(|language| is_named(&language).map(|()| language));
        match checked {
            Ok(language) if languages.iter().any(|known| known.tag == language.tag) => {
                faults.push(format!("{name}: the language is there twice"));
            }
            Ok(language) => languages.push(language),
            Err(fault) => faults.push(format!("{name}: {fault}")),
        }
    }
    if languages.is_empty() {
        faults.push("there must be at least one language".to_owned());
    }
    faults.extend(wrong_fallbacks(&languages));
    let faults: Vec<_> = faults.into_iter().map(|fault| format!("locales/manifest.toml: {fault}")).collect();
    if faults.is_empty() { Ok(languages) } else { Err(LocaleError(faults)) }
}

fn language(row: LanguageRow) -> Result<Language, String> {
    let tag = |text: &str| LanguageTag::parse(text).map_err(|error| format!("the tag {text:?} {error}"));
    Ok(Language {
        tag: tag(&row.tag)?,
        endonym: row.endonym,
        italian_name: row.italian_name,
        direction: row.direction,
        fallback: row.fallback.iter().map(|text| tag(text)).collect::<Result<_, _>>()?,
        fonts: row.fonts,
        numbering: Numbering::of_cldr(&row.numbering)
            .ok_or_else(|| format!("numbering is {:?}, and there are latn, arabext and beng", row.numbering))?,
        plurals: row.plurals,
        setting: TypeSetting {
            scale: share("type_scale", row.type_scale)?,
            line_height: share("line_height", row.line_height)?,
        },
        reviewed: row.reviewed,
    })
}

fn share(name: &str, percent: u16) -> Result<f32, String> {
    match percent {
        100..=250 => Ok(f32::from(percent) / 100.0),
        _ => Err(format!("{name} is 100 to 250 percent, not {percent}")),
    }
}

fn is_named(language: &Language) -> Result<(), String> {
    if language.endonym.trim().is_empty() || language.italian_name.trim().is_empty() || language.fonts.is_empty() {
        return Err("endonym, italian_name and fonts must not be empty".to_owned());
    }
    Ok(())
}

/// A fallback must be another language of the manifest, and not one that itself falls back on this one.
fn wrong_fallbacks(languages: &[Language]) -> Vec<String> {
    let find = |tag: &LanguageTag| languages.iter().find(|language| language.tag == *tag);
    let mut faults = Vec::new();
    for language in languages {
        for tag in &language.fallback {
            match find(tag) {
                None => faults.push(format!("{}: fallback {tag} is not a language of the manifest", language.tag)),
                Some(other) if other.tag == language.tag || other.fallback.contains(&language.tag) => {
                    faults.push(format!("{}: fallback {tag} leads in a circle", language.tag));
                }
                Some(_) => {}
            }
        }
    }
    faults
}
