//! The API operations of the desk verbs: one handler for all of them.

use crate::domain::command::Outcome;
use crate::domain::{DeskNumber, Refusal, Ticket};
use crate::hub::{HubError, Reply};
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::view::{self, ClerkTicket, DeskView, ReasonView};
use crate::web::desk::staff_request::StaffRequest;
use crate::web::desk::verb::{AnswerKind, Verb};
use crate::web::http::refusal::ApiError;
use axum::Json;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A called ticket with the number of the call and the reasons for it.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct Called {
    ticket: ClerkTicket,
    call: u64,
    why: Vec<ReasonView>,
}

/// A ticket after a command.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct AboutTicket {
    ticket: ClerkTicket,
}

/// A desk after a command.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct AboutDesk {
    desk: DeskView,
}

/// `POST` to the path of a verb.
pub(in crate::web) async fn carry_out(verb: &Verb, request: StaffRequest, body: Bytes) -> Result<Response, ApiError> {
    let command = verb.input().of_body(request.desk(), &body).map_err(|error| request.input_error(&error))?;
    let reply = request.command(command).await?;
    // A key written by an older version has no digest: only the kind of its answer shows that it was another command's.
    answer(verb.answer(), reply, &request).ok_or_else(|| request.hub_error(&HubError::Refused(Refusal::KeyReused)))
}

/// `None` if the reply does not have what this kind of answer needs.
fn answer(kind: AnswerKind, Reply { outcome, ticket }: Reply, request: &StaffRequest) -> Option<Response> {
    Some(match (kind, outcome) {
        (AnswerKind::Desk, Outcome::Done) => desk(request.desk()?, request),
        (AnswerKind::Ticket, Outcome::Changed(_) | Outcome::Issued(_)) => {
            Json(AboutTicket { ticket: view(&*ticket?, request) }).into_response()
        }
        (AnswerKind::Call | AnswerKind::CallOrNothing, Outcome::Called { call, .. }) => {
            called(&ticket?, call.0, request)
        }
        (AnswerKind::CallOrNothing, Outcome::QueueEmpty) => StatusCode::NO_CONTENT.into_response(),
        _ => return None,
    })
}

fn desk(number: DeskNumber, request: &StaffRequest) -> Response {
    Json(AboutDesk { desk: view::desk(&request.web().day(), number, request.translator()) }).into_response()
}

fn called(ticket: &Arc<Ticket>, call: u64, request: &StaffRequest) -> Response {
    let why = view::reasons(&ticket.why, request.translator());
    Json(Called { ticket: view(ticket, request), call, why }).into_response()
}

fn view(ticket: &Ticket, request: &StaffRequest) -> ClerkTicket {
    view::for_clerk(&request.web().day(), ticket, request.translator(), request.web().now())
}

/// Describes the operation of a verb at this path.
pub(in crate::web) fn operation(verb: &Verb, path: &str, summary: &'static str) -> OperationDoc {
    let is_at_desk = path.contains("{desk}");
    let operation = OperationDoc::new(if is_at_desk { Tag::Desks } else { Tag::Day }, summary).command();
    let operation = if is_at_desk { operation.at::<DeskNumber>("desk") } else { operation };
    let operation = verb.input().describe(operation);
    match verb.answer() {
        AnswerKind::Desk => operation.gives::<AboutDesk>(StatusCode::OK, "The desk now"),
        AnswerKind::Ticket => operation.gives::<AboutTicket>(StatusCode::OK, "The ticket now"),
        AnswerKind::Call => operation.gives::<Called>(StatusCode::OK, "The called ticket"),
        AnswerKind::CallOrNothing => operation
            .gives::<Called>(StatusCode::OK, "The called ticket")
            .gives_nothing("No ticket waits for what the desk does"),
    }
}
