//! Static files: styles, scripts, the logo, the description of the API. All are compiled into the program.

use crate::domain::institution::Colour;
use crate::web::http::answer;
use crate::web::shared::Web;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::LazyLock;

/// The design tokens that kiosk and pages share, as custom properties.
const TOKENS_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/tokens.css"));
const SPORTELLO_CSS: &str = include_str!("../../../ui/web/assets/sportello.css");
const PHONE_CSS: &str = include_str!("../../../ui/web/assets/phone.css");
const BOARD_CSS: &str = include_str!("../../../ui/web/assets/board.css");
const PATCH_JS: &str = include_str!("../../../ui/web/assets/patch.js");
const LIVE_JS: &str = include_str!("../../../ui/web/assets/live.js");
const BOARD_JS: &str = include_str!("../../../ui/web/assets/board.js");
const SOUND_JS: &str = include_str!("../../../ui/web/assets/sound.js");
const PRESS_JS: &str = include_str!("../../../ui/web/assets/press.js");
const DESK_JS: &str = include_str!("../../../ui/web/assets/desk.js");
const PHONE_JS: &str = include_str!("../../../ui/web/assets/phone.js");
const MARK_SVG: &str = include_str!("../../../ui/web/assets/mark.svg");

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// A file with its entity tag.
pub(in crate::web) struct StaticFile {
    content_type: &'static str,
    text: String,
    etag: String,
}

/// All files but the one that depends on the site. Hashed at the first request.
static FILES: LazyLock<[(&str, StaticFile); 11]> = LazyLock::new(|| {
    [
        ("sportello.css", StaticFile::new(CSS, [TOKENS_CSS, SPORTELLO_CSS].concat())),
        ("phone.css", StaticFile::new(CSS, [TOKENS_CSS, PHONE_CSS].concat())),
        ("board.css", StaticFile::new(CSS, BOARD_CSS)),
        ("patch.js", StaticFile::new(JS, PATCH_JS)),
        ("live.js", StaticFile::new(JS, LIVE_JS)),
        ("board.js", StaticFile::new(JS, BOARD_JS)),
        ("sound.js", StaticFile::new(JS, SOUND_JS)),
        ("press.js", StaticFile::new(JS, PRESS_JS)),
        ("desk.js", StaticFile::new(JS, DESK_JS)),
        ("phone.js", StaticFile::new(JS, PHONE_JS)),
        ("mark.svg", StaticFile::new("image/svg+xml", MARK_SVG)),
    ]
});

/// `GET /assets/{name}`.
pub(in crate::web) async fn file(State(web): State<Web>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    if name == "institutions.css" {
        return answer::then_close(StaticFile::new(CSS, institutions(&web)).response(&headers));
    }
    answer::then_close(match FILES.iter().find(|(known, _)| *known == name) {
        Some((_, file)) => file.response(&headers),
        None => StatusCode::NOT_FOUND.into_response(),
    })
}

/// The institutions' colours as classes: the content security policy forbids style attributes (see `guard.rs`).
fn institutions(web: &Web) -> String {
    let mut css = String::new();
    for (place, institution) in web.site().institutions().iter().enumerate() {
        let (colour, on) = (institution.colour.css(), readable_on(institution.colour));
        // Writing to a String can't fail.
        let _ = writeln!(css, ".institution-{place} {{ --institution: {colour}; --on-institution: {on}; }}");
    }
    css
}

/// White or ink, whichever has more contrast to the colour, by relative luminance as WCAG 2.2 defines it. A colour with a
/// luminance of about 0.18 has equal contrast to both.
fn readable_on(Colour(red, green, blue): Colour) -> &'static str {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    if luminance < 0.18 { "#ffffff" } else { "var(--ink)" }
}

impl StaticFile {
    pub(in crate::web) fn new(content_type: &'static str, text: impl Into<String>) -> StaticFile {
        let text = text.into();
        let digest = Sha256::digest(text.as_bytes());
        // Weak, because the same tag stands for the compressed file.
        let etag = format!("W/\"{}\"", hex::encode(&digest[..12]));
        StaticFile { content_type, text, etag }
    }

    /// `no-cache`: browsers keep the file and ask each time whether it has changed, so that an update is seen at once.
    pub(in crate::web) fn response(&self, headers: &HeaderMap) -> Response {
        let caching = [(header::CACHE_CONTROL, "no-cache"), (header::ETAG, &self.etag)];
        if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == self.etag.as_bytes()) {
            return (StatusCode::NOT_MODIFIED, caching).into_response();
        }
        (caching, [(header::CONTENT_TYPE, self.content_type)], self.text.clone()).into_response()
    }
}
