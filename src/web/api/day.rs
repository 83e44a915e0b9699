//! `GET /api/v1/day`: queues, desks and tickets, for staff. A clerk of certain institutions gets theirs, an auditor the figures.

use crate::domain::{Day, Desk, InstitutionCode, ServiceCode};
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::view::{self, ClerkTicket, DeskView};
use crate::web::http::reader::Reader;
use crate::web::shared::Web;
use crate::web::sign_in::caller::Caller;
use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// The day for staff, as far as it is the account's; for auditors without tickets. Without tokens: with a ticket's token its visitor can withdraw it.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct DayView {
    /// `null` before the first business day is open.
    #[schema(value_type = Option<String>, format = Date, required)]
    date: Option<String>,
    /// The newest call's count.
    last_call: u64,
    waiting: usize,
    /// Appointments of today without a check-in so far, also those whose time has passed.
    appointments_to_come: usize,
    queues: Vec<QueueView>,
    desks: Vec<DeskView>,
    tickets: Vec<ClerkTicket>,
}

#[derive(Serialize, ToSchema)]
struct QueueView {
    #[schema(value_type = ServiceCode)]
    service: String,
    label: String,
    #[schema(value_type = InstitutionCode)]
    institution: String,
    waiting: usize,
    open_desks: usize,
}

/// `GET /api/v1/day`.
pub(in crate::web) async fn get(
    State(web): State<Web>,
    Reader(reader): Reader,
    Extension(caller): Extension<Caller>,
) -> Json<DayView> {
    let (day, now, translator) = (web.day(), web.now(), web.translator(&reader));
    let site = day.site();
    let reach = caller.reach(site);
    let own_services = site.services().iter().filter(|service| reach.has_service(site, &service.code));
    let queues = own_services.map(|service| QueueView {
        service: service.code.to_string(),
        label: translator.pick(&service.label).to_owned(),
        institution: service.institution.to_string(),
        waiting: day.queues().len(&service.code),
        open_desks: day.open_desks(&service.code),
    });
    let desk = |desk: &Desk| {
        let shown = view::desk(&day, desk.number, translator);
        if caller.is_auditor() { shown.without_visitor() } else { shown }
    };
    let own_desks = site.desks().iter().filter(|desk| reach.has_desk(site, desk.number));
    let own_tickets = day.tickets().filter(|ticket| !caller.is_auditor() && reach.has_ticket(&day, ticket));
    Json(DayView {
        date: day.date().map(|date| date.to_string()),
        last_call: day.last_call().0,
        waiting: day.queues().total(),
        appointments_to_come: appointments_to_come(&day, now),
        queues: queues.collect(),
        desks: own_desks.map(desk).collect(),
        tickets: own_tickets.map(|ticket| view::for_clerk(&day, ticket, translator, now)).collect(),
    })
}

fn appointments_to_come(day: &Day, now: Timestamp) -> usize {
    let today = day.site().business_date(now);
    day.appointments().filter(|(_, appointment)| day.site().business_date(appointment.at) == today).count()
}

/// Describes [`get`].
pub(in crate::web) fn operation() -> OperationDoc {
    OperationDoc::new(Tag::Day, "Get the queues, desks and tickets of the day")
        .gives::<DayView>(StatusCode::OK, "The day now")
}
