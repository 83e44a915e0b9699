//! `sportello check`: what was understood of a site file, what is seldom meant, and with a data folder whom the change
//! would touch today; or every mistake in it.

use super::{drawable, failure, known, touched, translated};
use crate::app::failure::{Context, Failure};
use crate::app::lost_accounts;
use crate::app::terminal::print_line;
use crate::app::{translate, words};
use crate::catalogue::{self, Opened, SiteFiles, Translation};
use crate::clock::Clock;
use crate::domain::Site;
use crate::fonts;
use crate::journal::{self, DataFolder};
use crate::locale::Locales;
use std::path::Path;

/// Prints what was understood, or fails with every mistake.
pub(in crate::app) fn check(file: &Path, data: Option<&Path>) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let known = known(&locales);
    let files = SiteFiles::load(file, &known).map_err(|mistakes| failure(file, &mistakes))?;
    let Opened { site, translations } = files.read(&known).map_err(|mistakes| failure(file, &mistakes))?;
    let mut mistakes = words::mistakes(&files.site, &known, site.house_language(), &locales)?;
    mistakes.extend(words::mistakes_beside(&files, &translations)?);
    if !mistakes.is_empty() {
        return Err(failure(file, &mistakes));
    }
    let imported = data.map(|data| translate::imported_words(data, &locales)).unwrap_or_default();
    let whole = translated(site.clone(), imported.clone(), translations.clone());
    let now = Clock::real().now();
    let today = whole.local(now).date();
    print_line(&catalogue::summary(&whole, today))?;
    imported.iter().chain(&translations).try_for_each(|translation| print_state(translation, &site))?;
    let (_, left_out) = drawable(whole.clone(), &locales, Path::new(fonts::FOLDER))?;
    for warning in catalogue::warnings(&whole, today).iter().chain(&left_out) {
        print_line(&format!("warning: {warning}"))?;
    }
    let Some(data) = data else { return Ok(()) };
    touched::report(data, &whole, &locales, now)?.iter().try_for_each(|line| print_line(line))?;
    let database = DataFolder::database(data);
    if !database.exists() {
        return Ok(());
    }
    let members = journal::read_staff(&database, true).at(&database)?;
    lost_accounts::lines(&members, &whole).iter().try_for_each(|line| print_line(&format!("warning: {line}")))
}

fn print_state(translation: &Translation, site: &Site) -> Result<(), Failure> {
    let (language, outdated) = (&translation.language, translation.outdated(site));
    if let Some(first) = outdated.first() {
        let count = outdated.len();
        print_line(&format!("{language}: {count} translations are of texts no longer in the site, such as {first:?}"))?;
    }
    if !site.languages().contains(language) {
        print_line(&format!("{language}: the site does not offer this language; add it to languages"))?;
    }
    if !translation.reviewed {
        print_line(&format!("{language}: no native speaker has reviewed the translation"))?;
    }
    Ok(())
}
