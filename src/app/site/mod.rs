//! The site: from its file, from what the data folder keeps, or the built-in demo site.
//!
//! `sportello run` serves what `served.rs` chooses, as far as it can be drawn (`drawable.rs`), and keeps it in the data
//! folder (`kept.rs`). The small commands read
//! the named file, or else the kept site, and never change what is kept.

mod check;
mod drawable;
mod kept;
mod kept_site;
mod served;
mod touched;

pub(super) use check::check;
pub use drawable::drawable;
pub(in crate::app) use kept::{KEPT_FOLDER, UNFINISHED};
pub(in crate::app) use kept_site::{KeptSite, kept_site};
pub(super) use served::ServedSite;

use super::failure::Failure;
use crate::catalogue::{self, FileMistake, Known, Opened, SiteFiles, Translation};
use crate::domain::Site;
use crate::locale::Locales;
use crate::pictogram;
use std::path::Path;
use std::sync::Arc;

/// The most mistakes of a file that are listed.
const MAX_LISTED: usize = 20;

/// The site for a command that serves nothing, with its words in further languages; `imported` ones come first.
pub(super) fn read(
    file: Option<&Path>,
    data: Option<&Path>,
    imported: Vec<Translation>,
    locales: &Locales,
) -> Result<Site, Failure> {
    let Opened { site, translations } = open(file, data, locales)?;
    Ok(translated(site, imported, translations))
}

/// The site with its own words only, and the translations beside its file: of the named file, else the newest that the
/// data folder keeps, else of the demo site.
pub(super) fn open(file: Option<&Path>, data: Option<&Path>, locales: &Locales) -> Result<Opened, Failure> {
    let known = known(locales);
    let (path, text) = match file {
        Some(file) => (file.to_owned(), SiteFiles::load(file, &known)),
        None => match data.map(kept::newest).transpose()?.flatten() {
            Some(version) => (version.file(), version.load(&known)),
            None => return Ok(catalogue::demo_parts(&known)),
        },
    };
    text.and_then(|text| text.read(&known)).map_err(|mistakes| failure(&path, &mistakes))
}

/// A site that the events of a backup can be folded with: what they say of the site does not count then.
pub(super) fn to_check_with(data: &Path, locales: &Locales) -> Arc<Site> {
    let site = open(None, Some(data), locales).map(|opened| opened.site);
    Arc::new(site.unwrap_or_else(|_| catalogue::demo_parts(&known(locales)).site))
}

/// The failure that lists the mistakes of a file, a line each. After the first of many, the others often follow from them.
pub(super) fn failure(file: &Path, mistakes: &[FileMistake]) -> Failure {
    let mut lines: Vec<String> = mistakes.iter().take(MAX_LISTED).map(ToString::to_string).collect();
    if mistakes.len() > lines.len() {
        lines.push(format!("and {} more: correct these first", mistakes.len() - lines.len()));
    }
    let plural = if mistakes.len() == 1 { "" } else { "s" };
    Failure::new(format!("{} has {} mistake{plural}\n{}", file.display(), mistakes.len(), lines.join("\n")))
}

fn translated(site: Site, imported: Vec<Translation>, beside: Vec<Translation>) -> Site {
    catalogue::translated(site, &[imported, beside].concat())
}

fn known(locales: &Locales) -> Known {
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    Known { languages, pictograms: pictogram::names().collect() }
}
