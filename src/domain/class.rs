//! Classes of tickets that the queue favours within bounds.

use super::rules::{Privilege, Rules};
use jiff::Timestamp;

/// How far the queue favours a ticket. The reason for priority is neither asked nor kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// By age alone.
    Standard,
    /// At the visitor's request: pregnancy, an infant, a disability, age.
    Priority,
    /// Set by staff, with a reason.
    Urgent,
    /// With an appointment at this time.
    Appointment(Timestamp),
}

/// Why the staff made a ticket urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UrgencyReason {
    /// A legal deadline is about to pass.
    Deadline,
    /// The visitor is not well.
    Health,
    /// The visitor is not safe.
    Safety,
    /// Children can't wait any longer.
    Children,
}

impl Class {
    /// The privilege that the site's rules give it; `None` for standard.
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
