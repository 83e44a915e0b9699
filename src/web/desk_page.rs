//! The clerk's pages: choosing a desk, and the workbench with what is at the desk, who waits, and one button for what
//! comes next.
//!
//! Plain forms that answer with the page itself, so it works without JavaScript; `desk.js` sends the same forms and takes
//! over the same page without a reload, and listens to the desk's events. Each form carries the page's nonce, so a double
//! click is one command, and the ticket it was made for: when the desk has moved on meanwhile, the hub refuses.

use super::answer;
use super::caller::Caller;
use super::form::Fields;
use super::page::{self, Frame};
use super::picture;
use super::reader::Clerk;
use super::refusal::Trouble;
use super::shared::{Shared, Web};
use super::workbench::{self, Workbench};
use crate::domain::{Day, DeskNumber, DeskState, LanguageTag, Refusal, ServiceCode, TicketNumber};
use crate::hub::HubError;
use crate::locale::Speech;
use crate::print::PrinterStatus;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "desks.html")]
struct DesksPage<'a> {
    frame: Frame<'a>,
    name: String,
    desks: Vec<DeskCard>,
}

struct DeskCard {
    desk: u16,
    room: String,
    state: &'static str,
    ticket: Option<String>,
    services: String,
    waiting: String,
}

#[derive(Template)]
#[template(path = "workbench.html")]
struct WorkbenchPage<'a> {
    frame: Frame<'a>,
    name: String,
    bench: Workbench,
    languages: Vec<Choice>,
    services: Vec<Choice>,
    printer: Option<String>,
    not_saving: Option<String>,
    trouble: Option<TroubleAt>,
    not_live: String,
    time: String,
    seconds: i32,
}

/// Something to tick.
struct Choice {
    value: String,
    label: String,
    note: String,
    is_chosen: bool,
}

/// What went wrong, beside the button that caused it.
struct TroubleAt {
    verb: String,
    message: String,
}

impl WorkbenchPage<'_> {
    fn say(&self, id: &str, name: &str, value: &u32) -> String {
        self.frame.speech().message_with(id, &[(name, (*value).into())])
    }

    fn count(&self, id: &str, count: &usize) -> String {
        self.frame.speech().message_with(id, &[("count", (*count).into())])
    }

    fn trouble_at(&self, verb: &str) -> Option<&str> {
        self.trouble.as_ref().filter(|trouble| trouble.verb == verb).map(|trouble| trouble.message.as_str())
    }

    /// What went wrong with a button that is not on the page any more.
    fn trouble_elsewhere(&self) -> Option<&str> {
        let shown: &[&str] = match (self.bench.desk.state, &self.bench.current) {
            ("open", None) => &["pause", "close", "call-next"],
            ("closed", None) => &["open"],
            (_, None) => &["open", "close"],
            (state, Some(current)) => match (current.ticket.state, state) {
                ("called", "open") => &["pause", "start", "recall", "no-show"],
                ("called", _) => &["open", "start", "recall", "no-show"],
                (_, "open") => &["pause", "finish", "finish-and-next"],
                _ => &["open", "finish"],
            },
        };
        let is_elsewhere = |trouble: &&TroubleAt| !shown.contains(&trouble.verb.as_str());
        self.trouble.as_ref().filter(is_elsewhere).map(|trouble| trouble.message.as_str())
    }

    /// How many wait for other desks.
    fn elsewhere(&self) -> usize {
        self.bench.elsewhere.iter().map(|queue| queue.waiting).sum()
    }

    /// How many more wait than are listed.
    fn more(&self) -> String {
        self.count("desk-and-more", &(self.bench.waiting_count - self.bench.waiting.len()))
    }
}

