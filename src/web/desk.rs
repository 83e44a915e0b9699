//! The desks' verbs by call.

use super::answer;
use super::caller::Caller;
use super::keys;
use super::picture::{self, ClerkTicket, DeskPicture, ReasonPicture};
use super::refusal::Trouble;
use super::shared::{Shared, Web};
use crate::domain::{DeskNumber, IdempotencyKey, LanguageTag, ServiceCode, Ticket, TicketNumber};
use crate::hub::{HubError, Summons};
use crate::locale::Speech;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Opening {
    languages: Option<Vec<String>>,
    services: Option<Vec<String>>,
}

/// Which ticket is meant, for the verbs that are about the one at the desk: refused when it is another one by now.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Meant {
    ticket: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    ticket: String,
}

/// A called ticket, the call's count and why it was this one.
#[derive(Serialize)]
struct Called {
    ticket: ClerkTicket,
    call: u64,
    why: Vec<ReasonPicture>,
}

/// What the verb was about, as it is now.
#[derive(Serialize)]
pub(super) struct AboutTicket {
    ticket: ClerkTicket,
}

/// The desk, as it is now.
#[derive(Serialize)]
pub(super) struct AboutDesk {
    desk: DeskPicture,
}

/// What each of these calls needs: which desk, by which key, for which reader.
pub(super) struct Order {
    web: Web,
    desk: DeskNumber,
    key: Option<IdempotencyKey>,
    reader: LanguageTag,
}

impl FromRequestParts<Web> for Order {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Order, Trouble> {
        let reader = super::reader::clerk(web, &parts.uri, &parts.headers);
        let speech = web.speak(&reader);
        let desk = Path::<u16>::from_request_parts(parts, web).await;
        let Path(desk) = desk.map_err(|_| Trouble::bad_input(speech))?;
        let caller = parts.extensions.get::<Caller>().map(Caller::who).unwrap_or_default();
        let key = keys::of_header(&parts.headers, &caller, speech)?;
        Ok(Order { web: web.clone(), desk: DeskNumber(desk), key, reader })
    }
}

impl Order {
    fn speech(&self) -> Speech<'_> {
        self.web.speak(&self.reader)
    }

    fn trouble(&self, error: &HubError) -> Trouble {
        Trouble::of(error, self.speech())
    }

    fn ticket(&self, number: &str) -> Result<TicketNumber, Trouble> {
        TicketNumber::parse(number).ok_or_else(|| Trouble::bad_input(self.speech()))
    }

    fn meant(&self, body: &Bytes) -> Result<Option<TicketNumber>, Trouble> {
        let Meant { ticket } = answer::json_or_default(body, self.speech())?;
        ticket.map(|number| self.ticket(&number)).transpose()
    }

    fn about_ticket(&self, done: Result<std::sync::Arc<Ticket>, HubError>) -> Result<Json<AboutTicket>, Trouble> {
        let ticket = done.map_err(|error| self.trouble(&error))?;
        Ok(Json(AboutTicket { ticket: clerk_ticket(&self.web, &ticket, self.speech()) }))
    }

    fn about_desk(&self, done: Result<(), HubError>) -> Result<Json<AboutDesk>, Trouble> {
        done.map_err(|error| self.trouble(&error))?;
        Ok(Json(AboutDesk { desk: picture::desk(&self.web.day(), self.desk, self.speech()) }))
    }

    fn called(&self, summons: &Summons) -> Response {
        let speech = self.speech();
        let why = picture::reasons(&summons.ticket.why, speech);
        let ticket = clerk_ticket(&self.web, &summons.ticket, speech);
        Json(Called { ticket, call: summons.call.0, why }).into_response()
    }
}

fn clerk_ticket(web: &Shared, ticket: &Ticket, speech: Speech<'_>) -> ClerkTicket {
    picture::for_clerk(&web.day(), ticket, speech, web.now())
}

/// `POST …/open {languages, services?}`; without a body as the site file has it.
pub(super) async fn open(State(web): State<Web>, order: Order, body: Bytes) -> Result<Json<AboutDesk>, Trouble> {
    let Opening { languages, services } = answer::json_or_default(&body, order.speech())?;
    let bad = || Trouble::bad_input(order.speech());
    // Left out means all of them; none of them is a mistake and not all of them.
    let is_none = |list: &Option<Vec<String>>| list.as_ref().is_some_and(Vec::is_empty);
    if is_none(&languages) || is_none(&services) {
        return Err(bad());
    }
    let languages: Result<_, _> = languages.iter().flatten().map(|tag| LanguageTag::parse(tag)).collect();
    let services = services.map(|codes| codes.iter().map(|code| ServiceCode::parse(code)).collect::<Result<_, _>>());
    let services = services.transpose().map_err(|_| bad())?;
    let done = web.hub.open(order.desk, languages.map_err(|_| bad())?, services, order.key.clone()).await;
    order.about_desk(done)
}

/// `POST …/pause`.
pub(super) async fn pause(State(web): State<Web>, order: Order) -> Result<Json<AboutDesk>, Trouble> {
    order.about_desk(web.hub.pause(order.desk, order.key.clone()).await)
}

/// `POST …/close`.
pub(super) async fn close(State(web): State<Web>, order: Order) -> Result<Json<AboutDesk>, Trouble> {
    order.about_desk(web.hub.close(order.desk, order.key.clone()).await)
}

/// `POST …/call-next`: 204 when nobody waits for what the desk does.
pub(super) async fn call_next(State(web): State<Web>, order: Order) -> Result<Response, Trouble> {
    match web.hub.call_next(order.desk, order.key.clone()).await.map_err(|error| order.trouble(&error))? {
        Some(summons) => Ok(order.called(&summons)),
        None => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}

/// `POST …/recall {ticket?}`.
pub(super) async fn recall(State(web): State<Web>, order: Order, body: Bytes) -> Result<Response, Trouble> {
    let called = web.hub.recall(order.desk, order.meant(&body)?, order.key.clone()).await;
    Ok(order.called(&called.map_err(|error| order.trouble(&error))?))
}

/// `POST …/start {ticket?}`.
pub(super) async fn start(State(web): State<Web>, order: Order, body: Bytes) -> Result<Json<AboutTicket>, Trouble> {
    order.about_ticket(web.hub.start(order.desk, order.meant(&body)?, order.key.clone()).await)
}

/// `POST …/no-show {ticket?}`.
pub(super) async fn no_show(State(web): State<Web>, order: Order, body: Bytes) -> Result<Json<AboutTicket>, Trouble> {
    order.about_ticket(web.hub.no_show(order.desk, order.meant(&body)?, order.key.clone()).await)
}

/// `POST …/finish {ticket?}`.
pub(super) async fn finish(State(web): State<Web>, order: Order, body: Bytes) -> Result<Json<AboutTicket>, Trouble> {
    order.about_ticket(web.hub.finish(order.desk, order.meant(&body)?, order.key.clone()).await)
}

/// `POST …/take-back {ticket}`.
pub(super) async fn take_back(State(web): State<Web>, order: Order, body: Bytes) -> Result<Json<AboutTicket>, Trouble> {
    let Which { ticket } = answer::json(&body, order.speech())?;
    let ticket = order.ticket(&ticket)?;
    order.about_ticket(web.hub.take_back(order.desk, ticket, order.key.clone()).await)
}
