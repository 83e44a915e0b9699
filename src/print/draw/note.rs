//! Draws a note: the site's name, the need, the absent institution, when to come back (white on black) and where, what
//! to bring, and that this is not a ticket, so that its holder does not wait.

use super::Pen;
use crate::print::font::FontError;
use crate::print::note::NoteWords;
use crate::print::sheet::Sheet;
use embedded_graphics::pixelcolor::BinaryColor;

impl Pen<'_> {
    pub(super) fn note(&mut self, words: &NoteWords) -> Result<(), FontError> {
        let Sheet { site, gap, space, body, ahead, .. } = self.sheet;
        self.y += gap;
        self.paragraph(&words.site, site, false)?;
        self.y += gap;
        if let Some(need) = &words.need {
            self.need(need)?;
        }
        self.y += gap;
        self.paragraph(&words.title, ahead, true)?;
        if let Some(institution) = &words.institution {
            self.paragraph(institution, body, false)?;
        }
        self.y += space;
        self.banner(&words.next)?;
        self.y += gap;
        for place in &words.places {
            self.paragraph(place, ahead, true)?;
        }
        if let Some((heading, lines)) = &words.bring {
            self.y += gap;
            self.paragraph(heading, body, true)?;
            for line in lines {
                self.item(line, body)?;
            }
        }
        self.y += gap;
        self.paragraph(&words.no_number, body, true)
    }

    pub(super) fn note_for_staff(&mut self, words: &NoteWords) -> Result<(), FontError> {
        let size = self.sheet.house;
        self.rule();
        if let Some(need) = &words.need {
            self.paragraph(&need.label, size, true)?;
        }
        if let Some(institution) = &words.institution {
            self.paragraph(institution, size, false)?;
        }
        self.paragraph(&words.next, size, true)?;
        self.paragraph(&words.no_number, size, false)
    }

    /// The most important line, white on black.
    pub(super) fn banner(&mut self, text: &str) -> Result<(), FontError> {
        let Sheet { space, margin, room, .. } = self.sheet;
        let content = self.sheet.content();
        let block = self.lay_out(text, room, true, content.saturating_sub(2 * space))?;
        let height = block.height + 2 * space;
        self.fill(margin, self.y, content, height, BinaryColor::On);
        self.place(&block, space, self.y + space, BinaryColor::Off);
        self.y += height;
        Ok(())
    }
}
