//! QR codes as dots.
//!
//! Promise: an address too long for a QR code, or for the width, gives none. Error correction level M tolerates a
//! crease or a weak row of the print head.

use super::canvas::Canvas;
use embedded_graphics::draw_target::DrawTarget;
use embedded_graphics::geometry::{Point, Size};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::primitives::Rectangle;
use qrcode::{Color, EcLevel, QrCode};

/// The white modules that readers want around the code.
const QUIET: u32 = 4;

/// A QR code, ready to be drawn.
pub struct Qr {
    code: QrCode,
    module: u32,
}

impl Qr {
    /// The code of a text, with modules of `module` dots, or smaller ones to stay within `widest` dots.
    pub fn new(text: &str, module: u32, widest: u32) -> Option<Qr> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let modules = code.width() as u32 + 2 * QUIET;
        let module = module.min(widest / modules);
        (module > 0).then_some(Qr { code, module })
    }

    /// Its side in dots, with the quiet zone.
    pub fn side(&self) -> u32 {
        (self.code.width() as u32 + 2 * QUIET) * self.module
    }

    /// The width of the quiet zone, in dots.
    pub fn quiet(&self) -> u32 {
        QUIET * self.module
    }

    /// Draws it with the top left corner of its quiet zone here.
    pub fn draw(&self, canvas: &mut Canvas, x: i32, y: i32) {
        let width = self.code.width();
        for (place, _) in self.code.to_colors().iter().enumerate().filter(|(_, colour)| **colour == Color::Dark) {
            let column = (place % width) as u32 + QUIET;
            let row = (place / width) as u32 + QUIET;
            let corner = Point::new(x + (column * self.module) as i32, y + (row * self.module) as i32);
            let Ok(()) = canvas.fill_solid(&Rectangle::new(corner, Size::new_equal(self.module)), BinaryColor::On);
        }
    }
}
