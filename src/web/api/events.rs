//! The event stream: each event has the complete view of its topic, so a client that missed some events needs only the next.
//!
//! `id:` is the number of the newest call that its reader may know of. A stream ends after ten minutes and the browser opens a
//! new one. Whether its reader is still signed in is looked at every few seconds, and for a desk before each event. With
//! `once=1` it ends after its first event: for browsers without event streams, and for pages beyond the few streams that one
//! browser or one house may have.

use crate::clock::Deadline;
use crate::domain::{Day, DeskNumber, Forecast, LanguageTag, Refusal, Token};
use crate::hub::HubError;
use crate::locale::Translator;
use crate::print::PrinterReport;
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::api::stream_right::{self, StreamRight};
use crate::web::api::values::FromText;
use crate::web::api::view::{self, VisitorTicket};
use crate::web::board::BoardView;
use crate::web::desk::picture::{DeskMoment, DeskReader};
use crate::web::desk::presence::OpenPage;
use crate::web::desk::rows::Length;
use crate::web::desk::workbench::{self, Workbench};
use crate::web::doors::Door;
use crate::web::http::answer;
use crate::web::http::detail::Detail;
use crate::web::http::fair_room::Holder;
use crate::web::http::form::Fields;
use crate::web::http::per_address::network_of;
use crate::web::http::rare_line::RareLine;
use crate::web::http::reader;
use crate::web::http::refusal::{ApiError, RefusalView};
use crate::web::http::streams::StreamPermit;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::{self, Caller};
use crate::web::sign_in::reach::Reach;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Serialize;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Sleep, sleep};
use utoipa::ToSchema;

/// How long a stream lasts.
const STREAM_MOST: Duration = Duration::from_secs(600);
/// The least time between two events of a board or a desk, so that a burst of changes becomes one event.
const EVENT_GAP: Duration = Duration::from_millis(50);
/// The same of a ticket: there may be hundreds of phones, and each has a view of its own.
const TICKET_GAP: Duration = Duration::from_millis(200);
/// How often a stream checks what changes without the day: of a desk waiting minutes, and whether the journal can be
/// written; of staff whether they are still signed in.
const POLL: Duration = Duration::from_secs(3);
/// How often an idle stream sends a keep-alive.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The topic of a stream.
enum Topic {
    Board,
    Desk(DeskNumber),
    Ticket(Token),
}

