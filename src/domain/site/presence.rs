//! Who is here at a moment, until when, and when next.
//!
//! Hours are joined into *runs*: stretches that overlap or touch are one run, over midnight and the end of the business day
//! too. A stretch belongs to the date on which it begins: an exception or a holiday replaces the stretches that begin on its
//! date, and leaves the end of the night before. Where the house has hours of its own, an institution is here only within
//! them.
//!
//! Runs are kept in local time and become moments only when they are compared, so that a night with a changed clock is as
//! long as it really is.

use super::Site;
use crate::domain::doors::{Doors, HouseState};
use crate::domain::institution::{Institution, Stretch};
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

/// How many days ahead the next opening is searched for.
const LOOK_AHEAD_DAYS: i64 = 92;
/// Searched first: most openings are within a week.
const NEAR_DAYS: i64 = 7;
/// A run is followed for so many dates after the business day; longer ones need no distinction.
const FOLLOWED_DAYS: i64 = 2;
/// An evening after a free afternoon is another opening: no numbers are given in the morning.
const LONGEST_BREAK: SignedDuration = SignedDuration::from_hours(6);
/// A presence so long counts as one without an end, in minutes.
const ALWAYS: u32 = 24 * 60;

/// Time without a gap, in the site's own time; the end is not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    from: DateTime,
    to: DateTime,
}

/// A run as moments.
pub(in crate::domain) struct Stay {
    pub(in crate::domain) from: Timestamp,
    pub(in crate::domain) to: Timestamp,
}

impl Site {
    /// An institution's hours on a date, whether or not the house is open.
    pub fn stretches(&self, institution: &Institution, date: Date) -> Vec<Stretch> {
        institution.stretches(date, self.draft.holidays.contains(&date))
    }

    /// Whether an institution is here.
    pub fn is_here(&self, institution: &Institution, at: Timestamp) -> bool {
        let today = self.local(at).date();
        self.run_at(&self.runs_of(institution, today, 0), at).is_some()
    }

    /// An institution's next opening: `at` itself when it is here then, `None` when there is none within three
    /// months.
    pub fn next_presence(&self, institution: &Institution, at: Timestamp) -> Option<DateTime> {
        if self.is_here(institution, at) {
            return Some(self.local(at));
        }
        self.next_run(at, |from, days| self.runs_of(institution, from, days))
    }

    /// An institution's next opening after the hours that [`Site::minutes_left`] counts.
    pub fn next_presence_after_today(&self, institution: &Institution, at: Timestamp) -> Option<DateTime> {
        let end = self.local(self.stays(&[institution], at).last().map_or(at, |stay| stay.to));
        let next = |days| self.runs_of(institution, end.date(), days).into_iter().find(|run| run.from >= end);
        next(NEAR_DAYS).or_else(|| next(LOOK_AHEAD_DAYS)).map(|run| run.from)
    }

    /// Whether an institution has hours on the business day of this moment.
    pub fn has_hours(&self, institution: &Institution, at: Timestamp) -> bool {
        let today = self.business_date(at);
        let Some(end) = self.end_of_day(at) else { return false };
        let begin = today.to_datetime(self.draft.day_ends);
        self.runs_of(institution, today, 1).iter().any(|run| run.from < end && run.to > begin)
    }

    /// Whether an institution is here, and stays for a day and longer.
    pub fn is_always_here(&self, institution: &Institution, at: Timestamp) -> bool {
        let runs = self.runs_of(institution, self.local(at).date(), FOLLOWED_DAYS);
        self.run_at(&runs, at).is_some_and(|run| minutes_until(run.to, at) >= ALWAYS)
    }

    /// For how many minutes, from `at` on, at least one of these institutions is here: within runs that begin on this business
    /// day, each to its own end. Runs after a longer break than `LONGEST_BREAK` are another opening.
    pub fn minutes_left(&self, institutions: &[&Institution], at: Timestamp) -> u32 {
        self.stays(institutions, at).iter().map(|stay| minutes_until(stay.to, stay.from.max(at))).sum()
    }

    /// Whether an institution is here at a moment and without a gap until after another one.
    pub(in crate::domain) fn is_here_through(&self, institution: &Institution, from: Timestamp, to: Timestamp) -> bool {
        let runs = self.runs_of(institution, self.local(from).date(), FOLLOWED_DAYS);
        self.run_at(&runs, from).is_some_and(|stay| stay.to > to)
    }

    /// Whether the house is open by its hours alone; [`Day::house`](crate::domain::Day::house) knows the desks as well.
    pub(in crate::domain) fn house_by_hours(&self, at: Timestamp) -> HouseState {
        let today = self.business_date(at);
        let runs = self.runs_of_house(today, FOLLOWED_DAYS);
        if let Some(run) = self.run_at(&runs, at) {
            let is_known = minutes_until(run.to, at) < ALWAYS;
            return HouseState::Open { until: is_known.then(|| self.local(run.to)) };
        }
        let now = self.local(at);
        let (begin, end) = (today.to_datetime(self.draft.day_ends), self.end_of_day(at));
        match runs.iter().find(|run| run.from > now && end.is_some_and(|end| run.from < end)) {
            Some(run) if runs.iter().any(|past| past.to > begin && past.to <= now) => {
                HouseState::Between { opens: run.from }
            }
            Some(run) => HouseState::Before { opens: run.from },
            None => HouseState::Closed { opens: self.next_run(at, |from, days| self.runs_of_house(from, days)) },
        }
    }

