//! The page on which staff change their own PIN, see where they are signed in, and end that elsewhere.
//!
//! Staff who were handed a PIN, or still have one that is too easy, come here before anything else (`caller.rs`).

use crate::domain::LanguageTag;
use crate::locale::Translator;
use crate::web::http::answer;
use crate::web::http::form::Fields;
use crate::web::http::page::{self, Frame};
use crate::web::http::reader::{self, Reader};
use crate::web::http::refusal::ApiError;
use crate::web::route::OWN_PIN;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::{self, Pin, PinFault, PinOrigin, StaffSessionRow};
use crate::web::sign_in::caller::{Caller, SESSION_COOKIE};
use crate::web::sign_in::login::LoginError;
use crate::web::sign_in::session::{self, LoginClient};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{Extensions, HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "own_pin.html")]
struct OwnPinPage<'a> {
    frame: Frame<'a>,
    name: String,
    /// Where to go on.
    next: &'a str,
    /// Whether a new PIN comes before anything else.
    is_asked: bool,
    /// Why the reader is here, or what was done.
    words: Option<String>,
    trouble: Option<String>,
    /// Where the account is signed in, in words.
    sessions: Vec<String>,
}

/// Why a PIN was not changed.
enum NotChanged {
    Fault(PinFault),
    /// It was typed differently the second time.
    Differs,
    /// It is the old one.
    Same,
    /// What was typed as the old one is not.
    WrongOld,
    Refused(ApiError),
}

/// `GET /pin`.
pub(in crate::web) async fn page(
    State(web): State<Web>,
    Reader(language): Reader,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let query = Fields::of_query(&uri);
    let next = web.routes.return_page(query.get("next").unwrap_or(""));
    let mut response = show(&web, &language, &caller, &headers, next, query.get("done").is_some(), None).await;
    page::remember_language(&mut response, &uri);
    response
}

/// `POST /pin`.
pub(in crate::web) async fn change(
    State(web): State<Web>,
    Reader(language): Reader,
    Extension(caller): Extension<Caller>,
    extensions: Extensions,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let client = LoginClient::of(&extensions, &headers);
    let next = web.routes.return_page(fields.get("next").unwrap_or(""));
    match set(&web, &caller, &client, &fields, web.translator(&language)).await {
        Ok(()) if caller.asks_pin() => Redirect::to(next).into_response(),
        Ok(()) => Redirect::to(&format!("{OWN_PIN}?done=1")).into_response(),
        Err(error) => show(&web, &language, &caller, &headers, next, false, Some(error)).await,
    }
}

/// `POST /pin/end-others`.
pub(in crate::web) async fn end_others(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Response {
    if let (Some(name), Some(secret)) = (caller.name(), reader::cookie(&headers, SESSION_COOKIE)) {
        // A failure is logged there; the page shows those that are left.
        let _ = web.accounts.end_other_sessions(name.to_owned(), &secret).await;
    }
    Redirect::to(OWN_PIN).into_response()
}

async fn set(
    web: &Shared,
    caller: &Caller,
    client: &LoginClient,
    fields: &Fields,
    translator: Translator<'_>,
) -> Result<(), NotChanged> {
    let field = |name| fields.get(name).unwrap_or_default();
    let name = caller.name().unwrap_or_default();
    let pin = Pin::choose(field("new"), name).map_err(NotChanged::Fault)?;
    if Pin::typed(field("again"), PinOrigin::Own) != pin.as_str() {
        return Err(NotChanged::Differs);
    }
    let refused = |error| match error {
        LoginError::WrongPin => NotChanged::WrongOld,
        error => NotChanged::Refused(session::response_to(error, translator)),
    };
    web.logins.check(name, field("old"), client.address, client.browser.as_deref()).await.map_err(refused)?;
    if Pin::typed(field("old"), PinOrigin::Own) == pin.as_str() {
        return Err(NotChanged::Same);
    }
    let hash = web.logins.hash(pin).await.map_err(refused)?;
    let away = |_| NotChanged::Refused(ApiError::of(&crate::hub::HubError::Away, translator));
    let set = web.accounts.set_own_pin(name.to_owned(), hash, client.session.as_deref()).await.map_err(away)?;
    if set { Ok(()) } else { Err(NotChanged::Refused(ApiError::not_signed_in(translator))) }
}

async fn show(
    web: &Shared,
    language: &LanguageTag,
    caller: &Caller,
    headers: &HeaderMap,
    next: &str,
    is_done: bool,
    error: Option<NotChanged>,
) -> Response {
    let site = web.site();
    let here = format!("{OWN_PIN}?next={next}");
    let frame = Frame::for_staff(web, &site, language, &here);
    let translator = frame.translator();
    let name = caller.name().unwrap_or_default().to_owned();
    // An error is logged there; the page does its work without the list.
    let sessions = web.accounts.sessions(name.clone(), web.now()).await.unwrap_or_default();
    let own = reader::cookie(headers, SESSION_COOKIE);
    let is_own = |row: &StaffSessionRow| own.as_deref().is_some_and(|own| accounts::is_session_of(row, own));
    let words_of = |row: &StaffSessionRow| {
        let at = row.opened.map_or_else(String::new, |at| translator.moment(site.local(at)));
        let from = row.origin.clone().unwrap_or_else(|| "–".to_owned());
        let id = if is_own(row) { "desk-session-here" } else { "desk-session-elsewhere" };
        translator.plain(id, &[("time", at.into()), ("address", from.into())])
    };
    let is_asked = caller.asks_pin();
    let words = match (is_asked, is_done) {
        (true, _) => Some(frame.t("desk-own-pin-asked")),
        (false, true) => Some(frame.t("desk-own-pin-done")),
        (false, false) => None,
    };
    let status = match &error {
        None => StatusCode::OK,
        Some(NotChanged::Refused(error)) => error.status,
        Some(NotChanged::WrongOld) => StatusCode::UNAUTHORIZED,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let trouble = error.map(|error| error.words(translator));
    let sessions = sessions.iter().map(words_of).collect();
    answer::page(status, &OwnPinPage { name, next, is_asked, words, trouble, sessions, frame })
}

impl NotChanged {
    fn words(self, translator: Translator<'_>) -> String {
        let id = match self {
            NotChanged::Refused(error) => return error.message,
            NotChanged::Fault(PinFault::TooShort) => "desk-own-pin-short",
            NotChanged::Fault(PinFault::TooLong) => "desk-own-pin-long",
            NotChanged::Fault(PinFault::Hidden) => "desk-own-pin-hidden",
            NotChanged::Fault(PinFault::Common) => "desk-own-pin-common",
            NotChanged::Differs => "desk-own-pin-differs",
            NotChanged::Same => "desk-own-pin-same",
            NotChanged::WrongOld => "desk-own-pin-wrong",
        };
        translator.message(id)
    }
}
