//! How events and outcomes are stored: as JSON with a `kind`. The core's own types do not know of it, so that they can change
//! without changing what is on disk.
//!
//! How it works: serde's remote derive fills the core's types from the descriptions in `event.rs` and `parts.rs`, in both
//! directions. An event, or a field, that has no description does not compile.

mod event;
mod outcome;
mod parts;
mod promise;
mod reader;
mod ticket;
mod with;

use crate::domain::Event;
use crate::domain::command::Outcome;
use event::StoredEvent;
use outcome::StoredOutcome;
pub(super) use reader::EventReader;
use serde::{Deserialize, Serialize, Serializer};

#[derive(Deserialize)]
#[serde(transparent)]
struct EventText(#[serde(with = "StoredEvent")] Event);

struct EventToWrite<'a>(&'a Event);

impl Serialize for EventToWrite<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        StoredEvent::serialize(self.0, out)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct OutcomeText(#[serde(with = "StoredOutcome")] Outcome);

/// Writes an event.
pub(super) fn write(event: &Event) -> String {
    // Strings and numbers always become JSON; an empty text would be reported as damage when it is read.
    serde_json::to_string(&EventToWrite(event)).unwrap_or_default()
}

/// Reads what [`write()`] has written; else says what is wrong.
pub(super) fn read(text: &str) -> Result<Event, String> {
    serde_json::from_str(text).map(|EventText(event)| event).map_err(|error| error.to_string())
}

pub(super) fn write_outcome(outcome: Outcome) -> String {
    serde_json::to_string(&OutcomeText(outcome)).unwrap_or_default()
}

/// Reads what [`write_outcome`] has written; else says what is wrong.
pub(super) fn read_outcome(text: &str) -> Result<Outcome, String> {
    serde_json::from_str(text).map(|OutcomeText(outcome)| outcome).map_err(|error| error.to_string())
}
