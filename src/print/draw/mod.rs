//! Draws a slip or a note: the layout of the paper.
//!
//! A slip from top to bottom: the site's name, small; the need with its pictogram; the number, as large as the width
//! allows; a black band with an arrow, the desks and the room; the number of people ahead, day and time, beside the QR
//! code if there is one; the things to bring; a line; the same for the staff, smaller. Lines begin at the leading side
//! of the language.

mod note;

use super::canvas::Canvas;
use super::font::FontError;
use super::paper::Paper;
use super::pictogram;
use super::qr::Qr;
use super::sheet::Sheet;
use super::slip::{ChosenNeed, Essentials, Slip, Stop};
use super::text::{Block, Style, TextEngine};
use crate::domain::LanguageTag;
use crate::locale::Direction;
use embedded_graphics::Drawable;
use embedded_graphics::geometry::{Point, Size};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::primitives::{Circle, Primitive, PrimitiveStyle, Rectangle, Triangle};

/// The height of Noto Sans digits, by the font size: its own `capHeight` of 714/1000.
const DIGIT_HEIGHT: f32 = 0.714;

/// Draws a slip or a note for a print head with this number of dots.
pub fn draw(paper: &Paper, dots: u32, engine: &mut TextEngine) -> Result<Canvas, FontError> {
    let sheet = Sheet::for_width(dots);
    let (language, direction) = match paper {
        Paper::Slip(slip) => (&slip.visitor.language, slip.visitor.direction),
        Paper::Note(note) => (&note.visitor.language, note.visitor.direction),
    };
    let mut pen = Pen { sheet, engine, canvas: Canvas::new(sheet.width), y: 0, language, direction, beside: None };
    match paper {
        Paper::Slip(slip) => {
            pen.visitor(slip)?;
            if let Some(house) = &slip.house {
                (pen.language, pen.direction) = (&house.language, house.direction);
                pen.house(house)?;
            }
        }
        Paper::Note(note) => {
            pen.note(&note.visitor)?;
            if let Some(house) = &note.house {
                (pen.language, pen.direction) = (&house.language, house.direction);
                pen.note_for_staff(house)?;
            }
        }
    }
    let height = pen.y + sheet.gap;
    pen.canvas.grow_to(height);
    Ok(pen.canvas)
}

/// Draws downwards; `y` is the first free row.
struct Pen<'a> {
    sheet: Sheet,
    engine: &'a mut TextEngine,
    canvas: Canvas,
    y: u32,
    language: &'a LanguageTag,
    direction: Direction,
    /// The width that the QR code takes at the trailing side, and the row at which it ends.
    beside: Option<(u32, u32)>,
}

