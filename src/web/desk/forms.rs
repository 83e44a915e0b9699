//! The forms of the workbench: one handler for all of them. It leads back to the page, or shows the page with the error.
//!
//! Each form carries the page's nonce, so a double click is one command. When the hub could not carry a command out just now,
//! or did not answer in time, the page comes with the nonce that was sent: pressed again, it is still the same command.

use crate::domain::DeskNumber;
use crate::domain::command::Outcome;
use crate::locale::Translator;
use crate::web::desk::form_input::DeskForm;
use crate::web::desk::page::{self, FormError};
use crate::web::desk::page_query::PageQuery;
use crate::web::desk::verb::Verb;
use crate::web::http::form::Fields;
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// The desk in the address of a form.
#[derive(Deserialize)]
pub(in crate::web) struct FormPath {
    desk: u16,
}

/// `POST /desk/{desk}/VERB`.
pub(in crate::web) async fn submit(
    verb: &'static Verb,
    State(web): State<Web>,
    reader: Reader,
    caller: Extension<Caller>,
    path: Path<FormPath>,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    answer(web, Some(verb), reader, caller, path, &headers, fields).await
}

/// `POST /desk/{desk}/{verb}` for a verb that there is not.
pub(in crate::web) async fn submit_unknown(
    State(web): State<Web>,
    reader: Reader,
    caller: Extension<Caller>,
    path: Path<FormPath>,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    answer(web, None, reader, caller, path, &headers, fields).await
}

async fn answer(
    web: Web,
    verb: Option<&'static Verb>,
    Reader(language): Reader,
    Extension(caller): Extension<Caller>,
    Path(FormPath { desk }): Path<FormPath>,
    headers: &HeaderMap,
    fields: Fields,
) -> Response {
    let desk = DeskNumber(desk);
    if web.site().desk(desk).is_none() {
        return page::unknown_desk(&web, &language, desk);
    }
    let translator = web.translator(&language);
    let query = PageQuery::of_form(headers);
    let done = match verb {
        Some(verb) => carry_out(&web, verb, desk, &caller, &fields, translator).await,
        None => Err(ApiError::not_found(translator)),
    };
    match done {
        Ok(outcome) => {
            web.presence.note_act(desk, caller.name().unwrap_or_default(), web.now());
            let mut page = format!("/desk/{desk}{}", query.to_text());
            if outcome == Outcome::QueueEmpty {
                page.push_str(if page.contains('?') { "&none=1" } else { "?none=1" });
            }
            Redirect::to(&page).into_response()
        }
        Err(error) => page::show(&web, desk, &language, &caller, query, Some(FormError { verb, error, fields })),
    }
}

/// `GET /desk/{desk}/{verb}`: a refused form leaves its address in the browser, from where a reload leads back here.
pub(in crate::web) async fn lead_back(Path(FormPath { desk }): Path<FormPath>) -> Redirect {
    Redirect::to(&format!("/desk/{desk}"))
}

async fn carry_out(
    web: &Shared,
    verb: &Verb,
    desk: DeskNumber,
    caller: &Caller,
    fields: &Fields,
    translator: Translator<'_>,
) -> Result<Outcome, ApiError> {
    let form = DeskForm { desk, current: web.day().desk(desk).current, fields };
    let command = form.command(verb.input()).map_err(|error| error.answer(translator))?;
    let key = fields.key(&caller.id(), verb.name());
    caller.command(web, command, key, translator).await.map(|reply| reply.outcome)
}
