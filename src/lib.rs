//! # Sportello
//!
//! Self-service kiosk software for one-stop shops: a visitor touches the glass, picks a language, chooses a need, and gets
//! a slip with a number and the way to a desk; a clerk calls the next number in a browser; a board and the visitor's own
//! phone show it. One binary, one SQLite file. It comes back by itself after a power cut, and it knows nobody's name.
//!
//! ## The idea
//!
//! A pure core, a single writer, real devices at the rim. The [`domain`] holds all rules of the queue: a `Day` decides what
//! a command leads to and is nothing but the fold of its events. The [`hub`] is the one writer: it decides, appends to the
//! [`journal`], applies, publishes, replies, in this order. Everything else looks at the published day and sends commands
//! through the hub's handle.
//!
//! ## Where things are
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`domain`] | the rules: site, need, ticket, queue, desk, day, command, event, refusal, board, expected waits, tallies | nothing |
//! | [`journal`] | the events on disk, the counts that outlive them, staff accounts | `domain` |
//! | [`hub`] | the single writer and its handle; the forecaster beside it | `domain`, `journal`, `clock` |
//! | [`catalogue`] | site files: TOML in, a checked `Site` out | `domain` |
//! | [`locale`] | languages, messages, forms of times and dates | `domain` |
//! | [`kiosk`] | the glass: a pure session, what is on the screen as data, Slint | `domain`, `locale`, `hub`, `clock`, handle of `print` |
//! | [`print`] | the slip: as data, as dots, as bytes; printers and the spooler | `domain`, `locale` |
//! | [`web`] | the API, the pages for desk, board and phone, the event stream | `domain`, `locale`, `hub`, `clock`, `journal`'s staff book, handle of `print` |
//! | [`sim`] | seeded visitors and desks, through the real rules | `domain`, `hub`, `print`, `clock` |
//! | [`fonts`] | the font families of glass and paper | nothing |
//! | [`pictogram`] | the one family of pictograms | nothing |
//! | [`clock`] | the only caller of now | nothing |
//! | [`app`] | what each command starts, and the order of stopping | all |
//!
//! `tests/it/architecture.rs` reads the imports and holds this table against them.
//!
//! ## What always holds
//!
//! * No number is given twice in a day, whatever crashes.
//! * Nothing is shown, printed or announced before its event is durable.
//! * A ticket is at one desk at most; it leaves the day only as served, no-show or withdrawn.
//! * Nobody starves: what shifts the order of a queue has a bound that the manager sets; `domain/queue.rs` states it.
//! * Nobody's ticket outlives the night; what remains are counts.
//! * What visitors tell of themselves is counted by the week, apart from everything else, and comes to the disk only in lumps;
//!   a power cut loses what waits: privacy comes before exactness.
//! * Every queue in the program is bounded, and every wait has an end.
//! * No text for people outside `locales/` and the site file; numbers of tickets and desks have ASCII digits everywhere.
//! * The core gets time as a value; only `clock` asks the machine.
//!
//! ## From a touch to paper
//!
//! Slint callback → `kiosk::glass` makes an `Input` → `Session` answers with a screen and effects → `Effect::Issue` →
//! `hub::Hub::issue` → `Day::decide` → `Journal::append`, synced → `Day::apply`, published, replied → the number is on the
//! glass → `Effect::Print` → `print::Slip` → canvas → bytes → device → status → `SlipReported`.
//!
//! ## From "call next" to the board
//!
//! `POST /api/v1/desks/3/call-next` → `web::caller` knows who asks → `Hub::call_next` → `queue` picks and says why →
//! `Called{ticket, desk, call}`, synced, published → `Board::of(&day)` to every event stream. A page chimes only for call
//! counts that it has not seen: a lost connection neither loses a call nor repeats one.
//!
//! ## Threads
//!
//! Main has Slint's event loop. One thread is the hub, one works out expected waits, one is the printer's spooler; a tokio runtime with two workers serves
//! the web and carries the glass's effects. Commands go over one bounded channel with a reply slot; the day goes out as an
//! immutable snapshot, so whoever is slow gets *now*, never a backlog.

pub mod app;
pub mod catalogue;
pub mod clock;
pub mod domain;
pub mod fonts;
pub mod hub;
pub mod journal;
pub mod kiosk;
pub mod locale;
pub mod pictogram;
pub mod print;
pub mod sim;
pub mod web;
