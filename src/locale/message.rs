//! Messages as translators see them: a plain text, or one text for each form of a choice.
//!
//! A Fluent file is read into [`Message`]s; `fluent_writer.rs` writes them. In a text, `{ $people }` stands as
//! `{people}`. A choice within a choice and a choice in the middle of a sentence are refused, because a table can't
//! show them.

use super::nesting;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use std::collections::BTreeSet;

/// One message of a language, or one attribute of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `kiosk-back`, or `kiosk-back.speech` for an attribute.
    pub id: String,
    /// The comment for translators.
    pub note: String,
    /// The text or texts.
    pub wording: Wording,
}

/// The text of a message, in one form or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    Plain(String),
    /// One text for each form.
    Choice {
        /// The variable that chooses the form.
        by: String,
        /// Each form's name (`one`, `few`, `0` …) with its text; Fluent takes the last one when no other fits.
        forms: Vec<(String, String)>,
    },
}

impl Message {
    /// Reads a Fluent file.
    ///
    /// # Errors
    /// Every fault in it.
    pub fn read(text: &str) -> Result<Vec<Message>, Vec<String>> {
        if nesting::is_too_deep(text) {
            return Err(vec!["a message has too many braces".to_owned()]);
        }
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

    /// Its texts, each with its form; a plain text has an empty one.
    pub fn texts(&self) -> Vec<(&str, &str)> {
        match &self.wording {
            Wording::Plain(text) => vec![("", text)],
            Wording::Choice { forms, .. } => forms.iter().map(|(form, text)| (form.as_str(), text.as_str())).collect(),
        }
    }

    /// The text in one form; when it has no such form, the text that Fluent takes instead.
    pub fn text_for(&self, form: &str) -> &str {
        let texts = self.texts();
        texts.iter().find(|(known, _)| *known == form).or(texts.last()).map_or("", |(_, text)| text)
    }

    /// The variables in it, including the one that chooses the form.
    pub fn variables(&self) -> BTreeSet<String> {
        let by = match &self.wording {
            Wording::Plain(_) => None,
            Wording::Choice { by, .. } => Some(by.clone()),
        };
        self.texts().into_iter().flat_map(|(_, text)| variables_of(text)).chain(by).collect()
    }

    /// How many average Latin letters fit its place, from a line `room: 24` in the note. Without such a line, callers
    /// use [`room_beside`](super::room_beside) the Italian text.
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
            return Err("chooses by something other than a variable".to_owned());
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

/// The text without spaces inside its braces, where people and spreadsheets often add them.
pub fn tidy(text: &str) -> String {
    let mut pieces = text.trim().split('{');
    let mut tidy = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        tidy.push('{');
        match piece.split_once('}') {
            Some((name, rest)) => tidy.extend([name.trim(), "}", rest]),
            None => tidy.push_str(piece),
        }
    }
    tidy
}

/// Whether Fluent takes this as the name of a variable.
pub(super) fn is_identifier(name: &str) -> bool {
    let is_letter_or_mark = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_letter_or_mark)
}

/// Whether a form is an exact number rather than a plural category.
pub(super) fn is_exact(form: &str) -> bool {
    !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit())
}
