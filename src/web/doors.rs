//! The doors of a site: one for the house with everything, and one more, where it is wanted, for strangers alone, so that the
//! door of the staff need not be reachable from the visitors' network. Both share their places.
//!
//! With a certificate the house's door speaks https alone, so that no PIN goes over a wire in clear. That of the strangers then
//! speaks both: a phone that does not know the certificate's authority would warn of the page that its ticket leads to.

use crate::tls::Https;
use crate::web::http::listen::{Listening, serve_with};
use crate::web::http::places::Places;
use axum::Router;
use std::pin::Pin;
use tokio::net::TcpListener;

/// A door; in the extensions of every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// For everything.
    House,
    /// For what strangers may do: their tickets, the board, the catalogue.
    Public,
}

/// All pages and calls, behind their doors.
pub struct Pages {
    pub(in crate::web) house: Router,
    pub(in crate::web) public: Router,
    pub(in crate::web) places: Places,
}

impl Pages {
    /// Serves a door until `stop` completes, then at most two seconds longer.
    pub fn serve(
        &self,
        door: Door,
        listener: TcpListener,
        https: Option<Https>,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let router = match door {
            Door::House => self.house.clone(),
            Door::Public => self.public.clone(),
        };
        Box::pin(serve_with(Listening { listener, https, places: self.places.clone() }, router, stop))
    }
}
