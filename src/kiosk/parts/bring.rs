//! The list of what to bring.

use crate::domain::Need;
use crate::kiosk::composer::Composer;
use crate::kiosk::ui;

/// A list of things to bring, each once.
#[derive(Debug, Clone, PartialEq)]
pub struct Bring {
    /// The heading; it says so when there is nothing to bring.
    pub title: String,
    /// One item a line.
    pub lines: Vec<String>,
}

impl Bring {
    /// Lists each item once, however many of the needs ask for it.
    pub(in crate::kiosk) fn compose(composer: &Composer, needs: &[&Need]) -> Bring {
        let mut lines: Vec<String> = Vec::new();
        for line in needs.iter().flat_map(|need| need.bring()).map(|line| composer.pick(line)) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        Bring { title: composer.message(if lines.is_empty() { "kiosk-bring-nothing" } else { "kiosk-bring" }), lines }
    }

    /// `before` is the data shown so far, whose list is updated.
    pub(in crate::kiosk) fn to_slint(&self, before: &ui::BringData) -> ui::BringData {
        ui::BringData {
            title: ui::text(&self.title),
            lines: ui::update_list(&before.lines, self.lines.iter().map(|line| ui::text(line))),
            joined: ui::text(&self.lines.join("  ·  ")),
        }
    }
}
