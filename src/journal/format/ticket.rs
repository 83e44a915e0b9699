//! The stored form of a ticket that goes over into the next business day.

use super::parts::{StoredCall, StoredClass, StoredDesk, StoredSlipOutcome, reasons};
use super::promise;
use super::with::{maybe_desk, maybe_text, moment, text, texts};
use crate::domain::{
    CallNumber, Class, DeskNumber, LanguageTag, NeedCode, Promise, Reason, ServiceCode, SlipOutcome, Step, StepState,
    Ticket, TicketNumber, TicketState, Token, UrgencyReason,
};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
#[serde(remote = "Ticket", deny_unknown_fields)]
struct StoredTicket {
    #[serde(rename = "ticket", with = "text")]
    number: TicketNumber,
    #[serde(with = "text")]
    token: Token,
    #[serde(with = "texts")]
    needs: Vec<NeedCode>,
    #[serde(with = "steps")]
    steps: Vec<Step>,
    #[serde(with = "text")]
    language: LanguageTag,
    #[serde(with = "shared_promise")]
    promise: Arc<Promise>,
    // Counted anew in the new day.
    #[serde(skip)]
    place: u64,
    #[serde(with = "moment")]
    issued_at: Timestamp,
    #[serde(with = "moment")]
    aged_since: Timestamp,
    #[serde(with = "StoredClass")]
    class: Class,
    #[serde(with = "StoredClass")]
    issued_class: Class,
    #[serde(with = "maybe_text", default, skip_serializing_if = "Option::is_none")]
    urgency: Option<UrgencyReason>,
    #[serde(with = "StoredState")]
    state: TicketState,
    #[serde(with = "reasons", default, skip_serializing_if = "Vec::is_empty")]
    why: Vec<Reason>,
    #[serde(rename = "call_undone", default, skip_serializing_if = "is_false")]
    is_call_undone: bool,
    #[serde(rename = "slip_requested", default, skip_serializing_if = "is_false")]
    is_slip_requested: bool,
    #[serde(with = "maybe_slip", default, skip_serializing_if = "Option::is_none")]
    slip: Option<SlipOutcome>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TicketState", rename_all = "kebab-case")]
enum StoredState {
    Waiting {
        #[serde(with = "moment")]
        since: Timestamp,
        #[serde(with = "maybe_desk", default, skip_serializing_if = "Option::is_none")]
        only: Option<DeskNumber>,
    },
    Called {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "StoredCall")]
        call: CallNumber,
        #[serde(with = "moment")]
        at: Timestamp,
    },
    Serving {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "moment")]
        since: Timestamp,
    },
    Parked {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "moment")]
        at: Timestamp,
    },
    NoShow {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "moment")]
        at: Timestamp,
    },
    Served {
        #[serde(with = "moment")]
        at: Timestamp,
    },
    Withdrawn {
        #[serde(with = "moment")]
        at: Timestamp,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Step")]
struct StoredStep {
    #[serde(with = "text")]
    service: ServiceCode,
    #[serde(with = "StoredStepState")]
    state: StepState,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "StepState", rename_all = "kebab-case")]
enum StoredStepState {
    ToCome,
    Done(#[serde(with = "StoredDesk")] DeskNumber),
    Dropped(#[serde(with = "StoredDesk")] DeskNumber),
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct OneTicket(#[serde(with = "StoredTicket")] Ticket);

pub(super) fn serialize<S: Serializer>(ticket: &Arc<Ticket>, out: S) -> Result<S::Ok, S::Error> {
    StoredTicket::serialize(ticket, out)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Arc<Ticket>, D::Error> {
    OneTicket::deserialize(input).map(|OneTicket(ticket)| Arc::new(ticket))
}

fn is_false(flag: &bool) -> bool {
    !flag
}

mod steps {
    use super::StoredStep;
    use crate::domain::Step;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct OneStep(#[serde(with = "StoredStep")] Step);

    pub(super) fn serialize<S: Serializer>(steps: &[Step], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(steps.iter().cloned().map(OneStep))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Step>, D::Error> {
        Ok(Vec::<OneStep>::deserialize(input)?.into_iter().map(|OneStep(step)| step).collect())
    }
}

mod shared_promise {
    use super::promise;
    use crate::domain::Promise;
    use serde::{Deserializer, Serializer, de::Error};
    use std::sync::Arc;

    pub(super) fn serialize<S: Serializer>(promise: &Promise, out: S) -> Result<S::Ok, S::Error> {
        promise::serialize(&Some(promise.clone()), out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Arc<Promise>, D::Error> {
        let promise = promise::deserialize(input)?;
        promise.map(Arc::new).ok_or_else(|| D::Error::custom("a ticket was promised something"))
    }
}

mod maybe_slip {
    use super::StoredSlipOutcome;
    use crate::domain::SlipOutcome;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct OneOutcome(#[serde(with = "StoredSlipOutcome")] SlipOutcome);

    pub(super) fn serialize<S: Serializer>(slip: &Option<SlipOutcome>, out: S) -> Result<S::Ok, S::Error> {
        slip.map(OneOutcome).serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<SlipOutcome>, D::Error> {
        Ok(Option::<OneOutcome>::deserialize(input)?.map(|OneOutcome(outcome)| outcome))
    }
}
