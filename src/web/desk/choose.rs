//! The page on which a clerk chooses a desk, and an auditor reads what the desks do.

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
    /// Those of the reader first.
    desks: Vec<DeskCard>,
    /// Why the reader works at none of them.
    why_none: Option<String>,
    /// Whether the reader works at no desk and reads figures.
    reads_figures: bool,
}

struct DeskCard {
    /// Whether the reader may open the page of the desk.
    is_open_to_reader: bool,
    /// Why not, where that is not said of all.
    why_not: Option<String>,
    desk: u16,
    room: String,
    state: DeskState,
    ticket: Option<String>,
    services: String,
    waiting: String,
    staff: String,
}

impl DesksPage<'_> {
    fn title(&self) -> String {
        self.frame.t(if self.reads_figures { "desk-figures" } else { "desk-choose" })
    }
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
    let (reach, reads_figures) = (caller.reach(day.site()), caller.is_auditor());
    let card = |desk: &Desk| {
        let card = card(&web, &day, desk.number, frame.translator());
        if reads_figures {
            DeskCard { is_open_to_reader: false, ticket: None, staff: String::new(), ..card }
        } else if reach.has_desk(day.site(), desk.number) {
            card
        } else {
            DeskCard { is_open_to_reader: false, ticket: None, why_not: Some(frame.t("desk-of-others")), ..card }
        }
    };
    let mut desks: Vec<DeskCard> = day.site().desks().iter().map(card).collect();
    desks.sort_by_key(|card| !card.is_open_to_reader);
    let is_left_out = !reads_figures && !desks.iter().any(|card| card.is_open_to_reader);
    let why_none = is_left_out.then(|| frame.t("desk-none-is-yours"));
    let name = caller.name().unwrap_or_default().to_owned();
    let mut response = answer::page(StatusCode::OK, &DesksPage { frame, name, desks, why_none, reads_figures });
    page::remember_language(&mut response, &uri);
    response
}

fn card(web: &Shared, day: &Day, number: DeskNumber, translator: Translator<'_>) -> DeskCard {
    let now = day.desk(number);
    let services = rows::services_of(day, number);
    let waiting: usize = services.iter().map(|service| day.queues().len(service)).sum();
    let label = |code: &ServiceCode| day.site().service(code).map(|service| translator.pick(&service.label).to_owned());
    DeskCard {
        is_open_to_reader: true,
        why_not: None,
        desk: number.0,
        room: view::room(day.site(), number, translator),
        state: now.state,
        ticket: now.current.map(|ticket| ticket.to_string()),
        services: services.iter().filter_map(label).collect::<Vec<_>>().join(" · "),
        waiting: translator.message_with("desk-waiting-count", &[("count", waiting.into())]),
        staff: web.presence.names(number, web.now()).join(", "),
    }
}
