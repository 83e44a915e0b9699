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
    let languages: Vec<_> = locales.languages().iter().map(|language| language.tag.clone()).collect();
    let known = Known { languages: &languages, pictogram: |name| pictogram::svg(name).is_some() };
    let Some(file) = file else { return Ok(catalogue::demo(&known)) };
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| Failure(format!("{name}: {error}: name a site file that can be read")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        Failure(format!("{name}:{line}: this is no UTF-8 text: save the file as UTF-8"))
    })?;
    catalogue::read(&text, &name, &known).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        let count = lines.len();
        let plural = if count == 1 { "" } else { "s" };
        Failure(format!("{name} has {count} mistake{plural}\n{}", lines.join("\n")))
    })
}
