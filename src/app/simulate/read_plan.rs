//! Reads a plan file: the manager's own day. Missing keys have their usual values.

use crate::app::failure::Failure;
use crate::app::site;
use crate::catalogue::{self, Complaints, Node, Table, did_you_mean, quoted};
use crate::domain::site::leaves;
use crate::domain::{Desk, DeskNumber, LanguageTag, Leads, NeedCode, Site};
use crate::sim::{DeskHours, HalfHour, Plan, SeveralNeeds, Share, Spread, Weights};
use std::collections::BTreeMap;
use std::path::Path;

/// The largest weight; far beyond any count of people.
const MAX_WEIGHT: f64 = 1_000_000.0;
/// The most visitors of a day, as for `--visitors`.
const MAX_VISITORS: u16 = 5_000;

/// Reads a plan for a site; missing values are taken from `usual`.
pub(super) fn read(file: &Path, site: &Site, usual: Plan) -> Result<Plan, Failure> {
    let plan = catalogue::open_table(file, |table, complaints| PlanFile { site, complaints }.plan(table, usual));
    plan.map_err(|mistakes| site::failure(file, &mistakes))
}

struct PlanFile<'a> {
    site: &'a Site,
    complaints: &'a mut Complaints,
}

/// The problem of a key, and its remedy.
type KeyProblem = (String, String);

impl PlanFile<'_> {
    fn plan(&mut self, table: &mut Table<'_>, usual: Plan) -> Plan {
        let visitors = table.field("visitors").and_then(|node| node.number(1..=MAX_VISITORS, self.complaints));
        let site = self.site;
        Plan {
            visitors: visitors.map_or(usual.visitors, usize::from),
            several_needs: self.several_needs(table).unwrap_or(usual.several_needs),
            priority: self.share(table, "priority").unwrap_or(usual.priority),
            no_show: self.share(table, "no_show").unwrap_or(usual.no_show),
            spread: self.spread(table, "spread").unwrap_or(usual.spread),
            misjudged: self.spread(table, "misjudged").unwrap_or(usual.misjudged),
            arrivals: self.arrivals(table).unwrap_or(usual.arrivals),
            languages: self.weights(table, "languages", "it = 30", |key| language(key, site)).or(usual.languages),
            needs: self.weights(table, "needs", "\"permit.renew\" = 10", |key| need(key, site)).or(usual.needs),
            desks: self.desks(table).unwrap_or(usual.desks),
            ..usual
        }
    }

    fn share(&mut self, table: &mut Table<'_>, name: &'static str) -> Option<Share> {
        table.field(name)?.amount(0.0..=1.0, self.complaints).and_then(Share::new)
    }

    fn spread(&mut self, table: &mut Table<'_>, name: &'static str) -> Option<Spread> {
        table.field(name)?.amount(0.0..=Spread::MOST, self.complaints).and_then(Spread::new)
    }

    fn several_needs(&mut self, table: &mut Table<'_>) -> Option<SeveralNeeds> {
        let node = table.field("several_needs")?;
        let mut inner = node.table("Write it like this: { two = 0.12, three = 0.06 }.", self.complaints)?;
        let before = self.complaints.len();
        let two = self.share(&mut inner, "two").unwrap_or(Share::NONE);
        let three = self.share(&mut inner, "three").unwrap_or(Share::NONE);
        inner.finish(self.complaints);
        let several = SeveralNeeds::new(two, three);
        if several.is_none() && self.complaints.len() == before {
            node.wrong("adds up to more than all visitors", "Let two and three add up to 1 at most.", self.complaints);
        }
        several
    }

    fn arrivals(&mut self, table: &mut Table<'_>) -> Option<Weights<HalfHour>> {
        let hours = self.weights(table, "arrivals", "9 = 30", |key| halves(key).map(|halves| (halves[0], halves)))?;
        let mut all: BTreeMap<HalfHour, f64> = BTreeMap::new();
        for (halves, weight) in hours.parts() {
            for half in halves {
                *all.entry(*half).or_default() += weight / halves.len() as f64;
            }
        }
        Weights::new(all)
    }

    /// A table of weights. `meaning` gives the value of a key and its sort key: a plan must not change with the order
    /// of its lines.
    fn weights<T: Clone, O: Ord>(
        &mut self,
        table: &mut Table<'_>,
        name: &'static str,
        example: &str,
        meaning: impl Fn(&str) -> Result<(O, T), KeyProblem>,
    ) -> Option<Weights<T>> {
        let node = table.field(name)?;
        let inner =
            node.table(&format!("Begin a table with a line [{name}], and below it {example}."), self.complaints)?;
        let before = self.complaints.len();
        let mut parts = Vec::new();
        for (key, node) in flat("", &inner, self.complaints) {
            match meaning(&key) {
                Ok((order, meant)) => {
                    let weight = node.amount(0.0..=MAX_WEIGHT, self.complaints).unwrap_or_default();
                    parts.push((order, (meant, weight)));
                }
                Err((problem, remedy)) => node.wrong(problem, remedy, self.complaints),
            }
        }
        parts.sort_by(|one, other| one.0.cmp(&other.0));
        let weights = Weights::new(parts.into_iter().map(|(_, part)| part));
        if weights.is_none() && self.complaints.len() == before {
            let remedy = format!("Write at least one number above 0, such as {example}, or take out [{name}].");
            node.lacks("has nothing above 0", remedy, self.complaints);
        }
        weights
    }

    fn desks(&mut self, table: &mut Table<'_>) -> Option<BTreeMap<DeskNumber, DeskHours>> {
        let node = table.field("desks")?;
        let remedy = "Begin a table with a line [desks], and below it 1 = [\"9:00-13:00\"].";
        let mut desks = BTreeMap::new();
        for (key, node) in node.table(remedy, self.complaints)?.entries() {
            let node = node.named(key);
            let Some(desk) = self.site.desks().iter().find(|desk| desk.number.to_string() == key) else {
                let number = |desk: &Desk| desk.number.to_string();
                let numbers: Vec<String> = self.site.desks().iter().map(number).collect();
                let remedy = format!("The site has: {}.", numbers.join(", "));
                node.wrong(format!("unknown desk {}", quoted(key)), remedy, self.complaints);
                continue;
            };
            let Some(stretches) = catalogue::stretches(&node, self.complaints) else { continue };
            match DeskHours::new(stretches) {
                Some(hours) => drop(desks.insert(desk.number, hours)),
                None => node.wrong("has hours that overlap", "Write each time of the day once.", self.complaints),
            }
        }
        Some(desks)
    }
}

