//! Text of any script as dots: parley breaks lines, orders and shapes; swash draws the glyphs; a threshold makes dots.
//!
//! Promises: Arabic letters are joined and run from the right; a text begins on the side of its language even when its
//! first word is foreign, and a wholly foreign text keeps its own order; a character without a glyph is a visible box,
//! never a blank. How it works: parley takes a paragraph's direction from its first letter, so a direction mark in
//! front of the text decides it.

use super::canvas::Canvas;
use super::font::{FontError, Fonts};
use crate::fonts::{self, FOLDER};
use embedded_graphics::geometry::Point;
use embedded_graphics::pixelcolor::BinaryColor;
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, GlyphRun, Layout, LayoutContext, Line, PositionedLayoutItem};
use std::borrow::Cow;
use std::path::Path;
use std::str::FromStr;
use swash::scale::image::Image;
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::Format;
use swash::{FontRef, GlyphId};

/// The coverage, of 255, from which a dot is black. Lower values make letters bolder; thermal paper bleeds, so not much
/// lower.
const THRESHOLD: u8 = 112;

/// The appearance of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The size of its letters, in dots.
    pub size: f32,
    /// Weight 700, else 400.
    pub bold: bool,
    /// Whether lines begin at the right.
    pub from_right: bool,
}

/// A text broken into lines and shaped, ready to be drawn.
pub struct Block {
    layout: Layout<()>,
    /// The width that was available, in dots.
    pub available: u32,
    /// The width of its widest line, in dots.
    pub width: u32,
    /// The height of its lines, in dots.
    pub height: u32,
}

/// Fonts, and the scratch space of shaping and drawing. Each thread needs its own.
pub struct TextEngine {
    fonts: Fonts,
    layouts: LayoutContext<()>,
    scaler: ScaleContext,
}

impl TextEngine {
    /// Opens the fonts; see [`FontError`] for what can be wrong with them.
    pub fn open() -> Result<TextEngine, FontError> {
        TextEngine::open_in(Path::new(FOLDER))
    }

    /// The same with the fonts of another folder.
    pub fn open_in(folder: &Path) -> Result<TextEngine, FontError> {
        let fonts = Fonts::open_in(folder)?;
        Ok(TextEngine { fonts, layouts: LayoutContext::new(), scaler: ScaleContext::new() })
    }

    /// Breaks and shapes a text within a width in dots. `language` is a BCP-47 tag; it chooses between forms of a
    /// letter.
    pub fn lay_out(&mut self, text: &str, language: &str, style: Style, width: u32) -> Result<Block, FontError> {
        self.fonts.prepare(text, language)?;
        let text = format!("{}{text}", direction_mark(text, style.from_right));
        let family = fonts::family_of(&text, language);
        let names = self.fonts.names(&text, language).into_iter();
        let names: Vec<FontFamilyName<'_>> = names.map(|name| FontFamilyName::Named(Cow::Borrowed(name))).collect();
        let weight = if style.bold { FontWeight::BOLD } else { FontWeight::NORMAL };
        let mut builder = self.layouts.ranged_builder(&mut self.fonts.context, &text, 1.0, true);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(names))));
        builder.push_default(StyleProperty::FontSize(style.size * family.scale));
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(family.line_height)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(parley::Language::from_str(language).ok()));
        let mut layout = builder.build(&text);
        break_lines(&mut layout, width as f32);
        let alignment = if style.from_right { Alignment::Right } else { Alignment::Left };
        layout.align(alignment, AlignmentOptions::default());
        let (text_width, height) = (layout.width().ceil() as u32, layout.height().ceil() as u32);
        Ok(Block { layout, available: width, width: text_width, height })
    }

    /// Draws a block with its top left corner here.
    pub fn draw(&mut self, block: &Block, canvas: &mut Canvas, corner: Point, colour: BinaryColor) {
        for item in block.layout.lines().flat_map(|line| line.items().collect::<Vec<_>>()) {
            if let PositionedLayoutItem::GlyphRun(run) = item {
                self.draw_run(&run, canvas, corner, colour);
            }
        }
    }

    fn draw_run(&mut self, run: &GlyphRun<'_, ()>, canvas: &mut Canvas, corner: Point, colour: BinaryColor) {
        let font = run.run().font();
        let Some(font_ref) = FontRef::from_index(font.data.data(), font.index as usize) else { return };
        let mut scaler = self.scaler.builder(font_ref).size(run.run().font_size()).hint(true).build();
        for glyph in run.positioned_glyphs() {
            let Ok(id) = GlyphId::try_from(glyph.id) else { continue };
            let image = Render::new(&[Source::Outline]).format(Format::Alpha).render(&mut scaler, id);
            let Some(image) = image else { continue };
            let left = corner.x + glyph.x.round() as i32 + image.placement.left;
            let top = corner.y + glyph.y.round() as i32 - image.placement.top;
            draw_glyph(&image, canvas, Point::new(left, top), colour);
        }
    }
}

