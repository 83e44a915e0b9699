//! `GET /api/v1/day`: queues, desks and tickets, for staff.

use crate::domain::Day;
use crate::web::api::picture::{self, ClerkTicket, DeskPicture};
use crate::web::http::reader::Reader;
use crate::web::shared::Web;
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;

/// The day for staff. Without tokens: with a ticket's token its visitor can withdraw it.
#[derive(Serialize)]
pub(in crate::web) struct DayPicture {
    date: Option<String>,
    last_call: u64,
    waiting: usize,
    /// Appointments of today without a check-in so far, also those whose time has passed.
    appointments_to_come: usize,
    queues: Vec<QueuePicture>,
    desks: Vec<DeskPicture>,
    tickets: Vec<ClerkTicket>,
}

#[derive(Serialize)]
struct QueuePicture {
    service: String,
    label: String,
    institution: String,
    waiting: usize,
    open_desks: usize,
}

/// `GET /api/v1/day`.
pub(in crate::web) async fn get(State(web): State<Web>, Reader(reader): Reader) -> Json<DayPicture> {
    let (day, now, translator) = (web.day(), web.now(), web.translator(&reader));
    let site = day.site();
    let queues = site.services().iter().map(|service| QueuePicture {
        service: service.code.to_string(),
        label: translator.pick(&service.label).to_owned(),
        institution: service.institution.to_string(),
        waiting: day.queues().len(&service.code),
        open_desks: day.open_desks(&service.code),
    });
    Json(DayPicture {
        date: day.date().map(|date| date.to_string()),
        last_call: day.last_call().0,
        waiting: day.queues().total(),
        appointments_to_come: appointments_to_come(&day, now),
        queues: queues.collect(),
        desks: site.desks().iter().map(|desk| picture::desk(&day, desk.number, translator)).collect(),
        tickets: day.tickets().map(|ticket| picture::for_clerk(&day, ticket, translator, now)).collect(),
    })
}

fn appointments_to_come(day: &Day, now: Timestamp) -> usize {
    let today = day.site().business_date(now);
    day.appointments().filter(|(_, appointment)| day.site().business_date(appointment.at) == today).count()
}
