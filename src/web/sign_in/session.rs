//! Signing in and out, by call and by form.
//!
//! A sign-in is a cookie with 256 random bits that scripts can't read (`HttpOnly`) and that browsers never send from another
//! site (`SameSite=Strict`). It ends at sign-out, with the next sign-in of the same browser or after twelve hours: staff work
//! all day. A second such cookie stays: it says that this browser has been here before, and allows nothing (`attempts.rs`).

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
use crate::web::sign_in::accounts::{Pin, PinOrigin, StaffAccount, StaffSession, StaffSessionStart};
use crate::web::sign_in::caller::{self, SESSION_COOKIE};
use crate::web::sign_in::login::LoginError;
use crate::web::sign_in::security_log;
use askama::Template;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{Extensions, HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use cookie::{Cookie, SameSite};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use std::time::Duration;
use utoipa::ToSchema;

/// The longest name and the longest PIN that are read, in characters.
const LONGEST: usize = 64;
/// The cookie by which a browser is known, and how long: as long as browsers keep one.
const BROWSER_COOKIE: &str = "sportello_browser";
const BROWSER_LASTS: Duration = Duration::from_secs(400 * 86_400);

/// A user name and a PIN.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Credentials {
    /// Spaces around it do not count.
    #[schema(min_length = 1, max_length = 64, pattern = r"\S")]
    name: String,
    /// Spaces around it do not count; digits of any script do.
    #[schema(min_length = 1, max_length = 64, pattern = r"\S")]
    pin: String,
}

/// The account that signed in.
#[derive(Serialize, ToSchema)]
struct SignedIn {
    /// As it is stored, however it was typed.
    name: String,
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
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let translator = web.translator(&language);
    let Credentials { name, pin } = input::json(&body, translator)?;
    let client = LoginClient::of(&extensions, &headers);
    let entered = enter(&web, &name, &pin, &client, LoginDoor::Call, translator).await?;
    let cookies = entered.cookies();
    let StaffAccount { name, role, .. } = entered.account;
    Ok((cookies, Json(SignedIn { name, role: role.into() })).into_response())
}

/// `DELETE /api/v1/session`.
pub(in crate::web) async fn sign_out(State(web): State<Web>, extensions: Extensions, headers: HeaderMap) -> Response {
    leave(&web, &headers, &extensions).await;
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie(SESSION_COOKIE, String::new(), Duration::ZERO))])
        .into_response()
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
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let translator = web.translator(&language);
    let (name, pin) = (fields.get("name").unwrap_or(""), fields.get("pin").unwrap_or(""));
    let next = web.routes.return_page(fields.get("next").unwrap_or(""));
    match enter(&web, name, pin, &LoginClient::of(&extensions, &headers), LoginDoor::Page, translator).await {
        Ok(entered) => (entered.cookies(), Redirect::to(next)).into_response(),
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
pub(in crate::web) async fn sign_out_by_form(
    State(web): State<Web>,
    extensions: Extensions,
    headers: HeaderMap,
) -> Response {
    leave(&web, &headers, &extensions).await;
    ([(header::SET_COOKIE, cookie(SESSION_COOKIE, String::new(), Duration::ZERO))], Redirect::to("/sign-in"))
        .into_response()
}

/// Who asks for a sign-in.
pub(in crate::web) struct LoginClient {
    pub(in crate::web) address: Option<IpAddr>,
    /// The secret of the sign-in that this browser has now.
    pub(in crate::web) session: Option<String>,
    /// The secret by which it may be known.
    pub(in crate::web) browser: Option<String>,
}

/// How a client came to sign in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LoginDoor {
    Page,
    Call,
}

/// A sign-in that was opened.
struct Entered {
    account: StaffAccount,
    session: String,
    browser: Option<String>,
}

impl LoginClient {
    pub(in crate::web) fn of(extensions: &Extensions, headers: &HeaderMap) -> LoginClient {
        let secret = |name| reader::cookie(headers, name).filter(|secret| (1..=128).contains(&secret.len()));
        LoginClient {
            address: caller::address(extensions),
            session: secret(SESSION_COOKIE),
            browser: secret(BROWSER_COOKIE),
        }
    }
}

impl Entered {
    fn cookies(&self) -> AppendHeaders<Vec<(HeaderName, String)>> {
        let session = cookie(SESSION_COOKIE, self.session.clone(), StaffSession::LASTS);
        let browser = self.browser.clone().map(|secret| cookie(BROWSER_COOKIE, secret, BROWSER_LASTS));
        AppendHeaders([Some(session), browser].into_iter().flatten().map(|it| (header::SET_COOKIE, it)).collect())
    }
}

