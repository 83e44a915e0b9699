//! Pictograms as dots: SVG, drawn by resvg, black from half coverage on.
//!
//! Promise: an unknown name draws nothing and is logged; the words beside it are printed all the same.

use super::canvas::Canvas;
use embedded_graphics::pixelcolor::BinaryColor;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Draws a pictogram in black into a square of `side` dots with its top left corner here. Returns whether it exists.
pub fn draw(name: &str, canvas: &mut Canvas, x: i32, y: i32, side: u32) -> bool {
    let Some(picture) = dots(name, side) else {
        tracing::warn!(
            name,
            "a slip is printed without its pictogram, which the program does not have: check the site file"
        );
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
