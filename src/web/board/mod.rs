//! The waiting room's board, as a view for calls and events and as a page.

mod page;
mod picture;
mod view;

pub(in crate::web) use page::{get, operation, page};
pub(in crate::web) use picture::BoardPictures;
pub(in crate::web) use view::BoardView;
