//! The table of contents: every route with who may use it. There is no route outside this table, and none without a `Who`.

use super::caller::admit;
use super::shared::{Shared, Web};
use super::{
    Parts, appointments, assets, board, day, desk, desk_forms, desk_page, events, guard, hand_on, health, index, phone,
    session, site, steps, tickets, waiting,
};
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on};

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody who can reach this machine.
    Anybody,
    /// Whoever has signed in.
    Staff,
    /// Whoever has signed in, or a device with a key.
    StaffOrDevice,
    /// Whoever has signed in, or a program on this machine.
    StaffOrMachine,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The method.
    pub method: Method,
    /// The path, with `{names}` for what varies.
    pub path: &'static str,
    /// Who may use it.
    pub who: Who,
}

fn table() -> Vec<(Row, MethodRouter<Web>)> {
    use Who::{Anybody, Staff, StaffOrDevice, StaffOrMachine};
    vec![
        // Pages.
        get("/", Anybody, index::page),
        get("/board", Anybody, board::page),
        get("/t/{token}", Anybody, phone::page),
        post("/t/{token}/withdraw", Anybody, phone::withdraw),
        get("/sign-in", Anybody, session::page),
        post("/sign-in", Anybody, session::sign_in_by_form),
        post("/sign-out", Anybody, session::sign_out_by_form),
        get("/desk", Staff, desk_page::choose),
        get("/desk/{desk}", Staff, desk_page::workbench),
        post("/desk/{desk}/{verb}", Staff, desk_forms::act),
        get("/assets/{name}", Anybody, assets::file),
        // Calls.
        post("/api/v1/session", Anybody, session::sign_in),
        delete("/api/v1/session", Anybody, session::sign_out),
        get("/api/v1/site", Anybody, site::get),
        post("/api/v1/tickets", StaffOrDevice, tickets::issue),
        get("/api/v1/tickets/{token}", Anybody, tickets::get),
        delete("/api/v1/tickets/{token}", Anybody, tickets::withdraw),
        post("/api/v1/desks/{desk}/open", Staff, desk::open),
        post("/api/v1/desks/{desk}/pause", Staff, desk::pause),
        post("/api/v1/desks/{desk}/close", Staff, desk::close),
        post("/api/v1/desks/{desk}/call-next", Staff, desk::call_next),
        post("/api/v1/desks/{desk}/call", Staff, desk::call),
        post("/api/v1/desks/{desk}/recall", Staff, desk::recall),
        post("/api/v1/desks/{desk}/start", Staff, desk::start),
        post("/api/v1/desks/{desk}/no-show", Staff, desk::no_show),
        post("/api/v1/desks/{desk}/finish", Staff, desk::finish),
        post("/api/v1/desks/{desk}/take-back", Staff, desk::take_back),
        post("/api/v1/desks/{desk}/walk-in", Staff, desk::walk_in),
        post("/api/v1/desks/{desk}/park", Staff, hand_on::park),
        post("/api/v1/desks/{desk}/resume", Staff, hand_on::resume),
        post("/api/v1/desks/{desk}/transfer", Staff, hand_on::transfer),
        post("/api/v1/desks/{desk}/add-step", Staff, steps::add),
        post("/api/v1/desks/{desk}/drop-step", Staff, steps::drop),
        post("/api/v1/desks/{desk}/order-steps", Staff, steps::order),
        get("/api/v1/day", Staff, day::get),
        post("/api/v1/day/withdraw", Staff, waiting::withdraw),
        post("/api/v1/day/urgent", Staff, waiting::urgent),
        post("/api/v1/appointments", Staff, appointments::book),
        delete("/api/v1/appointments/{code}", Staff, appointments::unbook),
        post("/api/v1/appointments/{code}/check-in", StaffOrDevice, appointments::check_in),
        get("/api/v1/board", Anybody, board::get),
        get("/api/v1/events", Anybody, events::stream), // a desk's events: `events.rs` asks for a sign-in
        get("/api/v1/openapi.json", Anybody, assets::openapi),
        // For whoever looks after the machine.
        get("/healthz", StaffOrMachine, health::healthz),
        get("/metrics", StaffOrMachine, health::metrics),
    ]
}

/// Every route with who may use it, for tests and documents.
pub fn rows() -> Vec<Row> {
    table().into_iter().map(|(row, _)| row).collect()
}

/// All pages and calls.
pub fn router(parts: Parts) -> Router {
    let web = Shared::new(parts);
    let routes = table().into_iter().fold(Router::new(), |router, (row, handler)| {
        let admitted = handler.route_layer(from_fn_with_state((web.clone(), row.who), admit));
        router.route(row.path, admitted)
    });
    guard::before(routes.fallback(index::not_found).with_state(web.clone()), web)
}

fn get<H: Handler<T, Web>, T: 'static>(path: &'static str, who: Who, handler: H) -> (Row, MethodRouter<Web>) {
    (Row { method: Method::GET, path, who }, on(MethodFilter::GET, handler))
}

fn post<H: Handler<T, Web>, T: 'static>(path: &'static str, who: Who, handler: H) -> (Row, MethodRouter<Web>) {
    (Row { method: Method::POST, path, who }, on(MethodFilter::POST, handler))
}

fn delete<H: Handler<T, Web>, T: 'static>(path: &'static str, who: Who, handler: H) -> (Row, MethodRouter<Web>) {
    (Row { method: Method::DELETE, path, who }, on(MethodFilter::DELETE, handler))
}
