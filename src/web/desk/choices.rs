//! The lists and tick boxes of the workbench: languages, services, other desks, reasons.

use crate::domain::{Day, DeskNumber, DeskState, LanguageTag, ServiceCode, Ticket, TransferReason, UrgencyReason};
use crate::locale::Translator;
use crate::web::api::view;
use crate::web::desk::rows;
use crate::web::shared::Shared;

/// An entry of a list, or a tick box.
pub(in crate::web) struct Choice {
    pub(in crate::web) value: String,
    pub(in crate::web) label: String,
    pub(in crate::web) note: String,
    pub(in crate::web) is_chosen: bool,
}

/// The destinations of the ticket at a desk.
#[derive(Default)]
pub(in crate::web) struct Onward {
    pub(in crate::web) services: Vec<Choice>,
    /// Other desks for the same service.
    pub(in crate::web) desks: Vec<Choice>,
    /// Services that can become further steps.
    pub(in crate::web) steps: Vec<Choice>,
}

/// The languages of the site; those spoken at the desk are ticked.
pub(in crate::web) fn languages(web: &Shared, day: &Day, desk: DeskNumber, translator: Translator<'_>) -> Vec<Choice> {
    let now = day.desk(desk);
    let usual = day.site().desk(desk).map(|desk| desk.languages.as_slice()).unwrap_or_default();
    let chosen = if now.state == DeskState::Closed { usual } else { &now.languages };
    let choice = |tag: &LanguageTag| {
        let (label, note) = view::language_names(web, tag, translator);
        Choice { value: tag.to_string(), label, note, is_chosen: chosen.contains(tag) }
    };
    day.site().languages().iter().map(choice).collect()
}

/// The services that the desk can do; those that it does now are ticked.
pub(in crate::web) fn services(day: &Day, desk: DeskNumber, translator: Translator<'_>) -> Vec<Choice> {
    let chosen = rows::services_of(day, desk);
    let services = day.site().desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
    let choice = |code| Choice { is_chosen: chosen.contains(code), ..service(day, code, translator) };
    services.iter().map(choice).collect()
}

/// The destinations of the ticket at this desk: a service that it still has to visit can't be added once more, and a closed
/// desk can't take it.
pub(in crate::web) fn onward(day: &Day, desk: DeskNumber, translator: Translator<'_>) -> Onward {
    let Some(ticket) = day.current(desk) else { return Onward::default() };
    let Some(step) = ticket.current_step() else { return Onward::default() };
    let all = day.site().services().iter().map(|service| &service.code);
    let is_to_come = |code: &ServiceCode| ticket.steps.iter().any(|step| step.is_to_come() && step.service == *code);
    let others = all.clone().filter(|code| **code != step.service);
    let steps = all.filter(|code| !is_to_come(code)).map(|code| service(day, code, translator));
    Onward {
        services: others.map(|code| to_service(day, code, translator)).collect(),
        desks: other_desks(day, desk, &step.service, ticket, translator),
        steps: steps.collect(),
    }
}

pub(in crate::web) fn transfer_reasons(translator: Translator<'_>) -> Vec<Choice> {
    let words = |code| translator.message(&format!("desk-transfer-{code}"));
    TransferReason::ALL.iter().map(|reason| plain(reason.code(), words(reason.code()))).collect()
}

pub(in crate::web) fn urgency_reasons(translator: Translator<'_>) -> Vec<Choice> {
    let words = |code| translator.message(&format!("desk-urgent-{code}"));
    UrgencyReason::ALL.iter().map(|reason| plain(reason.code(), words(reason.code()))).collect()
}

fn plain(value: &str, label: String) -> Choice {
    Choice { value: value.to_owned(), label, note: String::new(), is_chosen: false }
}

fn service(day: &Day, code: &ServiceCode, translator: Translator<'_>) -> Choice {
    let site = day.site();
    let label = site.service(code).map(|service| translator.pick(&service.label).to_owned());
    let note = site.institution_of(code).map(|institution| institution.name.clone());
    Choice { note: note.unwrap_or_default(), ..plain(code.as_str(), label.unwrap_or_else(|| code.to_string())) }
}

/// A service as a destination: the clerk must know that no desk is open for it.
fn to_service(day: &Day, code: &ServiceCode, translator: Translator<'_>) -> Choice {
    let mut choice = service(day, code, translator);
    choice.value = format!("service:{code}");
    if day.open_desks(code) == 0 {
        choice.note = format!("{} · {}", choice.note, translator.message("desk-no-open-desk"));
    }
    choice
}

fn other_desks(
    day: &Day,
    desk: DeskNumber,
    service: &ServiceCode,
    ticket: &Ticket,
    translator: Translator<'_>,
) -> Vec<Choice> {
    let word = translator.message("desk-desk");
    let others = day
        .desks_now()
        .filter(|(number, now)| *number != desk && now.state != DeskState::Closed && now.services.contains(service));
    let choice = |(number, now): (DeskNumber, &crate::domain::DeskNow)| {
        let room = view::room(day.site(), number, translator);
        let language = translator.message(&format!("desk-language-{}", ticket.language));
        let note = if now.languages.contains(&ticket.language) { format!("{room} · {language}") } else { room };
        Choice { note, ..plain(&format!("desk:{number}"), format!("{word} {number}")) }
    };
    others.map(choice).collect()
}
