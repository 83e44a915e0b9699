//! A plan as a file to edit: every key with a comment on what it means.

use crate::domain::site::leaves;
use crate::domain::{Site, Stretch};
use crate::sim::{HalfHour, Plan};
use jiff::civil::Time;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

const HEADING: &str = "\
# A day for `sportello simulate --plan FILE`. Missing keys have their usual values.
# Shares are from 0 to 1. In tables numbers are weights: twice the number comes twice as often, and names that are missing
# do not come at all.

";

/// The plan as TOML.
pub(super) fn toml(plan: &Plan, site: &Site) -> String {
    let mut document = DocumentMut::new();
    let several = [("two", plan.several_needs.two()), ("three", plan.several_needs.three())];
    let several: InlineTable = several.into_iter().map(|(name, share)| (name, number(share.get()))).collect();
    let visitors = i64::try_from(plan.visitors).unwrap_or(i64::MAX);
    let values: [(&str, Value, &str); 6] = [
        ("visitors", visitors.into(), "how many come"),
        ("several_needs", several.into(), "the share of them with two needs, and with three"),
        ("priority", number(plan.priority.get()), "the share that asks for priority"),
        ("no_show", number(plan.no_show.get()), "the share of calls to which the visitor does not come"),
        ("spread", number(plan.spread.get()), "how differently visits of one service take: 0 all the same, 1 wildly"),
        ("misjudged", number(plan.misjudged.get()), "the same for how far off the minutes in the site file are"),
    ];
    for (name, value, comment) in values {
        document.insert(name, Item::Value(commented(value, comment)));
    }
    document.insert("arrivals", arrivals(plan));
    document.insert("languages", languages(plan, site));
    document.insert("needs", needs(plan, site));
    let comment = "When each desk is open; [] for a desk that stays closed. A desk that is missing keeps the hours of its\n\
         # institution.";
    document.insert("desks", table(comment));
    document.set_trailing(desks(plan, site));
    format!("{HEADING}{document}")
}

/// By the hour where both halves weigh the same, else by half hours.
fn arrivals(plan: &Plan) -> Item {
    let mut hours: BTreeMap<u8, [f64; 2]> = BTreeMap::new();
    for (half, weight) in plan.arrivals.parts() {
        let (hour, is_second) = HalfHour::hour(*half);
        hours.entry(hour).or_default()[usize::from(is_second)] = *weight;
    }
    let mut arrivals = table("When they come: by the hour, or by half hours in quotes.");
    for (hour, [first, second]) in hours {
        if first == second {
            arrivals[&hour.to_string()] = Item::Value(number(first + second));
            continue;
        }
        for (minutes, weight) in [("00", first), ("30", second)] {
            if weight > 0.0 {
                arrivals[&format!("{hour}:{minutes}")] = Item::Value(number(weight));
            }
        }
    }
    arrivals
}

fn languages(plan: &Plan, site: &Site) -> Item {
    let mut languages = table("The languages they speak.");
    for (language, weight) in plan.languages_at(site).parts() {
        languages[language.as_str()] = Item::Value(number(*weight));
    }
    languages
}

/// Each need with its label, because codes alone are hard to read.
fn needs(plan: &Plan, site: &Site) -> Item {
    let mut needs = table("The needs they come for.");
    let weights = plan.needs_at(site);
    for (code, weight) in weights.iter().flat_map(|needs| needs.parts()) {
        let leaf = leaves(site.needs()).find(|leaf| leaf.code == *code);
        let label = leaf.and_then(|leaf| leaf.label.get(site.house_language())).unwrap_or_default();
        needs[code.as_str()] = Item::Value(commented(number(*weight), label));
    }
    needs
}

/// The hours of all desks as comments: they depend on the date, so the plan does not fix them.
fn desks(plan: &Plan, site: &Site) -> String {
    let mut text = String::new();
    for desk in site.desks() {
        let hours: Array = plan.hours_of(desk.number, site).stretches().iter().map(stretch).collect();
        let _ = writeln!(text, "# {} = {hours}", desk.number);
    }
    text
}

fn table(comment: &str) -> Item {
    let mut table = Table::new();
    table.decor_mut().set_prefix(format!("\n# {comment}\n"));
    Item::Table(table)
}

fn commented(value: Value, comment: &str) -> Value {
    value.decorated(" ", format!(" # {comment}"))
}

/// Whole numbers are written without a fraction.
fn number(number: f64) -> Value {
    if number.fract() == 0.0 { Value::from(number as i64) } else { Value::from(number) }
}

fn stretch(Stretch { from, to }: &Stretch) -> String {
    let time = |time: &Time| format!("{}:{:02}", time.hour(), time.minute());
    let to = if *to == Time::midnight() { "24:00".to_owned() } else { time(to) };
    format!("{}-{to}", time(from))
}
