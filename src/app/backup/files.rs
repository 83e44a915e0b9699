//! What a site needs beside its database: the kept sites, imported messages, imported words.

use crate::app::failure::Failure;
use crate::app::{site, translate};
use crate::journal::BackupFile;
use std::fs;
use std::io;
use std::path::Path;

/// The folders of a data folder that a backup holds.
pub(super) const FOLDERS: [&str; 3] = [site::KEPT_FOLDER, translate::MESSAGES_FOLDER, translate::WORDS_FOLDER];
/// More is no site of ours; a site with all its translations has some 300 kB.
const MOST_BYTES: usize = 64 << 20;
/// How deep folders may lie in each other.
const MOST_DEPTH: u32 = 4;

/// All files of these folders. What is just being written is left out.
pub(super) fn collect(data: &Path) -> Result<Vec<BackupFile>, Failure> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        add(&data.join(folder), folder, MOST_DEPTH, &mut files).map_err(|error| {
            let folder = data.join(folder);
            Failure::new(format!(
                "{} can't be backed up ({error}): mend the folder's owner and rights",
                folder.display()
            ))
        })?;
    }
    Ok(files)
}

fn add(folder: &Path, below: &str, depth: u32, files: &mut Vec<BackupFile>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().ok_or_else(|| io::Error::other(format!("the name {name:?} is not UTF-8")))?;
        if name.ends_with(site::UNFINISHED) {
            continue;
        }
        let path = format!("{below}/{name}");
        let found = fs::metadata(entry.path())?;
        if found.is_dir() && depth > 0 {
            add(&entry.path(), &path, depth - 1, files)?;
        } else if found.is_file() {
            let bytes = fs::read(entry.path())?;
            if files.iter().map(|file| file.bytes.len()).sum::<usize>() + bytes.len() > MOST_BYTES {
                return Err(io::Error::other(format!("with {path} it has more than 64 MB")));
            }
            files.push(BackupFile { path, bytes });
        }
    }
    Ok(())
}
