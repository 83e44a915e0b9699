//! The clerk's pages: choosing a desk, and the workbench with what is at the desk, who waits, and one button for what
//! comes next.
//!
//! Plain forms that lead back to the page itself, so it works without JavaScript; `desk.js` sends the same forms and takes
//! over the same page without a reload, and listens to the desk's events. What the forms do: `desk_forms.rs`. What is rarely
//! needed is tucked away; what went wrong is told beside the button, and whatever that is tucked into stands open.

use crate::domain::{DeskNumber, LanguageTag, Refusal, ServiceCode};
use crate::locale::Translator;
use crate::print::PrinterStatus;
use crate::web::api::picture::{self, StepPicture};
use crate::web::desk::choices::{self, Choice, Onward};
use crate::web::desk::workbench::{self, Workbench};
use crate::web::http::answer;
use crate::web::http::form::Fields;
use crate::web::http::page::{self, Frame};
use crate::web::http::reader::Clerk;
use crate::web::http::refusal::ApiError;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::caller::Caller;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;

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
    onward: Onward,
    transfer_reasons: Vec<Choice>,
    urgency_reasons: Vec<Choice>,
    printer: Option<String>,
    not_saving: Option<String>,
    trouble: Option<TroubleAt>,
    not_live: String,
    time: String,
    seconds: i32,
}

/// What went wrong, beside the button that caused it.
pub(in crate::web) struct TroubleAt {
    verb: String,
    trouble: ApiError,
    /// What was sent, so that nobody has to choose again.
    fields: Fields,
}

impl TroubleAt {
    pub(in crate::web) fn new(verb: String, trouble: ApiError, fields: Fields) -> TroubleAt {
        TroubleAt { verb, trouble, fields }
    }

    /// The ticket in a list or the step that the button stands beside.
    fn subject(&self) -> &str {
        let field = if self.verb == "drop-step" { "service" } else { "ticket" };
        self.fields.get(field).unwrap_or_default()
    }
}

