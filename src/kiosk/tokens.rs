//! The colours of `ui/tokens.toml`, for data that has no colour of its own: a constant for each.

#![allow(dead_code, reason = "every colour has a constant, used or not")]

use crate::domain::institution::Colour;

include!(concat!(env!("OUT_DIR"), "/tokens.rs"));
