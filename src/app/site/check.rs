//! `sportello check`: a summary of a site file, or every mistake in it.

use super::{failure, known};
use crate::app::failure::Failure;
use crate::app::terminal::print_line;
use crate::app::words;
use crate::catalogue::{self, Opened, SiteFiles};
use crate::locale::Locales;
use std::path::Path;

/// Prints a summary, or fails with every mistake.
pub(in crate::app) fn check(file: &Path) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let known = known(&locales);
    let files = SiteFiles::load(file, &known).map_err(|mistakes| failure(file, &mistakes))?;
    let Opened { site, translations } = files.read(&known).map_err(|mistakes| failure(file, &mistakes))?;
    let mistakes = words::mistakes(&files.site, &known, site.house_language(), &locales)?;
    if !mistakes.is_empty() {
        return Err(failure(file, &mistakes));
    }
    print_line(&catalogue::summary(&catalogue::translated(site.clone(), &translations)))?;
    for translation in &translations {
        let (language, outdated) = (&translation.language, translation.outdated(&site));
        if let Some(first) = outdated.first() {
            let count = outdated.len();
            print_line(&format!(
                "{language}: {count} translations are of texts no longer in the site, such as {first:?}"
            ))?;
        }
        if !site.languages().contains(language) {
            print_line(&format!("{language}: the site does not offer this language; add it to languages"))?;
        }
        if !translation.reviewed {
            print_line(&format!("{language}: no native speaker has reviewed the translation"))?;
        }
    }
    Ok(())
}
