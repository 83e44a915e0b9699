//! What a desk does with a visitor it can't finish with: put aside, take up again, hand on. The number and the age stay.

use crate::domain::{DeskNumber, Target, TransferReason};
use crate::web::desk::order::{AboutTicket, At, Order};
use crate::web::http::refusal::ApiError;
use axum::Json;
use axum::body::Bytes;
use axum::response::Response;
use serde::Deserialize;

/// Where to, one of the two, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Transfer {
    service: Option<String>,
    desk: Option<u16>,
    reason: Option<String>,
    /// As for `park`: refused when the desk has another one by now.
    ticket: Option<String>,
}

/// `POST …/park {ticket?}`: a paper is missing.
pub(in crate::web) async fn park(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    order.about_ticket(order.hub().park(desk, order.meant(&body)?, order.key()).await)
}

/// `POST …/resume {ticket}`: at any desk that does the service.
pub(in crate::web) async fn resume(At(desk): At, order: Order, body: Bytes) -> Result<Response, ApiError> {
    order.called(order.hub().resume(desk, order.which(&body)?, order.key()).await)
}

/// `POST …/transfer {service | desk, reason?, ticket?}`.
pub(in crate::web) async fn transfer(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    let Transfer { service, desk: other, reason, ticket } = order.read(&body)?;
    let to = match (service, other) {
        (Some(service), None) => Target::Service(order.service(&service)?),
        (None, Some(other)) => Target::Desk(DeskNumber(other)),
        _ => return Err(order.bad_input()),
    };
    let reason = match reason {
        Some(code) => TransferReason::parse(&code).ok_or_else(|| order.bad_input())?,
        None => TransferReason::OtherNeed,
    };
    let expected = ticket.map(|number| order.ticket(&number)).transpose()?;
    order.about_ticket(order.hub().transfer(desk, expected, to, reason, order.key()).await)
}
