//! The table of contents: every route with who may use it. There is no route outside this table, and none without a [`Audience`].

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
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::admit;
use crate::web::sign_in::session;
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on};

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{names}` for what varies.
    pub path: &'static str,
    /// Who may use it.
    pub audience: Audience,
}

fn table() -> Vec<(Route, MethodRouter<Web>)> {
    use Audience::{Public, Staff, StaffOrDevice, StaffOrMachine};
    let mut table = vec![
        // Pages.
        get("/", Public, index::page),
        get("/board", Public, board::page),
        get("/t/{token}", Public, phone::page),
        post("/t/{token}/withdraw", Public, phone::withdraw),
        get("/sign-in", Public, session::page),
        post("/sign-in", Public, session::sign_in_by_form),
        post("/sign-out", Public, session::sign_out_by_form),
        get("/desk", Staff, choose::page),
        get("/desk/{desk}", Staff, desk_page::get),
        post("/desk/{desk}/{verb}", Staff, desk_forms::submit),
        get("/assets/{name}", Public, assets::file),
        // Calls.
        post("/api/v1/session", Public, session::sign_in),
        delete("/api/v1/session", Public, session::sign_out),
        get("/api/v1/site", Public, site::get),
        post("/api/v1/tickets", StaffOrDevice, tickets::issue),
        get("/api/v1/tickets/{token}", Public, tickets::get),
        delete("/api/v1/tickets/{token}", Public, tickets::withdraw),
        get("/api/v1/day", Staff, day::get),
        post("/api/v1/appointments", Staff, appointments::book),
        delete("/api/v1/appointments/{code}", Staff, appointments::unbook),
        post("/api/v1/appointments/{code}/check-in", StaffOrDevice, appointments::check_in),
        get("/api/v1/board", Public, board::get),
        get("/api/v1/events", Public, events::stream), // a desk's events: `events.rs` asks for a sign-in
        get("/api/v1/openapi.json", Public, assets::openapi),
        // For whoever looks after the machine.
        get("/healthz", StaffOrMachine, health::healthz),
        get("/metrics", StaffOrMachine, health::metrics),
    ];
    table.extend(VERBS.iter().filter_map(operation_of));
    table
}

/// The row of a verb's API operation.
fn operation_of(verb: &'static Verb) -> Option<(Route, MethodRouter<Web>)> {
    let handler = move |request, body| desk_api::carry_out(verb, request, body);
    verb.path().map(|path| post(path, Audience::Staff, handler))
}

/// Every route with who may use it, for tests and documents.
pub fn rows() -> Vec<Route> {
    table().into_iter().map(|(row, _)| row).collect()
}

/// All pages and calls.
pub fn router(dependencies: WebDependencies) -> Router {
    let web = Shared::new(dependencies);
    let routes = table().into_iter().fold(Router::new(), |router, (row, handler)| {
        let admitted = handler.route_layer(from_fn_with_state((web.clone(), row.audience), admit));
        router.route(row.path, admitted)
    });
    guard::before(routes.fallback(index::not_found).with_state(web.clone()), web)
}

fn get<H: Handler<T, Web>, T: 'static>(
    path: &'static str,
    audience: Audience,
    handler: H,
) -> (Route, MethodRouter<Web>) {
    (Route { method: Method::GET, path, audience }, on(MethodFilter::GET, handler))
}

fn post<H: Handler<T, Web>, T: 'static>(
    path: &'static str,
    audience: Audience,
    handler: H,
) -> (Route, MethodRouter<Web>) {
    (Route { method: Method::POST, path, audience }, on(MethodFilter::POST, handler))
}

fn delete<H: Handler<T, Web>, T: 'static>(
    path: &'static str,
    audience: Audience,
    handler: H,
) -> (Route, MethodRouter<Web>) {
    (Route { method: Method::DELETE, path, audience }, on(MethodFilter::DELETE, handler))
}
