//! What is shown of tickets and desks: made here once, for calls, events and pages alike.

use crate::domain::board::called_last;
use crate::domain::time::minutes_between;
use crate::domain::{
    Class, Day, DeskNumber, DeskState, Forecast, LanguageTag, Reason, ServiceCode, Site, Step, StepState, Ticket,
    TicketState, Wait,
};
use crate::locale::Translator;
use crate::web::http::plain_text;
use crate::web::shared::Shared;
use jiff::Timestamp;
use serde::Serialize;

/// One step on a ticket's way.
#[derive(Debug, Clone, Serialize)]
pub(in crate::web) struct StepPicture {
    pub(in crate::web) service: String,
    pub(in crate::web) label: String,
    pub(in crate::web) institution: String,
    pub(in crate::web) desks: Vec<u16>,
    pub(in crate::web) room: String,
    pub(in crate::web) done: bool,
    /// The institution's place in the site, for its colour.
    #[serde(skip)]
    pub(in crate::web) place: Option<usize>,
}

/// How long it may take, in minutes.
#[derive(Debug, Clone, Copy, Serialize)]
pub(in crate::web) struct WaitPicture {
    pub(in crate::web) low_min: u32,
    pub(in crate::web) high_min: u32,
}

/// A ticket as its own visitor may see it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::web) struct VisitorTicket {
    pub(in crate::web) number: String,
    pub(in crate::web) state: &'static str,
    pub(in crate::web) language: String,
    pub(in crate::web) desk: Option<u16>,
    pub(in crate::web) room: Option<String>,
    pub(in crate::web) steps: Vec<StepPicture>,
    pub(in crate::web) ahead: usize,
    pub(in crate::web) wait: Option<WaitPicture>,
    /// Who was called last for the same service, newest first.
    pub(in crate::web) last_called: Vec<String>,
    pub(in crate::web) last_call: u64,
}

/// A ticket as staff see it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::web) struct ClerkTicket {
    pub(in crate::web) number: String,
    pub(in crate::web) state: &'static str,
    pub(in crate::web) need: String,
    pub(in crate::web) needs: Vec<String>,
    pub(in crate::web) language: String,
    pub(in crate::web) steps: Vec<StepPicture>,
    pub(in crate::web) waited_min: u32,
    pub(in crate::web) desk: Option<u16>,
    /// Whom the queue may favour, as [`Class::code`] names it.
    pub(in crate::web) class: &'static str,
    /// Whether nobody in the room may see or hear it called: the staff fetch the person.
    pub(in crate::web) is_quiet: bool,
}

/// Why a ticket was called: a code, what belongs to it, and the same in words.
#[derive(Debug, Clone, Serialize)]
pub(in crate::web) struct ReasonPicture {
    pub(in crate::web) reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) step: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) class: Option<&'static str>,
    #[serde(serialize_with = "plain_text::serialize")]
    pub(in crate::web) words: String,
}

/// A desk as staff see it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::web) struct DeskPicture {
    #[serde(rename = "number")]
    pub(in crate::web) desk: u16,
    pub(in crate::web) state: &'static str,
    pub(in crate::web) room: String,
    pub(in crate::web) languages: Vec<String>,
    pub(in crate::web) services: Vec<String>,
    pub(in crate::web) ticket: Option<String>,
}

impl From<Wait> for WaitPicture {
    fn from(wait: Wait) -> WaitPicture {
        WaitPicture { low_min: wait.low_min, high_min: wait.high_min }
    }
}

/// A ticket for its own visitor.
pub(in crate::web) fn for_visitor(
    day: &Day,
    forecast: &Forecast,
    ticket: &Ticket,
    translator: Translator<'_>,
) -> VisitorTicket {
    let desk = ticket.state.desk();
    VisitorTicket {
        number: ticket.number.to_string(),
        state: state_name(&ticket.state),
        language: ticket.language.to_string(),
        desk: desk.map(|desk| desk.0),
        room: desk.map(|desk| room(day.site(), desk, translator)),
        steps: steps(day.site(), ticket, translator),
        ahead: day.ahead(ticket),
        wait: forecast.wait(ticket).map(WaitPicture::from),
        last_called: called_last(day, ticket, 3).iter().map(ToString::to_string).collect(),
        last_call: day.last_call().0,
    }
}

/// A ticket for staff.
pub(in crate::web) fn for_clerk(day: &Day, ticket: &Ticket, translator: Translator<'_>, now: Timestamp) -> ClerkTicket {
    ClerkTicket {
        number: ticket.number.to_string(),
        state: state_name(&ticket.state),
        need: need_words(day.site(), ticket, translator),
        needs: ticket.needs.iter().map(ToString::to_string).collect(),
        language: ticket.language.to_string(),
        steps: steps(day.site(), ticket, translator),
        waited_min: minutes_between(ticket.issued_at, now),
        desk: ticket.state.desk().map(|desk| desk.0),
        class: ticket.class.code(),
        is_quiet: day.is_quiet(ticket),
    }
}

/// A desk for staff.
pub(in crate::web) fn desk(day: &Day, number: DeskNumber, translator: Translator<'_>) -> DeskPicture {
    let now = day.desk(number);
    DeskPicture {
        desk: number.0,
        state: desk_state_name(now.state),
        room: room(day.site(), number, translator),
        languages: now.languages.iter().map(ToString::to_string).collect(),
        services: now.services.iter().map(ToString::to_string).collect(),
        ticket: now.current.map(|ticket| ticket.to_string()),
    }
}

/// Why a ticket was called.
pub(in crate::web) fn reasons(why: &[Reason], translator: Translator<'_>) -> Vec<ReasonPicture> {
    why.iter().map(|reason| self::reason(reason, translator)).collect()
}

