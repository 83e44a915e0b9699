//! What can be wrong with a printer, and when it begins.

/// What is wrong with a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    PaperOut,
    /// It prints, and the roll ends soon.
    NearEnd,
    CoverOpen,
    CutterError,
    /// Nothing listens.
    Refuses,
    /// Each connection is cut at its first byte.
    Resets,
    /// The connection ends, once.
    Closes,
    /// The power is gone, and what it had.
    Dies,
    NeverReads,
    SlowReader,
    /// It prints and says nothing.
    Silent,
    /// Automatic statuses all the time.
    AutomaticStatus,
    /// No paper, and an automatic status where the barrier's answer should be.
    StatusForProof,
    NoiseOnce,
    NoiseFlood,
    /// The cable is pulled: the connection stands and nothing goes over it, ever again.
    HalfOpen,
    WrongBits,
    ProofTwice,
    ProofLate,
    /// Each barrier brings the answer to the one before.
    ProofOfPrevious,
    /// No paper, and the barrier is answered all the same.
    ProofWithoutPaper,
}

impl Mood {
    /// Those in which a slip may fail.
    pub const ALL: [Mood; 20] = [
        Mood::PaperOut,
        Mood::CoverOpen,
        Mood::CutterError,
        Mood::Refuses,
        Mood::Resets,
        Mood::Closes,
        Mood::Dies,
        Mood::NeverReads,
        Mood::SlowReader,
        Mood::Silent,
        Mood::AutomaticStatus,
        Mood::StatusForProof,
        Mood::NoiseOnce,
        Mood::NoiseFlood,
        Mood::HalfOpen,
        Mood::WrongBits,
        Mood::ProofTwice,
        Mood::ProofLate,
        Mood::ProofOfPrevious,
        Mood::ProofWithoutPaper,
    ];

    /// To the four queries.
    pub fn answers(self) -> [u8; 4] {
        match self {
            Mood::PaperOut | Mood::StatusForProof | Mood::ProofWithoutPaper => [0x1a, 0x32, 0x12, 0x7e],
            Mood::NearEnd => [0x12, 0x12, 0x12, 0x1e],
            Mood::CoverOpen => [0x1a, 0x16, 0x12, 0x12],
            Mood::CutterError => [0x1a, 0x52, 0x1a, 0x12],
            Mood::WrongBits => [0xff; 4],
            _ => [0x12; 4],
        }
    }

    /// Whether it takes bytes into its memory and does nothing with them.
    pub fn stands_still(self) -> bool {
        matches!(
            self,
            Mood::PaperOut | Mood::CoverOpen | Mood::CutterError | Mood::StatusForProof | Mood::ProofWithoutPaper
        )
    }
}

/// When it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Before,
    AtByte(usize),
    AfterTheCut,
    AfterTheBarrier,
}

impl Moment {
    pub const ALL: [Moment; 4] = [Moment::Before, Moment::AtByte(9_000), Moment::AfterTheCut, Moment::AfterTheBarrier];
}
