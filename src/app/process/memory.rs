//! How the C library hands out memory to the threads of this process.

/// The most arenas: the library would make one for each thread, each of them 64 MiB of address space, of which what is freed
/// in one arena is of no use to the others. A limit of memory is then reached long before the memory is used.
#[cfg(target_env = "gnu")]
const ARENAS: i32 = 2;

/// Makes all threads share a few arenas. To be called before the first thread is started.
#[cfg(target_env = "gnu")]
#[expect(unsafe_code, reason = "the C library's setting has no safe form; it takes two numbers and touches no memory")]
pub(super) fn share_arenas() {
    // SAFETY: no pointers; glibc knows the setting, and answers 0 for a value that it does not take.
    let is_set = unsafe { libc::mallopt(libc::M_ARENA_MAX, ARENAS) };
    debug_assert_eq!(is_set, 1);
}

/// Other C libraries have no arenas.
#[cfg(not(target_env = "gnu"))]
pub(super) fn share_arenas() {}
