//! Who comes: when, with which needs, in which language.

use super::Plan;
use crate::domain::{LanguageTag, NeedCode, Rng, Site};
use jiff::Timestamp;

/// Somebody who will come.
#[derive(Debug, Clone)]
pub(super) struct Visitor {
    pub(super) comes_at: Timestamp,
    /// Never empty.
    pub(super) needs: Vec<NeedCode>,
    pub(super) language: LanguageTag,
    pub(super) wants_priority: bool,
}

/// Everybody who comes on a day, in order; nobody, where no need leads to a number.
pub(super) fn visitors(site: &Site, plan: &Plan, rng: &mut Rng) -> Vec<Visitor> {
    let Some(needs) = plan.needs_at(site) else { return Vec::new() };
    let languages = plan.languages_at(site);
    let visitor = |_| {
        let half_hour = *plan.arrivals.one(rng);
        let comes_at = half_hour.moment(rng.uniform(), site, plan.date)?;
        let count = plan.several_needs.count(rng);
        let needs = needs.several(count, rng);
        let language = languages.one(rng).clone();
        Some(Visitor { comes_at, needs, language, wants_priority: rng.happens(plan.priority.get()) })
    };
    let mut visitors: Vec<Visitor> = (0..plan.visitors).filter_map(visitor).collect();
    visitors.sort_by_key(|visitor| visitor.comes_at);
    visitors
}

/// So many milliseconds later.
pub(super) fn later(at: Timestamp, milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond() + milliseconds).unwrap_or(at)
}
