//! What a start without a site file would find in a data folder.

use super::kept::{self, Version};
use super::{failure, known};
use crate::app::failure::Failure;
use crate::catalogue::FileMistake;
use crate::locale::Locales;
use std::path::{Path, PathBuf};

/// What a data folder keeps of sites.
pub(in crate::app) enum KeptSite {
    /// The mark of the demo site.
    Demo,
    None,
    /// The newest version, which can be served.
    Good(PathBuf),
    /// The newest version can't be served, for this reason.
    Bad {
        newest: Failure,
        has_good: bool,
    },
}

/// Looks without changing anything.
pub(in crate::app) fn kept_site(data: &Path, locales: &Locales) -> Result<KeptSite, Failure> {
    let known = known(locales);
    let versions = kept::versions(data)?;
    let Some(newest) = versions.first() else {
        return Ok(if kept::is_demo(data) { KeptSite::Demo } else { KeptSite::None });
    };
    let read = |version: &Version| -> Result<(), Vec<FileMistake>> { version.load(&known)?.admit(&known).map(drop) };
    Ok(match read(newest) {
        Ok(()) => KeptSite::Good(newest.file()),
        Err(mistakes) => {
            let has_good = versions.iter().skip(1).any(|version| read(version).is_ok());
            KeptSite::Bad { newest: failure(&newest.file(), &mistakes), has_good }
        }
    })
}
