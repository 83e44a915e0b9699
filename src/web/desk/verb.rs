//! One row of the table of desk verbs: everything that routes, forms, pages and documents need to know of a verb.

use crate::domain::Class;
use crate::web::api::view::StepView;
use crate::web::desk::input::VerbInput;
use crate::web::desk::rows::{NoShowRow, ParkedRow, WaitingRow};
use crate::web::desk::workbench::Workbench;
use crate::web::sign_in::accounts::Role;

/// A command that staff give. Made with `Verb::new` and the methods after it; the table is in `verbs.rs`.
#[derive(Debug, Clone, Copy)]
pub struct Verb {
    name: &'static str,
    roles: &'static [Role],
    input: VerbInput,
    answer: AnswerKind,
    operation: Option<Operation>,
    button: Option<Button>,
    key: Option<char>,
}

/// What the API operation of a verb answers when it was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// 200 with the desk.
    Desk,
    /// 200 with the ticket.
    Ticket,
    /// 200 with the ticket, the number of the call and the reasons.
    Call,
    /// As [`AnswerKind::Call`], or 204 when there is no ticket to call.
    CallOrNothing,
}

/// The operation of the API that carries the verb out.
#[derive(Debug, Clone, Copy)]
struct Operation {
    path: &'static str,
    summary: &'static str,
}

/// The form of the workbench that carries the verb out.
#[derive(Debug, Clone, Copy)]
struct Button {
    parts: &'static [PagePart],
    label: &'static str,
    is_shown: fn(&Workbench, &Subject<'_>) -> bool,
}

/// The part of the workbench in which a verb's button stands, and the error message that its form led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum PagePart {
    /// Beside the state of the desk.
    Bar,
    /// Above the card, for a few seconds after an act.
    Undo,
    /// The large buttons of the card; the first of them is the usual next action.
    Card,
    /// The small buttons of the card.
    Aside,
    /// The panel for handing the current ticket on.
    HandOnPanel,
    /// The panel for the steps of the current ticket: the form that adds one.
    StepsPanel,
    /// The same panel: beside a step.
    StepRow,
    /// The panel for a visitor without a ticket.
    WalkInPanel,
    /// The form that opens the desk.
    OpeningCard,
    /// Inside the row of a waiting ticket.
    WaitingRow,
    /// Inside the row of a parked ticket.
    ParkedRow,
    /// At the end of the row of a parked ticket, also visible while the row is closed.
    ParkedRowEnd,
    /// In the row of a no-show.
    NoShowRow,
}

/// The object on the page that a button is about.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) enum Subject<'a> {
    Desk,
    Step(&'a StepView),
    Waiting(&'a WaitingRow),
    Parked(&'a ParkedRow),
    NoShow(&'a NoShowRow),
}

impl Verb {
    /// A verb of these roles, without operation and button. `name` is the last segment of its form's address.
    pub(in crate::web) const fn new(
        name: &'static str,
        roles: &'static [Role],
        input: VerbInput,
        answer: AnswerKind,
    ) -> Verb {
        Verb { name, roles, input, answer, operation: None, button: None, key: None }
    }

    /// Adds the API operation: `POST` to this path.
    pub(in crate::web) const fn api(mut self, path: &'static str, summary: &'static str) -> Verb {
        self.operation = Some(Operation { path, summary });
        self
    }

    /// Adds the button: in these parts of the page, with this message on it, as long as the condition holds.
    pub(in crate::web) const fn button(
        mut self,
        parts: &'static [PagePart],
        label: &'static str,
        is_shown: fn(&Workbench, &Subject<'_>) -> bool,
    ) -> Verb {
        self.button = Some(Button { parts, label, is_shown });
        self
    }

    /// Adds the key that presses the button or opens its panel.
    pub(in crate::web) const fn key(mut self, key: char) -> Verb {
        self.key = Some(key);
        self
    }

    /// The last segment of the form's address, and of the operation's path where it has one of the same name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The roles that may give it.
    pub fn roles(&self) -> &'static [Role] {
        self.roles
    }

    /// The path of the API operation.
    pub fn path(&self) -> Option<&'static str> {
        self.operation.map(|operation| operation.path)
    }

    /// What the API operation does, in one sentence.
    pub fn summary(&self) -> Option<&'static str> {
        self.operation.map(|operation| operation.summary)
    }

    /// What the API operation answers.
    pub fn answer(&self) -> AnswerKind {
        self.answer
    }

    /// Whether the workbench has a form for it.
    pub fn has_button(&self) -> bool {
        self.button.is_some()
    }

    /// The key on the keyboard.
    pub fn shortcut(&self) -> Option<char> {
        self.key
    }

    pub(in crate::web) fn input(&self) -> VerbInput {
        self.input
    }

    /// The id of the message on the button.
    pub(in crate::web) fn label(&self) -> &'static str {
        self.button.map_or("", |button| button.label)
    }

    /// The parts of the page where it has a button.
    pub(in crate::web) fn parts(&self) -> &'static [PagePart] {
        self.button.map_or(&[], |button| button.parts)
    }

    /// Whether its button is on the page now, for this object.
    pub(in crate::web) fn is_shown(&self, bench: &Workbench, subject: &Subject<'_>) -> bool {
        self.button.is_some_and(|button| (button.is_shown)(bench, subject))
    }
}

impl PagePart {
    /// Whether error messages have their place here as long as the row exists, with or without the button.
    pub(in crate::web) fn is_row(self) -> bool {
        match self {
            PagePart::StepRow
            | PagePart::WaitingRow
            | PagePart::ParkedRow
            | PagePart::ParkedRowEnd
            | PagePart::NoShowRow => true,
            PagePart::Bar
            | PagePart::Undo
            | PagePart::Card
            | PagePart::Aside
            | PagePart::HandOnPanel
            | PagePart::StepsPanel
            | PagePart::WalkInPanel
            | PagePart::OpeningCard => false,
        }
    }
}

impl Subject<'_> {
    /// The form field that names the object, and its value; `None` for the desk, which is in the address.
    pub(in crate::web) fn field(&self) -> Option<(&'static str, &str)> {
        match self {
            Subject::Desk => None,
            Subject::Step(step) => Some(("service", &step.service)),
            Subject::Waiting(row) => Some(("ticket", &row.number)),
            Subject::Parked(row) => Some(("ticket", &row.number)),
            Subject::NoShow(row) => Some(("ticket", &row.number)),
        }
    }

    /// Whether the desk of the page can do the ticket's current step.
    pub(in crate::web) fn is_for_desk(&self) -> bool {
        match self {
            Subject::Waiting(row) => row.is_for_desk,
            Subject::Parked(row) => row.is_for_desk,
            Subject::Desk | Subject::Step(_) | Subject::NoShow(_) => false,
        }
    }

    /// Whether it is a waiting ticket that staff made urgent.
    pub(in crate::web) fn is_urgent(&self) -> bool {
        matches!(self, Subject::Waiting(row) if row.class == Class::Urgent)
    }
}
