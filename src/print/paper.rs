//! What a visitor takes along: a slip or a note.

use super::note::Note;
use super::slip::Slip;

/// What a visitor takes along.
#[derive(Debug, Clone, PartialEq)]
pub enum Paper {
    /// With a number.
    Slip(Slip),
    /// Without a number: when to come again.
    Note(Note),
}

impl Paper {
    /// The ticket number, for logs and file names; `note` where there is none.
    pub fn number(&self) -> &str {
        match self {
            Paper::Slip(slip) => &slip.number,
            Paper::Note(_) => "note",
        }
    }
}

impl From<Slip> for Paper {
    fn from(slip: Slip) -> Paper {
        Paper::Slip(slip)
    }
}

impl From<Note> for Paper {
    fn from(note: Note) -> Paper {
        Paper::Note(note)
    }
}