/// `GET /desk`.
pub(super) async fn choose(
    State(web): State<Web>,
    Clerk(language): Clerk,
    Extension(caller): Extension<Caller>,
    uri: Uri,
) -> Response {
    let day = web.day();
    let site = day.site();
    let frame = Frame::for_staff(&web, site, &language, "/desk");
    let speech = frame.speech();
    let card = |number: DeskNumber| {
        let now = day.desk(number);
        let services = workbench::services_of(&day, number);
        let waiting: usize = services.iter().map(|service| day.queues().len(service)).sum();
        let label = |code: &ServiceCode| site.service(code).map(|service| speech.pick(&service.label).to_owned());
        DeskCard {
            desk: number.0,
            room: picture::room(site, number, speech),
            state: picture::desk_state_name(now.state),
            ticket: now.current.map(|ticket| ticket.to_string()),
            services: services.iter().filter_map(label).collect::<Vec<_>>().join(" · "),
            waiting: speech.message_with("desk-waiting-count", &[("count", waiting.into())]),
        }
    };
    let desks = site.desks().iter().map(|desk| card(desk.number)).collect();
    let name = caller.name().unwrap_or_default().to_owned();
    let mut response = answer::page(StatusCode::OK, &DesksPage { frame, name, desks });
    page::remember_language(&mut response, &uri);
    response
}

/// `GET /desk/{desk}`.
pub(super) async fn workbench(
    State(web): State<Web>,
    Clerk(language): Clerk,
    Extension(caller): Extension<Caller>,
    Path(desk): Path<u16>,
    uri: Uri,
) -> Response {
    let desk = DeskNumber(desk);
    if web.site().desk(desk).is_none() {
        return unknown_desk(&web, &language, desk);
    }
    let mut response = show(&web, desk, &language, &caller, None);
    page::remember_language(&mut response, &uri);
    response
}

/// `POST /desk/{desk}/{verb}`: does it and leads back to the page, or shows the page with what went wrong.
pub(super) async fn act(
    State(web): State<Web>,
    Clerk(language): Clerk,
    Extension(caller): Extension<Caller>,
    Path((desk, verb)): Path<(u16, String)>,
    fields: Fields,
) -> Response {
    let desk = DeskNumber(desk);
    if web.site().desk(desk).is_none() {
        return unknown_desk(&web, &language, desk);
    }
    let speech = web.speak(&language);
    let done = obey(&web, desk, &verb, &fields, &caller, speech).await;
    match done {
        Ok(()) => Redirect::to(&format!("/desk/{desk}")).into_response(),
        Err(trouble) => show(&web, desk, &language, &caller, Some((verb, trouble))),
    }
}

async fn obey(
    web: &Shared,
    desk: DeskNumber,
    verb: &str,
    fields: &Fields,
    caller: &Caller,
    speech: Speech<'_>,
) -> Result<(), Trouble> {
    let hub = &web.hub;
    let bad = || Trouble::bad_input(speech);
    let who = caller.who();
    let key = fields.key(&who, verb);
    let number = |field: &str| match fields.get(field).filter(|text| !text.is_empty()) {
        Some(text) => TicketNumber::parse(text).map(Some).ok_or_else(bad),
        None => Ok(None),
    };
    // The ticket that was at the desk when the page was made.
    let meant = number("current")?;
    let done: Result<(), HubError> = match verb {
        "open" => {
            let languages: Result<Vec<_>, _> = fields.all("language").map(LanguageTag::parse).collect();
            let services: Result<Vec<_>, _> = fields.all("service").map(ServiceCode::parse).collect();
            let (languages, services) = (languages.map_err(|_| bad())?, services.map_err(|_| bad())?);
            if languages.is_empty() || services.is_empty() {
                return Err(Trouble::nothing_ticked(speech));
            }
            hub.open(desk, languages, Some(services), key).await
        }
        "pause" => hub.pause(desk, key).await,
        "close" => hub.close(desk, key).await,
        "call-next" => hub.call_next(desk, key).await.map(drop),
        "recall" => hub.recall(desk, meant, key).await.map(drop),
        "start" => hub.start(desk, meant, key).await.map(drop),
        "no-show" => hub.no_show(desk, meant, key).await.map(drop),
        "finish" => hub.finish(desk, meant, key).await.map(drop),
        "finish-and-next" => match hub.finish(desk, meant, key).await {
            Ok(_) => hub.call_next(desk, fields.key(&who, "then-call-next")).await.map(drop),
            Err(error) => Err(error),
        },
        "take-back" => hub.take_back(desk, number("ticket")?.ok_or_else(bad)?, key).await.map(drop),
        _ => return Err(Trouble::not_found(speech)),
    };
    done.map_err(|error| Trouble::of(&error, speech))
}

