//! How an event is written down: JSON with a `kind`. The core's own types are not serializable on purpose, so that they can
//! change without changing what is on disk.

use crate::domain::code::CodeError;
use crate::domain::{
    CallNumber, DeskNumber, Event, LanguageTag, NeedCode, Reason, ServiceCode, SlipOutcome, TicketNumber, Token,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
    DayOpened { date: String, last_call: u64 },
    DayClosed,
    DeskOpened { desk: u16, languages: Vec<String>, services: Vec<String> },
    DeskPaused { desk: u16 },
    DeskClosed { desk: u16 },
    Issued { ticket: String, token: String, needs: Vec<String>, steps: Vec<String>, language: String },
    SlipReported { ticket: String, outcome: WrittenOutcome },
    Called { ticket: String, desk: u16, call: u64, why: Vec<WrittenReason> },
    Recalled { ticket: String, desk: u16, call: u64 },
    Started { ticket: String, desk: u16 },
    MarkedNoShow { ticket: String, desk: u16 },
    TakenBack { ticket: String },
    Finished { ticket: String, desk: u16 },
    Withdrawn { ticket: String },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenOutcome {
    Printed,
    Unknown,
    Failed,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenReason {
    LongestWaiting { minutes: u32 },
    LaterStep { step: u16 },
}

impl Written {
    fn kind(&self) -> &'static str {
        match self {
            Written::DayOpened { .. } => "day-opened",
            Written::DayClosed => "day-closed",
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
            Event::DayOpened { date, last_call } => {
                Written::DayOpened { date: date.to_string(), last_call: last_call.0 }
            }
            Event::DayClosed => Written::DayClosed,
            Event::DeskOpened { desk, languages, services } => {
                Written::DeskOpened { desk: desk.0, languages: texts(languages), services: texts(services) }
            }
            Event::DeskPaused { desk } => Written::DeskPaused { desk: desk.0 },
            Event::DeskClosed { desk } => Written::DeskClosed { desk: desk.0 },
            Event::Issued { number, token, needs, steps, language } => Written::Issued {
                ticket: number.to_string(),
                token: token.to_string(),
                needs: texts(needs),
                steps: texts(steps),
                language: language.to_string(),
            },
            Event::SlipReported { ticket, outcome } => {
                Written::SlipReported { ticket: ticket.to_string(), outcome: WrittenOutcome::from(*outcome) }
            }
            Event::Called { ticket, desk, call, why } => {
                let why = why.iter().map(WrittenReason::from).collect();
                Written::Called { ticket: ticket.to_string(), desk: desk.0, call: call.0, why }
            }
            Event::Recalled { ticket, desk, call } => {
                Written::Recalled { ticket: ticket.to_string(), desk: desk.0, call: call.0 }
            }
            Event::Started { ticket, desk } => Written::Started { ticket: ticket.to_string(), desk: desk.0 },
            Event::MarkedNoShow { ticket, desk } => Written::MarkedNoShow { ticket: ticket.to_string(), desk: desk.0 },
            Event::TakenBack { ticket } => Written::TakenBack { ticket: ticket.to_string() },
            Event::Finished { ticket, desk } => Written::Finished { ticket: ticket.to_string(), desk: desk.0 },
            Event::Withdrawn { ticket } => Written::Withdrawn { ticket: ticket.to_string() },
        }
    }

    fn event(self) -> Result<Event, String> {
        Ok(match self {
            Written::DayOpened { date, last_call } => Event::DayOpened {
                date: date.parse::<Date>().map_err(|error| error.to_string())?,
                last_call: CallNumber(last_call),
            },
            Written::DayClosed => Event::DayClosed,
            Written::DeskOpened { desk, languages, services } => Event::DeskOpened {
                desk: DeskNumber(desk),
                languages: codes(&languages, LanguageTag::parse)?,
                services: codes(&services, ServiceCode::parse)?,
            },
            Written::DeskPaused { desk } => Event::DeskPaused { desk: DeskNumber(desk) },
            Written::DeskClosed { desk } => Event::DeskClosed { desk: DeskNumber(desk) },
            Written::Issued { ticket, token, needs, steps, language } => Event::Issued {
                number: number(&ticket)?,
                token: Token::parse(&token).ok_or("a token can't be read")?,
                needs: codes(&needs, NeedCode::parse)?,
                steps: codes(&steps, ServiceCode::parse)?,
                language: LanguageTag::parse(&language).map_err(|error| format!("{language:?} {error}"))?,
            },
            Written::SlipReported { ticket, outcome } => {
                Event::SlipReported { ticket: number(&ticket)?, outcome: outcome.outcome() }
            }
            Written::Called { ticket, desk, call, why } => Event::Called {
                ticket: number(&ticket)?,
                desk: DeskNumber(desk),
                call: CallNumber(call),
                why: why.into_iter().map(WrittenReason::reason).collect(),
            },
            Written::Recalled { ticket, desk, call } => {
                Event::Recalled { ticket: number(&ticket)?, desk: DeskNumber(desk), call: CallNumber(call) }
            }
            Written::Started { ticket, desk } => Event::Started { ticket: number(&ticket)?, desk: DeskNumber(desk) },
            Written::MarkedNoShow { ticket, desk } => {
                Event::MarkedNoShow { ticket: number(&ticket)?, desk: DeskNumber(desk) }
            }
            Written::TakenBack { ticket } => Event::TakenBack { ticket: number(&ticket)? },
            Written::Finished { ticket, desk } => Event::Finished { ticket: number(&ticket)?, desk: DeskNumber(desk) },
            Written::Withdrawn { ticket } => Event::Withdrawn { ticket: number(&ticket)? },
        })
    }
}

impl WrittenOutcome {
    fn from(outcome: SlipOutcome) -> WrittenOutcome {
        match outcome {
            SlipOutcome::Printed => WrittenOutcome::Printed,
            SlipOutcome::Unknown => WrittenOutcome::Unknown,
            SlipOutcome::Failed => WrittenOutcome::Failed,
        }
    }

    fn outcome(self) -> SlipOutcome {
        match self {
            WrittenOutcome::Printed => SlipOutcome::Printed,
            WrittenOutcome::Unknown => SlipOutcome::Unknown,
            WrittenOutcome::Failed => SlipOutcome::Failed,
        }
    }
}

impl WrittenReason {
    fn from(reason: &Reason) -> WrittenReason {
        match reason {
            Reason::LongestWaiting { minutes } => WrittenReason::LongestWaiting { minutes: *minutes },
            Reason::LaterStep { step } => WrittenReason::LaterStep { step: *step },
        }
    }

    fn reason(self) -> Reason {
        match self {
            WrittenReason::LongestWaiting { minutes } => Reason::LongestWaiting { minutes },
            WrittenReason::LaterStep { step } => Reason::LaterStep { step },
        }
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
