//! What all pages have in common: words, the site's name, pictograms, the choice of language.

use crate::domain::{LanguageTag, Site};
use crate::locale::Translator;
use crate::web::http::answer;
use crate::web::http::reader::{self, LANGUAGE_COOKIE, STAFF_LANGUAGES};
use crate::web::shared::Shared;
use axum::http::{HeaderValue, Uri, header};
use axum::response::Response;

/// What every template has under the name `frame`.
pub(in crate::web) struct Frame<'a> {
    translator: Translator<'a>,
    /// The name over the door.
    pub(in crate::web) site_name: String,
    /// The languages to choose from, this page's own among them.
    pub(in crate::web) choices: Vec<LanguageChoice>,
    /// A number that makes the commands of this page this page's own.
    pub(in crate::web) nonce: String,
    /// This page's own address with all but the language, up to where `lang=` goes.
    pub(in crate::web) here: String,
}

/// A language that a page offers.
pub(in crate::web) struct LanguageChoice {
    pub(in crate::web) tag: String,
    pub(in crate::web) endonym: String,
    pub(in crate::web) is_current: bool,
}

impl<'a> Frame<'a> {
    /// For a page that staff read at this address, `/desk` or `/sign-in?next=/desk/3`.
    pub(in crate::web) fn for_staff(web: &'a Shared, site: &Site, language: &LanguageTag, here: &str) -> Frame<'a> {
        let written = STAFF_LANGUAGES.iter().filter_map(|tag| LanguageTag::parse(tag).ok()).collect::<Vec<_>>();
        let joint = if here.contains('?') { '&' } else { '?' };
        Frame { here: format!("{here}{joint}"), ..Frame::new(web, site, language, &written) }
    }

    /// For a page that visitors read.
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
        let nonce = answer::secret().map(|secret| secret.chars().take(24).collect()).unwrap_or_default();
        Frame {
            translator,
            site_name: translator.pick(site.name()).to_owned(),
            choices: choices.collect(),
            nonce,
            here: String::new(),
        }
    }

    /// The words of this page's reader.
    pub(in crate::web) fn translator(&self) -> Translator<'a> {
        self.translator
    }

    /// A message without variables.
    pub(in crate::web) fn t(&self, id: &str) -> String {
        self.translator.message(id)
    }

    /// The page's `lang`.
    pub(in crate::web) fn lang(&self) -> &str {
        self.translator.tag().as_str()
    }

    /// A pictogram beside a word: it says nothing of its own to a screen reader.
    pub(in crate::web) fn icon(&self, name: &str) -> String {
        let svg = crate::pictogram::svg(name).unwrap_or_default();
        svg.replacen("<svg", "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"", 1)
    }

    /// The page's `dir`.
    pub(in crate::web) fn dir(&self) -> &'static str {
        self.translator.direction().html()
    }
}

/// Remembers the language that a member of staff chose by `?lang=`.
pub(in crate::web) fn remember_language(response: &mut Response, uri: &Uri) {
    let chosen = reader::asked(uri).filter(|tag| STAFF_LANGUAGES.contains(&tag.as_str()));
    let cookie = chosen.map(|tag| format!("{LANGUAGE_COOKIE}={tag}; SameSite=Strict; Path=/; Max-Age=31536000"));
    if let Some(value) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
