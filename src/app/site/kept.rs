//! The good sites that a data folder keeps: one version for each change of the site, the newest few.
//!
//! A version is the folder `site/NUMBER-TIME-DIGEST`, with the site file and its translations as they were checked, so
//! that a person can read, check and copy it. It is written under another name, synced, and then renamed: after a power
//! cut it is there or not, never in part. The number orders the versions, because a clock may go back.
//!
//! A folder that serves the built-in demo site has a mark instead. One with neither, whose journal has begun, served a
//! site that it does not keep: it never becomes the demo site by omission.

use crate::app::failure::{Context, Failure};
use crate::catalogue::{FileMistake, Known, SiteFiles};
use crate::journal::{self, DataFolder};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many versions are kept.
const MOST: usize = 10;
/// The file in a version's folder; its translations are in the folder beside it.
const SITE_FILE: &str = "site.toml";
/// A version that is being written; so ends the name of each unfinished file.
pub(in crate::app) const UNFINISHED: &str = "unfinished";
/// The folder of the versions.
pub(in crate::app) const KEPT_FOLDER: &str = "site";
/// The mark of a folder that serves the demo site.
const DEMO: &str = "demo";
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// A site that the house has started with.
#[derive(Debug, Clone)]
pub(super) struct Version {
    number: u32,
    /// When the house first started with it.
    pub since: Timestamp,
    digest: String,
    folder: PathBuf,
}

impl Version {
    fn of(folder: PathBuf) -> Option<Version> {
        let name = folder.file_name()?.to_str()?;
        let [number, since, digest] = *name.split('-').collect::<Vec<_>>() else { return None };
        let since = DateTime::strptime(TIME, since).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
        Some(Version { number: number.parse().ok()?, since, digest: digest.to_owned(), folder: folder.clone() })
    }

    /// Its site file.
    pub fn file(&self) -> PathBuf {
        self.folder.join(SITE_FILE)
    }

    /// Its bytes, when they are still those that were kept.
    pub fn load(&self, known: &Known) -> Result<SiteFiles, Vec<FileMistake>> {
        let text = SiteFiles::load(&self.file(), known)?;
        if digest(&text) == self.digest {
            return Ok(text);
        }
        let problem = "differs from what was kept here".to_owned();
        let remedy = "Start with --site FILE and a site file that is right.".to_owned();
        let file = self.file().display().to_string();
        Err(vec![FileMistake { file, line: 0, column: 0, field: String::new(), problem, remedy }])
    }
}

/// The versions that a data folder keeps, the newest first.
pub(super) fn versions(data: &Path) -> Result<Vec<Version>, Failure> {
    let folder = folder(data);
    let unreadable = |error: io::Error| {
        let folder = folder.display();
        Failure::new(format!("the kept sites in {folder} can't be read ({error}): mend the folder's owner and rights"))
    };
    let entries = match fs::read_dir(&folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(unreadable)?,
    };
    let paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().map_err(unreadable)?;
    let mut versions: Vec<Version> = paths.into_iter().filter_map(Version::of).collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.number));
    Ok(versions)
}

/// The newest version; `None` for a folder that serves the demo site, as a new one does.
pub(super) fn newest(data: &Path) -> Result<Option<Version>, Failure> {
    let newest = versions(data)?.into_iter().next();
    let database = DataFolder::database(data);
    if newest.is_some() || demo_mark(data).is_file() || !journal::has_begun(&database).at(&database)? {
        return Ok(newest);
    }
    let data = data.display();
    Err(Failure::new(format!(
        "{data} belongs to a house whose site file it does not keep: name that file with --site, once; for the demo \
         site, name a new folder with --data"
    )))
}

/// Whether the newest version has these bytes: the house was served with them before.
pub(super) fn is_newest(data: &Path, text: &SiteFiles) -> bool {
    let versions = versions(data).unwrap_or_default();
    versions.first().is_some_and(|newest| newest.digest == digest(text))
}

/// Marks a data folder as one that serves the demo site.
pub(super) fn mark_demo(data: &Path) -> io::Result<()> {
    if demo_mark(data).is_file() {
        return Ok(());
    }
    fs::create_dir_all(folder(data))?;
    write_synced(&demo_mark(data), b"This folder serves the built-in demo site.\n")?;
    [&folder(data), data].into_iter().try_for_each(sync)
}

/// Keeps a site as the newest version, unless it is that already.
///
/// A site that can't be kept leaves the folder without the mark of the demo site all the same: the next start without a
/// file asks for one.
pub(super) fn keep(data: &Path, text: &SiteFiles, known: &Known, now: Timestamp) -> io::Result<()> {
    if demo_mark(data).exists() {
        fs::remove_file(demo_mark(data))?;
        sync(&folder(data))?;
    }
    let (older, digest) = (versions(data).map_err(io::Error::other)?, digest(text));
    if older.first().is_some_and(|newest| newest.digest == digest && newest.load(known).is_ok()) {
        return Ok(());
    }
    let folder = folder(data);
    let unfinished = folder.join(UNFINISHED);
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    write(&unfinished, text)?;
    let number = older.first().map_or(1, |newest| newest.number.saturating_add(1));
    fs::rename(&unfinished, folder.join(format!("{number:06}-{}-{digest}", now.strftime(TIME))))?;
    // The folder itself may be new.
    [&folder, data].into_iter().try_for_each(sync)?;
    older.iter().skip(MOST - 1).try_for_each(|oldest| fs::remove_dir_all(&oldest.folder))
}

fn folder(data: &Path) -> PathBuf {
    data.join(KEPT_FOLDER)
}

/// Whether a data folder is marked as one that serves the demo site.
pub(super) fn is_demo(data: &Path) -> bool {
    demo_mark(data).is_file()
}

fn demo_mark(data: &Path) -> PathBuf {
    folder(data).join(DEMO)
}

fn write(folder: &Path, text: &SiteFiles) -> io::Result<()> {
    let file = folder.join(SITE_FILE);
    let beside = file.with_extension("");
    fs::create_dir_all(&beside)?;
    write_synced(&file, &text.site.bytes)?;
    for (language, translation) in &text.translations {
        write_synced(&beside.join(format!("{language}.toml")), &translation.bytes)?;
    }
    [&beside, folder].into_iter().try_for_each(sync)
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Half of a digest of all bytes, as hexadecimal digits.
fn digest(text: &SiteFiles) -> String {
    let mut digest = Sha256::new();
    let mut add = |name: &str, bytes: &[u8]| {
        digest.update(name);
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(bytes);
    };
    add("site", &text.site.bytes);
    text.translations.iter().for_each(|(language, file)| add(language.as_str(), &file.bytes));
    hex::encode(&digest.finalize()[..16])
}
