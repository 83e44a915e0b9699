//! Whom a queue may favour, and within which bounds.

use super::rules::{Privilege, Rules};
use jiff::Timestamp;

/// Whom a queue may favour. Why somebody asked for priority is neither asked nor kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Whoever came first is first.
    Standard,
    /// On request: pregnancy, an infant, a disability, age.
    Priority,
    /// Set by staff, with a reason.
    Urgent,
    /// Somebody with an appointment at this time.
    Appointment(Timestamp),
}

/// Why staff made a ticket urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UrgencyReason {
    /// A legal term runs out.
    Deadline,
    /// The visitor is not well.
    Health,
    /// The visitor is not safe.
    Safety,
    /// Children can't wait any longer.
    Children,
}

impl Class {
    /// What the site's rules grant it; nothing to standard.
    pub fn privilege(self, rules: &Rules) -> Option<Privilege> {
        match self {
            Class::Standard => None,
            Class::Priority => Some(rules.priority),
            Class::Urgent => Some(rules.urgent),
            Class::Appointment(_) => Some(rules.appointment),
        }
    }

    /// Its name in site files, tallies and the API.
    pub fn code(self) -> &'static str {
        match self {
            Class::Standard => "standard",
            Class::Priority => "priority",
            Class::Urgent => "urgent",
            Class::Appointment(_) => "appointment",
        }
    }
}

impl UrgencyReason {
    /// All of them.
    pub const ALL: [UrgencyReason; 4] =
        [UrgencyReason::Deadline, UrgencyReason::Health, UrgencyReason::Safety, UrgencyReason::Children];

    /// Its name in the journal and the API.
    pub fn code(self) -> &'static str {
        match self {
            UrgencyReason::Deadline => "deadline",
            UrgencyReason::Health => "health",
            UrgencyReason::Safety => "safety",
            UrgencyReason::Children => "children",
        }
    }

    /// Reads what [`UrgencyReason::code`] gives.
    pub fn parse(text: &str) -> Option<UrgencyReason> {
        Self::ALL.into_iter().find(|reason| reason.code() == text)
    }
}
