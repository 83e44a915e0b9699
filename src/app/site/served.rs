//! Which site a start serves: the one in the named file; without a name, or when that file can't be used, the last good
//! one of the data folder; on a first start without a name, the demo site.
//!
//! A version that is kept was good when it was kept. So mistakes that only a later version of the program finds, and that
//! are bearable, do not count against it, nor against the named file when there is nothing better: staff hear of them.

use super::kept::{self, Version};
use super::{drawable, failure, known, translated};
use crate::app::failure::Failure;
use crate::app::translate;
use crate::catalogue::{self, FileMistake, Known, Opened, SiteFiles};
use crate::domain::Site;
use crate::fonts;
use crate::locale::Locales;
use crate::web::SiteFault;
use jiff::Timestamp;
use std::path::Path;

/// The most texts that can't be drawn that the log lists.
const MAX_LISTED: usize = 20;

/// The site that a start serves.
pub(in crate::app) struct ServedSite {
    pub site: Site,
    /// What is wrong with it.
    pub faults: Vec<SiteFault>,
    /// What to keep for the next start.
    text: Option<SiteFiles>,
    known: Known,
}

impl ServedSite {
    /// Finds the site to serve. Fails when there is none: the named file can't be used, and the data folder keeps no site.
    pub fn choose(named: Option<&Path>, data: &Path, locales: &Locales, now: Timestamp) -> Result<ServedSite, Failure> {
        let starting = Starting { data, locales, known: known(locales) };
        let mut served = match named {
            Some(file) => starting.with_file(file, now),
            None => starting.without_file(now),
        }?;
        let (site, left_out) = drawable(served.site, locales, Path::new(fonts::FOLDER))?;
        if !left_out.is_empty() {
            served.faults.push(SiteFault::Letters);
            log_undrawable(&left_out);
        }
        Ok(ServedSite { site, ..served })
    }

    /// Keeps the site in the data folder for the next start. The house works without that, so a fault is only logged.
    pub fn keep(&self, data: &Path, now: Timestamp) {
        let Some(text) = &self.text else { return };
        if let Err(error) = kept::keep(data, text, &self.known, now) {
            tracing::warn!(%error, "the site can't be kept for a start without its file: mend the data folder, or make room on its disk, then start again");
        }
    }
}

/// The newest site of the data folder that can be served.
pub(super) fn last_good(data: &Path, locales: &Locales) -> Result<Option<Site>, Failure> {
    let found = Starting { data, locales, known: known(locales) }.last_good()?;
    Ok(found.map(|good| good.usable.site))
}

struct Starting<'a> {
    data: &'a Path,
    locales: &'a Locales,
    known: Known,
}

/// A site, and the bearable mistakes of its files.
struct Usable {
    site: Site,
    mistakes: Vec<FileMistake>,
}

/// A version that the data folder keeps.
struct LastGood {
    version: Version,
    usable: Usable,
}

