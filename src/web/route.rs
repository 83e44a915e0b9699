//! The properties of a route, and the lookup of a request's route.
//!
//! How it works: the lookup uses the same matcher as axum. It runs before every other layer and puts a [`RouteInfo`] into
//! the request's extensions; error responses, the reader's language and the sign-in take their decisions from there, never
//! from a path. Only a path that no route has is judged by its prefix: below [`API`] a program asks, elsewhere a browser.

use crate::web::audience::Audience;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

/// Where the calls for programs are, but for two that monitoring tools expect elsewhere.
pub const API: &str = "/api/";
/// The page on which staff change their PIN.
pub(in crate::web) const OWN_PIN: &str = "/pin";
/// The page that a sign-in leads to, unless another one led to the sign-in.
pub(in crate::web) const STAFF_HOME: &str = "/desk";

/// A row of the table of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub method: Method,
    /// With `{names}` for the variable parts.
    pub path: &'static str,
    pub audience: Audience,
    pub kind: RouteKind,
    pub readers: Readers,
}

/// The form of a route's responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteKind {
    /// For browsers: an error is a page, and a signed-out reader is led to the sign-in.
    Page,
    /// For programs: an error is JSON.
    Call,
}

/// The people who read a route's responses; decides how their language is found (see `reader.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    Visitors,
    Staff,
}

/// The properties of a request's route for all layers.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct RouteInfo {
    pub(in crate::web) kind: RouteKind,
    pub(in crate::web) readers: Readers,
}

/// Finds a route by method and path.
pub(in crate::web) struct RouteTable(matchit::Router<Vec<Route>>);

impl Route {
    /// Devices ask on behalf of visitors, so only a route that is for staff without devices has staff as readers.
    pub fn new(method: Method, path: &'static str, audience: Audience, kind: RouteKind) -> Route {
        let readers = match audience {
            Audience::Public | Audience::PublicButDesks(_) | Audience::StaffOrDevice(..) => Readers::Visitors,
            Audience::Staff(_) | Audience::StaffOrMachine(_) => Readers::Staff,
        };
        Route { method, path, audience, kind, readers }
    }

    /// Whether it is for those who are not known, and so served behind the public door.
    pub fn is_for_strangers(&self) -> bool {
        match self.audience {
            Audience::Public | Audience::PublicButDesks(_) => self.readers == Readers::Visitors,
            Audience::Staff(_) | Audience::StaffOrDevice(..) | Audience::StaffOrMachine(_) => false,
        }
    }

    fn info(&self) -> RouteInfo {
        RouteInfo { kind: self.kind, readers: self.readers }
    }

    fn is_staff_page(&self) -> bool {
        self.method == Method::GET && self.kind == RouteKind::Page && self.audience.is_staff_alone()
    }
}

impl RouteInfo {
    fn of_unknown(path: &str) -> RouteInfo {
        let kind = if path.starts_with(API) { RouteKind::Call } else { RouteKind::Page };
        RouteInfo { kind, readers: Readers::Visitors }
    }
}

impl<S: Sync> FromRequestParts<S> for RouteInfo {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<RouteInfo, Infallible> {
        let found = parts.extensions.get::<RouteInfo>().copied();
        Ok(found.unwrap_or_else(|| RouteInfo::of_unknown(parts.uri.path())))
    }
}

impl RouteTable {
    /// Panics if two paths are ambiguous, as axum does.
    pub(in crate::web) fn new(routes: impl IntoIterator<Item = Route>) -> RouteTable {
        let mut by_path: BTreeMap<&str, Vec<Route>> = BTreeMap::new();
        for route in routes {
            by_path.entry(route.path).or_default().push(route);
        }
        let mut table = matchit::Router::new();
        for (path, routes) in by_path {
            table.insert(path, routes).expect("no two paths of the table of routes are ambiguous");
        }
        RouteTable(table)
    }

    /// A wrong method at a known path is answered like the path's first route.
    fn info(&self, method: &Method, path: &str) -> RouteInfo {
        let method = if method == Method::HEAD { &Method::GET } else { method };
        let routes = self.at(path);
        match routes.iter().find(|route| route.method == *method).or(routes.first()) {
            Some(route) => route.info(),
            None => RouteInfo::of_unknown(path),
        }
    }

    /// The page to return to after a sign-in at this address: itself if it is a page for staff, else the nearest one above
    /// it, because a form is sent to an address below its page. Never another site, whatever the text is.
    pub(in crate::web) fn return_page<'a>(&self, path: &'a str) -> &'a str {
        let is_plain = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte));
        let mut at = if is_plain { path } else { "" };
        while !at.is_empty() {
            if self.at(at).iter().any(Route::is_staff_page) {
                return at;
            }
            at = at.rsplit_once('/').map_or("", |(above, _)| above);
        }
        STAFF_HOME
    }

    fn at(&self, path: &str) -> &[Route] {
        self.0.at(path).map(|found| found.value.as_slice()).unwrap_or_default()
    }
}

/// Puts the [`RouteInfo`] into the request's extensions.
pub(in crate::web) async fn look_up(
    State(table): State<Arc<RouteTable>>,
    mut request: Request,
    next: Next,
) -> Response {
    let info = table.info(request.method(), request.uri().path());
    request.extensions_mut().insert(info);
    next.run(request).await
}
