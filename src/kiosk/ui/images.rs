//! Pictograms and QR codes as images for Slint.

use crate::kiosk::tokens::INK;
use crate::pictogram;
use qrcode::{Color, EcLevel, QrCode};
use slint::{Image, Rgb8Pixel, SharedPixelBuffer};
use std::cell::RefCell;
use std::collections::HashMap;

/// Pictograms by name, each parsed once.
#[derive(Default)]
pub(in crate::kiosk) struct Pictograms(RefCell<HashMap<String, Image>>);

impl Pictograms {
    /// The pictogram of this name; an empty image when there is none.
    pub(in crate::kiosk) fn get(&self, name: &str) -> Image {
        if name.is_empty() {
            return Image::default();
        }
        if let Some(known) = self.0.borrow().get(name) {
            return known.clone();
        }
        // Slint reads an SVG's own colours as black; `colorize` then sets the wanted one.
        let svg = pictogram::svg(name).map(|svg| svg.replace("currentColor", "#000"));
        let image = svg.and_then(|svg| Image::load_from_svg_data(svg.as_bytes()).ok());
        if image.is_none() {
            tracing::warn!(name, "unknown pictogram: nothing is drawn in its place; correct its name in the site file");
        }
        let image = image.unwrap_or_default();
        self.0.borrow_mut().insert(name.to_owned(), image.clone());
        image
    }
}

/// White modules around a code. ISO 18004 asks for at least four; the card it is drawn on adds the other two.
const QUIET: usize = 2;

/// A QR code, one pixel for each module; `None` for an address too long for any code.
pub(in crate::kiosk) fn qr_code(address: &str) -> Option<Image> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    let mut pixels = SharedPixelBuffer::<Rgb8Pixel>::new(u32::try_from(side).ok()?, u32::try_from(side).ok()?);
    let modules = code.to_colors();
    for (position, pixel) in pixels.make_mut_slice().iter_mut().enumerate() {
        let (x, y) = ((position % side).checked_sub(QUIET), (position / side).checked_sub(QUIET));
        let is_dark = matches!((x, y), (Some(x), Some(y)) if x < code.width() && y < code.width()
            && modules[y * code.width() + x] == Color::Dark);
        *pixel = if is_dark { Rgb8Pixel::new(INK.0, INK.1, INK.2) } else { Rgb8Pixel::new(255, 255, 255) };
    }
    Some(Image::from_rgb8(pixels))
}
