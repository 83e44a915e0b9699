//! The rules of the queue as a pure core.
//!
//! A [`Site`] is the configuration, a [`Day`] the state of one business day. A [`Command`] asks for a change; the day
//! answers with [`Event`]s or with a [`Refusal`].
//!
//! Promises: no input or output, no clock (time is an argument), no user-facing text, no panic on any command. It depends
//! on the standard library, a calendar (`jiff`) and persistent collections (`imbl`), and on no other module of this
//! program.
//!
//! How it works: [`Day::decide`] turns a command into events without changing the day; [`Day::apply`] applies an event;
//! the day is the fold of its events. [`Day::verify`] checks the invariants.

mod absence;
mod appointment;
pub mod board;
pub mod call;
pub mod class;
mod clock_shift;
pub mod code;
pub mod command;
pub mod day;
pub mod desk;
pub mod doors;
pub mod event;
mod idempotency;
pub mod institution;
pub mod learned;
pub mod loss;
pub mod need;
mod number;
pub mod promise;
pub mod queue;
pub mod queues;
pub mod refusal;
pub mod rng;
pub mod rules;
pub mod service;
pub mod site;
mod slip;
mod slip_copy;
mod slip_request;
pub mod step;
pub mod tally;
pub mod ticket;
pub mod time;
pub mod transfer;
pub mod undoable;
pub mod wait;
pub mod words;

pub use absence::{Absence, AbsenceKind};
pub use appointment::{Appointment, AppointmentCode};
pub use board::Board;
pub use call::{Call, CallNumber, Reason};
pub use class::{Class, UrgencyReason};
pub use clock_shift::ClockShift;
pub use code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
pub use command::{Command, Fresh, Outcome};
pub use day::Day;
pub use day::attendance::{Attendance, Outlook, PersonNow};
pub use desk::{Desk, DeskNow, DeskState};
pub use doors::{Doors, HouseState};
pub use event::{Entry, Event, Sequence};
pub use idempotency::IdempotencyKey;
pub use institution::{Colour, DatedHours, Institution, Presence, Stretch};
pub use learned::Learned;
pub use loss::{Loss, LostNumbers};
pub use need::{Fallback, Leads, Need, NeedContent};
pub use number::{Letter, TicketNumber, Token};
pub use promise::Promise;
pub use refusal::Refusal;
pub use rng::Rng;
pub use rules::{Privilege, Rules};
pub use service::Service;
pub use site::Site;
pub use slip::{SLIP_TOO_OLD, SlipOutcome, SlipPrinter, SlipState};
pub use slip_copy::SlipCopy;
pub use slip_request::SlipRequest;
pub use step::{Step, StepState};
pub use tally::Tally;
pub use ticket::{Ticket, TicketState};
pub use transfer::{Target, TransferReason};
pub use undoable::{Undoable, UndoableVerb};
pub use wait::{Forecast, Wait};
pub use words::Words;
