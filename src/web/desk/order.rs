//! What every command of the staff has in common: by which key, for which reader, at which desk, and what is answered.

use crate::domain::{DeskNumber, IdempotencyKey, LanguageTag, ServiceCode, Ticket, TicketNumber};
use crate::hub::{Hub, HubError, Summons};
use crate::locale::Translator;
use crate::web::api::picture::{self, ClerkTicket, DeskPicture, ReasonPicture};
use crate::web::http::answer;
use crate::web::http::keys;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::Web;
use crate::web::sign_in::caller::Caller;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Which ticket is meant, for the verbs that are about the one at the desk: refused when it is another one by now.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Meant {
    ticket: Option<String>,
}

/// Which ticket, for the verbs that are about any.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    ticket: String,
}

/// A called ticket, the call's count and why it was this one.
#[derive(Serialize)]
struct Called {
    ticket: ClerkTicket,
    call: u64,
    why: Vec<ReasonPicture>,
}

/// What the verb was about, as it is now.
#[derive(Serialize)]
pub(in crate::web) struct AboutTicket {
    ticket: ClerkTicket,
}

/// The desk, as it is now.
#[derive(Serialize)]
pub(in crate::web) struct AboutDesk {
    desk: DeskPicture,
}

/// The desk in the address.
pub(in crate::web) struct At(pub(in crate::web) DeskNumber);

/// A command of the staff: by which key, for which reader.
pub(in crate::web) struct Order {
    web: Web,
    key: Option<IdempotencyKey>,
    reader: LanguageTag,
}

impl FromRequestParts<Web> for At {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<At, ApiError> {
        let reader = reader::clerk(web, &parts.uri, &parts.headers);
        let desk = Path::<u16>::from_request_parts(parts, web).await;
        let Path(desk) = desk.map_err(|_| ApiError::bad_input(web.translator(&reader)))?;
        Ok(At(DeskNumber(desk)))
    }
}

impl FromRequestParts<Web> for Order {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Order, ApiError> {
        let reader = reader::clerk(web, &parts.uri, &parts.headers);
        let caller = parts.extensions.get::<Caller>().map(Caller::who).unwrap_or_default();
        let key = keys::of_header(&parts.headers, &caller, web.translator(&reader))?;
        Ok(Order { web: web.clone(), key, reader })
    }
}

impl Order {
    /// The one door to the day.
    pub(in crate::web) fn hub(&self) -> &Hub {
        &self.web.hub
    }

    /// What makes it safe to send twice.
    pub(in crate::web) fn key(&self) -> Option<IdempotencyKey> {
        self.key.clone()
    }

    /// The words for whoever asks.
    pub(in crate::web) fn translator(&self) -> Translator<'_> {
        self.web.translator(&self.reader)
    }

    /// Why the hub did not do it.
    pub(in crate::web) fn trouble(&self, error: &HubError) -> ApiError {
        ApiError::of(error, self.translator())
    }

    /// What was sent can't be read or is out of bounds.
    pub(in crate::web) fn bad_input(&self) -> ApiError {
        ApiError::bad_input(self.translator())
    }

    /// Reads the body.
    pub(in crate::web) fn read<T: DeserializeOwned>(&self, body: &Bytes) -> Result<T, ApiError> {
        answer::json(body, self.translator())
    }

    /// Reads the body of a verb that is about the ticket at the desk; without one it is about whoever is there.
    pub(in crate::web) fn meant(&self, body: &Bytes) -> Result<Option<TicketNumber>, ApiError> {
        let Meant { ticket } = answer::json_or_default(body, self.translator())?;
        ticket.map(|number| self.ticket(&number)).transpose()
    }

    /// Reads the body of a verb that is about any ticket.
    pub(in crate::web) fn which(&self, body: &Bytes) -> Result<TicketNumber, ApiError> {
        let Which { ticket } = self.read(body)?;
        self.ticket(&ticket)
    }

    /// Reads a ticket's number.
    pub(in crate::web) fn ticket(&self, number: &str) -> Result<TicketNumber, ApiError> {
        TicketNumber::parse(number).ok_or_else(|| self.bad_input())
    }

    /// Reads a service's code.
    pub(in crate::web) fn service(&self, code: &str) -> Result<ServiceCode, ApiError> {
        ServiceCode::parse(code).map_err(|_| self.bad_input())
    }

    /// Reads the codes of services.
    pub(in crate::web) fn services(&self, codes: &[String]) -> Result<Vec<ServiceCode>, ApiError> {
        codes.iter().map(|code| self.service(code)).collect()
    }

    /// Reads a language's tag.
    pub(in crate::web) fn language(&self, tag: &str) -> Result<LanguageTag, ApiError> {
        LanguageTag::parse(tag).map_err(|_| self.bad_input())
    }

    /// Tells of the ticket that something was done with.
    pub(in crate::web) fn about_ticket(
        &self,
        done: Result<Arc<Ticket>, HubError>,
    ) -> Result<Json<AboutTicket>, ApiError> {
        let ticket = done.map_err(|error| self.trouble(&error))?;
        Ok(Json(AboutTicket { ticket: self.picture(&ticket) }))
    }

    /// Tells of the desk at which something was done.
    pub(in crate::web) fn about_desk(
        &self,
        At(desk): At,
        done: Result<(), HubError>,
    ) -> Result<Json<AboutDesk>, ApiError> {
        done.map_err(|error| self.trouble(&error))?;
        Ok(Json(AboutDesk { desk: picture::desk(&self.web.day(), desk, self.translator()) }))
    }

    /// Tells of a call: who, by which count, why this one.
    pub(in crate::web) fn called(&self, summons: Result<Summons, HubError>) -> Result<Response, ApiError> {
        let Summons { ticket, call } = summons.map_err(|error| self.trouble(&error))?;
        let why = picture::reasons(&ticket.why, self.translator());
        Ok(Json(Called { ticket: self.picture(&ticket), call: call.0, why }).into_response())
    }

    fn picture(&self, ticket: &Ticket) -> ClerkTicket {
        picture::for_clerk(&self.web.day(), ticket, self.translator(), self.web.now())
    }
}
