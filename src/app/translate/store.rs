//! Writes accepted translations to files.

use super::workspace::Workspace;
use crate::app::failure::{Context, Failure};
use crate::atomic_file;
use crate::catalogue::{self, FileMistake, Translation};
use crate::domain::LanguageTag;
use crate::locale::{MadeFrom, Message, SOURCE, built_in_file, file_like, to_fluent};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::ErrorKind;
use std::path::Path;

/// The accepted translations of one language.
#[derive(Default)]
pub(super) struct Accepted {
    pub messages: Vec<Message>,
    /// Words of the site, by their source text.
    pub words: BTreeMap<String, String>,
}

impl Accepted {
    /// Adds the messages to `<tag>/<area>.ftl` below the folder. The program's own sources get the comments and the
    /// order of the Italian file.
    pub(super) fn store_messages(
        &self,
        work: &Workspace,
        language: &str,
        folder: &Path,
        is_source: bool,
    ) -> Result<(), Failure> {
        if self.messages.is_empty() {
            return Ok(());
        }
        let folder = folder.join(language);
        std::fs::create_dir_all(&folder).or_unwritable(&folder)?;
        for area in self.changed_areas(work, language) {
            let file = folder.join(format!("{area}.ftl"));
            let stored = Message::read(&read_or_empty(&file)?).map_err(|faults| damaged(&file, faults.join("; ")))?;
            let mut messages = Vec::new();
            for source in work.texts.area(SOURCE, area) {
                let newer = self.messages.iter().find(|message| message.id == source.id);
                messages.extend(newer.or_else(|| stored.iter().find(|message| message.id == source.id)).cloned());
            }
            let text = match built_in_file(SOURCE, area).filter(|_| is_source) {
                Some(template) => file_like(template, &messages),
                None => to_fluent(&messages),
            };
            replace(&file, &text)?;
        }
        let file = folder.join("made-from.txt");
        let mut made_from = MadeFrom::read(&read_or_empty(&file)?);
        let sources = self.messages.iter().filter_map(|message| work.texts.message(SOURCE, &message.id));
        sources.for_each(|source| made_from.note(source));
        replace(&file, &made_from.to_text())
    }

    /// Adds the words of the site to `<tag>.toml` in the folder.
    pub(super) fn store_words(&self, language: &LanguageTag, folder: &Path) -> Result<(), Failure> {
        if self.words.is_empty() {
            return Ok(());
        }
        std::fs::create_dir_all(folder).or_unwritable(folder)?;
        let file = folder.join(format!("{language}.toml"));
        let mut translation = if file.exists() {
            let first = |mistakes: Vec<FileMistake>| mistakes.first().map(ToString::to_string).unwrap_or_default();
            catalogue::open_translation(&file, language).map_err(|mistakes| damaged(&file, first(mistakes)))?
        } else {
            Translation { language: language.clone(), reviewed: false, words: BTreeMap::new() }
        };
        translation.words.extend(self.words.clone());
        replace(&file, &translation.to_toml())
    }

    /// The areas in which a message differs from the one in use. A message that was only confirmed does not.
    fn changed_areas<'a>(&'a self, work: &Workspace, language: &str) -> Vec<&'a str> {
        let is_changed = |message: &&Message| {
            work.texts.message(language, &message.id).is_none_or(|own| own.wording != message.wording)
        };
        let mut areas: Vec<&str> = self.messages.iter().filter(is_changed).map(|message| area(&message.id)).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }
}

/// The content of a file; empty when there is none. A file that can't be read is an error, so that it is not
/// overwritten.
fn read_or_empty(file: &Path) -> Result<String, Failure> {
    match std::fs::read_to_string(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        content => content.map_err(|error| damaged(file, error)),
    }
}

fn damaged(file: &Path, reason: impl Display) -> Failure {
    Failure::new(format!(
        "{} can't be read, and nothing was changed ({reason}): correct it or move it away",
        file.display()
    ))
}

fn area(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    atomic_file::replace_durably(file, text.as_bytes()).or_unwritable(file)
}
