//! The first page, with links to the others, and the response to an address that no route has.

use crate::web::http::answer;
use crate::web::http::page::{self, Frame};
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::route::{RouteInfo, RouteKind};
use crate::web::shared::Web;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage<'a> {
    frame: Frame<'a>,
}

/// An error as a page.
#[derive(Template)]
#[template(path = "not_found.html")]
pub(super) struct NotFoundPage<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) title: String,
    pub(super) text: String,
    /// Whether a retry may succeed: then a page that refreshes itself keeps its content.
    pub(super) is_passing: bool,
}

/// `GET /`.
pub(super) async fn page(State(web): State<Web>, Reader(language): Reader, uri: Uri) -> Response {
    let site = web.site();
    let mut response =
        answer::page(StatusCode::OK, &IndexPage { frame: Frame::for_staff(&web, &site, &language, "/") });
    page::remember_language(&mut response, &uri);
    response
}

pub(super) async fn not_found(
    State(web): State<Web>,
    Reader(language): Reader,
    RouteInfo { kind, .. }: RouteInfo,
) -> Response {
    if kind == RouteKind::Call {
        return ApiError::not_found(web.translator(&language)).into_response();
    }
    let site = web.site();
    let frame = Frame::for_visitors(&web, &site, &language);
    let (title, text) = (frame.t("web-not-found-title"), frame.t("web-not-found"));
    answer::page(StatusCode::NOT_FOUND, &NotFoundPage { frame, title, text, is_passing: false })
}
