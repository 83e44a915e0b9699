//! The board's newest picture, made once for each state of the day and shared by all boards.

use crate::domain::Day;
use crate::locale::Locales;
use crate::web::board::view::{self, BoardView};
use crate::web::http::rare_line::RareLine;
use std::sync::{Arc, Mutex, PoisonError};

/// What all boards show at one state of the day.
pub(in crate::web) struct Picture {
    pub(in crate::web) view: BoardView,
    /// The view as JSON.
    pub(in crate::web) json: Arc<str>,
}

/// Remembers the newest picture and the day that it shows.
#[derive(Default)]
pub(in crate::web) struct BoardPictures(Mutex<Option<(Arc<Day>, Arc<Picture>)>>);

impl BoardPictures {
    /// The board of this day, in the site's own language.
    pub(in crate::web) fn of(&self, day: &Arc<Day>, locales: &Locales) -> Arc<Picture> {
        // Made under the lock: the streams of a hundred boards ask for the same picture at the same moment.
        let mut newest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, picture)) = newest.as_ref().filter(|(shown, _)| Arc::ptr_eq(shown, day)) {
            return Arc::clone(picture);
        }
        let view = view::of(day, locales.translator(day.site().house_language()));
        let json = serde_json::to_string(&view).unwrap_or_else(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "the board could not be written as JSON; report this as a bug");
            }
            "null".to_owned()
        });
        let picture = Arc::new(Picture { view, json: json.into() });
        *newest = Some((Arc::clone(day), Arc::clone(&picture)));
        picture
    }
}
