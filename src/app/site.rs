//! Reading the site, and `sportello check`.

use super::failure::Failure;
use super::terminal::print_line;
use crate::catalogue::{self, FileMistake, Known, Opened, Translation};
use crate::domain::Site;
use crate::locale::Locales;
use crate::pictogram;
use std::path::Path;

/// `sportello check FILE`: prints a summary, or fails with every mistake.
pub(super) fn check(file: &Path) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let Opened { site, translations } = open(file, &locales)?;
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

/// The site in a file, or the built-in demo site, with its words in further languages; `imported` ones come first.
pub(super) fn read(file: Option<&Path>, imported: Vec<Translation>, locales: &Locales) -> Result<Site, Failure> {
    let (site, beside) = site_and_translations(file, locales)?;
    Ok(catalogue::translated(site, &[imported, beside].concat()))
}

/// The site with its own words only, and the translations beside its file.
pub(super) fn site_and_translations(
    file: Option<&Path>,
    locales: &Locales,
) -> Result<(Site, Vec<Translation>), Failure> {
    let opened = match file {
        Some(file) => open(file, locales)?,
        None => catalogue::demo_parts(&known(locales)),
    };
    Ok((opened.site, opened.translations))
}

/// The failure that lists every mistake of a file, a line each.
pub(super) fn failure(file: &Path, mistakes: &[FileMistake]) -> Failure {
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    let plural = if lines.len() == 1 { "" } else { "s" };
    Failure::new(format!("{} has {} mistake{plural}\n{}", file.display(), lines.len(), lines.join("\n")))
}

fn open(file: &Path, locales: &Locales) -> Result<Opened, Failure> {
    catalogue::open(file, &known(locales)).map_err(|mistakes| failure(file, &mistakes))
}

fn known(locales: &Locales) -> Known {
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    Known { languages, pictograms: pictogram::names().collect() }
}
