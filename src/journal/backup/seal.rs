//! The seal of a backup: a digest of every byte of its file, written into the file itself.
//!
//! SQLite notices damage of its own structures only; a changed digit in a text is none. The digest stands in a row, and is
//! taken with its own bytes as zeros.

use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

const LENGTH: usize = 32;
const CHUNK: usize = 64 * 1024;

/// Writes the digest of a file in place of these bytes, which occur in it once.
pub(super) fn seal(mut file: &File, placeholder: &[u8; LENGTH]) -> io::Result<()> {
    let at = place_of(file, placeholder)?;
    let at = at.ok_or_else(|| io::Error::other("the place of the seal was not found"))?;
    let digest = digest(file, at)?;
    file.seek(SeekFrom::Start(at))?;
    file.write_all(&digest)
}

/// Whether every byte is as it was sealed.
pub(super) fn is_whole(file: &File, seal: &[u8; LENGTH]) -> io::Result<bool> {
    match place_of(file, seal)? {
        Some(at) => Ok(digest(file, at)? == *seal),
        None => Ok(false),
    }
}

/// Where these bytes begin.
fn place_of(mut file: &File, wanted: &[u8; LENGTH]) -> io::Result<Option<u64>> {
    file.seek(SeekFrom::Start(0))?;
    let (mut window, mut begin) = (Vec::with_capacity(CHUNK + LENGTH), 0);
    loop {
        let read = file.take(CHUNK as u64).read_to_end(&mut window)?;
        let mut from = 0;
        while let Some(next) = window[from..].iter().position(|byte| *byte == wanted[0]) {
            let at = from + next;
            if window[at..].starts_with(wanted) {
                return Ok(Some(begin + at as u64));
            }
            from = at + 1;
        }
        if read == 0 {
            return Ok(None);
        }
        // The bytes may lie across two chunks.
        let passed = window.len().saturating_sub(LENGTH - 1);
        window.drain(..passed);
        begin += passed as u64;
    }
}

/// The digest of a file whose bytes from `at` on count as zeros, as many as a seal has.
fn digest(mut file: &File, at: u64) -> io::Result<[u8; LENGTH]> {
    let mut digest = Sha256::new();
    file.seek(SeekFrom::Start(0))?;
    add(&mut digest, file.take(at))?;
    digest.update([0; LENGTH]);
    file.seek(SeekFrom::Start(at + LENGTH as u64))?;
    add(&mut digest, file)?;
    Ok(digest.finalize().into())
}

fn add(digest: &mut Sha256, mut from: impl Read) -> io::Result<()> {
    let mut chunk = vec![0; CHUNK];
    loop {
        match from.read(&mut chunk)? {
            0 => return Ok(()),
            read => digest.update(&chunk[..read]),
        }
    }
}
