//! `GET /api/v1/day`: queues, desks and tickets, for staff.

use crate::domain::{Day, InstitutionCode, ServiceCode};
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::view::{self, ClerkTicket, DeskView};
use crate::web::http::reader::Reader;
use crate::web::shared::Web;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// The day for staff. Without tokens: with a ticket's token its visitor can withdraw it.
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
pub(in crate::web) async fn get(State(web): State<Web>, Reader(reader): Reader) -> Json<DayView> {
    let (day, now, translator) = (web.day(), web.now(), web.translator(&reader));
    let site = day.site();
    let queues = site.services().iter().map(|service| QueueView {
        service: service.code.to_string(),
        label: translator.pick(&service.label).to_owned(),
        institution: service.institution.to_string(),
        waiting: day.queues().len(&service.code),
        open_desks: day.open_desks(&service.code),
    });
    Json(DayView {
        date: day.date().map(|date| date.to_string()),
        last_call: day.last_call().0,
        waiting: day.queues().total(),
        appointments_to_come: appointments_to_come(&day, now),
        queues: queues.collect(),
        desks: site.desks().iter().map(|desk| view::desk(&day, desk.number, translator)).collect(),
        tickets: day.tickets().map(|ticket| view::for_clerk(&day, ticket, translator, now)).collect(),
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
