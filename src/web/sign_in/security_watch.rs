//! Sees from outside the handlers what the security log says of them, so that no route can forget it: its address with the
//! desk in it says what was asked for, and its status what became of it.

use crate::web::audience::Audience;
use crate::web::http::rare_line::beginning;
use crate::web::route::Route;
use crate::web::shared::Web;
use crate::web::sign_in::caller::{self, Caller};
use crate::web::sign_in::security_log;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::net::IpAddr;

/// Notes what staff command; to be put around each handler, within the check of rights.
pub(in crate::web) async fn note_commands(State(route): State<Route>, request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>();
    let account = caller.and_then(Caller::name).filter(|_| request.method() != Method::GET).map(str::to_owned);
    let Some(account) = account else { return next.run(request).await };
    let (from, act) = (caller::address(request.extensions()), act(&route, request.uri().path()));
    let response = next.run(request).await;
    security_log::note_command(&account, from, &act, response.status().as_u16());
    response
}

/// Notes who is refused a right; to be put around the check of rights.
pub(in crate::web) async fn note_refusals(
    State((web, route)): State<(Web, Route)>,
    request: Request,
    next: Next,
) -> Response {
    if route.audience == Audience::Public {
        return next.run(request).await;
    }
    let shown = ShownByClient::of(&request);
    let act = act(&route, request.uri().path());
    let response = next.run(request).await;
    match response.status() {
        StatusCode::FORBIDDEN => security_log::note_forbidden(&shown.name(&web).await, shown.from, &act),
        StatusCode::UNAUTHORIZED if shown.has_key => security_log::note_unknown_key(shown.from, &act),
        _ => {}
    }
    response
}

/// What a request shows of its client.
struct ShownByClient {
    cookies: HeaderMap,
    has_key: bool,
    from: Option<IpAddr>,
}

impl ShownByClient {
    fn of(request: &Request) -> ShownByClient {
        let headers = request.headers();
        let cookies = headers.get_all(header::COOKIE).iter().map(|cookie| (header::COOKIE, cookie.clone())).collect();
        let from = caller::address(request.extensions());
        ShownByClient { cookies, has_key: headers.contains_key(header::AUTHORIZATION), from }
    }

    async fn name(&self, web: &Web) -> String {
        let session = caller::staff(web, &self.cookies).await.ok().flatten();
        session.map_or_else(|| "a device".to_owned(), |session| session.name)
    }
}

/// Method and address of a route, with the desk and the verb that were asked for; what else varies stays a name.
fn act(route: &Route, path: &str) -> String {
    let parts = route.path.split('/').zip(path.split('/'));
    let shown = parts.map(|(part, asked)| match part {
        "{desk}" | "{verb}" => beginning(asked.as_bytes()),
        _ => part.to_owned(),
    });
    format!("{} {}", route.method, shown.collect::<Vec<_>>().join("/"))
}
