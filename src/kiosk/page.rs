//! Where a visitor is on the glass: one value for each kind of screen, with what belongs to it.

use crate::domain::{IdempotencyKey, LanguageTag, NeedCode, Refusal, SlipOutcome, Ticket};
use crate::hub::HubError;
use std::sync::Arc;
use std::time::Duration;

/// Where a visitor is. Durations count from the session's first moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// Choosing a language: the start, or in between.
    Languages {
        /// Where to go on after the choice; `None` at the start.
        back_to: Option<Box<Page>>,
    },
    /// The first level of the menu.
    Needs,
    /// The second level.
    Leaves {
        /// Below this need.
        need: NeedCode,
    },
    /// Shown where a need leads, before a number is taken.
    Confirm {
        /// The leaf.
        need: NeedCode,
        /// What was already asked of the hub for it, when the visitor came back from trouble.
        asked: Option<Asked>,
    },
    /// A need for which nobody takes a number.
    Person {
        /// The leaf.
        need: NeedCode,
    },
    /// The institution's people are not in the building.
    Closed {
        /// The leaf.
        need: NeedCode,
    },
    /// The hub is asked for a number.
    Issuing {
        /// What it is asked.
        asked: Asked,
        /// Since when.
        since: Duration,
    },
    /// There is no number, and what to do about it.
    Trouble {
        /// What was asked.
        asked: Asked,
        /// Why it went wrong.
        why: Trouble,
    },
    /// The number.
    Number {
        /// Whose.
        ticket: Arc<Ticket>,
        /// How far its slip is.
        slip: SlipProgress,
        /// Since when.
        since: Duration,
    },
}

/// What is asked of the hub. Asked again, it is the same thing: the key says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The leaf.
    pub need: NeedCode,
    /// The visitor's language when it was asked first.
    pub language: LanguageTag,
    /// One for each confirmation.
    pub key: IdempotencyKey,
}

/// Why there is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The hub does not answer.
    Away,
    /// The number could not be written to disk.
    NotSaved,
    /// Too many ask at once.
    Busy,
    /// It can't be done.
    Refused(Refusal),
}

impl From<HubError> for Trouble {
    fn from(error: HubError) -> Trouble {
        match error {
            HubError::Refused(refusal) => Trouble::Refused(refusal),
            HubError::NotSaved => Trouble::NotSaved,
            HubError::Busy => Trouble::Busy,
            HubError::Away => Trouble::Away,
        }
    }
}

/// How far a slip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipProgress {
    /// On its way to the printer.
    Printing,
    /// What the printer told.
    Done(SlipOutcome),
}

impl Page {
    /// The start, where nobody has touched anything.
    pub const START: Page = Page::Languages { back_to: None };

    /// The page that a visitor reads, or will read after choosing another language.
    pub fn underneath(&mut self) -> &mut Page {
        match self {
            Page::Languages { back_to: Some(page) } => page.underneath(),
            page => page,
        }
    }

    /// What this page has asked of the hub.
    pub fn asked(&self) -> Option<&Asked> {
        match self {
            Page::Issuing { asked, .. } | Page::Trouble { asked, .. } => Some(asked),
            Page::Confirm { asked, .. } => asked.as_ref(),
            _ => None,
        }
    }

    /// The need this page is about.
    pub fn need(&self) -> Option<&NeedCode> {
        match self {
            Page::Leaves { need } | Page::Confirm { need, .. } | Page::Person { need } | Page::Closed { need } => {
                Some(need)
            }
            Page::Issuing { asked, .. } | Page::Trouble { asked, .. } => Some(&asked.need),
            Page::Number { ticket, .. } => ticket.needs.first(),
            Page::Languages { .. } | Page::Needs => None,
        }
    }
}
