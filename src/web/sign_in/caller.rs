//! Identifies the client: staff by the sign-in cookie, a device by its key, a program on this machine, or anonymous.

use crate::hub::HubError;
use crate::web::audience::Audience;
use crate::web::http::client::Client;
use crate::web::http::fair_room::Holder;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::route::{Route, RouteKind};
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::{AccountsAway, KeyedDevice, StaffSession};
use axum::extract::{Request, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::IpAddr;

/// The cookie that holds a sign-in's secret.
pub(in crate::web) const SESSION_COOKIE: &str = "sportello_session";

/// The client of an admitted request.
#[derive(Clone)]
pub(in crate::web) enum Caller {
    Staff(StaffSession),
    /// A further kiosk, a board or a script, with a key.
    Device(KeyedDevice),
    /// A program on this machine.
    Machine,
    Anonymous,
}

impl Caller {
    /// The name of the staff account.
    pub(in crate::web) fn name(&self) -> Option<&str> {
        match self {
            Caller::Staff(session) => Some(&session.name),
            _ => None,
        }
    }

    /// Unique among all callers: staff and devices may have the same name.
    pub(in crate::web) fn id(&self) -> String {
        match self {
            Caller::Staff(session) => format!("staff:{}", session.name),
            Caller::Device(device) => format!("device:{}", device.name),
            Caller::Machine => "machine".to_owned(),
            Caller::Anonymous => "anonymous".to_owned(),
        }
    }
}

/// Lets a request through to its route or turns it away: the only place where rights are checked.
pub(in crate::web) async fn admit(
    State((web, route)): State<(Web, Route)>,
    mut request: Request,
    next: Next,
) -> Response {
    let language = reader::of(&web, request.extensions(), request.uri(), request.headers());
    match identify(&web, route.audience, request.headers(), request.extensions()).await {
        Ok(Some(caller)) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Ok(None) => match route.kind {
            RouteKind::Call => ApiError::not_signed_in(web.translator(&language)).into_response(),
            RouteKind::Page => {
                let page = web.routes.return_page(request.uri().path());
                let why = if request.method() == Method::POST {
                    "&why=not-done"
                } else if reader::cookie(request.headers(), SESSION_COOKIE).is_some() {
                    "&why=ended"
                } else {
                    ""
                };
                Redirect::to(&format!("/sign-in?next={page}{why}")).into_response()
            }
        },
        Err(AccountsAway) => ApiError::of(&HubError::Away, web.translator(&language)).into_response(),
    }
}

/// `None` for a client that does not belong to the audience.
async fn identify(
    web: &Shared,
    audience: Audience,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> Result<Option<Caller>, AccountsAway> {
    match audience {
        Audience::Public => return Ok(Some(Caller::Anonymous)),
        Audience::StaffOrMachine if is_this_machine(extensions) => return Ok(Some(Caller::Machine)),
        Audience::StaffOrDevice => {
            if let Some(key) = bearer(headers) {
                return Ok(web.accounts.device(key).await?.map(Caller::Device));
            }
        }
        Audience::Staff | Audience::StaffOrMachine => {}
    }
    Ok(staff(web, headers).await?.map(Caller::Staff))
}

/// The sign-in that the request's cookie belongs to.
pub(in crate::web) async fn staff(web: &Shared, headers: &HeaderMap) -> Result<Option<StaffSession>, AccountsAway> {
    match reader::cookie(headers, SESSION_COOKIE).filter(|secret| (1..=128).contains(&secret.len())) {
        Some(secret) => web.accounts.session(&secret, web.now()).await,
        None => Ok(None),
    }
}

/// Whether a request has a cookie or a key by which its client may be known.
pub(in crate::web) fn shows_secret(headers: &HeaderMap) -> bool {
    bearer(headers).is_some() || reader::cookie(headers, SESSION_COOKIE).is_some()
}

/// The member of the house that a request's cookie or key belongs to.
pub(in crate::web) async fn member(web: &Shared, headers: &HeaderMap) -> Result<Option<Holder>, AccountsAway> {
    if let Some(session) = staff(web, headers).await? {
        return Ok(Some(Holder::Staff(session.name)));
    }
    match bearer(headers) {
        Some(key) => Ok(web.accounts.device(key).await?.map(|device| Holder::Device(device.name))),
        None => Ok(None),
    }
}

/// The client's address; `None` where there is no connection, as in tests.
pub(in crate::web) fn address(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<Client>().and_then(|client| client.address)
}

/// Whether the client is a program on this machine.
pub(in crate::web) fn is_this_machine(extensions: &Extensions) -> bool {
    extensions.get::<Client>().is_some_and(|client| client.is_machine)
}

/// Whether a browser came here by a link on a page of another site. Over plain HTTP only the `Referer` may say so.
pub(in crate::web) fn comes_from_elsewhere(headers: &HeaderMap) -> bool {
    if headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site") {
        return true;
    }
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let from = text(header::REFERER).and_then(|referer| referer.split_once("://")?.1.split('/').next());
    from.is_some_and(|from| text(header::HOST) != Some(from))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let key = headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")?.trim();
    (1..=256).contains(&key.len()).then_some(key)
}