fn reason(reason: &Reason, translator: Translator<'_>) -> ReasonPicture {
    let plain = |reason, words| ReasonPicture { reason, minutes: None, step: None, language: None, class: None, words };
    let name = |language: &LanguageTag| translator.message(&format!("desk-language-{language}"));
    match reason {
        Reason::LongestWaiting { minutes } => ReasonPicture {
            minutes: Some(*minutes),
            ..plain(
                "longest-waiting",
                translator.message_with("desk-why-longest-waiting", &[("minutes", (*minutes).into())]),
            )
        },
        Reason::Waited { minutes } => ReasonPicture {
            minutes: Some(*minutes),
            ..plain("waited", translator.message_with("desk-why-waited", &[("minutes", (*minutes).into())]))
        },
        Reason::LaterStep { step } => ReasonPicture {
            step: Some(*step),
            ..plain("later-step", translator.message_with("desk-why-later-step", &[("step", step.to_string().into())]))
        },
        Reason::SpeaksLanguage { language } => ReasonPicture {
            language: Some(language.to_string()),
            ..plain(
                "speaks-language",
                translator.message_with("desk-why-speaks", &[("language", name(language).into())]),
            )
        },
        Reason::NeedsInterpreter { language } => ReasonPicture {
            language: Some(language.to_string()),
            ..plain(
                "needs-interpreter",
                translator.message_with("desk-why-interpreter", &[("language", name(language).into())]),
            )
        },
        Reason::GoesFirst { class } => {
            ReasonPicture { class: Some(class.code()), ..plain("goes-first", translator.message(class_words(*class))) }
        }
        Reason::Chosen => plain("chosen", translator.message("desk-why-chosen")),
        Reason::Resumed => plain("resumed", translator.message("desk-why-resumed")),
        Reason::HandedOn => plain("handed-on", translator.message("desk-why-handed-on")),
    }
}

fn class_words(class: Class) -> &'static str {
    match class {
        Class::Standard | Class::Priority => "desk-why-priority",
        Class::Urgent => "desk-why-urgent",
        Class::Appointment(_) => "desk-why-appointment",
    }
}

/// What the visitor chose, in words; what it is for, where nothing was chosen: a walk-in, an appointment.
pub(in crate::web) fn need_words(site: &Site, ticket: &Ticket, translator: Translator<'_>) -> String {
    if let ([], Some(step)) = (ticket.needs.as_slice(), ticket.steps.first()) {
        return service_words(site, &step.service, translator);
    }
    let label = |code| site.need(code).map_or_else(|| code.to_string(), |need| translator.pick(&need.label).to_owned());
    ticket.needs.iter().map(label).collect::<Vec<_>>().join(" · ")
}

fn service_words(site: &Site, code: &ServiceCode, translator: Translator<'_>) -> String {
    site.service(code).map_or_else(|| code.to_string(), |service| translator.pick(&service.label).to_owned())
}

/// Where a desk stands.
pub(in crate::web) fn room(site: &Site, desk: DeskNumber, translator: Translator<'_>) -> String {
    site.desk(desk).map(|desk| translator.pick(&desk.room).to_owned()).unwrap_or_default()
}

/// A language's own name and its name for whoever reads.
pub(in crate::web) fn language_names(
    web: &Shared,
    language: &LanguageTag,
    translator: Translator<'_>,
) -> (String, String) {
    let known = web.locales.language(language);
    let endonym = known.map_or_else(|| language.to_string(), |language| language.endonym.clone());
    let id = format!("desk-language-{language}");
    let name = translator.message(&id);
    let is_missing = name == id;
    let name = if is_missing { known.map_or_else(String::new, |language| language.italian_name.clone()) } else { name };
    (endonym, name)
}

/// A ticket's state as the API writes it.
pub(in crate::web) fn state_name(state: &TicketState) -> &'static str {
    match state {
        TicketState::Waiting { .. } => "waiting",
        TicketState::Called { .. } => "called",
        TicketState::Serving { .. } => "serving",
        TicketState::Parked { .. } => "parked",
        TicketState::NoShow { .. } => "no-show",
        TicketState::Served { .. } => "served",
        TicketState::Withdrawn { .. } => "withdrawn",
    }
}

/// A desk's state as the API writes it.
pub(in crate::web) fn desk_state_name(state: DeskState) -> &'static str {
    match state {
        DeskState::Closed => "closed",
        DeskState::Open => "open",
        DeskState::Paused => "paused",
    }
}

/// The way: what is done and what is to come. What was taken off it is no part of it.
fn steps(site: &Site, ticket: &Ticket, translator: Translator<'_>) -> Vec<StepPicture> {
    let is_on_it = |step: &&Step| !matches!(step.state, StepState::Dropped(_));
    ticket.steps.iter().filter(is_on_it).map(|step| step_picture(site, step, translator)).collect()
}

fn step_picture(site: &Site, step: &Step, translator: Translator<'_>) -> StepPicture {
    let service = site.service(&step.service);
    let desks: Vec<DeskNumber> = match step.done_at() {
        Some(desk) => vec![desk],
        None => site.desks_for(&step.service).map(|desk| desk.number).collect(),
    };
    StepPicture {
        service: step.service.to_string(),
        label: service_words(site, &step.service, translator),
        institution: site.institution_of(&step.service).map(|it| it.name.clone()).unwrap_or_default(),
        room: desks.first().map(|desk| room(site, *desk, translator)).unwrap_or_default(),
        desks: desks.into_iter().map(|desk| desk.0).collect(),
        done: !step.is_to_come(),
        place: service.and_then(|it| site.institutions().iter().position(|other| other.code == it.institution)),
    }
}
