//! What only the kernel knows of bytes that were written: whether they are still on the way.

use std::mem::{offset_of, size_of};
use std::os::fd::{AsFd, AsRawFd};

/// The bytes that were written and that the other end has not taken; `None` where the kernel does not count them.
#[expect(unsafe_code, reason = "rustix has no safe form of TIOCOUTQ without its terminal functions")]
pub fn bytes_queued(file: impl AsFd) -> Option<usize> {
    let mut count: libc::c_int = 0;
    // SAFETY: the descriptor is open while it is borrowed, and TIOCOUTQ writes one int.
    let result = unsafe { libc::ioctl(file.as_fd().as_raw_fd(), libc::TIOCOUTQ, &raw mut count) };
    if result == 0 { usize::try_from(count).ok() } else { None }
}

/// Discards what a terminal has not sent yet, and what it has received. Does nothing to other files.
#[expect(unsafe_code, reason = "rustix has no safe form of tcflush without its terminal functions")]
pub fn discard_queued(file: impl AsFd) {
    // SAFETY: the descriptor is open while it is borrowed, and tcflush touches no memory.
    unsafe { libc::tcflush(file.as_fd().as_raw_fd(), libc::TCIOFLUSH) };
}

/// How many bytes the other end of a TCP connection would take now, as it has said last; `None` when it is not known.
#[expect(unsafe_code, reason = "rustix has no safe form of TCP_INFO")]
pub fn peers_window(stream: impl AsFd) -> Option<u32> {
    // SAFETY: the structure has numbers only, for which zero is a value.
    let mut info: libc::tcp_info = unsafe { std::mem::zeroed() };
    let mut length = size_of::<libc::tcp_info>() as libc::socklen_t;
    let socket = stream.as_fd().as_raw_fd();
    // SAFETY: the descriptor is open while it is borrowed, and the kernel writes at most `length` bytes to `info`.
    let result =
        unsafe { libc::getsockopt(socket, libc::IPPROTO_TCP, libc::TCP_INFO, (&raw mut info).cast(), &raw mut length) };
    let is_known = length as usize >= offset_of!(libc::tcp_info, tcpi_snd_wnd) + size_of::<u32>();
    (result == 0 && is_known).then_some(info.tcpi_snd_wnd)
}
