//! `sportello simulate`: a day through the real rules, before anybody has to live by them.

use super::arguments::SimulateOptions;
use super::{Failure, say, site};
use crate::domain::Site;
use crate::locale::Locales;
use crate::sim::{self, Plan, Report};
use jiff::civil::Date;
use std::fmt::Write as _;
use std::path::Path;

/// Where nobody names a day: an ordinary Tuesday.
const USUAL_DAY: Date = jiff::civil::date(2026, 11, 24);

/// Simulates a day on one site file, or on two side by side.
pub(super) fn simulate(options: &SimulateOptions) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let plan = Plan::usual(options.date.unwrap_or(USUAL_DAY), usize::from(options.visitors));
    let read = |file: Option<&Path>| site::read(file, Vec::new(), &locales);
    let report = |site: &Site| sim::simulate(site, &plan, options.seed, |_, _| {});
    let first = report(&read(options.site.as_deref())?);
    let Some(other) = &options.compare else {
        say(first.table().trim_end())?;
        return write_csv(options.csv.as_deref(), &first.csv());
    };
    let second = report(&read(Some(other))?);
    say(side_by_side(&first, &second).trim_end())?;
    write_csv(options.csv.as_deref(), &format!("{}\n{}", first.csv(), second.csv()))
}

fn write_csv(file: Option<&Path>, csv: &str) -> Result<(), Failure> {
    let Some(file) = file else { return Ok(()) };
    std::fs::write(file, csv).map_err(|error| {
        Failure(format!("{} can't be written ({error}): choose a folder that is there and yours", file.display()))
    })
}

/// Both days, line by line: what the second has instead, behind a bar.
fn side_by_side(first: &Report, second: &Report) -> String {
    let mut text = String::new();
    let figures = [
        ("visitors", first.visitors, second.visitors),
        ("turned away", first.turned_away, second.turned_away),
        ("no-shows", first.no_shows, second.no_shows),
        ("unserved at the end", first.unserved, second.unserved),
        ("idle minutes", first.idle_minutes.round() as usize, second.idle_minutes.round() as usize),
        ("bounds broken", first.broken_bounds(), second.broken_bounds()),
    ];
    for (name, one, other) in figures {
        let _ = writeln!(text, "{name:<34} {one:>6} | {other:>6}");
    }
    for needs in first.stays.keys() {
        let stay =
            |report: &Report| report.average_stay(*needs).map_or_else(|| "-".to_owned(), |it| format!("{it:.0}"));
        let name = format!("minutes here with {needs} need(s)");
        let _ = writeln!(text, "{name:<34} {:>6} | {:>6}", stay(first), stay(second));
    }
    let _ = writeln!(text, "\n{:<34} {:>20} | {:>20}", "", "p50 p90 in language", "p50 p90 in language");
    let others = second.groups();
    for group in first.groups() {
        let other = others.iter().find(|other| other.kind == group.kind && other.name == group.name);
        let told = |group: &sim::Group| {
            format!("{:>6.0} {:>6.0} {:>5.0}%", group.median, group.ninth, group.in_language * 100.0)
        };
        let name = format!("{} {}", group.kind, group.name);
        let _ = writeln!(text, "{name:<34} {:>20} | {:>20}", told(&group), other.map(told).unwrap_or_default());
    }
    text
}
