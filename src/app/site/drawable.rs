//! What glass and paper can draw of a site: fonts may be missing on this machine, and an imported word may have a letter
//! that no font has. The house works all the same, without those languages and words.

use crate::app::failure::Failure;
use crate::app::translate::Judge;
use crate::catalogue::quoted;
use crate::domain::{LanguageTag, Site};
use crate::fonts;
use crate::locale::Locales;
use std::path::Path;

/// The site without the languages and translations that can't be drawn with the fonts in a folder, and what was left out,
/// with its remedy. Of a text in the house's own language, question marks stand for what can't be drawn.
pub fn drawable(site: Site, locales: &Locales, folder: &Path) -> Result<(Site, Vec<String>), Failure> {
    let (mut judge, mut left_out) = (Judge::open_in(folder)?, Vec::new());
    let site = site.with_languages(|language| {
        let missing = fonts::check(folder, locales.fonts_of(std::slice::from_ref(language))).err();
        left_out.extend(missing.iter().map(|missing| format!("the language {language} is not offered: {missing}")));
        missing.is_none()
    });
    let (house, languages) = (site.house_language().clone(), site.languages().to_vec());
    let site = site.with_texts(|language, text| {
        if !languages.contains(language) {
            return Some(text.to_owned());
        }
        let Some((_, problem)) = judge.undrawable(text, language.as_str()) else { return Some(text.to_owned()) };
        left_out.push(format!("{language}: {} {problem}", quoted(text)));
        if *language != house {
            return None;
        }
        Some(text.chars().map(|letter| if is_drawn(&mut judge, letter, language) { letter } else { '?' }).collect())
    });
    Ok((site, left_out))
}

fn is_drawn(judge: &mut Judge, letter: char, language: &LanguageTag) -> bool {
    judge.undrawable(&letter.to_string(), language.as_str()).is_none()
}
