//! Tickets by call: issuing one to a kiosk, a reception or a script; reading its state; leaving the queue.

use crate::domain::{LanguageTag, NeedCode, Ticket, Token};
use crate::hub::HubError;
use crate::web::api::picture::{self, StepPicture, VisitorTicket, WaitPicture};
use crate::web::http::answer;
use crate::web::http::keys;
use crate::web::http::reader::{self, Reader};
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;

/// How long the response for a new ticket waits for a forecast, where its service has none yet.
const FORECAST_WITHIN: Duration = Duration::from_millis(50);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    needs: Vec<String>,
    language: String,
    #[serde(default)]
    priority: bool,
}

#[derive(Serialize)]
struct Issued {
    token: String,
    number: String,
    steps: Vec<StepPicture>,
    ahead: usize,
    wait: Option<WaitPicture>,
}

/// `POST /api/v1/tickets {needs, language, priority?}`.
pub(in crate::web) async fn issue(
    State(web): State<Web>,
    Reader(reader): Reader,
    Extension(caller): Extension<Caller>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let translator = web.translator(&reader);
    let wanted: Wanted = answer::json(&body, translator)?;
    let needs: Result<Vec<NeedCode>, _> = wanted.needs.iter().map(|code| NeedCode::parse(code)).collect();
    let needs = needs.map_err(|_| ApiError::bad_input(translator))?;
    let language = LanguageTag::parse(&wanted.language).map_err(|_| ApiError::bad_input(translator))?;
    let key = keys::of_header(&headers, &caller.id(), translator)?;
    let issued = web.hub.issue(needs, language.clone(), wanted.priority, key).await;
    answer_issued(&web, issued, &language, &uri, &headers).await
}

/// The response with a new ticket, in the ticket's language; or with the refusal, in the reader's.
pub(in crate::web) async fn answer_issued(
    web: &Shared,
    issued: Result<Arc<Ticket>, HubError>,
    language: &LanguageTag,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Response, ApiError> {
    let ticket =
        issued.map_err(|error| ApiError::of(&error, web.translator(&refused_in(web, language, uri, headers))))?;
    let token = ticket.token.to_string();
    let day = web.day();
    let mut forecast = web.hub.forecast();
    let is_served = ticket.current_step().is_some_and(|step| day.open_desks(&step.service) > 0);
    if is_served && forecast.wait(&ticket).is_none() {
        // A desk has just opened, and the forecast does not include it yet.
        forecast = web.hub.forecast_of(day.sequence(), FORECAST_WITHIN).await;
    }
    let VisitorTicket { number, steps, ahead, wait, .. } =
        picture::for_visitor(&day, &forecast, &ticket, web.translator(language));
    let address = format!("/api/v1/tickets/{token}");
    Ok((StatusCode::CREATED, [(header::LOCATION, address)], Json(Issued { token, number, steps, ahead, wait }))
        .into_response())
}

/// The language of a refusal: the reader's own choice, else the language asked for, if the site has it.
fn refused_in(web: &Shared, language: &LanguageTag, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    let site = web.site();
    let is_spoken = site.languages().contains(language);
    let own = reader::visitors_own(web, uri, headers).or_else(|| is_spoken.then(|| language.clone()));
    own.unwrap_or_else(|| site.house_language().clone())
}

/// `GET /api/v1/tickets/{token}`.
pub(in crate::web) async fn get(
    State(web): State<Web>,
    Reader(reader): Reader,
    Path(token): Path<String>,
) -> Result<Json<VisitorTicket>, ApiError> {
    let translator = web.translator(&reader);
    let day = web.day();
    let ticket = Token::parse(&token).and_then(|token| web.ticket_of(&day, token));
    let ticket = ticket.ok_or_else(|| ApiError::unknown_ticket(translator))?;
    Ok(Json(picture::for_visitor(&day, &web.hub.forecast(), &ticket, translator)))
}

/// `DELETE /api/v1/tickets/{token}`.
pub(in crate::web) async fn withdraw(
    State(web): State<Web>,
    Reader(reader): Reader,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Json<VisitorTicket>, ApiError> {
    let translator = web.translator(&reader);
    let unknown = || ApiError::unknown_ticket(translator);
    let token = Token::parse(&token).ok_or_else(unknown)?;
    web.ticket_of(&web.day(), token).ok_or_else(unknown)?;
    let key = keys::of_header(&headers, &format!("ticket:{token}"), translator)?;
    web.hub.withdraw(token, key).await.map_err(|error| ApiError::of(&error, translator))?;
    let day = web.day();
    let ticket = web.ticket_of(&day, token).ok_or_else(unknown)?;
    Ok(Json(picture::for_visitor(&day, &web.hub.forecast(), &ticket, translator)))
}
