//! The states and reasons that the API writes, as closed lists of codes.

use crate::clock::{ClockState, TimeTrust};
use crate::domain::board::CallStage;
use crate::domain::{Class, Day, DeskState, SlipOutcome, SlipState, Ticket, TicketState};
use crate::health::PartFault;
use crate::journal::Role;
use crate::locale::Direction;
use crate::print::PrinterStatus;
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// Defines an enum whose variants are written as the codes beside them, in JSON and in pages alike.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $code:tt,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
        pub(in crate::web) enum $name {
            $($(#[$about])* #[serde(rename = $code)] $variant,)+
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(match self {
                    $($name::$variant => $code,)+
                })
            }
        }
    };
}

codes!(
    /// Where a ticket is.
    TicketStateView {
        Waiting = "waiting",
        Called = "called",
        Serving = "serving",
        Parked = "parked",
        NoShow = "no-show",
        Served = "served",
        Withdrawn = "withdrawn",
    }
);
codes!(
    /// Whether a desk calls tickets.
    DeskStateView {
        Closed = "closed",
        Open = "open",
        Paused = "paused",
    }
);
codes!(
    /// What gives a ticket precedence, within the bounds that the site sets.
    ClassView {
        Standard = "standard",
        Priority = "priority",
        Urgent = "urgent",
        Appointment = "appointment",
    }
);
codes!(
    /// Why the queue picked a ticket.
    ReasonCode {
        LongestWaiting = "longest-waiting",
        Waited = "waited",
        LaterStep = "later-step",
        SpeaksLanguage = "speaks-language",
        NeedsInterpreter = "needs-interpreter",
        GoesFirst = "goes-first",
        Chosen = "chosen",
        Resumed = "resumed",
        HandedOn = "handed-on",
    }
);
codes!(
    /// Why no visitor can be served.
    HealthProblem {
        HubAway = "hub-away",
        /// Commands wait for longer than the slowest disk takes.
        HubHangs = "hub-hangs",
        DayNotOpen = "day-not-open",
        NotSaved = "not-saved",
        StaffBookAway = "staff-book-away",
        GlassFrozen = "glass-frozen",
        GlassLost = "glass-lost",
        /// The glass is not open, and is opened again: a restart does not help, so this leaves `ok` true.
        GlassClosed = "glass-closed",
        /// The certificate for https ends soon, or browsers refuse it already: a restart does not help.
        CertificateFaulty = "certificate-faulty",
    }
);
codes!(
    /// What is wrong with the site that is served.
    SiteProblem {
        File = "site-file",
        Mistakes = "site-mistakes",
        Letters = "site-letters",
    }
);
codes!(
    /// What is wrong with the backups.
    BackupProblem {
        Failed = "backup-failed",
    }
);
codes!(
    /// What the disk has done.
    DiskProblem {
        EntriesLost = "entries-lost",
        TracesLeft = "traces-left",
    }
);
codes!(
    /// What is wrong with the machine's clock.
    ClockProblem {
        Unknown = "clock-unknown",
        Differs = "clock-differs",
    }
);
codes!(
    /// What is wrong with the printer.
    PrinterProblem {
        NearEnd = "printer-near-end",
        PaperOut = "printer-paper-out",
        CoverOpen = "printer-cover-open",
        Error = "printer-error",
        Offline = "printer-offline",
        Mute = "printer-mute",
        Garbled = "printer-garbled",
    }
);
codes!(
    /// What is known of a slip.
    SlipView {
        /// It is being printed.
        Printing = "printing",
        Printed = "printed",
        /// The printer did not confirm it, or the program broke off before it could.
        Unproven = "unproven",
        Failed = "failed",
        /// The printer stopped within it.
        Torn = "torn",
        /// A copy came out.
        Copied = "copied",
    }
);
codes!(
    /// What a member of staff may do.
    RoleView {
        Desk = "desk",
        Reception = "reception",
        Manager = "manager",
        Auditor = "auditor",
    }
);
codes!(
    /// What became of a call.
    CallStageCode {
        /// The visitor is not at the desk yet.
        Awaited = "awaited",
        /// The visitor is at the desk.
        Arrived = "arrived",
        /// The visitor did not come.
        Missed = "missed",
        /// The visitor has left the desk, with everything done.
        Done = "done",
    }
);
codes!(
    /// The direction of a language's lines.
    DirectionView {
        LeftToRight = "ltr",
        RightToLeft = "rtl",
    }
);

/// Anything that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub(in crate::web) enum AnyProblem {
    Health(HealthProblem),
    Site(SiteProblem),
    Backup(BackupProblem),
    Disk(DiskProblem),
    Clock(ClockProblem),
    Printer(PrinterProblem),
}

impl AnyProblem {
    /// The problem, if it is one of the program and not of a device or a file.
    pub(in crate::web) fn health(self) -> Option<HealthProblem> {
        match self {
            AnyProblem::Health(problem) => Some(problem),
            _ => None,
        }
    }
}

