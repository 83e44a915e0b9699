//! Where a visitor is on the glass: one value for each kind of screen, with what belongs to it.

use crate::domain::tally::taps::Topic;
use crate::domain::{
    AppointmentCode, IdempotencyKey, LanguageTag, NeedCode, Refusal, SlipOutcome, Ticket, TicketNumber,
};
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
        /// What the number would be for.
        wish: Wish,
        /// What was already asked of the hub for it, when the visitor came back from trouble.
        asked: Option<Asked>,
    },
    /// A need for which nobody takes a number.
    Person {
        /// The leaf.
        need: NeedCode,
    },
    /// The institution's people are not in the building, or have no time left today.
    Closed {
        /// The leaf.
        need: NeedCode,
        /// Which paper says so, and how far it is; `None` before anybody asked for it.
        note: Option<(u64, SlipProgress)>,
    },
    /// Typing the code of an appointment.
    Appointment {
        /// The signs so far, at most [`AppointmentCode::LENGTH`].
        signs: String,
        /// What was already asked of the hub for them.
        asked: Option<Asked>,
        /// Why the hub did not take them.
        why: Option<Refusal>,
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
    Number(Shown),
    /// Asked whether to give the number up.
    Leaving {
        /// The number, to which "no" leads back.
        number: Shown,
        /// Whether the hub was told.
        is_sent: bool,
    },
    /// The number was given up.
    Left {
        /// Which one.
        number: TicketNumber,
    },
    /// Asked what may be counted, once the number was seen.
    Counting {
        /// The topics to come, the one that is asked now first; never empty.
        topics: Vec<Topic>,
    },
}

/// A number on the glass.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Whose.
    pub ticket: Arc<Ticket>,
    /// How far its slip is.
    pub slip: SlipProgress,
    /// Since when.
    pub since: Duration,
}

/// What a number would be for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// The chosen leaves, each once.
    pub needs: Vec<NeedCode>,
    /// Whether priority was asked for. Nobody asks why.
    pub is_priority: bool,
}

/// What a visitor has come with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Needs.
    Needs(Wish),
    /// An appointment.
    Appointment(AppointmentCode),
}

/// What is asked of the hub. Asked again, it is the same thing: the key says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What for.
    pub errand: Errand,
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
            Page::Confirm { asked, .. } | Page::Appointment { asked, .. } => asked.as_ref(),
            _ => None,
        }
    }

    /// The number that this page is about.
    pub fn shown(&mut self) -> Option<&mut Shown> {
        match self {
            Page::Number(shown) | Page::Leaving { number: shown, .. } => Some(shown),
            _ => None,
        }
    }

    /// The needs this page is about.
    pub fn needs(&self) -> &[NeedCode] {
        match self {
            Page::Leaves { need } | Page::Person { need } | Page::Closed { need, .. } => std::slice::from_ref(need),
            Page::Confirm { wish, .. } => &wish.needs,
            Page::Issuing { asked, .. } | Page::Trouble { asked, .. } => asked.needs(),
            _ => &[],
        }
    }
}

impl Asked {
    /// The needs it is about; none for an appointment.
    pub fn needs(&self) -> &[NeedCode] {
        match &self.errand {
            Errand::Needs(wish) => &wish.needs,
            Errand::Appointment(_) => &[],
        }
    }
}

impl Wish {
    /// The same with one need more; the same, when it is there already.
    pub fn and(&self, need: &NeedCode) -> Wish {
        let mut wish = self.clone();
        if !wish.needs.contains(need) {
            wish.needs.push(need.clone());
        }
        wish
    }
}
