//! Reading the site, and `sportello check`.

use super::{Failure, say};
use crate::catalogue::{self, FileMistake, Known, Opened, Translation};
use crate::domain::Site;
use crate::locale::Locales;
use crate::pictogram;
use std::path::Path;

/// `sportello check FILE`: a summary, or every mistake.
pub(super) fn check(file: &Path) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let Opened { site, translations } = open(file, &locales)?;
    say(&catalogue::summary(&catalogue::translated(site.clone(), &translations)))?;
    for translation in &translations {
        let (language, outdated) = (&translation.language, translation.outdated(&site));
        if let Some(first) = outdated.first() {
            let count = outdated.len();
            say(&format!("{language}: {count} translated texts are not the site's any more, such as {first:?}"))?;
        }
        if !site.languages().contains(language) {
            say(&format!("{language}: the site does not offer this language; add it to languages"))?;
        }
        if !translation.reviewed {
            say(&format!("{language}: nobody who grew up with it has reviewed the translation"))?;
        }
    }
    Ok(())
}

/// The site in a file, or the built-in demo site, with its words in further languages; `imported` ones come first.
pub(super) fn read(file: Option<&Path>, imported: Vec<Translation>, locales: &Locales) -> Result<Site, Failure> {
    let (site, beside) = parts(file, locales)?;
    Ok(catalogue::translated(site, &[imported, beside].concat()))
}

/// The site with its own words only, and its words in further languages.
pub(super) fn parts(file: Option<&Path>, locales: &Locales) -> Result<(Site, Vec<Translation>), Failure> {
    let opened = match file {
        Some(file) => open(file, locales)?,
        None => catalogue::demo_parts(&known(locales)),
    };
    Ok((opened.site, opened.translations))
}

/// What a site file may name.
pub(super) fn known(locales: &Locales) -> Known {
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    Known { languages, pictograms: pictogram::names().collect() }
}

fn open(file: &Path, locales: &Locales) -> Result<Opened, Failure> {
    catalogue::open(file, &known(locales)).map_err(|mistakes| failure(file, &mistakes))
}

/// Every mistake of a file, a line each.
pub(super) fn failure(file: &Path, mistakes: &[FileMistake]) -> Failure {
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    let plural = if lines.len() == 1 { "" } else { "s" };
    Failure(format!("{} has {} mistake{plural}\n{}", file.display(), lines.len(), lines.join("\n")))
}
