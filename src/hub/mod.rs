//! The single writer: every command goes through here, and nothing is told to anybody before it is on disk.
//!
//! Promises: commands are decided one after another; their events are durable before the day is published and before
//! the one who asked gets an answer; commands that wait together share one commit; when the journal can't be written, the
//! day stays as it was and every one of them is told so; queues are bounded and every answer comes or is given up.
//!
//! How it works: [`Hub`] is the one door, with one method for each command and a watch on the day. Behind it stands one
//! thread (`writer.rs`) that owns the day and the journal: decide, append, apply, publish, reply. What visitors tell of
//! themselves goes past the queue of commands into counters (`pending.rs`).

mod forecaster;
mod handle;
mod pending;
mod writer;

pub use handle::{Hub, HubError, Reply, Summons, fresh_token};
pub use pending::LEAST_LUMP;
pub use writer::{HubThread, StartError, open};
