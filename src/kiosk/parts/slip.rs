//! The progress of printing, as one line.

use crate::kiosk::ui;

/// The progress of printing.
#[derive(Debug, Clone, PartialEq)]
pub struct SlipLine {
    pub sign: SlipSign,
    pub text: String,
}

/// The progress of printing, without words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipSign {
    /// The printer is at work.
    Printing,
    /// The paper can be taken.
    Take,
    /// The paper is late or failed.
    Doubtful,
}

impl SlipLine {
    pub(in crate::kiosk) fn to_slint(&self) -> ui::SlipData {
        let sign = match self.sign {
            SlipSign::Printing => ui::SlipSign::Printing,
            SlipSign::Take => ui::SlipSign::Take,
            SlipSign::Doubtful => ui::SlipSign::Doubtful,
        };
        ui::SlipData { sign, text: ui::text(&self.text) }
    }
}
