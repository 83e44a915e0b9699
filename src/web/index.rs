//! The first page, which leads to the others, and the page for addresses that do not exist.

use crate::web::http::answer;
use crate::web::http::page::{self, Frame};
use crate::web::http::reader::{Clerk, Visitor};
use crate::web::http::refusal::ApiError;
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

/// A page that says why there is no other one.
#[derive(Template)]
#[template(path = "not_found.html")]
pub(super) struct NotFoundPage<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) title: String,
    pub(super) text: String,
    /// Whether it may be over in a moment: then a living page keeps what it shows.
    pub(super) is_passing: bool,
}

/// `GET /`.
pub(super) async fn page(State(web): State<Web>, Clerk(language): Clerk, uri: Uri) -> Response {
    let site = web.site();
    let mut response =
        answer::page(StatusCode::OK, &IndexPage { frame: Frame::for_staff(&web, &site, &language, "/") });
    page::remember_language(&mut response, &uri);
    response
}

/// Whatever has no route.
pub(super) async fn not_found(State(web): State<Web>, Visitor(language): Visitor, uri: Uri) -> Response {
    if uri.path().starts_with("/api/") {
        return ApiError::not_found(web.translator(&language)).into_response();
    }
    let site = web.site();
    let frame = Frame::for_visitors(&web, &site, &language);
    let (title, text) = (frame.t("web-not-found-title"), frame.t("web-not-found"));
    answer::page(StatusCode::NOT_FOUND, &NotFoundPage { frame, title, text, is_passing: false })
}
