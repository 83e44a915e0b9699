//! Values for the variables of a message.

use fluent_bundle::FluentValue;

/// A value for a variable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, shown as it is; never parsed as Fluent. Ticket and desk numbers are passed as texts.
    Text(String),
    /// A count: chooses the plural form, and is shown in the language's own digits.
    Count(u64),
}

impl Value {
    /// The value for Fluent. Direction marks are removed from a text, so that it can't end the isolation that Fluent
    /// puts around it.
    pub(super) fn to_fluent(&self) -> FluentValue<'static> {
        match self {
            Value::Text(text) => FluentValue::from(text.replace(is_direction_control, "")),
            Value::Count(count) => FluentValue::from(*count),
        }
    }
}

/// Isolates, embeddings and overrides of the bidirectional algorithm.
fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Value {
        Value::Count(count.into())
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Value {
        Value::Count(count)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Value {
        Value::Count(count as u64)
    }
}
