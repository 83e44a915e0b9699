//! The whole glass as plain data: every text is final, in the visitor's language.
//!
//! Equal screens look the same, so that drawing can skip whatever has not changed.

use super::composer::Composer;
use super::frame::{Footer, Header, Warning};
use super::screens::{self, Body};
use super::session::Session;
use crate::domain::LanguageTag;
use crate::locale::{Direction, Locales, TypeSetting};

/// Everything on the glass.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// The language of every text on it.
    pub language: LanguageTag,
    /// Left to right or right to left.
    pub direction: Direction,
    /// The first font family to try.
    pub family: String,
    /// The size and line height of this script.
    pub type_setting: TypeSetting,
    /// The strip along the top.
    pub header: Header,
    /// The strip along the bottom.
    pub footer: Footer,
    /// The screen between them.
    pub body: Body,
    /// The idle warning, above everything else.
    pub warning: Option<Warning>,
}

/// Composes the glass for the state of a session. `public_url` is the address at which phones reach this site; empty when
/// they can't.
pub fn compose(session: &Session, locales: &Locales, public_url: &str) -> Screen {
    let composer = Composer::new(session, locales, public_url);
    let translator = composer.translator;
    Screen {
        language: translator.tag().clone(),
        direction: translator.direction(),
        family: translator.family().to_owned(),
        type_setting: translator.setting(),
        header: Header::compose(&composer),
        footer: Footer::compose(&composer),
        body: screens::compose(session.page(), &composer),
        warning: Warning::compose(&composer),
    }
}
