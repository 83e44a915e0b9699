//! Signs of life: who has ended in order has not vanished, and who waits for a disk does not hang.

use sportello::health::{Beat, Stillness, Threads};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[test]
fn a_thread_that_ends_in_order_never_counts_as_vanished() {
    let (threads, is_over) = (Threads::default(), AtomicBool::new(false));
    thread::scope(|scope| {
        let looks = || {
            while !is_over.load(Ordering::Relaxed) {
                assert_eq!(threads.vanished(), None);
            }
        };
        let looking = scope.spawn(looks);
        for _ in 0..3_000 {
            let threads = threads.clone();
            let ended = scope.spawn(move || threads.enter("a thread that ends")).join();
            assert!(ended.is_ok());
        }
        is_over.store(true, Ordering::Relaxed);
        looking.join().expect("nothing has vanished");
    });
}

#[test]
fn the_time_for_which_a_disk_holds_a_thread_is_no_time_in_which_it_hangs() {
    let beat = Beat::start();
    let mut hub = Stillness::of(beat.clone(), 3);
    let mut looks = |states: &[bool]| states.iter().map(|is_held| hub.look(|| *is_held)).collect::<Vec<_>>();
    let (held, runs) = (true, false);
    assert_eq!(looks(&[held, held, held, held, runs, held, runs]), [false; 7], "a long commit on a slow disk");
    beat.beat();
    assert_eq!(looks(&[runs, runs, held, runs]), [false; 4], "it has beaten, so all begins anew");
    assert_eq!(looks(&[held, runs]), [false, true], "it does not go on although nothing holds it");
}
