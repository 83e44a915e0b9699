//! Folders that are still there after a power cut: a name lasts once the folder that it stands in is synced.

use super::files::folder_of;
use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

/// Creates a folder for its owner only, with its parents, where there is none.
pub(super) fn create(folder: &Path) -> io::Result<()> {
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    for folder in missing {
        match sync(folder_of(folder)) {
            // A folder may let us write and not read, and then can't be synced.
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

pub(super) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