fn show(
    web: &Shared,
    desk: DeskNumber,
    language: &LanguageTag,
    caller: &Caller,
    trouble: Option<(String, Trouble)>,
) -> Response {
    let (day, local) = (web.day(), web.local_now());
    let site = day.site();
    let frame = Frame::for_staff(web, site, language, &format!("/desk/{desk}"));
    let speech = frame.speech();
    let status = trouble.as_ref().map_or(StatusCode::OK, |(_, trouble)| trouble.status);
    let shown = WorkbenchPage {
        name: caller.name().unwrap_or_default().to_owned(),
        bench: workbench::of(web, &day, desk, speech),
        languages: language_choices(web, &day, desk, speech),
        services: service_choices(&day, desk, speech),
        printer: web.printer.as_ref().and_then(|status| printer_words(*status.borrow(), speech)),
        not_saving: (!web.hub.is_saving()).then(|| speech.message("desk-not-saving")),
        trouble: trouble.map(|(verb, trouble)| TroubleAt { verb, message: trouble.message }),
        not_live: speech.plain("desk-not-live", &[("time", "{time}".into())]),
        time: speech.time(local.time()),
        seconds: i32::from(local.hour()) * 3600 + i32::from(local.minute()) * 60 + i32::from(local.second()),
        frame,
    };
    answer::page(status, &shown)
}

fn language_choices(web: &Shared, day: &Day, desk: DeskNumber, speech: Speech<'_>) -> Vec<Choice> {
    let now = day.desk(desk);
    let usual = day.site().desk(desk).map(|desk| desk.languages.as_slice()).unwrap_or_default();
    let chosen = if now.state == DeskState::Closed { usual } else { &now.languages };
    let choice = |tag: &LanguageTag| {
        let (label, note) = picture::language_names(web, tag, speech);
        Choice { value: tag.to_string(), label, note, is_chosen: chosen.contains(tag) }
    };
    day.site().languages().iter().map(choice).collect()
}

fn service_choices(day: &Day, desk: DeskNumber, speech: Speech<'_>) -> Vec<Choice> {
    let chosen = workbench::services_of(day, desk);
    let site = day.site();
    let services = site.desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
    let choice = |code: &ServiceCode| {
        let label = site.service(code).map(|service| speech.pick(&service.label).to_owned());
        let note = site.institution_of(code).map(|institution| institution.name.clone());
        Choice {
            value: code.to_string(),
            label: label.unwrap_or_else(|| code.to_string()),
            note: note.unwrap_or_default(),
            is_chosen: chosen.contains(code),
        }
    };
    services.iter().map(choice).collect()
}

fn printer_words(status: PrinterStatus, speech: Speech<'_>) -> Option<String> {
    let id = match status {
        PrinterStatus::Ready | PrinterStatus::Unknown => return None,
        PrinterStatus::NearEnd => "desk-printer-near-end",
        PrinterStatus::PaperOut => "desk-printer-paper-out",
        PrinterStatus::CoverOpen => "desk-printer-cover-open",
        PrinterStatus::Error => "desk-printer-error",
        PrinterStatus::Offline => "desk-printer-offline",
    };
    Some(speech.message(id))
}

fn unknown_desk(web: &Shared, language: &LanguageTag, desk: DeskNumber) -> Response {
    let site = web.site();
    let frame = Frame::for_staff(web, &site, language, "/desk");
    let text = frame.speech().refusal(&Refusal::UnknownDesk(desk));
    let title = frame.t("web-not-found-title");
    answer::page(StatusCode::NOT_FOUND, &super::index::NotFoundPage { frame, title, text, is_passing: false })
}
