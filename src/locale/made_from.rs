//! From which Italian text a translation was made: so that a change of the Italian one is told as such.
//!
//! `locales/<tag>/made-from.txt` has a line for each message: its id, and a short digest of what Italian said when the
//! message was translated. A message without a line was translated before anybody kept track.

use super::message::Message;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// For each message, the digest of the Italian text that its translation was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeFrom(BTreeMap<String, String>);

impl MadeFrom {
    /// Reads lines of id and digest; what is no such line is left out.
    pub fn read(text: &str) -> MadeFrom {
        let pairs = text.lines().filter_map(|line| line.split_once(' '));
        MadeFrom(pairs.map(|(id, digest)| (id.to_owned(), digest.trim().to_owned())).collect())
    }

    /// The same as text.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (id, digest) in &self.0 {
            // Writing to a text can't fail.
            let _ = writeln!(text, "{id} {digest}");
        }
        text
    }

    /// Whether Italian says something else now than when the message was translated.
    pub fn has_changed(&self, source: &Message) -> bool {
        self.0.get(&source.id).is_some_and(|digest| *digest != digest_of(source))
    }

    /// Takes note that the translation of this message was made, or confirmed, from this Italian text.
    pub fn note(&mut self, source: &Message) {
        self.0.insert(source.id.clone(), digest_of(source));
    }

    /// What the other one notes is newer.
    pub fn extend(&mut self, newer: MadeFrom) {
        self.0.extend(newer.0);
    }
}

/// Eight hexadecimal digits of what a message says in all its forms.
fn digest_of(source: &Message) -> String {
    let mut digest = Sha256::new();
    for (form, text) in source.texts() {
        digest.update(form.as_bytes());
        digest.update([0]);
        digest.update(text.as_bytes());
        digest.update([0]);
    }
    digest.finalize().iter().take(4).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
