//! The stored form of each event.
//!
//! The stored form of every event is defined here only; the event itself is in `domain/event.rs`. What is on disk stays
//! readable: a new field needs a default, and a field keeps its name.

use super::parts::{
    StoredCall, StoredClass, StoredClockShift, StoredDesk, StoredSequence, StoredSlipOutcome, StoredSlipPrinter,
    StoredTarget, reasons,
};
use super::promise::{self, shared as shared_promise};
use super::ticket;
use super::with::{counts, maybe_desk, maybe_sequence, maybe_text, moment, text, texts};
use crate::domain::{
    AppointmentCode, CallNumber, Class, ClockShift, DeskNumber, Event, LanguageTag, Letter, NeedCode, Promise, Reason,
    Sequence, ServiceCode, SlipOutcome, SlipPrinter, Target, Ticket, TicketNumber, Token, TransferReason,
    UrgencyReason,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
#[serde(remote = "Event", tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredEvent {
    DayOpened {
        #[serde(with = "text")]
        date: Date,
        #[serde(with = "StoredCall")]
        last_call: CallNumber,
        #[serde(with = "counts", default, skip_serializing_if = "Vec::is_empty")]
        numbers: Vec<(Letter, u32)>,
        #[serde(with = "counts", default, skip_serializing_if = "Vec::is_empty")]
        earlier: Vec<(Letter, u32)>,
        #[serde(with = "text")]
        anchor: Date,
    },
    DayClosed,
    DayRedated {
        #[serde(with = "text")]
        date: Date,
    },
    ClockSet(#[serde(with = "StoredClockShift")] ClockShift),
    EntriesLost {
        entries: u64,
        #[serde(with = "counts", default, skip_serializing_if = "Vec::is_empty")]
        numbers: Vec<(Letter, u32)>,
    },
    Booked {
        #[serde(with = "text")]
        code: AppointmentCode,
        #[serde(with = "text")]
        service: ServiceCode,
        #[serde(with = "moment")]
        at: Timestamp,
    },
    Unbooked {
        #[serde(with = "text")]
        code: AppointmentCode,
    },
    DeskOpened {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "texts")]
        languages: Vec<LanguageTag>,
        #[serde(with = "texts")]
        services: Vec<ServiceCode>,
        #[serde(with = "texts", default, skip_serializing_if = "Vec::is_empty")]
        offered: Vec<ServiceCode>,
    },
    DeskPaused {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
    },
    DeskClosed {
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
    },
    Issued {
        #[serde(rename = "ticket", with = "text")]
        number: TicketNumber,
        #[serde(with = "text")]
        token: Token,
        #[serde(with = "texts")]
        needs: Vec<NeedCode>,
        #[serde(with = "texts")]
        steps: Vec<ServiceCode>,
        #[serde(with = "text")]
        language: LanguageTag,
        #[serde(with = "StoredClass", default = "standard", skip_serializing_if = "is_standard")]
        class: Class,
        #[serde(with = "maybe_text", default, skip_serializing_if = "Option::is_none")]
        appointment: Option<AppointmentCode>,
        // The last field: it is read apart, see `EventReader`.
        #[serde(with = "shared_promise", default, skip_serializing_if = "Option::is_none")]
        promise: Option<Arc<Promise>>,
    },
    ClassSet {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredClass")]
        class: Class,
        #[serde(with = "maybe_text")]
        reason: Option<UrgencyReason>,
    },
    SlipReported {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredSlipOutcome")]
        outcome: SlipOutcome,
    },
    Called {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "StoredCall")]
        call: CallNumber,
        #[serde(with = "reasons")]
        why: Vec<Reason>,
        #[serde(rename = "quiet", default, skip_serializing_if = "is_false")]
        is_quiet: bool,
        #[serde(with = "maybe_text", default, skip_serializing_if = "Option::is_none")]
        finished: Option<TicketNumber>,
    },
    Recalled {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "StoredCall")]
        call: CallNumber,
    },
    Started {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
    },
    MarkedNoShow {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
    },
    TakenBack {
        #[serde(with = "text")]
        ticket: TicketNumber,
        // Before this field existed, every no-show kept its age.
        #[serde(default = "yes", skip_serializing_if = "is_true")]
        keeps_age: bool,
        #[serde(with = "maybe_desk", default, skip_serializing_if = "Option::is_none")]
        desk: Option<DeskNumber>,
    },
    Finished {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        // Older journals have no walking time: 1970 means that the next call may come at once.
        #[serde(with = "moment", default)]
        next_from: Timestamp,
    },
    Parked {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
    },
    Transferred {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
        #[serde(with = "StoredTarget")]
        to: Target,
        #[serde(with = "text")]
        reason: TransferReason,
        #[serde(with = "moment")]
        next_from: Timestamp,
        #[serde(with = "promise", default, skip_serializing_if = "Option::is_none")]
        promise: Option<Promise>,
    },
    StepAdded {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "text")]
        service: ServiceCode,
        #[serde(with = "promise", default, skip_serializing_if = "Option::is_none")]
        promise: Option<Promise>,
    },
    StepDropped {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "text")]
        service: ServiceCode,
        #[serde(with = "StoredDesk")]
        desk: DeskNumber,
    },
    StepsOrdered {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "texts")]
        services: Vec<ServiceCode>,
    },
    Withdrawn {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "maybe_desk", default, skip_serializing_if = "Option::is_none")]
        desk: Option<DeskNumber>,
    },
    Undone {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "maybe_desk", default, skip_serializing_if = "Option::is_none")]
        desk: Option<DeskNumber>,
        #[serde(with = "maybe_sequence", default, skip_serializing_if = "Option::is_none")]
        act: Option<Sequence>,
    },
    CarriedOver {
        #[serde(with = "ticket")]
        ticket: Arc<Ticket>,
    },
    CopyRequested {
        #[serde(with = "text")]
        ticket: TicketNumber,
    },
    CopyReported {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredSequence")]
        request: Sequence,
        #[serde(with = "StoredSlipOutcome")]
        outcome: SlipOutcome,
    },
    SlipRequested {
        #[serde(with = "text")]
        ticket: TicketNumber,
        #[serde(with = "StoredSlipPrinter")]
        printer: SlipPrinter,
    },
}

/// Older journals know no class.
fn standard() -> Class {
    Class::Standard
}

fn is_standard(class: &Class) -> bool {
    *class == Class::Standard
}

fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_true(flag: &bool) -> bool {
    *flag
}

fn yes() -> bool {
    true
}
