//! What a simulated day came to: for people as a table, for machines as CSV.

use crate::domain::{LanguageTag, ServiceCode};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a simulated day came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// How many came.
    pub visitors: usize,
    /// How many times somebody got no number: nobody here, or no time left.
    pub turned_away: usize,
    /// Calls to which nobody came.
    pub no_shows: usize,
    /// Tickets that were still waiting when the last desk closed.
    pub unserved: usize,
    /// How long all desks together had nothing to do, in minutes.
    pub idle_minutes: f64,
    /// Everybody who waited, was called and came.
    pub visits: Vec<Visit>,
    /// For visitors with so many needs: from coming to the last visit's end, in minutes.
    pub stays: BTreeMap<usize, Vec<f64>>,
}

/// Somebody who waited, was called and came.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// What for.
    pub service: ServiceCode,
    /// The visitor's language.
    pub language: LanguageTag,
    /// The ticket's class.
    pub class: &'static str,
    /// How long for this step, in minutes.
    pub waited: f64,
    /// Whether the desk speaks the language.
    pub in_language: bool,
    /// Whether a bound of the rules was broken.
    pub is_beyond_bound: bool,
}

/// The calls of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// `all`, or what kind: `service`, `language`, `class`.
    pub kind: &'static str,
    /// Which one.
    pub name: String,
    /// How many.
    pub calls: usize,
    /// The median wait, in minutes.
    pub median: f64,
    /// Nine in ten waited no longer, in minutes.
    pub ninth: f64,
    /// The share that was served in the visitor's language.
    pub in_language: f64,
}

impl Report {
    /// All calls, then those by service, by language and by class.
    pub fn groups(&self) -> Vec<Group> {
        let mut kinds: BTreeMap<(u8, &'static str, String), Vec<&Visit>> = BTreeMap::new();
        for visit in &self.visits {
            let names = [
                (0, "all", String::new()),
                (1, "service", visit.service.to_string()),
                (2, "language", visit.language.to_string()),
                (3, "class", visit.class.to_owned()),
            ];
            for key in names {
                kinds.entry(key).or_default().push(visit);
            }
        }
        kinds.into_iter().map(|((_, kind, name), visits)| group(kind, name, &visits)).collect()
    }

    /// The share of calls that were served in the visitor's language.
    pub fn share_in_language(&self) -> f64 {
        share(self.visits.iter().filter(|visit| visit.in_language).count(), self.visits.len())
    }

    /// How long visitors with so many needs stayed, on average, in minutes.
    pub fn average_stay(&self, needs: usize) -> Option<f64> {
        let stays = self.stays.get(&needs)?;
        Some(stays.iter().sum::<f64>() / stays.len() as f64)
    }

    /// How many bounds were broken; the rules see to it that none is.
    pub fn broken_bounds(&self) -> usize {
        self.visits.iter().filter(|visit| visit.is_beyond_bound).count()
    }

    /// A table for people.
    pub fn table(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{} visitors, {} turned away, {} no-shows, {} unserved at the end, desks idle for {:.0} min, {} bounds broken",
            self.visitors,
            self.turned_away,
            self.no_shows,
            self.unserved,
            self.idle_minutes,
            self.broken_bounds()
        );
        for (needs, stays) in &self.stays {
            let average = self.average_stay(*needs).unwrap_or_default();
            let _ = writeln!(text, "{} visitors with {needs} need(s) stayed {average:.0} min on average", stays.len());
        }
        let _ = writeln!(
            text,
            "\n{:<10} {:<22} {:>5} {:>7} {:>7} {:>12}",
            "", "", "calls", "p50 min", "p90 min", "in language"
        );
        for group in self.groups() {
            let Group { kind, name, calls, median, ninth, in_language } = group;
            let percent = in_language * 100.0;
            let _ = writeln!(text, "{kind:<10} {name:<22} {calls:>5} {median:>7.0} {ninth:>7.0} {percent:>11.0}%");
        }
        text
    }

    /// The same for a spreadsheet.
    pub fn csv(&self) -> String {
        let mut text = String::from("kind,name,calls,wait_p50_min,wait_p90_min,share_in_language\n");
        for Group { kind, name, calls, median, ninth, in_language } in self.groups() {
            let _ = writeln!(text, "{kind},{name},{calls},{median:.1},{ninth:.1},{in_language:.3}");
        }
        let figures = [
            ("visitors", self.visitors),
            ("turned-away", self.turned_away),
            ("no-shows", self.no_shows),
            ("unserved", self.unserved),
            ("idle-minutes", self.idle_minutes.round() as usize),
            ("broken-bounds", self.broken_bounds()),
        ];
        for (name, figure) in figures {
            let _ = writeln!(text, "day,{name},{figure},,,");
        }
        text
    }
}

fn group(kind: &'static str, name: String, visits: &[&Visit]) -> Group {
    let mut waits: Vec<f64> = visits.iter().map(|visit| visit.waited).collect();
    waits.sort_by(f64::total_cmp);
    let at = |share: f64| waits.get((waits.len() as f64 * share) as usize).or(waits.last()).copied().unwrap_or(0.0);
    let in_language = visits.iter().filter(|visit| visit.in_language).count();
    Group {
        kind,
        name,
        calls: visits.len(),
        median: at(0.5),
        ninth: at(0.9),
        in_language: share(in_language, visits.len()),
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
