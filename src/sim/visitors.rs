//! Who comes: when, with which needs, in which language.

use super::Plan;
use crate::domain::site::leaves;
use crate::domain::{Chance, LanguageTag, Leads, NeedCode, Site};
use jiff::Timestamp;

/// Somebody who will come.
#[derive(Debug, Clone)]
pub(super) struct Visitor {
    pub(super) comes_at: Timestamp,
    pub(super) needs: Vec<NeedCode>,
    pub(super) language: LanguageTag,
    pub(super) wants_priority: bool,
}

/// How many come in each part of the opening hours: most in the morning, a few at noon, some after it.
const RUSH: [f64; 14] = [10.0, 11.0, 11.0, 10.0, 9.0, 8.0, 7.0, 5.0, 4.0, 5.0, 6.0, 6.0, 5.0, 3.0];
/// How many speak the house's own language, beside 1 for the most frequent of the others; those get fewer one by one.
const HOUSE_LANGUAGE: f64 = 1.2;
const NEXT_LANGUAGE: f64 = 0.88;

/// Everybody who comes on a day, in order.
pub(super) fn visitors(site: &Site, plan: &Plan, chance: &mut Chance) -> Vec<Visitor> {
    let at = |time| site.moment(plan.date.to_datetime(time));
    let (Some(from), Some(to)) = (at(plan.open.0), at(plan.open.1)) else { return Vec::new() };
    let length = to.duration_since(from).as_millis().max(1) as f64;
    let codes: Vec<NeedCode> = leaves(site.needs())
        .filter(|leaf| matches!(leaf.leads(), Some(Leads::Services(_))))
        .map(|leaf| leaf.code.clone())
        .collect();
    let weights: Vec<f64> = (0..site.languages().len())
        .map(|place| if place == 0 { HOUSE_LANGUAGE } else { NEXT_LANGUAGE.powi(place as i32 - 1) })
        .collect();
    let mut visitors: Vec<Visitor> = (0..plan.visitors)
        .map(|_| {
            let part = (chance.one_of(&RUSH) as f64 + chance.even()) / RUSH.len() as f64;
            let comes_at = later(from, (part * length) as i64);
            let (two, three) = plan.several_needs;
            let count = 1 + chance.one_of(&[1.0 - two - three, two, three]);
            Visitor {
                comes_at,
                needs: needs(&codes, count, chance),
                language: site.languages()[chance.one_of(&weights)].clone(),
                wants_priority: chance.happens(plan.priority),
            }
        })
        .collect();
    visitors.sort_by_key(|visitor| visitor.comes_at);
    visitors
}

fn needs(codes: &[NeedCode], count: usize, chance: &mut Chance) -> Vec<NeedCode> {
    let mut needs: Vec<NeedCode> = Vec::new();
    let even = vec![1.0; codes.len()];
    while needs.len() < count.min(codes.len()) {
        let code = &codes[chance.one_of(&even)];
        if !needs.contains(code) {
            needs.push(code.clone());
        }
    }
    needs
}

/// So many milliseconds later.
pub(super) fn later(at: Timestamp, milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond() + milliseconds).unwrap_or(at)
}
