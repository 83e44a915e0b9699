//! `sportello export tally`: the counts of whole weeks as CSV, without counts of too few people.

use super::arguments::TallyExport;
use super::failure::{Context, Failure};
use crate::clock::Clock;
use crate::domain::tally::suppress::{MIN_FOR_MANAGER, MIN_TICKETS, Published, suppress};
use crate::domain::tally::taps::{Taps, Topic, monday_of};
use crate::domain::tally::{Flow, Histogram};
use crate::domain::{ServiceCode, Tally};
use crate::journal::{DataFolder, TallyBook};
use crate::spreadsheet;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: [&str; 5] = ["week", "table", "service", "key", "count"];

/// Writes the counts to a file.
pub(super) fn export(options: &TallyExport) -> Result<(), Failure> {
    let database = DataFolder::database(&options.data.folder()?);
    if !database.is_file() {
        return Err(Failure::new(format!("{} does not exist: name the data folder with --data", database.display())));
    }
    let book = TallyBook::open(&database).at(&database)?;
    let (days, taps) = (book.all().at(&database)?, book.taps().at(&database)?);
    let today = Clock::real().now().to_zoned(TimeZone::system()).date();
    let bytes = csv_of(&days, &taps, today).or_unwritable(&options.out)?;
    std::fs::write(&options.out, bytes).or_unwritable(&options.out)
}

/// Weeks from Monday, as CSV. A week with too few tickets is left out, and so is the current one: two exports of it
/// would reveal the day between them.
fn csv_of(days: &[Tally], taps: &[Taps], today: Date) -> Result<Vec<u8>, csv::Error> {
    let mut weeks: BTreeMap<Date, Tally> = BTreeMap::new();
    for day in days {
        let monday = monday_of(day.date);
        weeks.entry(monday).or_insert_with(|| Tally::empty(monday)).add(day);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    let is_over = |monday: &Date| monday.saturating_add(7.days()) <= today;
    for (monday, week) in weeks.iter().filter(|(monday, week)| is_over(monday) && week.issued() >= MIN_TICKETS) {
        let mut table = WeekTable { monday: *monday, writer: &mut writer };
        table.write_languages(week)?;
        table.write_hours(week)?;
        table.write_steps(week)?;
    }
    for week in taps.iter().filter(|week| is_over(&week.monday())) {
        WeekTable { monday: week.monday(), writer: &mut writer }.write_taps(week)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// One of the counts of a band of hours.
type Figure = fn(&Flow) -> u32;

/// Writes the lines of one week.
struct WeekTable<'a> {
    monday: Date,
    writer: &'a mut csv::Writer<Vec<u8>>,
}

impl WeekTable<'_> {
    fn write_languages(&mut self, week: &Tally) -> Result<(), csv::Error> {
        let languages: BTreeSet<_> = week.languages.keys().map(|(_, language)| language.clone()).collect();
        let services: BTreeSet<&ServiceCode> = week.languages.keys().map(|(service, _)| service).collect();
        for service in services {
            let count = |language| week.languages.get(&(service.clone(), language)).copied().unwrap_or(0);
            let counts: Vec<u32> = languages.iter().cloned().map(count).collect();
            let keys = languages.iter().map(|language| language.as_str().to_owned());
            self.write("issued-by-language", service.as_str(), keys, &counts)?;
        }
        Ok(())
    }

    fn write_hours(&mut self, week: &Tally) -> Result<(), csv::Error> {
        let bands: BTreeSet<_> = week.hours.keys().map(|(_, band)| *band).collect();
        let services: BTreeSet<&ServiceCode> = week.hours.keys().map(|(service, _)| service).collect();
        let figures: [(&str, Figure); 4] = [
            ("issued-by-hours", |flow| flow.issued),
            ("served-by-hours", |flow| flow.served),
            ("no-shows-by-hours", |flow| flow.no_shows),
            ("withdrawn-by-hours", |flow| flow.withdrawn),
        ];
        for service in services {
            let flow = |band| week.hours.get(&(service.clone(), band)).copied().unwrap_or_default();
            for (table, figure) in figures {
                let counts: Vec<u32> = bands.iter().map(|band| figure(&flow(*band))).collect();
                let keys = bands.iter().map(|band| format!("{}-{}", band.first_hour(), band.first_hour() + 2));
                self.write(table, service.as_str(), keys, &counts)?;
            }
            let mut all = Flow::default();
            for band in &bands {
                all.add(&flow(*band));
            }
            for (table, histogram) in [("waits-by-minutes", all.waits), ("visits-by-minutes", all.visits)] {
                let ends = Histogram::REACH.iter().map(|minutes| format!("up to {minutes}"));
                self.write(table, service.as_str(), ends.chain(["longer".to_owned()]), &histogram.0)?;
            }
        }
        Ok(())
    }

    /// How many tickets were served at one desk, at two, and so on.
    fn write_steps(&mut self, week: &Tally) -> Result<(), csv::Error> {
        let most = week.steps.keys().last().copied().unwrap_or(0);
        let counts: Vec<u32> = (1..=most).map(|steps| week.steps.get(&steps).copied().unwrap_or(0)).collect();
        self.write("served-by-steps", "", (1..=most).map(|steps| steps.to_string()), &counts)
    }

    /// What visitors said of themselves, except for topics that too few have answered.
    fn write_taps(&mut self, week: &Taps) -> Result<(), csv::Error> {
        for topic in Topic::ALL.iter().filter(|topic| week.answered(**topic) >= MIN_TICKETS) {
            let answers = topic.answers();
            let counts: Vec<u32> = answers.iter().map(|tap| week.count(*tap)).collect();
            let keys = answers.iter().map(|tap| tap.code().to_owned());
            self.write(&format!("tap-{}", topic.code()), "", keys, &counts)?;
        }
        Ok(())
    }

    /// Counts that are published together: they are suppressed together too.
    fn write(
        &mut self,
        table: &str,
        service: &str,
        keys: impl Iterator<Item = String>,
        counts: &[u32],
    ) -> Result<(), csv::Error> {
        let week = self.monday.to_string();
        for (key, count) in keys.zip(suppress(counts, MIN_FOR_MANAGER)) {
            let count = match count {
                Published::Count(count) => count.to_string(),
                Published::Hidden => "few or hidden".to_owned(),
            };
            self.writer.write_record(
                [&week, table, service, &key, &count].map(|cell| spreadsheet::escaped(cell).into_owned()),
            )?;
        }
        Ok(())
    }
}
