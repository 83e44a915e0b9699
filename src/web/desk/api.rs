//! The desks' verbs by call: who sits there, whom they call, what becomes of whoever was called.

use crate::domain::LanguageTag;
use crate::web::desk::order::{AboutDesk, AboutTicket, At, Order};
use crate::web::http::answer;
use crate::web::http::refusal::ApiError;
use axum::Json;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Opening {
    languages: Option<Vec<String>>,
    services: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WalkIn {
    service: String,
    language: String,
}

/// `POST …/open {languages, services?}`; without a body as the site file has it.
pub(in crate::web) async fn open(at: At, order: Order, body: Bytes) -> Result<Json<AboutDesk>, ApiError> {
    let Opening { languages, services } = answer::json_or_default(&body, order.translator())?;
    // Left out means all of them; none of them is a mistake and not all of them.
    let is_none = |list: &Option<Vec<String>>| list.as_ref().is_some_and(Vec::is_empty);
    if is_none(&languages) || is_none(&services) {
        return Err(order.bad_input());
    }
    let languages =
        languages.iter().flatten().map(|tag| order.language(tag)).collect::<Result<Vec<LanguageTag>, _>>()?;
    let services = services.map(|codes| order.services(&codes)).transpose()?;
    let done = order.hub().open(at.0, languages, services, order.key()).await;
    order.about_desk(at, done)
}

/// `POST …/pause`.
pub(in crate::web) async fn pause(at: At, order: Order) -> Result<Json<AboutDesk>, ApiError> {
    let done = order.hub().pause(at.0, order.key()).await;
    order.about_desk(at, done)
}

/// `POST …/close`.
pub(in crate::web) async fn close(at: At, order: Order) -> Result<Json<AboutDesk>, ApiError> {
    let done = order.hub().close(at.0, order.key()).await;
    order.about_desk(at, done)
}

/// `POST …/call-next`: 204 when nobody waits for what the desk does.
pub(in crate::web) async fn call_next(At(desk): At, order: Order) -> Result<Response, ApiError> {
    match order.hub().call_next(desk, order.key()).await.transpose() {
        Some(summons) => order.called(summons),
        None => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}

/// `POST …/call {ticket}`: this very one, whoever came before.
pub(in crate::web) async fn call(At(desk): At, order: Order, body: Bytes) -> Result<Response, ApiError> {
    order.called(order.hub().call(desk, order.which(&body)?, order.key()).await)
}

/// `POST …/recall {ticket?}`.
pub(in crate::web) async fn recall(At(desk): At, order: Order, body: Bytes) -> Result<Response, ApiError> {
    order.called(order.hub().recall(desk, order.meant(&body)?, order.key()).await)
}

/// `POST …/start {ticket?}`.
pub(in crate::web) async fn start(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    order.about_ticket(order.hub().start(desk, order.meant(&body)?, order.key()).await)
}

/// `POST …/no-show {ticket?}`.
pub(in crate::web) async fn no_show(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    order.about_ticket(order.hub().no_show(desk, order.meant(&body)?, order.key()).await)
}

/// `POST …/finish {ticket?}`.
pub(in crate::web) async fn finish(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    order.about_ticket(order.hub().finish(desk, order.meant(&body)?, order.key()).await)
}

/// `POST …/take-back {ticket}`.
pub(in crate::web) async fn take_back(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    order.about_ticket(order.hub().take_back(desk, order.which(&body)?, order.key()).await)
}

/// `POST …/walk-in {service, language}`: serves somebody who stands there without a number.
pub(in crate::web) async fn walk_in(At(desk): At, order: Order, body: Bytes) -> Result<Json<AboutTicket>, ApiError> {
    let WalkIn { service, language } = order.read(&body)?;
    let (service, language) = (order.service(&service)?, order.language(&language)?);
    order.about_ticket(order.hub().walk_in(desk, service, language, order.key()).await)
}
