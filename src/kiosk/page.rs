//! Where a visitor is on the glass, and which touches are possible there.

use super::request::{IssueError, IssueRequest, Selection};
use crate::domain::tally::taps::{Tap, Topic};
use crate::domain::{LanguageTag, NeedCode, Refusal, SlipOutcome, Ticket, TicketNumber};
use std::sync::Arc;
use std::time::Duration;

/// Where a visitor is. Durations count from the session's first moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// The choice of a language.
    Languages {
        /// The page to return to; `None` at the start of a visit.
        back_to: Option<Box<Page>>,
    },
    /// The first level of the menu.
    Needs,
    /// The second level of the menu.
    Leaves {
        /// The need of the first level.
        need: NeedCode,
    },
    /// Where the selected needs lead, before a number is taken.
    Confirm {
        /// The needs that the number is for.
        selection: Selection,
        /// The request already sent for them, when the visitor came back from an error. It keeps its key.
        request: Option<IssueRequest>,
    },
    /// A need that is served without a number.
    Person {
        /// A leaf of the menu.
        need: NeedCode,
    },
    /// A need whose institution is away, or has no time left today.
    Closed {
        /// A leaf of the menu.
        need: NeedCode,
        /// The printed note about it and its progress; `None` before the visitor asks for one.
        note: Option<(u64, SlipProgress)>,
    },
    /// Typing the code of an appointment.
    Appointment {
        /// The characters typed so far, at most [`crate::domain::AppointmentCode::LENGTH`].
        characters: String,
        /// The request already sent for this code.
        request: Option<IssueRequest>,
        /// The hub's refusal of this code.
        refusal: Option<Refusal>,
    },
    /// Waiting for the hub's answer.
    Issuing {
        /// The request that was sent.
        request: IssueRequest,
        /// When it was sent.
        since: Duration,
    },
    /// The request for a number failed.
    Trouble {
        /// The request, to be sent again.
        request: IssueRequest,
        /// The reason.
        error: IssueError,
    },
    /// A ticket was issued.
    Number(ShownTicket),
    /// Asked whether to give the number up.
    Leaving {
        /// The ticket to return to on "no".
        ticket: ShownTicket,
        /// Whether the withdrawal was sent to the hub.
        is_sent: bool,
    },
    /// The number was given up.
    Left {
        /// The number that is no longer valid.
        number: TicketNumber,
    },
    /// Answering survey questions, after the number.
    Survey {
        /// The topics still to ask, the current one first; never empty.
        topics: Vec<Topic>,
    },
}

/// A touch, by its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touch {
    /// The glass was pressed, on a button or beside one.
    Anywhere,
    /// A language tile.
    ChooseLanguage(LanguageTag),
    /// The tile for visitors whose language is missing.
    NoLanguage,
    /// A need's tile, on either level of the menu.
    ChooseNeed(NeedCode),
    /// Toggles the priority request.
    TogglePriority,
    /// Adds another need to the number.
    AddNeed,
    /// Takes a number.
    Confirm,
    /// Opens the page for an appointment's code.
    OpenAppointment,
    /// Types one character of the code.
    Key(char),
    /// Erases the last character of the code.
    Erase,
    /// Sends the code.
    CheckIn,
    /// Prints the slip that did not come out.
    PrintSlip,
    /// Prints the note about a closed need.
    PrintNote,
    /// Asks to give the number up.
    Leave,
    /// Confirms giving the number up.
    ConfirmLeave,
    /// Sends the failed request again.
    Retry,
    /// Closes the page that sends a visitor to a person.
    Understood,
    /// Closes the page with the number.
    Done,
    /// Answers the survey question.
    Answer(Tap),
    /// Ends the survey: no question of it is answered from here on.
    Skip,
    /// One page back.
    Back,
    /// Back to the start.
    Home,
    /// Opens the choice of a language.
    OpenLanguages,
}

/// A ticket on the glass.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownTicket {
    /// As it was issued; the day may hold a newer state.
    pub ticket: Arc<Ticket>,
    /// The progress of its slip.
    pub slip: SlipProgress,
    /// When its slip was sent to the printer.
    pub since: Duration,
    /// How many times.
    pub tries: u8,
    /// Whether one of them may be on paper, whole or in part: what is printed then is a copy.
    pub may_be_on_paper: bool,
}

/// The progress of a print job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipProgress {
    /// Sent to the printer.
    Printing,
    /// Reported by the printer.
    Done(SlipOutcome),
}

impl Page {
    /// The first page of a visit.
    pub const START: Page = Page::Languages { back_to: None };

    /// The page the visitor returns to after choosing a language; this page itself, when no choice of language is open.
    pub fn underneath(&mut self) -> &mut Page {
        match self {
            Page::Languages { back_to: Some(page) } => page.underneath(),
            page => page,
        }
    }

    /// The request this page has sent to the hub.
    pub fn request(&self) -> Option<&IssueRequest> {
        match self {
            Page::Issuing { request, .. } | Page::Trouble { request, .. } => Some(request),
            Page::Confirm { request, .. } | Page::Appointment { request, .. } => request.as_ref(),
            _ => None,
        }
    }

    /// The ticket this page is about.
    pub fn ticket(&mut self) -> Option<&mut ShownTicket> {
        match self {
            Page::Number(ticket) | Page::Leaving { ticket, .. } => Some(ticket),
            _ => None,
        }
    }

    /// The needs this page is about.
    pub fn needs(&self) -> &[NeedCode] {
        match self {
            Page::Leaves { need } | Page::Person { need } | Page::Closed { need, .. } => std::slice::from_ref(need),
            Page::Confirm { selection, .. } => &selection.needs,
            Page::Issuing { request, .. } | Page::Trouble { request, .. } => request.needs(),
            _ => &[],
        }
    }
}
