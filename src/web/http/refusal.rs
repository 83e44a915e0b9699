//! Why there is no good answer, as status, code and words in the reader's language.

use crate::hub::HubError;
use crate::locale::Translator;
use crate::web::http::answer;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// An answer that is not the good one: `{refusal, message}`.
#[derive(Debug, Clone)]
pub(in crate::web) struct ApiError {
    pub(in crate::web) status: StatusCode,
    pub(in crate::web) code: &'static str,
    pub(in crate::web) message: String,
    pub(in crate::web) retry_after: Option<u32>,
}

/// Why somebody can't sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum LoginError {
    /// The name or the PIN is wrong; which of them is nobody's business.
    WrongPin,
    /// Too many wrong PINs before.
    Wait {
        /// How long to wait.
        seconds: u32,
    },
    /// PINs can't be checked now.
    Away,
}

#[derive(Serialize)]
struct Body<'a> {
    refusal: &'a str,
    #[serde(serialize_with = "answer::plain")]
    message: &'a str,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str, message: String) -> ApiError {
        ApiError { status, code, message, retry_after: None }
    }

    /// What the hub answered instead of doing it.
    pub(in crate::web) fn of(error: &HubError, translator: Translator<'_>) -> ApiError {
        let away = |code, id| ApiError {
            retry_after: Some(2),
            ..ApiError::new(StatusCode::SERVICE_UNAVAILABLE, code, translator.message(id))
        };
        match error {
            HubError::Refused(refusal) => {
                ApiError::new(StatusCode::CONFLICT, refusal.code(), translator.refusal(refusal))
            }
            HubError::NotSaved => away("not-saved", "refusal-not-saved"),
            HubError::Busy => away("busy", "refusal-busy"),
            HubError::Away => away("away", "refusal-away"),
        }
    }

    /// Why somebody can't sign in.
    pub(in crate::web) fn unwelcome(why: LoginError, translator: Translator<'_>) -> ApiError {
        match why {
            LoginError::WrongPin => {
                ApiError::new(StatusCode::UNAUTHORIZED, "wrong-pin", translator.message("web-wrong-pin"))
            }
            LoginError::Wait { seconds } => {
                let message = translator.message_with("web-too-many", &[("seconds", seconds.into())]);
                let trouble = ApiError::new(StatusCode::TOO_MANY_REQUESTS, "too-many", message);
                ApiError { retry_after: Some(seconds), ..trouble }
            }
            LoginError::Away => ApiError::of(&HubError::Away, translator),
        }
    }

    /// What was sent can't be read or is out of bounds.
    pub(in crate::web) fn bad_input(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", translator.message("web-bad-input"))
    }

    /// Of what a desk speaks or does, nothing was chosen.
    pub(in crate::web) fn nothing_ticked(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", translator.message("desk-tick-one"))
    }

    /// Of a list on a desk's page, nothing was chosen.
    pub(in crate::web) fn nothing_chosen(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", translator.message("desk-choose-first"))
    }

    /// Nobody is signed in.
    pub(in crate::web) fn not_signed_in(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNAUTHORIZED, "not-signed-in", translator.message("web-not-signed-in"))
    }

    /// Whoever asks may not do this.
    pub(in crate::web) fn forbidden(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::FORBIDDEN, "forbidden", translator.message("web-forbidden"))
    }

    /// The address is there, and can't be used in this way.
    pub(in crate::web) fn wrong_method(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "wrong-method", translator.message("web-wrong-method"))
    }

    /// A mistake of ours.
    pub(in crate::web) fn broken(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", translator.message("web-broken"))
    }

    /// No such address.
    pub(in crate::web) fn not_found(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::NOT_FOUND, "not-found", translator.message("web-not-found"))
    }

    /// No such ticket, or its day is over: nobody is told which.
    pub(in crate::web) fn unknown_ticket(translator: Translator<'_>) -> ApiError {
        let message = translator.refusal(&crate::domain::Refusal::UnknownTicket);
        ApiError::new(StatusCode::NOT_FOUND, "unknown-ticket", message)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = Body { refusal: self.code, message: &self.message };
        let mut response = (self.status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // For `shape.rs`: where a page was asked for, it says the same as a page.
        response.extensions_mut().insert(self);
        response
    }
}
