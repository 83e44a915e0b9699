//! The texts of the program in every language, with the languages' directions and forms of numbers and dates.
//!
//! Promises: a text is never empty and never half in another language. A message that is missing or broken in one
//! language is taken whole from the next in that language's chain (the last is always Italian), and is logged once.
//! Numbers of tickets and desks keep their ASCII digits. The manifest defines the direction of a language, not a
//! library.
//!
//! How it works: `locales/manifest.toml` has a row for each language ([`Language`]); `locales/<tag>/*.ftl` are Fluent
//! files, each an area of the program. They are embedded when the program is built. [`Locales`] holds them;
//! [`Locales::translator`] gives a [`Translator`], which the rest of the program uses.

mod absence;
mod audit;
mod bundle;
mod embedded;
mod error;
mod fault;
mod fluent_writer;
mod forms;
mod language;
mod locales;
mod made_from;
mod message;
mod nesting;
mod numbering;
mod plurals;
mod refusal;
mod texts;
mod translator;
mod value;
mod variables;

pub use audit::{faults, forms_for, room_beside};
pub use error::LocaleError;
pub use fault::Fault;
pub use fluent_writer::{file_like, to_fluent};
pub use language::{Direction, Language, TypeSetting};
pub use locales::Locales;
pub use made_from::MadeFrom;
pub use message::{Message, Wording, tidy};
pub use numbering::Numbering;
pub use texts::{SOURCE, Texts, built_in_file};
pub use translator::Translator;
pub use value::Value;
