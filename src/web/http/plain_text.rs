//! Writes texts for programs.

use serde::Serializer;

/// Without the invisible marks that isolate a name's direction on a screen: programs compare and print the text as it is.
pub(in crate::web) fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.replace(['\u{2068}', '\u{2069}'], ""))
}
