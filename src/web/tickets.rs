//! Tickets by call: giving one to a kiosk, a reception or a script; telling how it stands; leaving the queue.

use super::answer;
use super::caller::Caller;
use super::keys;
use super::picture::{self, StepPicture, VisitorTicket, WaitPicture};
use super::reader::{self, Visitor};
use super::refusal::Trouble;
use super::shared::Web;
use crate::domain::{LanguageTag, NeedCode, Token};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    needs: Vec<String>,
    language: String,
}

#[derive(Serialize)]
struct Issued {
    token: String,
    number: String,
    steps: Vec<StepPicture>,
    ahead: usize,
    wait: Option<WaitPicture>,
}

/// `POST /api/v1/tickets {needs, language}`.
pub(super) async fn issue(
    State(web): State<Web>,
    Visitor(reader): Visitor,
    Extension(caller): Extension<Caller>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Trouble> {
    let speech = web.speak(&reader);
    let wanted: Wanted = answer::json(&body, speech)?;
    let needs: Result<Vec<NeedCode>, _> = wanted.needs.iter().map(|code| NeedCode::parse(code)).collect();
    let needs = needs.map_err(|_| Trouble::bad_input(speech))?;
    let language = LanguageTag::parse(&wanted.language).map_err(|_| Trouble::bad_input(speech))?;
    let key = keys::of_header(&headers, &caller.who(), speech)?;
    let issued = web.hub.issue(needs, language.clone(), key).await;
    // Without a wish of the reader's own, the ticket's language is the reader's, if it is one.
    let is_spoken = web.site().languages().contains(&language);
    let own = reader::visitors_own(&web, &uri, &headers).or_else(|| is_spoken.then(|| language.clone()));
    let ticket = issued.map_err(|error| Trouble::of(&error, web.speak(&own.unwrap_or(reader))))?;
    let token = ticket.token.to_string();
    let VisitorTicket { number, steps, ahead, wait, .. } =
        picture::for_visitor(&web.day(), &ticket, web.speak(&language));
    let address = format!("/api/v1/tickets/{token}");
    Ok((StatusCode::CREATED, [(header::LOCATION, address)], Json(Issued { token, number, steps, ahead, wait }))
        .into_response())
}

/// `GET /api/v1/tickets/{token}`.
pub(super) async fn get(
    State(web): State<Web>,
    Visitor(reader): Visitor,
    Path(token): Path<String>,
) -> Result<Json<VisitorTicket>, Trouble> {
    let speech = web.speak(&reader);
    let day = web.day();
    let ticket = Token::parse(&token).and_then(|token| web.ticket_of(&day, token));
    let ticket = ticket.ok_or_else(|| Trouble::unknown_ticket(speech))?;
    Ok(Json(picture::for_visitor(&day, &ticket, speech)))
}

/// `DELETE /api/v1/tickets/{token}`.
pub(super) async fn withdraw(
    State(web): State<Web>,
    Visitor(reader): Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Json<VisitorTicket>, Trouble> {
    let speech = web.speak(&reader);
    let unknown = || Trouble::unknown_ticket(speech);
    let token = Token::parse(&token).ok_or_else(unknown)?;
    web.ticket_of(&web.day(), token).ok_or_else(unknown)?;
    let key = keys::of_header(&headers, &format!("ticket:{token}"), speech)?;
    web.hub.withdraw(token, key).await.map_err(|error| Trouble::of(&error, speech))?;
    let day = web.day();
    let ticket = web.ticket_of(&day, token).ok_or_else(unknown)?;
    Ok(Json(picture::for_visitor(&day, &ticket, speech)))
}
