//! The desks: every verb of a clerk as API call and as form, and the pages with the workbench.

pub(in crate::web) mod api;
pub(in crate::web) mod choices;
pub(in crate::web) mod forms;
pub(in crate::web) mod hand_on;
pub(in crate::web) mod order;
pub(in crate::web) mod page;
pub(in crate::web) mod steps;
pub(in crate::web) mod waiting;
pub(in crate::web) mod workbench;
