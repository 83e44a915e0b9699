//! Files that browsers load: styles, scripts, the mark, the description of the API. All are part of the program.

use crate::domain::institution::Colour;
use crate::web::shared::Web;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The named colours and sizes that glass and pages share, as custom properties.
const TOKENS_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/tokens.css"));
const SPORTELLO_CSS: &str = include_str!("../../../ui/web/assets/sportello.css");
const BOARD_CSS: &str = include_str!("../../../ui/web/assets/board.css");
const LIVE_JS: &str = include_str!("../../../ui/web/assets/live.js");
const BOARD_JS: &str = include_str!("../../../ui/web/assets/board.js");
const DESK_JS: &str = include_str!("../../../ui/web/assets/desk.js");
const PHONE_JS: &str = include_str!("../../../ui/web/assets/phone.js");
const MARK_SVG: &str = include_str!("../../../ui/web/assets/mark.svg");
const OPENAPI_JSON: &str = include_str!("../../../ui/web/assets/openapi.json");

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// `GET /assets/{name}`.
pub(in crate::web) async fn file(State(web): State<Web>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    match name.as_str() {
        "sportello.css" => serve(CSS, &[TOKENS_CSS, SPORTELLO_CSS].concat(), &headers),
        "board.css" => serve(CSS, BOARD_CSS, &headers),
        "institutions.css" => serve(CSS, &institutions(&web), &headers),
        "live.js" => serve(JS, LIVE_JS, &headers),
        "board.js" => serve(JS, BOARD_JS, &headers),
        "desk.js" => serve(JS, DESK_JS, &headers),
        "phone.js" => serve(JS, PHONE_JS, &headers),
        "mark.svg" => serve("image/svg+xml", MARK_SVG, &headers),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `GET /api/v1/openapi.json`.
pub(in crate::web) async fn openapi(headers: HeaderMap) -> Response {
    serve("application/json", OPENAPI_JSON, &headers)
}

/// The institutions' colours; pages may have no styles of their own (see `guard.rs`), so they name these classes.
fn institutions(web: &Web) -> String {
    let mut css = String::new();
    for (place, institution) in web.site().institutions().iter().enumerate() {
        let (colour, on) = (institution.colour.css(), readable_on(institution.colour));
        // Writing to a String can't fail.
        let _ = writeln!(css, ".institution-{place} {{ --institution: {colour}; --on-institution: {on}; }}");
    }
    css
}

/// White or ink, whichever stands out more from a colour: by its relative luminance as WCAG 2.2 defines it. The colour
/// with equal contrast to both has a luminance of about 0.18.
fn readable_on(Colour(red, green, blue): Colour) -> &'static str {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    if luminance < 0.18 { "#ffffff" } else { "var(--ink)" }
}

/// Browsers keep the file and ask each time whether it is still the same, so an update is seen at once.
fn serve(kind: &'static str, text: &str, headers: &HeaderMap) -> Response {
    let digest = Sha256::digest(text.as_bytes());
    let mut tag = String::from("\"");
    for byte in digest.iter().take(12) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    let is_known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, kind)], text.to_owned()).into_response()
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
