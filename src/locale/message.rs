//! Messages as translators see them: a plain text, or one text for each form of a choice.
//!
//! A Fluent file is read into [`Message`]s and written from them. In a text, `{ $people }` stands as `{people}`. What a
//! Fluent file can say beyond that (a choice within a choice, a choice in the middle of a sentence) is refused, because
//! nobody could translate it in a table.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// One message of a language, or one attribute of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `kiosk-back`, or `kiosk-back.speech` for an attribute.
    pub id: String,
    /// What its comment says to translators.
    pub note: String,
    /// What it says.
    pub wording: Wording,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    /// One text.
    Plain(String),
    /// One text for each form.
    Choice {
        /// The variable that chooses.
        by: String,
        /// Each form's name (`one`, `few`, `0` …) with its text; the last one is taken when no other fits.
        forms: Vec<(String, String)>,
    },
}

impl Message {
    /// Reads a Fluent file.
    ///
    /// # Errors
    /// Every fault in it.
    pub fn read(text: &str) -> Result<Vec<Message>, Vec<String>> {
        let resource = match parser::parse(text) {
            Ok(resource) => resource,
            Err((_, errors)) => return Err(errors.iter().map(ToString::to_string).collect()),
        };
        let (mut messages, mut faults) = (Vec::new(), Vec::new());
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let note = message.comment.as_ref().map(|comment| comment.content.join("\n")).unwrap_or_default();
            let value = message.value.iter().map(|value| (message.id.name.to_owned(), value));
            let attributes =
                message.attributes.iter().map(|it| (format!("{}.{}", message.id.name, it.id.name), &it.value));
            for (id, pattern) in value.chain(attributes) {
                match wording(pattern) {
                    Ok(wording) => messages.push(Message { id, note: note.clone(), wording }),
                    Err(fault) => faults.push(format!("{id}: {fault}")),
                }
            }
        }
        if faults.is_empty() { Ok(messages) } else { Err(faults) }
    }

    /// Whether Fluent reads back what is written.
    pub fn is_sound(&self) -> bool {
        let read = match self.id.split_once('.') {
            Some((id, _)) => Message::read(&format!("{id} =\n{}", self.to_fluent())),
            None => Message::read(&self.to_fluent()),
        };
        read.is_ok_and(|read| matches!(read.as_slice(), [one] if one.id == self.id && one.wording == self.wording))
    }

    /// The same as Fluent writes it, without its comment.
    pub fn to_fluent(&self) -> String {
        let (indent, name) = match self.id.split_once('.') {
            Some((_, attribute)) => ("    ", format!(".{attribute}")),
            None => ("", self.id.clone()),
        };
        match &self.wording {
            Wording::Plain(text) => format!("{indent}{name} = {}\n", with_placeables(text)),
            Wording::Choice { by, forms } => {
                let mut fluent = format!("{indent}{name} =\n{indent}    {{ ${by} ->\n");
                for (position, (form, text)) in forms.iter().enumerate() {
                    let mark = if position + 1 == forms.len() { "       *" } else { "        " };
                    // Writing to a text can't fail.
                    let _ = writeln!(fluent, "{indent}{mark}[{form}] {}", with_placeables(text));
                }
                fluent + &format!("{indent}    }}\n")
            }
        }
    }

    /// A file like another language's: its comments and its order, with these messages. What is not among them is left
    /// out with its comment.
    pub fn file_like(template: &str, messages: &[Message]) -> String {
        let (mut file, mut comment, mut is_inside) = (String::new(), String::new(), false);
        for line in template.lines() {
            let is_more = is_inside && (line.starts_with(' ') || line.starts_with('}'));
            is_inside = is_more || line.starts_with(|c: char| c.is_ascii_alphabetic());
            match line.split_once('=').map(|(id, _)| id.trim()) {
                _ if is_more => {}
                Some(id) if is_inside => {
                    let attribute = format!("{id}.");
                    let own: Vec<_> =
                        messages.iter().filter(|it| it.id == id || it.id.starts_with(&attribute)).collect();
                    if !own.is_empty() {
                        file += &std::mem::take(&mut comment);
                        own.iter().for_each(|message| file += &message.to_fluent());
                    }
                    comment.clear();
                }
                _ if line.starts_with("# ") => comment += &format!("{line}\n"),
                _ => {
                    file += &std::mem::take(&mut comment);
                    file += &format!("{line}\n");
                }
            }
        }
        file
    }

    /// Its texts, each with its form; a plain text has an empty one.
    pub fn texts(&self) -> Vec<(&str, &str)> {
        match &self.wording {
            Wording::Plain(text) => vec![("", text)],
            Wording::Choice { forms, .. } => forms.iter().map(|(form, text)| (form.as_str(), text.as_str())).collect(),
        }
    }

    /// What it says in one form; where it has no such form, what is taken when no other fits.
    pub fn text_for(&self, form: &str) -> &str {
        let texts = self.texts();
        texts.iter().find(|(known, _)| *known == form).or(texts.last()).map_or("", |(_, text)| text)
    }

    /// The variables in it, also the one that chooses.
    pub fn variables(&self) -> BTreeSet<String> {
        let by = match &self.wording {
            Wording::Plain(_) => None,
            Wording::Choice { by, .. } => Some(by.clone()),
        };
        self.texts().into_iter().flat_map(|(_, text)| variables_of(text)).chain(by).collect()
    }

    /// How many average letters of the Latin script have room in its place, when its note says so: `room: 24`. Without
    /// such a line, [`room_beside`](super::room_beside) the Italian text.
    pub fn room(&self) -> Option<u32> {
        self.note.lines().find_map(|line| line.trim().strip_prefix("room:")?.trim().parse().ok())
    }
}

/// The variables in a text, in the form `{people}`.
pub fn variables_of(text: &str) -> Vec<String> {
    let pieces = text.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
    pieces.map(|(name, _)| name.trim().to_owned()).collect()
}

fn wording(pattern: &Pattern<&str>) -> Result<Wording, String> {
    if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        pattern.elements.as_slice()
    {
        let InlineExpression::VariableReference { id } = selector else {
            return Err("chooses by something else than a variable".to_owned());
        };
        let mut forms: Vec<(String, String)> = Vec::new();
        let mut default = None;
        for variant in variants {
            let form = match &variant.key {
                VariantKey::Identifier { name } => *name,
                VariantKey::NumberLiteral { value } => *value,
            };
            let entry = (form.to_owned(), plain(&variant.value)?);
            if variant.default { default = Some(entry) } else { forms.push(entry) }
        }
        forms.extend(default);
        return Ok(Wording::Choice { by: id.name.to_owned(), forms });
    }
    plain(pattern).map(Wording::Plain)
}

fn plain(pattern: &Pattern<&str>) -> Result<String, String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                text.push('{');
                text.push_str(id.name);
                text.push('}');
            }
            PatternElement::Placeable { .. } => return Err("has more than texts and variables".to_owned()),
        }
    }
    Ok(text.trim().to_owned())
}

/// The text as Fluent writes it. Braces around anything but a name stay, and are found out when it is read back.
fn with_placeables(text: &str) -> String {
    text.replace('{', "{ $").replace('}', " }")
}

/// The text without spaces inside of its braces, where hands and spreadsheets like to put them.
pub fn tidy(text: &str) -> String {
    let mut pieces = text.trim().split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |tidy, piece| match piece.split_once('}') {
        Some((name, rest)) => format!("{tidy}{{{}}}{rest}", name.trim()),
        None => format!("{tidy}{{{piece}"),
    })
}
