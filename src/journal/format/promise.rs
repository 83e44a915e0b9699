//! The stored form of what a ticket was promised.

use super::with::{text, words};
use crate::domain::promise::{Promise, PromisedNeed, PromisedService};
use crate::domain::{NeedCode, ServiceCode, Words};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(remote = "Promise")]
struct StoredPromise {
    #[serde(rename = "quiet", default)]
    is_quiet: bool,
    #[serde(with = "needs", default, skip_serializing_if = "Vec::is_empty")]
    needs: Vec<PromisedNeed>,
    #[serde(with = "services", default, skip_serializing_if = "Vec::is_empty")]
    services: Vec<PromisedService>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "PromisedNeed")]
struct StoredNeed {
    #[serde(with = "text")]
    code: NeedCode,
    #[serde(with = "words")]
    label: Words,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "PromisedService")]
struct StoredService {
    #[serde(with = "text")]
    code: ServiceCode,
    #[serde(with = "words")]
    label: Words,
    institution: String,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct OnePromise(#[serde(with = "StoredPromise")] Promise);

struct PromiseToWrite<'a>(&'a Promise);

impl Serialize for PromiseToWrite<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        StoredPromise::serialize(self.0, out)
    }
}

pub(super) fn serialize<S: Serializer>(promise: &Option<Promise>, out: S) -> Result<S::Ok, S::Error> {
    promise.as_ref().map(PromiseToWrite).serialize(out)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Promise>, D::Error> {
    Ok(Option::<OnePromise>::deserialize(input)?.map(|OnePromise(promise)| promise))
}

/// The same, shared with the ticket.
pub(super) mod shared {
    use super::{OnePromise, PromiseToWrite};
    use crate::domain::Promise;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::Arc;

    pub fn serialize<S: Serializer>(promise: &Option<Arc<Promise>>, out: S) -> Result<S::Ok, S::Error> {
        promise.as_deref().map(PromiseToWrite).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Arc<Promise>>, D::Error> {
        Ok(Option::<OnePromise>::deserialize(input)?.map(|OnePromise(promise)| Arc::new(promise)))
    }
}

/// Reads a promise by itself.
pub(super) fn read(text: &str) -> serde_json::Result<Promise> {
    serde_json::from_str(text).map(|OnePromise(promise)| promise)
}

/// A list of values by the description of one.
macro_rules! list {
    ($list:ident of $value:ident as $form:ident in $stored:literal) => {
        mod $list {
            use crate::domain::promise::$value;
            use crate::journal::format::promise::$form;
            use serde::{Deserialize, Deserializer, Serialize, Serializer};

            #[derive(Serialize, Deserialize)]
            #[serde(transparent)]
            struct One(#[serde(with = $stored)] $value);

            pub fn serialize<S: Serializer>(values: &[$value], out: S) -> Result<S::Ok, S::Error> {
                out.collect_seq(values.iter().cloned().map(One))
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<$value>, D::Error> {
                Ok(Vec::<One>::deserialize(input)?.into_iter().map(|One(value)| value).collect())
            }
        }
    };
}

list!(needs of PromisedNeed as StoredNeed in "StoredNeed");
list!(services of PromisedService as StoredService in "StoredService");
