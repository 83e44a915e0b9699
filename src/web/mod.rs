//! Everything that a browser or a program reaches over HTTP: sign-in, the desks' pages, the board, the visitor's phone, the
//! API.
//!
//! Promises: a client can do only what the table of routes allows its audience; every text in a response is in the
//! reader's language; a command that is sent twice with one key is executed once; every page can be read without
//! JavaScript; text that staff or managers typed never becomes markup; every body, stream and connection is bounded in
//! size, number and time.
//!
//! How it works: `router.rs` is the table of routes. `route.rs` looks up a request's route before every other layer,
//! `http/guard.rs` checks the request, `sign_in/caller.rs` identifies the client and admits it, `http/reader.rs` finds the
//! reader's language, `http/shape.rs` gives errors their form, and `http/places.rs` keeps places for the house. Each folder is one area: `http` for what all of them need,
//! `sign_in`, `desk`, `board`, `phone`, and `api` for calls that belong to no page. A further area, such as pages for
//! managers, is a further folder (`manage/`) and its rows in the table. The views of tickets and desks are made in one
//! place for calls, events and pages. The hub is reached through its handle only.

mod api;
mod audience;
mod board;
mod checks;
mod dependencies;
mod desk;
mod doors;
mod http;
mod index;
mod phone;
mod route;
mod router;
mod shared;
mod sign_in;

pub use audience::{ALL_STAFF, About, Audience, Duty, GUIDES, SERVES};
pub use dependencies::{SiteFault, WebDependencies};
pub use desk::verb::{AnswerKind, Verb};
pub use desk::verbs::VERBS;
pub use doors::{Door, Pages};
pub use http::listen::{Peer, serve};
pub use route::{API, Readers, Route, RouteKind};
pub use router::{openapi, pages, router, router_with, rows};
pub use sign_in::attempts::guesses_in_a_year;
