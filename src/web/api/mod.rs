//! API calls that belong to no page of their own, and the views of tickets and desks that calls, events and pages share.

pub(in crate::web) mod appointments;
pub(in crate::web) mod codes;
pub(in crate::web) mod day;
pub(in crate::web) mod events;
pub(in crate::web) mod health;
pub(in crate::web) mod openapi;
pub(in crate::web) mod site;
mod stream_right;
pub(in crate::web) mod tickets;
pub(in crate::web) mod values;
pub(in crate::web) mod view;
