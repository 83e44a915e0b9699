//! Identifies the client: staff by the sign-in cookie, a device by its key, a program on this machine, or anonymous; and
//! judges by the table of routes what it may do. Rights are checked here and nowhere else: those that follow from a
//! request's address in [`admit`], those that follow from its contents in [`Caller::must_reach`], which every command of
//! staff passes through.

use crate::domain::{Command, DeskNumber, IdempotencyKey, Site};
use crate::hub::{HubError, Reply};
use crate::locale::Translator;
use crate::web::api::values::FromText;
use crate::web::audience::{About, Audience, Duty};
use crate::web::doors::Door;
use crate::web::http::client::Client;
use crate::web::http::fair_room::Holder;
use crate::web::http::form::Fields;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::route::{OWN_PIN, Route, RouteKind};
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::{self, AccountsAway, DeviceRight, KeyedDevice, Role, StaffSession};
use crate::web::sign_in::forbidden;
use crate::web::sign_in::reach::{Reach, may_undo};
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::IpAddr;
use std::time::Duration;

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

    /// How far it reaches. The house itself and its devices reach all of it.
    pub(in crate::web) fn reach(&self, site: &Site) -> Reach {
        match self {
            Caller::Staff(session) => Reach::of(session, site),
            Caller::Device(_) | Caller::Machine | Caller::Anonymous => Reach::House,
        }
    }

    /// Whether a PIN of its owner's comes before anything else.
    pub(in crate::web) fn asks_pin(&self) -> bool {
        matches!(self, Caller::Staff(session) if session.asks_pin)
    }

    /// Whether it reads figures only, and nothing of visitors.
    pub(in crate::web) fn is_auditor(&self) -> bool {
        matches!(self, Caller::Staff(session) if session.role == Role::Auditor)
    }

    /// Refuses a command about what is not the caller's own.
    pub(in crate::web) fn must_reach(&self, web: &Shared, command: &Command) -> Result<(), Denied> {
        let (day, now) = (web.day(), web.now());
        let Caller::Staff(session) = self else { return Ok(()) };
        if !may_undo(session.role, &day, command, now) {
            return Err(Denied::Role);
        }
        if Reach::of(session, day.site()).covers(&day, command) { Ok(()) } else { Err(Denied::Foreign) }
    }

    /// Gives a command to the hub, if the caller may give it.
    pub(in crate::web) async fn command(
        &self,
        web: &Shared,
        command: Command,
        key: Option<IdempotencyKey>,
        translator: Translator<'_>,
    ) -> Result<Reply, ApiError> {
        self.must_reach(web, &command).map_err(|denied| denied.answer(translator))?;
        web.hub.send(command, key).await.map_err(|error| ApiError::of(&error, translator))
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

/// Lets a request through to its route or turns it away.
pub(in crate::web) async fn admit(
    State((web, route)): State<(Web, Route)>,
    path: Result<RawPathParams, RawPathParamsRejection>,
    mut request: Request,
    next: Next,
) -> Response {
    let language = reader::of(&web, request.extensions(), request.uri(), request.headers());
    let translator = web.translator(&language);
    let desk = path.iter().flatten().find(|(name, _)| *name == "desk");
    let desk = desk.and_then(|(_, text)| DeskNumber::from_text(text));
    match identify(&web, route.audience, desk, ClientSigns::of(&request)).await {
        Ok(caller) => {
            request.extensions_mut().insert(caller.clone());
            let response = next.run(request).await;
            if let Caller::Device(device) = caller {
                web.devices.note(&device, response.status() == StatusCode::CREATED, web.now());
            }
            response
        }
        Err(Denied::SignedOut) => match route.kind {
            RouteKind::Call => ApiError::not_signed_in(translator).into_response(),
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
        Err(Denied::PinFirst) if route.kind == RouteKind::Page => {
            let page = web.routes.return_page(request.uri().path());
            Redirect::to(&format!("{OWN_PIN}?next={page}")).into_response()
        }
        Err(denied) => {
            let error = denied.answer(translator);
            match route.kind {
                RouteKind::Page if error.status == StatusCode::FORBIDDEN => forbidden::page(&web, &language, error),
                _ => error.into_response(),
            }
        }
    }
}

/// Why a client is turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Denied {
    /// It is not signed in and has no valid key.
    SignedOut,
    /// The account's role does not do this.
    Role,
    /// The desk belongs to other institutions than the account.
    Desk,
    /// So does what the request names: a ticket, a need, a service.
    Foreign,
    /// The device's key is for something else.
    Key,
    /// The device has issued too many tickets.
    TooFast { seconds: u32 },
    /// A PIN of the owner's own comes before anything else.
    PinFirst,
    /// The accounts can't be read now.
    Away,
}

impl Denied {
    pub(in crate::web) fn answer(self, translator: Translator<'_>) -> ApiError {
        let forbidden = |id| ApiError::new(StatusCode::FORBIDDEN, "forbidden", translator.message(id));
        match self {
            Denied::SignedOut => ApiError::not_signed_in(translator),
            Denied::Role => forbidden("desk-not-your-role"),
            Denied::Desk => forbidden("desk-not-your-desk"),
            Denied::Foreign => forbidden("desk-not-your-ticket"),
            Denied::Key => forbidden("desk-not-your-key"),
            Denied::TooFast { seconds } => ApiError::too_many(seconds, translator),
            Denied::PinFirst => ApiError::pin_first(translator),
            Denied::Away => ApiError::of(&HubError::Away, translator),
        }
    }
}

impl From<AccountsAway> for Denied {
    fn from(_: AccountsAway) -> Denied {
        Denied::Away
    }
}

/// Whether staff with this duty includes the account, and the desk is one of its own.
fn must_have(duty: Duty, session: &StaffSession, site: &Site, desk: Option<DeskNumber>) -> Result<(), Denied> {
    if session.asks_pin && duty.about != About::Account {
        return Err(Denied::PinFirst);
    }
    if !duty.roles.contains(&session.role) {
        return Err(Denied::Role);
    }
    match (duty.about, desk) {
        (About::Desk, Some(desk)) if !Reach::of(session, site).has_desk(site, desk) => Err(Denied::Desk),
        (About::House | About::Account | About::Desk | About::Own, _) => Ok(()),
    }
}

/// The account that a request's cookie belongs to, if it has this duty at a desk. A stream asks again and again.
pub(in crate::web) async fn at_desk(
    web: &Shared,
    headers: &HeaderMap,
    duty: Duty,
    desk: DeskNumber,
) -> Result<StaffSession, Denied> {
    let session = staff(web, headers).await?.ok_or(Denied::SignedOut)?;
    must_have(duty, &session, &web.site(), Some(desk))?;
    Ok(session)
}

/// The desk whose events are asked for.
fn desk_of_topic(uri: &Uri) -> Option<DeskNumber> {
    DeskNumber::from_text(Fields::of_query(uri).get("topic")?.strip_prefix("desk:")?)
}

/// The device whose key a request has, if it has this right; `None` without a key.
pub(in crate::web) async fn device(
    web: &Shared,
    headers: &HeaderMap,
    right: DeviceRight,
) -> Result<Option<KeyedDevice>, Denied> {
    let Some(key) = bearer(headers) else { return Ok(None) };
    let device = web.accounts.device(key).await?.ok_or(Denied::SignedOut)?;
    if device.may.contains(&right) { Ok(Some(device)) } else { Err(Denied::Key) }
}

/// What a request shows of its client.
struct ClientSigns<'a> {
    headers: &'a HeaderMap,
    extensions: &'a Extensions,
    uri: &'a Uri,
}

