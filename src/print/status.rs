//! What a printer says of itself: from the bytes it answers to what they mean.
//!
//! Promises: total. Any byte in any order gives a status and never a panic; a byte that can't be an answer to the question
//! counts as no answer. Sources: Epson's ESC/POS reference (`DLE EOT n`, `GS r 1`); the masks tell the kinds of answers
//! apart as that reference's appendix does.

/// How a printer is, as far as one can know. Closed and without text, so that every screen can answer each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrinterStatus {
    /// It can print.
    Ready,
    /// It can print; the roll ends soon.
    NearEnd,
    /// No paper.
    PaperOut,
    /// The cover is open.
    CoverOpen,
    /// A jam, the cutter, or something that needs a hand.
    Error,
    /// Switched off, unplugged, out of reach, or it says that it is off line.
    Offline,
    /// It takes bytes and says nothing, or nobody has asked yet.
    Unknown,
}

impl PrinterStatus {
    /// Whether a slip sent now can be expected to come out.
    pub fn can_print(self) -> bool {
        matches!(self, PrinterStatus::Ready | PrinterStatus::NearEnd | PrinterStatus::Unknown)
    }
}

/// The questions of `DLE EOT n`, in the order in which they are asked: printer, offline cause, error cause, paper.
pub const QUESTIONS: [u8; 4] = [1, 2, 3, 4];

/// What was answered to [`QUESTIONS`]; `None` where nothing came.
pub type Answers = [Option<u8>; 4];

/// Whether a byte can be the answer to `DLE EOT`: `0xx1xx10`.
pub fn is_status_answer(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// Whether a byte can be the answer to `GS r 1`: bits 4 and 7 are 0, and each sensor's two bits agree.
pub fn is_fence_answer(byte: u8) -> bool {
    byte & 0b1001_0000 == 0 && matches!(byte & 0b11, 0 | 0b11) && matches!(byte >> 2 & 0b11, 0 | 0b11)
}

/// What the answers mean together; `None` when there is none. The cause that a hand must remove first comes first.
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

/// What the answer to the fence says of the paper; the slip before it is printed in any case.
pub fn status_after_fence(answer: u8) -> PrinterStatus {
    match answer {
        byte if byte & 0x0c != 0 => PrinterStatus::PaperOut,
        byte if byte & 0x03 != 0 => PrinterStatus::NearEnd,
        _ => PrinterStatus::Ready,
    }
}
