//! `sportello simulate`: a day through the real rules, to try a site file before it is used.

mod read_plan;
mod side_by_side;
mod write_plan;

use super::arguments::SimulateOptions;
use super::failure::{Context, Failure};
use super::site;
use super::terminal::print_line;
use crate::domain::Site;
use crate::locale::Locales;
use crate::sim::{self, Plan, Report};
use jiff::civil::Date;
use std::path::Path;

/// The date when none is given: an ordinary Tuesday.
const USUAL_DAY: Date = jiff::civil::date(2026, 11, 24);

/// Simulates a day on one site file, or on two side by side; or prints the usual plan of such a day.
pub(super) fn simulate(options: &SimulateOptions) -> Result<(), Failure> {
    let locales = Locales::load()?;
    let read = |file: Option<&Path>| site::read(file, None, Vec::new(), &locales);
    let site = read(options.site.as_deref())?;
    if options.print_plan {
        return print_line(write_plan::toml(&plan(options, &site)?, &site).trim_end());
    }
    let other = options.compare.as_deref().map(|file| read(Some(file))).transpose()?;
    // Both plans are read before the first day begins, so that mistakes are reported at once.
    let (plan_here, plan_there) =
        (plan(options, &site)?, other.as_ref().map(|other| plan(options, other)).transpose()?);
    let report = |site: &Site, plan: &Plan| sim::simulate(site, plan, options.seed, |_, _| {});
    let first = report(&site, &plan_here);
    let Some((other, plan_there)) = other.zip(plan_there) else {
        print_line(first.table().trim_end())?;
        return write_csv(options.csv.as_deref(), &[first]);
    };
    let second = report(&other, &plan_there);
    print_line(side_by_side::table(&first, &second).trim_end())?;
    write_csv(options.csv.as_deref(), &[first, second])
}

/// The plan that the options name, for a site; options override the plan file.
fn plan(options: &SimulateOptions, site: &Site) -> Result<Plan, Failure> {
    let usual = Plan::usual(options.date.unwrap_or(USUAL_DAY), Plan::USUAL_VISITORS);
    let mut plan = match &options.plan {
        Some(file) => read_plan::read(file, site, usual)?,
        None => usual,
    };
    plan.visitors = options.visitors.map_or(plan.visitors, usize::from);
    Ok(plan)
}

/// Writes the reports one below the other, with an empty line between.
fn write_csv(file: Option<&Path>, reports: &[Report]) -> Result<(), Failure> {
    let Some(file) = file else { return Ok(()) };
    let mut bytes = Vec::new();
    for report in reports {
        if !bytes.is_empty() {
            bytes.push(b'\n');
        }
        report.write_csv(&mut bytes).or_unwritable(file)?;
    }
    std::fs::write(file, bytes).or_unwritable(file)
}
