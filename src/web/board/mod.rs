//! The waiting room's board, as a view for calls and events and as a page.
//!
//! It shows numbers, desks and rooms, never the service that a number waits for: queues are named by their letters only.

use crate::domain::{Board, CallNumber, Day, InstitutionCode, Site};
use crate::locale::Translator;
use crate::web::api::picture;
use crate::web::http::answer;
use crate::web::http::page::Frame;
use crate::web::shared::{Shared, Web};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

/// Everything that the waiting room may see.
#[derive(Serialize)]
pub(in crate::web) struct BoardPicture {
    /// The newest call number that the room may know: a page chimes once for each call number that it has not seen.
    pub(in crate::web) last_call: u64,
    pub(in crate::web) calls: Vec<CallPicture>,
    pub(in crate::web) next: Vec<LetterPicture>,
    pub(in crate::web) waiting: usize,
}

#[derive(Serialize)]
pub(in crate::web) struct CallPicture {
    pub(in crate::web) call: u64,
    pub(in crate::web) number: String,
    pub(in crate::web) desk: u16,
    pub(in crate::web) room: String,
    pub(in crate::web) at: String,
    /// Whether the visitor has not arrived yet.
    pub(in crate::web) is_open: bool,
    /// The institution's index in the site, for its colour.
    pub(in crate::web) institution: Option<usize>,
}

/// The next numbers with one letter.
#[derive(Serialize)]
pub(in crate::web) struct LetterPicture {
    pub(in crate::web) letter: char,
    pub(in crate::web) next: Vec<String>,
    pub(in crate::web) waiting: usize,
    pub(in crate::web) institution: Option<usize>,
}

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage<'a> {
    frame: Frame<'a>,
    board: BoardPicture,
    /// The site's own time as `hh:mm`, and as seconds since midnight for the page's clock.
    time: String,
    date: String,
    seconds: i32,
    not_live: String,
    waiting: String,
}

/// `GET /api/v1/board`.
pub(in crate::web) async fn get(State(web): State<Web>) -> Json<BoardPicture> {
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
pub(in crate::web) fn of(day: &Day, translator: Translator<'_>) -> BoardPicture {
    let board = Board::of(day);
    let site = day.site();
    let calls = board.calls.iter().map(|call| CallPicture {
        call: call.call.0,
        number: call.ticket.to_string(),
        desk: call.desk.0,
        room: picture::room(site, call.desk, translator),
        at: clock(site.local(call.at).time()),
        is_open: call.is_open,
        institution: call.institution.as_ref().and_then(|code| place_of(site, code)),
    });
    let next = board.next.iter().map(|queue| LetterPicture {
        letter: queue.letter.as_char(),
        next: queue.next.iter().map(ToString::to_string).collect(),
        waiting: queue.waiting,
        institution: queue.institution.as_ref().and_then(|code| place_of(site, code)),
    });
    BoardPicture { last_call: last_call(day).0, calls: calls.collect(), next: next.collect(), waiting: board.waiting }
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
