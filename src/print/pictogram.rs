//! Pictograms as dots: the SVG of the house's one family, drawn by resvg and cut at half coverage.
//!
//! Promise: a name that the family does not have draws nothing and says so in the log; the words beside it stay.

use super::canvas::Canvas;
use embedded_graphics::pixelcolor::BinaryColor;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Draws a pictogram in black into a square of `side` dots with its top left corner here. Whether there was one.
pub fn draw(name: &str, canvas: &mut Canvas, x: i32, y: i32, side: u32) -> bool {
    let Some(picture) = dots(name, side) else {
        tracing::warn!(name, "no such pictogram for the slip");
        return false;
    };
    for (place, _) in picture.pixels().iter().enumerate().filter(|(_, pixel)| pixel.alpha() > 127) {
        let place = place as u32;
        canvas.set(x + (place % side) as i32, y + (place / side) as i32, BinaryColor::On);
    }
    true
}

fn dots(name: &str, side: u32) -> Option<Pixmap> {
    let tree = Tree::from_str(crate::pictogram::svg(name)?, &Options::default()).ok()?;
    let mut picture = Pixmap::new(side, side)?;
    let scale = side as f32 / tree.size().width().max(tree.size().height());
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    Some(picture)
}
