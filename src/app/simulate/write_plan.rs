//! A plan as a file to begin with: every key with what it means, ready to be changed.

use crate::domain::site::leaves;
use crate::domain::{Site, Stretch};
use crate::sim::{HalfHour, Plan};
use jiff::civil::Time;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The plan as TOML.
pub(super) fn toml(plan: &Plan, site: &Site) -> String {
    let mut text = format!(
        "# A day for `sportello simulate --plan FILE`. What is not here is as usual.\n\
         # Shares are from 0 to 1. In tables numbers are weights: twice the number comes twice as often, what is not named\n\
         # does not come at all.\n\n\
         visitors = {} # how many come\n\
         several_needs = {{ two = {}, three = {} }} # the share of them with two needs, and with three\n\
         priority = {} # the share that asks for priority\n\
         no_show = {} # the share of calls to which nobody comes\n\
         spread = {} # how differently visits of one service take: 0 all the same, 1 wildly\n\
         misjudged = {} # the same for how far off the minutes in the site file are\n",
        plan.visitors,
        plan.several_needs.two().get(),
        plan.several_needs.three().get(),
        plan.priority.get(),
        plan.no_show.get(),
        plan.spread.get(),
        plan.misjudged.get(),
    );
    text += "\n# When they come: by the hour, or by half hours in quotes.\n[arrivals]\n";
    text += &arrivals(plan);
    text += "\n# What they speak.\n[languages]\n";
    for (language, weight) in plan.languages_at(site).parts() {
        let _ = writeln!(text, "{language} = {weight}");
    }
    text += "\n# What they come for.\n[needs]\n";
    let needs = plan.needs_at(site);
    for (code, weight) in needs.iter().flat_map(|needs| needs.parts()) {
        let leaf = leaves(site.needs()).find(|leaf| leaf.code == *code);
        let label = leaf.and_then(|leaf| leaf.label.get(site.house_language())).unwrap_or_default();
        let _ = writeln!(text, "\"{code}\" = {weight} # {label}");
    }
    text += "\n# When somebody sits at a desk; [] for a desk that stays closed. A desk that is not named keeps the hours of its\n\
             # institution.\n[desks]\n";
    for desk in site.desks() {
        let hours = plan.hours_of(desk.number, site);
        let hours: Vec<String> = hours.stretches().iter().map(stretch).collect();
        let _ = writeln!(text, "# {} = [{}]", desk.number, hours.join(", "));
    }
    text
}

fn arrivals(plan: &Plan) -> String {
    let mut text = String::new();
    let mut hours: BTreeMap<u8, [f64; 2]> = BTreeMap::new();
    for (half, weight) in plan.arrivals.parts() {
        let (hour, is_second) = HalfHour::hour(*half);
        hours.entry(hour).or_default()[usize::from(is_second)] = *weight;
    }
    for (hour, [first, second]) in hours {
        if first == second {
            let _ = writeln!(text, "{hour} = {}", first + second);
            continue;
        }
        for (minutes, weight) in [("00", first), ("30", second)] {
            if weight > 0.0 {
                let _ = writeln!(text, "\"{hour}:{minutes}\" = {weight}");
            }
        }
    }
    text
}

fn stretch(Stretch { from, to }: &Stretch) -> String {
    let time = |time: &Time| format!("{}:{:02}", time.hour(), time.minute());
    let to = if *to == Time::midnight() { "24:00".to_owned() } else { time(to) };
    format!("\"{}-{to}\"", time(from))
}
