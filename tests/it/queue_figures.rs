//! Figures of the rules over simulated days: the accuracy of the expected wait, the benefit of languages and steps, and
//! that no bound is ever violated. The figures are printed (`--nocapture`).

use crate::world::demo_site;
use jiff::Timestamp;
use sportello::domain::queue::passes_at_most;
use sportello::domain::wait::Expected;
use sportello::domain::{Day, DeskNumber, Entry, Event, Forecast, Reason, Site, Ticket, TicketNumber, TicketState};
use sportello::sim::{Plan, Policy, Report, Share, simulate};
use std::collections::{BTreeMap, HashMap};

const A_TUESDAY: jiff::civil::Date = jiff::civil::date(2026, 11, 24);
const VISITORS: usize = 120;

#[test]
fn the_expected_wait_is_honest_and_half_as_wrong_as_the_rule_of_thumb() {
    let (site, plan) = (demo_site(), Plan::usual(A_TUESDAY, VISITORS));
    let mut score = Score::default();
    for seed in 0..50 {
        let mut open: HashMap<TicketNumber, Guess> = HashMap::new();
        simulate(&site, &plan, 1_000 + seed, |day, entry| match &entry.event {
            // Every third ticket, to save time.
            Event::Issued { number, .. } if day.tickets().len() % 3 == 0 => {
                open.extend(guess(day, *number, entry.at, seed).map(|guess| (*number, guess)));
            }
            Event::Called { ticket, .. } => {
                if let Some(guess) = open.remove(ticket) {
                    score.count(&guess, entry.at);
                }
            }
            _ => {}
        });
    }
    let Score { tickets, held, ours, by_queue, by_desks } = score;
    let of = |sum: f64| sum / f64::from(tickets);
    let share = f64::from(held) / f64::from(tickets);
    println!("{tickets} tickets of 50 days: the range held the true wait in {:.1} %", share * 100.0);
    println!("its middle is off by {:.1} min", of(ours));
    println!("average service time x people ahead in the queue / open desks: {:.1} min", of(by_queue));
    println!("the same with all whom these desks serve: {:.1} min", of(by_desks));
    assert!((0.60..=0.75).contains(&share), "{share}");
    assert!(ours * 2.0 <= by_queue, "{} against {}", of(ours), of(by_queue));
}

struct Guess {
    at: Timestamp,
    expected: Expected,
    by_queue: f64,
    by_desks: f64,
}

fn guess(day: &Day, number: TicketNumber, at: Timestamp, seed: u64) -> Option<Guess> {
    let ticket = day.ticket(number)?;
    let service = &ticket.current_step()?.service;
    let desks = day.open_desks(service);
    let expected = Forecast::of(day, at, seed, 60, || true).ticket(number)?;
    let each = f64::from(day.site().service(service)?.minutes);
    let thumb = |ahead: usize| ahead as f64 * each / desks as f64;
    let by_queue = thumb(day.queues().ahead(service, ticket.place));
    (desks > 0).then(|| Guess { at, expected, by_queue, by_desks: thumb(day.ahead(ticket)) })
}

#[derive(Default)]
struct Score {
    tickets: u32,
    held: u32,
    ours: f64,
    by_queue: f64,
    by_desks: f64,
}

impl Score {
    fn count(&mut self, guess: &Guess, called_at: Timestamp) {
        let truth = called_at.duration_since(guess.at).as_secs_f64() / 60.0;
        // Who is called at once was never told a wait worth the name.
        if truth < 1.0 && guess.expected.high < 1.0 {
            return;
        }
        let told = guess.expected.rounded();
        self.tickets += 1;
        self.held += u32::from(f64::from(told.low_min) <= truth && truth <= f64::from(told.high_min));
        self.ours += (guess.expected.middle - truth).abs();
        self.by_queue += (guess.by_queue - truth).abs();
        self.by_desks += (guess.by_desks - truth).abs();
    }
}

