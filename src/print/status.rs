//! The status of a printer, from the bytes of its answers.
//!
//! Promises: any bytes in any order give a status, never a panic; a byte that can't be an answer to the query counts as
//! none. Sources: Epson's ESC/POS reference (`DLE EOT n`, `GS r 1`); the masks that distinguish the kinds of answers
//! are those of its appendix.

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
    /// It takes bytes without answering, or has not been probed yet.
    Unknown,
}

impl PrinterStatus {
    /// Whether the printer itself says that it can print.
    pub fn is_ready(self) -> bool {
        matches!(self, PrinterStatus::Ready | PrinterStatus::NearEnd)
    }

    /// Whether a slip sent now can be expected to come out.
    pub fn can_print(self) -> bool {
        matches!(self, PrinterStatus::Ready | PrinterStatus::NearEnd | PrinterStatus::Unknown)
    }
}

/// The queries `DLE EOT n`, in their order: printer, offline cause, error cause, paper.
pub const QUERIES: [u8; 4] = [1, 2, 3, 4];

/// The answers to [`QUERIES`]; `None` without an answer.
pub type Answers = [Option<u8>; 4];

/// Whether a byte can be the answer to `DLE EOT`: `0xx1xx10`.
pub fn is_status_answer(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// Whether a byte can be the answer to `GS r 1`: bits 4 and 7 are 0, and each sensor's two bits agree.
pub fn is_barrier_answer(byte: u8) -> bool {
    byte & 0b1001_0000 == 0 && matches!(byte & 0b11, 0 | 0b11) && matches!(byte >> 2 & 0b11, 0 | 0b11)
}

/// The status by all answers; `None` when there are none. The cause to remove first has precedence.
pub fn status_of(answers: Answers) -> Option<PrinterStatus> {
    let answers = answers.map(|answer| answer.filter(|byte| is_status_answer(*byte)));
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

/// The paper status in the answer to the status barrier. The slip before it is printed in any case.
pub fn status_after_barrier(answer: u8) -> PrinterStatus {
    match answer {
        byte if byte & 0x0c != 0 => PrinterStatus::PaperOut,
        byte if byte & 0x03 != 0 => PrinterStatus::NearEnd,
        _ => PrinterStatus::Ready,
    }
}
