//! The results of a simulated day, as a table and as CSV.

use super::Bound;
use crate::domain::{DeskNumber, LanguageTag, ServiceCode};
use crate::spreadsheet;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

/// The results of a simulated day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// All who came, with or without a ticket.
    pub visitors: usize,
    /// Requests for a ticket that were refused: the institution was away, or had no time left.
    pub turned_away: usize,
    /// Tickets with all steps done.
    pub served: usize,
    pub no_shows: usize,
    /// Tickets that were still waiting when the last desk closed.
    pub unserved: usize,
    /// Every desk that was open.
    pub desks: BTreeMap<DeskNumber, AtDesk>,
    /// Violations of each bound.
    pub broken: BTreeMap<Bound, usize>,
    /// Every call whose visitor came.
    pub visits: Vec<Visit>,
    /// Minutes from arrival to the end of the last visit, by the visitor's number of needs.
    pub stays: BTreeMap<usize, Vec<f64>>,
}

/// A call whose visitor came.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    pub service: ServiceCode,
    pub language: LanguageTag,
    /// A code of [`Class`](crate::domain::Class).
    pub class: &'static str,
    /// The wait for this step, in minutes.
    pub waited: f64,
    /// Whether the desk spoke the visitor's language.
    pub in_language: bool,
}

/// Open and idle time of a desk.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct AtDesk {
    pub open_minutes: f64,
    /// The part of `open_minutes` without a called or served ticket.
    pub idle_minutes: f64,
}

/// Statistics of a group of calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// `all`, `service`, `language` or `class`.
    pub kind: &'static str,
    /// The code of the service, language or class.
    pub name: String,
    pub calls: usize,
    /// The median of the waits, in minutes.
    pub median: f64,
    /// The 90th percentile of the waits, in minutes.
    pub ninth: f64,
    /// The share of calls to a desk that spoke the visitor's language.
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

    /// The share of calls to a desk that spoke the visitor's language.
    pub fn share_in_language(&self) -> f64 {
        share(self.visits.iter().filter(|visit| visit.in_language).count(), self.visits.len())
    }

    /// The average stay of visitors with this number of needs, in minutes.
    pub fn average_stay(&self, needs: usize) -> Option<f64> {
        let stays = self.stays.get(&needs)?;
        Some(stays.iter().sum::<f64>() / stays.len() as f64)
    }

    /// The idle time of all desks together.
    pub fn idle_minutes(&self) -> f64 {
        self.desks.values().map(|desk| desk.idle_minutes).sum()
    }

    /// Violations of all bounds; the rules of the queue guarantee none.
    pub fn broken_bounds(&self) -> usize {
        self.broken.values().sum()
    }

    /// The figures of the whole day, each with its name in CSV files and its label.
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

    /// The results as text.
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
            let _ = writeln!(text, "{:<33} {times:>6}", bound.label());
        }
        text
    }

    /// Writes the results as CSV.
    pub fn write_csv(&self, out: impl io::Write) -> Result<(), csv::Error> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(["kind", "name", "calls", "wait_p50_min", "wait_p90_min", "share_in_language"])?;
        for Group { kind, name, calls, median, ninth, in_language } in self.groups() {
            let (median, ninth) = (format!("{median:.1}"), format!("{ninth:.1}"));
            let name = spreadsheet::escaped(&name);
            writer.write_record([kind, &name, &calls.to_string(), &median, &ninth, &format!("{in_language:.3}")])?;
        }
        let day = self.figures().map(|(name, _, figure)| ("day", name.to_owned(), figure));
        let minutes = |minutes: f64| minutes.round() as usize;
        let open = self.desks.iter().map(|(desk, at)| ("open-minutes", desk.to_string(), minutes(at.open_minutes)));
        let idle = self.desks.iter().map(|(desk, at)| ("idle-minutes", desk.to_string(), minutes(at.idle_minutes)));
        let broken = self.broken.iter().map(|(bound, times)| ("broken-bound", bound.code().to_owned(), *times));
        for (kind, name, figure) in day.into_iter().chain(open).chain(idle).chain(broken) {
            writer.write_record([kind, &name, &figure.to_string(), "", "", ""])?;
        }
        Ok(writer.flush()?)
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
