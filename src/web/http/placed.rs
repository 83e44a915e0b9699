//! A request on its connection: the connection gets the place that its client has a right to, and is busy until the response
//! is sent.

use crate::web::http::client::Client;
use crate::web::http::fair_room::Holder;
use crate::web::http::listen::Peer;
use crate::web::http::per_address::network_of;
use crate::web::http::places::{PlaceHandle, PlaceKind};
use crate::web::shared::Shared;
use crate::web::sign_in::caller;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use axum::response::Response;
use futures_util::Stream;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// A request that is being answered.
pub(in crate::web) struct PlacedRequest(Option<Arc<PlaceHandle>>);

/// The same, for a request that has no place.
pub(in crate::web) struct TurnedAway(PlacedRequest);

impl PlacedRequest {
    /// Finds the place of a request.
    pub(in crate::web) async fn begin(
        web: &Shared,
        headers: &HeaderMap,
        extensions: &Extensions,
    ) -> Result<PlacedRequest, TurnedAway> {
        let peer = extensions.get::<ConnectInfo<Peer>>();
        let Some(place) = peer.and_then(|ConnectInfo(peer)| peer.place.clone()) else { return Ok(PlacedRequest(None)) };
        place.begin();
        let visit = PlacedRequest(Some(Arc::clone(&place)));
        if place.kind() == Some(PlaceKind::House) {
            return Ok(visit);
        }
        if let Some(holder) = member_of_house(web, headers).await
            && place.move_to(PlaceKind::House, &holder)
        {
            return Ok(visit);
        }
        let client = extensions.get::<Client>();
        let has_place = match client.filter(|client| client.is_proxied) {
            Some(client) => place.move_to(PlaceKind::Strangers, &Holder::Network(client.address.map(network_of))),
            None => !place.is_turned_away(),
        };
        if has_place {
            return Ok(visit);
        }
        PlaceHandle::log_turned_away(client.and_then(|client| client.address));
        Err(TurnedAway(visit))
    }

    /// Keeps the connection busy until the response is sent.
    pub(in crate::web) fn end_with(mut self, response: Response) -> Response {
        if self.0.is_none() {
            return response;
        }
        // Most answers are there as a whole; their length must not be lost. A stream ends when it is dropped.
        if response.body().size_hint().exact().is_some() {
            if let Some(place) = self.0.take() {
                place.answer();
            }
            return response;
        }
        response.map(|body| Body::from_stream(Held { body: body.into_data_stream(), _visit: self }))
    }
}

impl TurnedAway {
    /// The visit, for those few pages that are served all the same.
    pub(in crate::web) fn visit(self) -> PlacedRequest {
        self.0
    }
}

impl Drop for PlacedRequest {
    fn drop(&mut self) {
        if let Some(place) = self.0.take() {
            place.finish();
        }
    }
}

/// Who of the house sends a request, as far as a cookie or key shows it now.
async fn member_of_house(web: &Shared, headers: &HeaderMap) -> Option<Holder> {
    if !caller::shows_secret(headers) {
        return None;
    }
    let _turn = web.look_ups.acquire().await.ok()?;
    caller::member(web, headers, None).await.ok().flatten()
}

struct Held {
    body: axum::body::BodyDataStream,
    _visit: PlacedRequest,
}

impl Stream for Held {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}
