//! The waiting room's board, as a view for calls and events and as a page.
//!
//! It shows numbers, desks and rooms, never the service that a number waits for: queues are named by their letters only.

use crate::domain::{Board, CallNumber, Day, DeskNumber, InstitutionCode, Site, TicketNumber};
use crate::locale::Translator;
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::view;
use crate::web::http::answer;
use crate::web::http::page::Frame;
use crate::web::shared::{Shared, Web};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

/// Everything that the waiting room may see.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct BoardView {
    /// The newest call number that the room may know: a page chimes once for each call number that it has not seen.
    pub(in crate::web) last_call: u64,
    pub(in crate::web) calls: Vec<CallView>,
    pub(in crate::web) next: Vec<LetterView>,
    pub(in crate::web) waiting: usize,
}

/// One call.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct CallView {
    pub(in crate::web) call: u64,
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    #[schema(value_type = DeskNumber)]
    pub(in crate::web) desk: u16,
    pub(in crate::web) room: String,
    /// Local time.
    #[schema(pattern = "^([01][0-9]|2[0-4]):[0-5][0-9]$")]
    pub(in crate::web) at: String,
    /// Whether the visitor has not arrived yet.
    pub(in crate::web) is_open: bool,
    /// The institution's index in the site, for its colour.
    #[schema(required)]
    pub(in crate::web) institution: Option<usize>,
}

/// The next numbers with one letter.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct LetterView {
    #[schema(pattern = "^[A-Z]$")]
    pub(in crate::web) letter: char,
    #[schema(value_type = Vec<TicketNumber>)]
    pub(in crate::web) next: Vec<String>,
    pub(in crate::web) waiting: usize,
    #[schema(required)]
    pub(in crate::web) institution: Option<usize>,
}

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage<'a> {
    frame: Frame<'a>,
    board: BoardView,
    /// The site's own time as `hh:mm`, and as seconds since midnight for the page's clock.
    time: String,
    date: String,
    seconds: i32,
    not_live: String,
    waiting: String,
}

/// `GET /api/v1/board`.
pub(in crate::web) async fn get(State(web): State<Web>) -> Json<BoardView> {
    let day = web.day();
    Json(of(&day, house(&web, day.site())))
}

/// `GET /board`.
pub(in crate::web) async fn page(State(web): State<Web>) -> Response {
    let (day, now) = (web.day(), web.local_now());
    let site = day.site();
    let frame = Frame::for_visitors(&web, site, site.house_language());
    let translator = frame.translator();
    let board = of(&day, translator);
    let seconds = i32::from(now.hour()) * 3600 + i32::from(now.minute()) * 60 + i32::from(now.second());
    let shown = BoardPage {
        time: translator.time(now.time()),
        date: translator.date(now.date()),
        seconds,
        not_live: translator.plain("board-not-live", &[("time", "{time}".into())]),
        waiting: translator.message_with("board-waiting", &[("count", board.waiting.into())]),
        board,
        frame,
    };
    answer::page(StatusCode::OK, &shown)
}

/// The board of this day.
pub(in crate::web) fn of(day: &Day, translator: Translator<'_>) -> BoardView {
    let board = Board::of(day);
    let site = day.site();
    let calls = board.calls.iter().map(|call| CallView {
        call: call.call.0,
        number: call.ticket.to_string(),
        desk: call.desk.0,
        room: view::room(site, call.desk, translator),
        at: clock(site.local(call.at).time()),
        is_open: call.is_open,
        institution: call.institution.as_ref().and_then(|code| place_of(site, code)),
    });
    let next = board.next.iter().map(|queue| LetterView {
        letter: queue.letter.as_char(),
        next: queue.next.iter().map(ToString::to_string).collect(),
        waiting: queue.waiting,
        institution: queue.institution.as_ref().and_then(|code| place_of(site, code)),
    });
    BoardView { last_call: last_call(day).0, calls: calls.collect(), next: next.collect(), waiting: board.waiting }
}

/// The newest call that the room may see or hear. Later quiet calls do not count, or a chime would reveal them. Call numbers
/// have no gaps, so if all remembered calls are quiet, it is the one before them.
pub(in crate::web) fn last_call(day: &Day) -> CallNumber {
    let mut last = day.last_call();
    for call in day.calls() {
        if !call.is_quiet {
            return call.number;
        }
        last = CallNumber(call.number.0.saturating_sub(1));
    }
    last
}

/// The board is in the site's own language.
pub(in crate::web) fn house<'a>(web: &'a Shared, site: &Site) -> Translator<'a> {
    web.translator(site.house_language())
}

fn place_of(site: &Site, code: &InstitutionCode) -> Option<usize> {
    site.institutions().iter().position(|institution| institution.code == *code)
}

fn clock(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Describes [`get`].
pub(in crate::web) fn operation() -> OperationDoc {
    OperationDoc::new(Tag::Board, "Get what the waiting room may see")
        .gives::<BoardView>(StatusCode::OK, "The board now")
}
