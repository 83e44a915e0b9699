//! Plumbing of every request and response: listening, limits, headers, bodies, languages, errors, static files.

pub(in crate::web) mod answer;
pub(in crate::web) mod assets;
pub(in crate::web) mod body_limit;
pub(in crate::web) mod client;
pub(in crate::web) mod compress;
pub(in crate::web) mod detail;
pub(in crate::web) mod fair_room;
pub(in crate::web) mod form;
pub(in crate::web) mod guard;
pub(in crate::web) mod host;
pub(in crate::web) mod input;
pub(in crate::web) mod keys;
pub(in crate::web) mod listen;
mod notices;
pub(in crate::web) mod page;
pub(in crate::web) mod per_address;
pub(in crate::web) mod placed;
pub(in crate::web) mod places;
pub(in crate::web) mod plain_text;
pub(in crate::web) mod proxies;
pub(in crate::web) mod rare_line;
pub(in crate::web) mod reader;
pub(in crate::web) mod refusal;
pub(in crate::web) mod shape;
pub(in crate::web) mod streams;
pub(in crate::web) mod watch;