/// `GET /api/v1/events?topic=board|desk:ID|ticket:TOKEN`.
pub(in crate::web) async fn stream(State(web): State<Web>, request: Request) -> Result<Response, ApiError> {
    let query = Fields::of_query(request.uri());
    let topic = query.get("topic").and_then(Topic::parse);
    let is_for_staff = matches!(topic, Some(Topic::Desk(_)));
    let find = if is_for_staff { reader::staff } else { reader::visitor };
    let language = find(&web, request.uri(), request.headers());
    let translator = web.translator(&language);
    let expected = || Detail::new("query.topic", "expected board, desk:NUMBER or ticket:TOKEN");
    let topic = topic.ok_or_else(|| ApiError::invalid(expected(), translator))?;
    let is_once = match query.get("once") {
        None => false,
        Some("1") => true,
        Some(_) => return Err(ApiError::invalid(Detail::new("query.once", "expected 1"), translator)),
    };
    if is_for_staff && request.extensions().get::<Door>() == Some(&Door::Public) {
        return Err(ApiError::not_found(translator));
    }
    let page = admit(&web, &topic, is_once, request.extensions().get::<Caller>(), translator)?;
    let reach = request.extensions().get::<Caller>().map_or(Reach::House, |caller| caller.reach(&web.site()));
    if is_once {
        return Ok(one_event(&web, &topic, &language, reach));
    }
    let (headers, extensions) = (request.headers(), request.extensions());
    // What everyone may hear does not depend on accounts that can be read.
    let member = stream_right::member(&web, headers).await.ok().flatten();
    if is_for_staff && member.is_none() {
        return Err(ApiError::not_signed_in(translator));
    }
    let desk = if let Topic::Desk(desk) = topic { Some(desk) } else { None };
    let right = StreamRight::of(member.as_ref(), headers, desk, reach);
    let stranger = || Holder::Network(caller::address(extensions).map(network_of));
    let machine = caller::is_this_machine(extensions).then_some(Holder::Machine);
    let permit = web.streams.take(member.or(machine).unwrap_or_else(stranger));
    let permit = permit.ok_or_else(|| ApiError::of(&HubError::Busy, translator))?;
    let subscription = Subscription {
        day: web.hub.watch(),
        forecast: web.hub.watch_forecast(),
        printers: web.printers.clone().filter(|_| is_for_staff),
        end: Box::pin(sleep(STREAM_MOST)),
        sent: None,
        next_from: None,
        web: web.clone(),
        topic,
        language,
        right,
        permit,
        _page: page,
    };
    let events = stream::unfold(subscription, |mut subscription| async move {
        let event = subscription.next().await?;
        Some((Ok::<Event, Infallible>(event), subscription))
    });
    // An event, because scripts do not see comments: the page must notice that a connection is dead.
    let alive = KeepAlive::new().interval(KEEP_ALIVE).event(Event::default().event("alive").data("{}"));
    let mut response = Sse::new(events).keep_alive(alive).into_response();
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// Whether there is such a topic; the table of routes has let in who may hear of it. A desk's page counts as open as long as
/// it hears.
fn admit(
    web: &Shared,
    topic: &Topic,
    is_once: bool,
    caller: Option<&Caller>,
    translator: Translator<'_>,
) -> Result<Option<OpenPage>, ApiError> {
    match *topic {
        Topic::Board => Ok(None),
        Topic::Desk(desk) => {
            let name = caller.and_then(Caller::name).ok_or_else(|| ApiError::not_signed_in(translator))?;
            if web.site().desk(desk).is_none() {
                return Err(ApiError::of(&HubError::Refused(Refusal::UnknownDesk(desk)), translator));
            }
            if is_once {
                web.presence.note_asking(desk, name, web.now());
                return Ok(None);
            }
            Ok(Some(web.presence.open_page(desk, name)))
        }
        Topic::Ticket(token) => {
            web.ticket_of(&web.day(), token).ok_or_else(|| ApiError::unknown_ticket(translator))?;
            Ok(None)
        }
    }
}

/// The topic as it is now, without a stream.
fn one_event(web: &Shared, topic: &Topic, language: &LanguageTag, reach: Reach) -> Response {
    let day = web.day();
    let event = topic.view(web, &day, language, &reach).map(|view| topic.event(&day, &view));
    answer::then_close(Sse::new(stream::iter(event.map(Ok::<Event, Infallible>))).into_response())
}

struct Subscription {
    web: Web,
    topic: Topic,
    language: LanguageTag,
    day: watch::Receiver<Arc<Day>>,
    forecast: watch::Receiver<Arc<Forecast>>,
    /// For staff only, who can bring paper.
    printers: Option<watch::Receiver<Vec<PrinterReport>>>,
    end: Pin<Box<Sleep>>,
    sent: Option<Arc<str>>,
    /// The topic is looked at again when this is over: most looks at a ticket find nothing new.
    next_from: Option<Deadline>,
    right: StreamRight,
    permit: StreamPermit,
    _page: Option<OpenPage>,
}

impl Subscription {
    /// The next event; `None` when the stream is over.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.sent.is_some() {
                tokio::select! {
                    () = &mut self.end => return None,
                    () = self.permit.given_up() => return None,
                    changed = self.day.changed() => changed.ok()?,
                    changed = self.forecast.changed(), if matches!(self.topic, Topic::Ticket(_)) => changed.ok()?,
                    () = printer_changed(&mut self.printers) => {}
                    () = sleep(POLL), if self.right.is_bounded() => {}
                }
            }
            // Only now: most changes come later than that, and need no timer for each of many streams.
            if let Some(left) = self.next_from.as_ref().and_then(Deadline::left) {
                sleep(left).await;
            }
            if !self.right.holds(&self.web).await {
                return None;
            }
            let day = Arc::clone(&self.day.borrow_and_update());
            self.forecast.mark_unchanged();
            self.next_from = Some(Deadline::after(self.topic.gap()));
            let view = self.topic.view(&self.web, &day, &self.language, self.right.reach())?;
            if self.sent.as_ref() != Some(&view) {
                self.sent = Some(Arc::clone(&view));
                return Some(self.topic.event(&day, &view));
            }
        }
    }
}

