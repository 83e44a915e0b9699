//! Tickets by call: issuing one to a kiosk, a reception or a script; reading its state; leaving the queue.

use crate::domain::{Command, LanguageTag, NeedCode, SlipPrinter, Ticket, TicketNumber, Token};
use crate::hub::{self, HubError};
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::values::text;
use crate::web::api::view::{self, StepView, VisitorTicket, WaitView};
use crate::web::http::input;
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
use utoipa::ToSchema;

/// What a visitor chose.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TicketRequest {
    #[serde(deserialize_with = "text")]
    needs: Vec<NeedCode>,
    #[serde(deserialize_with = "text")]
    language: LanguageTag,
    /// The visitor asks to go first; the reason is neither asked nor stored.
    #[serde(default)]
    priority: bool,
    /// The site's printer prints the slip.
    #[serde(default)]
    print: bool,
}

/// The new ticket.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct IssuedTicket {
    #[schema(value_type = Token)]
    token: String,
    #[schema(value_type = TicketNumber)]
    number: String,
    steps: Vec<StepView>,
    /// How many tickets are before it.
    ahead: usize,
    /// That of a visitor who came when the newest forecast was made, a moment ago; `null` without a forecast.
    #[schema(required)]
    wait: Option<WaitView>,
}

/// `POST /api/v1/tickets {needs, language, priority?, print?}`.
pub(in crate::web) async fn issue(
    State(web): State<Web>,
    Reader(reader): Reader,
    Extension(caller): Extension<Caller>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let translator = web.translator(&reader);
    let TicketRequest { needs, language, priority, print } = input::json(&body, translator)?;
    let key = keys::of_header(&headers, &caller.id(), translator)?;
    let token = hub::fresh_token().map_err(|error| ApiError::of(&error, translator))?;
    let issue = Command::Issue { needs, language: language.clone(), priority, token };
    let issue = if print { issue.with_slip(SlipPrinter::Site) } else { issue };
    caller.must_reach(&web, &issue).map_err(|denied| denied.answer(translator))?;
    let issued = web.hub.about_ticket(issue, key).await;
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
    let address = format!("/api/v1/tickets/{token}");
    let issued = IssuedTicket {
        token,
        number: ticket.number.to_string(),
        steps: view::steps(&day, &ticket, web.translator(language)),
        ahead: day.ahead(&ticket),
        wait: web.hub.forecast().wait(&ticket).map(WaitView::from),
    };
    Ok((StatusCode::CREATED, [(header::LOCATION, address)], Json(issued)).into_response())
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
    Ok(Json(view::for_visitor(&day, &web.hub.forecast(), &ticket, translator)))
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
    Ok(Json(view::for_visitor(&day, &web.hub.forecast(), &ticket, translator)))
}

/// Describes [`issue`].
pub(in crate::web) fn issue_operation() -> OperationDoc {
    OperationDoc::new(Tag::Tickets, "Issue a ticket")
        .command()
        .takes::<TicketRequest>()
        .gives::<IssuedTicket>(StatusCode::CREATED, "The new ticket, in its own language")
}

/// Describes [`get`].
pub(in crate::web) fn get_operation() -> OperationDoc {
    OperationDoc::new(Tag::Tickets, "Get a ticket as its visitor may see it")
        .at_token()
        .gives::<VisitorTicket>(StatusCode::OK, "The ticket now")
}

/// Describes [`withdraw`].
pub(in crate::web) fn withdraw_operation() -> OperationDoc {
    OperationDoc::new(Tag::Tickets, "Leave the queue")
        .at_token()
        .command()
        .gives::<VisitorTicket>(StatusCode::OK, "The ticket, withdrawn")
}
