//! Whom a site file would touch, if the house started with it now: counts, and what would become of them.

use super::served;
use crate::app::failure::{Context, Failure};
use crate::domain::day::Touched;
use crate::domain::{Day, DeskNumber, Entry, NeedCode, Sequence, ServiceCode, Site, TicketNumber, TicketState, Words};
use crate::journal::{self, DataFolder};
use crate::locale::Locales;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The report, a line each. Reads the journal without the data folder's lock, so the house may be running.
pub(super) fn report(data: &Path, site: &Site, locales: &Locales, now: Timestamp) -> Result<Vec<String>, Failure> {
    let database = DataFolder::database(data);
    if !database.is_file() {
        return Err(Failure::new(format!("{} does not exist: name the data folder with --data", database.display())));
    }
    let Some(before) = served::last_good(data, locales)? else {
        let words =
            "the data folder keeps no site yet, so it can't be compared: start the house with its site file once";
        return Ok(vec![words.to_owned()]);
    };
    let entries = journal::read_today(&database).at(&database)?;
    let mut day = Day::new(Arc::new(before));
    entries.iter().for_each(|entry| day.apply(entry));
    turn(&mut day, now);
    let here: Vec<TicketNumber> =
        day.tickets().filter(|ticket| ticket.state.is_in_the_day()).map(|ticket| ticket.number).collect();
    let mut lines = vec![format!("today: {} visitors are in the house ({})", here.len(), states(&day, &here))];
    let (touched, mut groups) = (day.touched_by(site), BTreeMap::<Change, Vec<TicketNumber>>::new());
    for one in touched {
        let (change, ticket) = Change::of(one);
        groups.entry(change).or_default().extend(ticket);
    }
    if groups.is_empty() {
        lines.push("the file touches none of them, no open desk and no appointment".to_owned());
    }
    lines.extend(groups.iter().map(|(change, tickets)| format!("  {}", change.words(&day, tickets))));
    Ok(lines)
}

/// Begins today's business day as the house will with its next start or command: the appointments that are still to come
/// stand, and of yesterday's tickets those that go over.
fn turn(day: &mut Day, now: Timestamp) {
    for event in day.turn(now) {
        let sequence = Sequence(day.sequence().0 + 1);
        day.apply(&Entry { sequence, at: now, event });
    }
}

/// What would be gone, for several tickets alike.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Service(ServiceCode),
    LaterStep(ServiceCode),
    Desk(DeskNumber),
    IdleDesk(DeskNumber),
    Need(NeedCode),
    Language(String),
    Appointment(ServiceCode),
}

impl Change {
    fn of(touched: Touched) -> (Change, Option<TicketNumber>) {
        match touched {
            Touched::NoPlace { ticket, service } => (Change::Service(service), Some(ticket)),
            Touched::NoLaterPlace { ticket, service } => (Change::LaterStep(service), Some(ticket)),
            Touched::NoDesk { ticket, desk } => (Change::Desk(desk), Some(ticket)),
            Touched::NoOpenDesk { desk } => (Change::IdleDesk(desk), None),
            Touched::NoNeed { ticket, need } => (Change::Need(need), Some(ticket)),
            Touched::NoLanguage { ticket, language } => (Change::Language(language.to_string()), Some(ticket)),
            Touched::NoAppointment { service, .. } => (Change::Appointment(service), None),
        }
    }

    fn words(&self, day: &Day, tickets: &[TicketNumber]) -> String {
        let (site, states) = (day.site(), states(day, tickets));
        let service =
            |code: &ServiceCode| format!("services[{code}] {:?}", name(site, site.service(code).map(|it| &it.label)));
        match self {
            Change::Service(code) => format!(
                "no desk would do {}: {states}; they will stand in the list without a place, on the page of every desk",
                service(code)
            ),
            Change::LaterStep(code) => {
                format!("no desk would do {}, a later step of {} visitors", service(code), tickets.len())
            }
            Change::Desk(desk) => {
                format!("desks[{desk}] would be gone: {states} there; they go back to the queue with the age they have")
            }
            Change::IdleDesk(desk) => format!("desks[{desk}] would be gone: it is open now, and closes"),
            Change::Need(code) => {
                let label = name(site, site.need(code).map(|need| &need.label));
                format!("needs[{code}] {label:?} would be gone: {states}; their tickets keep its words")
            }
            Change::Language(tag) => {
                format!("the language {tag} would be gone: {states}; their phones show another one")
            }
            Change::Appointment(code) => {
                format!("no desk would do {}: who has an appointment for it will stand without a place", service(code))
            }
        }
    }
}

/// In the language of the house.
fn name<'w>(site: &Site, words: Option<&'w Words>) -> &'w str {
    words.and_then(|words| words.get(site.house_language())).unwrap_or("")
}

type IsState = fn(&TicketState) -> bool;

/// `2 waiting, 1 called`.
fn states(day: &Day, tickets: &[TicketNumber]) -> String {
    let kinds: [(&str, IsState); 5] = [
        ("waiting", |state| matches!(state, TicketState::Waiting { .. })),
        ("called", |state| matches!(state, TicketState::Called { .. })),
        ("at a desk", |state| matches!(state, TicketState::Serving { .. })),
        ("put aside", |state| matches!(state, TicketState::Parked { .. })),
        ("missed", |state| matches!(state, TicketState::NoShow { .. })),
    ];
    let count = |is: IsState| {
        tickets.iter().filter(|number| day.ticket(**number).is_some_and(|ticket| is(&ticket.state))).count()
    };
    let counts = kinds.into_iter().map(|(word, is)| (word, count(is))).filter(|(_, count)| *count > 0);
    let words: Vec<String> = counts.map(|(word, count)| format!("{count} {word}")).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}
