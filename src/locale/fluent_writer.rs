//! Writes messages as Fluent.

use super::message::{Message, Wording, is_identifier};
use super::nesting;
use fluent_syntax::ast::{
    Attribute, Comment, Entry, Expression, Identifier, InlineExpression, Message as FluentMessage, Pattern,
    PatternElement, Resource, Variant, VariantKey,
};
use fluent_syntax::{parser, serializer};

/// A file with these messages, without comments. The attributes of a message follow it.
pub fn to_fluent(messages: &[Message]) -> String {
    let mut body: Vec<Entry<String>> = Vec::new();
    for message in messages {
        let id = message.own_id();
        match body.last_mut() {
            Some(Entry::Message(last)) if last.id.name == id => add(message, last),
            _ => body.push(Entry::Message(fluent_message(id, &[message], None))),
        }
    }
    serializer::serialize(&Resource { body })
}

/// A file like another language's: its comments and its order, with these messages. Messages that are not among them
/// are left out, with their comments.
pub fn file_like(template: &str, messages: &[Message]) -> String {
    // The templates are built in; a test reads them.
    let template = parser::parse(template).unwrap_or_else(|(sound_part, _)| sound_part);
    let entry = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => {
            let own: Vec<&Message> = messages.iter().filter(|own| own.own_id() == message.id.name).collect();
            let comment = message.comment.as_ref().map(owned);
            (!own.is_empty()).then(|| Entry::Message(fluent_message(message.id.name, &own, comment)))
        }
        Entry::GroupComment(comment) => Some(Entry::GroupComment(owned(comment))),
        Entry::ResourceComment(comment) => Some(Entry::ResourceComment(owned(comment))),
        Entry::Comment(comment) => Some(Entry::Comment(owned(comment))),
        Entry::Term(_) | Entry::Junk { .. } => None,
    };
    let text = serializer::serialize(&Resource { body: template.body.iter().filter_map(entry).collect() });
    // Between comments that follow each other the serializer leaves two empty lines.
    text.replace("\n\n\n", "\n\n")
}

impl Message {
    /// Whether Fluent reads it back as it was written. It does not when braces hold something else than a variable.
    pub fn reads_back(&self) -> bool {
        if self.texts().iter().any(|(_, text)| nesting::is_too_deep(text)) {
            return false;
        }
        let written = to_fluent(std::slice::from_ref(self));
        Message::read(&written).is_ok_and(|read| match read.as_slice() {
            [one] => one.id == self.id && one.wording == self.wording,
            _ => false,
        })
    }

    /// The id of the message itself, without its attribute.
    fn own_id(&self) -> &str {
        self.id.split_once('.').map_or(&self.id, |(id, _)| id)
    }
}

fn fluent_message(id: &str, parts: &[&Message], comment: Option<Comment<String>>) -> FluentMessage<String> {
    let id = Identifier { name: id.to_owned() };
    let mut message = FluentMessage { id, value: None, attributes: Vec::new(), comment };
    parts.iter().for_each(|part| add(part, &mut message));
    message
}

/// Adds the value of a message, or one of its attributes.
fn add(part: &Message, message: &mut FluentMessage<String>) {
    let value = pattern(&part.wording);
    match part.id.split_once('.') {
        Some((_, name)) => message.attributes.push(Attribute { id: Identifier { name: name.to_owned() }, value }),
        None => message.value = Some(value),
    }
}

fn pattern(wording: &Wording) -> Pattern<String> {
    let (by, forms) = match wording {
        Wording::Plain(text) => return Pattern { elements: elements(text) },
        Wording::Choice { by, forms } => (by, forms),
    };
    let variant = |(place, (form, text)): (usize, &(String, String))| Variant {
        key: match form.parse::<f64>() {
            Ok(_) => VariantKey::NumberLiteral { value: form.clone() },
            Err(_) => VariantKey::Identifier { name: form.clone() },
        },
        value: Pattern { elements: elements(text) },
        default: place + 1 == forms.len(),
    };
    let selector = InlineExpression::VariableReference { id: Identifier { name: by.clone() } };
    let expression = Expression::Select { selector, variants: forms.iter().enumerate().map(variant).collect() };
    Pattern { elements: vec![PatternElement::Placeable { expression }] }
}

/// The pieces of a text. Braces that hold no variable stay in it; [`Message::reads_back`] finds them.
fn elements(text: &str) -> Vec<PatternElement<String>> {
    let mut elements = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        literal.push_str(&rest[..start]);
        let inside = &rest[start + 1..];
        let Some((name, after)) = inside.split_once('}').filter(|(name, _)| is_identifier(name)) else {
            literal.push('{');
            rest = inside;
            continue;
        };
        push_literal(&mut elements, &mut literal);
        let id = Identifier { name: name.to_owned() };
        let expression = Expression::Inline(InlineExpression::VariableReference { id });
        elements.push(PatternElement::Placeable { expression });
        rest = after;
    }
    literal.push_str(rest);
    push_literal(&mut elements, &mut literal);
    elements
}

fn push_literal(elements: &mut Vec<PatternElement<String>>, literal: &mut String) {
    if !literal.is_empty() {
        elements.push(PatternElement::TextElement { value: std::mem::take(literal) });
    }
}

fn owned(comment: &Comment<&str>) -> Comment<String> {
    Comment { content: comment.content.iter().map(|line| (*line).to_owned()).collect() }
}
