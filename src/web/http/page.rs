//! The common parts of all pages: texts, the site's name, pictograms, the choice of language.

use crate::domain::{LanguageTag, Site};
use crate::locale::Translator;
use crate::random;
use crate::web::http::notices;
use crate::web::http::rare_line::RareLine;
use crate::web::http::reader::{self, LANGUAGE_COOKIE, STAFF_LANGUAGES};
use crate::web::http::watch;
use crate::web::shared::Shared;
use axum::http::{HeaderValue, Uri, header};
use axum::response::Response;
use cookie::{Cookie, SameSite};

/// The length of a page's nonce.
pub(in crate::web) const NONCE_DIGITS: usize = 24;

/// Every template has it as `frame`.
pub(in crate::web) struct Frame<'a> {
    translator: Translator<'a>,
    pub(in crate::web) site_name: String,
    /// The languages to choose from, this page's own among them.
    pub(in crate::web) choices: Vec<LanguageChoice>,
    /// Makes the idempotency keys of this page's forms differ from those of every other page.
    pub(in crate::web) nonce: String,
    /// The address of this page up to `lang=`, for links to its other languages.
    pub(in crate::web) here: String,
    /// What staff must know about the site as a whole.
    pub(in crate::web) notices: Vec<String>,
}

/// A language that a page offers.
pub(in crate::web) struct LanguageChoice {
    pub(in crate::web) tag: String,
    pub(in crate::web) endonym: String,
    pub(in crate::web) is_current: bool,
}

impl<'a> Frame<'a> {
    /// For a page for staff at this address, such as `/desk` or `/sign-in?next=/desk/3`.
    pub(in crate::web) fn for_staff(web: &'a Shared, site: &Site, language: &LanguageTag, here: &str) -> Frame<'a> {
        let written = STAFF_LANGUAGES.iter().filter_map(|tag| LanguageTag::parse(tag).ok()).collect::<Vec<_>>();
        let joint = if here.contains('?') { '&' } else { '?' };
        Frame { here: format!("{here}{joint}"), ..Frame::new(web, site, language, &written) }
    }

    /// The same, with what staff who have signed in must know about the site as a whole.
    pub(in crate::web) fn with_notice(self, web: &Shared, site: &Site) -> Frame<'a> {
        Frame { notices: notices::of(web, site, self.translator), ..self }
    }

    /// The same, with the nonce of another page.
    pub(in crate::web) fn with_nonce(self, nonce: &str) -> Frame<'a> {
        Frame { nonce: nonce.to_owned(), ..self }
    }

    /// For a page for visitors.
    pub(in crate::web) fn for_visitors(web: &'a Shared, site: &Site, language: &LanguageTag) -> Frame<'a> {
        Frame::new(web, site, language, site.languages())
    }

    fn new(web: &'a Shared, site: &Site, language: &LanguageTag, offered: &[LanguageTag]) -> Frame<'a> {
        let translator = web.translator(language);
        let known = offered.iter().filter_map(|tag| web.locales.language(tag));
        let choices = known.map(|language| LanguageChoice {
            tag: language.tag.to_string(),
            endonym: language.endonym.clone(),
            is_current: language.tag == *translator.tag(),
        });
        let nonce = random::bytes::<{ NONCE_DIGITS / 2 }>().map(hex::encode).unwrap_or_else(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "no random bytes, so a double click on a page may send a command twice: restart the machine");
            }
            String::new()
        });
        Frame {
            translator,
            site_name: translator.pick(site.name()).to_owned(),
            choices: choices.collect(),
            nonce,
            here: String::new(),
            notices: Vec::new(),
        }
    }

    pub(in crate::web) fn translator(&self) -> Translator<'a> {
        self.translator
    }

    /// A message without variables.
    pub(in crate::web) fn t(&self, id: &str) -> String {
        self.translator.message(id)
    }

    /// The script that loads a living page anew when the others fail.
    pub(in crate::web) fn watch(&self) -> &'static str {
        &watch::SCRIPT
    }

    /// The page's `lang`.
    pub(in crate::web) fn lang(&self) -> &str {
        self.translator.tag().as_str()
    }

    /// A pictogram beside a text; hidden from screen readers, which read the text.
    pub(in crate::web) fn icon(&self, name: &str) -> String {
        let svg = crate::pictogram::svg(name).unwrap_or_default();
        svg.replacen("<svg", "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"", 1)
    }

    /// The page's `dir`.
    pub(in crate::web) fn dir(&self) -> &'static str {
        self.translator.direction().html()
    }
}

/// Sets a cookie with the language that a staff member chose by `?lang=`.
pub(in crate::web) fn remember_language(response: &mut Response, uri: &Uri) {
    let chosen = reader::asked(uri).filter(|tag| STAFF_LANGUAGES.contains(&tag.as_str()));
    let Some(tag) = chosen else { return };
    let cookie = Cookie::build((LANGUAGE_COOKIE, tag.to_string())).same_site(SameSite::Strict).path("/");
    let cookie = cookie.max_age(cookie::time::Duration::days(365)).to_string();
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
