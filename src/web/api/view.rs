//! The views of tickets and desks: made once, for calls, events and pages alike.

use crate::domain::board::called_last;
use crate::domain::time::minutes_between;
use crate::domain::{
    Class, Day, DeskNumber, Forecast, LanguageTag, NeedCode, Reason, ServiceCode, Site, Step, StepState, Ticket,
    TicketNumber, Wait,
};
use crate::locale::Translator;
use crate::web::api::codes::{ClassView, DeskStateView, ReasonCode, SlipView, TicketStateView};
use crate::web::http::plain_text;
use crate::web::shared::Shared;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// One step on a ticket's way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct StepView {
    #[schema(value_type = ServiceCode)]
    pub(in crate::web) service: String,
    pub(in crate::web) label: String,
    /// The institution's name.
    pub(in crate::web) institution: String,
    /// What the institution is, in plain words; empty when the site does not say.
    #[serde(skip)]
    pub(in crate::web) gloss: String,
    /// The desk where it was done, or those that do it: the open ones, while any is.
    #[schema(value_type = Vec<DeskNumber>)]
    pub(in crate::web) desks: Vec<u16>,
    pub(in crate::web) room: String,
    pub(in crate::web) done: bool,
    /// The institution's index in the site, for its colour.
    #[serde(skip)]
    pub(in crate::web) place: Option<usize>,
}

/// One step on a ticket's way, as its own visitor may see it. Of a quiet ticket only where it is, as on the slip: others may
/// read the visitor's phone.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct VisitorStep {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<ServiceCode>)]
    pub(in crate::web) service: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) label: Option<String>,
    /// The institution's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) institution: Option<String>,
    /// What the institution is, in plain words; empty when the site does not say.
    #[serde(skip)]
    pub(in crate::web) gloss: String,
    /// The desk where it was done, or those that do it: the open ones, while any is.
    #[schema(value_type = Vec<DeskNumber>)]
    pub(in crate::web) desks: Vec<u16>,
    pub(in crate::web) room: String,
    pub(in crate::web) done: bool,
    /// The institution's index in the site, for its colour.
    #[serde(skip)]
    pub(in crate::web) place: Option<usize>,
}

/// The expected wait, in minutes.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(in crate::web) struct WaitView {
    pub(in crate::web) low_min: u32,
    pub(in crate::web) high_min: u32,
}

/// A ticket as its own visitor may see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct VisitorTicket {
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    pub(in crate::web) state: TicketStateView,
    #[schema(value_type = LanguageTag)]
    pub(in crate::web) language: String,
    /// `null` for a quiet ticket: the staff come to the visitor.
    #[schema(value_type = Option<DeskNumber>, required)]
    pub(in crate::web) desk: Option<u16>,
    #[schema(required)]
    pub(in crate::web) room: Option<String>,
    pub(in crate::web) steps: Vec<VisitorStep>,
    /// How many tickets are before it.
    pub(in crate::web) ahead: usize,
    /// `null` without a forecast.
    #[schema(required)]
    pub(in crate::web) wait: Option<WaitView>,
    /// The tickets called last for the same service, newest first.
    #[schema(value_type = Vec<TicketNumber>)]
    pub(in crate::web) last_called: Vec<String>,
    /// How many calls of the day the room heard; quiet ones do not count.
    pub(in crate::web) last_call: u64,
    /// When this ticket was called or recalled last, in milliseconds since 1970. Not the call's number: its gaps would show
    /// that there are quiet calls.
    #[schema(required)]
    pub(in crate::web) called_at: Option<i64>,
}

/// A ticket as staff see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct ClerkTicket {
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    pub(in crate::web) state: TicketStateView,
    /// What the visitor chose, in words.
    pub(in crate::web) need: String,
    #[schema(value_type = Vec<NeedCode>)]
    pub(in crate::web) needs: Vec<String>,
    #[schema(value_type = LanguageTag)]
    pub(in crate::web) language: String,
    pub(in crate::web) steps: Vec<StepView>,
    pub(in crate::web) waited_min: u32,
    #[schema(value_type = Option<DeskNumber>, required)]
    pub(in crate::web) desk: Option<u16>,
    pub(in crate::web) class: ClassView,
    /// Not shown on the board and not announced: the staff fetch the visitor.
    pub(in crate::web) is_quiet: bool,
    /// What is known of its slip; `null` when none was to be printed.
    #[schema(required)]
    pub(in crate::web) slip: Option<SlipView>,
}

