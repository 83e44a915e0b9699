//! The fields of a submitted form, in the order in which they were sent.

use crate::domain::IdempotencyKey;
use crate::web::http::keys;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Request};

/// The fields of a submitted form; a name may occur more than once.
pub(in crate::web) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The value of the first field of this name.
    pub(in crate::web) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The values of all fields of this name.
    pub(in crate::web) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The idempotency key of a command: made of the caller, the nonce of the page and the verb, because two verbs of one page
    /// are two commands.
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
