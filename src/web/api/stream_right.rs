//! The right to follow a topic, looked at again for as long as its stream goes on: a sign-in may end at any moment.

use crate::clock::Deadline;
use crate::web::shared::Shared;
use crate::web::sign_in::accounts::AccountsAway;
use crate::web::sign_in::caller;
use axum::http::{HeaderMap, header};
use std::time::Duration;

/// How long a right counts while accounts can't be read: a disk that does not answer must not silence the desks at once.
const UNREAD_MOST: Duration = Duration::from_secs(60);

/// The right to follow a topic.
pub(super) struct StreamRight {
    /// What the client showed; `None` where everyone may follow.
    shown: Option<HeaderMap>,
    unread: Option<Deadline>,
}

impl StreamRight {
    pub(super) fn of_everyone() -> StreamRight {
        StreamRight { shown: None, unread: None }
    }

    /// The right of the staff member whose cookie these headers have.
    pub(super) fn of_staff(headers: &HeaderMap) -> StreamRight {
        let cookies = headers.get_all(header::COOKIE).iter();
        let shown = cookies.map(|cookie| (header::COOKIE, cookie.clone())).collect();
        StreamRight { shown: Some(shown), unread: None }
    }

    /// Whether it may end.
    pub(super) fn is_bounded(&self) -> bool {
        self.shown.is_some()
    }

    /// Whether the client may still follow.
    pub(super) async fn stands(&mut self, web: &Shared) -> bool {
        let Some(shown) = &self.shown else { return true };
        match caller::staff(web, shown).await {
            Ok(session) => {
                self.unread = None;
                session.is_some()
            }
            Err(AccountsAway) => !self.unread.get_or_insert_with(|| Deadline::after(UNREAD_MOST)).is_over(),
        }
    }
}