/// Completes when what is known of a printer changes; never without a printer.
async fn printer_changed(printers: &mut Option<watch::Receiver<Vec<PrinterReport>>>) {
    if let Some(reports) = printers {
        if reports.changed().await.is_ok() {
            return;
        }
        *printers = None;
    }
    std::future::pending().await
}

impl Topic {
    /// `board`, `desk:ID` or `ticket:TOKEN`.
    fn parse(text: &str) -> Option<Topic> {
        match text.split_once(':') {
            None if text == "board" => Some(Topic::Board),
            Some(("desk", number)) => DeskNumber::from_text(number).map(Topic::Desk),
            Some(("ticket", token)) => Token::parse(token).map(Topic::Ticket),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Topic::Board => "board",
            Topic::Desk(_) => "desk",
            Topic::Ticket(_) => "ticket",
        }
    }

    /// The least time between two of its events.
    fn gap(&self) -> Duration {
        match self {
            Topic::Board | Topic::Desk(_) => EVENT_GAP,
            Topic::Ticket(_) => TICKET_GAP,
        }
    }

    fn event(&self, day: &Day, view: &str) -> Event {
        let id = self.last_call(day).to_string();
        Event::default().event(self.name()).id(id).data(view).retry(Duration::from_secs(1))
    }

    /// The newest call number that this topic may reveal.
    fn last_call(&self, day: &Day) -> u64 {
        match self {
            Topic::Board | Topic::Ticket(_) => day.heard(),
            Topic::Desk(_) => day.last_call().0,
        }
    }

    /// The complete view as JSON, as far as its reader reaches; `None` when there is nothing to show any more.
    fn view(&self, web: &Shared, day: &Arc<Day>, language: &LanguageTag, reach: &Reach) -> Option<Arc<str>> {
        let translator: Translator<'_> = web.translator(language);
        match self {
            Topic::Board => Some(Arc::clone(&web.boards.of(day, &web.locales).json)),
            Topic::Desk(desk) => {
                let at = web.now();
                let printers = web.printers.as_ref().map(|reports| reports.borrow().clone()).unwrap_or_default();
                let moment = DeskMoment { day: Arc::clone(day), staff: web.presence.names(*desk, at), printers, at };
                let reader = DeskReader { desk: *desk, language: language.clone(), reach: reach.clone() };
                web.desks.of(reader, moment, || json(&workbench::of(web, day, *desk, reach, translator, Length::Short)))
            }
            Topic::Ticket(token) => {
                let ticket = web.ticket_of(day, *token)?;
                json(&view::for_visitor(day, &web.hub.forecast(), &ticket, translator))
            }
        }
    }
}

fn json(view: &impl Serialize) -> Option<Arc<str>> {
    let written = serde_json::to_string(view).inspect_err(|error| {
        static LINE: RareLine = RareLine::new();
        if let Some(left_out) = LINE.due() {
            tracing::error!(%error, left_out, "an event could not be written as JSON; report this as a bug");
        }
    });
    written.ok().map(Arc::from)
}

/// The data of a keep-alive: an empty object.
#[derive(ToSchema)]
struct KeepAliveData {}

/// Describes [`stream()`].
pub(in crate::web) fn operation() -> OperationDoc {
    let topic = "`board`, `desk:NUMBER` (needs a sign-in) or `ticket:TOKEN`.";
    let pattern = "^(board|desk:(0|[1-9][0-9]{0,3})|ticket:[0-7][0-9a-hjkmnp-tv-z]{25})$";
    let about = "Server-sent events; each has the complete view of the topic, and as its id the number of the newest call. An \
                 event `alive` keeps an idle stream open.";
    OperationDoc::new(Tag::Board, "Follow the board, a desk or a ticket")
        .query("topic", topic, pattern)
        .may_query("once", "`1`: the answer ends after the first event.", "^1$")
        .gives_event::<BoardView>("board", about)
        .gives_event::<Workbench>("desk", about)
        .gives_event::<VisitorTicket>("ticket", about)
        .gives_event::<KeepAliveData>("alive", about)
        .fails::<RefusalView<'_>>(StatusCode::UNAUTHORIZED, "A desk's events need a sign-in")
        .fails::<RefusalView<'_>>(StatusCode::NOT_FOUND, "No such ticket, or its day is over")
        .fails::<RefusalView<'_>>(StatusCode::CONFLICT, "No such desk")
}
