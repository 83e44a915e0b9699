//! The words of a site in one further language, in a file of their own.
//!
//! Beside the site file `my-site.toml`, in the folder `my-site`, `ti.toml` has its words in Tigrinya: each by the text in
//! the house's own language that it stands for. So one text is translated once, wherever it stands; and when the house
//! changes a text, its old translations fit no more and are told as such, rather than shown as if they did. What the
//! site file itself says in a language comes first.

use super::mistake::{FileMistake, line_and_column, quoted};
use super::reader::{Complaint, Complaints, Table};
use super::value;
use crate::domain::{LanguageTag, Site};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use toml::de::DeTable;

/// The words of a site in one further language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The language.
    pub language: LanguageTag,
    /// Whether somebody who grew up with the language has read them.
    pub reviewed: bool,
    /// Each text by the text of the house's language that it stands for.
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
        let mut mistakes: Vec<FileMistake> = errors
            .iter()
            .map(|error| {
                let at = error.span().map_or(0, |span| span.start);
                let problem = error.message().lines().next().unwrap_or("is no TOML").to_owned();
                mistake(text, file_name, at, String::new(), problem, "Correct the TOML here.".to_owned())
            })
            .collect();
        if mistakes.is_empty() {
            mistakes = complaints.into_iter().map(|found| told(found, text, file_name)).collect();
        }
        mistakes.sort_by_key(|found| found.line);
        if mistakes.is_empty() {
            Ok(Translation { language: language.clone(), reviewed, words })
        } else {
            Err(mistakes)
        }
    }

    /// The same as the text of a file.
    pub fn to_toml(&self) -> String {
        let mut text =
            String::from("# Words of a site, each by the text in the house's own language that it stands for.\n\n");
        let _ = writeln!(
            text,
            "reviewed = {} # whether somebody who grew up with the language has read them\n",
            self.reviewed
        );
        text.push_str("[words]\n");
        for (source, words) in &self.words {
            let _ = writeln!(text, "{} = {}", in_quotes(source), in_quotes(words));
        }
        text
    }

    /// The texts it has words for that the site does not say, or no longer says like this.
    pub fn outdated<'a>(&'a self, site: &Site) -> Vec<&'a str> {
        let house = site.house_language();
        let said: BTreeSet<&str> = site.texts().into_iter().filter_map(|words| words.get(house)).collect();
        self.words.keys().map(String::as_str).filter(|source| !said.contains(source)).collect()
    }
}

/// The site with the words of these translations, where it has none of its own; earlier translations come first.
pub fn translated(site: Site, translations: &[Translation]) -> Site {
    site.completed(|language, source| {
        let mut of_language = translations.iter().filter(|translation| translation.language == *language);
        of_language.find_map(|translation| translation.words.get(source).cloned())
    })
}

fn told(found: Complaint, text: &str, file_name: &str) -> FileMistake {
    let field = found.key.as_deref().map(quoted).unwrap_or_default();
    mistake(text, file_name, found.at.start, field, found.problem, found.remedy)
}

fn mistake(text: &str, file: &str, at: usize, field: String, problem: String, remedy: String) -> FileMistake {
    let (line, column) = line_and_column(text, at);
    FileMistake { file: file.to_owned(), line, column, field, problem, remedy }
}

/// A basic string of TOML, for a text without control characters.
fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
