//! The stored form of an outcome: the answer that belongs to an idempotency key.

use super::parts::{StoredCall, StoredDesk};
use super::with::text;
use crate::domain::command::Outcome;
use crate::domain::{AppointmentCode, CallNumber, DeskNumber, TicketNumber};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(remote = "Outcome", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredOutcome {
    Issued(#[serde(with = "text")] TicketNumber),
    Called {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredCall")]
        call: CallNumber,
    },
    QueueEmpty,
    Changed(#[serde(with = "text")] TicketNumber),
    Done,
    Booked(#[serde(with = "text")] AppointmentCode),
}
