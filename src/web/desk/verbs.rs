//! The table of desk verbs. The routes of the API, the forms of the workbench, its buttons, their keys, the places of error
//! messages and the documented operations all come from here, and so do the roles that may give a verb.

use crate::domain::Command;
use crate::web::audience::{GUIDES, SERVES};
use crate::web::desk::input::VerbInput;
use crate::web::desk::verb::AnswerKind::{Call, CallOrNothing, Desk, Ticket};
use crate::web::desk::verb::{PagePart, Verb};
use crate::web::desk::workbench::Phase;

/// All verbs; those in the same part of the page in the order of their buttons.
pub static VERBS: &[Verb] = &[
    Verb::new(
        "open",
        SERVES,
        VerbInput::Opening(|desk, languages, services| Command::Open { desk, languages, services }),
        Desk,
    )
    .api("/api/v1/desks/{desk}/open", "Open the desk, end its pause, or change its languages and services")
    .button(&[PagePart::OpeningCard], "desk-open", |bench, _| !bench.is_open())
    .key('O'),
    Verb::new("pause", SERVES, VerbInput::Nothing(|desk| Command::Pause { desk }), Desk)
        .api("/api/v1/desks/{desk}/pause", "Pause the desk: it keeps its current ticket and calls no other")
        .button(&[PagePart::Bar], "desk-pause", |bench, _| bench.is_open())
        .key('P'),
    Verb::new("close", SERVES, VerbInput::Nothing(|desk| Command::Close { desk }), Desk)
        .api("/api/v1/desks/{desk}/close", "Close the desk")
        .button(&[PagePart::Bar], "desk-close", |bench, _| !bench.is_closed() && bench.current.is_none())
        .key('C'),
    Verb::new("call-next", SERVES, VerbInput::Nothing(|desk| Command::CallNext { desk }), CallOrNothing)
        .api("/api/v1/desks/{desk}/call-next", "Call the next ticket")
        .button(&[PagePart::Card], "desk-call-next", |bench, _| bench.is_free())
        .key('N'),
    Verb::new("call", SERVES, VerbInput::Ticket(|desk, ticket| Command::Call { desk, ticket }), Call)
        .api("/api/v1/desks/{desk}/call", "Call a chosen ticket, whichever the rules would call")
        .button(&[PagePart::WaitingRow], "desk-call-this", |bench, row| bench.is_free() && row.is_for_desk()),
    Verb::new("start", SERVES, VerbInput::CurrentTicket(|desk, expected| Command::Start { desk, expected }), Ticket)
        .api("/api/v1/desks/{desk}/start", "Start serving the called ticket: its visitor has come")
        .button(&[PagePart::Card], "desk-start", |bench, _| bench.phase() == Some(Phase::Called))
        .key('S'),
    Verb::new("recall", SERVES, VerbInput::CurrentTicket(|desk, expected| Command::Recall { desk, expected }), Call)
        .api("/api/v1/desks/{desk}/recall", "Call the called ticket once more")
        .button(&[PagePart::Card], "desk-recall", |bench, _| bench.phase() == Some(Phase::Called))
        .key('R'),
    Verb::new("no-show", SERVES, VerbInput::CurrentTicket(|desk, expected| Command::NoShow { desk, expected }), Ticket)
        .api("/api/v1/desks/{desk}/no-show", "Record that the called visitor did not come")
        .button(&[PagePart::Card], "desk-no-show", |bench, _| bench.phase() == Some(Phase::Called))
        .key('X'),
    Verb::new(
        "finish-and-next",
        SERVES,
        VerbInput::CurrentTicket(|desk, expected| Command::FinishAndCallNext { desk, expected }),
        CallOrNothing,
    )
    .button(&[PagePart::Card], "desk-finish-and-next", |bench, _| {
        bench.is_open() && bench.phase() == Some(Phase::Serving)
    })
    .key('N'),
    Verb::new("finish", SERVES, VerbInput::CurrentTicket(|desk, expected| Command::Finish { desk, expected }), Ticket)
        .api("/api/v1/desks/{desk}/finish", "Finish the current step of the ticket at the desk")
        .button(&[PagePart::Card], "desk-finish", |bench, _| bench.phase() == Some(Phase::Serving))
        .key('F'),
    Verb::new("take-back", GUIDES, VerbInput::Ticket(|desk, ticket| Command::TakeBack { desk, ticket }), Ticket)
        .api("/api/v1/desks/{desk}/take-back", "Put a no-show back into the queue, in its old position")
        .button(&[PagePart::NoShowRow], "desk-take-back", |_, _| true),
    Verb::new(
        "walk-in",
        GUIDES,
        VerbInput::WalkIn(|desk, service, language, token| Command::WalkIn { desk, service, language, token }),
        Ticket,
    )
    .api("/api/v1/desks/{desk}/walk-in", "Serve a visitor who has no ticket: one is made and served at once")
    .button(&[PagePart::WalkInPanel], "desk-walk-in-do", |bench, _| bench.is_free())
    .key('W'),
    Verb::new("park", SERVES, VerbInput::CurrentTicket(|desk, expected| Command::Park { desk, expected }), Ticket)
        .api("/api/v1/desks/{desk}/park", "Put the ticket at the desk aside, for example because a paper is missing")
        .button(&[PagePart::Aside], "desk-park", |bench, _| bench.current.is_some())
        .key('A'),
    Verb::new("resume", SERVES, VerbInput::Ticket(|desk, ticket| Command::Resume { desk, ticket }), Call)
        .api("/api/v1/desks/{desk}/resume", "Call a parked ticket to this desk, which must do its current service")
        .button(&[PagePart::ParkedRowEnd], "desk-resume", |bench, row| bench.is_free() && row.is_for_desk()),
    Verb::new(
        "transfer",
        GUIDES,
        VerbInput::Transfer(|desk, expected, to, reason| Command::Transfer { desk, expected, to, reason }),
        Ticket,
    )
    .api(
        "/api/v1/desks/{desk}/transfer",
        "Hand the ticket at the desk on to another service or desk; it keeps its number and its age",
    )
    .button(&[PagePart::HandOnPanel], "desk-hand-on-do", |bench, _| bench.current.is_some())
    .key('H'),
    Verb::new(
        "add-step",
        GUIDES,
        VerbInput::Step(|desk, ticket, service| Command::AddStep { desk, ticket, service }),
        Ticket,
    )
    .api("/api/v1/desks/{desk}/add-step", "Add a service at the end of a ticket's steps")
    .button(&[PagePart::StepsPanel], "desk-add-step", |bench, _| bench.current.is_some()),
    Verb::new(
        "drop-step",
        GUIDES,
        VerbInput::Step(|desk, ticket, service| Command::DropStep { desk, ticket, service }),
        Ticket,
    )
    .api(
        "/api/v1/desks/{desk}/drop-step",
        "Remove a service that has not begun from a ticket's steps; without any step left the ticket leaves the queue",
    )
    .button(&[PagePart::StepRow], "desk-drop-step", |_, _| true),
    Verb::new(
        "order-steps",
        GUIDES,
        VerbInput::Steps(|desk, ticket, services| Command::OrderSteps { desk, ticket, services }),
        Ticket,
    )
    .api("/api/v1/desks/{desk}/order-steps", "Put the services of a ticket that have not begun into another order"),
    Verb::new("urgent", GUIDES, VerbInput::Urgency(|ticket, reason| Command::SetUrgent { ticket, reason }), Ticket)
        .api(
            "/api/v1/day/urgent",
            "Let a waiting ticket go first, within the site's limits; without a reason no longer",
        )
        .button(&[PagePart::WaitingRow], "desk-urgent-because", |_, row| !row.is_urgent()),
    Verb::new("not-urgent", GUIDES, VerbInput::AnyTicket(|ticket| Command::SetUrgent { ticket, reason: None }), Ticket)
        .button(&[PagePart::WaitingRow], "desk-not-urgent", |_, row| row.is_urgent()),
    Verb::new("dismiss", GUIDES, VerbInput::DismissedTicket(|desk, ticket| Command::Dismiss { desk, ticket }), Ticket)
        .api("/api/v1/day/withdraw", "Remove a waiting or parked ticket: its visitor has left or wants to leave")
        .button(&[PagePart::WaitingRow, PagePart::ParkedRow], "desk-dismiss", |_, _| true),
    Verb::new("reprint", GUIDES, VerbInput::AnyTicket(|ticket| Command::Reprint { ticket }), Ticket)
        .api(
            "/api/v1/day/reprint",
            "Print the slip of a ticket once more, marked as a copy; five copies at most come out",
        )
        .button(&[PagePart::WaitingRow, PagePart::ParkedRow], "desk-reprint", |_, _| true),
    Verb::new("undo", GUIDES, VerbInput::Act(|desk, expected, act| Command::Undo { desk, expected, act }), Ticket)
        .api(
            "/api/v1/desks/{desk}/undo",
            "Undo what the desk did, for ten seconds after it: the act that is named, or the last one",
        )
        .button(&[PagePart::Undo], "desk-undo", |bench, _| bench.undoable.is_some())
        .key('Z'),
];

/// The verbs whose buttons can stand in this part of the workbench.
pub(in crate::web) fn in_part(part: PagePart) -> impl Iterator<Item = &'static Verb> {
    VERBS.iter().filter(move |verb| verb.parts().contains(&part))
}
