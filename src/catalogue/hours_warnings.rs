//! What is seldom meant about hours: stretches that overlap, dates that are past, and what is never open.

use super::week::{LOOK_AHEAD_DAYS, short};
use crate::domain::institution::{DatedHours, Hours, Institution, MINUTES_OF_A_DAY};
use crate::domain::site::leaves;
use crate::domain::{Presence, ServiceCode, Site};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use std::collections::BTreeSet;

/// The warnings about hours, on this date.
pub(super) fn warnings(site: &Site, today: Date) -> Vec<String> {
    let mut found = Vec::new();
    for institution in site.institutions() {
        let place = format!("institutions[{}]", institution.code);
        found.extend(stretches(&place, "presence", &institution.presence, &institution.exceptions, today));
        if is_never(&institution.presence, &institution.exceptions) {
            found.push(format!("{place}.presence: it is never here, so no numbers are given for it"));
        }
    }
    if let Some(doors) = site.doors() {
        found.extend(stretches("doors", "hours", &doors.hours, &doors.exceptions, today));
    }
    found.extend(never_open(site, today));
    found
}

fn stretches(
    place: &str,
    field: &str,
    presence: &Presence,
    exceptions: &[DatedHours],
    today: Date,
) -> impl Iterator<Item = String> {
    let past = exceptions.iter().filter(|dated| dated.date < today).count();
    let past =
        (past > 0).then(|| format!("{place}.except: {past} of its dates are past: take them out, or correct the year"));
    let hours = if let Presence::Weekly(hours) = presence { hours.as_slice() } else { &[] };
    let overlaps = hours.iter().enumerate().filter(|(at, one)| hours[at + 1..].iter().any(|it| do_overlap(one, it)));
    let words = |(_, one): (usize, &Hours)| {
        format!("{place}.{field}: hours of {} overlap: write them as one stretch", short(one.weekday))
    };
    past.into_iter().chain(overlaps.map(words).collect::<Vec<_>>())
}

fn is_never(presence: &Presence, exceptions: &[DatedHours]) -> bool {
    let is_empty = matches!(presence, Presence::Weekly(hours) if hours.is_empty());
    is_empty && exceptions.iter().all(|dated| dated.stretches.is_empty())
}

/// Whether two stretches of a week share a minute. A stretch of Sunday may reach into Monday.
fn do_overlap(one: &Hours, other: &Hours) -> bool {
    const WEEK: u32 = 7 * MINUTES_OF_A_DAY;
    let minutes = |hours: &Hours| {
        let (from, to) = hours.stretch().minutes();
        let day = u32::from(hours.weekday.to_monday_zero_offset().unsigned_abs()) * MINUTES_OF_A_DAY;
        (day + from, day + to)
    };
    let ((from, to), (begin, end)) = (minutes(one), minutes(other));
    let is_within = |shift: u32| from < end + shift && begin + shift < to;
    is_within(0) || is_within(WEEK) || (from + WEEK < end && begin < to + WEEK)
}

/// What has hours and is never open: each is only named where it begins.
fn never_open(site: &Site, today: Date) -> Vec<String> {
    if site.doors().is_some_and(|doors| is_never(&doors.hours, &doors.exceptions)) {
        return vec!["doors.hours: the house is never open, so no numbers are given".to_owned()];
    }
    let is_ever = |institution: &Institution| is_ever_together(site, &[institution], today);
    let mut found = Vec::new();
    for institution in site.institutions().iter().filter(|it| !is_never(&it.presence, &it.exceptions)) {
        if !is_ever(institution) {
            let code = &institution.code;
            found.push(format!(
                "institutions[{code}].presence: none of its hours of the next {LOOK_AHEAD_DAYS} days are within those of the house: it is never here"
            ));
        }
    }
    let of = |services: &[ServiceCode]| -> Vec<&Institution> {
        let codes: BTreeSet<_> =
            services.iter().filter_map(|service| site.institution_of(service)).map(|it| &it.code).collect();
        codes.into_iter().filter_map(|code| site.institution(code)).collect()
    };
    for desk in site.desks().iter().filter(|desk| !of(&desk.services).into_iter().any(is_ever)) {
        found.push(format!("desks[{}].services: none of their institutions is ever here", desk.number));
    }
    for need in leaves(site.needs()) {
        let institutions = of(need.services());
        if institutions.len() > 1
            && institutions.iter().all(|it| is_ever(it))
            && !is_ever_together(site, &institutions, today)
        {
            let code = &need.code;
            found.push(format!(
                "needs[{code}].services: their institutions are never here on the same day, so no numbers are given for it"
            ));
        }
    }
    found
}

/// Whether all of these institutions have hours on one business day.
fn is_ever_together(site: &Site, institutions: &[&Institution], today: Date) -> bool {
    let dates = (0..=LOOK_AHEAD_DAYS).filter_map(|ahead| today.checked_add(ahead.days()).ok());
    let mut noons = dates.filter_map(|date| site.moment(date.to_datetime(Time::constant(12, 0, 0, 0))));
    noons.any(|noon| institutions.iter().all(|institution| site.has_hours(institution, noon)))
}
