//! What is said where no number can be had or no desk is open: closed, full and not here today have words of their own.

use super::translator::Translator;
use crate::domain::{Absence, AbsenceKind, Attendance};

impl Translator<'_> {
    /// Why a need can't be served now, as a heading.
    pub fn absence(&self, kind: AbsenceKind) -> String {
        self.message(match kind {
            AbsenceKind::Full => "kiosk-full-title",
            AbsenceKind::NotToday => "kiosk-away-title",
            AbsenceKind::HouseClosed => "kiosk-house-closed",
            AbsenceKind::ClosedNow | AbsenceKind::Unknown => "kiosk-closed-title",
        })
    }

    /// The same in few words; `is_today` tells whether it ends today.
    pub fn absence_in_short(&self, absence: &Absence, is_today: bool) -> String {
        match (absence.kind, absence.back) {
            (AbsenceKind::Full, _) => self.message("kiosk-full-now"),
            (_, Some(back)) if is_today => {
                self.message_with("kiosk-opens-at", &[("time", self.hour(back.time()).into())])
            }
            (AbsenceKind::NotToday, _) => self.message("kiosk-not-today"),
            _ => self.message("kiosk-closed-now"),
        }
    }

    /// That no desk is open, and when one opens; `None` when one is.
    pub fn attendance(&self, attendance: Attendance) -> Option<String> {
        match attendance {
            Attendance::Open => None,
            Attendance::NotYet => Some(self.message("kiosk-no-desk-open")),
            Attendance::Later { opens } => {
                Some(self.message_with("kiosk-desk-opens", &[("time", self.hour(opens.time()).into())]))
            }
            Attendance::Over => Some(self.message("kiosk-closed-title")),
        }
    }
}
