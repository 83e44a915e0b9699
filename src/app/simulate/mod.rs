//! `sportello simulate`: a day through the real rules, before anybody has to live by them.

mod read_plan;
mod side_by_side;
mod write_plan;

use super::arguments::SimulateOptions;
use super::{Failure, say, site};
use crate::domain::Site;
use crate::locale::Locales;
use crate::sim::{self, Plan, Report};
use jiff::civil::Date;
use std::path::Path;

/// Where nobody names a day: an ordinary Tuesday.
const USUAL_DAY: Date = jiff::civil::date(2026, 11, 24);

/// Simulates a day on one site file, or on two side by side; or writes the usual plan of such a day.
pub(super) fn simulate(options: &SimulateOptions) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let read = |file: Option<&Path>| site::read(file, Vec::new(), &locales);
    let site = read(options.site.as_deref())?;
    if options.print_plan {
        return say(write_plan::toml(&plan(options, &site)?, &site).trim_end());
    }
    let other = options.compare.as_deref().map(|file| read(Some(file))).transpose()?;
    // Both are read before the first day begins: what is wrong is told at once.
    let (plan_here, plan_there) =
        (plan(options, &site)?, other.as_ref().map(|other| plan(options, other)).transpose()?);
    let report = |site: &Site, plan: &Plan| sim::simulate(site, plan, options.seed, |_, _| {});
    let first = report(&site, &plan_here);
    let Some((other, plan_there)) = other.zip(plan_there) else {
        say(first.table().trim_end())?;
        return write_csv(options.csv.as_deref(), &first.csv());
    };
    let second: Report = report(&other, &plan_there);
    say(side_by_side::table(&first, &second).trim_end())?;
    write_csv(options.csv.as_deref(), &format!("{}\n{}", first.csv(), second.csv()))
}

/// The plan that the options name, for a site; what they say themselves comes first.
fn plan(options: &SimulateOptions, site: &Site) -> Result<Plan, Failure> {
    let usual = Plan::usual(options.date.unwrap_or(USUAL_DAY), Plan::USUAL_VISITORS);
    let mut plan = match &options.plan {
        Some(file) => read_plan::read(file, site, usual)?,
        None => usual,
    };
    plan.visitors = options.visitors.map_or(plan.visitors, usize::from);
    Ok(plan)
}

fn write_csv(file: Option<&Path>, csv: &str) -> Result<(), Failure> {
    let Some(file) = file else { return Ok(()) };
    std::fs::write(file, csv).map_err(|error| {
        Failure(format!("{} can't be written ({error}): choose a folder that is there and yours", file.display()))
    })
}
