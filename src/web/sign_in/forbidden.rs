//! The page for staff who may not do what they asked for: why, and where to go on.

use crate::domain::LanguageTag;
use crate::web::http::answer;
use crate::web::http::page::Frame;
use crate::web::http::refusal::ApiError;
use crate::web::shared::Shared;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "forbidden.html")]
struct ForbiddenPage<'a> {
    frame: Frame<'a>,
    text: String,
}

pub(super) fn page(web: &Shared, language: &LanguageTag, error: ApiError) -> Response {
    let frame = Frame::for_staff(web, &web.site(), language, "/desk");
    answer::page(error.status, &ForbiddenPage { frame, text: error.message })
}
