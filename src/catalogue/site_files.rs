//! A site as the bytes of its files: the site file, and the translations in the folder beside it.
//!
//! Reading the bytes and understanding them are two steps, so that what is kept for later is exactly what was checked.

use super::check::Admitted;
use super::mistake::FileMistake;
use super::open::{READABLE, bytes_of, text_of, whole};
use super::translation::Translation;
use super::{Known, admit};
use crate::domain::{LanguageTag, Site};
use std::path::{Path, PathBuf};
use std::{fs, io};

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
    SiteFiles::load(path, known)?.read(known)
}

/// The bytes of a site's files.
#[derive(Debug, Clone)]
pub struct SiteFiles {
    pub site: SourceFile,
    /// Its translations, ordered by file name.
    pub translations: Vec<(LanguageTag, SourceFile)>,
}

/// The bytes of a file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// For messages.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl SiteFiles {
    /// Reads the bytes of a site file, and of the translations in the folder beside it that has its name.
    ///
    /// # Errors
    /// What can't be read.
    pub fn load(path: &Path, known: &Known) -> Result<SiteFiles, Vec<FileMistake>> {
        let folder = path.with_extension("");
        let translations = if folder.is_dir() { translations(&folder, known) } else { Ok(Vec::new()) };
        match (SourceFile::load(path), translations) {
            (Ok(site), Ok(translations)) => Ok(SiteFiles { site, translations }),
            (Err(mistakes), Ok(_)) | (Ok(_), Err(mistakes)) => Err(mistakes),
            (Err(site), Err(translations)) => Err([site, translations].concat()),
        }
    }

    /// The site in these bytes.
    ///
    /// # Errors
    /// Every mistake in them.
    pub fn read(&self, known: &Known) -> Result<Opened, Vec<FileMistake>> {
        let (opened, mistakes) = self.admit(known)?;
        if mistakes.is_empty() { Ok(opened) } else { Err(mistakes) }
    }

    /// The site in these bytes, and its mistakes with which a house can be served all the same.
    ///
    /// # Errors
    /// Every mistake in them, when there are others too.
    pub fn admit(&self, known: &Known) -> Result<(Opened, Vec<FileMistake>), Vec<FileMistake>> {
        let name = &self.site.name;
        let site = text_of(&self.site.bytes, name).and_then(|text| admit(text, name, known));
        let (mut translations, mut mistakes) = (Vec::new(), Vec::new());
        for (language, file) in &self.translations {
            let read = text_of(&file.bytes, &file.name).and_then(|text| Translation::read(text, &file.name, language));
            match read {
                Ok(translation) => translations.push(translation),
                Err(more) => mistakes.extend(more),
            }
        }
        match (site, mistakes.is_empty()) {
            (Ok(Admitted { site, mistakes }), true) => Ok((Opened { site, translations }, mistakes)),
            (Ok(site), false) => Err([site.mistakes, mistakes].concat()),
            (Err(of_site), _) => Err([of_site, mistakes].concat()),
        }
    }
}

impl SourceFile {
    fn load(path: &Path) -> Result<SourceFile, Vec<FileMistake>> {
        Ok(SourceFile { name: path.display().to_string(), bytes: bytes_of(path)? })
    }
}

fn translations(folder: &Path, known: &Known) -> Result<Vec<(LanguageTag, SourceFile)>, Vec<FileMistake>> {
    let name = folder.display().to_string();
    let unreadable = |error: io::Error| vec![whole(&name, format!("can't be read: {error}"), READABLE)];
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let (mut found, mut mistakes) = (Vec::new(), Vec::new());
    for path in paths {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        match known.languages.iter().find(|language| language.as_str() == stem) {
            Some(language) => match SourceFile::load(&path) {
                Ok(file) => found.push((language.clone(), file)),
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
    if mistakes.is_empty() { Ok(found) } else { Err(mistakes) }
}
