//! Pictograms and codes as Slint draws them.

use crate::pictogram;
use qrcode::{Color, EcLevel, QrCode};
use slint::{Image, Rgb8Pixel, SharedPixelBuffer};
use std::cell::RefCell;
use std::collections::HashMap;

/// Pictograms by name, each read once.
#[derive(Default)]
pub(super) struct Pictures(RefCell<HashMap<String, Image>>);

impl Pictures {
    /// The pictogram of this name; an empty picture where there is none.
    pub(super) fn pictogram(&self, name: &str) -> Image {
        if name.is_empty() {
            return Image::default();
        }
        if let Some(known) = self.0.borrow().get(name) {
            return known.clone();
        }
        // Slint reads an SVG's own colours as black; `colorize` then gives the one that is wanted.
        let svg = pictogram::svg(name).map(|svg| svg.replace("currentColor", "#000"));
        let image = svg.and_then(|svg| Image::load_from_svg_data(svg.as_bytes()).ok());
        if image.is_none() {
            tracing::warn!(name, "there is no pictogram of this name");
        }
        let image = image.unwrap_or_default();
        self.0.borrow_mut().insert(name.to_owned(), image.clone());
        image
    }
}

/// White modules around a code: the least that ISO 18004 asks for is four; the card it stands on gives two of them.
const QUIET: usize = 2;

/// A QR code, one pixel for each module; `None` for an address too long for any code.
pub(super) fn qr_code(address: &str) -> Option<Image> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    let mut pixels = SharedPixelBuffer::<Rgb8Pixel>::new(u32::try_from(side).ok()?, u32::try_from(side).ok()?);
    let modules = code.to_colors();
    for (position, pixel) in pixels.make_mut_slice().iter_mut().enumerate() {
        let (x, y) = ((position % side).checked_sub(QUIET), (position / side).checked_sub(QUIET));
        let dark = matches!((x, y), (Some(x), Some(y)) if x < code.width() && y < code.width()
            && modules[y * code.width() + x] == Color::Dark);
        *pixel = if dark { Rgb8Pixel::new(0x14, 0x18, 0x1F) } else { Rgb8Pixel::new(255, 255, 255) };
    }
    Some(Image::from_rgb8(pixels))
}
