//! The queue's own rules, and nothing else.
//!
//! What a site is ([`Site`]), what a day at that site is ([`Day`]), what may be asked of it ([`Command`]), what then
//! happened ([`Event`]) or why it can't be done ([`Refusal`]).
//!
//! Promises: no input or output, no clock (time comes in as a value), no words for people, no panic on any command.
//! It uses the standard library and a calendar (`jiff`), and knows no other module of this program.
//!
//! How it works: [`Day::decide`] turns a command into events without changing anything; [`Day::apply`] makes an event
//! true; the day is the fold of its events. [`Day::verify`] tells whether what must always hold does hold.

mod absence;
mod appointment;
pub mod board;
pub mod call;
pub mod class;
pub mod code;
pub mod command;
pub mod day;
pub mod desk;
pub mod event;
mod idempotency;
pub mod institution;
pub mod learned;
pub mod need;
mod number;
pub mod queue;
pub mod refusal;
pub mod rng;
pub mod rules;
pub mod service;
pub mod site;
mod slip;
pub mod step;
pub mod tally;
pub mod ticket;
pub mod time;
pub mod transfer;
pub mod wait;
pub mod words;

pub use absence::Absence;
pub use appointment::{Appointment, AppointmentCode};
pub use board::Board;
pub use call::{Call, CallNumber, Reason};
pub use class::{Class, UrgencyReason};
pub use code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
pub use command::{Command, Order, Outcome};
pub use day::Day;
pub use desk::{Desk, DeskNow, DeskState};
pub use event::{Entry, Event, Sequence};
pub use idempotency::IdempotencyKey;
pub use institution::{DatedHours, Institution, Presence, Stretch};
pub use learned::Learned;
pub use need::{Leads, Need, NeedContent};
pub use number::{Letter, TicketNumber, Token};
pub use refusal::Refusal;
pub use rng::Rng;
pub use rules::{Privilege, Rules};
pub use service::Service;
pub use site::Site;
pub use slip::SlipOutcome;
pub use step::{Step, StepState};
pub use tally::Tally;
pub use ticket::{Ticket, TicketState};
pub use transfer::{Target, TransferReason};
pub use wait::{Forecast, Wait};
pub use words::Words;
