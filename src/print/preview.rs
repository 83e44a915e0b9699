//! Paper without a printer.

use super::canvas::Canvas;
use super::font::FontError;
use super::paper::Paper;
use super::text::TextEngine;
use super::{draw, escpos};

/// A slip or a note as it would be printed on a head of so many dots: the picture, and the bytes for the printer.
pub fn preview(paper: &Paper, dots: u32) -> Result<(Canvas, Vec<u8>), FontError> {
    let canvas = draw::draw(paper, dots, &mut TextEngine::open()?)?;
    let profile = escpos::Profile { dots: canvas.width(), ..escpos::Profile::default() };
    let bytes = escpos::encode(&canvas, profile);
    Ok((canvas, bytes))
}
