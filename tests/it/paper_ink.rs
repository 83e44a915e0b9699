//! What is on a sheet of paper, by its ink: the whole slip, or as much of it as a visitor can read the number on.

use sportello::print::{Slip, preview};
use std::ops::Range;

/// One row of dots, as wide as the paper.
pub type Row = Vec<u8>;

/// The ink of a slip.
pub struct Ink {
    /// From the first row with dots to the last.
    rows: Vec<Row>,
    /// Where the number stands.
    number: Range<usize>,
}

impl Ink {
    pub fn of(slip: &Slip) -> Ink {
        let rows = rows(slip);
        // Another digit in the same place: the rows that differ have the number.
        let other = match slip.number.strip_suffix('1') {
            Some(front) => format!("{front}7"),
            None => format!("{}1", &slip.number[..slip.number.len() - 1]),
        };
        let other = self::rows(&Slip { number: other, ..slip.clone() });
        let differs = |place: &usize| rows.get(*place) != other.get(*place);
        let first = (0..rows.len()).find(differs).expect("the number is on the slip");
        let end = (first..rows.len()).find(|place| !differs(place)).unwrap_or(rows.len());
        assert!(end - first > 40, "the number is large, not {} rows high", end - first);
        Ink { rows, number: first..end }
    }

    /// Whether all of it is on this sheet.
    pub fn is_whole_on(&self, sheet: &[Row]) -> bool {
        has(sheet, &self.rows)
    }

    /// Whether at least its number is.
    pub fn is_readable_on(&self, sheet: &[Row]) -> bool {
        has(sheet, &self.rows[self.number.clone()])
    }
}

fn has(sheet: &[Row], wanted: &[Row]) -> bool {
    sheet.windows(wanted.len()).any(|rows| rows == wanted)
}

fn rows(slip: &Slip) -> Vec<Row> {
    let canvas = preview(&slip.clone().into(), 576).expect("the fonts").0;
    let is_white = |row: &Row| row.iter().all(|byte| *byte == 0);
    let all = (0..canvas.height()).filter_map(|y| canvas.row(y)).map(<[u8]>::to_vec);
    let mut rows: Vec<Row> = all.skip_while(is_white).collect();
    while rows.last().is_some_and(is_white) {
        rows.pop();
    }
    rows
}
