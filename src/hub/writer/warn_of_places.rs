//! Says which tickets the site file has left without a place.

use crate::domain::{Day, ServiceCode};
use std::collections::BTreeMap;

/// Warns of tickets whose service the site file no longer has.
pub(super) fn warn_of_lost_places(day: &Day) {
    let mut lost: BTreeMap<&ServiceCode, u32> = BTreeMap::new();
    let without_place = day.without_place();
    for step in without_place.iter().filter_map(|ticket| ticket.current_step()) {
        *lost.entry(&step.service).or_default() += 1;
    }
    for (service, tickets) in lost {
        tracing::warn!(%service, tickets, "tickets are without a place, because the site file no longer has their service: call them at any desk, hand them on, or put the service back");
    }
}
