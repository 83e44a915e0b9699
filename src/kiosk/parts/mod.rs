//! Pieces that several screens share: data, composing, and conversion to Slint.

mod bring;
mod desk_location;
mod heading;
mod slip;
mod tile;
mod wait;

pub use bring::Bring;
pub use desk_location::{DeskLocation, Desks};
pub use heading::Heading;
pub use slip::{SlipLine, SlipSign};
pub use tile::{Tile, unbroken_parts};

pub(super) use wait::QueueLines;
