//! Everything that is reached by a browser or over HTTP: sign-in, the desks' pages, the board, the visitor's phone, the API.
//!
//! Promises: nobody does what the table of routes does not allow them; every answer in words is in the reader's language;
//! a command sent twice with one key is done once; every page can be read without JavaScript; what somebody typed stays
//! text; every body, stream and connection is bounded in size, number and time.
//!
//! How it works: `router.rs` is the table of contents, one row for each route with who may use it. `guard.rs` looks at
//! every request before that, `caller.rs` finds out who asks, `reader.rs` in which language they read. There is one file
//! for each kind of page or call; the picture that a call, an event and a page show is made in one place for all three.
//! All of them know the hub only through its handle.

mod accounts;
mod answer;
mod appointments;
mod assets;
mod board;
mod caller;
mod day;
mod desk;
mod desk_choices;
mod desk_forms;
mod desk_page;
mod doorkeeper;
mod events;
mod failures;
mod form;
mod guard;
mod hand_on;
mod health;
mod index;
mod keys;
mod listen;
mod order;
mod page;
mod phone;
mod picture;
mod reader;
mod refusal;
mod router;
mod session;
mod shape;
mod shared;
mod site;
mod steps;
mod streams;
mod tickets;
mod waiting;
mod workbench;

pub use listen::{Peer, serve};
pub use router::{Row, Who, router, rows};

use crate::clock::Clock;
use crate::hub::Hub;
use crate::journal::StaffBook;
use crate::locale::Locales;
use crate::print::PrinterStatus;
use std::sync::Arc;

/// What the pages work with; `app` puts it together.
#[derive(Clone)]
pub struct Parts {
    /// The one door to the day.
    pub hub: Hub,
    /// All words.
    pub locales: Arc<Locales>,
    /// Who may sign in, and which devices have a key.
    pub staff: Arc<StaffBook>,
    /// How the printer is, for those who can bring paper; `None` without a printer.
    pub printer: Option<tokio::sync::watch::Receiver<PrinterStatus>>,
    /// What time it is.
    pub clock: Clock,
    /// The address under which phones reach this site, without a slash at its end.
    pub public_url: String,
}