#[test]
fn language_and_steps_pay_on_the_demo_sites_day() {
    let site = demo_site();
    let days = |policy: Policy| -> Vec<Report> {
        let plan = Plan { policy, ..Plan::usual(A_TUESDAY, VISITORS) };
        (0..50).map(|seed| simulate(&site, &plan, seed, |_, _| {})).collect()
    };
    let (ours, separate) = (days(Policy::OwnRules), days(Policy::SeparateTickets));
    let average = |reports: &[Report], figure: &dyn Fn(&Report) -> Option<f64>| {
        let figures: Vec<f64> = reports.iter().filter_map(figure).collect();
        figures.iter().sum::<f64>() / figures.len() as f64
    };
    let in_language = |reports: &[Report]| average(reports, &|report| Some(report.share_in_language()));
    // Where one desk alone does a service, no rule can choose: there the language is what it is.
    let where_two_desks = |reports: &[Report]| {
        average(reports, &|report| {
            let several = report.visits.iter().filter(|visit| site.desks_for(&visit.service).count() > 1);
            let several: Vec<_> = several.collect();
            let spoken = several.iter().filter(|visit| visit.in_language).count();
            (!several.is_empty()).then(|| spoken as f64 / several.len() as f64)
        })
    };
    let stay = |reports: &[Report]| average(reports, &|report| report.average_stay(3));
    println!(
        "served in their language: {:.1} % against {:.1} %",
        in_language(&ours) * 100.0,
        in_language(&separate) * 100.0
    );
    println!(
        "where two desks do the service: {:.1} % against {:.1} %",
        where_two_desks(&ours) * 100.0,
        where_two_desks(&separate) * 100.0
    );
    println!("with three needs: {:.0} min against {:.0} min", stay(&ours), stay(&separate));
    assert!(in_language(&ours) >= in_language(&separate));
    assert!(where_two_desks(&ours) > where_two_desks(&separate));
    assert!(stay(&ours) < stay(&separate) * 0.9);
}

#[test]
fn no_bound_is_broken_on_any_simulated_day() {
    let site = demo_site();
    for seed in 0..20 {
        // More priority than at any real site, and more visitors than it can serve.
        let plan = Plan { priority: Share::new(0.4).expect("a share"), ..Plan::usual(A_TUESDAY, 260) };
        let mut passes = Passes::default();
        let report = simulate(&site, &plan, seed, |day, entry| passes.look(day, entry));
        assert_eq!(report.broken_bounds(), 0, "seed {seed}");
        passes.hold(&site);
    }
}

/// How often each desk passed over each ticket.
#[derive(Default)]
struct Passes {
    counts: HashMap<(TicketNumber, DeskNumber), usize>,
    tickets: BTreeMap<TicketNumber, Seen>,
    waiting: Vec<(TicketNumber, Timestamp)>,
}

struct Seen {
    aged_since: Timestamp,
    steps: usize,
}

impl Passes {
    /// After an event; those who waited before it are kept from the event before.
    fn look(&mut self, day: &Day, entry: &Entry) {
        if let Event::Called { ticket, desk, why, .. } = &entry.event
            && !why.contains(&Reason::Chosen)
        {
            let waited = std::mem::take(&mut self.waiting);
            for (other, since) in waited.into_iter().filter(|(other, _)| other != ticket) {
                let could = day.ticket(other).is_some_and(|other| may_call(day, *desk, other, since, entry.at));
                if could {
                    *self.counts.entry((other, *desk)).or_default() += 1;
                }
            }
        }
        for ticket in day.tickets() {
            let steps = ticket.steps.len();
            self.tickets.insert(ticket.number, Seen { aged_since: ticket.aged_since, steps });
        }
        let waiting = day.tickets().filter_map(|ticket| match ticket.state {
            TicketState::Waiting { since, .. } => Some((ticket.number, since)),
            _ => None,
        });
        self.waiting = waiting.collect();
    }

    /// The formula in `domain/queue.rs`, with every step of those who came before.
    fn hold(&self, site: &Site) {
        let language = jiff::SignedDuration::from_mins(i64::from(site.rules().language_minutes));
        for ((number, desk), passes) in &self.counts {
            let own = self.tickets[number].aged_since;
            let sum = |is_meant: &dyn Fn(Timestamp) -> bool| -> usize {
                self.tickets.values().filter(|seen| is_meant(seen.aged_since)).map(|seen| seen.steps).sum()
            };
            let before = sum(&|other| other < own);
            let within = sum(&|other| other >= own && other <= own + language);
            let most = passes_at_most(before, within, site.rules());
            assert!(*passes <= most, "{number} was passed over {passes} times at desk {desk}, and {most} are the most");
        }
    }
}

/// Whether a desk could have called a ticket that waits: by service, way and language.
fn may_call(day: &Day, desk: DeskNumber, ticket: &Ticket, since: Timestamp, now: Timestamp) -> bool {
    let Some(step) = ticket.current_step() else { return false };
    let at_desk = day.desk(desk);
    let language = jiff::SignedDuration::from_mins(i64::from(day.site().rules().language_minutes));
    let speaks = at_desk.languages.contains(&ticket.language);
    at_desk.services.contains(&step.service) && since <= now && (speaks || now.duration_since(since) >= language)
}
