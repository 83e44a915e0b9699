//! Finds the ids of messages in the sources and in Fluent files, so that a test can compare both: a message that the
//! sources name must exist in Italian, and a message that no source names is dead.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Parts of the program without user-facing text, where names of events and files look like messages.
const WITHOUT_WORDS: [&str; 5] = ["src/domain", "src/hub", "src/journal", "src/catalogue", "src/print/device"];

/// The message ids that the sources name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Complete ids, each with the file that names it.
    pub whole: BTreeSet<(String, PathBuf)>,
    /// Prefixes of ids that are completed at run time.
    pub beginnings: BTreeSet<String>,
}

/// Every message id in the sources below this root. `areas` are the files of messages: ids begin with one of them.
pub fn asked_for(root: &Path, areas: &[String]) -> io::Result<Asked> {
    let mut files = Vec::new();
    files_below(&root.join("src"), &["rs"], &mut files)?;
    files_below(&root.join("ui"), &["slint", "html"], &mut files)?;
    files.retain(|path| !WITHOUT_WORDS.iter().any(|folder| path.starts_with(root.join(folder))));
    let mut asked = Asked::default();
    for path in files {
        let (whole, beginnings) = ids_in(&fs::read_to_string(&path)?, areas);
        asked.whole.extend(whole.into_iter().map(|id| (id, path.clone())));
        asked.beginnings.extend(beginnings);
    }
    Ok(asked)
}

/// The ids that the sources name and `ids` lacks, a line each.
pub fn missing(asked: &Asked, known: &BTreeSet<String>) -> Vec<String> {
    let message = |id: &str| id.split('.').next().unwrap_or(id).to_owned();
    let whole = asked.whole.iter().filter(|(id, _)| !known.contains(&message(id)));
    let whole =
        whole.map(|(id, file)| format!("{} asks for {id:?}, and locales/it has no such message", file.display()));
    let begun = asked.beginnings.iter().filter(|start| !known.iter().any(|id| id.starts_with(*start)));
    let begun =
        begun.map(|start| format!("something asks for messages that begin with {start:?}, and locales/it has none"));
    whole.chain(begun).collect()
}

/// String literals that look like a message id: complete ones, and prefixes.
pub fn ids_in(text: &str, areas: &[String]) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut whole, mut beginnings) = (BTreeSet::new(), BTreeSet::new());
    for (position, _) in text.match_indices('"') {
        // `class="desk-list"` is not a message.
        if text[..position].ends_with('=') {
            continue;
        }
        let rest = &text[position + 1..];
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.'));
        let (id, after) = rest.split_at(end.unwrap_or(rest.len()));
        let is_of_area =
            areas.iter().any(|area| id.strip_prefix(area.as_str()).is_some_and(|more| more.starts_with('-')));
        match after.chars().next() {
            Some('"') if is_of_area && !id.ends_with('-') => whole.insert(id.to_owned()),
            Some('{') if is_of_area => beginnings.insert(id.to_owned()),
            _ => false,
        };
    }
    (whole, beginnings)
}

/// The ids that a Fluent file defines. Attributes are not told apart: a message is assumed to have them.
pub fn ids_of_fluent(text: &str) -> BTreeSet<String> {
    let id = |line: &str| line.split_once('=').map(|(id, _)| id.trim_end().to_owned());
    let begins_message = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    text.lines().filter(begins_message).filter_map(id).collect()
}

/// Every file below a folder with one of these endings.
pub fn files_below(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, endings, found)?;
        } else if path.extension().and_then(|ending| ending.to_str()).is_some_and(|it| endings.contains(&it)) {
            found.push(path);
        }
    }
    Ok(())
}
