//! How many people are before a visitor, whether a desk is open for them, and the expected wait, in words.

use crate::domain::{Attendance, Wait};
use crate::kiosk::composer::Composer;

/// What is said about a queue.
pub(in crate::kiosk) struct QueueLines {
    /// How many people; where no one waits and no desk is open, that none is.
    pub(in crate::kiosk) people: String,
    /// That no desk is open, unless it is said already, and the expected wait.
    pub(in crate::kiosk) wait: Option<String>,
}

impl QueueLines {
    /// `counted` is the message that says how many people.
    pub(in crate::kiosk) fn of(
        composer: &Composer,
        counted: &str,
        people: usize,
        attendance: Attendance,
        wait: Option<Wait>,
    ) -> QueueLines {
        let counted = composer.message_with(counted, &[("people", people.into())]);
        let mut opens = composer.translator.attendance(attendance);
        let people = if people == 0 { opens.take().unwrap_or(counted) } else { counted };
        let lines: Vec<String> = opens.into_iter().chain(wait.map(|wait| wait_range(composer, wait))).collect();
        QueueLines { people, wait: (!lines.is_empty()).then(|| lines.join(" · ")) }
    }
}

/// "20 to 35 minutes", or "up to 35 minutes".
fn wait_range(composer: &Composer, wait: Wait) -> String {
    let (low, high) = (composer.translator.count(wait.low_min), wait.high_min);
    match wait.low_min {
        0 => composer.message_with("kiosk-wait-up-to", &[("high", high.into())]),
        _ => composer.message_with("kiosk-wait-range", &[("low", low.into()), ("high", high.into())]),
    }
}
