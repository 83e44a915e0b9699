//! Reading the site, and `sportello check`.

use super::{Failure, say};
use crate::catalogue::{self, Known};
use crate::domain::Site;
use crate::locale::Locales;
use crate::pictogram;
use std::path::Path;

/// `sportello check FILE`: a summary, or every mistake.
pub(super) fn check(file: &Path) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let site = read(Some(file), &locales)?;
    say(&catalogue::summary(&site))
}

/// The site in a file, or the built-in demo site.
pub(super) fn read(file: Option<&Path>, locales: &Locales) -> Result<Site, Failure> {
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    let known = Known { languages, pictograms: pictogram::names().collect() };
    let Some(file) = file else { return Ok(catalogue::demo(&known)) };
    catalogue::open(file, &known).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        let plural = if lines.len() == 1 { "" } else { "s" };
        Failure(format!("{} has {} mistake{plural}\n{}", file.display(), lines.len(), lines.join("\n")))
    })
}
