//! That there is no number for a need now, and when there is one again.

use super::code::InstitutionCode;
use super::refusal::Refusal;
use jiff::civil::DateTime;

/// Why there is no number for a need now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who is not here, or has no time left.
    pub institution: Option<InstitutionCode>,
    /// Whether they are here, but busy until they leave.
    pub is_full: bool,
    /// When to come again, in the site's own time; `None` when nobody knows.
    pub back: Option<DateTime>,
}

impl From<Refusal> for Absence {
    /// Of other refusals nobody knows when they end.
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
