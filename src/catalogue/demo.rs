//! The built-in demo site: a newcomer's first sight, and what most tests run on.

use super::{Known, read};
use crate::domain::Site;

/// The demo site's file.
pub const DEMO: &str = include_str!("demo.toml");

/// The demo site.
///
/// # Panics
/// When `demo.toml` has a mistake, or `known` lacks what it names; a test reads it with what this program knows.
pub fn demo(known: &Known) -> Site {
    read(DEMO, "demo.toml", known).unwrap_or_else(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("the built-in demo site has mistakes:\n{}", lines.join("\n"))
    })
}