/// Every key with its value. TOML reads a code with a full stop as nested tables unless it is in quotes; here its parts
/// are joined again.
fn flat<'a>(above: &str, table: &Table<'a>, complaints: &mut Complaints) -> Vec<(String, Node<'a>)> {
    let mut all = Vec::new();
    for (key, node) in table.entries() {
        let key = if above.is_empty() { key.to_owned() } else { format!("{above}.{key}") };
        let node = node.named(&key);
        let below = if node.is_table() { node.table("", complaints) } else { None };
        match below {
            Some(below) => all.extend(flat(&key, &below, complaints)),
            None => all.push((key, node)),
        }
    }
    all
}

/// `9` is an hour, `"9:30"` half of one.
fn halves(key: &str) -> Result<Vec<HalfHour>, KeyProblem> {
    let number = |text: &str| -> Option<u8> {
        let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
        text.parse().ok().filter(|_| is_number)
    };
    let of = |hour: &str, parts: &[bool]| -> Option<Vec<HalfHour>> {
        let hour = number(hour)?;
        parts.iter().map(|is_second| HalfHour::of(hour, *is_second)).collect()
    };
    let halves = match key.split_once(':') {
        None => of(key, &[false, true]),
        Some((hour, "00")) => of(hour, &[false]),
        Some((hour, "30")) => of(hour, &[true]),
        Some(_) => None,
    };
    let remedy = "Write an hour from 0 to 23, such as 9 = 30, or a half hour in quotes, such as \"9:30\" = 15.";
    halves.ok_or_else(|| (format!("{} is not an hour", quoted(key)), remedy.to_owned()))
}

fn language(key: &str, site: &Site) -> Result<(usize, LanguageTag), KeyProblem> {
    let names = || site.languages().iter().map(LanguageTag::as_str);
    let found = site.languages().iter().enumerate().find(|(_, language)| language.as_str() == key);
    found.map(|(place, language)| (place, language.clone())).ok_or_else(|| {
        let remedy = format!("The site speaks: {}.", names().collect::<Vec<_>>().join(", "));
        (format!("the site does not speak {}", quoted(key)), remedy)
    })
}

fn need(key: &str, site: &Site) -> Result<(usize, NeedCode), KeyProblem> {
    let found = leaves(site.needs()).enumerate().find(|(_, leaf)| leaf.code.as_str() == key);
    if let Some((place, leaf)) = found {
        return match leaf.leads() {
            Some(Leads::Services(_)) => Ok((place, leaf.code.clone())),
            _ => {
                let remedy = "Take it out: who comes for it takes no number and does not wait.".to_owned();
                Err((format!("{} leads straight to a person", quoted(key)), remedy))
            }
        };
    }
    let menu = site.needs().iter().find(|need| need.code.as_str() == key);
    let among: Vec<&str> = match menu {
        Some(menu) => menu.menu().iter().map(|leaf| leaf.code.as_str()).collect(),
        None => leaves(site.needs()).map(|leaf| leaf.code.as_str()).collect(),
    };
    let list = format!("There are: {}.", among.join(", "));
    match menu {
        Some(_) => Err((format!("{} is a menu", quoted(key)), format!("Write what is chosen in it. {list}"))),
        None => {
            let near = did_you_mean(key, among.iter().copied());
            let remedy = if near.is_empty() { list } else { near };
            Err((format!("unknown need {}", quoted(key)), remedy))
        }
    }
}
