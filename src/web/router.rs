//! The table of routes: every one with its [`Audience`], as a page or as a call. There is no route outside this table.

use crate::web::api::appointments;
use crate::web::api::day;
use crate::web::api::events;
use crate::web::api::health;
use crate::web::api::site;
use crate::web::api::tickets;
use crate::web::audience::Audience;
use crate::web::board;
use crate::web::dependencies::WebDependencies;
use crate::web::desk::api as desk_api;
use crate::web::desk::choose;
use crate::web::desk::forms as desk_forms;
use crate::web::desk::page as desk_page;
use crate::web::desk::verb::Verb;
use crate::web::desk::verbs::VERBS;
use crate::web::http::assets;
use crate::web::http::guard;
use crate::web::index;
use crate::web::phone;
use crate::web::route::{self, Readers, Route, RouteKind, RouteTable};
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::admit;
use crate::web::sign_in::session;
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on};
use std::sync::Arc;

/// A route with its handler.
pub(in crate::web) struct Endpoint {
    route: Route,
    handler: MethodRouter<Web>,
}

impl Endpoint {
    fn of_kind(self, kind: RouteKind) -> Endpoint {
        Endpoint { route: Route { kind, ..self.route }, ..self }
    }

    /// For a public route that only staff have a reason to use.
    fn read_by_staff(self) -> Endpoint {
        Endpoint { route: Route { readers: Readers::Staff, ..self.route }, ..self }
    }
}

fn table() -> Vec<Endpoint> {
    use Audience::{Public, Staff, StaffOrDevice, StaffOrMachine};
    let pages = vec![
        get("/", Public, index::page).read_by_staff(),
        get("/board", Public, board::page),
        get("/t/{token}", Public, phone::page),
        post("/t/{token}/withdraw", Public, phone::withdraw),
        get("/sign-in", Public, session::page).read_by_staff(),
        post("/sign-in", Public, session::sign_in_by_form).read_by_staff(),
        post("/sign-out", Public, session::sign_out_by_form).read_by_staff(),
        get("/desk", Staff, choose::page),
        get("/desk/{desk}", Staff, desk_page::get),
        post("/desk/{desk}/{verb}", Staff, desk_forms::submit),
        get("/assets/{name}", Public, assets::file),
    ];
    let mut calls = vec![
        post("/api/v1/session", Public, session::sign_in).read_by_staff(),
        delete("/api/v1/session", Public, session::sign_out).read_by_staff(),
        get("/api/v1/site", Public, site::get),
        post("/api/v1/tickets", StaffOrDevice, tickets::issue),
        get("/api/v1/tickets/{token}", Public, tickets::get),
        delete("/api/v1/tickets/{token}", Public, tickets::withdraw),
        get("/api/v1/day", Staff, day::get),
        post("/api/v1/appointments", Staff, appointments::book),
        delete("/api/v1/appointments/{code}", Staff, appointments::unbook),
        post("/api/v1/appointments/{code}/check-in", StaffOrDevice, appointments::check_in),
        get("/api/v1/board", Public, board::get),
        get("/api/v1/events", Public, events::stream), // `events.rs` requires a sign-in for a desk's events
        get("/api/v1/openapi.json", Public, assets::openapi),
        // For monitoring.
        get("/healthz", StaffOrMachine, health::healthz),
        get("/metrics", StaffOrMachine, health::metrics),
    ];
    calls.extend(VERBS.iter().filter_map(operation_of));
    let of_kind = |endpoints: Vec<Endpoint>, kind| endpoints.into_iter().map(move |endpoint| endpoint.of_kind(kind));
    of_kind(pages, RouteKind::Page).chain(of_kind(calls, RouteKind::Call)).collect()
}

/// The API operation of a verb.
fn operation_of(verb: &'static Verb) -> Option<Endpoint> {
    let handler = move |request, body| desk_api::carry_out(verb, request, body);
    verb.path().map(|path| post(path, Audience::Staff, handler))
}

/// Every route, for tests and documents.
pub fn rows() -> Vec<Route> {
    table().into_iter().map(|endpoint| endpoint.route).collect()
}

/// All pages and calls.
pub fn router(dependencies: WebDependencies) -> Router {
    router_with(dependencies, Vec::new())
}

/// All pages and calls, and more of them that need nothing of this module: the rights, languages and errors of the rows
/// that are added are the same as those of the table's own.
pub fn router_with(dependencies: WebDependencies, added: Vec<(Route, MethodRouter)>) -> Router {
    let mut endpoints = table();
    endpoints.extend(added.into_iter().map(|(route, handler)| Endpoint { route, handler: handler.with_state(()) }));
    let routes = Arc::new(RouteTable::new(endpoints.iter().map(|endpoint| endpoint.route.clone())));
    let web = Shared::new(dependencies, Arc::clone(&routes));
    let router = endpoints.into_iter().fold(Router::new(), |router, Endpoint { route, handler }| {
        let path = route.path;
        router.route(path, handler.route_layer(from_fn_with_state((web.clone(), route), admit)))
    });
    let guarded = guard::before(router.fallback(index::not_found).with_state(web.clone()), web);
    guarded.layer(from_fn_with_state(routes, route::look_up))
}

fn get<H: Handler<T, Web>, T: 'static>(path: &'static str, audience: Audience, handler: H) -> Endpoint {
    endpoint(Method::GET, MethodFilter::GET, path, audience, handler)
}

fn post<H: Handler<T, Web>, T: 'static>(path: &'static str, audience: Audience, handler: H) -> Endpoint {
    endpoint(Method::POST, MethodFilter::POST, path, audience, handler)
}

fn delete<H: Handler<T, Web>, T: 'static>(path: &'static str, audience: Audience, handler: H) -> Endpoint {
    endpoint(Method::DELETE, MethodFilter::DELETE, path, audience, handler)
}

fn endpoint<H: Handler<T, Web>, T: 'static>(
    method: Method,
    filter: MethodFilter,
    path: &'static str,
    audience: Audience,
    handler: H,
) -> Endpoint {
    Endpoint { route: Route::new(method, path, audience, RouteKind::Call), handler: on(filter, handler) }
}
