//! Appointments by call: staff make and cancel them; staff and devices check visitors in.
//!
//! An appointment is a code, a service and a time. A malformed code is answered like an unknown one: for a person who
//! mistyped it both are the same.

use crate::domain::{AppointmentCode, Command, LanguageTag, Outcome, Refusal, ServiceCode, SlipPrinter};
use crate::hub::{self, HubError};
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::tickets::{self, IssuedTicket};
use crate::web::api::values::text;
use crate::web::desk::staff_request::StaffRequest;
use crate::web::http::input;
use crate::web::http::keys;
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::Web;
use crate::web::sign_in::caller::Caller;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How the code in an address is read.
const CODE_IN_PATH: &str =
    "The appointment's code; small letters, spaces and hyphens are accepted. Any other text is an unknown appointment.";

/// A service and a time.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AppointmentRequest {
    #[serde(deserialize_with = "text")]
    service: ServiceCode,
    /// In the future, within three months, while the institution is here.
    #[serde(deserialize_with = "text")]
    #[schema(value_type = String, format = DateTime, pattern = r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$")]
    at: Timestamp,
}

/// A new appointment.
#[derive(Serialize, ToSchema)]
struct AppointmentView {
    #[schema(value_type = AppointmentCode)]
    code: String,
    #[schema(value_type = ServiceCode)]
    service: String,
    /// In UTC.
    #[schema(value_type = Timestamp)]
    at: String,
}

/// The visitor of an appointment is here.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CheckInRequest {
    #[serde(deserialize_with = "text")]
    language: LanguageTag,
    /// The site's printer prints the slip.
    #[serde(default)]
    print: bool,
}

/// `POST /api/v1/appointments {service, at}`.
pub(in crate::web) async fn book(request: StaffRequest, body: Bytes) -> Result<Response, ApiError> {
    let AppointmentRequest { service, at } = request.read(&body)?;
    let code = hub::fresh_code().map_err(|error| request.hub_error(&error))?;
    let reply = request.command(Command::Book { service: service.clone(), at, code }).await?;
    let Outcome::Booked(code) = reply.outcome else {
        return Err(request.hub_error(&HubError::Refused(Refusal::KeyReused)));
    };
    let code = code.to_string();
    let address = format!("/api/v1/appointments/{code}");
    let booked = AppointmentView { code, service: service.to_string(), at: at.to_string() };
    Ok((StatusCode::CREATED, [(header::LOCATION, address)], Json(booked)).into_response())
}

/// `DELETE /api/v1/appointments/{code}`.
pub(in crate::web) async fn unbook(request: StaffRequest, Path(code): Path<String>) -> Result<StatusCode, ApiError> {
    let code = read(&code).map_err(|error| request.hub_error(&error))?;
    match request.command(Command::Unbook { code }).await?.outcome {
        Outcome::Done => Ok(StatusCode::NO_CONTENT),
        _ => Err(request.hub_error(&HubError::Refused(Refusal::KeyReused))),
    }
}

/// `POST /api/v1/appointments/{code}/check-in {language, print?}`: a number, as `POST /api/v1/tickets` gives it.
pub(in crate::web) async fn check_in(
    State(web): State<Web>,
    Reader(reader): Reader,
    Extension(caller): Extension<Caller>,
    Path(code): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let translator = web.translator(&reader);
    let CheckInRequest { language, print } = input::json(&body, translator)?;
    let key = keys::of_header(&headers, &caller.id(), translator)?;
    let token = hub::fresh_token().map_err(|error| ApiError::of(&error, translator))?;
    let issued = match read(&code) {
        Ok(code) => {
            let check_in = Command::CheckIn { code, language: language.clone(), token };
            let check_in = if print { check_in.with_slip(SlipPrinter::Site) } else { check_in };
            caller.must_reach(&web, &check_in).map_err(|denied| denied.answer(translator))?;
            web.hub.about_ticket(check_in, key).await
        }
        Err(unknown) => Err(unknown),
    };
    tickets::answer_issued(&web, issued, &language, &uri, &headers).await
}

fn read(code: &str) -> Result<AppointmentCode, HubError> {
    AppointmentCode::parse(code).ok_or(HubError::Refused(Refusal::UnknownAppointment))
}

/// Describes [`book`].
pub(in crate::web) fn book_operation() -> OperationDoc {
    OperationDoc::new(Tag::Appointments, "Make an appointment")
        .command()
        .takes::<AppointmentRequest>()
        .gives::<AppointmentView>(StatusCode::CREATED, "The appointment with its code")
}

/// Describes [`unbook`].
pub(in crate::web) fn unbook_operation() -> OperationDoc {
    OperationDoc::new(Tag::Appointments, "Give up an appointment")
        .at_text("code", CODE_IN_PATH)
        .command()
        .gives_nothing("The appointment is given up")
}

/// Describes [`check_in`].
pub(in crate::web) fn check_in_operation() -> OperationDoc {
    OperationDoc::new(Tag::Appointments, "Issue a ticket for an appointment")
        .at_text("code", CODE_IN_PATH)
        .command()
        .takes::<CheckInRequest>()
        .gives::<IssuedTicket>(StatusCode::CREATED, "The new ticket, in its own language")
}