    /// The times within which at least one of these institutions is here, as [`Site::minutes_left`] counts them.
    pub(in crate::domain) fn stays(&self, institutions: &[&Institution], at: Timestamp) -> Vec<Stay> {
        let Some(end) = self.end_of_day(at) else { return Vec::new() };
        let today = self.business_date(at);
        let all = institutions.iter().flat_map(|institution| self.runs_of(institution, today, FOLLOWED_DAYS));
        let left = joined(all.collect()).into_iter().filter(|run| run.from < end).filter_map(|run| self.stay(run));
        let mut reached = at;
        let is_next = |stay: &Stay| {
            let is_near = stay.from.duration_since(reached) <= LONGEST_BREAK;
            reached = stay.to;
            is_near
        };
        left.filter(|stay| stay.to > at).take_while(is_next).collect()
    }

    /// The end of the business day of a moment.
    pub(in crate::domain) fn end_of_day(&self, at: Timestamp) -> Option<DateTime> {
        self.end_of_date(self.business_date(at))
    }

    /// The end of a business day.
    pub(in crate::domain) fn end_of_date(&self, date: Date) -> Option<DateTime> {
        Some(date.tomorrow().ok()?.to_datetime(self.draft.day_ends))
    }

    fn next_run(&self, at: Timestamp, runs: impl Fn(Date, i64) -> Vec<Run>) -> Option<DateTime> {
        let now = self.local(at);
        let next = |days| runs(now.date(), days).into_iter().find(|run| run.from > now);
        next(NEAR_DAYS).or_else(|| next(LOOK_AHEAD_DAYS)).map(|run| run.from)
    }

    /// The run that a moment lies in.
    fn run_at(&self, runs: &[Run], at: Timestamp) -> Option<Stay> {
        runs.iter().filter_map(|run| self.stay(*run)).find(|stay| stay.from <= at && at < stay.to)
    }

    fn stay(&self, run: Run) -> Option<Stay> {
        Some(Stay { from: self.moment(run.from)?, to: self.moment(run.to)? })
    }

    /// The runs of an institution from the night before a date on, for so many dates after it.
    fn runs_of(&self, institution: &Institution, from: Date, days: i64) -> Vec<Run> {
        if !self.is_time_known {
            return always(from, days);
        }
        let own = runs(from, days, |date| self.stretches(institution, date));
        match &self.draft.doors {
            Some(doors) => within(&own, &self.runs_of_doors(doors, from, days)),
            None => own,
        }
    }

    fn runs_of_house(&self, from: Date, days: i64) -> Vec<Run> {
        match &self.draft.doors {
            _ if !self.is_time_known => always(from, days),
            Some(doors) => self.runs_of_doors(doors, from, days),
            None => joined(
                self.institutions().iter().flat_map(|institution| self.runs_of(institution, from, days)).collect(),
            ),
        }
    }

    fn runs_of_doors(&self, doors: &Doors, from: Date, days: i64) -> Vec<Run> {
        runs(from, days, |date| doors.hours.stretches(&doors.exceptions, date, self.draft.holidays.contains(&date)))
    }
}

fn runs(from: Date, days: i64, stretches: impl Fn(Date) -> Vec<Stretch>) -> Vec<Run> {
    let dates = (-1..=days).filter_map(|ahead| from.checked_add(ahead.days()).ok());
    joined(dates.flat_map(|date| stretches(date).into_iter().filter_map(move |stretch| run(date, stretch))).collect())
}

/// One run over all of it.
fn always(from: Date, days: i64) -> Vec<Run> {
    let begin = from.yesterday().unwrap_or(from);
    // So far beyond what is looked at that its end is never a closing time.
    let end = from.checked_add((days + 2).days()).unwrap_or(Date::MAX);
    vec![Run { from: begin.to_datetime(Time::midnight()), to: end.to_datetime(Time::midnight()) }]
}

fn run(date: Date, stretch: Stretch) -> Option<Run> {
    let ends_on = if stretch.to <= stretch.from { date.tomorrow().ok()? } else { date };
    Some(Run { from: date.to_datetime(stretch.from), to: ends_on.to_datetime(stretch.to) })
}

/// Runs in order, those that overlap or touch as one.
fn joined(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by_key(|run| run.from);
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut().filter(|last| run.from <= last.to) {
            Some(last) => last.to = last.to.max(run.to),
            None => joined.push(run),
        }
    }
    joined
}

/// What both have in common.
fn within(runs: &[Run], others: &[Run]) -> Vec<Run> {
    let common = |run: &Run, other: &Run| Run { from: run.from.max(other.from), to: run.to.min(other.to) };
    let all = runs.iter().flat_map(|run| others.iter().map(move |other| common(run, other)));
    joined(all.filter(|run| run.from < run.to).collect())
}

/// Whole minutes, a begun one counted.
fn minutes_until(end: Timestamp, at: Timestamp) -> u32 {
    let seconds = end.duration_since(at).as_secs().max(0);
    u32::try_from((seconds + 59) / 60).unwrap_or(u32::MAX)
}
