//! Signing in and out, by call and by form.
//!
//! A sign-in is a cookie with 256 random bits that scripts can't read (`HttpOnly`) and that browsers never send from another
//! site (`SameSite=Strict`). It ends at sign-out or after twelve hours: staff work all day.

use crate::hub::HubError;
use crate::locale::Translator;
use crate::random;
use crate::web::api::codes::RoleView;
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::http::answer;
use crate::web::http::detail::Detail;
use crate::web::http::form::Fields;
use crate::web::http::input;
use crate::web::http::page::{self, Frame};
use crate::web::http::rare_line::RareLine;
use crate::web::http::reader::{self, Reader};
use crate::web::http::refusal::{ApiError, RefusalView};
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::{Role, StaffSession};
use crate::web::sign_in::caller::{self, SESSION_COOKIE};
use crate::web::sign_in::login::LoginError;
use askama::Template;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{Extensions, HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use cookie::{Cookie, SameSite};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::ToSchema;

/// The longest name and the longest PIN, in characters.
const LONGEST: usize = 64;

/// A user name and a PIN.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Credentials {
    /// Spaces around it do not count.
    #[schema(min_length = 1, max_length = 64, pattern = r"\S")]
    name: String,
    #[schema(min_length = 1, max_length = 64)]
    pin: String,
}

/// The account that signed in.
#[derive(Serialize, ToSchema)]
struct SignedIn<'a> {
    name: &'a str,
    role: RoleView,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage<'a> {
    frame: Frame<'a>,
    trouble: Option<String>,
    /// Why the reader has to sign in again.
    why: Option<String>,
    name: &'a str,
    next: &'a str,
    /// Where to ask once more, as our own page: a browser that follows a link of another site leaves the cookie out.
    again: Option<String>,
}

/// `POST /api/v1/session {name, pin}`.
pub(in crate::web) async fn sign_in(
    State(web): State<Web>,
    Reader(language): Reader,
    extensions: Extensions,
    body: Bytes,
) -> Result<Response, ApiError> {
    let translator = web.translator(&language);
    let Credentials { name, pin } = input::json(&body, translator)?;
    let (secret, role) = enter(&web, &name, &pin, &extensions, translator).await?;
    let role = role.into();
    Ok(([(header::SET_COOKIE, cookie(secret, StaffSession::LASTS))], Json(SignedIn { name: name.trim(), role }))
        .into_response())
}

/// `DELETE /api/v1/session`.
pub(in crate::web) async fn sign_out(State(web): State<Web>, headers: HeaderMap) -> Response {
    leave(&web, &headers).await;
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie(String::new(), Duration::ZERO))]).into_response()
}

/// `GET /sign-in`: a form, or the way on for a client that is signed in already.
pub(in crate::web) async fn page(
    State(web): State<Web>,
    Reader(language): Reader,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let query = Fields::of_query(&uri);
    let next = web.routes.return_page(query.get("next").unwrap_or(""));
    // An error is logged there; the form is the way on in any case.
    if let Ok(Some(_)) = caller::staff(&web, &headers).await {
        return Redirect::to(next).into_response();
    }
    let again = (caller::comes_from_elsewhere(&headers) && query.get("again").is_none())
        .then(|| format!("{}&again=1", own_address(next)));
    let site = web.site();
    let frame = Frame::for_staff(&web, &site, &language, &own_address(next));
    let why = match query.get("why") {
        Some("ended") => Some(frame.t("desk-sign-in-ended")),
        Some("not-done") => Some(frame.t("desk-sign-in-not-done")),
        _ => None,
    };
    let mut response = answer::page(StatusCode::OK, &SignInPage { frame, trouble: None, why, name: "", next, again });
    page::remember_language(&mut response, &uri);
    response
}

/// `POST /sign-in` by the form.
pub(in crate::web) async fn sign_in_by_form(
    State(web): State<Web>,
    Reader(language): Reader,
    extensions: Extensions,
    fields: Fields,
) -> Response {
    let translator = web.translator(&language);
    let (name, pin) = (fields.get("name").unwrap_or(""), fields.get("pin").unwrap_or(""));
    let next = web.routes.return_page(fields.get("next").unwrap_or(""));
    match enter(&web, name, pin, &extensions, translator).await {
        Ok((secret, _)) => {
            ([(header::SET_COOKIE, cookie(secret, StaffSession::LASTS))], Redirect::to(next)).into_response()
        }
        Err(error) => {
            let site = web.site();
            let frame = Frame::for_staff(&web, &site, &language, &own_address(next));
            let (status, retry_after) = (error.status, error.retry_after);
            let shown = SignInPage { frame, trouble: Some(error.message), why: None, name, next, again: None };
            let mut response = answer::page(status, &shown);
            if let Some(seconds) = retry_after {
                response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            }
            response
        }
    }
}