/// Why a ticket was called: a code, what belongs to it, and the same in words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct ReasonView {
    pub(in crate::web) reason: ReasonCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub(in crate::web) step: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = LanguageTag)]
    pub(in crate::web) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) class: Option<ClassView>,
    #[serde(serialize_with = "plain_text::serialize")]
    pub(in crate::web) words: String,
}

/// A desk as staff see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct DeskView {
    #[serde(rename = "number")]
    #[schema(value_type = DeskNumber)]
    pub(in crate::web) desk: u16,
    pub(in crate::web) state: DeskStateView,
    pub(in crate::web) room: String,
    #[schema(value_type = Vec<LanguageTag>)]
    pub(in crate::web) languages: Vec<String>,
    #[schema(value_type = Vec<ServiceCode>)]
    pub(in crate::web) services: Vec<String>,
    #[schema(value_type = Option<TicketNumber>, required)]
    pub(in crate::web) ticket: Option<String>,
}

impl DeskView {
    /// The same for those who read figures only.
    pub(in crate::web) fn without_visitor(self) -> DeskView {
        DeskView { ticket: None, ..self }
    }
}

impl From<Wait> for WaitView {
    fn from(wait: Wait) -> WaitView {
        WaitView { low_min: wait.low_min, high_min: wait.high_min }
    }
}

impl VisitorStep {
    fn of(step: StepView, is_quiet: bool) -> VisitorStep {
        let StepView { service, label, institution, gloss, desks, room, done, place } = step;
        VisitorStep {
            service: Some(service).filter(|_| !is_quiet),
            label: Some(label).filter(|_| !is_quiet),
            institution: Some(institution).filter(|_| !is_quiet),
            gloss: if is_quiet { String::new() } else { gloss },
            desks,
            room,
            done,
            place: place.filter(|_| !is_quiet),
        }
    }
}

/// A ticket for its own visitor.
pub(in crate::web) fn for_visitor(
    day: &Day,
    forecast: &Forecast,
    ticket: &Ticket,
    translator: Translator<'_>,
) -> VisitorTicket {
    let desk = ticket.state.desk().filter(|_| !ticket.is_quiet());
    let steps = steps(day, ticket, translator).into_iter().map(|step| VisitorStep::of(step, ticket.is_quiet()));
    VisitorTicket {
        number: ticket.number.to_string(),
        state: (&ticket.state).into(),
        language: ticket.language.to_string(),
        desk: desk.map(|desk| desk.0),
        room: desk.map(|desk| room(day.site(), desk, translator)),
        steps: steps.collect(),
        ahead: day.ahead(ticket),
        wait: forecast.wait(ticket).map(WaitView::from),
        last_called: called_last(day, ticket, 3).iter().map(ToString::to_string).collect(),
        last_call: day.heard(),
        called_at: day.calls().find(|call| call.ticket == ticket.number).map(|call| call.at.as_millisecond()),
    }
}

/// A ticket for staff.
pub(in crate::web) fn for_clerk(day: &Day, ticket: &Ticket, translator: Translator<'_>, now: Timestamp) -> ClerkTicket {
    ClerkTicket {
        number: ticket.number.to_string(),
        state: (&ticket.state).into(),
        need: need_words(day.site(), ticket, translator),
        needs: ticket.needs.iter().map(ToString::to_string).collect(),
        language: ticket.language.to_string(),
        steps: steps(day, ticket, translator),
        waited_min: minutes_between(ticket.issued_at, now),
        desk: ticket.state.desk().map(|desk| desk.0),
        class: ticket.class.into(),
        is_quiet: day.is_quiet(ticket),
        slip: SlipView::of(day, ticket),
    }
}

/// A desk for staff.
pub(in crate::web) fn desk(day: &Day, number: DeskNumber, translator: Translator<'_>) -> DeskView {
    let now = day.desk(number);
    DeskView {
        desk: number.0,
        state: now.state.into(),
        room: room(day.site(), number, translator),
        languages: now.languages.iter().map(ToString::to_string).collect(),
        services: now.services.iter().map(ToString::to_string).collect(),
        ticket: now.current.map(|ticket| ticket.to_string()),
    }
}

/// Why a ticket was called.
pub(in crate::web) fn reasons(why: &[Reason], translator: Translator<'_>) -> Vec<ReasonView> {
    why.iter().map(|reason| self::reason(reason, translator)).collect()
}