fn draw_glyph(image: &Image, canvas: &mut Canvas, corner: Point, colour: BinaryColor) {
    let width = image.placement.width.max(1) as usize;
    for (row, coverages) in image.data.chunks(width).enumerate() {
        for (column, _) in coverages.iter().enumerate().filter(|(_, coverage)| **coverage >= THRESHOLD) {
            canvas.set(corner.x + column as i32, corner.y + row as i32, colour);
        }
    }
}

/// Breaks lines so that the letters of each fit. In scripts whose letters change places, parley 0.11 sometimes measures
/// a line as narrower than its letters are; then the lines are broken again for a narrower width.
fn break_lines(layout: &mut Layout<()>, width: f32) {
    const MAX_TRIES: usize = 8;
    let mut available = width;
    for _ in 0..MAX_TRIES {
        layout.break_all_lines(Some(available));
        let excess = layout.lines().map(|line| width_of(&line) - width).fold(0.0, f32::max);
        if excess <= 0.5 {
            return;
        }
        available -= excess.max(1.0);
    }
}

/// The width of a line's letters, without the space at its end.
fn width_of(line: &Line<'_, ()>) -> f32 {
    let letters = |item: PositionedLayoutItem<'_, ()>| match item {
        PositionedLayoutItem::GlyphRun(run) => run.glyphs().map(|glyph| glyph.advance).sum::<f32>(),
        PositionedLayoutItem::InlineBox(_) => 0.0,
    };
    line.items().map(letters).sum::<f32>() - line.metrics().trailing_whitespace
}

/// The mark that gives a text the direction of its reader's language. When every letter runs the other way it is a text
/// of another language, whose full stop belongs at its own end, and it gets that direction. Empty when the first letter
/// gives the same direction, because some scripts have another form for a letter behind a mark.
fn direction_mark(text: &str, from_right: bool) -> &'static str {
    let runs_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).map(runs_left).peekable();
    let first = letters.peek().copied();
    let is_foreign = first.is_some() && letters.all(|runs_left| runs_left != from_right);
    match from_right != is_foreign {
        wanted if first == Some(wanted) => "",
        true => "\u{200f}",
        false => "\u{200e}",
    }
}

impl Block {
    /// The glyphs in their order on paper, left to right, line after line; 0 is the box for a character without a
    /// glyph.
    pub fn glyphs(&self) -> Vec<u32> {
        let runs = self.layout.lines().flat_map(|line| line.items().collect::<Vec<_>>());
        runs.flat_map(|item| match item {
            PositionedLayoutItem::GlyphRun(run) => run.glyphs().map(|glyph| glyph.id).collect::<Vec<_>>(),
            PositionedLayoutItem::InlineBox(_) => Vec::new(),
        })
        .collect()
    }

    /// The baseline of the first line, in dots below the top of the block.
    pub fn first_baseline(&self) -> i32 {
        self.layout.get(0).map_or(0, |line| line.metrics().baseline.round() as i32)
    }

    /// The width of its widest line's letters, in dots; never beyond [`Block::available`], except for a single letter
    /// that is wider.
    pub fn ink_width(&self) -> f32 {
        self.layout.lines().map(|line| width_of(&line)).fold(0.0, f32::max)
    }

    /// The number of lines.
    pub fn lines(&self) -> usize {
        self.layout.len()
    }
}
