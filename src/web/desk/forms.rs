//! The forms of the workbench: one handler for all of them. It leads back to the page, or shows the page with the error.
//!
//! Each form carries the page's nonce, so a double click is one command. When the hub could not carry a command out just now,
//! or did not answer in time, the page comes with the nonce that was sent: pressed again, it is still the same command.

use crate::domain::command::Outcome;
use crate::domain::{DeskNumber, LanguageTag};
use crate::locale::Translator;
use crate::web::desk::form_input::DeskForm;
use crate::web::desk::page::{self, FormError};
use crate::web::desk::page_query::PageQuery;
use crate::web::desk::verb::Verb;
use crate::web::http::form::Fields;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use axum::Extension;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// The desk in the address of a form.
#[derive(Deserialize)]
pub(in crate::web) struct FormPath {
    desk: u16,
}

/// A form as it was sent, and by whom.
pub(in crate::web) struct SentForm {
    web: Web,
    language: LanguageTag,
    caller: Caller,
    desk: DeskNumber,
    query: PageQuery,
    fields: Fields,
}

impl FromRequest<Web> for SentForm {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Web) -> Result<SentForm, Response> {
        let (mut parts, body) = request.into_parts();
        let path = Path::<FormPath>::from_request_parts(&mut parts, web).await.map_err(IntoResponse::into_response)?;
        let language = reader::of(web, &parts.extensions, &parts.uri, &parts.headers);
        let caller = Extension::<Caller>::from_request_parts(&mut parts, web).await;
        let Extension(caller) = caller.map_err(IntoResponse::into_response)?;
        let query = PageQuery::of_form(&parts.headers);
        let fields = Fields::from_request(Request::from_parts(parts, body), web).await;
        let fields = fields.map_err(IntoResponse::into_response)?;
        Ok(SentForm { web: web.clone(), language, caller, desk: DeskNumber(path.desk), query, fields })
    }
}

/// `POST /desk/{desk}/VERB`.
pub(in crate::web) async fn submit(verb: &'static Verb, form: SentForm) -> Response {
    answer(Some(verb), form).await
}

/// `POST /desk/{desk}/{verb}` for a verb that there is not.
pub(in crate::web) async fn submit_unknown(form: SentForm) -> Response {
    answer(None, form).await
}

async fn answer(verb: Option<&'static Verb>, form: SentForm) -> Response {
    let SentForm { web, language, caller, desk, query, fields } = form;
    if web.site().desk(desk).is_none() {
        return page::unknown_desk(&web, &language, desk);
    }
    let translator = web.translator(&language);
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
