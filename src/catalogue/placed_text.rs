//! Every text that a site file shows to people, with its place. Whether the fonts have its letters, and whether it has
//! room, is judged by others, who know fonts and places.

use super::Known;
use super::check::own_name;
use super::mistake::{FileMistake, line_and_column};
use super::open::text_of;
use super::site_files::SourceFile;
use crate::domain::LanguageTag;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text of a site file, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedText {
    pub text: String,
    /// `None` for a name that is the same in every language.
    pub language: Option<LanguageTag>,
    pub kind: TextKind,
    file: String,
    line: usize,
    column: usize,
    field: String,
}

/// What a text is, by which its room is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// What stands over the door.
    SiteName,
    /// The official name of an institution.
    Institution,
    /// What an institution is, in plain words.
    Gloss,
    Service,
    Room,
    /// A tile of the first menu.
    Need,
    /// A tile of the second menu.
    Leaf,
    /// A line of what to bring.
    Bring,
    /// What helps while a need's desk is not there.
    Fallback,
    Other,
}

impl PlacedText {
    /// The mistake that is in this text.
    pub fn mistake(&self, problem: String, remedy: &str) -> FileMistake {
        let (file, field, remedy) = (self.file.clone(), self.field.clone(), remedy.to_owned());
        FileMistake { file, line: self.line, column: self.column, field, problem, remedy }
    }
}

/// The texts of a site file without mistakes, in the order of its lines.
///
/// # Errors
/// When it is not text.
pub fn placed_texts(file: &SourceFile, known: &Known) -> Result<Vec<PlacedText>, Vec<FileMistake>> {
    let text = text_of(&file.bytes, &file.name)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (root, _) = DeTable::parse_recoverable(text);
    let mut walk = Walk { text, file: file.name.clone(), known, found: Vec::new() };
    walk.table(root.get_ref(), "");
    walk.found.sort_by_key(|placed| (placed.line, placed.column));
    Ok(walk.found)
}

struct Walk<'a> {
    text: &'a str,
    file: String,
    known: &'a Known,
    found: Vec<PlacedText>,
}

impl Walk<'_> {
    fn table(&mut self, table: &DeTable<'_>, name: &str) {
        for (key, value) in table.iter() {
            let key = key.get_ref();
            let field = if name.is_empty() { key.to_string() } else { format!("{name}.{key}") };
            match value.get_ref() {
                DeValue::String(text) => {
                    let language = self.known.languages.iter().find(|language| language.as_str() == key).cloned();
                    if language.is_some() || key == "name" {
                        self.add(text, language, name, &field, value);
                    }
                }
                DeValue::Table(inner) => self.table(inner, &field),
                DeValue::Array(list) => {
                    for (position, entry) in list.iter().enumerate() {
                        if let Some(inner) = entry.get_ref().as_table() {
                            let own = own_name(inner).unwrap_or_else(|| format!("#{}", position + 1));
                            self.table(inner, &format!("{field}[{own}]"));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn add(
        &mut self,
        text: &str,
        language: Option<LanguageTag>,
        above: &str,
        field: &str,
        value: &Spanned<DeValue<'_>>,
    ) {
        let kind = kind_of(if language.is_some() { above } else { field });
        let (line, column) = line_and_column(self.text, value.span().start);
        let (file, field, text) = (self.file.clone(), field.to_owned(), text.to_owned());
        self.found.push(PlacedText { text, language, kind, file, line, column, field });
    }
}

/// The kind of a text by the name of its field, such as `needs[work].needs[work.cv].label`.
fn kind_of(field: &str) -> TextKind {
    let last = field.rsplit_once("].").map_or(field, |(_, last)| last);
    let menus = field.matches("needs[").count();
    match (last.split('[').next().unwrap_or(last), menus) {
        ("name", _) if !field.contains('[') => TextKind::SiteName,
        ("name", _) => TextKind::Institution,
        ("gloss", _) => TextKind::Gloss,
        ("room", _) => TextKind::Room,
        ("bring", _) => TextKind::Bring,
        ("label", 0) => TextKind::Service,
        ("label", 1) => TextKind::Need,
        ("label", _) => TextKind::Leaf,
        ("fallback.words", _) => TextKind::Fallback,
        _ => match field.contains(".bring[") {
            true => TextKind::Bring,
            false => TextKind::Other,
        },
    }
}
