//! What staff do with somebody who waits, from wherever they sit: let them leave, let them go first.

use crate::domain::UrgencyReason;
use crate::web::desk::order::{AboutTicket, Order};
use crate::web::http::refusal::ApiError;
use axum::Json;
use axum::body::Bytes;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Urgent {
    ticket: String,
    /// Left out: no longer urgent.
    reason: Option<String>,
}

/// `POST /api/v1/day/withdraw {ticket}`: whoever waits or is put aside, and is gone or wants to go.
pub(in crate::web) async fn withdraw(order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    order.about_ticket(order.hub().dismiss(order.which(&body)?, order.key()).await)
}

/// `POST /api/v1/day/urgent {ticket, reason?}`: goes first, within the site's bounds; without a reason no longer.
pub(in crate::web) async fn urgent(order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    let Urgent { ticket, reason } = order.read(&body)?;
    let ticket = order.ticket(&ticket)?;
    let reason = reason.map(|code| UrgencyReason::parse(&code).ok_or_else(|| order.bad_input())).transpose()?;
    order.about_ticket(order.hub().set_urgent(ticket, reason, order.key()).await)
}
