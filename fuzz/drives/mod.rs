//! Every reader of foreign bytes, driven by any bytes: one function for each. The fuzzers in `fuzz_targets` call them for
//! as long as one likes, `tests/it/short_fuzz.rs` for moments.
//!
//! Each function panics where a promise does not hold: what is refused is refused in words, what is taken comes back as it
//! was, no request ends in an error of the server, and the next visitor still gets a number.

mod certificate;
mod house;
mod journal;
mod printer;
mod site;
mod table;
mod web;

pub use certificate::certificate;
pub use journal::{clock_record, journal_row, witness_file};
pub use printer::printer_reply;
pub use site::{message_file, site_file, site_words};
pub use table::translators_table;
pub use web::{form, header, json_body, query, target};
