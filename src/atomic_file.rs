//! Replaces a file in one step, so that readers and a crash meet the old content or the new, never a part.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the name of a file ends that is being written.
pub const UNFINISHED: &str = ".unfinished";

/// Replaces a file. After a power cut it may have its old content.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    rename(written_beside(path, content)?, path)
}

/// Replaces a file and waits until the new content is on disk.
pub fn replace_durably(path: &Path, content: &[u8]) -> io::Result<()> {
    Unfinished { file: written_beside(path, content)?, target: path.to_owned() }.replace_durably()
}

/// A new file for its owner only, written beside the one that it replaces. Dropped before that, it is deleted.
#[derive(Debug)]
pub struct Unfinished {
    file: NamedTempFile,
    target: PathBuf,
}

impl Unfinished {
    pub fn beside(target: &Path) -> io::Result<Unfinished> {
        Ok(Unfinished { file: new_beside(target, 0o600)?, target: target.to_owned() })
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    pub fn file(&self) -> &File {
        self.file.as_file()
    }

    /// Replaces the file, and waits until the new content is on disk.
    pub fn replace_durably(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        rename(self.file, &self.target)?;
        File::open(folder_of(&self.target))?.sync_all()
    }
}

fn written_beside(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let mut newer = new_beside(path, 0o666)?; // less the process's umask, as for any new file
    newer.write_all(content)?;
    Ok(newer)
}

/// A new file in the same folder. Its name begins like the final one, so that clean-ups of the folder find what a crash
/// leaves behind.
fn new_beside(path: &Path, rights: u32) -> io::Result<NamedTempFile> {
    let prefix = format!("{}-", path.file_stem().unwrap_or_default().to_string_lossy());
    tempfile::Builder::new()
        .prefix(&prefix)
        .suffix(UNFINISHED)
        .permissions(Permissions::from_mode(rights))
        .tempfile_in(folder_of(path))
}

/// By the C library, so that a test can record what happens to the disk.
fn rename(newer: NamedTempFile, path: &Path) -> io::Result<()> {
    let newer = newer.into_temp_path();
    fs::rename(&newer, path)?;
    // There is nothing to delete under its former name any more.
    newer.keep()?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
