//! Which site a start serves: the one in the named file; without a name, or when that file has mistakes, the last good
//! one of the data folder; on a first start without a name, the demo site.

use super::kept::{self, Version};
use super::{failure, known, translated};
use crate::app::failure::Failure;
use crate::app::{translate, words};
use crate::catalogue::{self, FileMistake, Known, Opened, SiteFiles};
use crate::domain::Site;
use crate::fonts;
use crate::locale::Locales;
use crate::web::SiteFault;
use jiff::Timestamp;
use std::path::Path;

/// The site that a start serves.
pub(in crate::app) struct ServedSite {
    pub site: Site,
    /// Why it is not the newest one.
    pub fault: Option<SiteFault>,
    /// What to keep for the next start.
    text: Option<SiteFiles>,
    known: Known,
}

impl ServedSite {
    /// Finds the site to serve. Fails when there is none: the named file has mistakes, and the data folder keeps no site.
    pub fn choose(named: Option<&Path>, data: &Path, locales: &Locales, now: Timestamp) -> Result<ServedSite, Failure> {
        let starting = Starting { data, locales, known: known(locales) };
        match named {
            Some(file) => starting.with_file(file, now),
            None => starting.without_file(now),
        }
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
    Ok(found.map(|(_, site)| site))
}

struct Starting<'a> {
    data: &'a Path,
    locales: &'a Locales,
    known: Known,
}

impl Starting<'_> {
    fn with_file(self, file: &Path, now: Timestamp) -> Result<ServedSite, Failure> {
        let loaded = SiteFiles::load(file, &self.known).map_err(|mistakes| failure(file, &mistakes));
        let opened = loaded.and_then(|text| Ok((self.open(&text).map_err(|why| why.failure(file))?, text)));
        let refused = match opened {
            Ok((site, text)) => {
                self.warn_of_another(&site);
                return Ok(ServedSite { site, fault: None, text: Some(text), known: self.known });
            }
            Err(refused) => refused,
        };
        let Some((version, site)) = self.last_good().map_err(|unreadable| refused.and(&unreadable))? else {
            return Err(refused);
        };
        log_fault(&refused, &version);
        let changed = std::fs::metadata(file).and_then(|found| found.modified()).ok();
        let since = changed.and_then(|changed| Timestamp::try_from(changed).ok()).unwrap_or(now);
        let fault = Some(SiteFault { since, version: version.since });
        Ok(ServedSite { site, fault, text: None, known: self.known })
    }

    fn without_file(self, now: Timestamp) -> Result<ServedSite, Failure> {
        let Some(newest) = kept::newest(self.data)? else {
            if let Err(error) = kept::mark_demo(self.data) {
                tracing::warn!(%error, "the data folder can't note that it serves the demo site: make room on its disk");
            }
            let Opened { site, translations } = catalogue::demo_parts(&self.known);
            let site = self.with_imported(site, translations);
            self.check_fonts(&site)?;
            return Ok(ServedSite { site, fault: None, text: None, known: self.known });
        };
        let refused = match self.open_version(&newest) {
            Ok(site) => {
                tracing::info!(site = %newest.file().display(), "the site is the one that the data folder keeps: name a file with --site to change it");
                return Ok(ServedSite { site, fault: None, text: None, known: self.known });
            }
            Err(refused) => refused,
        };
        let Some((version, site)) = self.last_good()? else { return Err(refused) };
        log_fault(&refused, &version);
        let fault = Some(SiteFault { since: now, version: version.since });
        Ok(ServedSite { site, fault, text: None, known: self.known })
    }

    /// The newest kept version that can be served.
    fn last_good(&self) -> Result<Option<(Version, Site)>, Failure> {
        let mut versions = kept::versions(self.data)?.into_iter();
        Ok(versions.find_map(|version| self.open_version(&version).ok().map(|site| (version, site))))
    }

    fn open_version(&self, version: &Version) -> Result<Site, Failure> {
        let text = version.load(&self.known).map_err(|mistakes| failure(&version.file(), &mistakes))?;
        self.open(&text).map_err(|why| why.failure(&version.file()))
    }

    /// The site in these bytes, if it can be shown.
    fn open(&self, text: &SiteFiles) -> Result<Site, Refused> {
        let Opened { site, translations } = text.read(&self.known).map_err(Refused::Mistakes)?;
        let site = self.with_imported(site, translations);
        self.check_fonts(&site).map_err(|missing| Refused::Other(missing.into()))?;
        Ok(site)
    }

    /// The fonts of the site's languages, and of the letters in its own words.
    fn check_fonts(&self, site: &Site) -> Result<(), fonts::MissingFont> {
        let of_words = words::fonts_of(site);
        fonts::check(Path::new(fonts::FOLDER), self.locales.fonts_of(site.languages()).chain(of_words))
    }

    fn with_imported(&self, site: Site, beside: Vec<catalogue::Translation>) -> Site {
        translated(site, translate::imported_words(self.data, self.locales), beside)
    }

    /// Warns when nothing of the site that the folder served last is in this one: an edited file keeps some services.
    fn warn_of_another(&self, site: &Site) {
        // Kept sites that can't be read are reported when this one is kept.
        let Ok(Some((_, before))) = self.last_good() else { return };
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

/// Why a site can't be served.
enum Refused {
    Mistakes(Vec<FileMistake>),
    Other(Failure),
}

impl Refused {
    fn failure(self, file: &Path) -> Failure {
        match self {
            Refused::Mistakes(mistakes) => failure(file, &mistakes),
            Refused::Other(failure) => failure,
        }
    }
}

fn log_fault(refused: &Failure, version: &Version) {
    let refused = refused.to_string();
    let version = version.file().display().to_string();
    tracing::warn!(
        version,
        "the site file can't be used, so the house runs on its last good version: correct the file and start again"
    );
    refused.lines().for_each(|line| tracing::warn!("{line}"));
}
