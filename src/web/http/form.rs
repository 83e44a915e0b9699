//! Reads the fields of forms and of the query in an address.
//!
//! One rule for both: values are percent-decoded, unknown names are ignored, and of a repeated name the first counts,
//! except where a form has a list under one name.

use crate::domain::IdempotencyKey;
use crate::web::http::keys;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Query, Request};
use axum::http::Uri;

/// Names and values in the order in which they were sent.
pub(in crate::web) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The query of an address; none for one that can't be parsed.
    pub(in crate::web) fn of_query(uri: &Uri) -> Fields {
        Fields(Query::try_from_uri(uri).map(|Query(pairs)| pairs).unwrap_or_default())
    }

    /// The first value of this name.
    pub(in crate::web) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every value of this name.
    pub(in crate::web) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The idempotency key of the command: the nonce of the page, and the verb because each of a page's forms has the same
    /// nonce.
    pub(in crate::web) fn key(&self, caller: &str, verb: &str) -> Option<IdempotencyKey> {
        let nonce = self.get("nonce").filter(|nonce| (1..=40).contains(&nonce.len()))?;
        keys::own(caller, &format!("form {nonce} {verb}"))
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = FormRejection;

    async fn from_request(request: Request, state: &S) -> Result<Fields, FormRejection> {
        let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, state).await?;
        Ok(Fields(pairs))
    }
}