impl HealthProblem {
    /// Whether visitors can't be served, and a restart may help.
    pub(in crate::web) fn stops_service(self) -> bool {
        !matches!(self, HealthProblem::GlassClosed | HealthProblem::CertificateFaulty)
    }
}

impl From<PartFault> for HealthProblem {
    fn from(fault: PartFault) -> HealthProblem {
        match fault {
            PartFault::StaffBookAway => HealthProblem::StaffBookAway,
            PartFault::GlassClosed => HealthProblem::GlassClosed,
            PartFault::GlassFrozen => HealthProblem::GlassFrozen,
            PartFault::GlassLost => HealthProblem::GlassLost,
            PartFault::CertificateFaulty => HealthProblem::CertificateFaulty,
        }
    }
}

impl From<&TicketState> for TicketStateView {
    fn from(state: &TicketState) -> TicketStateView {
        match state {
            TicketState::Waiting { .. } => TicketStateView::Waiting,
            TicketState::Called { .. } => TicketStateView::Called,
            TicketState::Serving { .. } => TicketStateView::Serving,
            TicketState::Parked { .. } => TicketStateView::Parked,
            TicketState::NoShow { .. } => TicketStateView::NoShow,
            TicketState::Served { .. } => TicketStateView::Served,
            TicketState::Withdrawn { .. } => TicketStateView::Withdrawn,
        }
    }
}

impl From<CallStage> for CallStageCode {
    fn from(stage: CallStage) -> CallStageCode {
        match stage {
            CallStage::Awaited => CallStageCode::Awaited,
            CallStage::Arrived => CallStageCode::Arrived,
            CallStage::Missed => CallStageCode::Missed,
            CallStage::Done => CallStageCode::Done,
        }
    }
}

impl From<DeskState> for DeskStateView {
    fn from(state: DeskState) -> DeskStateView {
        match state {
            DeskState::Closed => DeskStateView::Closed,
            DeskState::Open => DeskStateView::Open,
            DeskState::Paused => DeskStateView::Paused,
        }
    }
}

impl From<Class> for ClassView {
    fn from(class: Class) -> ClassView {
        match class {
            Class::Standard => ClassView::Standard,
            Class::Priority => ClassView::Priority,
            Class::Urgent => ClassView::Urgent,
            Class::Appointment(_) => ClassView::Appointment,
        }
    }
}

impl ClockProblem {
    /// `None` while nothing contradicts the time.
    pub(in crate::web) fn of(clock: &ClockState) -> Option<ClockProblem> {
        let is_unknown = clock.trust == TimeTrust::Unknown;
        is_unknown.then_some(ClockProblem::Unknown).or(clock.wall.map(|_| ClockProblem::Differs))
    }
}

impl PrinterProblem {
    /// `None` while the printer works, as far as is known.
    pub(in crate::web) fn of(status: PrinterStatus) -> Option<PrinterProblem> {
        match status {
            PrinterStatus::Ready | PrinterStatus::Unknown => None,
            PrinterStatus::NearEnd => Some(PrinterProblem::NearEnd),
            PrinterStatus::PaperOut => Some(PrinterProblem::PaperOut),
            PrinterStatus::CoverOpen => Some(PrinterProblem::CoverOpen),
            PrinterStatus::Error => Some(PrinterProblem::Error),
            PrinterStatus::Offline => Some(PrinterProblem::Offline),
            PrinterStatus::Mute => Some(PrinterProblem::Mute),
            PrinterStatus::Garbled => Some(PrinterProblem::Garbled),
        }
    }
}

impl SlipView {
    /// `None` when no slip was to be printed.
    pub(in crate::web) fn of(day: &Day, ticket: &Ticket) -> Option<SlipView> {
        Some(match day.slip_state(ticket)? {
            SlipState::Printing => SlipView::Printing,
            SlipState::Copied => SlipView::Copied,
            SlipState::Reported(SlipOutcome::Printed) => SlipView::Printed,
            SlipState::Reported(SlipOutcome::Unknown) => SlipView::Unproven,
            SlipState::Reported(SlipOutcome::Failed) => SlipView::Failed,
            SlipState::Reported(SlipOutcome::Torn) => SlipView::Torn,
        })
    }
}

impl From<Role> for RoleView {
    fn from(role: Role) -> RoleView {
        match role {
            Role::Desk => RoleView::Desk,
            Role::Reception => RoleView::Reception,
            Role::Manager => RoleView::Manager,
            Role::Auditor => RoleView::Auditor,
        }
    }
}

impl From<Direction> for DirectionView {
    fn from(direction: Direction) -> DirectionView {
        match direction {
            Direction::LeftToRight => DirectionView::LeftToRight,
            Direction::RightToLeft => DirectionView::RightToLeft,
        }
    }
}
