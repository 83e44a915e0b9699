//! Site files on disk and as bytes.

use super::mistake::{FileMistake, line_and_column};
use super::translation::Translation;
use super::{Known, read};
use crate::domain::{LanguageTag, Site};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most bytes a site file may have: 1 MB, some ten times the largest site that fits the glass.
pub const MAX_BYTES: u64 = 1_000_000;

/// A site as it is on disk.
#[derive(Debug)]
pub struct Opened {
    /// The site, with its own words only.
    pub site: Site,
    /// The translations in the folder beside the site file, ordered by file name.
    pub translations: Vec<Translation>,
}

/// Reads a site file from disk, and the translations in the folder beside it that has its name.
///
/// # Errors
/// Every mistake in them; one, when the site file can't be read at all.
pub fn open(path: &Path, known: &Known) -> Result<Opened, Vec<FileMistake>> {
    let name = path.display().to_string();
    let site = bytes_of(path).and_then(|bytes| read_bytes(&bytes, &name, known));
    let folder = path.with_extension("");
    let translations = if folder.is_dir() { open_translations(&folder, known) } else { Ok(Vec::new()) };
    match (site, translations) {
        (Ok(site), Ok(translations)) => Ok(Opened { site, translations }),
        (Err(mistakes), Ok(_)) | (Ok(_), Err(mistakes)) => Err(mistakes),
        (Err(site), Err(translations)) => Err([site, translations].concat()),
    }
}

fn open_translations(folder: &Path, known: &Known) -> Result<Vec<Translation>, Vec<FileMistake>> {
    let name = folder.display().to_string();
    let unreadable = |error: io::Error| vec![whole(&name, format!("can't be read: {error}"), READABLE)];
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let (mut translations, mut mistakes) = (Vec::new(), Vec::new());
    for path in paths {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        match known.languages.iter().find(|language| language.as_str() == stem) {
            Some(language) => match open_translation(&path, language) {
                Ok(translation) => translations.push(translation),
                Err(more) => mistakes.extend(more),
            },
            // Other files may lie there too; a name of two or three letters is meant as a language.
            None if matches!(stem.split('-').next().map(str::len), Some(2 | 3)) => {
                let languages: Vec<&str> = known.languages.iter().map(LanguageTag::as_str).collect();
                let remedy = format!("Name the file after one of the languages: {}.", languages.join(", "));
                let problem = "is not a language of this program".to_owned();
                mistakes.push(whole(&path.display().to_string(), problem, &remedy));
            }
            None => {}
        }
    }
    if mistakes.is_empty() { Ok(translations) } else { Err(mistakes) }
}

/// Reads the words of a site in one language from a file.
///
/// # Errors
/// Every mistake in it; one, when it can't be read at all.
pub fn open_translation(path: &Path, language: &LanguageTag) -> Result<Translation, Vec<FileMistake>> {
    let name = path.display().to_string();
    let bytes = bytes_of(path)?;
    Translation::read(text_of(&bytes, &name)?, &name, language)
}

const READABLE: &str = "Give the path of a file that this user may read.";

pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, Vec<FileMistake>> {
    let mut bytes = Vec::new();
    // Reading a pipe or a device could block for ever.
    let is_file = fs::metadata(path).map(|found| found.is_file());
    let outcome = is_file.and_then(|is_file| match is_file {
        true => File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)),
        false => Err(io::Error::other("it is not a regular file")),
    });
    match outcome {
        Ok(_) => Ok(bytes),
        Err(error) => Err(vec![whole(&path.display().to_string(), format!("can't be read: {error}"), READABLE)]),
    }
}

/// Reads a site file's bytes; `file_name` is only for the messages.
///
/// # Errors
/// Every mistake in it; one, when it is not UTF-8 text.
pub fn read_bytes(bytes: &[u8], file_name: &str, known: &Known) -> Result<Site, Vec<FileMistake>> {
    text_of(bytes, file_name).and_then(|text| read(text, file_name, known))
}

pub(super) fn text_of<'b>(bytes: &'b [u8], file_name: &str) -> Result<&'b str, Vec<FileMistake>> {
    if let Some(mistake) = too_large(bytes.len() as u64, file_name) {
        return Err(vec![mistake]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let (line, column) = line_and_column(&before, before.len());
            let remedy = "Save the file with the encoding UTF-8.";
            Err(vec![FileMistake { line, column, ..whole(file_name, "is not UTF-8 text here".to_owned(), remedy) }])
        }
    }
}

pub(super) fn too_large(bytes: u64, file_name: &str) -> Option<FileMistake> {
    let problem = format!("is larger than {MAX_BYTES} bytes");
    (bytes > MAX_BYTES).then(|| whole(file_name, problem, "Check that this is the file you mean."))
}

fn whole(file: &str, problem: String, remedy: &str) -> FileMistake {
    let (file, field, remedy) = (file.to_owned(), String::new(), remedy.to_owned());
    FileMistake { file, line: 0, column: 0, field, problem, remedy }
}
