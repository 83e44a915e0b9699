//! Who asks: a member of staff by the sign-in cookie, a device by its key, the machine itself, or anybody.

use crate::hub::HubError;
use crate::web::audience::Audience;
use crate::web::http::listen::Peer;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::{AccountsAway, StaffSession};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Extensions, HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::IpAddr;

/// The cookie that holds a sign-in's secret.
pub(in crate::web) const SESSION_COOKIE: &str = "sportello_session";

/// Who asks, once it is known to be allowed.
#[derive(Clone)]
pub(in crate::web) enum Caller {
    /// Somebody who signed in.
    Staff(StaffSession),
    /// A further kiosk, a reception or a script with a key: the device's name.
    Device(String),
    /// A program on this machine.
    Machine,
    /// Anybody.
    Anonymous,
}

impl Caller {
    /// The name under which somebody signed in.
    pub(in crate::web) fn name(&self) -> Option<&str> {
        match self {
            Caller::Staff(session) => Some(&session.name),
            _ => None,
        }
    }

    /// Who this is among all who send commands: staff and devices may have the same name.
    pub(in crate::web) fn who(&self) -> String {
        match self {
            Caller::Staff(session) => format!("staff:{}", session.name),
            Caller::Device(name) => format!("device:{name}"),
            Caller::Machine => "machine".to_owned(),
            Caller::Anonymous => "anybody".to_owned(),
        }
    }
}

/// Lets a request through to a route, or turns it away: the one place where rights are checked.
pub(in crate::web) async fn admit(
    State((web, audience)): State<(Web, Audience)>,
    mut request: Request,
    next: Next,
) -> Response {
    match find(&web, audience, request.headers(), request.extensions()).await {
        Ok(Some(caller)) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Ok(None) => turned_away(&web, request.method(), request.uri(), request.headers()),
        Err(AccountsAway) => {
            let language = reader::clerk(&web, request.uri(), request.headers());
            ApiError::of(&HubError::Away, web.translator(&language)).into_response()
        }
    }
}

/// Who asks, if they may; `None` if not.
async fn find(
    web: &Shared,
    audience: Audience,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> Result<Option<Caller>, AccountsAway> {
    match audience {
        Audience::Public => return Ok(Some(Caller::Anonymous)),
        Audience::StaffOrMachine if is_this_machine(headers, extensions) => return Ok(Some(Caller::Machine)),
        Audience::StaffOrDevice => {
            if let Some(key) = bearer(headers) {
                return Ok(web.accounts.device(key).await?.map(Caller::Device));
            }
        }
        Audience::Staff | Audience::StaffOrMachine => {}
    }
    Ok(staff(web, headers).await?.map(Caller::Staff))
}

/// The member of staff who holds the cookie.
pub(in crate::web) async fn staff(web: &Shared, headers: &HeaderMap) -> Result<Option<StaffSession>, AccountsAway> {
    match reader::cookie(headers, SESSION_COOKIE).filter(|secret| (1..=128).contains(&secret.len())) {
        Some(secret) => web.accounts.session(secret, web.now()).await,
        None => Ok(None),
    }
}

/// The address at the other end, where there is one.
pub(in crate::web) fn address(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<Peer>>().map(|ConnectInfo(Peer(address))| address.ip())
}

/// Whether a program on this machine asks. A proxy here also comes from loopback, but says for whom it asks.
pub(in crate::web) fn is_this_machine(headers: &HeaderMap, extensions: &Extensions) -> bool {
    let is_forwarded = headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED);
    !is_forwarded && address(extensions).is_some_and(|address| address.is_loopback())
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let key = headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")?.trim();
    (1..=256).contains(&key.len()).then_some(key)
}

/// Calls are told so; pages lead to the sign-in and from there back to where somebody wanted to go.
fn turned_away(web: &Shared, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
    let path = uri.path();
    let is_page = path.starts_with("/desk");
    if !is_page {
        let language = reader::clerk(web, uri, headers);
        return ApiError::not_signed_in(web.translator(&language)).into_response();
    }
    let back = if method == Method::GET { path } else { desk_of(path) };
    Redirect::to(&format!("/sign-in?next={back}")).into_response()
}

/// The desk's page, when one of its forms was sent after the sign-in had ended.
fn desk_of(path: &str) -> &str {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match path.strip_prefix("/desk/").and_then(|rest| rest.split('/').next()).filter(|part| is_number(part)) {
        Some(number) => &path[.."/desk/".len() + number.len()],
        None => "/desk",
    }
}
