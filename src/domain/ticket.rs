//! One visitor's place in the day.

use super::call::{CallNumber, Reason};
use super::class::Class;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::number::{TicketNumber, Token};
use super::slip::SlipOutcome;
use super::step::Step;
use jiff::Timestamp;

/// One visitor's place in the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// What is printed, shown and called.
    pub number: TicketNumber,
    /// What the phone page is reached by; nobody can guess it.
    pub token: Token,
    /// What the visitor chose, in the order of choosing.
    pub needs: Vec<NeedCode>,
    /// The services to visit, in order. Never empty.
    pub steps: Vec<Step>,
    /// The language the visitor chose.
    pub language: LanguageTag,
    /// Its place among all tickets of the day, counted from 0; who came first has the lower one.
    pub place: u64,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Since when its age counts: since it was issued, unless it came back too late after a no-show.
    pub aged_since: Timestamp,
    /// Whom the queue may favour.
    pub class: Class,
    /// The same when it was issued: what it goes back to when it is urgent no longer.
    pub issued_class: Class,
    /// Where it is in its life.
    pub state: TicketState,
    /// Why it was called when it was called last; empty before.
    pub why: Vec<Reason>,
    /// What became of its slip, once the printer has told.
    pub slip: Option<SlipOutcome>,
}

/// Where a ticket is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketState {
    /// In the queue of its current step's service.
    Waiting {
        /// Since when, for this step; in the future while the visitor is on the way from the desk before.
        since: Timestamp,
        /// The only desk that may call it, as long as somebody sits there.
        only: Option<DeskNumber>,
    },
    /// Summoned to a desk.
    Called {
        /// To this desk.
        desk: DeskNumber,
        /// By this call; a recall has a newer one.
        call: CallNumber,
        /// When it was first called for this step.
        at: Timestamp,
    },
    /// At a desk.
    Serving {
        /// At this desk.
        desk: DeskNumber,
        /// Since when.
        since: Timestamp,
    },
    /// Put aside: a paper is missing. Can be taken up again at any desk of the service.
    Parked {
        /// The desk that put it aside.
        desk: DeskNumber,
        /// When.
        at: Timestamp,
    },
    /// Called and did not come; can be taken back to the queue.
    NoShow {
        /// The desk that called in vain.
        desk: DeskNumber,
        /// When that was noted.
        at: Timestamp,
    },
    /// Every step is done.
    Served {
        /// When the last one was.
        at: Timestamp,
    },
    /// Left, or the day ended.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

impl TicketState {
    /// The desk at which this ticket is, or to which it is called.
    pub fn desk(&self) -> Option<DeskNumber> {
        match self {
            TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => Some(*desk),
            _ => None,
        }
    }

    /// Whether the ticket is still in the day: neither served nor withdrawn.
    pub fn is_in_the_day(&self) -> bool {
        !matches!(self, TicketState::Served { .. } | TicketState::Withdrawn { .. })
    }
}

impl Ticket {
    /// The step that is being waited for or served; `None` once none is to come.
    pub fn current_step(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.is_to_come())
    }

    /// The services it will still want beside the one that it waits for or is called to: of a parked ticket that one too.
    /// None of one that has left or did not come.
    pub fn promised(&self) -> impl Iterator<Item = &ServiceCode> {
        let begun = match self.state {
            TicketState::Waiting { .. } | TicketState::Called { .. } | TicketState::Serving { .. } => 1,
            TicketState::Parked { .. } => 0,
            TicketState::NoShow { .. } | TicketState::Served { .. } | TicketState::Withdrawn { .. } => usize::MAX,
        };
        self.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service).skip(begun)
    }

    /// Whether it is in a queue.
    pub fn is_waiting(&self) -> bool {
        matches!(self.state, TicketState::Waiting { .. })
    }
}