impl Starting<'_> {
    fn with_file(self, file: &Path, now: Timestamp) -> Result<ServedSite, Failure> {
        let loaded = SiteFiles::load(file, &self.known);
        let refused = match loaded.and_then(|text| Ok((self.usable(&text)?, text))) {
            Ok((usable, text)) if usable.mistakes.is_empty() || self.has_nothing_better(&text) => {
                self.warn_of_another(&usable.site);
                return Ok(self.served(usable, Some(text), file));
            }
            Ok((usable, _)) => failure(file, &usable.mistakes),
            Err(mistakes) => failure(file, &mistakes),
        };
        let last_good = self.last_good().map_err(|unreadable| refused.and(&unreadable))?;
        let changed = std::fs::metadata(file).and_then(|found| found.modified()).ok();
        let since = changed.and_then(|changed| Timestamp::try_from(changed).ok()).unwrap_or(now);
        self.instead(&refused, last_good, since).ok_or(refused)
    }

    fn without_file(self, now: Timestamp) -> Result<ServedSite, Failure> {
        let Some(newest) = kept::newest(self.data)? else {
            if let Err(error) = kept::mark_demo(self.data) {
                tracing::warn!(%error, "the data folder can't note that it serves the demo site: make room on its disk");
            }
            let Opened { site, translations } = catalogue::demo_parts(&self.known);
            let site = self.with_imported(site, translations);
            return Ok(ServedSite { site, faults: Vec::new(), text: None, known: self.known });
        };
        let file = newest.file();
        let refused = match self.open_version(&newest) {
            Ok(usable) => {
                tracing::info!(site = %file.display(), "the site is the one that the data folder keeps: name a file with --site to change it");
                return Ok(self.served(usable, None, &file));
            }
            Err(mistakes) => failure(&file, &mistakes),
        };
        let last_good = self.last_good()?;
        self.instead(&refused, last_good, now).ok_or(refused)
    }

    fn served(self, usable: Usable, text: Option<SiteFiles>, file: &Path) -> ServedSite {
        let Usable { site, mistakes } = usable;
        let mut faults = Vec::new();
        if !mistakes.is_empty() {
            faults.push(SiteFault::Mistakes);
            let file = file.display();
            tracing::warn!(%file, "the site file has mistakes and is used all the same: correct them, and try `sportello check`");
            mistakes.iter().for_each(|mistake| tracing::warn!("{mistake}"));
        }
        ServedSite { site, faults, text, known: self.known }
    }

    /// The last good version, in place of a site that was refused.
    fn instead(self, refused: &Failure, last_good: Option<LastGood>, since: Timestamp) -> Option<ServedSite> {
        let LastGood { version, usable } = last_good?;
        log_refused(refused, &version);
        let mut served = self.served(usable, None, &version.file());
        served.faults.insert(0, SiteFault::Unusable { since, version: version.since });
        Some(served)
    }

    /// Whether the house was served with these bytes before, or was served with nothing that can still be used.
    fn has_nothing_better(&self, text: &SiteFiles) -> bool {
        kept::is_newest(self.data, text) || !matches!(self.last_good(), Ok(Some(_)))
    }

    /// The newest kept version that can be served.
    fn last_good(&self) -> Result<Option<LastGood>, Failure> {
        let versions = kept::versions(self.data)?;
        let mut usable = versions.into_iter().filter_map(|version| {
            let usable = self.open_version(&version).ok()?;
            Some(LastGood { version, usable })
        });
        Ok(usable.next())
    }

    fn open_version(&self, version: &Version) -> Result<Usable, Vec<FileMistake>> {
        self.usable(&version.load(&self.known)?)
    }

    fn usable(&self, text: &SiteFiles) -> Result<Usable, Vec<FileMistake>> {
        let (Opened { site, translations }, mistakes) = text.admit(&self.known)?;
        Ok(Usable { site: self.with_imported(site, translations), mistakes })
    }

    fn with_imported(&self, site: Site, beside: Vec<catalogue::Translation>) -> Site {
        translated(site, translate::imported_words(self.data, self.locales), beside)
    }

    /// Warns when nothing of the site that the folder served last is in this one: an edited file keeps some services.
    fn warn_of_another(&self, site: &Site) {
        // Kept sites that can't be read are reported when this one is kept.
        let Ok(Some(LastGood { usable: Usable { site: before, .. }, .. })) = self.last_good() else { return };
        if !before.services().iter().any(|service| site.service(&service.code).is_some()) {
            let name = |site: &Site| site.name().get(site.house_language()).unwrap_or_default().to_owned();
            let (before, now) = (name(&before), name(site));
            tracing::warn!(
                before,
                now,
                "the data folder served another site before: if that is not meant, start with its file, or choose another folder with --data"
            );
        }
    }
}

fn log_refused(refused: &Failure, version: &Version) {
    let refused = refused.to_string();
    let version = version.file().display().to_string();
    tracing::warn!(
        version,
        "the site file can't be used, so the house runs on its last good version: correct the file and start again"
    );
    refused.lines().for_each(|line| tracing::warn!("{line}"));
}

fn log_undrawable(left_out: &[String]) {
    let count = left_out.len();
    tracing::warn!(
        count,
        "texts of the site can't be drawn here and another language stands for them: install the fonts (provisioning/start), or write them anew"
    );
    left_out.iter().take(MAX_LISTED).for_each(|line| tracing::warn!("{line}"));
}
