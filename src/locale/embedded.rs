//! The manifest and the Fluent files as they were when the program was built (written by `ui/build.rs`).

include!(concat!(env!("OUT_DIR"), "/locales.rs"));
