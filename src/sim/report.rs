//! What a simulated day came to: for people as a table, for machines as CSV.

use super::Bound;
use crate::domain::{DeskNumber, LanguageTag, ServiceCode};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a simulated day came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// How many came.
    pub visitors: usize,
    /// How many times somebody got no number: nobody here, or no time left.
    pub turned_away: usize,
    /// Tickets of which every step was done.
    pub served: usize,
    /// Calls to which nobody came.
    pub no_shows: usize,
    /// Tickets that were still waiting when the last desk closed.
    pub unserved: usize,
    /// Every desk at which somebody sat.
    pub desks: BTreeMap<DeskNumber, AtDesk>,
    /// How often each bound was broken.
    pub broken: BTreeMap<Bound, usize>,
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
}

/// How busy a desk was.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct AtDesk {
    /// How long somebody sat there, in minutes.
    pub open_minutes: f64,
    /// How much of it nobody was called, on the way or there, in minutes.
    pub idle_minutes: f64,
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

    /// How long all desks together had nothing to do, in minutes.
    pub fn idle_minutes(&self) -> f64 {
        self.desks.values().map(|desk| desk.idle_minutes).sum()
    }

    /// How many bounds were broken, of all kinds; the rules see to it that none is.
    pub fn broken_bounds(&self) -> usize {
        self.broken.values().sum()
    }

    /// The figures of the day as a whole, each with its name in CSV files and in words.
    pub fn figures(&self) -> [(&'static str, &'static str, usize); 7] {
        [
            ("visitors", "visitors", self.visitors),
            ("served", "served", self.served),
            ("turned-away", "turned away", self.turned_away),
            ("no-shows", "no-shows", self.no_shows),
            ("unserved", "unserved at the end", self.unserved),
            ("idle-minutes", "idle minutes", self.idle_minutes().round() as usize),
            ("broken-bounds", "bounds broken", self.broken_bounds()),
        ]
    }

    /// A table for people.
    pub fn table(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{} visitors, {} served, {} turned away, {} no-shows, {} unserved at the end, desks idle for {:.0} min, {} bounds broken",
            self.visitors,
            self.served,
            self.turned_away,
            self.no_shows,
            self.unserved,
            self.idle_minutes(),
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
        let _ = writeln!(text, "\n{:<33} {:>5} {:>7}", "", "open", "idle min");
        for (desk, AtDesk { open_minutes, idle_minutes }) in &self.desks {
            let _ = writeln!(text, "{:<10} {desk:<22} {open_minutes:>5.0} {idle_minutes:>8.0}", "desk");
        }
        let _ = writeln!(text, "\n{:<33} {:>5}", "bounds of the rules", "broken");
        for (bound, times) in &self.broken {
            let _ = writeln!(text, "{:<33} {times:>6}", bound.told());
        }
        text
    }

    /// The same for a spreadsheet.
    pub fn csv(&self) -> String {
        let mut text = String::from("kind,name,calls,wait_p50_min,wait_p90_min,share_in_language\n");
        for Group { kind, name, calls, median, ninth, in_language } in self.groups() {
            let _ = writeln!(text, "{kind},{name},{calls},{median:.1},{ninth:.1},{in_language:.3}");
        }
        let day = self.figures().map(|(name, _, figure)| ("day", name.to_owned(), figure));
        let minutes = |minutes: f64| minutes.round() as usize;
        let open = self.desks.iter().map(|(desk, at)| ("open-minutes", desk.to_string(), minutes(at.open_minutes)));
        let idle = self.desks.iter().map(|(desk, at)| ("idle-minutes", desk.to_string(), minutes(at.idle_minutes)));
        let broken = self.broken.iter().map(|(bound, times)| ("broken-bound", bound.code().to_owned(), *times));
        for (kind, name, figure) in day.into_iter().chain(open).chain(idle).chain(broken) {
            let _ = writeln!(text, "{kind},{name},{figure},,,");
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
