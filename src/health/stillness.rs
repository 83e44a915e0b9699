//! Whether a part stands still, judged by its beat.

use super::Beat;

/// How many looks a part has stood still. Looks and not seconds: a process that was stopped and goes on has not hung.
#[derive(Debug)]
pub struct Stillness {
    beat: Beat,
    seen: u64,
    still: u32,
    most: u32,
}

impl Stillness {
    /// Of a part that may stand still for fewer looks than `most`.
    pub fn of(beat: Beat, most: u32) -> Stillness {
        Stillness { seen: beat.count(), beat, still: 0, most }
    }

    /// Looks once more: whether it stands still for too long. A look at which the kernel holds its thread does not count:
    /// it waits for a disk, and may go on at any moment.
    pub fn look(&mut self, is_held: impl FnOnce() -> bool) -> bool {
        let count = self.beat.count();
        if count != self.seen {
            (self.seen, self.still) = (count, 0);
            return false;
        }
        if is_held() {
            return false;
        }
        self.still = self.still.saturating_add(1);
        self.still >= self.most
    }
}
