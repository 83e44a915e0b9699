//! The kept sites beside the database, remembered while the house runs: when the data folder is deleted under it, the next
//! start has to serve the same site.

use super::files::folder_of;
use super::folder;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The folder of the sites that the house has served.
pub(super) const SITES: &str = "site";
/// More is not remembered; a site with all its translations has some 300 kB.
const MOST_BYTES: usize = 16 << 20;
/// How deep folders may lie in each other.
const MOST_DEPTH: u32 = 4;

/// The files, by their paths below the data folder.
#[derive(Debug, Default)]
pub(super) struct Keepsake {
    changed: Option<SystemTime>,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Keepsake {
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Remembers them as they are now, if anything was kept since the last time.
    pub(super) fn refresh(&mut self, data: &Path) {
        let folder = data.join(SITES);
        let changed = fs::metadata(&folder).and_then(|found| found.modified()).ok();
        if changed.is_none() || changed == self.changed {
            return;
        }
        let mut files = Vec::new();
        // What can't be read now is read at the next time.
        if read(&folder, Path::new(SITES), MOST_DEPTH, &mut files).is_ok() {
            *self = Keepsake { changed, files };
        }
    }

    /// Writes them where none is.
    pub(super) fn restore(&self, data: &Path) -> io::Result<()> {
        for (path, bytes) in &self.files {
            let path = data.join(path);
            if path.symlink_metadata().is_ok() {
                continue;
            }
            folder::create(folder_of(&path))?;
            let mut file = File::create(&path)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            folder::sync(folder_of(&path))?;
        }
        Ok(())
    }
}

fn read(folder: &Path, below: &Path, depth: u32, files: &mut Vec<(PathBuf, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (found, path) = (fs::metadata(entry.path())?, below.join(entry.file_name()));
        if found.is_dir() && depth > 0 {
            read(&entry.path(), &path, depth - 1, files)?;
        } else if found.is_file() {
            files.push((path, fs::read(entry.path())?));
        }
        if files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > MOST_BYTES {
            return Err(io::Error::other("too large to be remembered"));
        }
    }
    Ok(())
}
