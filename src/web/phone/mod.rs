//! The page of a ticket on the visitor's own phone: its number as on paper, its state in one sentence, and leaving the
//! queue.
//!
//! A quiet ticket's page names neither institution nor need, because others may see the screen; nor the desk of a call,
//! because the staff come to the visitor.
//!
//! The page is in the language of the ticket; `?lang=` chooses another. An unknown token and one of a past day get the same
//! response.

use crate::domain::{Day, DeskNumber, LanguageTag, Need, Ticket, TicketState, Token};
use crate::locale::Translator;
use crate::web::api::view::{self, VisitorTicket};
use crate::web::desk::rows;
use crate::web::http::answer;
use crate::web::http::form::Fields;
use crate::web::http::page::Frame;
use crate::web::http::reader::{self, Reader};
use crate::web::http::refusal::ApiError;
use crate::web::index::NotFoundPage;
use crate::web::shared::{Shared, Web};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "phone.html")]
struct PhonePage<'a> {
    frame: Frame<'a>,
    token: String,
    ticket: VisitorTicket,
    /// The state in one sentence, and one more that says what to do or expect.
    state: String,
    more: String,
    last_called: Option<String>,
    /// What to bring, a line each; nothing for a discreet ticket.
    bring: Vec<String>,
    /// For its colour; nothing for a discreet ticket, whose page names neither institution nor need.
    institution: Option<usize>,
    is_quiet: bool,
    /// Whether the way to the desks is shown.
    has_way: bool,
    /// Whether the phone can still be called.
    may_ring: bool,
    is_waiting: bool,
    asks_to_leave: bool,
    trouble: Option<String>,
}

impl PhonePage<'_> {
    /// The desks of a step, listed as the language lists them.
    fn desks(&self, desks: &[u16]) -> String {
        let numbers: Vec<String> = desks.iter().map(ToString::to_string).collect();
        self.frame.translator().list(&numbers)
    }
}

/// `GET /t/{token}`.
pub(in crate::web) async fn page(
    State(web): State<Web>,
    Reader(reader): Reader,
    Path(token): Path<String>,
    uri: Uri,
) -> Response {
    let day = web.day();
    let Some(ticket) = Token::parse(&token).and_then(|token| web.ticket_of(&day, token)) else {
        return gone(&web, &reader);
    };
    let asks_to_leave = Fields::of_query(&uri).get("leave") == Some("1");
    show(&web, &day, &ticket, &language(&web, &ticket, &uri), asks_to_leave, None)
}

/// `POST /t/{token}/withdraw`.
pub(in crate::web) async fn withdraw(
    State(web): State<Web>,
    Reader(reader): Reader,
    Path(token): Path<String>,
    uri: Uri,
    fields: Fields,
) -> Response {
    let day = web.day();
    let Some(ticket) = Token::parse(&token).and_then(|token| web.ticket_of(&day, token)) else {
        return gone(&web, &reader);
    };
    let language = language(&web, &ticket, &uri);
    match web.hub.withdraw(ticket.token, fields.key(&format!("ticket:{token}"), "withdraw")).await {
        Ok(()) => Redirect::to(&format!("/t/{token}?lang={language}")).into_response(),
        Err(error) => {
            let trouble = ApiError::of(&error, web.translator(&language));
            let day = web.day();
            let ticket = web.ticket_of(&day, ticket.token).unwrap_or(ticket);
            show(&web, &day, &ticket, &language, false, Some(trouble))
        }
    }
}

fn show(
    web: &Shared,
    day: &Day,
    ticket: &Ticket,
    language: &LanguageTag,
    asks_to_leave: bool,
    trouble: Option<ApiError>,
) -> Response {
    let site = day.site();
    let frame = Frame::for_visitors(web, site, language);
    let translator = frame.translator();
    let view = view::for_visitor(day, &web.hub.forecast(), ticket, translator);
    let opens = translator.attendance(day.outlook(ticket, web.now()).attendance);
    let (state, more) = sentences(day, ticket, &view, opens, translator);
    let is_quiet = ticket.is_quiet();
    let last_called = (!view.last_called.is_empty() && ticket.is_waiting()).then(|| {
        translator
            .message_with("phone-last-called", &[("numbers", translator.list(&unbroken(&view.last_called)).into())])
    });
    let status = trouble.as_ref().map_or(StatusCode::OK, |trouble| trouble.status);
    let shown = PhonePage {
        token: ticket.token.to_string(),
        is_waiting: ticket.is_waiting(),
        asks_to_leave: asks_to_leave && ticket.is_waiting(),
        institution: rows::institution_of(day, ticket).filter(|_| !is_quiet),
        bring: if ticket.is_waiting() && !is_quiet { bring(day, ticket, translator) } else { Vec::new() },
        has_way: day.has_place(ticket) && (ticket.is_waiting() || (view.steps.len() > 1 && !is_quiet)),
        may_ring: matches!(
            ticket.state,
            TicketState::Waiting { .. } | TicketState::Called { .. } | TicketState::Parked { .. }
        ),
        is_quiet,
        ticket: view,
        frame,
        state,
        more,
        last_called,
        trouble: trouble.map(|trouble| trouble.message),
    };
    answer::then_close(answer::page(status, &shown))
}

