//! The beat of the running thread, for code far below it that waits for something and does not hang.

use super::Beat;
use std::cell::RefCell;
use std::time::Duration;

/// A wait that may be longer shows life so often.
pub const SHOWS_LIFE: Duration = Duration::from_millis(500);

thread_local! {
    static OWN: RefCell<Option<Beat>> = const { RefCell::new(None) };
}

/// From now on [`show_life`] is a beat of this in the running thread.
pub fn keep_own_beat(beat: &Beat) {
    OWN.set(Some(beat.clone()));
}

/// The running thread goes on; without a beat of its own nothing happens.
pub fn show_life() {
    OWN.with_borrow(|own| {
        if let Some(beat) = own {
            beat.beat();
        }
    });
}

/// Rests for so long, and shows life meanwhile.
pub fn rest(time: Duration) {
    let mut left = time;
    while !left.is_zero() {
        show_life();
        let part = left.min(SHOWS_LIFE);
        std::thread::sleep(part);
        left -= part;
    }
}
