//! Finds the language in which a response is written.
//!
//! Visitors: `?lang=`, else the first language of their browser that the site has, else the site's own. Staff: `?lang=`,
//! else the language they chose on a page before (a cookie), else the site's own. The route says which of both applies.

use crate::domain::LanguageTag;
use crate::web::http::form::Fields;
use crate::web::route::{Readers, RouteInfo};
use crate::web::shared::{Shared, Web};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, Uri, header};
use cookie::Cookie;
use std::convert::Infallible;

/// The languages in which pages for staff are written.
pub(in crate::web) const STAFF_LANGUAGES: [&str; 3] = ["it", "en", "fr"];
/// The cookie with a staff member's choice among them.
pub(in crate::web) const LANGUAGE_COOKIE: &str = "sportello_language";
/// The most parts of an `Accept-Language` header that are read.
const WISHES_MOST: usize = 20;

/// The language of the response, by the request's route.
pub(in crate::web) struct Reader(pub(in crate::web) LanguageTag);

impl FromRequestParts<Web> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Reader, Infallible> {
        Ok(Reader(of(web, &parts.extensions, &parts.uri, &parts.headers)))
    }
}

/// The language of the response, by the request's route.
pub(in crate::web) fn of(web: &Shared, extensions: &Extensions, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    match extensions.get::<RouteInfo>().map(|route| route.readers) {
        Some(Readers::Staff) => staff(web, uri, headers),
        Some(Readers::Visitors) | None => visitor(web, uri, headers),
    }
}

pub(in crate::web) fn visitor(web: &Shared, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    visitors_own(web, uri, headers).unwrap_or_else(|| web.site().house_language().clone())
}

/// The language that a visitor asked for, with `?lang=` or in the browser's settings.
pub(in crate::web) fn visitors_own(web: &Shared, uri: &Uri, headers: &HeaderMap) -> Option<LanguageTag> {
    let asked = asked(uri).filter(|tag| web.locales.language(tag).is_some());
    asked.or_else(|| preferred(headers, web.site().languages()))
}

pub(in crate::web) fn staff(web: &Shared, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    let is_written = |tag: &LanguageTag| STAFF_LANGUAGES.contains(&tag.as_str());
    let chosen = || cookie(headers, LANGUAGE_COOKIE).and_then(|tag| LanguageTag::parse(&tag).ok());
    asked(uri)
        .filter(is_written)
        .or_else(|| chosen().filter(is_written))
        .unwrap_or_else(|| web.site().house_language().clone())
}

/// The language in `?lang=`.
pub(in crate::web) fn asked(uri: &Uri) -> Option<LanguageTag> {
    LanguageTag::parse(Fields::of_query(uri).get("lang")?).ok()
}

/// The value of the first cookie with this name.
pub(in crate::web) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(Cookie::split_parse).flatten();
    cookies.find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned())
}

/// The best of the offered languages by `Accept-Language`, by whole tag first and by its primary language then.
///
/// By hand: `fluent-langneg` ignores the weights, and `accept-language` 3.1 sorts by them without a total order, so that a
/// client could send `q=NaN`.
fn preferred(headers: &HeaderMap, offered: &[LanguageTag]) -> Option<LanguageTag> {
    let line = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(&str, f32)> = line.split(',').take(WISHES_MOST).filter_map(wish).collect();
    wishes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let primary = |tag: &str| tag.split('-').next().unwrap_or("").to_ascii_lowercase();
    wishes.into_iter().find_map(|(tag, _)| {
        let whole = offered.iter().find(|language| language.as_str().eq_ignore_ascii_case(tag));
        whole.or_else(|| offered.iter().find(|language| primary(language.as_str()) == primary(tag))).cloned()
    })
}

/// `None` for a language that the reader does not want (`q=0`) and for what can't be parsed.
fn wish(part: &str) -> Option<(&str, f32)> {
    let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
    (weight > 0.0).then_some((tag.trim(), weight))
}
