//! The parameters of a simulated day: visitors, arrivals, desks, durations.

use super::hours::{DeskHours, HalfHour, from, time, to};
use super::weights::{SeveralNeeds, Share, Spread, Weights};
use crate::domain::institution::MINUTES_OF_A_DAY;
use crate::domain::site::leaves;
use crate::domain::{DeskNumber, LanguageTag, Leads, NeedCode, Rules, Site, Stretch};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The parameters of a simulated day; [`Plan::usual`] has the defaults.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// In the site's time zone.
    pub date: Date,
    /// The number of visitors.
    pub visitors: usize,
    /// Weights of the half hours in which visitors arrive.
    pub arrivals: Weights<HalfHour>,
    /// Weights of languages; `None` for the defaults of the site.
    pub languages: Option<Weights<LanguageTag>>,
    /// Weights of needs; `None` for equal weights of all leaves that lead to a ticket.
    pub needs: Option<Weights<NeedCode>>,
    /// Shares of visitors with two and three needs.
    pub several_needs: SeveralNeeds,
    /// The share of visitors who ask for priority.
    pub priority: Share,
    /// The share of calls that end as a no-show.
    pub no_show: Share,
    /// How much visits of one service vary in length.
    pub spread: Spread,
    /// How far the real average of a service is from the site file's estimate.
    pub misjudged: Spread,
    /// Hours of desks that differ from those of their institution.
    pub desks: BTreeMap<DeskNumber, DeskHours>,
    pub policy: Policy,
}

/// The rules of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Policy {
    /// The rules of the site file.
    OwnRules,
    /// Other rules than those of the site file.
    Rules(Rules),
    /// First come, first served, without regard to language and class. Visitors with several needs take a separate ticket for
    /// each, one after another.
    SeparateTickets,
}

/// Weights of the half hours from half past eight on: a peak in the morning, a dip at noon.
const RUSH: [f64; 14] = [10.0, 11.0, 11.0, 10.0, 9.0, 8.0, 7.0, 5.0, 4.0, 5.0, 6.0, 6.0, 5.0, 3.0];
const RUSH_BEGINS: u8 = 8 * 2 + 1;
/// How long after the last arrivals a desk stays open, in minutes.
const AFTER_THE_LAST: u32 = 90;
/// The weight of the site's first language. The second one has weight 100, and each further one [`NEXT_LANGUAGE`] times
/// that of the one before.
const HOUSE_LANGUAGE: f64 = 120.0;
const NEXT_LANGUAGE: f64 = 0.88;

impl Plan {
    /// The number of visitors of a plan that gives none.
    pub const USUAL_VISITORS: usize = 120;

    /// An ordinary day.
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

    /// Weights of languages at this site.
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

    /// Weights of needs at this site; `None` when no need leads to a ticket.
    pub fn needs_at(&self, site: &Site) -> Option<Weights<NeedCode>> {
        let numbered = |leaf: &&crate::domain::Need| matches!(leaf.leads(), Some(Leads::Services(_)));
        let usual = || Weights::new(leaves(site.needs()).filter(numbered).map(|leaf| (leaf.code.clone(), 1.0)));
        self.needs.clone().or_else(usual)
    }

    /// The hours of a desk: those of the plan, else those of the institution of its first service, from the first arrivals
    /// until an hour and a half after the last.
    pub fn hours_of(&self, desk: DeskNumber, site: &Site) -> DeskHours {
        if let Some(hours) = self.desks.get(&desk) {
            return hours.clone();
        }
        let service = site.desk(desk).and_then(|desk| desk.services.first());
        let institution = service.and_then(|service| site.institution_of(service));
        let stretches = institution.map(|it| site.stretches(it, self.date)).unwrap_or_default();
        let halves = || self.arrivals.parts().iter().map(|(half, _)| *half);
        let first = halves().min().map_or(0, HalfHour::begins);
        let last = halves().max().map_or(MINUTES_OF_A_DAY, |half| (half.ends() + AFTER_THE_LAST).min(MINUTES_OF_A_DAY));
        let within = stretches.iter().map(|stretch| (from(stretch).max(first), to(stretch).min(last)));
        let within = within.filter(|(from, to)| from < to);
        DeskHours::new(within.map(|(from, to)| Stretch { from: time(from), to: time(to) }).collect())
            .unwrap_or_default()
    }
}

fn usual_arrivals() -> Weights<HalfHour> {
    let halves = (RUSH_BEGINS..).filter_map(|half| HalfHour::of(half / 2, half % 2 == 1));
    Weights::new(halves.zip(RUSH)).unwrap_or_else(|| unreachable!("the rush is above 0"))
}
