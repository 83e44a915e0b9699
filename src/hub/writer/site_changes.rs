//! What a changed site file means for the day, in the log.

use crate::domain::{Day, Event, ServiceCode};
use std::collections::BTreeMap;

/// Logs what a changed site file means for the desks.
pub(super) fn log_settling(events: &[Event]) {
    for event in events {
        match event {
            Event::TakenBack { .. } => {
                tracing::warn!(
                    "the desk of a ticket is gone from the site file, so the ticket waits again with its age: call it at another desk"
                );
            }
            Event::DeskClosed { desk } => {
                tracing::warn!(%desk, "the open desk is gone from the site file and was closed: its clerk has to choose another one");
            }
            Event::DeskOpened { desk, .. } => {
                tracing::info!(%desk, "services or languages of the open desk have changed with the site file");
            }
            _ => {}
        }
    }
}

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
