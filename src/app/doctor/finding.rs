//! One line of the doctor: how bad it is, what was looked at, what was found, and the remedy.

use std::fmt;

/// What was found of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub level: FindingLevel,
    pub what: &'static str,
    /// With the remedy, unless it is sound.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FindingLevel {
    Sound,
    /// It works; a person should look at it.
    Look,
    Broken,
}

impl Finding {
    pub fn sound(what: &'static str, words: impl Into<String>) -> Finding {
        Finding { level: FindingLevel::Sound, what, words: words.into() }
    }

    pub fn look(what: &'static str, words: impl Into<String>) -> Finding {
        Finding { level: FindingLevel::Look, what, words: words.into() }
    }

    pub fn broken(what: &'static str, words: impl Into<String>) -> Finding {
        Finding { level: FindingLevel::Broken, what, words: words.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            FindingLevel::Sound => "ok",
            FindingLevel::Look => "look",
            FindingLevel::Broken => "broken",
        };
        // An error message may have several lines.
        write!(out, "{level:<7} {:<11} {}", self.what, self.words.replace('\n', "; "))
    }
}
