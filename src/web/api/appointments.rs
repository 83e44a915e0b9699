//! Appointments by call: staff make and cancel them; staff and devices check visitors in.
//!
//! An appointment is a code, a service and a time. A malformed code is answered like an unknown one: for a person who
//! mistyped it both are the same.

use crate::domain::{AppointmentCode, LanguageTag, Refusal};
use crate::hub::HubError;
use crate::web::api::tickets;
use crate::web::desk::staff_request::StaffRequest;
use crate::web::http::answer;
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    service: String,
    at: String,
}

/// A new appointment; `at` as RFC 3339 in UTC.
#[derive(Serialize)]
struct Booked {
    code: String,
    service: String,
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arrival {
    language: String,
}

/// `POST /api/v1/appointments {service, at}`.
pub(in crate::web) async fn book(request: StaffRequest, body: Bytes) -> Result<Response, ApiError> {
    let Wish { service, at } = request.read(&body)?;
    let service = request.service(&service)?;
    let at: Timestamp = at.parse().map_err(|_| request.bad_input())?;
    let booked = request.hub().book(service.clone(), at, request.key()).await;
    let code = booked.map_err(|error| request.hub_error(&error))?.to_string();
    let address = format!("/api/v1/appointments/{code}");
    let booked = Booked { code, service: service.to_string(), at: at.to_string() };
    Ok((StatusCode::CREATED, [(header::LOCATION, address)], Json(booked)).into_response())
}

/// `DELETE /api/v1/appointments/{code}`.
pub(in crate::web) async fn unbook(request: StaffRequest, Path(code): Path<String>) -> Result<StatusCode, ApiError> {
    let done = match read(&code) {
        Ok(code) => request.hub().unbook(code, request.key()).await,
        Err(unknown) => Err(unknown),
    };
    done.map(|()| StatusCode::NO_CONTENT).map_err(|error| request.hub_error(&error))
}

/// `POST /api/v1/appointments/{code}/check-in {language}`: a number, as `POST /api/v1/tickets` gives it.
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
    let Arrival { language } = answer::json(&body, translator)?;
    let language = LanguageTag::parse(&language).map_err(|_| ApiError::bad_input(translator))?;
    let key = keys::of_header(&headers, &caller.id(), translator)?;
    let issued = match read(&code) {
        Ok(code) => web.hub.check_in(code, language.clone(), key).await,
        Err(unknown) => Err(unknown),
    };
    tickets::answer_issued(&web, issued, &language, &uri, &headers).await
}

fn read(code: &str) -> Result<AppointmentCode, HubError> {
    AppointmentCode::parse(code).ok_or(HubError::Refused(Refusal::UnknownAppointment))
}
