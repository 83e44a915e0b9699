//! In which language the one who asks reads.
//!
//! Visitors: `?lang=`, else what their browser prefers, else the house's own. Staff: `?lang=`, else what they chose on a
//! page before (a cookie), else the house's own. Only languages that are there count.

use crate::domain::LanguageTag;
use crate::web::shared::{Shared, Web};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use std::convert::Infallible;

/// The languages in which pages for staff are written.
pub(in crate::web) const STAFF_LANGUAGES: [&str; 3] = ["it", "en", "fr"];
/// The cookie that remembers which of them somebody chose.
pub(in crate::web) const LANGUAGE_COOKIE: &str = "sportello_language";

/// The language of a visitor.
pub(in crate::web) struct Visitor(pub(in crate::web) LanguageTag);

/// The language of a member of staff.
pub(in crate::web) struct Clerk(pub(in crate::web) LanguageTag);

impl FromRequestParts<Web> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Visitor, Infallible> {
        Ok(Visitor(visitor(web, &parts.uri, &parts.headers)))
    }
}

impl FromRequestParts<Web> for Clerk {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Clerk, Infallible> {
        Ok(Clerk(clerk(web, &parts.uri, &parts.headers)))
    }
}

/// The language of a visitor.
pub(in crate::web) fn visitor(web: &Shared, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    visitors_own(web, uri, headers).unwrap_or_else(|| web.site().house_language().clone())
}

/// The language that a visitor has asked for, with `?lang=` or in the browser's settings; `None` without any wish.
pub(in crate::web) fn visitors_own(web: &Shared, uri: &Uri, headers: &HeaderMap) -> Option<LanguageTag> {
    let asked = asked(uri).filter(|tag| web.locales.language(tag).is_some());
    asked.or_else(|| preferred(headers, web.site().languages()))
}

/// The language of a member of staff.
pub(in crate::web) fn clerk(web: &Shared, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    let is_written = |tag: &LanguageTag| STAFF_LANGUAGES.contains(&tag.as_str());
    let chosen = || cookie(headers, LANGUAGE_COOKIE).and_then(|tag| LanguageTag::parse(tag).ok());
    asked(uri)
        .filter(is_written)
        .or_else(|| chosen().filter(is_written))
        .unwrap_or_else(|| web.site().house_language().clone())
}

/// What `?lang=` says.
pub(in crate::web) fn asked(uri: &Uri) -> Option<LanguageTag> {
    let tag = uri.query()?.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
    LanguageTag::parse(tag).ok()
}

/// A cookie's value.
pub(in crate::web) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The best of the offered languages by `Accept-Language`, by whole tag first and by its first part then.
fn preferred(headers: &HeaderMap, offered: &[LanguageTag]) -> Option<LanguageTag> {
    let line = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(&str, f32)> = line.split(',').take(20).filter_map(wish).collect();
    wishes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let first_part = |tag: &str| tag.split('-').next().unwrap_or("").to_ascii_lowercase();
    wishes.into_iter().find_map(|(tag, _)| {
        let whole = offered.iter().find(|language| language.as_str().eq_ignore_ascii_case(tag));
        whole.or_else(|| offered.iter().find(|language| first_part(language.as_str()) == first_part(tag))).cloned()
    })
}

fn wish(part: &str) -> Option<(&str, f32)> {
    let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
    (weight > 0.0).then_some((tag.trim(), weight))
}