impl WorkbenchPage<'_> {
    fn say(&self, id: &str, name: &str, value: &u32) -> String {
        self.frame.translator().message_with(id, &[(name, (*value).into())])
    }

    fn count(&self, id: &str, count: &usize) -> String {
        self.frame.translator().message_with(id, &[("count", (*count).into())])
    }

    /// What went wrong with a button; `subject` is the ticket or the step it stands beside, and empty for all others.
    fn trouble_at(&self, verb: &str, subject: &str) -> Option<&str> {
        let is_it = |it: &&TroubleAt| it.verb == verb && (subject.is_empty() || it.subject() == subject);
        self.trouble.as_ref().filter(is_it).map(|it| it.trouble.message.as_str())
    }

    /// What went wrong with a button that is not on the page any more.
    fn trouble_elsewhere(&self) -> Option<&str> {
        let it = self.trouble.as_ref().filter(|it| !self.has_button(&it.verb, it.subject()));
        it.map(|it| it.trouble.message.as_str())
    }

    /// Whether the page has a place for what went wrong with this button.
    fn has_button(&self, verb: &str, subject: &str) -> bool {
        let (bench, state) = (&self.bench, self.bench.desk.state);
        let at_desk = bench.current.as_ref().map(|current| current.ticket.state);
        match verb {
            "open" => state != "open",
            "pause" => state == "open",
            "close" => state != "closed" && at_desk.is_none(),
            "call-next" | "walk-in" => bench.is_free(),
            "start" | "recall" | "no-show" => at_desk == Some("called"),
            "finish" => at_desk == Some("serving"),
            "finish-and-next" => at_desk == Some("serving") && state == "open",
            "park" | "transfer" | "add-step" => at_desk.is_some(),
            "drop-step" => self.droppable().any(|step| step.service == subject),
            "call" | "urgent" | "not-urgent" => bench.is_listed(subject),
            "dismiss" => bench.is_listed(subject) || bench.is_parked(subject),
            "resume" => bench.is_parked(subject),
            "take-back" => bench.no_shows.iter().any(|one| one.number == subject),
            _ => false,
        }
    }

    /// Whether something went wrong with one of these buttons, so that what it is tucked into has to be open.
    fn is_open(&self, verbs: &[&str], subject: &str) -> bool {
        verbs.iter().any(|verb| self.trouble_at(verb, subject).is_some())
    }

    /// Whether this was chosen before it went wrong.
    fn was_chosen(&self, verb: &str, field: &str, value: &str) -> bool {
        self.trouble.as_ref().is_some_and(|it| it.verb == verb && it.fields.get(field) == Some(value))
    }

    /// The steps of the ticket at the desk that nobody has begun.
    fn droppable(&self) -> impl Iterator<Item = &StepPicture> {
        let steps = self.bench.current.iter().flat_map(|current| &current.ticket.steps);
        steps.filter(|step| !step.done).skip(1)
    }

    /// Whether the desk does more than one service now.
    fn does_several(&self) -> bool {
        self.bench.desk.services.len() > 1
    }

    fn class_words(&self, class: &str) -> String {
        self.frame.t(&format!("desk-mark-{class}"))
    }

    fn not_yet_words(&self, why: &str) -> String {
        self.frame.t(&format!("desk-not-yet-{why}"))
    }

    /// A ticket's number as a part of an `id`.
    fn id(&self, number: &str) -> String {
        number.replace(' ', "-")
    }

    fn about(&self, id: &str, ticket: &str) -> String {
        self.frame.translator().message_with(id, &[("ticket", ticket.to_owned().into())])
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
pub(in crate::web) async fn choose(
    State(web): State<Web>,
    Clerk(language): Clerk,
    Extension(caller): Extension<Caller>,
    uri: Uri,
) -> Response {
    let day = web.day();
    let site = day.site();
    let frame = Frame::for_staff(&web, site, &language, "/desk");
    let translator = frame.translator();
    let card = |number: DeskNumber| {
        let now = day.desk(number);
        let services = workbench::services_of(&day, number);
        let waiting: usize = services.iter().map(|service| day.queues().len(service)).sum();
        let label = |code: &ServiceCode| site.service(code).map(|service| translator.pick(&service.label).to_owned());
        DeskCard {
            desk: number.0,
            room: picture::room(site, number, translator),
            state: picture::desk_state_name(now.state),
            ticket: now.current.map(|ticket| ticket.to_string()),
            services: services.iter().filter_map(label).collect::<Vec<_>>().join(" · "),
            waiting: translator.message_with("desk-waiting-count", &[("count", waiting.into())]),
        }
    };
    let desks = site.desks().iter().map(|desk| card(desk.number)).collect();
    let name = caller.name().unwrap_or_default().to_owned();
    let mut response = answer::page(StatusCode::OK, &DesksPage { frame, name, desks });
    page::remember_language(&mut response, &uri);
    response
}

/// `GET /desk/{desk}`.
pub(in crate::web) async fn workbench(
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

/// The workbench, with what went wrong.
pub(in crate::web) fn show(
    web: &Shared,
    desk: DeskNumber,
    language: &LanguageTag,
    caller: &Caller,
    trouble: Option<TroubleAt>,
) -> Response {
    let (day, local) = (web.day(), web.local_now());
    let site = day.site();
    let frame = Frame::for_staff(web, site, language, &format!("/desk/{desk}"));
    let translator = frame.translator();
    let status = trouble.as_ref().map_or(StatusCode::OK, |it| it.trouble.status);
    let shown = WorkbenchPage {
        name: caller.name().unwrap_or_default().to_owned(),
        bench: workbench::of(web, &day, desk, translator),
        languages: choices::languages(web, &day, desk, translator),
        services: choices::services(&day, desk, translator),
        onward: choices::onward(&day, desk, translator),
        transfer_reasons: choices::transfer_reasons(translator),
        urgency_reasons: choices::urgency_reasons(translator),
        printer: web.printer.as_ref().and_then(|status| printer_words(*status.borrow(), translator)),
        not_saving: (!web.hub.is_saving()).then(|| translator.message("desk-not-saving")),
        trouble,
        not_live: translator.plain("desk-not-live", &[("time", "{time}".into())]),
        time: translator.time(local.time()),
        seconds: i32::from(local.hour()) * 3600 + i32::from(local.minute()) * 60 + i32::from(local.second()),
        frame,
    };
    answer::page(status, &shown)
}

fn printer_words(status: PrinterStatus, translator: Translator<'_>) -> Option<String> {
    let id = match status {
        PrinterStatus::Ready | PrinterStatus::Unknown => return None,
        PrinterStatus::NearEnd => "desk-printer-near-end",
        PrinterStatus::PaperOut => "desk-printer-paper-out",
        PrinterStatus::CoverOpen => "desk-printer-cover-open",
        PrinterStatus::Error => "desk-printer-error",
        PrinterStatus::Offline => "desk-printer-offline",
    };
    Some(translator.message(id))
}

/// There is no such desk.
pub(in crate::web) fn unknown_desk(web: &Shared, language: &LanguageTag, desk: DeskNumber) -> Response {
    let site = web.site();
    let frame = Frame::for_staff(web, &site, language, "/desk");
    let text = frame.translator().refusal(&Refusal::UnknownDesk(desk));
    let title = frame.t("web-not-found-title");
    answer::page(StatusCode::NOT_FOUND, &crate::web::index::NotFoundPage { frame, title, text, is_passing: false })
}
