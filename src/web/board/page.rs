//! The board as a page, and as a call.
//!
//! What does not fit turns over: the script shows one page of rows after the other. Without it the page asks for its next
//! page by itself (`?page=`), so that no call is out of sight for good.

use crate::locale::Translator;
use crate::web::api::codes::CallStageCode;
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::board::view::{BoardView, CallView, LetterView};
use crate::web::http::answer;
use crate::web::http::form::Fields;
use crate::web::http::page::Frame;
use crate::web::shared::Web;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use std::fmt::Write;

/// The most calls that are shown beside their rooms, the one in the band among them. More are a crowd, in two columns.
const FEW: usize = 7;
/// The rows of a page of a crowd; `board.js` has the same.
const CROWD_ROWS: usize = 12;
/// The rows of a page of the next numbers; `board.js` has the same.
const NEXT_ROWS: usize = 9;
/// The most characters of a room that stand in one line of a row; more are written smaller, in two.
const ROOM_IN_ONE_LINE: usize = 13;
/// How long a page of rows is shown.
const SECONDS_PER_PAGE: u8 = 8;
/// For how many seconds a call is new.
const NEW_SECONDS: i64 = 20;

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage<'a> {
    frame: Frame<'a>,
    since: String,
    last_call: u64,
    newest: Option<CallRow<'a>>,
    calls: Vec<CallRow<'a>>,
    is_crowd: bool,
    rows_are_empty: bool,
    next: Vec<QueueRow<'a>>,
    turn: Turn,
    seconds_per_page: u8,
    /// The site's own time as `hh:mm`, and as seconds since midnight for the page's clock.
    time: String,
    date: String,
    seconds: i32,
    not_live: String,
    waiting: String,
}

/// Which pages of rows are shown, counted from 0.
struct Turn {
    calls: usize,
    calls_pages: usize,
    next: usize,
    next_pages: usize,
    /// What to ask for next, counted from 1.
    then: usize,
}

/// One call as the page shows it.
#[derive(Clone)]
struct CallRow<'a> {
    view: &'a CallView,
    /// Seconds since the call.
    age: i64,
    is_new: bool,
    /// What became of it, in a word; while it is awaited, since when.
    tag: String,
    /// On another page of rows, or in the band.
    is_off: bool,
}

struct QueueRow<'a> {
    view: &'a LetterView,
    is_off: bool,
}

/// `GET /api/v1/board`.
pub(in crate::web) async fn get(State(web): State<Web>) -> impl IntoResponse {
    let picture = web.boards.of(&web.day(), &web.locales);
    ([(header::CONTENT_TYPE, "application/json")], picture.json.to_string())
}

/// `GET /board`.
pub(in crate::web) async fn page(State(web): State<Web>, uri: Uri) -> Response {
    let (day, now) = (web.day(), web.local_now());
    let site = day.site();
    let frame = Frame::for_visitors(&web, site, site.house_language());
    let translator = frame.translator();
    let picture = web.boards.of(&day, &web.locales);
    let board = &picture.view;
    let asked = Fields::of_query(&uri).get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let turn = Turn::of(board, asked);
    let mut calls = call_rows(board, &turn, translator, web.now());
    let newest = (!calls.is_empty()).then(|| calls[0].clone());
    let is_crowd = calls.len() > FEW;
    if let Some(first) = calls.first_mut().filter(|_| !is_crowd) {
        first.is_off = true;
    }
    let next = board.next.iter().enumerate();
    let seconds = i32::from(now.hour()) * 3600 + i32::from(now.minute()) * 60 + i32::from(now.second());
    let shown = BoardPage {
        since: board.since.clone().unwrap_or_default(),
        last_call: board.last_call,
        newest,
        is_crowd,
        rows_are_empty: calls.iter().all(|call| call.is_off),
        calls,
        next: next.map(|(at, view)| QueueRow { view, is_off: at / NEXT_ROWS != turn.next }).collect(),
        turn,
        seconds_per_page: SECONDS_PER_PAGE,
        time: translator.time(now.time()),
        date: translator.date(now.date()),
        seconds,
        not_live: translator.plain("board-not-live", &[("time", "{time}".into())]),
        waiting: translator.message_with("board-waiting", &[("count", board.waiting.into())]),
        frame,
    };
    answer::page(StatusCode::OK, &shown)
}

impl Turn {
    fn of(board: &BoardView, asked: usize) -> Turn {
        let calls_pages = match board.calls.len() {
            0..=FEW => 1,
            count => count.div_ceil(CROWD_ROWS),
        };
        let next_pages = board.next.len().div_ceil(NEXT_ROWS).max(1);
        let most = calls_pages.max(next_pages);
        let asked = if (1..=most).contains(&asked) { asked } else { 1 };
        Turn {
            calls: (asked - 1) % calls_pages,
            calls_pages,
            next: (asked - 1) % next_pages,
            next_pages,
            then: asked % most + 1,
        }
    }
}

fn call_rows<'a>(board: &'a BoardView, turn: &Turn, translator: Translator<'_>, now: Timestamp) -> Vec<CallRow<'a>> {
    let rows = board.calls.iter().enumerate().map(|(at, view)| {
        let age = now.duration_since(view.called_at).as_secs().max(0);
        let is_new = view.stage == CallStageCode::Awaited && age < NEW_SECONDS;
        let tag = match view.stage {
            CallStageCode::Awaited => view.at.clone(),
            CallStageCode::Arrived => translator.message("board-arrived"),
            CallStageCode::Missed => translator.message("board-missed"),
            CallStageCode::Done => translator.message("board-done"),
        };
        CallRow { view, age, is_new, tag, is_off: at / CROWD_ROWS != turn.calls }
    });
    rows.collect()
}

impl CallRow<'_> {
    /// The pictogram that tells what became of the call.
    fn sign(&self) -> String {
        if self.is_new { "new".to_owned() } else { self.view.stage.to_string() }
    }

    /// The classes for stage, colour and length.
    fn classes(&self) -> String {
        let mut classes = self.view.stage.to_string();
        if self.is_new {
            classes.push_str(" new");
        }
        if let Some(place) = self.view.institution {
            // Writing to a String can't fail.
            let _ = write!(classes, " institution-{place}");
        }
        // Longer than "A 042" with desk 112.
        let length = self.view.number.len() + self.view.desk.to_string().len();
        if length > 8 {
            let _ = write!(classes, " longer-{}", length.min(11));
        }
        if self.view.number.len() > 6 {
            classes.push_str(" long");
        }
        if self.view.room.chars().count() > ROOM_IN_ONE_LINE {
            classes.push_str(" far");
        }
        classes
    }
}

impl BoardPage<'_> {
    /// The pictograms of the calls, each once in the page.
    fn signs(&self) -> [(&'static str, &'static str); 5] {
        [
            ("new", "bell-ringing"),
            ("awaited", "arrow-right"),
            ("arrived", "check-circle"),
            ("missed", "x-circle"),
            ("done", "check"),
        ]
    }
}

/// Describes [`get`].
pub(in crate::web) fn operation() -> OperationDoc {
    OperationDoc::new(Tag::Board, "Get what the waiting room may see")
        .gives::<BoardView>(StatusCode::OK, "The board now")
}