/// `POST /sign-out` by the form.
pub(in crate::web) async fn sign_out_by_form(State(web): State<Web>, headers: HeaderMap) -> Response {
    leave(&web, &headers).await;
    ([(header::SET_COOKIE, cookie(String::new(), Duration::ZERO))], Redirect::to("/sign-in")).into_response()
}

async fn enter(
    web: &Shared,
    name: &str,
    pin: &str,
    extensions: &Extensions,
    translator: Translator<'_>,
) -> Result<(String, Role), ApiError> {
    let name = name.trim();
    let is_in_bounds = |text: &str| (1..=LONGEST).contains(&text.chars().count());
    for (field, text) in [("name", name), ("pin", pin)] {
        if !is_in_bounds(text) {
            let detail = Detail::new(format!("body.{field}"), format!("expected 1 to {LONGEST} characters"));
            return Err(ApiError::invalid(detail, translator));
        }
    }
    let failed = |error| response_to(error, translator);
    let from = caller::address(extensions);
    let checked = web.logins.check(name, pin, from).await;
    let role = checked.map_err(failed)?;
    let secret = random::secret().map_err(|error| {
        static LINE: RareLine = RareLine::new();
        if let Some(left_out) = LINE.due() {
            tracing::error!(%error, left_out, "a sign-in failed for want of random bytes: restart the machine");
        }
        failed(LoginError::Away)
    })?;
    let now = web.now();
    let ends = now.checked_add(StaffSession::LASTS).map_err(|_| failed(LoginError::Away))?;
    let opened = web.accounts.open_session(name.to_owned(), &secret, now, ends).await;
    opened.map_err(|_| failed(LoginError::Away))?;
    Ok((secret, role))
}

async fn leave(web: &Shared, headers: &HeaderMap) {
    if let Some(secret) = reader::cookie(headers, SESSION_COOKIE).filter(|secret| secret.len() <= 128) {
        // A failure is logged there, and the browser loses the cookie in any case.
        let _ = web.accounts.close_session(&secret).await;
    }
}

fn response_to(error: LoginError, translator: Translator<'_>) -> ApiError {
    match error {
        LoginError::WrongPin => {
            ApiError::new(StatusCode::UNAUTHORIZED, "wrong-pin", translator.message("web-wrong-pin"))
        }
        LoginError::Wait { seconds } => {
            let message = translator.message_with("web-too-many", &[("seconds", seconds.into())]);
            let error = ApiError::new(StatusCode::TOO_MANY_REQUESTS, "too-many", message);
            ApiError { retry_after: Some(seconds), ..error }
        }
        LoginError::Busy => ApiError::of(&HubError::Busy, translator),
        LoginError::Away => ApiError::of(&HubError::Away, translator),
    }
}

/// A browser deletes a cookie whose time is zero.
fn cookie(secret: String, time: Duration) -> String {
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    Cookie::build((SESSION_COOKIE, secret))
        .http_only(true)
        .same_site(SameSite::Strict)
        .path("/")
        .max_age(cookie::time::Duration::seconds(seconds))
        .to_string()
}

/// The address of the sign-in that leads to this page.
fn own_address(next: &str) -> String {
    format!("/sign-in?next={next}")
}

/// Describes [`sign_in`].
pub(in crate::web) fn sign_in_operation() -> OperationDoc {
    OperationDoc::new(Tag::Session, "Sign in: the answer sets a cookie that is valid for twelve hours")
        .takes::<Credentials>()
        .gives::<SignedIn<'_>>(StatusCode::OK, "Signed in")
        .fails::<RefusalView<'_>>(StatusCode::UNAUTHORIZED, "The name or the PIN is wrong")
        .fails::<RefusalView<'_>>(StatusCode::TOO_MANY_REQUESTS, "Too many wrong PINs before")
}

/// Describes [`sign_out`].
pub(in crate::web) fn sign_out_operation() -> OperationDoc {
    OperationDoc::new(Tag::Session, "Sign out").gives_nothing("Signed out")
}
