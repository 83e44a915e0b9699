//! The request for a number: what the hub is asked, and why it may fail.

use crate::domain::{AppointmentCode, IdempotencyKey, LanguageTag, NeedCode, Refusal};
use crate::hub::HubError;

/// The needs selected for one number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Leaves of the menu, each once.
    pub needs: Vec<NeedCode>,
    /// Whether the visitor asked for priority. No reason is asked for.
    pub is_priority: bool,
}

/// The purpose of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Needs chosen from the menu.
    Needs(Selection),
    /// An appointment, named by its code.
    Appointment(AppointmentCode),
}

/// A request for a number. Sent again it keeps its key, so that the hub issues one ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueRequest {
    /// The purpose of the visit.
    pub errand: Errand,
    /// The visitor's language when the request was first sent.
    pub language: LanguageTag,
    /// One for each confirmation.
    pub key: IdempotencyKey,
}

/// Why the request for a number failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueError {
    /// The hub does not answer.
    Away,
    /// The ticket could not be written to disk.
    NotSaved,
    /// The hub has too many requests.
    Busy,
    /// The rules of the queue refuse it.
    Refused(Refusal),
}

impl From<HubError> for IssueError {
    fn from(error: HubError) -> IssueError {
        match error {
            HubError::Refused(refusal) => IssueError::Refused(refusal),
            HubError::NotSaved => IssueError::NotSaved,
            HubError::Busy => IssueError::Busy,
            HubError::Away => IssueError::Away,
        }
    }
}

impl IssueRequest {
    /// The needs requested; none for an appointment.
    pub fn needs(&self) -> &[NeedCode] {
        match &self.errand {
            Errand::Needs(selection) => &selection.needs,
            Errand::Appointment(_) => &[],
        }
    }
}

impl Selection {
    /// A copy that holds this need too.
    pub fn with(&self, need: &NeedCode) -> Selection {
        let mut selection = self.clone();
        if !selection.needs.contains(need) {
            selection.needs.push(need.clone());
        }
        selection
    }
}
