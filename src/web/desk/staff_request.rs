//! What every command of the staff brings along: idempotency key, language of the reader, desk in the address.

use crate::domain::{Command, DeskNumber, IdempotencyKey, LanguageTag};
use crate::hub::{HubError, Reply};
use crate::locale::Translator;
use crate::web::api::values::FromText;
use crate::web::desk::input::InputError;
use crate::web::http::input;
use crate::web::http::keys;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// A command of the staff, without its body.
pub(in crate::web) struct StaffRequest {
    web: Web,
    caller: Caller,
    key: Option<IdempotencyKey>,
    reader: LanguageTag,
    desk: Option<DeskNumber>,
}

impl FromRequestParts<Web> for StaffRequest {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<StaffRequest, ApiError> {
        let reader = reader::of(web, &parts.extensions, &parts.uri, &parts.headers);
        let caller = parts.extensions.get::<Caller>().cloned().unwrap_or(Caller::Anonymous);
        let key = keys::of_header(&parts.headers, &caller.id(), web.translator(&reader))?;
        let names = Path::<HashMap<String, String>>::from_request_parts(parts, web).await;
        let desk = names.ok().and_then(|Path(names)| DeskNumber::from_text(names.get("desk")?));
        Ok(StaffRequest { web: web.clone(), caller, key, reader, desk })
    }
}

impl StaffRequest {
    pub(in crate::web) fn web(&self) -> &Shared {
        &self.web
    }

    /// Gives a command to the hub, with the request's key, if the caller may give it.
    pub(in crate::web) async fn command(&self, command: Command) -> Result<Reply, ApiError> {
        self.caller.command(&self.web, command, self.key.clone(), self.translator()).await
    }

    pub(in crate::web) fn translator(&self) -> Translator<'_> {
        self.web.translator(&self.reader)
    }

    /// The desk in the address; `None` where the address has none or no number in its place.
    pub(in crate::web) fn desk(&self) -> Option<DeskNumber> {
        self.desk
    }

    pub(in crate::web) fn hub_error(&self, error: &HubError) -> ApiError {
        ApiError::of(error, self.translator())
    }

    pub(in crate::web) fn input_error(&self, error: &InputError) -> ApiError {
        error.answer(self.translator())
    }

    pub(in crate::web) fn read<T: DeserializeOwned>(&self, body: &Bytes) -> Result<T, ApiError> {
        input::json(body, self.translator())
    }
}