async fn enter(
    web: &Shared,
    name: &str,
    pin: &str,
    client: &LoginClient,
    door: LoginDoor,
    translator: Translator<'_>,
) -> Result<Entered, ApiError> {
    for (field, text) in [("name", name), ("pin", pin)] {
        if !(1..=LONGEST).contains(&Pin::typed(text, PinOrigin::Own).chars().count()) {
            let detail = Detail::new(format!("body.{field}"), format!("expected 1 to {LONGEST} characters"));
            return Err(ApiError::invalid(detail, translator));
        }
    }
    let failed = |error| response_to(error, translator);
    let checked = web.logins.check(name, pin, client.address, client.browser.as_deref()).await;
    let account = checked.map_err(failed)?;
    let session = random::secret().map_err(|error| {
        static LINE: RareLine = RareLine::new();
        if let Some(left_out) = LINE.due() {
            tracing::error!(%error, left_out, "a sign-in failed for want of random bytes: restart the machine");
        }
        failed(LoginError::Away)
    })?;
    let at = web.now();
    let expires = at.checked_add(StaffSession::LASTS).map_err(|_| failed(LoginError::Away))?;
    let origin = client.address.map(|address| address.to_string());
    // A program can't be asked.
    let asks_pin = door == LoginDoor::Page && needs_own_pin(&account, pin);
    let start = StaffSessionStart { at, expires, origin, asks_pin };
    let opened = web.accounts.open_session(account.name.clone(), &session, start, client.session.as_deref()).await;
    opened.map_err(|_| failed(LoginError::Away))?;
    security_log::note_sign_in(&account.name, account.role.name(), client.address);
    let browser = know_browser(web, &account.name, client.browser.as_deref(), at).await;
    Ok(Entered { account, session, browser })
}

/// Whether the owner of an account has to choose a PIN: this one was handed out, or would not be taken any more.
fn needs_own_pin(account: &StaffAccount, pin: &str) -> bool {
    account.pin_origin == PinOrigin::HandedOut || Pin::choose(pin, &account.name).is_err()
}

/// The secret by which this browser is known for the account from now on. Without one, or where it can't be stored, the
/// next sign-in is that of a stranger.
async fn know_browser(web: &Shared, name: &str, sent: Option<&str>, now: Timestamp) -> Option<String> {
    let is_known = match sent {
        Some(sent) => web.accounts.known_browser(name.to_owned(), sent).await.ok()?.is_some(),
        None => false,
    };
    // A secret that another page or person may have put into this browser is not taken over.
    let secret = match sent.filter(|_| is_known) {
        Some(sent) => sent.to_owned(),
        None => random::secret().ok()?,
    };
    let before = sent.filter(|sent| *sent != secret);
    web.accounts.know_browser(name.to_owned(), &secret, before, now).await.ok()?;
    Some(secret)
}

async fn leave(web: &Shared, headers: &HeaderMap, extensions: &Extensions) {
    if let Ok(Some(session)) = caller::staff(web, headers).await {
        security_log::note_sign_out(&session.name, caller::address(extensions));
    }
    if let Some(secret) = reader::cookie(headers, SESSION_COOKIE).filter(|secret| secret.len() <= 128) {
        // A failure is logged there, and the browser loses the cookie in any case.
        let _ = web.accounts.close_session(&secret).await;
    }
}

pub(in crate::web) fn response_to(error: LoginError, translator: Translator<'_>) -> ApiError {
    match error {
        LoginError::WrongPin => {
            ApiError::new(StatusCode::UNAUTHORIZED, "wrong-pin", translator.message("web-wrong-pin"))
        }
        LoginError::Wait { seconds } => ApiError::too_many(seconds, translator),
        LoginError::Busy => ApiError::of(&HubError::Busy, translator),
        LoginError::Away => ApiError::of(&HubError::Away, translator),
    }
}

/// A browser deletes a cookie whose time is zero.
fn cookie(name: &'static str, secret: String, time: Duration) -> String {
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    Cookie::build((name, secret))
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
        .gives::<SignedIn>(StatusCode::OK, "Signed in")
        .fails::<RefusalView<'_>>(StatusCode::UNAUTHORIZED, "The name or the PIN is wrong")
        .fails::<RefusalView<'_>>(StatusCode::TOO_MANY_REQUESTS, "Too many wrong PINs before")
}

/// Describes [`sign_out`].
pub(in crate::web) fn sign_out_operation() -> OperationDoc {
    OperationDoc::new(Tag::Session, "Sign out").gives_nothing("Signed out")
}
