//! Fields of the whole site that were typed below a header line, and so became fields of the entry above them.

use super::reader::{Complaints, Table};

/// The fields that stand before the first header line.
const TOP_FIELDS: [&str; 11] = [
    "name",
    "time_zone",
    "day_ends",
    "public_url",
    "languages",
    "no_language",
    "welcome_desk",
    "idle_minutes",
    "count",
    "holidays",
    "doors",
];

/// Complains about fields of the whole site in this table.
pub(super) fn complain_of_misplaced(table: &mut Table<'_>, complaints: &mut Complaints) {
    let remedy = "Move it above the first [[…]]: what stands below a line in brackets belongs to it.";
    table.misplaced(&TOP_FIELDS, remedy, complaints);
}
