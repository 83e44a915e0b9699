//! Every message of every language as translators see it: the built-in ones, with imported ones over them.

use super::embedded;
use super::made_from::MadeFrom;
use super::message::Message;
use crate::domain::LanguageTag;
use std::collections::BTreeMap;
use std::path::Path;

/// The language that every message is written in first.
pub const SOURCE: &str = "it";
/// Areas that only staff read, and the languages in which they must be complete.
pub const FOR_STAFF: (&[&str], &[&str]) = (&["desk"], &["it", "en", "fr"]);
/// The most bytes that are read of an imported file.
const MAX_BYTES: u64 = 1_000_000;

/// A file of messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    pub language: String,
    /// The area of the program: the file's name without its ending.
    pub area: String,
    pub text: String,
}

/// Every message of every language.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    messages: BTreeMap<(String, String), Vec<Message>>,
    made_from: BTreeMap<String, MadeFrom>,
}

impl Texts {
    /// The built-in messages.
    ///
    /// # Errors
    /// Every fault in the files; a test reads them.
    pub fn built_in() -> Result<Texts, Vec<String>> {
        let mut texts = Texts::from_files(embedded::FILES)?;
        for (tag, text) in embedded::MADE_FROM {
            texts.made_from.insert((*tag).to_owned(), MadeFrom::read(text));
        }
        Ok(texts)
    }

    /// Fluent files, each as language tag, area and text.
    ///
    /// # Errors
    /// Every fault in them.
    pub fn from_files(files: &[(&str, &str, &str)]) -> Result<Texts, Vec<String>> {
        let (mut texts, mut faults) = (Texts::default(), Vec::new());
        for (tag, area, text) in files {
            match Message::read(text) {
                Ok(messages) => {
                    texts.messages.insert(((*tag).to_owned(), (*area).to_owned()), messages);
                }
                Err(more) => faults.extend(more.into_iter().map(|fault| format!("locales/{tag}/{area}.ftl: {fault}"))),
            }
        }
        if faults.is_empty() { Ok(texts) } else { Err(faults) }
    }

    /// The same with the imported messages of a folder over them. Unreadable files are left out.
    pub fn with_imported(mut self, folder: &Path) -> Texts {
        for file in imported(folder) {
            let Ok(newer) = Message::read(&file.text) else { continue };
            let messages = self.messages.entry((file.language, file.area)).or_default();
            for message in newer {
                match messages.iter_mut().find(|known| known.id == message.id) {
                    Some(known) => known.wording = message.wording,
                    None => messages.push(message),
                }
            }
        }
        for tag in self.messages.keys().map(|(tag, _)| tag.clone()).collect::<Vec<_>>() {
            if let Ok(text) = std::fs::read_to_string(folder.join(&tag).join("made-from.txt")) {
                self.made_from.entry(tag).or_default().extend(MadeFrom::read(&text));
            }
        }
        self
    }

    /// The areas of the program, after the Italian files.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().filter(|(tag, _)| tag == SOURCE).map(|(_, area)| area.as_str())
    }

    /// The areas that must be complete in a language.
    pub fn areas_of(&self, language: &LanguageTag) -> impl Iterator<Item = &str> {
        let is_of_staff = FOR_STAFF.1.contains(&language.as_str());
        self.areas().filter(move |area| is_of_staff || !FOR_STAFF.0.contains(area))
    }

    /// The messages of one area in one language.
    pub fn area(&self, language: &str, area: &str) -> &[Message] {
        self.messages.get(&(language.to_owned(), area.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// One message of a language.
    pub fn message(&self, language: &str, id: &str) -> Option<&Message> {
        let area = id.split('-').next().unwrap_or(id);
        self.area(language, area).iter().find(|message| message.id == id)
    }

    /// Whether the Italian text has changed since this language's message was made.
    pub fn has_changed(&self, language: &str, source: &Message) -> bool {
        self.made_from.get(language).is_some_and(|made_from| made_from.has_changed(source))
    }
}

/// The text of a built-in file.
pub fn built_in_file(language: &str, area: &str) -> Option<&'static str> {
    let mut files = embedded::FILES.iter();
    files.find(|(tag, name, _)| *tag == language && *name == area).map(|(.., text)| *text)
}

/// The imported files in a folder: `<tag>/<area>.ftl` below it.
pub(super) fn imported(folder: &Path) -> Vec<TextFile> {
    let mut files = Vec::new();
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for language in entries(folder) {
        for file in entries(&language.path()) {
            let path = file.path();
            let is_small = file.metadata().is_ok_and(|found| found.is_file() && found.len() <= MAX_BYTES);
            let is_fluent = path.extension().is_some_and(|ending| ending == "ftl");
            let area = path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned);
            if let (true, true, Some(area), Ok(tag)) = (is_small, is_fluent, area, language.file_name().into_string())
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                files.push(TextFile { language: tag, area, text });
            }
        }
    }
    files.sort_by(|one, other| (&one.language, &one.area).cmp(&(&other.language, &other.area)));
    files
}
