//! A language as `locales/manifest.toml` describes it.
//!
//! Promises: what the manifest says holds. Fallbacks are languages of the manifest and lead to no circle; the plural
//! forms it names are exactly those that the Fluent library will choose from, so that a language for which the library
//! silently takes English rules is refused when the texts are loaded.

use super::bundle;
use super::error::LocaleError;
use super::numbering::Numbering;
use crate::domain::LanguageTag;
use serde::Deserialize;

/// A row of the manifest.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    /// Its BCP-47 tag.
    pub tag: LanguageTag,
    /// Its name in itself, as it stands on the tile.
    pub endonym: String,
    /// Its name in Italian, for those who help.
    pub italian_name: String,
    /// The side its lines begin at.
    pub direction: Direction,
    /// The languages to take a text from when this one lacks it, in this order.
    pub fallback: Vec<LanguageTag>,
    /// The font families that together have every character of it.
    pub fonts: Vec<String>,
    /// The digits of prose.
    pub numbering: Numbering,
    /// The plural forms that whole numbers take, as CLDR names them.
    pub plurals: Vec<String>,
    /// How its letters are set beside Latin ones.
    pub setting: TypeSetting,
    /// Whether somebody who grew up with the language has read its texts.
    pub reviewed: bool,
}

/// How letters of a script are set, beside Latin ones of the same role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TypeSetting {
    /// Their size; 1 for Latin.
    pub scale: f32,
    /// The height of a line, by that of the fonts' own lines.
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
    languages: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
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

/// Reads the manifest, or tells every fault in it.
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
                faults.push(format!("{name}: the language stands there twice"));
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

fn language(row: Row) -> Result<Language, String> {
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
        setting: TypeSetting { scale: share(row.type_scale)?, line_height: share(row.line_height)? },
        reviewed: row.reviewed,
    })
}

fn share(percent: u16) -> Result<f32, String> {
    match percent {
        100..=200 => Ok(f32::from(percent) / 100.0),
        _ => Err(format!("type_scale and line_height are 100 to 200 percent, not {percent}")),
    }
}

/// Whether the plural forms that the manifest names are those which Fluent chooses from: wrong for a tag that it does not
/// know and takes for English.
pub(super) fn check_plurals(languages: &[Language]) -> Result<(), LocaleError> {
    let mut faults = Vec::new();
    for language in languages {
        if let Err(fault) = plural_fault(language) {
            faults.push(format!("locales/manifest.toml: {}: {fault}", language.tag));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(LocaleError(faults)) }
}

fn is_named(language: &Language) -> Result<(), String> {
    if language.endonym.trim().is_empty() || language.italian_name.trim().is_empty() || language.fonts.is_empty() {
        return Err("endonym, italian_name and fonts must not be empty".to_owned());
    }
    Ok(())
}

fn plural_fault(language: &Language) -> Result<(), String> {
    let mut chosen = bundle::plural_forms(&language.tag)?;
    let mut named: Vec<&str> = language.plurals.iter().map(String::as_str).collect();
    chosen.sort_unstable();
    named.sort_unstable();
    if chosen != named {
        return Err(format!("plurals names {named:?}, but Fluent chooses from {chosen:?} for this tag"));
    }
    Ok(())
}

/// A fallback must be another language of the manifest, and one that does not in turn fall back on this one.
fn wrong_fallbacks(languages: &[Language]) -> Vec<String> {
    let find = |tag: &LanguageTag| languages.iter().find(|language| language.tag == *tag);
    let mut faults = Vec::new();
    for language in languages {
        for tag in &language.fallback {
            match find(tag) {
                None => faults.push(format!("{}: fallback {tag} is no language of the manifest", language.tag)),
                Some(other) if other.tag == language.tag || other.fallback.contains(&language.tag) => {
                    faults.push(format!("{}: fallback {tag} leads in a circle", language.tag));
                }
                Some(_) => {}
            }
        }
    }
    faults
}
