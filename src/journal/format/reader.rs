//! Reads many events. Few things are promised to many tickets, so what was promised alike is read once, and shared.

use super::{promise, read};
use crate::domain::{Event, Promise};
use std::collections::HashMap;
use std::sync::Arc;

/// How many promises are kept: far more than a site has needs in its languages.
const KEPT: usize = 4096;
const ISSUED: &str = "{\"kind\":\"issued\",";
/// Within a text each quotation mark is escaped, so this begins a field.
const PROMISE: &str = ",\"promise\":{";

/// Reads events one after the other.
#[derive(Debug, Default)]
pub(in crate::journal) struct EventReader {
    promises: HashMap<String, Arc<Promise>>,
}

impl EventReader {
    /// Reads what [`super::write()`] has written; else says what is wrong.
    pub(in crate::journal) fn read(&mut self, text: &str) -> Result<Event, String> {
        let Some((ticket, promised)) = split(text) else { return read(text) };
        let mut event = read(&ticket)?;
        if let Event::Issued { promise, .. } = &mut event {
            *promise = Some(self.promise(promised)?);
        }
        Ok(event)
    }

    fn promise(&mut self, text: &str) -> Result<Arc<Promise>, String> {
        if let Some(promise) = self.promises.get(text) {
            return Ok(Arc::clone(promise));
        }
        let promise = Arc::new(promise::read(text).map_err(|error| error.to_string())?);
        if self.promises.len() < KEPT {
            self.promises.insert(text.to_owned(), Arc::clone(&promise));
        }
        Ok(promise)
    }
}

/// The event of an issued ticket without its promise, which is the last field, and the promise.
fn split(text: &str) -> Option<(String, &str)> {
    let whole = text.strip_prefix(ISSUED)?.strip_suffix('}')?;
    let promise = whole.find(PROMISE)?;
    let ticket = [ISSUED, &whole[..promise], "}"].concat();
    Some((ticket, &whole[promise + PROMISE.len() - 1..]))
}
