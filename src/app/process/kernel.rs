//! The calls to the system for which there is no safe form: signals that wait until they are asked for, ends without ceremony,
//! and variables.

use std::ffi::OsStr;
use std::os::raw::c_int;
use std::time::Duration;

/// The signals that ask for the end, with their names.
/// A container's own end is asked for with `SIGPWR` by some, and `SIGQUIT` is a key of the terminal as `SIGINT` is.
const ENDS: [(c_int, &str); 5] = [
    (libc::SIGTERM, "SIGTERM"),
    (libc::SIGINT, "SIGINT"),
    (libc::SIGHUP, "SIGHUP"),
    (libc::SIGQUIT, "SIGQUIT"),
    (libc::SIGPWR, "SIGPWR"),
];

/// Signals that would kill or stop, and mean nothing here. `SIGXFSZ`: a file that may not grow is a full disk to its writer.
/// `SIGTTOU`: a terminal may refuse lines of those in the background.
const IGNORED: [c_int; 9] = [
    libc::SIGUSR1,
    libc::SIGUSR2,
    libc::SIGALRM,
    libc::SIGVTALRM,
    libc::SIGPROF,
    libc::SIGIO,
    libc::SIGPIPE,
    libc::SIGXFSZ,
    libc::SIGTTOU,
];

/// A signal that asks for the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal(c_int);

impl Signal {
    pub fn name(self) -> &'static str {
        ENDS.iter().find(|(number, _)| *number == self.0).map_or("a signal", |(_, name)| *name)
    }

    pub fn is_hang_up(self) -> bool {
        self.0 == libc::SIGHUP
    }

    /// The exit code of a process that such a signal has ended, as shells write it.
    pub fn exit_code(self) -> u8 {
        u8::try_from(128 + self.0).unwrap_or(u8::MAX)
    }
}

/// Lets the signals that ask for the end wait until `next_signal` takes them, in this thread and in those that it starts
/// from now on.
pub fn hold_signals() {
    for signal in IGNORED.into_iter().chain(libc::SIGRTMIN()..=libc::SIGRTMAX()) {
        // SAFETY: the numbers are those of signals that may be ignored, and no handler is set.
        unsafe { libc::signal(signal, libc::SIG_IGN) };
    }
    mask(libc::SIG_BLOCK);
}

/// Lets them end the process at once again; those that wait do so now.
pub fn release_signals() {
    mask(libc::SIG_UNBLOCK);
}

/// The next signal that asks for the end, if one comes within this time. Only where they are held.
pub fn next_signal(within: Duration) -> Option<Signal> {
    let within = libc::timespec {
        tv_sec: libc::time_t::try_from(within.as_secs()).unwrap_or(libc::time_t::MAX),
        tv_nsec: within.subsec_nanos().into(),
    };
    let set = ends();
    // SAFETY: both pointers are to values that live until the call returns; without a third it reports nothing more.
    let number = unsafe { libc::sigtimedwait(&raw const set, std::ptr::null_mut(), &raw const within) };
    (number > 0).then_some(Signal(number))
}

/// Ends the process with nothing run, whatever its other threads hold.
pub fn exit_at_once(code: u8) -> ! {
    // SAFETY: it has no conditions.
    unsafe { libc::_exit(code.into()) }
}

/// Sets a variable for libraries that ask for it later.
#[expect(clippy::disallowed_methods, reason = "the threads beside this one read no variable: see below")]
pub fn set_variable(name: &str, value: &OsStr) {
    // SAFETY: called at the start of the house, when the only other threads are those of the log and of the supervisor. They
    // call nothing of the C library that reads variables.
    unsafe { std::env::set_var(name, value) };
}

/// Calls this when a library or `main` ends the process, on the thread that does.
pub fn at_exit(call: extern "C" fn()) {
    // SAFETY: the function lives as long as the program. Without memory it is not called, and the process ends.
    unsafe { libc::atexit(call) };
}

fn mask(how: c_int) {
    let set = ends();
    // SAFETY: the pointer is to a value that lives until the call returns; the old mask is not asked for.
    unsafe { libc::pthread_sigmask(how, &raw const set, std::ptr::null_mut()) };
}

fn ends() -> libc::sigset_t {
    let mut set = std::mem::MaybeUninit::uninit();
    // SAFETY: the first call makes it a value, the others add numbers of signals that there are.
    unsafe {
        libc::sigemptyset(set.as_mut_ptr());
        for (number, _) in ENDS {
            libc::sigaddset(set.as_mut_ptr(), number);
        }
        set.assume_init()
    }
}
