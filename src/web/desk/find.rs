//! Any ticket of the day, found by its number: how it stands, and what can be done with it now.

use crate::domain::{Class, Day, DeskNumber, Letter, Ticket, TicketNumber, TicketState, UrgencyReason};
use crate::locale::Translator;
use crate::web::api::view::{self, ClerkTicket};
use crate::web::desk::rows::{self, CopyFault, NoShowRow, ParkedRow, SlipFault, WaitingRow};
use crate::web::shared::Shared;
use crate::web::sign_in::reach::Reach;
use jiff::Timestamp;
use std::sync::Arc;

/// The longest text that is searched for, in characters.
const LONGEST: usize = 12;

/// What was searched for, and the tickets that have that number.
pub(in crate::web) struct Search {
    pub(in crate::web) text: String,
    /// Whether there is one that is not shown, because it is of other institutions.
    pub(in crate::web) is_elsewhere: bool,
    pub(in crate::web) found: Vec<Found>,
}

/// A ticket as it stands now.
pub(in crate::web) struct Found {
    pub(in crate::web) ticket: ClerkTicket,
    /// Its state in words, with desk and time.
    pub(in crate::web) state: String,
    pub(in crate::web) class: Class,
    pub(in crate::web) urgency: Option<UrgencyReason>,
    pub(in crate::web) language_name: String,
    pub(in crate::web) copy: Option<CopyFault>,
    pub(in crate::web) slip: Option<SlipFault>,
    /// The position of the institution in the site, for its colour.
    pub(in crate::web) institution: Option<usize>,
    pub(in crate::web) row: FoundRow,
}

/// The row that the ticket has, or would have, in the lists of the workbench: its buttons are those of that row.
pub(in crate::web) enum FoundRow {
    Waiting(WaitingRow),
    Parked(ParkedRow),
    NoShow(NoShowRow),
    /// It is at a desk, or has left.
    InNoList,
}

/// Finds by letter and digits, such as `P 042` or `p42`; by digits alone the tickets of all letters.
pub(in crate::web) fn search(
    web: &Shared,
    day: &Day,
    desk: DeskNumber,
    reach: &Reach,
    text: &str,
    translator: Translator<'_>,
) -> Search {
    let text: String = text.trim().chars().take(LONGEST).collect();
    let letters = (b'A'..=b'Z').filter_map(|letter| Letter::parse(&char::from(letter).to_string()));
    let numbers: Vec<TicketNumber> = match (TicketNumber::parse(&text), text.parse::<u32>()) {
        (Some(number), _) => vec![number],
        (None, Ok(count)) => letters.map(|letter| TicketNumber { letter, count }).collect(),
        (None, Err(_)) => Vec::new(),
    };
    let tickets = numbers.iter().filter_map(|number| day.ticket(*number));
    let (own, others): (Vec<_>, Vec<_>) = tickets.partition(|ticket| reach.has_ticket(day, ticket));
    let found = own.into_iter().map(|ticket| found(web, day, desk, ticket, translator)).collect();
    Search { text, is_elsewhere: !others.is_empty(), found }
}

/// A ticket with its state and the buttons that a desk has for it.
pub(in crate::web) fn found(
    web: &Shared,
    day: &Day,
    desk: DeskNumber,
    ticket: &Arc<Ticket>,
    translator: Translator<'_>,
) -> Found {
    let now = web.now();
    let row = match ticket.state {
        TicketState::Waiting { .. } => FoundRow::Waiting(rows::waiting_row(web, day, desk, ticket, None, translator)),
        TicketState::Parked { desk: of, at } => {
            FoundRow::Parked(rows::parked_row(day, desk, (at, of, ticket), translator, now))
        }
        TicketState::NoShow { at, .. } => FoundRow::NoShow(rows::no_show_row(day, (at, ticket), translator, now)),
        TicketState::Called { .. }
        | TicketState::Serving { .. }
        | TicketState::Served { .. }
        | TicketState::Withdrawn { .. } => FoundRow::InNoList,
    };
    Found {
        ticket: view::for_clerk(day, ticket, translator, now),
        state: state_words(day, ticket, translator),
        class: ticket.class,
        urgency: ticket.urgency,
        language_name: view::language_names(web, &ticket.language, translator).1,
        copy: rows::copy_fault(day, ticket),
        slip: rows::slip_fault(day, ticket),
        institution: rows::institution_of(day, ticket),
        row,
    }
}

fn state_words(day: &Day, ticket: &Ticket, translator: Translator<'_>) -> String {
    let said = |id: &str, desk: Option<DeskNumber>, at: Timestamp| {
        let time = translator.time(day.site().local(at).time());
        let desk = desk.map_or_else(String::new, |desk| desk.to_string());
        translator.message_with(id, &[("desk", desk.into()), ("time", time.into())])
    };
    match ticket.state {
        TicketState::Waiting { .. } => {
            translator.message_with("desk-found-waiting", &[("count", day.ahead(ticket).into())])
        }
        TicketState::Called { desk, at, .. } => said("desk-found-called", Some(desk), at),
        TicketState::Serving { desk, since } => said("desk-found-serving", Some(desk), since),
        TicketState::Parked { desk, at } => said("desk-found-parked", Some(desk), at),
        TicketState::NoShow { desk, at } => said("desk-found-no-show", Some(desk), at),
        TicketState::Served { at } => said("desk-found-served", None, at),
        TicketState::Withdrawn { at } => said("desk-found-withdrawn", None, at),
    }
}
