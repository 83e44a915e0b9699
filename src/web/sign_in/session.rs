//! Signing in and out, by call and by form.
//!
//! A sign-in is a cookie with 256 random bits that only the server reads (`HttpOnly`) and that no other site's page can
//! use (`SameSite=Strict`). It ends twelve hours after it began, because clerks sit there all day, or at the sign-out.

use crate::locale::Translator;
use crate::web::http::answer;
use crate::web::http::form::Fields;
use crate::web::http::page::Frame;
use crate::web::http::reader::{self, Clerk};
use crate::web::http::refusal::{ApiError, LoginError};
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::Role;
use crate::web::sign_in::caller::{self, SESSION_COOKIE};
use askama::Template;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{Extensions, HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long a sign-in holds.
const HOLDS: Duration = Duration::from_secs(12 * 3600);
/// The longest name and the longest PIN, in bytes.
const LONGEST: usize = 64;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    name: String,
    pin: String,
}

#[derive(Serialize)]
struct SignedIn<'a> {
    name: &'a str,
    role: &'static str,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage<'a> {
    frame: Frame<'a>,
    trouble: Option<String>,
    name: &'a str,
    next: &'a str,
}

/// `POST /api/v1/session {name, pin}`.
pub(in crate::web) async fn sign_in(
    State(web): State<Web>,
    Clerk(language): Clerk,
    extensions: Extensions,
    body: Bytes,
) -> Result<Response, ApiError> {
    let translator = web.translator(&language);
    let Credentials { name, pin } = answer::json(&body, translator)?;
    let (secret, role) = enter(&web, &name, &pin, &extensions, translator).await?;
    let role = role.name();
    Ok(([(header::SET_COOKIE, cookie(&secret))], Json(SignedIn { name: name.trim(), role })).into_response())
}

/// `DELETE /api/v1/session`.
pub(in crate::web) async fn sign_out(State(web): State<Web>, headers: HeaderMap) -> Response {
    leave(&web, &headers).await;
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone())]).into_response()
}

/// `GET /sign-in`.
pub(in crate::web) async fn page(State(web): State<Web>, Clerk(language): Clerk, request: Request) -> Response {
    let query = request.uri().query().unwrap_or("");
    let next = query.split('&').find_map(|pair| pair.strip_prefix("next=")).unwrap_or("");
    let site = web.site();
    let next = inside(next);
    let frame = Frame::for_staff(&web, &site, &language, &here(next));
    let shown = SignInPage { frame, trouble: None, name: "", next };
    let mut response = answer::page(StatusCode::OK, &shown);
    crate::web::http::page::remember_language(&mut response, request.uri());
    response
}

/// `POST /sign-in` by the form.
pub(in crate::web) async fn sign_in_by_form(
    State(web): State<Web>,
    Clerk(language): Clerk,
    extensions: Extensions,
    fields: Fields,
) -> Response {
    let translator = web.translator(&language);
    let (name, pin) = (fields.get("name").unwrap_or(""), fields.get("pin").unwrap_or(""));
    let next = inside(fields.get("next").unwrap_or(""));
    match enter(&web, name, pin, &extensions, translator).await {
        Ok((secret, _)) => ([(header::SET_COOKIE, cookie(&secret))], Redirect::to(next)).into_response(),
        Err(trouble) => {
            let site = web.site();
            let frame = Frame::for_staff(&web, &site, &language, &here(next));
            let (status, retry_after) = (trouble.status, trouble.retry_after);
            let shown = SignInPage { frame, trouble: Some(trouble.message), name, next };
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
    ([(header::SET_COOKIE, gone())], Redirect::to("/sign-in")).into_response()
}

async fn enter(
    web: &Shared,
    name: &str,
    pin: &str,
    extensions: &Extensions,
    translator: Translator<'_>,
) -> Result<(String, Role), ApiError> {
    let name = name.trim();
    let is_in_bounds = |text: &str| (1..=LONGEST).contains(&text.len());
    if !is_in_bounds(name) || !is_in_bounds(pin) {
        return Err(ApiError::bad_input(translator));
    }
    let unwelcome = |why| ApiError::unwelcome(why, translator);
    let from = caller::address(extensions);
    let checked = web.logins.check(name, pin, from).await;
    let role = checked.map_err(unwelcome)?;
    let secret = answer::secret().ok_or_else(|| unwelcome(LoginError::Away))?;
    let now = web.now();
    let ends = now.checked_add(HOLDS).map_err(|_| unwelcome(LoginError::Away))?;
    let opened = web.accounts.open_session(name.to_owned(), &secret, now, ends).await;
    opened.map_err(|_| unwelcome(LoginError::Away))?;
    Ok((secret, role))
}

async fn leave(web: &Shared, headers: &HeaderMap) {
    if let Some(secret) = reader::cookie(headers, SESSION_COOKIE).filter(|secret| secret.len() <= 128) {
        let _ = web.accounts.close_session(secret).await;
    }
}

fn cookie(secret: &str) -> String {
    format!("{SESSION_COOKIE}={secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age={}", HOLDS.as_secs())
}

fn gone() -> String {
    format!("{SESSION_COOKIE}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")
}

/// The sign-in's own address.
fn here(next: &str) -> String {
    format!("/sign-in?next={next}")
}

/// Where to go after the sign-in: a page for staff, never another site.
fn inside(next: &str) -> &str {
    let is_plain = next.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'/');
    if is_plain && next.starts_with("/desk") { next } else { "/desk" }
}
