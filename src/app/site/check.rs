//! `sportello check`: a summary of a site file, or every mistake in it.

use super::{failure, known};
use crate::app::failure::Failure;
use crate::app::terminal::print_line;
use crate::catalogue::{self, Opened};
use crate::locale::Locales;
use std::path::Path;

/// Prints a summary, or fails with every mistake.
pub(in crate::app) fn check(file: &Path) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let opened = catalogue::open(file, &known(&locales)).map_err(|mistakes| failure(file, &mistakes));
    let Opened { site, translations } = opened?;
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
