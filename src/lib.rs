//! # Sportello
//!
//! Self-service kiosk software for one-stop shops: a visitor touches the screen ("the glass"), picks a language, chooses a
//! need, and gets a slip with a ticket number and the way to a desk; staff call the next number in a browser; a board and
//! the visitor's own phone show the call. One binary, one SQLite file. It restarts by itself after a power cut, and it
//! stores no names.
//!
//! ## The idea
//!
//! A pure core, a single writer, and devices at the edges. The [`domain`] holds all rules of the queue: a `Day` decides
//! which events a command leads to, and the day's state is the fold of its events. The [`hub`] is the only writer. For each
//! command it decides, appends to the [`journal`], applies, publishes and replies, in this order. All other modules read
//! the published day and send commands through the hub's handle.
//!
//! ## Where things are
//!
//! | module | contents | may use |
//! |---|---|---|
//! | [`domain`] | the rules: site, need, ticket, queue, desk, day, command, event, refusal, board, expected waits, tallies | nothing |
//! | [`journal`] | the events on disk, the tallies that outlive them, staff accounts, backups | `domain`, `random`, `atomic_file` |
//! | [`hub`] | the single writer and its handle; the forecaster beside it | `domain`, `journal`, `clock`, `random`, `health` |
//! | [`catalogue`] | site files: TOML in, a checked `Site` out | `domain` |
//! | [`locale`] | languages, messages, forms of times and dates | `domain` |
//! | [`kiosk`] | the glass: a pure session, the screens as plain data, Slint | `domain`, `locale`, `hub`, `clock`, `random`, handle of `print`, `fonts`, `pictogram`, `health` |
//! | [`mod@print`] | the slip: as data, as dots, as bytes; printers and the spooler | `domain`, `locale`, `clock`, `random`, `atomic_file`, `fonts`, `pictogram`, `health` |
//! | [`web`] | the API, the pages for desk, board and phone, the event stream | `domain`, `locale`, `hub`, `clock`, `random`, `journal`'s staff book, handle of `print`, `pictogram`, `health`, `tls` |
//! | [`sim`] | seeded visitors and desks, through the real rules | `domain`, `hub`, `print`, `clock`, `spreadsheet` |
//! | [`fonts`] | the font families of glass and paper | nothing |
//! | [`pictogram`] | the one family of pictograms | nothing |
//! | [`clock`] | the only module that reads the system clock, and how far it is to be trusted | `atomic_file` |
//! | [`health`] | signs of life of the running parts | `clock` |
//! | [`random`] | the only source of random bytes | nothing |
//! | [`atomic_file`] | replacing a file in one step | nothing |
//! | [`tls`] | certificates and keys, encrypted connections, an authority of the house's own | `random` |
//! | [`spreadsheet`] | cells of tables that no spreadsheet computes | nothing |
//! | [`app`] | the program's commands; the order of start and shutdown | all |
//!
//! `tests/it/architecture.rs` checks this table against the imports, and `tests/it/import_circles.rs` that no two files need
//! each other, apart from a module and its own children.
//!
//! ## Invariants
//!
//! * No ticket number is issued twice in a day, whatever crashes.
//! * Nothing is shown, printed or announced before its event is durable.
//! * A ticket is at one desk at most; it leaves the day only as served, no-show or withdrawn.
//! * No ticket starves: every rule that changes the order of a queue has a bound that the manager sets; `domain/queue.rs`
//!   states the guarantee.
//! * Tickets are deleted in the following night; only tallies remain. Visitors who are in the house over the end of the day
//!   are kept for one day more.
//! * Answers to the survey are counted by week, apart from all other data, and are written to disk only in batches. A power
//!   cut loses the batch in memory: privacy is more important than exact counts.
//! * Every queue in the program is bounded, and every wait has a timeout.
//! * All user-facing text is in `locales/` and the site file; numbers of tickets and desks have ASCII digits everywhere.
//! * The core gets time as an argument; only `clock` asks the system.
//!
//! ## From a touch to paper
//!
//! Slint callback → a screen of `kiosk::screens` makes a `Touch` → `Session` returns effects → `Effect::Issue` →
//! `hub::Hub::issue` → `Day::decide` → `Journal::append`, synced → `Day::apply`, published, replied → the number is on the
//! glass → `Effect::Print` → `print::Slip` → canvas → bytes → device → status → `SlipReported`.
//!
//! ## From "call next" to the board
//!
//! `POST /api/v1/desks/3/call-next` → `web::sign_in::caller` identifies the caller → `web::desk::api` makes the verb's
//! command → `Hub::send` → `queue` picks a ticket, with reasons → `Called{ticket, desk, call}`, synced, published →
//! `Board::of(&day)` to every event stream. A page chimes only for call numbers that it has not seen, so a lost connection
//! neither loses a call nor repeats one.
//!
//! ## Threads
//!
//! The main thread runs Slint's event loop. One thread starts and stops the parts, one supervises the process, one writes the
//! log. One thread is the hub, one computes expected waits, one is the printer's
//! spooler; a tokio runtime with two workers serves the web and carries out the effects of the glass. Commands go over one
//! bounded channel with a reply slot. The day is published as an immutable snapshot: a slow reader gets the newest state,
//! never a backlog.

pub mod app;
pub mod atomic_file;
pub mod catalogue;
pub mod clock;
pub mod domain;
pub mod fonts;
pub mod health;
pub mod hub;
pub mod journal;
pub mod kiosk;
pub mod locale;
pub mod pictogram;
pub mod print;
pub mod random;
pub mod sim;
pub mod spreadsheet;
pub mod tls;
pub mod web;
