//! The stored form of the values within events.

use super::with::{maybe_moment, milliseconds, moment, text};
use crate::domain::{
    CallNumber, Class, ClockShift, DeskNumber, LanguageTag, Reason, Sequence, ServiceCode, SlipOutcome, SlipPrinter,
    Target,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(remote = "DeskNumber", transparent)]
pub(super) struct StoredDesk(u16);

#[derive(Serialize, Deserialize)]
#[serde(remote = "CallNumber", transparent)]
pub(super) struct StoredCall(u64);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Sequence", transparent)]
pub(super) struct StoredSequence(u64);

#[derive(Serialize, Deserialize)]
#[serde(remote = "ClockShift", deny_unknown_fields)]
pub(super) struct StoredClockShift {
    #[serde(with = "milliseconds")]
    by: SignedDuration,
    #[serde(with = "maybe_moment", default, skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Class", rename_all = "kebab-case")]
pub(super) enum StoredClass {
    Standard,
    Priority,
    Urgent,
    Appointment(#[serde(with = "moment")] Timestamp),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Target", rename_all = "kebab-case")]
pub(super) enum StoredTarget {
    Service(#[serde(with = "text")] ServiceCode),
    Desk(#[serde(with = "StoredDesk")] DeskNumber),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "SlipPrinter", rename_all = "kebab-case")]
pub(super) enum StoredSlipPrinter {
    Glass,
    Site,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "SlipOutcome", rename_all = "kebab-case")]
pub(super) enum StoredSlipOutcome {
    Printed,
    Unknown,
    Failed,
    Torn,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Reason", rename_all = "kebab-case")]
pub(super) enum StoredReason {
    LongestWaiting {
        minutes: u32,
    },
    Waited {
        minutes: u32,
    },
    SpeaksLanguage {
        #[serde(with = "text")]
        language: LanguageTag,
    },
    NeedsInterpreter {
        #[serde(with = "text")]
        language: LanguageTag,
    },
    GoesFirst {
        #[serde(with = "StoredClass")]
        class: Class,
    },
    Chosen,
    Resumed,
    HandedOn,
    LaterStep {
        step: u16,
    },
}

/// A list of reasons.
pub(super) mod reasons {
    use crate::domain::Reason;
    use crate::journal::format::parts::StoredReason;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct OneReason(#[serde(with = "StoredReason")] Reason);

    pub fn serialize<S: Serializer>(reasons: &[Reason], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(reasons.iter().cloned().map(OneReason))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Reason>, D::Error> {
        Ok(Vec::<OneReason>::deserialize(input)?.into_iter().map(|OneReason(reason)| reason).collect())
    }
}
