//! How a day is made up: who comes and when, who sits where, how differently things take.

use super::hours::{DeskHours, HalfHour};
use super::weights::{SeveralNeeds, Share, Spread, Weights};
use crate::domain::site::leaves;
use crate::domain::{DeskNumber, LanguageTag, Leads, NeedCode, Rules, Site};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How a day is made up. What a plan says nothing of is as [`Plan::usual`] has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The date, in the site's own time.
    pub date: Date,
    /// How many visitors come.
    pub visitors: usize,
    /// When they come.
    pub arrivals: Weights<HalfHour>,
    /// What they speak; `None` for the usual of whatever site it is.
    pub languages: Option<Weights<LanguageTag>>,
    /// What they come for; `None` for every leaf that leads to a number, each as often.
    pub needs: Option<Weights<NeedCode>>,
    /// How many have two needs, and three.
    pub several_needs: SeveralNeeds,
    /// How many ask for priority.
    pub priority: Share,
    /// To how many of the calls nobody comes.
    pub no_show: Share,
    /// How differently visits of one service take.
    pub spread: Spread,
    /// How far off the site file's minutes are.
    pub misjudged: Spread,
    /// When somebody sits at a desk, for desks that keep other hours than their institution.
    pub desks: BTreeMap<DeskNumber, DeskHours>,
    /// How the queue is worked off.
    pub policy: Policy,
}

/// How the queue is worked off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Policy {
    /// By the site's own rules.
    OwnRules,
    /// By other rules.
    Rules(Rules),
    /// First come, first served, whatever the language and the class; for each need a ticket of its own, taken when the one before is
    /// done.
    SeparateTickets,
}

/// How many come in each half hour from half past eight: most in the morning, a few at noon, some after it.
const RUSH: [f64; 14] = [10.0, 11.0, 11.0, 10.0, 9.0, 8.0, 7.0, 5.0, 4.0, 5.0, 6.0, 6.0, 5.0, 3.0];
const RUSH_BEGINS: u8 = 8 * 2 + 1;
/// How many speak the house's own language, beside a hundred for the most frequent of the others; those get fewer one by
/// one.
const HOUSE_LANGUAGE: f64 = 120.0;
const NEXT_LANGUAGE: f64 = 0.88;

impl Plan {
    /// How many come when nobody says how many.
    pub const USUAL_VISITORS: usize = 120;

    /// An ordinary day with so many visitors.
    pub fn usual(date: Date, visitors: usize) -> Plan {
        Plan {
            date,
            visitors,
            arrivals: usual_arrivals(),
            languages: None,
            needs: None,
            several_needs: SeveralNeeds::constant(0.12, 0.06),
            priority: Share::constant(0.08),
            no_show: Share::constant(0.06),
            spread: Spread::constant(0.4),
            misjudged: Spread::constant(0.2),
            desks: BTreeMap::new(),
            policy: Policy::OwnRules,
        }
    }

    /// What visitors of this site speak.
    pub fn languages_at(&self, site: &Site) -> Weights<LanguageTag> {
        let usual = || {
            let weights = (0..).map(|place: i32| match place {
                0 => HOUSE_LANGUAGE,
                _ => (100.0 * NEXT_LANGUAGE.powi(place - 1)).round().max(1.0),
            });
            let weights = Weights::new(site.languages().iter().cloned().zip(weights));
            weights.unwrap_or_else(|| unreachable!("a site has a language, and its weight is above 0"))
        };
        self.languages.clone().unwrap_or_else(usual)
    }

    /// What visitors of this site come for; `None` when no need of it leads to a number.
    pub fn needs_at(&self, site: &Site) -> Option<Weights<NeedCode>> {
        let numbered = |leaf: &&crate::domain::Need| matches!(leaf.leads(), Some(Leads::Services(_)));
        let usual = || Weights::new(leaves(site.needs()).filter(numbered).map(|leaf| (leaf.code.clone(), 1.0)));
        self.needs.clone().or_else(usual)
    }
}

fn usual_arrivals() -> Weights<HalfHour> {
    let halves = (RUSH_BEGINS..).filter_map(|half| HalfHour::of(half / 2, half % 2 == 1));
    Weights::new(halves.zip(RUSH)).unwrap_or_else(|| unreachable!("the rush is above 0"))
}
