//! What stands within events on disk: classes, reasons, targets, codes.

use crate::domain::{
    AppointmentCode, Class, DeskNumber, LanguageTag, Letter, Reason, ServiceCode, SlipOutcome, Target,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Older journals know no class; then it is standard.
#[derive(Serialize, Deserialize, Default, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenClass {
    #[default]
    Standard,
    Priority,
    Urgent,
    /// At this moment, in milliseconds since 1970.
    Appointment(i64),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenTarget {
    Service(String),
    Desk(u16),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenOutcome {
    Printed,
    Unknown,
    Failed,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenReason {
    LongestWaiting { minutes: u32 },
    Waited { minutes: u32 },
    LaterStep { step: u16 },
    SpeaksLanguage { language: String },
    NeedsInterpreter { language: String },
    GoesFirst { class: WrittenClass },
    Chosen,
    Resumed,
    HandedOn,
}

impl WrittenOutcome {
    pub(super) fn from(outcome: SlipOutcome) -> WrittenOutcome {
        match outcome {
            SlipOutcome::Printed => WrittenOutcome::Printed,
            SlipOutcome::Unknown => WrittenOutcome::Unknown,
            SlipOutcome::Failed => WrittenOutcome::Failed,
        }
    }

    pub(super) fn outcome(self) -> SlipOutcome {
        match self {
            WrittenOutcome::Printed => SlipOutcome::Printed,
            WrittenOutcome::Unknown => SlipOutcome::Unknown,
            WrittenOutcome::Failed => SlipOutcome::Failed,
        }
    }
}

impl WrittenReason {
    pub(super) fn from(reason: &Reason) -> WrittenReason {
        match reason {
            Reason::LongestWaiting { minutes } => WrittenReason::LongestWaiting { minutes: *minutes },
            Reason::Waited { minutes } => WrittenReason::Waited { minutes: *minutes },
            Reason::LaterStep { step } => WrittenReason::LaterStep { step: *step },
            Reason::SpeaksLanguage { language } => WrittenReason::SpeaksLanguage { language: language.to_string() },
            Reason::NeedsInterpreter { language } => WrittenReason::NeedsInterpreter { language: language.to_string() },
            Reason::GoesFirst { class } => WrittenReason::GoesFirst { class: WrittenClass::from(*class) },
            Reason::Chosen => WrittenReason::Chosen,
            Reason::Resumed => WrittenReason::Resumed,
            Reason::HandedOn => WrittenReason::HandedOn,
        }
    }

    pub(super) fn reason(self) -> Result<Reason, String> {
        Ok(match self {
            WrittenReason::LongestWaiting { minutes } => Reason::LongestWaiting { minutes },
            WrittenReason::Waited { minutes } => Reason::Waited { minutes },
            WrittenReason::LaterStep { step } => Reason::LaterStep { step },
            WrittenReason::SpeaksLanguage { language: tag } => Reason::SpeaksLanguage { language: language(&tag)? },
            WrittenReason::NeedsInterpreter { language: tag } => Reason::NeedsInterpreter { language: language(&tag)? },
            WrittenReason::GoesFirst { class } => Reason::GoesFirst { class: class.class()? },
            WrittenReason::Chosen => Reason::Chosen,
            WrittenReason::Resumed => Reason::Resumed,
            WrittenReason::HandedOn => Reason::HandedOn,
        })
    }
}

impl WrittenClass {
    pub(super) fn is_standard(&self) -> bool {
        *self == WrittenClass::Standard
    }

    pub(super) fn from(class: Class) -> WrittenClass {
        match class {
            Class::Standard => WrittenClass::Standard,
            Class::Priority => WrittenClass::Priority,
            Class::Urgent => WrittenClass::Urgent,
            Class::Appointment(at) => WrittenClass::Appointment(at.as_millisecond()),
        }
    }

    pub(super) fn class(self) -> Result<Class, String> {
        Ok(match self {
            WrittenClass::Standard => Class::Standard,
            WrittenClass::Priority => Class::Priority,
            WrittenClass::Urgent => Class::Urgent,
            WrittenClass::Appointment(at) => Class::Appointment(moment(at)?),
        })
    }
}

impl WrittenTarget {
    pub(super) fn from(target: &Target) -> WrittenTarget {
        match target {
            Target::Service(service) => WrittenTarget::Service(service.to_string()),
            Target::Desk(desk) => WrittenTarget::Desk(desk.0),
        }
    }

    pub(super) fn target(self) -> Result<Target, String> {
        Ok(match self {
            WrittenTarget::Service(code) => Target::Service(service(&code)?),
            WrittenTarget::Desk(desk) => Target::Desk(DeskNumber(desk)),
        })
    }
}

pub(super) fn service(text: &str) -> Result<ServiceCode, String> {
    ServiceCode::parse(text).map_err(|error| format!("{text:?} {error}"))
}

pub(super) fn language(text: &str) -> Result<LanguageTag, String> {
    LanguageTag::parse(text).map_err(|error| format!("{text:?} {error}"))
}

pub(super) fn appointment(text: &str) -> Result<AppointmentCode, String> {
    AppointmentCode::parse(text).ok_or_else(|| format!("{text:?} is no appointment's code"))
}

pub(super) fn letter(sign: char) -> Result<Letter, String> {
    Letter::parse(&sign.to_string()).ok_or_else(|| format!("{sign:?} is no letter"))
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error: jiff::Error| error.to_string())
}

pub(super) fn moment(milliseconds: i64) -> Result<Timestamp, String> {
    Timestamp::from_millisecond(milliseconds).map_err(|error| error.to_string())
}

pub(super) fn unknown(code: &str) -> String {
    format!("{code:?} is no reason")
}
