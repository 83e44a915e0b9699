//! What staff who have signed in must know about the site as a whole: its file, its clock, its backups, what was lost, what could not
//! be deleted.

use crate::clock::{ClockState, TimeTrust};
use crate::domain::{Loss, Site};
use crate::locale::Translator;
use crate::web::dependencies::SiteFault;
use crate::web::shared::Shared;
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::Ordering;

/// How long staff are reminded that the clock was set: so long its date and time may be wrong.
const REMIND_OF_CLOCK: SignedDuration = SignedDuration::from_mins(30);

/// In the order of their weight.
pub(super) fn of(web: &Shared, site: &Site, translator: Translator<'_>) -> Vec<String> {
    let moment = |at: Timestamp| translator.moment(site.local(at)).into();
    let words = |fault: &SiteFault| match fault {
        SiteFault::Unusable { since, version } => {
            translator.plain("desk-site-fault", &[("since", moment(*since)), ("version", moment(*version))])
        }
        SiteFault::Mistakes => translator.message("desk-site-mistakes"),
        SiteFault::Letters => translator.message("desk-site-letters"),
    };
    let backup =
        (*web.backup_fault.borrow()).map(|since| translator.plain("desk-backup-fault", &[("since", moment(since))]));
    let clock = of_clock(&web.clock.state(), web.now(), site, translator);
    let day = web.day();
    let losses = day.losses().map(|loss| of_loss(loss, site, translator));
    let traces = web.traces.load(Ordering::Relaxed).then(|| translator.message("desk-traces-left"));
    web.site_faults.iter().map(words).chain(losses).chain(clock).chain(backup).chain(traces).collect()
}

fn of_loss(loss: &Loss, site: &Site, translator: Translator<'_>) -> String {
    let ranges = loss.numbers.iter().map(|lost| match (lost.first_number(), lost.last_number()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} – {last}"),
    });
    let numbers = ranges.collect::<Vec<_>>().join(", ");
    let time = || translator.time(site.local(loss.at).time()).into();
    match numbers.is_empty() {
        true => translator.plain("desk-entries-lost", &[("time", time())]),
        false => translator.plain("desk-tickets-lost", &[("time", time()), ("numbers", numbers.into())]),
    }
}

fn of_clock(clock: &ClockState, now: Timestamp, site: &Site, translator: Translator<'_>) -> Option<String> {
    let moment = |at: Timestamp| translator.moment(site.local(at)).into();
    let ClockState { trust, wall, last_set } = clock;
    match (trust, wall, last_set) {
        (TimeTrust::Unknown, _, _) => Some(translator.message("desk-clock-unknown")),
        (_, Some(wall), _) => Some(translator.plain("desk-clock-differs", &[("wall", moment(*wall))])),
        (_, None, Some(set)) if now.duration_since(set.to) < REMIND_OF_CLOCK => {
            Some(translator.plain("desk-clock-set", &[("from", moment(set.from)), ("to", moment(set.to))]))
        }
        _ => None,
    }
}
