//! The measures of a slip for a print head of a certain width, all in dots.
//!
//! The measures are for the 576 dots of an 80 mm roll. For narrower heads they shrink by less than the width, so that
//! text stays readable at arm's length on a 58 mm roll too.

/// The narrowest supported head.
pub const NARROWEST: u32 = 256;
/// The widest supported head.
pub const WIDEST: u32 = 1024;

/// The measures of one slip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// The whole width.
    pub width: u32,
    /// White at both sides.
    pub margin: u32,
    /// Between parts of one group.
    pub gap: u32,
    /// Between groups.
    pub space: u32,
    /// The site's name.
    pub site: f32,
    pub need: f32,
    /// The need's pictogram.
    pub pictogram: u32,
    /// The height of the number's digits, where they fit the width.
    pub number: u32,
    /// The desks in the black band.
    pub desks: f32,
    /// The room in the black band.
    pub room: f32,
    pub institution: f32,
    /// The number of people ahead.
    pub ahead: f32,
    /// Other text for the visitor.
    pub body: f32,
    /// The text for the staff.
    pub house: f32,
    /// One module of the QR code.
    pub module: u32,
}

impl Sheet {
    /// The measures for a head with this number of dots.
    pub fn for_width(dots: u32) -> Sheet {
        let width = dots.clamp(NARROWEST, WIDEST);
        let scale = 0.4 + 0.6 * width as f32 / 576.0;
        let size = |at_576: f32| (at_576 * scale).round();
        let dots = |at_576: f32| size(at_576) as u32;
        Sheet {
            width,
            margin: dots(10.0),
            gap: dots(8.0),
            space: dots(14.0),
            site: size(22.0),
            need: size(32.0),
            pictogram: dots(60.0),
            number: dots(180.0),
            desks: size(48.0),
            room: size(28.0),
            institution: size(23.0),
            ahead: size(28.0),
            body: size(26.0),
            house: size(22.0),
            module: if width < 512 { 4 } else { 5 },
        }
    }

    /// Between the margins.
    pub fn content(&self) -> u32 {
        self.width - 2 * self.margin
    }
}