impl<'a> ClientSigns<'a> {
    fn of(request: &'a Request) -> ClientSigns<'a> {
        ClientSigns { headers: request.headers(), extensions: request.extensions(), uri: request.uri() }
    }
}

/// Who the client is, if it belongs to the audience.
async fn identify(
    web: &Shared,
    audience: Audience,
    desk: Option<DeskNumber>,
    ClientSigns { headers, extensions, uri }: ClientSigns<'_>,
) -> Result<Caller, Denied> {
    let duty = match audience {
        Audience::Public => return Ok(Caller::Anonymous),
        Audience::PublicButDesks(duty) => match desk_of_topic(uri) {
            // The public door has no desks, also for staff.
            Some(desk) if extensions.get::<Door>() != Some(&Door::Public) => {
                return at_desk(web, headers, duty, desk).await.map(Caller::Staff);
            }
            _ => return Ok(Caller::Anonymous),
        },
        Audience::StaffOrMachine(duty) => {
            if is_this_machine(extensions) {
                return Ok(Caller::Machine);
            }
            duty
        }
        Audience::StaffOrDevice(duty, right) => {
            if let Some(device) = device(web, headers, right).await? {
                if right == DeviceRight::Issue {
                    web.devices.take_turn(&device, web.now()).map_err(|seconds| Denied::TooFast { seconds })?;
                }
                return Ok(Caller::Device(device));
            }
            duty
        }
        Audience::Staff(duty) => duty,
    };
    let session = staff(web, headers).await?.ok_or(Denied::SignedOut)?;
    must_have(duty, &session, &web.site(), desk)?;
    Ok(Caller::Staff(session))
}

/// The sign-in that the request's cookie belongs to. To ask is to use it; one that was not used for too long is ended.
pub(in crate::web) async fn staff(web: &Shared, headers: &HeaderMap) -> Result<Option<StaffSession>, AccountsAway> {
    sign_in_of(web, headers, true).await
}

async fn sign_in_of(web: &Shared, headers: &HeaderMap, is_use: bool) -> Result<Option<StaffSession>, AccountsAway> {
    let Some(secret) = reader::cookie(headers, SESSION_COOKIE).filter(|secret| (1..=128).contains(&secret.len()))
    else {
        return Ok(None);
    };
    let Some(session) = web.accounts.session(&secret, web.now()).await? else { return Ok(None) };
    let idle_most = Duration::from_secs(u64::from(web.site().idle_minutes()) * 60);
    if web.session_use.is_going_on(accounts::hash(&secret), idle_most, is_use) {
        return Ok(Some(session));
    }
    web.accounts.close_session(&secret).await?;
    Ok(None)
}

/// Whether a request has a cookie or a key by which its client may be known.
pub(in crate::web) fn shows_secret(headers: &HeaderMap) -> bool {
    bearer(headers).is_some() || reader::cookie(headers, SESSION_COOKIE).is_some()
}

/// The member of the house that a request's cookie or key belongs to; of devices only one with this right, if one is needed.
/// It is no use of a sign-in: a board asks as well.
pub(in crate::web) async fn member(
    web: &Shared,
    headers: &HeaderMap,
    right: Option<DeviceRight>,
) -> Result<Option<Holder>, AccountsAway> {
    if let Some(session) = sign_in_of(web, headers, false).await? {
        return Ok(Some(Holder::Staff(session.name)));
    }
    let Some(key) = bearer(headers) else { return Ok(None) };
    let has_right = |device: &KeyedDevice| right.is_none_or(|right| device.may.contains(&right));
    let device = web.accounts.device(key).await?.filter(has_right);
    device.iter().for_each(|device| web.devices.note(device, false, web.now()));
    Ok(device.map(|device| Holder::Device(device.name)))
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
