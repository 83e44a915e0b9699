//! Why a need can't be served now, and when it can again: closed, full and not here today are three things.

use super::code::InstitutionCode;
use super::refusal::Refusal;
use jiff::civil::DateTime;

/// Why a need can't be served now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    pub kind: AbsenceKind,
    /// The institution that is not here, or that has no time left; `None` when the house is closed.
    pub institution: Option<InstitutionCode>,
    /// When to come again, in the site's own time; `None` when it is unknown.
    pub back: Option<DateTime>,
}

/// The reasons, those that end first before others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceKind {
    /// The institution has hours today, and is not here now.
    ClosedNow,
    /// The waiting tickets take all of its time today.
    Full,
    /// The institution has no hours today.
    NotToday,
    /// The doors are closed.
    HouseClosed,
    /// The need can't be had at all.
    Unknown,
}

impl From<Refusal> for Absence {
    /// Refusals for other reasons have no known end.
    fn from(refusal: Refusal) -> Absence {
        let (kind, institution, back) = match refusal {
            Refusal::HouseClosed { opens } => (AbsenceKind::HouseClosed, None, opens),
            Refusal::InstitutionAway { institution, back } => (AbsenceKind::ClosedNow, Some(institution), back),
            Refusal::NotHereToday { institution, back } => (AbsenceKind::NotToday, Some(institution), back),
            Refusal::TodayIsFull { institution, back } => (AbsenceKind::Full, Some(institution), back),
            _ => (AbsenceKind::Unknown, None, None),
        };
        Absence { kind, institution, back }
    }
}
