//! `sportello export tally`: the counts of whole weeks, without what is about too few.

use super::Failure;
use super::arguments::TallyExport;
use crate::clock::Clock;
use crate::domain::tally::suppress::{LEAST_FOR_MANAGER, LEAST_TICKETS, Published, suppress};
use crate::domain::tally::taps::{Taps, Topic, monday_of};
use crate::domain::tally::{Flow, Histogram};
use crate::domain::{ServiceCode, Tally};
use crate::journal::{DataFolder, TallyBook};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Writes the counts as a table.
pub(super) fn export(options: &TallyExport) -> Result<(), Failure> {
    let database = DataFolder::database(&options.data.folder()?);
    if !database.is_file() {
        return Err(Failure(format!("there are no data in {}: name the folder with --data", database.display())));
    }
    let book = TallyBook::open(&database)?;
    let (days, taps) = (book.all()?, book.taps()?);
    let today = Clock::real().now().to_zoned(TimeZone::system()).date();
    std::fs::write(&options.out, table(&days, &taps, today)).map_err(|error| {
        let name = options.out.display();
        Failure(format!("{name} can't be written ({error}): choose a folder that is there and yours"))
    })
}

/// Whole weeks, from Monday, as CSV. A week with too few tickets is left out, and the one that is not over: two exports of it
/// would tell the day between them.
fn table(days: &[Tally], taps: &[Taps], today: Date) -> String {
    let mut weeks: BTreeMap<Date, Tally> = BTreeMap::new();
    for day in days {
        let monday = monday_of(day.date);
        weeks.entry(monday).or_insert_with(|| Tally::empty(monday)).add(day);
    }
    let mut text = String::from("week,table,service,key,count\n");
    let is_over = |monday: &Date| monday.saturating_add(7.days()) <= today;
    for (monday, week) in weeks.iter().filter(|(monday, week)| is_over(monday) && week.issued() >= LEAST_TICKETS) {
        by_language(*monday, week, &mut text);
        by_hours(*monday, week, &mut text);
        by_steps(*monday, week, &mut text);
    }
    for week in taps.iter().filter(|week| is_over(&week.monday())) {
        told_of_themselves(week, &mut text);
    }
    text
}

fn by_language(monday: Date, week: &Tally, text: &mut String) {
    let languages: BTreeSet<_> = week.languages.keys().map(|(_, language)| language.clone()).collect();
    let services: BTreeSet<&ServiceCode> = week.languages.keys().map(|(service, _)| service).collect();
    for service in services {
        let count = |language| week.languages.get(&(service.clone(), language)).copied().unwrap_or(0);
        let row: Vec<u32> = languages.iter().cloned().map(count).collect();
        for (language, count) in languages.iter().zip(suppress(&row, LEAST_FOR_MANAGER)) {
            let _ = writeln!(text, "{monday},issued-by-language,{service},{language},{}", told(count));
        }
    }
}

/// One of the counts of a band of hours.
type Figure = fn(&Flow) -> u32;

fn by_hours(monday: Date, week: &Tally, text: &mut String) {
    let bands: BTreeSet<_> = week.hours.keys().map(|(_, band)| *band).collect();
    let services: BTreeSet<&ServiceCode> = week.hours.keys().map(|(service, _)| service).collect();
    let figures: [(&str, Figure); 4] = [
        ("issued", |flow| flow.issued),
        ("served", |flow| flow.served),
        ("no-shows", |flow| flow.no_shows),
        ("withdrawn", |flow| flow.withdrawn),
    ];
    for service in services {
        let flow = |band| week.hours.get(&(service.clone(), band)).copied().unwrap_or_default();
        for (name, figure) in figures {
            let row: Vec<u32> = bands.iter().map(|band| figure(&flow(*band))).collect();
            for (band, count) in bands.iter().zip(suppress(&row, LEAST_FOR_MANAGER)) {
                let (from, to) = (band.first_hour(), band.first_hour() + 2);
                let _ = writeln!(text, "{monday},{name}-by-hours,{service},{from}-{to},{}", told(count));
            }
        }
        let mut all = Flow::default();
        for band in &bands {
            all.add(&flow(*band));
        }
        for (name, histogram) in [("waits", all.waits), ("visits", all.visits)] {
            for (bin, count) in suppress(&histogram.0, LEAST_FOR_MANAGER).into_iter().enumerate() {
                let reach = Histogram::REACH.get(bin).map_or_else(|| "longer".to_owned(), |it| format!("up to {it}"));
                let _ = writeln!(text, "{monday},{name}-by-minutes,{service},{reach},{}", told(count));
            }
        }
    }
}

/// How many tickets were served at one desk, at two, and so on.
fn by_steps(monday: Date, week: &Tally, text: &mut String) {
    let most = week.steps.keys().last().copied().unwrap_or(0);
    let row: Vec<u32> = (1..=most).map(|steps| week.steps.get(&steps).copied().unwrap_or(0)).collect();
    for (steps, count) in (1..=most).zip(suppress(&row, LEAST_FOR_MANAGER)) {
        let _ = writeln!(text, "{monday},served-by-steps,,{steps},{}", told(count));
    }
}

/// What visitors told of themselves; nothing of what too few have told.
fn told_of_themselves(week: &Taps, text: &mut String) {
    for topic in Topic::ALL.iter().filter(|topic| week.answered(**topic) >= LEAST_TICKETS) {
        let answers = topic.answers();
        let row: Vec<u32> = answers.iter().map(|tap| week.count(*tap)).collect();
        for (tap, count) in answers.iter().zip(suppress(&row, LEAST_FOR_MANAGER)) {
            let _ = writeln!(text, "{},tap-{},,{},{}", week.monday(), topic.code(), tap.code(), told(count));
        }
    }
}

fn told(count: Published) -> String {
    match count {
        Published::Count(count) => count.to_string(),
        Published::Hidden => "few or hidden".to_owned(),
    }
}
