//! Which letters a font file has, without reading its glyphs: files of Chinese letters have twenty megabytes, of which the
//! table of letters is a hundredth.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// How a file with several fonts begins.
const COLLECTION: &[u8] = b"ttcf";
/// The table of letters.
const CMAP: &[u8] = b"cmap";
/// The length of a font's head, and of an entry of its table of tables.
const HEAD: usize = 12;
const RECORD: usize = 16;
/// The largest table of letters that is read, in bytes. Every letter that there is would take less.
const LARGEST: u32 = 32 << 20;

/// The first font of a file, with its table of letters and no other one.
pub(super) fn of_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let mut head = [0; HEAD];
    let mut start = 0;
    file.read_exact_at(&mut head, start)?;
    if head.starts_with(COLLECTION) {
        let mut first = [0; 4];
        file.read_exact_at(&mut first, HEAD as u64)?;
        start = u64::from(u32::from_be_bytes(first));
        file.read_exact_at(&mut head, start)?;
    }
    let tables = usize::from(u16::from_be_bytes([head[4], head[5]]));
    let mut records = vec![0; tables * RECORD];
    file.read_exact_at(&mut records, start + HEAD as u64)?;
    let record = records.chunks_exact(RECORD).find(|record| record.starts_with(CMAP));
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, "it has no table of letters");
    let record = record.ok_or_else(damaged)?;
    let number = |at: usize| u32::from_be_bytes([record[at], record[at + 1], record[at + 2], record[at + 3]]);
    let (offset, length) = (number(8), number(12));
    if length > LARGEST {
        return Err(damaged());
    }
    // The same head for one table, its entry, and the table itself.
    let place = (HEAD + RECORD) as u32;
    let mut font = head[..4].to_vec();
    font.extend([0, 1, 0, 16, 0, 0, 0, 0]);
    font.extend(CMAP);
    font.extend([0; 4]);
    font.extend(place.to_be_bytes());
    font.extend(length.to_be_bytes());
    font.resize(place as usize + length as usize, 0);
    file.read_exact_at(&mut font[place as usize..], u64::from(offset))?;
    Ok(font)
}
