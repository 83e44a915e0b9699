//! The status of a printer, from the bytes of its answers.
//!
//! Promises: any answers give a status, never a panic. [`responses`](super::responses) says what a byte answers.
//! Source: Epson's ESC/POS reference (`DLE EOT n`, `GS r 1`).

/// The status of a printer. Without text, so that every screen words it itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrinterStatus {
    Ready,
    /// It can print; the roll ends soon.
    NearEnd,
    PaperOut,
    CoverOpen,
    /// A jam, a cutter error, or another fault that needs a person.
    Error,
    /// Switched off, unplugged, out of reach, or off line by its own report.
    Offline,
    /// It has not been probed yet, or nothing is known of it and nothing is wrong, as with a file.
    Unknown,
    /// It takes slips and does not say whether it prints them.
    Mute,
    /// What it sends makes no sense.
    Garbled,
}

impl PrinterStatus {
    /// Whether the printer itself says that it can print.
    pub fn is_ready(self) -> bool {
        matches!(self, PrinterStatus::Ready | PrinterStatus::NearEnd)
    }

    /// Whether a slip sent now can be expected to come out.
    pub fn can_print(self) -> bool {
        self.is_ready() || matches!(self, PrinterStatus::Unknown | PrinterStatus::Mute)
    }
}

/// The queries `DLE EOT n`, in their order: printer, offline cause, error cause, paper.
pub const QUERIES: [u8; 4] = [1, 2, 3, 4];

/// The answers to [`QUERIES`]; `None` without an answer.
pub type Answers = [Option<u8>; 4];

/// The status by all answers; `None` when there are none. The cause to remove first has precedence.
pub fn status_of(answers: Answers) -> Option<PrinterStatus> {
    if answers.iter().all(Option::is_none) {
        return None;
    }
    let has = |question: usize, bits: u8| answers[question].is_some_and(|byte| byte & bits != 0);
    let status = if has(1, 0x04) {
        PrinterStatus::CoverOpen
    } else if has(1, 0x20) || has(3, 0x60) {
        PrinterStatus::PaperOut
    } else if has(1, 0x40) || has(2, 0x08 | 0x20 | 0x40) {
        PrinterStatus::Error
    } else if has(0, 0x08) {
        PrinterStatus::Offline
    } else if has(3, 0x0c) {
        PrinterStatus::NearEnd
    } else {
        PrinterStatus::Ready
    };
    Some(status)
}

/// The paper status in the answer to the status barrier.
pub fn status_after_barrier(answer: u8) -> PrinterStatus {
    match answer {
        byte if byte & 0x0c != 0 => PrinterStatus::PaperOut,
        byte if byte & 0x03 != 0 => PrinterStatus::NearEnd,
        _ => PrinterStatus::Ready,
    }
}
