//! What the waiting room may see: numbers, desks and rooms, never the service that a number waits for. Queues are named by
//! their letters only.

use crate::domain::{Board, Day, DeskNumber, InstitutionCode, Site, TicketNumber};
use crate::locale::Translator;
use crate::web::api::codes::CallStageCode;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// Everything that the waiting room may see.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct BoardView {
    /// When the day began whose calls are counted, or `null` before the first: with another value the count begins anew.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub(in crate::web) since: Option<String>,
    /// How many calls the room heard; quiet ones do not count. A page chimes once for each call that it has not seen.
    pub(in crate::web) last_call: u64,
    pub(in crate::web) calls: Vec<CallView>,
    pub(in crate::web) next: Vec<LetterView>,
    pub(in crate::web) waiting: usize,
}

/// One call.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct CallView {
    /// Its count among the calls that the room heard.
    pub(in crate::web) call: u64,
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    #[schema(value_type = DeskNumber)]
    pub(in crate::web) desk: u16,
    pub(in crate::web) room: String,
    /// Local time.
    #[schema(pattern = "^([01][0-9]|2[0-4]):[0-5][0-9]$")]
    pub(in crate::web) at: String,
    #[serde(skip)]
    pub(in crate::web) called_at: Timestamp,
    /// Whether the visitor has not arrived yet.
    pub(in crate::web) is_open: bool,
    pub(in crate::web) stage: CallStageCode,
    /// The institution's index in the site, for its colour.
    #[schema(required)]
    pub(in crate::web) institution: Option<usize>,
}

/// The next numbers with one letter, or with one letter of one institution where several share it.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct LetterView {
    #[schema(pattern = "^[A-Z]$")]
    pub(in crate::web) letter: char,
    #[schema(value_type = Vec<TicketNumber>)]
    pub(in crate::web) next: Vec<String>,
    pub(in crate::web) waiting: usize,
    #[schema(required)]
    pub(in crate::web) institution: Option<usize>,
}

/// The board of this day.
pub(super) fn of(day: &Day, translator: Translator<'_>) -> BoardView {
    let board = Board::of(day);
    let site = day.site();
    let calls = board.calls.iter().map(|call| CallView {
        call: call.call,
        number: call.ticket.to_string(),
        desk: call.desk.0,
        room: site.desk(call.desk).map(|desk| translator.pick(&desk.room).to_owned()).unwrap_or_default(),
        at: clock(site.local(call.at).time()),
        called_at: call.at,
        is_open: call.is_open(),
        stage: call.stage.into(),
        institution: call.institution.as_ref().and_then(|code| place_of(site, code)),
    });
    let next = board.next.iter().map(|queue| LetterView {
        letter: queue.letter.as_char(),
        next: queue.next.iter().map(ToString::to_string).collect(),
        waiting: queue.waiting,
        institution: queue.institution.as_ref().and_then(|code| place_of(site, code)),
    });
    BoardView {
        since: board.since.map(|since| since.to_string()),
        last_call: board.last_call,
        calls: calls.collect(),
        next: next.collect(),
        waiting: board.waiting,
    }
}

fn place_of(site: &Site, code: &InstitutionCode) -> Option<usize> {
    site.institutions().iter().position(|institution| institution.code == *code)
}

fn clock(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
