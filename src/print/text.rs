//! Any script to dots: parley breaks, orders and shapes, swash draws the glyphs, one threshold makes dots of them.
//!
//! Promises: letters of Arabic script are joined and run from the right; a text begins on the side of its language even
//! when its first word is foreign, and a wholly foreign one keeps its own order; a character without a glyph is a visible
//! box, never a blank. How it works: a mark of direction in front of the text decides the paragraph's direction, as parley
//! itself takes it from the first letter.

use super::canvas::Canvas;
use super::font::{FontError, Fonts};
use crate::fonts;
use embedded_graphics::pixelcolor::BinaryColor;
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, Layout, LayoutContext, Line, PositionedLayoutItem};
use std::borrow::Cow;
use std::str::FromStr;
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::Format;
use swash::{FontRef, GlyphId};

/// From this coverage on a dot is black, of 255. Lower makes letters fatter; thermal paper bleeds, so not much lower.
const THRESHOLD: u8 = 112;

/// How a text looks.
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
    /// The width it was given, in dots.
    pub available: u32,
    /// The width of its widest line, in dots.
    pub width: u32,
    /// The height of its lines, in dots.
    pub height: u32,
}

/// Fonts, and the scratch space of shaping and drawing. One for a thread.
pub struct TextEngine {
    fonts: Fonts,
    layouts: LayoutContext<()>,
    scaler: ScaleContext,
}

impl TextEngine {
    /// Opens the fonts; see [`FontError`] for what can be wrong with them.
    pub fn open() -> Result<TextEngine, FontError> {
        Ok(TextEngine { fonts: Fonts::open()?, layouts: LayoutContext::new(), scaler: ScaleContext::new() })
    }

    /// Breaks and shapes a text within a width in dots. `language` is a BCP-47 tag; it chooses between forms of a letter.
    pub fn lay_out(&mut self, text: &str, language: &str, style: Style, width: u32) -> Result<Block, FontError> {
        self.fonts.prepare(text)?;
        let text = format!("{}{text}", direction_mark(text, style.from_right));
        let family = fonts::family_of(&text);
        let names: Vec<FontFamilyName<'_>> =
            self.fonts.names(&text).into_iter().map(|name| FontFamilyName::Named(Cow::Borrowed(name))).collect();
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
    pub fn draw(&mut self, block: &Block, canvas: &mut Canvas, x: i32, y: i32, colour: BinaryColor) {
        for line in block.layout.lines() {
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                let font = run.run().font();
                let Some(font_ref) = FontRef::from_index(font.data.data(), font.index as usize) else { continue };
                let mut scaler = self.scaler.builder(font_ref).size(run.run().font_size()).hint(true).build();
                for glyph in run.positioned_glyphs() {
                    let Ok(id) = GlyphId::try_from(glyph.id) else { continue };
                    let image = Render::new(&[Source::Outline]).format(Format::Alpha).render(&mut scaler, id);
                    let Some(image) = image else { continue };
                    let left = x + glyph.x.round() as i32 + image.placement.left;
                    let top = y + glyph.y.round() as i32 - image.placement.top;
                    let width = image.placement.width.max(1) as usize;
                    for (row, coverages) in image.data.chunks(width).enumerate() {
                        for (column, _) in coverages.iter().enumerate().filter(|(_, it)| **it >= THRESHOLD) {
                            canvas.set(left + column as i32, top + row as i32, colour);
                        }
                    }
                }
            }
        }
    }
}

/// Breaks lines so that the letters of each have room. In scripts whose letters change places, parley 0.11 now and then takes
/// a line for narrower than its letters are; then it is told a narrower place.
fn break_lines(layout: &mut Layout<()>, width: f32) {
    const MOST_TRIES: usize = 8;
    let mut place = width;
    for _ in 0..MOST_TRIES {
        layout.break_all_lines(Some(place));
        let excess = layout.lines().map(|line| width_of(&line) - width).fold(0.0, f32::max);
        if excess <= 0.5 {
            return;
        }
        place -= excess.max(1.0);
    }
}

/// How wide the letters of a line are, without the space at its end.
fn width_of(line: &Line<'_, ()>) -> f32 {
    let letters = |item: PositionedLayoutItem<'_, ()>| match item {
        PositionedLayoutItem::GlyphRun(run) => run.glyphs().map(|glyph| glyph.advance).sum::<f32>(),
        PositionedLayoutItem::InlineBox(_) => 0.0,
    };
    line.items().map(letters).sum::<f32>() - line.metrics().trailing_whitespace
}

/// The mark that gives a text the direction of its reader's language, unless every letter in it runs the other way: then
/// it is a text of another language, whose full stop belongs at its own end. Nothing where the first letter says the same,
/// because some scripts have another form for a letter that stands behind a mark.
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
    /// The glyphs in the order in which they stand on paper, left to right, line after line; 0 is the box for a character
    /// that no font has.
    pub fn glyphs(&self) -> Vec<u32> {
        let runs = self.layout.lines().flat_map(|line| line.items().collect::<Vec<_>>());
        runs.flat_map(|item| match item {
            PositionedLayoutItem::GlyphRun(run) => run.glyphs().map(|glyph| glyph.id).collect::<Vec<_>>(),
            PositionedLayoutItem::InlineBox(_) => Vec::new(),
        })
        .collect()
    }

    /// How far below the block's top the letters of its first line stand, in dots.
    pub fn first_baseline(&self) -> i32 {
        self.layout.get(0).map_or(0, |line| line.metrics().baseline.round() as i32)
    }

    /// How wide the letters of its widest line are, in dots; never beyond [`Block::available`], but for a single letter
    /// that is wider.
    pub fn ink_width(&self) -> f32 {
        self.layout.lines().map(|line| width_of(&line)).fold(0.0, f32::max)
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        self.layout.len()
    }
}
