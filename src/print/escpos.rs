//! From a canvas to the bytes that an ESC/POS printer wants.
//!
//! Promises: the only commands in the stream are `ESC @`, `GS a 0`, `GS v 0`, `GS V 66` and `GS r 1` (or `GS ( H` in its
//! place, see [`proof`](super::proof)), whatever the text of the slip, because text goes out as dots; no raster contains a sequence that printers execute in real time; every raster
//! has at most [`Profile::band`] rows, because some printers read only one byte of the height.
//!
//! How it works: the canvas is cut into bands. Rows without dots go out as white bands of one byte's width: feed
//! commands would be shorter, but their unit differs between printers. White at the right of a band is left out. The
//! `escpos` crate assembles the stream in memory. Its own raster takes encoded image files and sends them in one piece,
//! and its partial cut is a full one, so these two go through its `custom`.

use super::canvas::Canvas;
use escpos::driver::Driver;
use escpos::errors::Result as EscposResult;
use escpos::printer::Printer;
use escpos::utils::Protocol;
use std::sync::{Arc, Mutex, PoisonError};

/// Sends no status unasked, `GS a 0`: `ESC @` puts the printer's own setting back, and an automatic status can be taken
/// for an answer.
pub const AUTOMATIC_STATUS_OFF: [u8; 3] = [0x1d, 0x61, 0x00];
/// Feeds the paper to the cutter and cuts it except for one point, so that the slip does not fall: `GS V 66 0`.
pub const CUT: [u8; 4] = [0x1d, 0x56, 0x42, 0x00];
/// The status barrier: asks for the paper status once everything before is done, `GS r 1`. The answer proves that the
/// slip was printed.
pub const STATUS_BARRIER: [u8; 3] = [0x1d, 0x72, 0x01];
/// Dots in normal size, `GS v 0`; width and height follow.
const RASTER: [u8; 4] = [0x1d, 0x76, 0x30, 0x00];
/// The bytes of a raster command before its dots.
const RASTER_HEADER: usize = 8;
/// The fewest white rows that are worth a white band of their own, whose header alone has 8 bytes.
const WORTH_SKIPPING: u32 = 8;

/// The properties that differ between printers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// The dots in a row: 576 on most 80 mm printers, 512 on Epson's TM-T88, 384 on 58 mm ones.
    pub dots: u32,
    /// The most rows in one raster command; 1 to 255.
    pub band: u32,
}

impl Default for Profile {
    fn default() -> Profile {
        Profile { dots: 576, band: 248 }
    }
}

/// The bytes of a whole slip: reset, no automatic status, raster, cut, status barrier.
pub fn encode(canvas: &Canvas, profile: Profile) -> Vec<u8> {
    let memory = Memory::default();
    let mut printer = Printer::new(memory.clone(), Protocol::default(), None);
    let built = printer
        .init()
        .and_then(|printer| printer.custom(&AUTOMATIC_STATUS_OFF))
        .and_then(|printer| printer.custom(&raster(canvas, profile.band.clamp(1, 255))))
        .and_then(|printer| printer.custom(&[CUT.as_slice(), STATUS_BARRIER.as_slice()].concat()))
        .and_then(|printer| printer.print())
        .map(|_| ());
    if let Err(error) = built {
        tracing::error!(%error, "a slip could not be encoded and is not printed: report this as a bug");
        return Vec::new();
    }
    memory.take()
}

/// A slip in two pieces of whole commands, without the status barrier. The second has the last raster with dots, and the
/// cut: without it, the first does not pass for a slip.
pub fn body_and_end(slip: &[u8]) -> (&[u8], &[u8]) {
    let slip = slip.strip_suffix(&STATUS_BARRIER).unwrap_or(slip);
    let (mut at, mut last_raster) = (0, None);
    while let Some(length) = command_length(&slip[at..]) {
        let end = (at + length).min(slip.len());
        let has_dots = || slip[at..end].iter().skip(RASTER_HEADER).any(|byte| *byte != 0);
        if slip[at..].starts_with(&RASTER) && has_dots() {
            last_raster = Some(at);
        }
        at = end;
    }
    slip.split_at(last_raster.unwrap_or(0))
}

/// The length of the command of ours with which these bytes begin.
fn command_length(bytes: &[u8]) -> Option<usize> {
    let size = |low: usize| Some(usize::from(*bytes.get(low)?) | usize::from(*bytes.get(low + 1)?) << 8);
    match bytes {
        [0x1b, 0x40, ..] => Some(2),
        [0x1d, 0x61, ..] => Some(AUTOMATIC_STATUS_OFF.len()),
        [0x1d, 0x76, ..] => Some(RASTER_HEADER + size(4)? * size(6)?),
        [0x1d, 0x56, ..] => Some(CUT.len()),
        _ => None,
    }
}

/// The canvas as raster commands.
fn raster(canvas: &Canvas, band: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut from = 0;
    while from < canvas.height() {
        let white = white_rows(canvas, from);
        let to = if white >= WORTH_SKIPPING || from + white == canvas.height() {
            from + white.min(band)
        } else {
            end_of_ink(canvas, from).min(from + band)
        };
        push_band(canvas, from, to, &mut bytes);
        from = to;
    }
    bytes
}

/// The number of consecutive rows without a dot, from this one on.
fn white_rows(canvas: &Canvas, from: u32) -> u32 {
    (from..canvas.height()).take_while(|y| canvas.row(*y).is_some_and(is_white)).count() as u32
}

/// The first row, from this one on, at which white rows worth skipping begin; at least the next row.
fn end_of_ink(canvas: &Canvas, from: u32) -> u32 {
    (from + 1..canvas.height()).find(|y| white_rows(canvas, *y) >= WORTH_SKIPPING).unwrap_or(canvas.height())
}

fn is_white(row: &[u8]) -> bool {
    row.iter().all(|byte| *byte == 0)
}

/// Rows `from` to `to` (not including it) as one `GS v 0`, as wide as its rightmost dot and at least one byte.
fn push_band(canvas: &Canvas, from: u32, to: u32, bytes: &mut Vec<u8>) {
    let rows = || (from..to).filter_map(|y| canvas.row(y));
    let used = |row: &[u8]| row.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let width = rows().map(used).max().unwrap_or(0).max(1);
    let mut dots: Vec<u8> = rows().flat_map(|row| row[..width].iter().copied()).collect();
    defuse(&mut dots);
    let (width, height) = (width as u16, (to - from) as u16);
    bytes.extend(RASTER);
    bytes.extend(width.to_le_bytes());
    bytes.extend(height.to_le_bytes());
    bytes.extend(dots);
}

/// Printers execute `DLE EOT`, `DLE ENQ` and `DLE DC4` even in the middle of a raster. Where dots happen to form one,
/// the dot beside the single one of the `DLE` byte turns black: it is too small to be seen, and breaks the command.
pub fn defuse(dots: &mut [u8]) {
    for first in 0..dots.len().saturating_sub(1) {
        if dots[first] == 0x10 && matches!(dots[first + 1], 0x04 | 0x05 | 0x14) {
            dots[first] = 0x18;
        }
    }
}

/// A driver of the `escpos` crate that keeps the bytes.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Memory {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Driver for Memory {
    fn name(&self) -> String {
        "memory".to_owned()
    }

    fn write(&self, data: &[u8]) -> EscposResult<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _: &mut [u8]) -> EscposResult<usize> {
        Ok(0)
    }

    fn flush(&self) -> EscposResult<()> {
        Ok(())
    }
}
