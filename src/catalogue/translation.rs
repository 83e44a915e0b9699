//! The words of a site in one further language, in a file of their own.
//!
//! Beside the site file `my-site.toml`, in the folder `my-site`, `ti.toml` has its words in Tigrinya: each by its text
//! in the site's first language. So one text is translated once, however often it occurs; and when the site changes a
//! text, its old translations are reported as outdated rather than shown. Words in the site file itself have
//! precedence.

use super::mistake::{FileMistake, line_and_column, quoted};
use super::reader::{Complaint, Complaints, Table};
use super::syntax::{self, SyntaxFault};
use super::value;
use crate::domain::{LanguageTag, Site};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;

/// The words of a site in one further language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    pub language: LanguageTag,
    /// Whether a native speaker has read them.
    pub reviewed: bool,
    /// Each text by its source in the site's first language.
    pub words: BTreeMap<String, String>,
}

impl Translation {
    /// Reads a file's text; `file_name` is only for the messages.
    ///
    /// # Errors
    /// Every mistake in it, in the order of its lines.
    pub fn read(text: &str, file_name: &str, language: &LanguageTag) -> Result<Translation, Vec<FileMistake>> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut complaints = Complaints::new();
        let mut table = Table::root(&root);
        let reviewed = table.required("reviewed", "Add reviewed = false.", &mut complaints);
        let reviewed = reviewed.and_then(|node| node.flag(&mut complaints)).unwrap_or(false);
        let node = table.required("words", "Add a line [words], and the words below it.", &mut complaints);
        let entries = node.and_then(|node| node.table("Write it as a table: [words].", &mut complaints));
        let mut words = BTreeMap::new();
        for (source, node) in entries.iter().flat_map(Table::entries) {
            if let Some(text) = value::clean_text(&node, &mut complaints).filter(|text| !text.is_empty()) {
                words.insert(source.trim().to_owned(), text);
            }
        }
        table.finish(&mut complaints);
        let (faults, _) = syntax::faults(&errors, text);
        let in_words =
            |fault: SyntaxFault| mistake(text, file_name, fault.at.start, String::new(), fault.problem, fault.remedy);
        let mut mistakes: Vec<FileMistake> = faults.into_iter().map(in_words).collect();
        if mistakes.is_empty() {
            mistakes = complaints.into_iter().map(|found| in_file(found, text, file_name)).collect();
        }
        mistakes.sort_by_key(|found| found.line);
        if mistakes.is_empty() {
            Ok(Translation { language: language.clone(), reviewed, words })
        } else {
            Err(mistakes)
        }
    }

    /// The text of a file with these words.
    pub fn to_toml(&self) -> String {
        let mut reviewed = toml_edit::value(self.reviewed);
        if let Some(value) = reviewed.as_value_mut() {
            value.decor_mut().set_suffix(" # whether a native speaker has read them");
        }
        let words: toml_edit::Table =
            self.words.iter().map(|(source, words)| (source, toml_edit::value(words.as_str()))).collect();
        let mut document = toml_edit::DocumentMut::new();
        document.insert("reviewed", reviewed);
        document.insert("words", toml_edit::Item::Table(words));
        format!("# Words of a site, each by the text in the site's first language that it translates.\n\n{document}")
    }

    /// The source texts that are not, or no longer, in the site.
    pub fn outdated<'a>(&'a self, site: &Site) -> Vec<&'a str> {
        let house = site.house_language();
        let texts: BTreeSet<&str> = site.texts().into_iter().filter_map(|words| words.get(house)).collect();
        self.words.keys().map(String::as_str).filter(|source| !texts.contains(source)).collect()
    }
}

/// The site with the words of these translations, where it has none of its own; earlier translations have precedence.
pub fn translated(site: Site, translations: &[Translation]) -> Site {
    site.completed(|language, source| {
        let mut of_language = translations.iter().filter(|translation| translation.language == *language);
        of_language.find_map(|translation| translation.words.get(source).cloned())
    })
}

fn in_file(found: Complaint, text: &str, file_name: &str) -> FileMistake {
    let field = found.key.as_deref().map(quoted).unwrap_or_default();
    mistake(text, file_name, found.at.start, field, found.problem, found.remedy)
}

fn mistake(text: &str, file: &str, at: usize, field: String, problem: String, remedy: String) -> FileMistake {
    let (line, column) = line_and_column(text, at);
    FileMistake { file: file.to_owned(), line, column, field, problem, remedy }
}
