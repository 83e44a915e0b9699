//! The faults of a translated message.

use std::fmt;

/// A fault of a message in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Missing,
    /// Italian has no such message.
    Unknown,
    /// The text, or one of its forms, is empty.
    Empty,
    /// A variable of the Italian message is missing in a form; the form of a plain text has no name.
    LacksVariable {
        name: String,
        form: String,
    },
    /// The Italian message has no such variable.
    HasVariable(String),
    /// A plural form of the language is missing.
    LacksForm(String),
    /// The form is neither a plural form of the language nor an exact number.
    HasForm(String),
    /// The character is forbidden: a digit of another script, or a direction mark.
    HasCharacter(char),
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Missing => out.write_str("is missing"),
            Fault::Unknown => out.write_str("is not a message of this program"),
            Fault::Empty => out.write_str("says nothing"),
            Fault::LacksVariable { name, form } if form.is_empty() => write!(out, "lacks the variable {{{name}}}"),
            Fault::LacksVariable { name, form } => write!(out, "lacks the variable {{{name}}} in the form [{form}]"),
            Fault::HasVariable(name) => write!(out, "has the variable {{{name}}}, which Italian has not"),
            Fault::LacksForm(form) => write!(out, "lacks the plural form [{form}]"),
            Fault::HasForm(form) => write!(out, "has the form [{form}], which the language has not"),
            Fault::HasCharacter(c) => {
                write!(out, "has the character U+{:04X}, which has no place there", u32::from(*c))
            }
        }
    }
}
