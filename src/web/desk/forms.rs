//! What a clerk's page sends: each form is a verb, and leads back to the page, or to the page with what went wrong.
//!
//! Each form carries the page's nonce, so a double click is one command; what is about the ticket at the desk carries its
//! number as well: when the desk has moved on meanwhile, it is refused.

use crate::domain::{
    DeskNumber, LanguageTag, Refusal, ServiceCode, Target, TicketNumber, TransferReason, UrgencyReason,
};
use crate::hub::HubError;
use crate::locale::Translator;
use crate::web::desk::page::{self, TroubleAt};
use crate::web::http::form::Fields;
use crate::web::http::reader::Clerk;
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

/// A form as it came in, for the desk in its address.
struct Form<'a> {
    web: &'a Shared,
    desk: DeskNumber,
    fields: &'a Fields,
    translator: Translator<'a>,
}

/// `POST /desk/{desk}/{verb}`.
pub(in crate::web) async fn act(
    State(web): State<Web>,
    Clerk(language): Clerk,
    Extension(caller): Extension<Caller>,
    Path((desk, verb)): Path<(u16, String)>,
    fields: Fields,
) -> Response {
    let desk = DeskNumber(desk);
    if web.site().desk(desk).is_none() {
        return page::unknown_desk(&web, &language, desk);
    }
    let form = Form { web: &web, desk, fields: &fields, translator: web.translator(&language) };
    match form.obey(&verb, &caller).await {
        Ok(()) => Redirect::to(&format!("/desk/{desk}")).into_response(),
        Err(trouble) => {
            let trouble = TroubleAt::new(verb, trouble, fields);
            page::show(&web, desk, &language, &caller, Some(trouble))
        }
    }
}

impl Form<'_> {
    async fn obey(&self, verb: &str, caller: &Caller) -> Result<(), ApiError> {
        let (hub, desk) = (&self.web.hub, self.desk);
        let key = self.fields.key(&caller.who(), verb);
        // The ticket that was at the desk when the page was made.
        let meant = self.number("current")?;
        let done: Result<(), HubError> = match verb {
            "open" => {
                let (languages, services) = self.opening()?;
                hub.open(desk, languages, Some(services), key).await
            }
            "pause" => hub.pause(desk, key).await,
            "close" => hub.close(desk, key).await,
            "call-next" => hub.call_next(desk, key).await.map(drop),
            "call" => hub.call(desk, self.which()?, key).await.map(drop),
            "recall" => hub.recall(desk, meant, key).await.map(drop),
            "start" => hub.start(desk, meant, key).await.map(drop),
            "no-show" => hub.no_show(desk, meant, key).await.map(drop),
            "take-back" => hub.take_back(desk, self.which()?, key).await.map(drop),
            "finish" => hub.finish(desk, meant, key).await.map(drop),
            "finish-and-next" => match hub.finish(desk, meant, key).await {
                Ok(_) => hub.call_next(desk, self.fields.key(&caller.who(), "then-call-next")).await.map(drop),
                Err(error) => Err(error),
            },
            "park" => hub.park(desk, meant, key).await.map(drop),
            "resume" => hub.resume(desk, self.which()?, key).await.map(drop),
            "transfer" => {
                let (to, why) = (self.target()?, self.code("reason", TransferReason::parse)?);
                hub.transfer(desk, meant, to, why, key).await.map(drop)
            }
            "add-step" => hub.add_step(desk, self.here(meant)?, self.service()?, key).await.map(drop),
            "drop-step" => hub.drop_step(desk, self.here(meant)?, self.service()?, key).await.map(drop),
            "walk-in" => hub.walk_in(desk, self.service()?, self.language()?, key).await.map(drop),
            "urgent" => {
                let why = self.code("reason", UrgencyReason::parse)?;
                hub.set_urgent(self.which()?, Some(why), key).await.map(drop)
            }
            "not-urgent" => hub.set_urgent(self.which()?, None, key).await.map(drop),
            "dismiss" => hub.dismiss(self.which()?, key).await.map(drop),
            _ => return Err(ApiError::not_found(self.translator)),
        };
        done.map_err(|error| ApiError::of(&error, self.translator))
    }

    fn bad(&self) -> ApiError {
        ApiError::bad_input(self.translator)
    }

    /// A field as one of our own codes. Nothing in a list was chosen: that is said in words of its own.
    fn code<T>(&self, field: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, ApiError> {
        match self.fields.get(field) {
            None | Some("") => Err(ApiError::nothing_chosen(self.translator)),
            Some(text) => parse(text).ok_or_else(|| self.bad()),
        }
    }

    fn number(&self, field: &str) -> Result<Option<TicketNumber>, ApiError> {
        let text = self.fields.get(field).filter(|text| !text.is_empty());
        text.map(|text| TicketNumber::parse(text).ok_or_else(|| self.bad())).transpose()
    }

    /// The ticket in a list that the form stands beside.
    fn which(&self) -> Result<TicketNumber, ApiError> {
        self.number("ticket")?.ok_or_else(|| self.bad())
    }

    fn service(&self) -> Result<ServiceCode, ApiError> {
        self.code("service", |text| ServiceCode::parse(text).ok())
    }

    fn language(&self) -> Result<LanguageTag, ApiError> {
        self.code("language", |text| LanguageTag::parse(text).ok())
    }

    fn opening(&self) -> Result<(Vec<LanguageTag>, Vec<ServiceCode>), ApiError> {
        let languages: Result<Vec<_>, _> = self.fields.all("language").map(LanguageTag::parse).collect();
        let services: Result<Vec<_>, _> = self.fields.all("service").map(ServiceCode::parse).collect();
        let (languages, services) = (languages.map_err(|_| self.bad())?, services.map_err(|_| self.bad())?);
        if languages.is_empty() || services.is_empty() {
            return Err(ApiError::nothing_ticked(self.translator));
        }
        Ok((languages, services))
    }

    /// `service:jobs` or `desk:4`, as the list of both writes them.
    fn target(&self) -> Result<Target, ApiError> {
        self.code("to", |text| match text.split_once(':')? {
            ("service", code) => ServiceCode::parse(code).ok().map(Target::Service),
            ("desk", number) => number.parse().ok().map(|number| Target::Desk(DeskNumber(number))),
            _ => None,
        })
    }

    /// The ticket at the desk, as long as it is the one that was there when the page was made. The day lets any desk change
    /// any ticket's way, but here the form is about whoever stands at the desk.
    fn here(&self, meant: Option<TicketNumber>) -> Result<TicketNumber, ApiError> {
        let here = self.web.day().desk(self.desk).current;
        let refusal = match (meant, here) {
            (Some(meant), Some(here)) if meant == here => return Ok(here),
            (None, None) => Refusal::DeskHasNobody(self.desk),
            _ => Refusal::MovedOn(self.desk),
        };
        Err(ApiError::of(&HubError::Refused(refusal), self.translator))
    }
}
