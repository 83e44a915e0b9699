//! Health and metrics for monitoring: codes and numbers, no texts in a language.

use crate::domain::{Day, DeskState, TicketState};
use crate::print::PrinterReport;
use crate::web::api::codes::{AnyProblem, BackupProblem, DiskProblem, HealthProblem, PrinterProblem, SiteProblem};
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::checks::CheckView;
use crate::web::dependencies::SiteFault;
use crate::web::shared::Web;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::fmt::Write;
use std::sync::atomic::Ordering;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
struct Health {
    ok: bool,
    /// The first reason why no visitor can be served.
    #[schema(required)]
    problem: Option<HealthProblem>,
    /// Everything that is wrong. `site-file` says that the site file can't be used and that an earlier version of the
    /// site is served; `site-mistakes`, that it is used and has mistakes; `site-letters`, that some of its words can't be
    /// drawn here; `backup-failed`, that the house can't be backed up; `entries-lost`, that a damaged disk has lost entries
    /// of today; `traces-left`, that something the night deleted may still be readable on the disk; `clock-unknown`, that
    /// the machine's clock is behind what has already happened; `clock-differs`, that it was set and is not believed yet;
    /// `glass-closed`, that the glass is not open and is opened again; `certificate-faulty`, that the certificate for https is
    /// valid for less than 14 days, or not at all. These, and a problem of the printer, leave `ok` true.
    wrong: Vec<AnyProblem>,
    /// All printers; a slip goes to the first that is ready.
    printers: Vec<PrinterHealth>,
    /// What was measured, part by part.
    checks: Vec<CheckView>,
}

/// What is known of a printer.
#[derive(Serialize, ToSchema)]
struct PrinterHealth {
    /// Its address.
    name: String,
    /// `null` while it works, as far as is known.
    #[schema(required)]
    problem: Option<PrinterProblem>,
    /// Why it is off line, and what to do, if this is known.
    #[schema(required)]
    cause: Option<String>,
    /// Since when it has been so.
    #[schema(format = DateTime)]
    since: String,
}

impl PrinterHealth {
    fn of(report: &PrinterReport) -> PrinterHealth {
        PrinterHealth {
            name: report.name.clone(),
            problem: PrinterProblem::of(report.status),
            cause: report.cause.map(|cause| cause.to_string()),
            since: report.since.to_string(),
        }
    }
}

impl SiteProblem {
    fn of(fault: &SiteFault) -> SiteProblem {
        match fault {
            SiteFault::Unusable { .. } => SiteProblem::File,
            SiteFault::Mistakes => SiteProblem::Mistakes,
            SiteFault::Letters => SiteProblem::Letters,
        }
    }
}

/// `GET /healthz`: 503 for a problem that stops the service. A printer without paper and a site file with mistakes are
/// listed, but a restart does not help.
pub(in crate::web) async fn healthz(State(web): State<Web>) -> Response {
    let checks = web.look();
    let health = || checks.iter().filter_map(|check| check.problem?.health());
    let problem = health().find(|problem| problem.stops_service());
    let site = web.site_faults.iter().map(|fault| AnyProblem::Site(SiteProblem::of(fault)));
    let backup = web.backup_fault.borrow().map(|_| AnyProblem::Backup(BackupProblem::Failed));
    let lost = (web.day().losses().len() > 0).then_some(DiskProblem::EntriesLost);
    let left = web.traces.load(Ordering::Relaxed).then_some(DiskProblem::TracesLeft);
    let disk = lost.into_iter().chain(left).map(AnyProblem::Disk);
    let others = checks.iter().filter_map(|check| check.problem.filter(|problem| problem.health().is_none()));
    let wrong = health().map(AnyProblem::Health).chain(site).chain(disk).chain(backup).chain(others).collect();
    let printers = web.printers.iter().flat_map(|it| it.borrow().iter().map(PrinterHealth::of).collect::<Vec<_>>());
    let printers = printers.collect();
    let status = if problem.is_none() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(Health { ok: problem.is_none(), problem, wrong, printers, checks })).into_response()
}

/// `GET /metrics`: Prometheus text.
pub(in crate::web) async fn metrics(State(web): State<Web>) -> Response {
    let day = web.day();
    let count = TicketCount::of(&day);
    let open = day.site().desks().iter().filter(|desk| day.desk(desk.number).state == DeskState::Open).count();
    let rows = [
        ("sportello_tickets_issued", "Tickets issued this business day.", day.tickets().len() as u64),
        ("sportello_tickets_waiting", "Tickets in a queue.", day.queues().total() as u64),
        ("sportello_tickets_called", "Tickets on the way to a desk.", count.called),
        ("sportello_tickets_serving", "Tickets at a desk.", count.serving),
        ("sportello_tickets_served", "Tickets done this business day.", count.served),
        ("sportello_tickets_no_show", "Tickets called in vain.", count.no_show),
        ("sportello_desks_open", "Desks that call.", open as u64),
        ("sportello_saving", "1 when what was decided last could be saved.", u64::from(web.hub.is_saving())),
        ("sportello_last_call", "The count of calls that the room heard.", day.heard()),
        ("sportello_journal_sequence", "The newest event.", day.sequence().0),
        (
            "sportello_pins_checked",
            "PINs checked since the start: many of them are guesses.",
            web.logins.pins_checked(),
        ),
        ("sportello_event_streams", "Open event streams.", web.streams.open() as u64),
        (
            "sportello_desk_pictures",
            "Pictures made for the event streams of desks since the start: streams of one desk and language share them.",
            web.desks.made(),
        ),
    ];
    let mut text = String::new();
    for (name, help, value) in rows {
        // Writing to a String can't fail.
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}");
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

/// The tickets of the day by their states, as metrics have them.
#[derive(Default)]
struct TicketCount {
    called: u64,
    serving: u64,
    served: u64,
    no_show: u64,
}

impl TicketCount {
    /// Walks over a day once.
    fn of(day: &Day) -> TicketCount {
        day.tickets().fold(TicketCount::default(), |mut count, ticket| {
            match ticket.state {
                TicketState::Called { .. } => count.called += 1,
                TicketState::Serving { .. } => count.serving += 1,
                TicketState::Served { .. } => count.served += 1,
                TicketState::NoShow { .. } => count.no_show += 1,
                TicketState::Waiting { .. } | TicketState::Parked { .. } | TicketState::Withdrawn { .. } => {}
            }
            count
        })
    }
}

/// Describes [`healthz`].
pub(in crate::web) fn healthz_operation() -> OperationDoc {
    OperationDoc::new(Tag::Machine, "Check that visitors can be served")
        .gives::<Health>(StatusCode::OK, "They can")
        .fails::<Health>(StatusCode::SERVICE_UNAVAILABLE, "They can't, and why")
}

/// Describes [`metrics`].
pub(in crate::web) fn metrics_operation() -> OperationDoc {
    OperationDoc::new(Tag::Machine, "Get figures for monitoring").gives_text("text/plain", "Prometheus text")
}
