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

mod api;
mod audience;
mod board;
mod dependencies;
mod desk;
mod http;
mod index;
mod phone;
mod router;
mod shared;
mod sign_in;

pub use audience::Audience;
pub use dependencies::WebDependencies;
pub use desk::verb::{AnswerKind, Verb};
pub use desk::verbs::VERBS;
pub use http::listen::{Peer, serve};
pub use router::{Route, router, rows};
