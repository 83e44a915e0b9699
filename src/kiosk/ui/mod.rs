//! The code that Slint generates from `ui/kiosk/`, and conversions from plain data to its types.

mod images;
mod lists;
mod touches;
mod weights;

pub(super) use generated::*;
pub(super) use images::{Pictograms, qr_code};
pub(super) use lists::{list, update_list};
pub(super) use touches::TouchSender;
pub(super) use weights::correct_weights;

use crate::domain::institution::Colour;
use slint::{Color, Global, SharedString};

#[allow(clippy::all, clippy::pedantic, clippy::restriction, unused, reason = "Slint writes this")]
#[allow(missing_docs, unsafe_code, unused_qualifications, reason = "as above")]
mod generated {
    slint::include_modules!();
}

/// The window as Slint generates it; public for tests that look for its elements.
pub type Window = App;

/// One of the globals through which data and callbacks pass.
pub(super) fn global<'a, G: Global<'a, Window>>(window: &'a Window) -> G {
    G::get(window)
}

pub(super) fn text(text: &str) -> SharedString {
    text.into()
}

/// An absent text is an empty one in Slint.
pub(super) fn optional(text: Option<&str>) -> SharedString {
    text.unwrap_or_default().into()
}

pub(super) fn colour(colour: Colour) -> Color {
    Color::from_rgb_u8(colour.0, colour.1, colour.2)
}