impl Pen<'_> {
    fn visitor(&mut self, slip: &Slip) -> Result<(), FontError> {
        let Sheet { site, gap, space, body, ahead, .. } = self.sheet;
        let words = &slip.visitor;
        self.y += gap;
        self.paragraph(&words.site, site, false)?;
        self.y += gap;
        if let Some(copy) = &words.copy {
            self.banner(copy)?;
            self.y += gap;
        }
        for need in &words.needs {
            self.need(need)?;
        }
        self.y += space + gap / 2;
        self.number(&slip.number)?;
        self.y += space + gap;
        let several = words.stops.len() > 1;
        for (place, stop) in words.stops.iter().enumerate() {
            self.band(stop, several.then_some(place + 1))?;
        }
        self.y += gap;
        let has_code = slip.address.as_ref().is_some_and(|address| self.qr(address));
        let follow = has_code.then_some((&words.follow, body, false));
        let quiet = words.quiet.as_ref().map(|text| (text, ahead, true));
        let always = [(&words.ahead, ahead, true), (&words.issued, body, false)];
        for (text, size, bold) in quiet.into_iter().chain(always).chain(follow).filter(|(text, ..)| !text.is_empty()) {
            self.paragraph(text, size, bold)?;
            self.y += gap / 2;
        }
        if let Some((heading, lines)) = &words.bring {
            self.y += gap;
            self.paragraph(heading, body, true)?;
            for line in lines {
                self.item(line, body)?;
            }
        }
        if let Some((_, bottom)) = self.beside.take() {
            self.y = self.y.max(bottom);
        }
        Ok(())
    }

    fn house(&mut self, words: &Essentials) -> Result<(), FontError> {
        let house = self.sheet.house;
        self.rule();
        if let Some(copy) = &words.copy {
            self.paragraph(copy, house, true)?;
        }
        for need in &words.needs {
            self.paragraph(&need.label, house, true)?;
        }
        for stop in &words.stops {
            for place in &stop.places {
                self.paragraph(&place.line, house, true)?;
            }
            if let Some(institution) = &stop.institution {
                self.paragraph(institution, house, false)?;
            }
        }
        // In one line when it fits; a break in the middle would separate the time from its day.
        let together = self.lay_out(&words.ahead_and_issued, house, false, self.available())?;
        if together.lines() == 1 {
            return self.paragraph(&words.ahead_and_issued, house, false);
        }
        self.paragraph(&words.ahead, house, false)?;
        self.paragraph(&words.issued, house, false)
    }

    /// Separates the part for the staff.
    fn rule(&mut self) {
        let Sheet { margin, space, .. } = self.sheet;
        self.y += space;
        self.fill(margin, self.y, self.sheet.content(), 2, BinaryColor::On);
        self.y += space;
    }

    /// The pictogram at the leading side and the words beside it, both centred vertically.
    fn need(&mut self, need: &ChosenNeed) -> Result<(), FontError> {
        let Sheet { pictogram: side, gap, need: size, margin, .. } = self.sheet;
        let indent = side + 2 * gap;
        let block = self.lay_out(&need.label, size, true, self.sheet.content() - indent)?;
        let height = block.height.max(side);
        let x = if self.begins_right() { self.sheet.width - margin - side } else { margin };
        if let Some(name) = &need.pictogram {
            pictogram::draw(name, &mut self.canvas, x as i32, (self.y + (height - side) / 2) as i32, side);
        }
        self.place(&block, indent, self.y + (height - block.height) / 2, BinaryColor::On);
        self.y += height;
        Ok(())
    }

    /// The number, placed by the height of its digits rather than of the line, to save paper.
    fn number(&mut self, number: &str) -> Result<(), FontError> {
        let content = self.sheet.content();
        let style = |size| Style { size, bold: true, from_right: false };
        let probe = self.engine.lay_out(number, "en", style(100.0), u32::MAX)?;
        let widest = content as f32 * 100.0 / probe.width.max(1) as f32;
        let size = widest.min(self.sheet.number as f32 / DIGIT_HEIGHT).floor();
        let block = self.engine.lay_out(number, "en", style(size), u32::MAX)?;
        let height = (size * DIGIT_HEIGHT).ceil() as u32;
        let free = content.saturating_sub(block.width);
        let x = self.sheet.margin + if self.begins_right() { free } else { 0 };
        let y = self.y as i32 + height as i32 - block.first_baseline();
        self.engine.draw(&block, &mut self.canvas, Point::new(x as i32, y), BinaryColor::On);
        // The tail of a Q reaches below the line of the digits.
        self.y = (self.y + height).max(self.canvas.height());
        Ok(())
    }

    /// The desks and the room, white on black, behind an arrow, or behind their ordinal when there are several stops.
    fn band(&mut self, stop: &Stop, ordinal: Option<usize>) -> Result<(), FontError> {
        let Sheet { gap, space, desks, room, institution, .. } = self.sheet;
        let arrow = desks as u32;
        let indent = space + arrow + space;
        let width = self.sheet.content().saturating_sub(indent + space);
        let mut blocks = Vec::new();
        for place in &stop.places {
            blocks.push(self.lay_out(&place.desks, desks, true, width)?);
            if !place.room.is_empty() {
                blocks.push(self.lay_out(&place.room, room, true, width)?);
            }
        }
        if let Some(name) = &stop.institution {
            blocks.push(self.lay_out(name, institution, false, width)?);
        }
        let height = blocks.iter().map(|block| block.height).sum::<u32>() + 2 * gap;
        self.fill(self.sheet.margin, self.y, self.sheet.content(), height, BinaryColor::On);
        let first_line = blocks.first().map_or(0, |block| block.height);
        let sign = (self.sheet.margin + space, self.y + gap + first_line.saturating_sub(arrow) / 2);
        match ordinal {
            Some(ordinal) => self.ordinal(ordinal, sign.0, sign.1, arrow)?,
            None => self.arrow(sign.0, sign.1, arrow),
        }
        let mut y = self.y + gap;
        for block in &blocks {
            self.place(block, indent, y, BinaryColor::Off);
            y += block.height;
        }
        self.y += height + gap;
        Ok(())
    }

    /// A white arrow in the direction of reading, `from_edge` dots away from the leading edge.
    fn arrow(&mut self, from_edge: u32, y: u32, side: u32) {
        let (side, y) = (side as i32, y as i32);
        let x = |along: i32| {
            let across = from_edge as i32 + along;
            if self.begins_right() { self.sheet.width as i32 - 1 - across } else { across }
        };
        let (half, thick) = (side / 2, (side / 10).max(2));
        let (tail, neck, tip) = (x(0), x(half), x(side - 1));
        let middle = y + half;
        let head = Triangle::new(Point::new(neck, y), Point::new(neck, y + side - 1), Point::new(tip, middle));
        let shaft = Rectangle::with_corners(Point::new(tail, middle - thick), Point::new(neck, middle + thick));
        let white = PrimitiveStyle::with_fill(BinaryColor::Off);
        let Ok(()) = head.into_styled(white).draw(&mut self.canvas);
        let Ok(()) = shaft.into_styled(white).draw(&mut self.canvas);
    }

    /// A white disc with a black digit, `from_edge` dots away from the leading edge.
    fn ordinal(&mut self, ordinal: usize, from_edge: u32, y: u32, side: u32) -> Result<(), FontError> {
        let x = if self.begins_right() { self.sheet.width.saturating_sub(from_edge + side) } else { from_edge };
        let disc = Circle::new(Point::new(x as i32, y as i32), side);
        let Ok(()) = disc.into_styled(PrimitiveStyle::with_fill(BinaryColor::Off)).draw(&mut self.canvas);
        let size = side as f32 * 0.75;
        let style = Style { size, bold: true, from_right: false };
        let block = self.engine.lay_out(&ordinal.to_string(), "en", style, u32::MAX)?;
        let baseline = (y + side / 2) as i32 + (size * DIGIT_HEIGHT / 2.0).round() as i32;
        let left = x as i32 + (side as i32 - block.width as i32) / 2;
        let corner = Point::new(left, baseline - block.first_baseline());
        self.engine.draw(&block, &mut self.canvas, corner, BinaryColor::On);
        Ok(())
    }

    /// The QR code at the trailing side; the next lines are drawn beside it. Returns whether it fits.
    fn qr(&mut self, address: &str) -> bool {
        let Sheet { width, margin, module, .. } = self.sheet;
        let Some(qr) = Qr::new(address, module, width / 2) else { return false };
        // The quiet zone may overlap the margin, and half of it the gap above.
        let free = (width + qr.quiet()).saturating_sub(margin + qr.side());
        let x = if self.begins_right() { width as i32 - (free + qr.side()) as i32 } else { free as i32 };
        qr.draw(&mut self.canvas, x, self.y as i32 - (qr.quiet() / 2) as i32);
        self.beside = Some((qr.side() - qr.quiet(), self.y + qr.side() - qr.quiet()));
        true
    }

    /// The width of the next line.
    fn available(&self) -> u32 {
        let content = self.sheet.content();
        match self.beside {
            Some((taken, bottom)) if self.y < bottom => content.saturating_sub(taken),
            _ => content,
        }
    }

    /// A line behind a tick box.
    fn item(&mut self, text: &str, size: f32) -> Result<(), FontError> {
        let Sheet { width, margin, gap, .. } = self.sheet;
        let side = (size * 0.6) as u32;
        let indent = side + 2 * gap;
        let block = self.lay_out(text, size, false, self.available().saturating_sub(indent))?;
        let line = block.height / block.lines().max(1) as u32;
        let x = if self.begins_right() { width - margin - side } else { margin };
        let corner = Point::new(x as i32, (self.y + line.saturating_sub(side) / 2) as i32);
        let edge = PrimitiveStyle::with_stroke(BinaryColor::On, 2);
        let Ok(()) = Rectangle::new(corner, Size::new_equal(side)).into_styled(edge).draw(&mut self.canvas);
        self.place(&block, indent, self.y, BinaryColor::On);
        self.y += block.height;
        Ok(())
    }

    fn paragraph(&mut self, text: &str, size: f32, bold: bool) -> Result<(), FontError> {
        if text.is_empty() {
            return Ok(());
        }
        let block = self.lay_out(text, size, bold, self.available())?;
        self.place(&block, 0, self.y, BinaryColor::On);
        self.y += block.height;
        Ok(())
    }

    fn lay_out(&mut self, text: &str, size: f32, bold: bool, width: u32) -> Result<Block, FontError> {
        let style = Style { size, bold, from_right: self.begins_right() };
        self.engine.lay_out(text, self.language.as_str(), style, width)
    }

    /// Draws a block, indented from the leading margin.
    fn place(&mut self, block: &Block, indent: u32, y: u32, colour: BinaryColor) {
        let (margin, width) = (self.sheet.margin, self.sheet.width);
        let x = if self.begins_right() {
            (width - margin) as i32 - (indent + block.available) as i32
        } else {
            (margin + indent) as i32
        };
        self.engine.draw(block, &mut self.canvas, Point::new(x, y as i32), colour);
    }

    fn fill(&mut self, x: u32, y: u32, width: u32, height: u32, colour: BinaryColor) {
        let area = Rectangle::new(Point::new(x as i32, y as i32), Size::new(width, height));
        let Ok(()) = area.into_styled(PrimitiveStyle::with_fill(colour)).draw(&mut self.canvas);
    }

    fn begins_right(&self) -> bool {
        self.direction == Direction::RightToLeft
    }
}
