//! API calls that belong to no page of their own, and the views of tickets and desks that calls, events and pages share.

pub(in crate::web) mod appointments;
pub(in crate::web) mod day;
pub(in crate::web) mod events;
pub(in crate::web) mod health;
pub(in crate::web) mod picture;
pub(in crate::web) mod site;
pub(in crate::web) mod tickets;
