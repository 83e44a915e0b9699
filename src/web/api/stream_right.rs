//! The right to follow a topic, looked at again for as long as its stream goes on: a sign-in may end at any moment.

use crate::clock::Deadline;
use crate::domain::DeskNumber;
use crate::web::audience::AT_DESK;
use crate::web::http::fair_room::Holder;
use crate::web::shared::Shared;
use crate::web::sign_in::accounts::{AccountsAway, DeviceRight};
use crate::web::sign_in::caller::{self, Denied};
use crate::web::sign_in::reach::Reach;
use axum::http::{HeaderMap, HeaderName, header};
use std::time::Duration;

/// How long a right counts while accounts can't be read: a disk that does not answer must not silence the desks at once.
const UNREAD_MOST: Duration = Duration::from_secs(60);

/// How long the right to a kept place counts without a look: what such a stream says is public, and many boards may have
/// one.
const PLACE_COUNTS: Duration = Duration::from_secs(3);

/// The member of the house whose stream has a place that is kept for it. The key of a device that shows no board gives it none:
/// such a stream is a stranger's.
pub(super) async fn member(web: &Shared, headers: &HeaderMap) -> Result<Option<Holder>, AccountsAway> {
    caller::member(web, headers, Some(DeviceRight::Board)).await
}

/// The right to follow a topic, or to a place that is kept for the house.
pub(super) struct StreamRight {
    member: Option<StreamMember>,
    /// Where the topic is a desk: it has to be one of the account's.
    desk: Option<DeskNumber>,
    /// How far the account reached at the last look.
    reach: Reach,
    unread: Option<Deadline>,
    /// Since the last look at the right to a place.
    looked: Option<Deadline>,
}

/// A member of the house, with the cookie or key that shows it.
struct StreamMember {
    holder: Holder,
    shown: HeaderMap,
}

impl StreamRight {
    /// The right of the member of the house that sent these headers and reaches so far; without one, that of everyone.
    pub(super) fn of(
        member: Option<&Holder>,
        headers: &HeaderMap,
        desk: Option<DeskNumber>,
        reach: Reach,
    ) -> StreamRight {
        let named = |name: HeaderName| headers.get_all(&name).iter().map(move |value| (name.clone(), value.clone()));
        let shown = || [header::COOKIE, header::AUTHORIZATION].into_iter().flat_map(named).collect();
        let member = member.map(|holder| StreamMember { holder: holder.clone(), shown: shown() });
        StreamRight { member, desk, reach, unread: None, looked: None }
    }

    /// Whether it may end.
    pub(super) fn is_bounded(&self) -> bool {
        self.member.is_some()
    }

    /// How far the account reaches: its institutions may change while it hears.
    pub(super) fn reach(&self) -> &Reach {
        &self.reach
    }

    /// Whether it still holds.
    pub(super) async fn holds(&mut self, web: &Shared) -> bool {
        let Some(StreamMember { holder, shown }) = &self.member else { return true };
        let is_recent = |looked: &Deadline| !looked.is_over();
        if self.desk.is_none() && self.looked.as_ref().is_some_and(is_recent) {
            return true;
        }
        self.looked = Some(Deadline::after(PLACE_COUNTS));
        let found = match self.desk {
            Some(desk) => caller::at_desk(web, shown, AT_DESK, desk).await.map(|session| {
                self.reach = Reach::of(&session, &web.site());
                Holder::Staff(session.name)
            }),
            None => member(web, shown).await.map_err(Denied::from).and_then(|found| found.ok_or(Denied::SignedOut)),
        };
        match found {
            Ok(found) => {
                self.unread = None;
                found == *holder
            }
            Err(denied) if denied != Denied::Away => false,
            Err(_) => !self.unread.get_or_insert_with(|| Deadline::after(UNREAD_MOST)).is_over(),
        }
    }
}