/// `opens` says that no desk is open, and when one opens.
fn sentences(
    day: &Day,
    ticket: &Ticket,
    view: &VisitorTicket,
    opens: Option<String>,
    translator: Translator<'_>,
) -> (String, String) {
    let say = |id: &str| translator.message(id);
    let at_desk = |id: &str, desk: DeskNumber| translator.message_with(id, &[("desk", desk.to_string().into())]);
    match ticket.state {
        TicketState::Waiting { .. } if !day.has_place(ticket) => (say("phone-no-place"), say("phone-no-place-more")),
        TicketState::Waiting { .. } => {
            let (ahead, wait) = queue_sentences(view, opens, translator);
            if day.was_call_undone(ticket.number) { (say("phone-taken-back"), ahead) } else { (ahead, wait) }
        }
        TicketState::Called { .. } if ticket.is_quiet() => (say("phone-quiet-called"), String::new()),
        TicketState::Called { desk, .. } => (at_desk("phone-called", desk), say("phone-called-more")),
        TicketState::Serving { .. } if ticket.is_quiet() => (say("phone-quiet-serving"), String::new()),
        TicketState::Serving { desk, .. } => (at_desk("phone-serving", desk), String::new()),
        TicketState::Parked { .. } => (say("phone-parked"), say("phone-parked-more")),
        TicketState::NoShow { .. } => (say("phone-no-show"), say("phone-no-show-more")),
        TicketState::Served { .. } => (say("phone-served"), say("phone-served-more")),
        TicketState::Withdrawn { .. } => (say("phone-withdrawn"), say("phone-withdrawn-more")),
    }
}

/// How many are ahead, and how long it takes. Where no desk is open, that it is a visitor's turn soon would not be true.
fn queue_sentences(view: &VisitorTicket, opens: Option<String>, translator: Translator<'_>) -> (String, String) {
    let say = |id: &str| translator.message(id);
    let wait = match view.wait {
        Some(wait) if wait.low_min == 0 => {
            translator.message_with("phone-wait-short", &[("high", wait.high_min.into())])
        }
        Some(wait) => translator.message_with(
            "phone-wait",
            &[("low", translator.count(wait.low_min).into()), ("high", wait.high_min.into())],
        ),
        None => say("phone-wait-unknown"),
    };
    match view.ahead {
        0 if view.wait.is_none() && opens.is_none() => (wait, String::new()),
        0 => (opens.unwrap_or_else(|| say("phone-next")), wait),
        count => (translator.message_with("phone-ahead", &[("count", count.into())]), wait),
    }
}

/// What the ticket's needs ask for, each line once.
fn bring(day: &Day, ticket: &Ticket, translator: Translator<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for words in ticket.needs.iter().filter_map(|code| day.site().need(code)).flat_map(Need::bring) {
        let line = translator.pick(words);
        if !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// The language in `?lang=`, else the ticket's own.
fn language(web: &Shared, ticket: &Ticket, uri: &Uri) -> LanguageTag {
    let chosen = reader::asked(uri).filter(|tag| web.locales.language(tag).is_some());
    chosen.unwrap_or_else(|| ticket.language.clone())
}

fn gone(web: &Shared, reader: &LanguageTag) -> Response {
    let site = web.site();
    let frame = Frame::for_visitors(web, &site, reader);
    let (title, text) = (frame.t("phone-gone-title"), frame.t("phone-gone"));
    answer::then_close(answer::page(StatusCode::NOT_FOUND, &NotFoundPage { frame, title, text, is_passing: false }))
}

/// Keeps each number together: a line may break between two numbers, but not within one.
fn unbroken(numbers: &[String]) -> Vec<String> {
    numbers.iter().map(|number| number.replace(' ', "\u{a0}")).collect()
}
