//! The table of routes: every one with its [`Audience`], as a page or as a call. There is no route outside this table.

use crate::web::api::appointments;
use crate::web::api::day;
use crate::web::api::events;
use crate::web::api::health;
use crate::web::api::openapi::{self, OperationDoc};
use crate::web::api::site;
use crate::web::api::tickets;
use crate::web::audience::{ALL_STAFF, AT_DESK, About, Audience, Duty, GUIDES};
use crate::web::board;
use crate::web::dependencies::WebDependencies;
use crate::web::desk::api as desk_api;
use crate::web::desk::choose;
use crate::web::desk::forms as desk_forms;
use crate::web::desk::page as desk_page;
use crate::web::desk::verb::Verb;
use crate::web::desk::verbs::VERBS;
use crate::web::doors::{Door, Pages};
use crate::web::http::arrival;
use crate::web::http::assets::{self, StaticFile};
use crate::web::http::guard;
use crate::web::http::places::Places;
use crate::web::index;
use crate::web::phone;
use crate::web::route::{self, OWN_PIN, Readers, Route, RouteKind, RouteTable};
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::DeviceRight;
use crate::web::sign_in::caller::admit;
use crate::web::sign_in::{own_pin, security_watch, session};
use axum::handler::Handler;
use axum::http::{HeaderMap, Method};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use axum::{Extension, Router};
use std::sync::{Arc, LazyLock};

/// A route with its handler.
pub(in crate::web) struct Endpoint {
    route: Route,
    handler: MethodRouter<Web>,
    /// Of a call.
    operation: Option<OperationDoc>,
}

impl Endpoint {
    /// Makes it a call for programs, described by the API's document.
    fn call(self, operation: OperationDoc) -> Endpoint {
        Endpoint { route: Route { kind: RouteKind::Call, ..self.route }, operation: Some(operation), ..self }
    }

    /// For a public route that only staff have a reason to use.
    fn read_by_staff(self) -> Endpoint {
        Endpoint { route: Route { readers: Readers::Staff, ..self.route }, ..self }
    }
}

fn table() -> Vec<Endpoint> {
    use Audience::{Public, PublicButDesks, Staff, StaffOrDevice, StaffOrMachine};
    use DeviceRight::Issue;
    const ANY: Duty = Duty::new(ALL_STAFF, About::House);
    const ACCOUNT: Duty = Duty::new(ALL_STAFF, About::Account);
    const TICKETS: Duty = Duty::new(GUIDES, About::Own);
    const FIGURES: Duty = Duty::new(ALL_STAFF, About::Own);
    let mut table = vec![
        // Pages.
        get("/", Public, index::page).read_by_staff(),
        get("/board", Public, board::page),
        get("/t/{token}", Public, phone::page),
        post("/t/{token}/withdraw", Public, phone::withdraw),
        get("/sign-in", Public, session::page).read_by_staff(),
        post("/sign-in", Public, session::sign_in_by_form).read_by_staff(),
        post("/sign-out", Public, session::sign_out_by_form).read_by_staff(),
        get(OWN_PIN, Staff(ACCOUNT), own_pin::page),
        post(OWN_PIN, Staff(ACCOUNT), own_pin::change),
        post("/pin/end-others", Staff(ACCOUNT), own_pin::end_others),
        get("/desk", Staff(ANY), choose::page),
        get("/desk/{desk}", Staff(AT_DESK), desk_page::get),
        // A form that no verb has; those of the verbs are below.
        post("/desk/{desk}/{verb}", Staff(AT_DESK), desk_forms::submit_unknown),
        // It only leads to the page above, which needs a sign-in.
        get("/desk/{desk}/{verb}", Public, desk_forms::lead_back).read_by_staff(),
        get("/assets/{name}", Public, assets::file),
        // Calls.
        post("/api/v1/session", Public, session::sign_in).call(session::sign_in_operation()).read_by_staff(),
        delete("/api/v1/session", Public, session::sign_out).call(session::sign_out_operation()).read_by_staff(),
        get("/api/v1/site", Public, site::get).call(site::operation()),
        post("/api/v1/tickets", StaffOrDevice(TICKETS, Issue), tickets::issue).call(tickets::issue_operation()),
        get("/api/v1/tickets/{token}", Public, tickets::get).call(tickets::get_operation()),
        delete("/api/v1/tickets/{token}", Public, tickets::withdraw).call(tickets::withdraw_operation()),
        get("/api/v1/day", Staff(FIGURES), day::get).call(day::operation()),
        post("/api/v1/appointments", Staff(TICKETS), appointments::book).call(appointments::book_operation()),
        delete("/api/v1/appointments/{code}", Staff(TICKETS), appointments::unbook)
            .call(appointments::unbook_operation()),
        post("/api/v1/appointments/{code}/check-in", StaffOrDevice(TICKETS, Issue), appointments::check_in)
            .call(appointments::check_in_operation()),
        get("/api/v1/board", Public, board::get).call(board::operation()),
        get("/api/v1/events", PublicButDesks(AT_DESK), events::stream).call(events::operation()),
        get("/api/v1/openapi.json", Public, description).call(openapi::operation()),
        // For monitoring.
        get("/healthz", StaffOrMachine(ANY), health::healthz).call(health::healthz_operation()),
        get("/metrics", StaffOrMachine(ANY), health::metrics).call(health::metrics_operation()),
    ];
    table.extend(VERBS.iter().filter_map(operation_of));
    table.extend(FORMS.iter().flat_map(|(path, verb)| form_of(path, verb)));
    table
}

