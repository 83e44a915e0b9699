//! The workbench: the page with the ticket at a desk, the tickets that wait, and the buttons for what comes next.
//!
//! Plain forms that lead back to the page itself, so it works without JavaScript; `desk.js` sends the same forms and takes
//! over the same page without a reload, and listens to the desk's events. The buttons come from the table in `verbs.rs`. An
//! error stands beside the button that caused it, in a panel or row that is then open; without such a button at the top.

use crate::domain::{Class, DeskNumber, LanguageTag, Refusal, UrgencyReason};
use crate::locale::Translator;
use crate::web::api::codes::HealthProblem;
use crate::web::desk::choices::{self, Choice, Onward};
use crate::web::desk::find::{self, Found, FoundRow, Search};
use crate::web::desk::input::VerbInput;
use crate::web::desk::page_query::PageQuery;
use crate::web::desk::pill::Pill;
use crate::web::desk::rows::{CopyFault, Length, NotYet, SlipFault};
use crate::web::desk::verb::{PagePart, Subject, Verb};
use crate::web::desk::verbs;
use crate::web::desk::workbench::{self, Phase, Workbench};
use crate::web::http::answer;
use crate::web::http::form::Fields;
use crate::web::http::page::{self, Frame, NONCE_DIGITS};
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::index::NotFoundPage;
use crate::web::shared::{Shared, Web};
use crate::web::sign_in::accounts::Role;
use crate::web::sign_in::caller::Caller;
use crate::web::sign_in::reach;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

/// The error that a form led to, with the fields that were sent, so that nothing has to be chosen again.
pub(in crate::web) struct FormError {
    /// `None` for a form that no verb has.
    pub(in crate::web) verb: Option<&'static Verb>,
    pub(in crate::web) error: ApiError,
    pub(in crate::web) fields: Fields,
}

#[derive(Template)]
#[template(path = "workbench.html")]
struct WorkbenchPage<'a> {
    frame: Frame<'a>,
    name: String,
    /// Decides on the buttons.
    role: Role,
    bench: Workbench,
    query: PageQuery,
    search: Option<Search>,
    /// Tickets that no desk does any more.
    without_place: Vec<Found>,
    /// The names of the others at the desk.
    others: Vec<String>,
    languages: Vec<Choice>,
    services: Vec<Choice>,
    onward: Onward,
    transfer_reasons: Vec<Choice>,
    urgency_reasons: Vec<Choice>,
    troubles: Vec<String>,
    error: Option<FormError>,
    not_live: String,
    time: String,
    seconds: i32,
}

/// `GET /desk/{desk}`.
pub(in crate::web) async fn get(
    State(web): State<Web>,
    Reader(language): Reader,
    Extension(caller): Extension<Caller>,
    Path(desk): Path<u16>,
    uri: Uri,
) -> Response {
    let desk = DeskNumber(desk);
    if web.site().desk(desk).is_none() {
        return unknown_desk(&web, &language, desk);
    }
    let mut response = show(&web, desk, &language, &caller, PageQuery::of(&uri), None);
    page::remember_language(&mut response, &uri);
    response
}

/// The page of a desk; with the status of the error, if there is one.
pub(in crate::web) fn show(
    web: &Shared,
    desk: DeskNumber,
    language: &LanguageTag,
    caller: &Caller,
    query: PageQuery,
    error: Option<FormError>,
) -> Response {
    let (day, local) = (web.day(), web.local_now());
    let frame = Frame::for_staff(web, day.site(), language, &format!("/desk/{desk}")).with_notice(web, day.site());
    let frame = match error.as_ref().and_then(FormError::nonce_to_keep) {
        Some(nonce) => frame.with_nonce(nonce),
        None => frame,
    };
    let translator = frame.translator();
    let length = if query.is_whole { Length::Whole } else { Length::Short };
    let Caller::Staff(session) = caller else { return ApiError::not_signed_in(translator).into_response() };
    let reach = caller.reach(day.site());
    let bench = workbench::of(web, &day, desk, &reach, translator, length);
    let name = session.name.clone();
    let without_place = day.without_place().into_iter().take(length.most());
    let without_place = without_place.map(|ticket| find::found(web, &day, desk, ticket, translator)).collect();
    let status = error.as_ref().map_or(StatusCode::OK, |it| it.error.status);
    let troubles = bench.troubles.iter().filter_map(|problem| trouble_words(*problem, translator)).collect();
    let shown = WorkbenchPage {
        others: bench.staff.iter().filter(|other| **other != name).cloned().collect(),
        name,
        role: session.role,
        bench,
        search: query.find.as_ref().map(|text| find::search(web, &day, desk, &reach, text, translator)),
        without_place,
        query,
        languages: choices::languages(web, &day, desk, translator),
        services: choices::services(&day, desk, translator),
        onward: choices::onward(&day, desk, translator),
        transfer_reasons: choices::transfer_reasons(translator),
        urgency_reasons: choices::urgency_reasons(translator),
        troubles,
        error,
        not_live: translator.plain("desk-not-live", &[("time", "{time}".into())]),
        time: translator.time(local.time()),
        seconds: i32::from(local.hour()) * 3600 + i32::from(local.minute()) * 60 + i32::from(local.second()),
        frame,
    };
    answer::page(status, &shown)
}

