//! How an event is written down: JSON with a `kind`. The core's own types are not serializable on purpose, so that they can
//! change without changing what is on disk.

mod parts;

use crate::domain::code::CodeError;
use crate::domain::{
    CallNumber, DeskNumber, Event, LanguageTag, NeedCode, ServiceCode, TicketNumber, Token, TransferReason,
    UrgencyReason,
};
use parts::{WrittenClass, WrittenOutcome, WrittenReason, WrittenTarget, unknown};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An event's kind, for the index, and its text.
pub(super) fn write(event: &Event) -> (&'static str, String) {
    let written = Written::from(event);
    let kind = written.kind();
    // A struct of strings and numbers always becomes JSON; an empty text would be told as damage when read.
    (kind, serde_json::to_string(&written).unwrap_or_default())
}

/// Reads what [`write`] has written; else says what is wrong.
pub(super) fn read(text: &str) -> Result<Event, String> {
    let written: Written = serde_json::from_str(text).map_err(|error| error.to_string())?;
    written.event()
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum Written {
    DayOpened {
        date: String,
        last_call: u64,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        earlier: BTreeMap<char, u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        anchor: Option<String>,
    },
    DayClosed,
    DayRedated {
        date: String,
    },
    Booked {
        code: String,
        service: String,
        at: i64,
    },
    Unbooked {
        code: String,
    },
    DeskOpened {
        desk: u16,
        languages: Vec<String>,
        services: Vec<String>,
    },
    DeskPaused {
        desk: u16,
    },
    DeskClosed {
        desk: u16,
    },
    Issued {
        ticket: String,
        token: String,
        needs: Vec<String>,
        steps: Vec<String>,
        language: String,
        #[serde(default, skip_serializing_if = "WrittenClass::is_standard")]
        class: WrittenClass,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<String>,
    },
    ClassSet {
        ticket: String,
        class: WrittenClass,
        reason: Option<String>,
    },
    SlipReported {
        ticket: String,
        outcome: WrittenOutcome,
    },
    Called {
        ticket: String,
        desk: u16,
        call: u64,
        why: Vec<WrittenReason>,
        #[serde(default, skip_serializing_if = "is_false")]
        quiet: bool,
    },
    Recalled {
        ticket: String,
        desk: u16,
        call: u64,
    },
    Started {
        ticket: String,
        desk: u16,
    },
    MarkedNoShow {
        ticket: String,
        desk: u16,
    },
    TakenBack {
        ticket: String,
        #[serde(default = "yes", skip_serializing_if = "is_true")]
        keeps_age: bool,
    },
    Finished {
        ticket: String,
        desk: u16,
        #[serde(default)]
        next_from: i64,
    },
    Parked {
        ticket: String,
        desk: u16,
    },
    Transferred {
        ticket: String,
        desk: u16,
        to: WrittenTarget,
        reason: String,
        next_from: i64,
    },
    StepAdded {
        ticket: String,
        service: String,
    },
    StepDropped {
        ticket: String,
        service: String,
        desk: u16,
    },
    StepsOrdered {
        ticket: String,
        services: Vec<String>,
    },
    Withdrawn {
        ticket: String,
    },
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

impl Written {
    fn kind(&self) -> &'static str {
        match self {
            Written::DayOpened { .. } => "day-opened",
            Written::DayClosed => "day-closed",
            Written::DayRedated { .. } => "day-redated",
            Written::Booked { .. } => "booked",
            Written::Unbooked { .. } => "unbooked",
            Written::ClassSet { .. } => "class-set",
            Written::Parked { .. } => "parked",
            Written::Transferred { .. } => "transferred",
            Written::StepAdded { .. } => "step-added",
            Written::StepDropped { .. } => "step-dropped",
            Written::StepsOrdered { .. } => "steps-ordered",
            Written::DeskOpened { .. } => "desk-opened",
            Written::DeskPaused { .. } => "desk-paused",
            Written::DeskClosed { .. } => "desk-closed",
            Written::Issued { .. } => "issued",
            Written::SlipReported { .. } => "slip-reported",
            Written::Called { .. } => "called",
            Written::Recalled { .. } => "recalled",
            Written::Started { .. } => "started",
            Written::MarkedNoShow { .. } => "marked-no-show",
            Written::TakenBack { .. } => "taken-back",
            Written::Finished { .. } => "finished",
            Written::Withdrawn { .. } => "withdrawn",
        }
    }

    fn from(event: &Event) -> Written {
        match event {
            Event::DayOpened { date, last_call, earlier, anchor } => Written::DayOpened {
                date: date.to_string(),
                last_call: last_call.0,
                earlier: earlier.iter().map(|(letter, count)| (letter.as_char(), *count)).collect(),
                anchor: (anchor != date).then(|| anchor.to_string()),
            },
            Event::DayClosed => Written::DayClosed,
            Event::DayRedated { date } => Written::DayRedated { date: date.to_string() },
            Event::Booked { code, service, at } => {
                Written::Booked { code: code.to_string(), service: service.to_string(), at: at.as_millisecond() }
            }
            Event::Unbooked { code } => Written::Unbooked { code: code.to_string() },
            Event::DeskOpened { desk, languages, services } => {
                Written::DeskOpened { desk: desk.0, languages: texts(languages), services: texts(services) }
            }
            Event::DeskPaused { desk } => Written::DeskPaused { desk: desk.0 },
            Event::DeskClosed { desk } => Written::DeskClosed { desk: desk.0 },
            Event::Issued { number, token, needs, steps, language, class, appointment } => Written::Issued {
                ticket: number.to_string(),
                token: token.to_string(),
                needs: texts(needs),
                steps: texts(steps),
                language: language.to_string(),
                class: WrittenClass::from(*class),
                appointment: appointment.map(|code| code.to_string()),
            },
            Event::ClassSet { ticket, class, reason } => Written::ClassSet {
                ticket: ticket.to_string(),
                class: WrittenClass::from(*class),
                reason: reason.map(|reason| reason.code().to_owned()),
            },
            Event::SlipReported { ticket, outcome } => {
                Written::SlipReported { ticket: ticket.to_string(), outcome: WrittenOutcome::from(*outcome) }
            }
            Event::Called { ticket, desk, call, why, is_quiet } => {
                let why = why.iter().map(WrittenReason::from).collect();
                Written::Called { ticket: ticket.to_string(), desk: desk.0, call: call.0, why, quiet: *is_quiet }
            }
            Event::Recalled { ticket, desk, call } => {
                Written::Recalled { ticket: ticket.to_string(), desk: desk.0, call: call.0 }
            }
            Event::Started { ticket, desk } => Written::Started { ticket: ticket.to_string(), desk: desk.0 },
            Event::MarkedNoShow { ticket, desk } => Written::MarkedNoShow { ticket: ticket.to_string(), desk: desk.0 },
            Event::TakenBack { ticket, keeps_age } => {
                Written::TakenBack { ticket: ticket.to_string(), keeps_age: *keeps_age }
            }
            Event::Finished { ticket, desk, next_from } => {
                Written::Finished { ticket: ticket.to_string(), desk: desk.0, next_from: next_from.as_millisecond() }
            }
            Event::Parked { ticket, desk } => Written::Parked { ticket: ticket.to_string(), desk: desk.0 },
            Event::Transferred { ticket, desk, to, reason, next_from } => Written::Transferred {
                ticket: ticket.to_string(),
                desk: desk.0,
                to: WrittenTarget::from(to),
                reason: reason.code().to_owned(),
                next_from: next_from.as_millisecond(),
            },
            Event::StepAdded { ticket, service } => {
                Written::StepAdded { ticket: ticket.to_string(), service: service.to_string() }
            }
            Event::StepDropped { ticket, service, desk } => {
                Written::StepDropped { ticket: ticket.to_string(), service: service.to_string(), desk: desk.0 }
            }
            Event::StepsOrdered { ticket, services } => {
                Written::StepsOrdered { ticket: ticket.to_string(), services: texts(services) }
            }
            Event::Withdrawn { ticket } => Written::Withdrawn { ticket: ticket.to_string() },
        }
    }

    fn event(self) -> Result<Event, String> {
        Ok(match self {
            Written::DayOpened { date, last_call, earlier, anchor } => Event::DayOpened {
                anchor: parts::date(anchor.as_ref().unwrap_or(&date))?,
                date: parts::date(&date)?,
                last_call: CallNumber(last_call),
                earlier: earlier
                    .iter()
                    .map(|(sign, count)| Ok((parts::letter(*sign)?, *count)))
                    .collect::<Result<_, String>>()?,
            },
            Written::DayClosed => Event::DayClosed,
            Written::DayRedated { date } => Event::DayRedated { date: parts::date(&date)? },
            Written::Booked { code, service, at } => Event::Booked {
                code: parts::appointment(&code)?,
                service: parts::service(&service)?,
                at: parts::moment(at)?,
            },
            Written::Unbooked { code } => Event::Unbooked { code: parts::appointment(&code)? },
            Written::DeskOpened { desk, languages, services } => Event::DeskOpened {
                desk: DeskNumber(desk),
                languages: codes(&languages, LanguageTag::parse)?,
                services: codes(&services, ServiceCode::parse)?,
            },
            Written::DeskPaused { desk } => Event::DeskPaused { desk: DeskNumber(desk) },
            Written::DeskClosed { desk } => Event::DeskClosed { desk: DeskNumber(desk) },
            Written::Issued { ticket, token, needs, steps, language, class, appointment } => Event::Issued {
                number: number(&ticket)?,
                token: Token::parse(&token).ok_or("a token can't be read")?,
                needs: codes(&needs, NeedCode::parse)?,
                steps: codes(&steps, ServiceCode::parse)?,
                language: parts::language(&language)?,
                class: class.class()?,
                appointment: appointment.map(|code| parts::appointment(&code)).transpose()?,
            },
            Written::ClassSet { ticket, class, reason } => Event::ClassSet {
                ticket: number(&ticket)?,
                class: class.class()?,
                reason: reason.map(|code| UrgencyReason::parse(&code).ok_or_else(|| unknown(&code))).transpose()?,
            },
            Written::SlipReported { ticket, outcome } => {
                Event::SlipReported { ticket: number(&ticket)?, outcome: outcome.outcome() }
            }
            Written::Called { ticket, desk, call, why, quiet } => Event::Called {
                ticket: number(&ticket)?,
                desk: DeskNumber(desk),
                call: CallNumber(call),
                why: why.into_iter().map(WrittenReason::reason).collect::<Result<_, _>>()?,
                is_quiet: quiet,
            },
            Written::Recalled { ticket, desk, call } => {
                Event::Recalled { ticket: number(&ticket)?, desk: DeskNumber(desk), call: CallNumber(call) }
            }
            Written::Started { ticket, desk } => Event::Started { ticket: number(&ticket)?, desk: DeskNumber(desk) },
            Written::MarkedNoShow { ticket, desk } => {
                Event::MarkedNoShow { ticket: number(&ticket)?, desk: DeskNumber(desk) }
            }
            Written::TakenBack { ticket, keeps_age } => Event::TakenBack { ticket: number(&ticket)?, keeps_age },
            Written::Finished { ticket, desk, next_from } => {
                let (ticket, desk, next_from) = (number(&ticket)?, DeskNumber(desk), parts::moment(next_from)?);
                Event::Finished { ticket, desk, next_from }
            }
            Written::Parked { ticket, desk } => Event::Parked { ticket: number(&ticket)?, desk: DeskNumber(desk) },
            Written::Transferred { ticket, desk, to, reason, next_from } => Event::Transferred {
                ticket: number(&ticket)?,
                desk: DeskNumber(desk),
                to: to.target()?,
                reason: TransferReason::parse(&reason).ok_or_else(|| unknown(&reason))?,
                next_from: parts::moment(next_from)?,
            },
            Written::StepAdded { ticket, service } => {
                Event::StepAdded { ticket: number(&ticket)?, service: parts::service(&service)? }
            }
            Written::StepDropped { ticket, service, desk } => {
                let (ticket, service) = (number(&ticket)?, parts::service(&service)?);
                Event::StepDropped { ticket, service, desk: DeskNumber(desk) }
            }
            Written::StepsOrdered { ticket, services } => {
                Event::StepsOrdered { ticket: number(&ticket)?, services: codes(&services, ServiceCode::parse)? }
            }
            Written::Withdrawn { ticket } => Event::Withdrawn { ticket: number(&ticket)? },
        })
    }
}

fn texts<Code: ToString>(codes: &[Code]) -> Vec<String> {
    codes.iter().map(Code::to_string).collect()
}

fn codes<Code>(texts: &[String], parse: impl Fn(&str) -> Result<Code, CodeError>) -> Result<Vec<Code>, String> {
    texts.iter().map(|text| parse(text).map_err(|error| format!("{text:?} {error}"))).collect()
}

fn number(text: &str) -> Result<TicketNumber, String> {
    TicketNumber::parse(text).ok_or_else(|| format!("{text:?} is no ticket number"))
}
