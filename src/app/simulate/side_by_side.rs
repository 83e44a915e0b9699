//! Two simulated days in one table: each line has the second day's figure behind a bar.

use crate::sim::{AtDesk, Bound, Group, Report};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Both days in one table.
pub(super) fn table(first: &Report, second: &Report) -> String {
    let mut text = String::new();
    for ((_, name, one), (_, _, other)) in first.figures().into_iter().zip(second.figures()) {
        let _ = writeln!(text, "{name:<34} {one:>6} | {other:>6}");
    }
    for bound in Bound::ALL {
        let times = |report: &Report| report.broken.get(&bound).copied().unwrap_or(0);
        let _ = writeln!(text, "  {:<32} {:>6} | {:>6}", bound.label(), times(first), times(second));
    }
    for needs in both(first.stays.keys(), second.stays.keys()) {
        let stay = |report: &Report| report.average_stay(needs).map_or_else(|| "-".to_owned(), |it| format!("{it:.0}"));
        let name = format!("minutes here with {needs} need(s)");
        let _ = writeln!(text, "{name:<34} {:>6} | {:>6}", stay(first), stay(second));
    }
    for desk in both(first.desks.keys(), second.desks.keys()) {
        let idle = |report: &Report| {
            report
                .desks
                .get(&desk)
                .map_or_else(|| "-".to_owned(), |AtDesk { idle_minutes, .. }| format!("{idle_minutes:.0}"))
        };
        let name = format!("idle minutes at desk {desk}");
        let _ = writeln!(text, "{name:<34} {:>6} | {:>6}", idle(first), idle(second));
    }
    let heading = "calls  p50  p90 in language";
    let _ = writeln!(text, "\n{:<34} {heading:>27} | {heading:>27}", "");
    let (groups, others) = (first.groups(), second.groups());
    let key = |group: &Group| (group.kind, group.name.clone());
    let only_there = others.iter().filter(|other| groups.iter().all(|group| key(group) != key(other)));
    for (kind, name) in groups.iter().chain(only_there).map(key) {
        let columns = |groups: &[Group]| {
            let group = groups.iter().find(|group| group.kind == kind && group.name == name);
            group.map_or_else(
                || "-".to_owned(),
                |Group { calls, median, ninth, in_language, .. }| {
                    format!("{calls:>5} {median:>4.0} {ninth:>4.0} {:>10.0}%", in_language * 100.0)
                },
            )
        };
        let _ = writeln!(text, "{:<34} {:>27} | {:>27}", format!("{kind} {name}"), columns(&groups), columns(&others));
    }
    text
}

/// The keys of both, in order.
fn both<'a, T: Ord + Copy + 'a>(one: impl Iterator<Item = &'a T>, other: impl Iterator<Item = &'a T>) -> BTreeSet<T> {
    one.chain(other).copied().collect()
}
