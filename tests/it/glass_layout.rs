//! Where everything stands on the glass, as text: what can be touched and what can be read, from top to bottom.

use super::outline::visible;
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use sportello::kiosk::Glass;
use std::fmt::Write;

/// A line for each element: left and top edge, width and height in pixels, kind, words.
pub fn describe(glass: &Glass) -> String {
    let query = ElementQuery::from_root(glass.window()).match_descendants();
    let elements = query.match_predicate(is_shown).find_all();
    let mut lines: Vec<_> = elements.iter().map(line).collect();
    lines.sort();
    // A component and what it inherits from are found as two elements in the same place.
    lines.dedup();
    let mut text = String::new();
    for ((top, left), line) in lines {
        let _ = writeln!(text, "{left:>5},{top:<5}{line}");
    }
    text
}

fn is_shown(element: &ElementHandle) -> bool {
    let size = element.size();
    let is_large_enough = size.width >= 1.0 && size.height >= 1.0;
    let has_role = element.accessible_role().is_some_and(|role| role != AccessibleRole::None);
    has_role && is_large_enough && element.computed_opacity() > 0.0
}

fn line(element: &ElementHandle) -> ((i32, i32), String) {
    let (at, size) = (element.absolute_position(), element.size());
    let role = element.accessible_role().map(|role| format!("{role:?}").to_lowercase()).unwrap_or_default();
    let words = element.accessible_label().unwrap_or_default();
    let mut line = format!("{:>5}x{:<5}{role:<8}", size.width.round(), size.height.round());
    if element.accessible_checked() == Some(true) {
        line += "(ticked) ";
    }
    if element.accessible_enabled() == Some(false) {
        line += "(off) ";
    }
    line += &visible(words.trim());
    ((at.y.round() as i32, at.x.round() as i32), line.trim_end().to_owned())
}
