//! The paper as dots: a 1-bit `DrawTarget` of fixed width that grows downwards.
//!
//! Promises: it keeps its width and has at most [`LONGEST`] rows; drawing outside has no effect. How it works: rows are
//! padded to whole bytes, the left dot in the highest bit, 1 for black, as the raster command `GS v 0` needs them.

use embedded_graphics::Pixel;
use embedded_graphics::draw_target::DrawTarget;
use embedded_graphics::geometry::{OriginDimensions, Size};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::primitives::Rectangle;
use std::convert::Infallible;

/// The most rows of a canvas: half a metre of paper at 8 dots a millimetre.
pub const LONGEST: u32 = 4000;

/// Black and white dots, as the printer burns them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canvas {
    width: u32,
    rows: Vec<u8>,
}

impl Canvas {
    /// An empty canvas of this width, rounded up to whole bytes, from 8 to 2,048 dots.
    pub fn new(dots: u32) -> Canvas {
        Canvas { width: dots.clamp(1, 2048).next_multiple_of(8), rows: Vec::new() }
    }

    /// In dots.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// In dots: down to the lowest row that was drawn on or that [`Canvas::grow_to`] added.
    pub fn height(&self) -> u32 {
        u32::try_from(self.rows.len() / self.stride()).unwrap_or(LONGEST)
    }

    /// Bytes in a row.
    pub fn stride(&self) -> usize {
        self.width as usize / 8
    }

    /// One row, left dot in the highest bit of the first byte; white below the lowest row.
    pub fn row(&self, y: u32) -> Option<&[u8]> {
        let start = y as usize * self.stride();
        self.rows.get(start..start + self.stride())
    }

    /// Whether a dot is black; white outside.
    pub fn is_black(&self, x: u32, y: u32) -> bool {
        x < self.width && self.row(y).is_some_and(|row| row[x as usize / 8] & (0x80 >> (x % 8)) != 0)
    }

    /// Makes it at least this high, up to [`LONGEST`].
    pub fn grow_to(&mut self, height: u32) {
        let bytes = height.min(LONGEST) as usize * self.stride();
        if bytes > self.rows.len() {
            self.rows.resize(bytes, 0);
        }
    }

    /// Sets one dot; outside, it has no effect.
    pub fn set(&mut self, x: i32, y: i32, colour: BinaryColor) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= self.width || y >= LONGEST {
            return;
        }
        self.grow_to(y + 1);
        let place = y as usize * self.stride() + x as usize / 8;
        let bit = 0x80 >> (x % 8);
        match colour {
            BinaryColor::On => self.rows[place] |= bit,
            BinaryColor::Off => self.rows[place] &= !bit,
        }
    }

    /// The canvas as a PNG file of one bit a dot, for previews and tests.
    pub fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let inverted: Vec<u8> = self.rows.iter().map(|byte| !byte).collect();
        // PNG has no pictures without rows.
        let (height, data) =
            if inverted.is_empty() { (1, vec![0xff; self.stride()]) } else { (self.height(), inverted) };
        let mut encoder = png::Encoder::new(&mut file, self.width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder.write_header()?.write_image_data(&data)?;
        Ok(file)
    }
}

impl OriginDimensions for Canvas {
    fn size(&self) -> Size {
        Size::new(self.width, LONGEST)
    }
}

impl DrawTarget for Canvas {
    type Color = BinaryColor;
    type Error = Infallible;

    fn draw_iter<I>(&mut self, pixels: I) -> Result<(), Infallible>
    where
        I: IntoIterator<Item = Pixel<BinaryColor>>,
    {
        for Pixel(point, colour) in pixels {
            self.set(point.x, point.y, colour);
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, colour: BinaryColor) -> Result<(), Infallible> {
        let clipped = area.intersection(&Rectangle::new(Default::default(), self.size()));
        for y in clipped.rows() {
            for x in clipped.columns() {
                self.set(x, y, colour);
            }
        }
        Ok(())
    }
}
