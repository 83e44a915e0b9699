//! Why no ticket can be issued for a need now, and when one can again.

use super::code::InstitutionCode;
use super::refusal::Refusal;
use jiff::civil::DateTime;

/// Why no ticket can be issued for a need now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// The institution that is not here, or that has no time left.
    pub institution: Option<InstitutionCode>,
    /// Whether it is here, but the waiting tickets take all of its time today.
    pub is_full: bool,
    /// When to come again, in the site's own time; `None` when it is unknown.
    pub back: Option<DateTime>,
}

impl From<Refusal> for Absence {
    /// Refusals for other reasons have no known end.
    fn from(refusal: Refusal) -> Absence {
        match refusal {
            Refusal::InstitutionAway { institution, back } => {
                Absence { institution: Some(institution), is_full: false, back }
            }
            Refusal::TodayIsFull { institution, back } => {
                Absence { institution: Some(institution), is_full: true, back }
            }
            _ => Absence { institution: None, is_full: false, back: None },
        }
    }
}
