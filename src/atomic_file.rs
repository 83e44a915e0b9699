//! Replaces a file in one step, so that readers and a crash meet the old content or the new, never a part.

use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::NamedTempFile;

/// Replaces a file. After a power cut it may have its old content.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    written_beside(path, content)?.persist(path)?;
    Ok(())
}

/// Replaces a file and waits until the new content is on disk.
pub fn replace_durably(path: &Path, content: &[u8]) -> io::Result<()> {
    let newer = written_beside(path, content)?;
    newer.as_file().sync_all()?;
    newer.persist(path)?;
    File::open(folder_of(path))?.sync_all()
}

/// The new content in a file of the same folder. Its name begins like the final one, so that clean-ups of the folder
/// find what a crash leaves behind.
fn written_beside(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let prefix = format!("{}-", path.file_stem().unwrap_or_default().to_string_lossy());
    let mut newer = tempfile::Builder::new()
        .prefix(&prefix)
        .suffix(".unfinished")
        .permissions(Permissions::from_mode(0o666)) // less the process's umask, as for any new file
        .tempfile_in(folder_of(path))?;
    newer.write_all(content)?;
    Ok(newer)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
