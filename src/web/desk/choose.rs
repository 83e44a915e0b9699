//! The page on which a clerk chooses a desk.

use crate::domain::{Day, Desk, DeskNumber, DeskState, ServiceCode};
use crate::locale::Translator;
use crate::web::api::view;
use crate::web::desk::pill::Pill;
use crate::web::desk::rows;
use crate::web::http::answer;
use crate::web::http::page::{self, Frame};
use crate::web::http::reader::Reader;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;

#[derive(Template)]
#[template(path = "desks.html")]
struct DesksPage<'a> {
    frame: Frame<'a>,
    name: String,
    desks: Vec<DeskCard>,
    /// Why the reader works at none of them.
    why_none: Option<String>,
}

struct DeskCard {
    /// Why the reader does not work there; empty where it does.
    why_not: String,
    desk: u16,
    room: String,
    state: DeskState,
    ticket: Option<String>,
    services: String,
    waiting: String,
    staff: String,
}

impl DeskCard {
    fn pill(&self) -> Pill {
        Pill::of(self.state)
    }
}

/// `GET /desk`.
pub(in crate::web) async fn page(
    State(web): State<Web>,
    Reader(language): Reader,
    Extension(caller): Extension<Caller>,
    uri: Uri,
) -> Response {
    let day = web.day();
    let frame = Frame::for_staff(&web, day.site(), &language, "/desk").with_notice(&web, day.site());
    let reach = caller.reach(day.site());
    let card = |desk: &Desk| {
        let card = card(&web, &day, desk.number, frame.translator());
        if caller.is_auditor() {
            DeskCard { ticket: None, staff: String::new(), why_not: frame.t("desk-figures-only"), ..card }
        } else if reach.has_desk(day.site(), desk.number) {
            card
        } else {
            DeskCard { ticket: None, why_not: frame.t("desk-of-others"), ..card }
        }
    };
    let desks: Vec<DeskCard> = day.site().desks().iter().map(card).collect();
    let is_left_out = !caller.is_auditor() && desks.iter().all(|card| !card.why_not.is_empty());
    let why_none = is_left_out.then(|| frame.t("desk-none-is-yours"));
    let name = caller.name().unwrap_or_default().to_owned();
    let mut response = answer::page(StatusCode::OK, &DesksPage { frame, name, desks, why_none });
    page::remember_language(&mut response, &uri);
    response
}

fn card(web: &Shared, day: &Day, number: DeskNumber, translator: Translator<'_>) -> DeskCard {
    let now = day.desk(number);
    let services = rows::services_of(day, number);
    let waiting: usize = services.iter().map(|service| day.queues().len(service)).sum();
    let label = |code: &ServiceCode| day.site().service(code).map(|service| translator.pick(&service.label).to_owned());
    DeskCard {
        why_not: String::new(),
        desk: number.0,
        room: view::room(day.site(), number, translator),
        state: now.state,
        ticket: now.current.map(|ticket| ticket.to_string()),
        services: services.iter().filter_map(label).collect::<Vec<_>>().join(" · "),
        waiting: translator.message_with("desk-waiting-count", &[("count", waiting.into())]),
        staff: web.presence.names(number, web.now()).join(", "),
    }
}
