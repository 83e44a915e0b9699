//! The board as a page, and as a call.

use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::board::BoardView;
use crate::web::http::answer;
use crate::web::http::page::Frame;
use crate::web::shared::Web;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage<'a> {
    frame: Frame<'a>,
    board: &'a BoardView,
    /// The site's own time as `hh:mm`, and as seconds since midnight for the page's clock.
    time: String,
    date: String,
    seconds: i32,
    not_live: String,
    waiting: String,
}

/// `GET /api/v1/board`.
pub(in crate::web) async fn get(State(web): State<Web>) -> impl IntoResponse {
    let picture = web.boards.of(&web.day(), &web.locales);
    ([(header::CONTENT_TYPE, "application/json")], picture.json.clone())
}

/// `GET /board`.
pub(in crate::web) async fn page(State(web): State<Web>) -> Response {
    let (day, now) = (web.day(), web.local_now());
    let site = day.site();
    let frame = Frame::for_visitors(&web, site, site.house_language());
    let translator = frame.translator();
    let picture = web.boards.of(&day, &web.locales);
    let seconds = i32::from(now.hour()) * 3600 + i32::from(now.minute()) * 60 + i32::from(now.second());
    let shown = BoardPage {
        time: translator.time(now.time()),
        date: translator.date(now.date()),
        seconds,
        not_live: translator.plain("board-not-live", &[("time", "{time}".into())]),
        waiting: translator.message_with("board-waiting", &[("count", picture.view.waiting.into())]),
        board: &picture.view,
        frame,
    };
    answer::page(StatusCode::OK, &shown)
}

/// Describes [`get`].
pub(in crate::web) fn operation() -> OperationDoc {
    OperationDoc::new(Tag::Board, "Get what the waiting room may see")
        .gives::<BoardView>(StatusCode::OK, "The board now")
}
