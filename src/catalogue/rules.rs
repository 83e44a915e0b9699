//! The rules of the queues: `[rules]`. Missing values have their usual ones.

use super::placement;
use super::reader::{Complaints, Node, Table};
use crate::domain::{Privilege, Rules};

/// A working day: longer bounds make no sense.
const MAX_MINUTES: u16 = 480;

/// Reads the table of rules.
pub(super) fn rules(node: &Node<'_>, complaints: &mut Complaints) -> Option<Rules> {
    let mut table = node.table("Write it as a table: [rules].", complaints)?;
    let usual = Rules::USUAL;
    let mut minutes = |name, usual| number(&mut table, name, MAX_MINUTES, complaints).unwrap_or(usual);
    let language_minutes = minutes("language_minutes", usual.language_minutes);
    let walk_minutes = minutes("walk_minutes", usual.walk_minutes);
    let grace_minutes = minutes("grace_minutes", usual.grace_minutes);
    let cut_off_minutes = minutes("cut_off_minutes", usual.cut_off_minutes);
    let early_minutes = minutes("early_minutes", usual.early_minutes);
    let rules = Rules {
        language_minutes,
        walk_minutes,
        grace_minutes,
        cut_off_minutes,
        early_minutes,
        priority: privilege(&mut table, "priority", usual.priority, complaints),
        urgent: privilege(&mut table, "urgent", usual.urgent, complaints),
        appointment: privilege(&mut table, "appointment", usual.appointment, complaints),
    };
    placement::complain_of_misplaced(&mut table, complaints);
    table.finish(complaints);
    Some(rules)
}

fn privilege(table: &mut Table<'_>, name: &'static str, usual: Privilege, complaints: &mut Complaints) -> Privilege {
    let Some(node) = table.field(name) else { return usual };
    let remedy = "Write it like this: { head_start_minutes = 30, in_a_row = 2 }.";
    let Some(mut table) = node.table(remedy, complaints) else { return usual };
    let head_start = number(&mut table, "head_start_minutes", MAX_MINUTES, complaints);
    let in_a_row = number(&mut table, "in_a_row", 20, complaints).and_then(|number| u8::try_from(number).ok());
    table.finish(complaints);
    Privilege {
        head_start_minutes: head_start.unwrap_or(usual.head_start_minutes),
        in_a_row: in_a_row.unwrap_or(usual.in_a_row),
    }
}

fn number(table: &mut Table<'_>, name: &'static str, most: u16, complaints: &mut Complaints) -> Option<u16> {
    table.field(name)?.number(0..=most, complaints)
}
