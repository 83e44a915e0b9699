//! The devices at work: how fast each issues tickets, and what is noted of its use.
//!
//! Promises: a key gives at most as many tickets at once, and then in a minute, as the device's rate says; the book is
//! written at most every two minutes for each device, and a device that has stopped is written once more.

use crate::web::http::rare_line::RareLine;
use crate::web::sign_in::accounts::{Accounts, DeviceUse, KeyedDevice};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::sleep;

/// How long what a device does is gathered before it is written.
const GATHERED_FOR: Duration = Duration::from_secs(120);
/// The most devices that are remembered. The one that was seen longest ago is forgotten first: its rate begins anew.
const REMEMBERED_MOST: usize = 256;

/// What the devices did lately. Cheap to clone.
#[derive(Clone)]
pub(in crate::web) struct DevicesAtWork {
    accounts: Accounts,
    by_name: Arc<Mutex<BTreeMap<String, DeviceAtWork>>>,
}

/// A device that sent a request lately.
struct DeviceAtWork {
    /// How many tickets it may issue now.
    left: f64,
    seen: Timestamp,
    /// Not written so far, by the minute.
    tickets: BTreeMap<i64, u32>,
    noted_at: Option<Timestamp>,
    is_writing_planned: bool,
    line: RareLine,
}

impl DevicesAtWork {
    pub(in crate::web) fn new(accounts: Accounts) -> DevicesAtWork {
        DevicesAtWork { accounts, by_name: Arc::default() }
    }

    /// Takes one ticket of those that the device may issue now; else says after how many seconds it may try again.
    pub(super) fn take_turn(&self, device: &KeyedDevice, now: Timestamp) -> Result<(), u32> {
        let mut by_name = self.lock();
        let at_work = find(&mut by_name, device, now);
        at_work.refill(device.rate, now);
        if at_work.left >= 1.0 {
            at_work.left -= 1.0;
            return Ok(());
        }
        if let Some(left_out) = at_work.line.due() {
            tracing::warn!(device = %device.name, rate = device.rate, left_out, "a device asked for more tickets than its rate allows, and was refused: remove it if its key is in other hands, or add it anew with a higher --rate");
        }
        let seconds = (1.0 - at_work.left) * 60.0 / f64::from(device.rate.max(1));
        Err(seconds.ceil().clamp(1.0, 60.0) as u32)
    }

    /// Notes a request of a device, and whether a ticket came of it.
    pub(in crate::web) fn note(&self, device: &KeyedDevice, has_issued: bool, now: Timestamp) {
        let mut by_name = self.lock();
        let at_work = find(&mut by_name, device, now);
        at_work.refill(device.rate, now);
        at_work.seen = now;
        if has_issued {
            *at_work.tickets.entry(DeviceUse::minute(now)).or_default() += 1;
        }
        let is_due = is_older(at_work.noted_at, GATHERED_FOR, now);
        if is_due {
            let used = at_work.take_use(&device.name, now);
            let accounts = self.accounts.clone();
            // A failure is logged there, and the next one tells of what was seen last.
            tokio::spawn(async move { accounts.note_use(used).await });
        } else if !at_work.is_writing_planned {
            at_work.is_writing_planned = true;
            tokio::spawn(self.clone().write_later(device.name.clone()));
        }
    }

    async fn write_later(self, name: String) {
        sleep(GATHERED_FOR).await;
        let used = self.lock().get_mut(&name).map(|at_work| {
            at_work.is_writing_planned = false;
            at_work.take_use(&name, at_work.seen)
        });
        if let Some(used) = used {
            let _ = self.accounts.note_use(used).await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, DeviceAtWork>> {
        self.by_name.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn find<'a>(
    by_name: &'a mut BTreeMap<String, DeviceAtWork>,
    device: &KeyedDevice,
    now: Timestamp,
) -> &'a mut DeviceAtWork {
    if !by_name.contains_key(&device.name) && by_name.len() >= REMEMBERED_MOST {
        let oldest = by_name.iter().min_by_key(|(_, at_work)| at_work.seen).map(|(name, _)| name.clone());
        oldest.and_then(|name| by_name.remove(&name));
    }
    by_name.entry(device.name.clone()).or_insert_with(|| DeviceAtWork {
        left: f64::from(device.rate),
        seen: now,
        tickets: BTreeMap::new(),
        noted_at: None,
        is_writing_planned: false,
        line: RareLine::new(),
    })
}

impl DeviceAtWork {
    /// Tickets come back evenly. A clock that is set back takes nothing away.
    fn refill(&mut self, rate: u32, now: Timestamp) {
        let passed = now.duration_since(self.seen).as_secs_f64().max(0.0);
        self.left = (self.left + passed * f64::from(rate) / 60.0).min(f64::from(rate));
        self.seen = now;
    }

    /// What has to be written; it counts as written from now on.
    fn take_use(&mut self, name: &str, now: Timestamp) -> DeviceUse {
        self.noted_at = Some(now);
        let tickets = std::mem::take(&mut self.tickets).into_iter().collect();
        DeviceUse { name: name.to_owned(), seen: self.seen, tickets }
    }
}

/// Whether so much time has passed since then, in either direction.
fn is_older(then: Option<Timestamp>, than: Duration, now: Timestamp) -> bool {
    then.is_none_or(|then| now.duration_since(then).unsigned_abs() >= than)
}
