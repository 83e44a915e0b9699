//! The desks: a table of all verbs of the staff, their API operations and forms, and the pages with the workbench.

pub(in crate::web) mod api;
mod bodies;
pub(in crate::web) mod choices;
pub(in crate::web) mod choose;
pub(in crate::web) mod find;
mod form_input;
pub(in crate::web) mod forms;
mod input;
pub(in crate::web) mod page;
mod page_query;
pub(in crate::web) mod picture;
mod pill;
pub(in crate::web) mod presence;
mod printer_words;
pub(in crate::web) mod rows;
pub(in crate::web) mod staff_request;
pub(in crate::web) mod verb;
pub(in crate::web) mod verbs;
pub(in crate::web) mod workbench;
