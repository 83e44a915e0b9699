//! Error responses: status, code, and a message in the reader's language.

use crate::hub::HubError;
use crate::locale::Translator;
use crate::web::http::detail::Detail;
use crate::web::http::plain_text;
use crate::web::http::rare_line::RareLine;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// An error response: `{refusal, message}`, with `detail` where the request could not be read.
#[derive(Debug, Clone)]
pub(in crate::web) struct ApiError {
    pub(in crate::web) status: StatusCode,
    pub(in crate::web) code: &'static str,
    pub(in crate::web) message: String,
    pub(in crate::web) detail: Option<Box<Detail>>,
    pub(in crate::web) retry_after: Option<u32>,
}

/// Why a request was refused.
#[derive(Serialize, ToSchema)]
#[schema(as = Refusal)]
pub(in crate::web) struct RefusalView<'a> {
    /// A code for programs.
    #[schema(pattern = "^[a-z]+(-[a-z]+)*$", examples("key-reused"))]
    refusal: &'a str,
    /// The same in the reader's language.
    #[serde(serialize_with = "plain_text::serialize")]
    #[schema(min_length = 1)]
    message: &'a str,
}

/// Why a request could not be read.
#[derive(Serialize, ToSchema)]
#[schema(as = BadInput)]
pub(in crate::web) struct BadInputView<'a> {
    #[serde(flatten)]
    refusal: RefusalView<'a>,
    detail: &'a Detail,
}

impl ApiError {
    pub(in crate::web) fn new(status: StatusCode, code: &'static str, message: String) -> ApiError {
        ApiError { status, code, message, detail: None, retry_after: None }
    }

    /// The command failed in the hub.
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

    /// The request can't be parsed or is out of bounds.
    pub(in crate::web) fn bad_input(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", translator.message("web-bad-input"))
    }

    /// The same for a program, with the place of the mistake.
    pub(in crate::web) fn invalid(detail: Detail, translator: Translator<'_>) -> ApiError {
        log_unreadable(&detail);
        ApiError { detail: Some(Box::new(detail)), ..ApiError::bad_input(translator) }
    }

    /// The body is larger than any that is read.
    pub(in crate::web) fn too_large(translator: Translator<'_>) -> ApiError {
        let detail = Detail::new("body", "larger than 64 kB");
        ApiError { status: StatusCode::PAYLOAD_TOO_LARGE, ..ApiError::invalid(detail, translator) }
    }

    /// A form to open a desk came without a language or a service.
    pub(in crate::web) fn nothing_ticked(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", translator.message("desk-tick-one"))
    }

    /// A form came without a choice from its list.
    pub(in crate::web) fn nothing_chosen(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", translator.message("desk-choose-first"))
    }

    /// The route is for staff, and the client is not signed in.
    pub(in crate::web) fn not_signed_in(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::UNAUTHORIZED, "not-signed-in", translator.message("web-not-signed-in"))
    }

    /// Staff have to choose a PIN of their own before anything else.
    pub(in crate::web) fn pin_first(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::FORBIDDEN, "pin-first", translator.message("desk-own-pin-asked"))
    }

    /// The client may not do this.
    pub(in crate::web) fn forbidden(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::FORBIDDEN, "forbidden", translator.message("web-forbidden"))
    }

    /// The request came in clear, and this door speaks https alone.
    pub(in crate::web) fn https_only(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::BAD_REQUEST, "https-only", translator.message("web-https-only"))
    }

    /// The client tries too often.
    pub(in crate::web) fn too_many(seconds: u32, translator: Translator<'_>) -> ApiError {
        let message = translator.message_with("web-too-many", &[("seconds", seconds.into())]);
        let error = ApiError::new(StatusCode::TOO_MANY_REQUESTS, "too-many", message);
        ApiError { retry_after: Some(seconds), ..error }
    }

    /// The route exists, but not with this method.
    pub(in crate::web) fn wrong_method(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "wrong-method", translator.message("web-wrong-method"))
    }

    /// A bug in this program.
    pub(in crate::web) fn broken(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", translator.message("web-broken"))
    }

    /// No such route or resource.
    pub(in crate::web) fn not_found(translator: Translator<'_>) -> ApiError {
        ApiError::new(StatusCode::NOT_FOUND, "not-found", translator.message("web-not-found"))
    }

    /// The ticket does not exist or its day is over; the response must not tell which.
    pub(in crate::web) fn unknown_ticket(translator: Translator<'_>) -> ApiError {
        let message = translator.refusal(&crate::domain::Refusal::UnknownTicket);
        ApiError::new(StatusCode::NOT_FOUND, "unknown-ticket", message)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let refusal = RefusalView { refusal: self.code, message: &self.message };
        let mut response = match &self.detail {
            Some(detail) => (self.status, Json(BadInputView { refusal, detail })).into_response(),
            None => (self.status, Json(refusal)).into_response(),
        };
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // `shape.rs` turns it into a page for browsers.
        response.extensions_mut().insert(self);
        response
    }
}

/// Says in the log what was wrong with a request.
fn log_unreadable(detail: &Detail) {
    static LINE: RareLine = RareLine::new();
    let (place, what) = (&detail.place, &detail.what);
    match LINE.due() {
        Some(left_out) => tracing::info!(place, what, left_out, "a request could not be read and was refused"),
        None => tracing::debug!(place, what, "a request could not be read and was refused"),
    }
}
