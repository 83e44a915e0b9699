//! The single writer: every command goes through here, and nothing is published before it is on disk.
//!
//! Promises: commands are decided one after another; their events are durable before the day is published and before the
//! reply is sent; commands that wait together share one commit; when the journal can't be written, the day stays as it
//! was and each of them is refused; a command sent twice with one key is carried out once; queues are bounded and every
//! command gets a reply or times out.
//!
//! How it works: [`Hub`] is the handle (`handle.rs`): [`Hub::send`], a watch on the day, and a typed method for each
//! command (`commands.rs`). Behind it stands one thread (`writer.rs`) that owns the day, the journal and the idempotency
//! keys (`ledger.rs`): decide, append, apply, publish, reply. Survey answers bypass the queue of commands and are counted
//! in `pending.rs`. `forecaster.rs` computes expected waits beside the writer.

mod commands;
mod forecaster;
mod handle;
mod ledger;
mod pending;
mod pulse;
mod thread;
mod writer;

pub use commands::Summons;
pub use handle::{Hub, HubError, Reply, fresh_code, fresh_token};
pub use ledger::{ANSWERS_KEPT, UNANSWERED_KEPT, digest};
pub use pending::MIN_BATCH;
pub use thread::HubThread;
pub use writer::{StartError, open};
