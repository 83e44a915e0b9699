//! The Italian text that a translation was made from, so that a later change of it is noticed.
//!
//! `locales/<tag>/made-from.txt` has a line for each message: its id, and a short digest of the Italian text at the
//! time of the translation. A message without a line is older than this record.

use super::message::Message;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// For each message, the digest of the Italian text that its translation was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeFrom(BTreeMap<String, String>);

impl MadeFrom {
    /// Reads lines of id and digest; other lines are left out.
    pub fn read(text: &str) -> MadeFrom {
        let pairs = text.lines().filter_map(|line| line.split_once(' '));
        MadeFrom(pairs.map(|(id, digest)| (id.to_owned(), digest.trim().to_owned())).collect())
    }

    /// The text of a file with these lines.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (id, digest) in &self.0 {
            // Writing to a text can't fail.
            let _ = writeln!(text, "{id} {digest}");
        }
        text
    }

    /// Whether the Italian text has changed since the message was translated.
    pub fn has_changed(&self, source: &Message) -> bool {
        self.0.get(&source.id).is_some_and(|digest| *digest != digest_of(source))
    }

    /// Records that the translation of this message was made, or confirmed, from this Italian text.
    pub fn note(&mut self, source: &Message) {
        self.0.insert(source.id.clone(), digest_of(source));
    }

    /// Adds the lines of a newer record; they replace those of the same messages.
    pub fn extend(&mut self, newer: MadeFrom) {
        self.0.extend(newer.0);
    }
}

/// Eight hexadecimal digits of a digest over all forms of a message.
fn digest_of(source: &Message) -> String {
    let mut digest = Sha256::new();
    for (form, text) in source.texts() {
        digest.update(form.as_bytes());
        digest.update([0]);
        digest.update(text.as_bytes());
        digest.update([0]);
    }
    hex::encode(&digest.finalize()[..4])
}
