//! The sources a screen is composed from: the session, its day, and the visitor's language.

use super::session::Session;
use crate::domain::{Day, Need, NeedCode, Words};
use crate::locale::{Locales, Translator, Value};
use jiff::civil::DateTime;

/// Gives the screens their data and texts.
pub(super) struct Composer<'a> {
    pub(super) session: &'a Session,
    pub(super) day: &'a Day,
    pub(super) locales: &'a Locales,
    pub(super) translator: Translator<'a>,
    /// Without a slash at the end; empty when phones can't reach this site.
    pub(super) public_url: &'a str,
}

impl<'a> Composer<'a> {
    pub(super) fn new(session: &'a Session, locales: &'a Locales, public_url: &'a str) -> Composer<'a> {
        let translator = locales.translator(session.language());
        Composer { session, day: session.day(), locales, translator, public_url: public_url.trim_end_matches('/') }
    }

    pub(super) fn message(&self, id: &str) -> String {
        self.translator.message(id)
    }

    pub(super) fn message_with(&self, id: &str, arguments: &[(&str, Value)]) -> String {
        self.translator.message_with(id, arguments)
    }

    /// A text of the site file in the visitor's language.
    pub(super) fn pick(&self, texts: &Words) -> String {
        self.translator.pick(texts).to_owned()
    }

    /// A text, and the same in English: a visitor who reads no language of the site may be accompanied by a person who reads
    /// English.
    pub(super) fn also_in_english(&self, text: impl Fn(Translator<'a>) -> String) -> String {
        let own = text(self.translator);
        let english = self.day.site().languages().iter().find(|tag| tag.as_str() == "en");
        match english.map(|tag| text(self.locales.translator(tag))) {
            Some(english) if english != own => format!("{own}  ·  {english}"),
            _ => own,
        }
    }

    /// When what is away is here again.
    pub(super) fn comes_back(&self, back: Option<DateTime>) -> String {
        match back {
            Some(at) => self.message_with("kiosk-closed-next", &[("moment", self.translator.moment(at).into())]),
            None => self.message("kiosk-closed-for-long"),
        }
    }

    /// Whether visitors can be sent to the welcome desk now.
    pub(super) fn has_welcome(&self) -> bool {
        self.day.has_welcome(self.session.now())
    }

    /// The needs with these codes; codes that the site file no longer has are left out.
    pub(super) fn needs(&self, codes: &[NeedCode]) -> Vec<&'a Need> {
        codes.iter().filter_map(|code| self.day.site().need(code)).collect()
    }
}