fn reason(reason: &Reason, translator: Translator<'_>) -> ReasonView {
    let plain = |reason, words| ReasonView { reason, minutes: None, step: None, language: None, class: None, words };
    let name = |language: &LanguageTag| translator.message(&format!("desk-language-{language}"));
    match reason {
        Reason::LongestWaiting { minutes } => ReasonView {
            minutes: Some(*minutes),
            ..plain(
                ReasonCode::LongestWaiting,
                translator.message_with("desk-why-longest-waiting", &[("minutes", (*minutes).into())]),
            )
        },
        Reason::Waited { minutes } => ReasonView {
            minutes: Some(*minutes),
            ..plain(ReasonCode::Waited, translator.message_with("desk-why-waited", &[("minutes", (*minutes).into())]))
        },
        Reason::LaterStep { step } => ReasonView {
            step: Some(*step),
            ..plain(
                ReasonCode::LaterStep,
                translator.message_with("desk-why-later-step", &[("step", step.to_string().into())]),
            )
        },
        Reason::SpeaksLanguage { language } => ReasonView {
            language: Some(language.to_string()),
            ..plain(
                ReasonCode::SpeaksLanguage,
                translator.message_with("desk-why-speaks", &[("language", name(language).into())]),
            )
        },
        Reason::NeedsInterpreter { language } => ReasonView {
            language: Some(language.to_string()),
            ..plain(
                ReasonCode::NeedsInterpreter,
                translator.message_with("desk-why-interpreter", &[("language", name(language).into())]),
            )
        },
        Reason::GoesFirst { class } => ReasonView {
            class: Some((*class).into()),
            ..plain(ReasonCode::GoesFirst, translator.message(class_words(*class)))
        },
        Reason::Chosen => plain(ReasonCode::Chosen, translator.message("desk-why-chosen")),
        Reason::Resumed => plain(ReasonCode::Resumed, translator.message("desk-why-resumed")),
        Reason::HandedOn => plain(ReasonCode::HandedOn, translator.message("desk-why-handed-on")),
    }
}

fn class_words(class: Class) -> &'static str {
    match class {
        Class::Standard | Class::Priority => "desk-why-priority",
        Class::Urgent => "desk-why-urgent",
        Class::Appointment(_) => "desk-why-appointment",
    }
}

/// The needs in words; the service, where no need was chosen (a walk-in or an appointment).
pub(in crate::web) fn need_words(site: &Site, ticket: &Ticket, translator: Translator<'_>) -> String {
    if let ([], Some(step)) = (ticket.needs.as_slice(), ticket.steps.first()) {
        return service_words(site, ticket, &step.service, translator);
    }
    let label = |code: &NeedCode| {
        ticket
            .promise
            .need_label(code, site)
            .map_or_else(|| code.to_string(), |label| translator.pick(&label).to_owned())
    };
    ticket.needs.iter().map(label).collect::<Vec<_>>().join(" · ")
}

fn service_words(site: &Site, ticket: &Ticket, code: &ServiceCode, translator: Translator<'_>) -> String {
    ticket
        .promise
        .service_label(code, site)
        .map_or_else(|| code.to_string(), |label| translator.pick(&label).to_owned())
}

/// Where a desk stands.
pub(in crate::web) fn room(site: &Site, desk: DeskNumber, translator: Translator<'_>) -> String {
    site.desk(desk).map(|desk| translator.pick(&desk.room).to_owned()).unwrap_or_default()
}

/// A language's own name, and its name in the reader's language.
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

/// The steps without those that were dropped.
pub(in crate::web) fn steps(day: &Day, ticket: &Ticket, translator: Translator<'_>) -> Vec<StepView> {
    let is_on_it = |step: &&Step| !matches!(step.state, StepState::Dropped(_));
    ticket.steps.iter().filter(is_on_it).map(|step| step_view(day, ticket, step, translator)).collect()
}

fn step_view(day: &Day, ticket: &Ticket, step: &Step, translator: Translator<'_>) -> StepView {
    let site = day.site();
    let service = site.service(&step.service);
    let desks: Vec<DeskNumber> = match step.done_at() {
        Some(desk) => vec![desk],
        None => day.desks_to_find(&step.service).into_iter().map(|desk| desk.number).collect(),
    };
    StepView {
        service: step.service.to_string(),
        label: service_words(site, ticket, &step.service, translator),
        institution: ticket.promise.institution_name(&step.service, site).unwrap_or_default().to_owned(),
        gloss: site.institution_of(&step.service).map(|it| translator.pick(&it.gloss).to_owned()).unwrap_or_default(),
        room: desks.first().map(|desk| room(site, *desk, translator)).unwrap_or_default(),
        desks: desks.into_iter().map(|desk| desk.0).collect(),
        done: !step.is_to_come(),
        place: service.and_then(|it| site.institutions().iter().position(|other| other.code == it.institution)),
    }
}
