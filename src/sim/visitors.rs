//! Generates visitors: time of arrival, needs, language.

use super::Plan;
use crate::domain::{LanguageTag, NeedCode, Rng, Site};
use jiff::Timestamp;

/// A visitor of the simulation.
#[derive(Debug, Clone)]
pub(super) struct SimVisitor {
    pub(super) arrives_at: Timestamp,
    /// Never empty.
    pub(super) needs: Vec<NeedCode>,
    pub(super) language: LanguageTag,
    pub(super) wants_priority: bool,
}

/// All visitors of a day, in order of arrival; empty for a site where no need leads to a ticket.
pub(super) fn visitors(site: &Site, plan: &Plan, rng: &mut Rng) -> Vec<SimVisitor> {
    let Some(needs) = plan.needs_at(site) else { return Vec::new() };
    let languages = plan.languages_at(site);
    let visitor = |_| {
        let half_hour = *plan.arrivals.one(rng);
        let arrives_at = half_hour.moment(rng.uniform(), site, plan.date)?;
        let count = plan.several_needs.count(rng);
        let needs = needs.several(count, rng);
        let language = languages.one(rng).clone();
        Some(SimVisitor { arrives_at, needs, language, wants_priority: rng.happens(plan.priority.get()) })
    };
    let mut visitors: Vec<SimVisitor> = (0..plan.visitors).filter_map(visitor).collect();
    visitors.sort_by_key(|visitor| visitor.arrives_at);
    visitors
}

/// A moment plus milliseconds.
pub(super) fn later(at: Timestamp, milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond() + milliseconds).unwrap_or(at)
}