/// The page that says that the site has no such desk.
pub(in crate::web) fn unknown_desk(web: &Shared, language: &LanguageTag, desk: DeskNumber) -> Response {
    let site = web.site();
    let frame = Frame::for_staff(web, &site, language, "/desk");
    let text = frame.translator().refusal(&Refusal::UnknownDesk(desk));
    let title = frame.t("web-not-found-title");
    answer::page(StatusCode::NOT_FOUND, &NotFoundPage { frame, title, text, is_passing: false })
}

impl FormError {
    /// The nonce of the page that sent the form, when the command may yet be carried out: it was not refused.
    fn nonce_to_keep(&self) -> Option<&str> {
        let sent = self.fields.get("nonce").filter(|_| self.error.status.is_server_error())?;
        // Forms in rows add what they are about.
        let nonce = sent.split('.').next().unwrap_or(sent);
        (nonce.len() == NONCE_DIGITS && nonce.bytes().all(|digit| digit.is_ascii_hexdigit())).then_some(nonce)
    }

    /// Whether the form was about this object.
    fn is_about(&self, subject: &Subject<'_>) -> bool {
        subject.field().is_none_or(|(field, value)| self.fields.get(field) == Some(value))
    }
}

impl WorkbenchPage<'_> {
    /// The verbs whose buttons this part of the page has now, for this object.
    fn shown(&self, part: PagePart, subject: &Subject<'_>) -> Vec<&'static Verb> {
        let may_give = |verb: &&Verb| verb.roles().contains(&self.role) && self.may_undo(verb);
        verbs::in_part(part).filter(may_give).filter(|verb| verb.is_shown(&self.bench, subject)).collect()
    }

    /// Whether the act that the button undoes is one of the reader's role.
    fn may_undo(&self, verb: &Verb) -> bool {
        let undoable = self.bench.undoable.as_ref().map(|undoable| undoable.undoes);
        verb.name() != "undo" || undoable.is_none_or(|undoes| reach::undoes(undoes).contains(&self.role))
    }

    /// The error that belongs beside the buttons in this part of the page, for this object.
    fn error_in(&self, part: PagePart, subject: &Subject<'_>) -> Option<&str> {
        let is_here = |verb: &Verb| verb.parts().contains(&part);
        let error = self.error.as_ref().filter(|it| it.verb.is_some_and(is_here) && it.is_about(subject));
        error.map(|it| it.error.message.as_str())
    }

    /// The error that belongs beside the button of this verb.
    fn error_of(&self, verb: &Verb) -> Option<&str> {
        let error = self.error.as_ref().filter(|it| it.verb.is_some_and(|sent| sent.name() == verb.name()));
        error.map(|it| it.error.message.as_str())
    }

    /// The error whose button, or whose row in a list, is not on the page any more.
    fn error_elsewhere(&self) -> Option<&str> {
        let error = self.error.as_ref().filter(|it| !self.has_place_for(it));
        error.map(|it| it.error.message.as_str())
    }

    fn has_place_for(&self, error: &FormError) -> bool {
        let Some(verb) = error.verb else { return false };
        let has = |part: &PagePart| {
            let mut subjects = self.subjects(*part).into_iter().filter(|subject| error.is_about(subject));
            subjects.any(|subject| part.is_row() || verb.is_shown(&self.bench, &subject))
        };
        verb.parts().iter().any(has)
    }

    /// The objects on the page that the buttons in this part are about.
    fn subjects(&self, part: PagePart) -> Vec<Subject<'_>> {
        match part {
            PagePart::WaitingRow => self.bench.waiting.iter().map(Subject::Waiting).collect(),
            PagePart::ParkedRow | PagePart::ParkedRowEnd => self.bench.parked.iter().map(Subject::Parked).collect(),
            PagePart::NoShowRow => {
                let rows = self.bench.no_shows.iter().chain(&self.bench.missed_elsewhere);
                rows.map(Subject::NoShow).collect()
            }
            PagePart::StepRow => self.bench.steps_to_come().map(Subject::Step).collect(),
            PagePart::Bar
            | PagePart::Undo
            | PagePart::Card
            | PagePart::Aside
            | PagePart::HandOnPanel
            | PagePart::StepsPanel
            | PagePart::WalkInPanel
            | PagePart::OpeningCard => vec![Subject::Desk],
        }
    }

    /// Whether this entry of a list was chosen when the form was sent in vain.
    fn was_chosen(&self, verb: &Verb, field: &str, value: &str) -> bool {
        let is_it = |it: &FormError| {
            it.verb.is_some_and(|sent| sent.name() == verb.name()) && it.fields.get(field) == Some(value)
        };
        self.error.as_ref().is_some_and(is_it)
    }

    fn pill(&self) -> Pill {
        Pill::of(self.bench.state)
    }

    /// The words on a verb's button.
    fn label(&self, verb: &Verb) -> String {
        self.frame.t(verb.label())
    }

    /// The words on a verb's button in the row of a ticket.
    fn label_for(&self, verb: &Verb, ticket: &str) -> String {
        self.frame.translator().message_with(verb.label(), &[("ticket", ticket.to_owned().into())])
    }

    /// The words about a command that has no answer yet, with `{command}` where its button's words stand.
    fn sending(&self, id: &str) -> String {
        self.frame.translator().plain(id, &[("command", "{command}".into())])
    }

    fn minutes(&self, id: &str, minutes: &u32) -> String {
        self.frame.translator().message_with(id, &[("minutes", (*minutes).into())])
    }

    fn count(&self, id: &str, count: &usize) -> String {
        self.frame.translator().message_with(id, &[("count", (*count).into())])
    }

    /// Whether the desk does more than one service now.
    fn does_several(&self) -> bool {
        self.bench.desk.services.len() > 1
    }

    /// The code of a class that is marked in the list: all but the standard one.
    fn class_mark(&self, class: &Class) -> Option<&'static str> {
        (*class != Class::Standard).then(|| class.code())
    }

    /// The class, and why the staff made it urgent.
    fn class_words(&self, mark: &str, urgency: &Option<UrgencyReason>) -> String {
        let class = self.frame.t(&format!("desk-mark-{mark}"));
        match urgency {
            Some(reason) => format!("{class}: {}", self.frame.t(&format!("desk-urgent-{}", reason.code()))),
            None => class,
        }
    }

    fn not_yet_words(&self, why: &NotYet) -> String {
        self.frame.t(match why {
            NotYet::OnTheWay => "desk-not-yet-on-the-way",
            NotYet::LeftToOthers => "desk-not-yet-left-to-others",
        })
    }

    fn copy_words(&self, fault: &CopyFault) -> String {
        self.frame.t(match fault {
            CopyFault::Failed => "desk-copy-failed",
            CopyFault::Torn => "desk-copy-torn",
        })
    }

    fn slip_words(&self, fault: &SlipFault) -> String {
        self.frame.t(match fault {
            SlipFault::Unproven => "desk-slip-unproven",
            SlipFault::Failed => "desk-slip-failed",
            SlipFault::Torn => "desk-slip-torn",
        })
    }

    /// The number of a ticket as a part of an `id`.
    fn id(&self, number: &str) -> String {
        number.replace(' ', "-")
    }

    /// The number of tickets that wait for other desks.
    fn elsewhere(&self) -> usize {
        self.bench.elsewhere.iter().map(|queue| queue.waiting).sum()
    }

    /// How many more tickets there are than are listed.
    fn more(&self, all: &usize, listed: &usize) -> String {
        self.count("desk-and-more", &all.saturating_sub(*listed))
    }

    fn has_more(&self, all: &usize, listed: &usize) -> bool {
        all > listed
    }

    /// What a verb that can be undone has done to a ticket.
    fn done(&self, verb: &str, ticket: &str) -> String {
        let id = format!("desk-done-{verb}");
        self.frame.translator().message_with(&id, &[("ticket", ticket.to_owned().into())])
    }

    /// The class of the card's first button. That it finishes a visit must be seen.
    fn primary(&self, verb: &Verb) -> &'static str {
        if self.bench.phase() == Some(Phase::Serving) && verb.name().starts_with("finish") {
            "primary finishes"
        } else {
            "primary"
        }
    }

    fn is_error_of_missed_elsewhere(&self) -> bool {
        let mut rows = self.bench.missed_elsewhere.iter();
        rows.any(|row| self.error_in(PagePart::NoShowRow, &Subject::NoShow(row)).is_some())
    }

    /// Words with the names of the others at the desk.
    fn with_others(&self, id: &str) -> String {
        self.frame.translator().message_with(id, &[("names", self.others.join(", ").into())])
    }

    /// Words with what was searched for.
    fn searched(&self, id: &str, text: &str) -> String {
        self.frame.translator().message_with(id, &[("text", text.to_owned().into())])
    }

    /// A language's name for the reader, unless it is the same as its own name.
    fn name_beside<'n>(&self, name: &'n str, endonym: &str) -> Option<&'n str> {
        (name.to_lowercase() != endonym.to_lowercase()).then_some(name)
    }
}

fn trouble_words(problem: HealthProblem, translator: Translator<'_>) -> Option<String> {
    let id = match problem {
        // The page itself says that a command finds no answer.
        HealthProblem::HubAway | HealthProblem::DayNotOpen => return None,
        HealthProblem::HubHangs => "desk-hub-hangs",
        HealthProblem::NotSaved => "desk-not-saving",
        HealthProblem::StaffBookAway => "desk-staff-book-away",
        HealthProblem::GlassFrozen => "desk-glass-frozen",
        HealthProblem::GlassLost => "desk-glass-lost",
        HealthProblem::GlassClosed => "desk-glass-closed",
        HealthProblem::CertificateFaulty => "desk-certificate-faulty",
    };
    Some(translator.message(id))
}