/// The addresses of the forms that carry out verbs.
static FORMS: LazyLock<Vec<(String, &'static Verb)>> = LazyLock::new(|| {
    let with_form = VERBS.iter().filter(|verb| verb.has_button());
    with_form.map(|verb| (format!("/desk/{{desk}}/{}", verb.name()), verb)).collect()
});

/// The form of a verb, and the way back from its address.
fn form_of(path: &'static str, verb: &'static Verb) -> [Endpoint; 2] {
    let duty = Duty::new(verb.roles(), About::Desk);
    let handler = move |form| desk_forms::submit(verb, form);
    [post(path, Audience::Staff(duty), handler), get(path, Audience::Public, desk_forms::lead_back).read_by_staff()]
}

/// The API operation of a verb.
fn operation_of(verb: &'static Verb) -> Option<Endpoint> {
    let handler = move |request, body| desk_api::carry_out(verb, request, body);
    let (path, summary) = (verb.path()?, verb.summary()?);
    let about = if path.contains("{desk}") { About::Desk } else { About::Own };
    let audience = Audience::Staff(Duty::new(verb.roles(), about));
    Some(post(path, audience, handler).call(desk_api::operation(verb, path, summary)))
}

/// Every route, for tests and documents.
pub fn rows() -> Vec<Route> {
    table().into_iter().map(|endpoint| endpoint.route).collect()
}

/// The description of the API as an OpenAPI document.
pub fn openapi() -> String {
    let calls = table().into_iter().filter_map(|Endpoint { route, operation, .. }| Some((route, operation?)));
    let document = openapi::document(calls.map(|(route, doc)| (route.method, route.path, route.audience, doc)));
    document.to_json().expect("a document made of texts, lists and maps can be written as JSON")
}

/// `GET /api/v1/openapi.json`.
async fn description(headers: HeaderMap) -> Response {
    static DOCUMENT: LazyLock<StaticFile> = LazyLock::new(|| StaticFile::new("application/json", openapi()));
    DOCUMENT.response(&headers)
}

/// All pages and calls.
pub fn router(dependencies: WebDependencies) -> Router {
    router_with(dependencies, Vec::new())
}

/// All pages and calls behind their doors.
pub fn pages(dependencies: WebDependencies) -> Pages {
    let (house, web) = house(dependencies, Vec::new());
    let endpoints = table().into_iter().filter(|endpoint| endpoint.route.is_for_strangers()).collect();
    let places = Places::new(web.proxies.clone());
    Pages { house, public: routes(endpoints, web, Door::Public), places }
}

/// All pages and calls, and more of them that need nothing of this module: the rights, languages and errors of the rows
/// that are added are the same as those of the table's own.
pub fn router_with(dependencies: WebDependencies, added: Vec<(Route, MethodRouter)>) -> Router {
    house(dependencies, added).0
}

fn house(dependencies: WebDependencies, added: Vec<(Route, MethodRouter)>) -> (Router, Web) {
    let mut endpoints = table();
    endpoints.extend(added.into_iter().map(|(route, handler)| Endpoint {
        route,
        handler: handler.with_state(()),
        operation: None,
    }));
    let web = Shared::new(dependencies, route_table(&endpoints));
    (routes(endpoints, Arc::clone(&web), Door::House), web)
}

fn route_table(endpoints: &[Endpoint]) -> Arc<RouteTable> {
    Arc::new(RouteTable::new(endpoints.iter().map(|endpoint| endpoint.route.clone())))
}

/// The routes behind a door, with all checks before them.
fn routes(endpoints: Vec<Endpoint>, web: Web, door: Door) -> Router {
    let (known, clients) = (route_table(&endpoints), Arc::clone(&web));
    let router = endpoints.into_iter().fold(Router::new(), |router, Endpoint { route, handler, .. }| {
        let path = route.path;
        let logged = handler.route_layer(from_fn_with_state(route.clone(), security_watch::note_commands));
        let admitted = logged.route_layer(from_fn_with_state((web.clone(), route.clone()), admit));
        router
            .route(path, admitted.route_layer(from_fn_with_state((web.clone(), route), security_watch::note_refusals)))
    });
    let guarded = guard::before(router.fallback(index::not_found).with_state(web.clone()), web);
    let placed = guarded.layer(from_fn_with_state(known, route::look_up));
    placed.layer(from_fn_with_state(clients, arrival::look_up)).layer(Extension(door))
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
    Endpoint {
        route: Route::new(method, path, audience, RouteKind::Page),
        handler: on(filter, handler),
        operation: None,
    }
}
