//! What is measured of the running house, and since when each part is as it is. Looking never waits for a part.

use crate::clock::Clock;
use crate::health::Check;
use crate::hub::Hub;
use crate::web::api::codes::{AnyProblem, ClockProblem, HealthProblem, PrinterProblem};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use utoipa::ToSchema;

/// One part of the house.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct CheckView {
    /// `hub`, `day`, `journal`, `printer`, `clock`, `staff-book`, `glass` or `certificate`; there may be more.
    pub(in crate::web) name: &'static str,
    pub(in crate::web) ok: bool,
    #[schema(required)]
    pub(in crate::web) problem: Option<AnyProblem>,
    /// Since when it is as it is, as far as it was looked at.
    #[schema(value_type = Timestamp)]
    pub(in crate::web) since: String,
    /// Of the journal: when something was last written to the disk.
    #[schema(required, value_type = Option<Timestamp>)]
    pub(in crate::web) last: Option<String>,
}

/// The checks that others bring, and what all were found to be.
pub(in crate::web) struct Checks {
    more: Arc<[Box<dyn Check>]>,
    /// What was never seen otherwise has been well since then.
    start: Timestamp,
    known: Mutex<BTreeMap<&'static str, (Option<AnyProblem>, Timestamp)>>,
}

impl Checks {
    /// To be made when the house has started, at `start`.
    pub(in crate::web) fn new(more: Arc<[Box<dyn Check>]>, start: Timestamp) -> Checks {
        Checks { more, start, known: Mutex::default() }
    }

    /// Looks at every part; `printer` is what is wrong with the printer, `None` without one.
    pub(in crate::web) fn look(
        &self,
        hub: &Hub,
        clock: &Clock,
        printer: Option<Option<PrinterProblem>>,
    ) -> Vec<CheckView> {
        let is = |is_so: bool, problem: HealthProblem| is_so.then_some(AnyProblem::Health(problem));
        let hub_away = is(hub.watch().has_changed().is_err(), HealthProblem::HubAway);
        let mut found = vec![
            ("hub", hub_away.or(is(hub.hangs(), HealthProblem::HubHangs))),
            ("day", is(hub.day().date().is_none(), HealthProblem::DayNotOpen)),
            ("journal", is(!hub.is_saving(), HealthProblem::NotSaved)),
            ("clock", ClockProblem::of(&clock.state()).map(AnyProblem::Clock)),
        ];
        if let Some(problem) = printer {
            found.push(("printer", problem.map(AnyProblem::Printer)));
        }
        let more = self.more.iter().map(|check| (check.name(), check.fault()));
        found.extend(more.map(|(name, fault)| (name, fault.map(|fault| AnyProblem::Health(fault.into())))));
        let (now, last) = (clock.now(), hub.last_write());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let view = |(name, problem): (&'static str, Option<AnyProblem>)| {
            let entry = known.entry(name).or_insert((None, self.start.min(now)));
            if entry.0 != problem {
                *entry = (problem, now);
            }
            let last = last.filter(|_| name == "journal").map(|at| at.to_string());
            CheckView { name, ok: problem.is_none(), problem, since: entry.1.to_string(), last }
        };
        found.into_iter().map(view).collect()
    }
}
