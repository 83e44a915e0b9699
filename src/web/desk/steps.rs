//! Changing a ticket's way: one more service, one less, another order. Any desk's staff may, for any ticket.

use crate::web::desk::order::{AboutTicket, At, Order};
use crate::web::http::refusal::ApiError;
use axum::Json;
use axum::body::Bytes;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneStep {
    ticket: String,
    service: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllSteps {
    ticket: String,
    services: Vec<String>,
}

/// `POST …/add-step {ticket, service}`: at the end of the way.
pub(in crate::web) async fn add(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    let OneStep { ticket, service } = order.read(&body)?;
    let (ticket, service) = (order.ticket(&ticket)?, order.service(&service)?);
    order.about_ticket(order.hub().add_step(desk, ticket, service, order.key()).await)
}

/// `POST …/drop-step {ticket, service}`: one that nobody has begun.
pub(in crate::web) async fn drop(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    let OneStep { ticket, service } = order.read(&body)?;
    let (ticket, service) = (order.ticket(&ticket)?, order.service(&service)?);
    order.about_ticket(order.hub().drop_step(desk, ticket, service, order.key()).await)
}

/// `POST …/order-steps {ticket, services}`: all that nobody has begun, in their new order.
pub(in crate::web) async fn order(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    let AllSteps { ticket, services } = order.read(&body)?;
    let (ticket, services) = (order.ticket(&ticket)?, order.services(&services)?);
    order.about_ticket(order.hub().order_steps(desk, ticket, services, order.key()).await)
}
