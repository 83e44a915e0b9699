//! The start, and the choice of another language.

use crate::domain::LanguageTag;
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::Tile;
use crate::kiosk::tokens::PRIMARY;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};
use crate::locale::Language;

/// A tile for each language of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages {
    /// The question.
    pub title: String,
    /// A greeting in each of the languages.
    pub greeting: String,
    /// The tile for visitors whose language is missing; `None` when the site or the moment has none.
    pub missing: Option<String>,
    /// Their ids are language tags.
    pub tiles: Vec<Tile>,
}

impl Languages {
    pub(super) fn compose(composer: &Composer) -> Languages {
        let languages = composer.day.site().languages();
        let greeting = |tag: &LanguageTag| {
            let text = composer.locales.translator(tag).message("kiosk-welcome").replace(' ', "\u{A0}");
            format!("\u{2068}{text}\u{2069}")
        };
        Languages {
            title: composer.message("kiosk-choose-language"),
            greeting: languages.iter().map(greeting).collect::<Vec<_>>().join("  ·  "),
            missing: composer.session.may_miss_a_language().then(|| missing(composer)),
            tiles: languages.iter().map(|tag| tile(composer, tag)).collect(),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::LanguagesPage>(window);
        let before = page.get_data();
        page.set_data(ui::LanguagesData {
            title: ui::text(&self.title),
            greeting: ui::text(&self.greeting),
            missing: ui::optional(self.missing.as_deref()),
            tiles: ui::update_list(&before.tiles, self.tiles.iter().map(Tile::to_slint)),
        });
        ScreenKind::Languages
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    let page = ui::global::<ui::LanguagesPage>(window);
    page.on_no_language(touches.sends(Touch::NoLanguage));
    let touches = touches.clone();
    page.on_choose(move |id| {
        if let Ok(tag) = LanguageTag::parse(&id) {
            touches.send(Touch::ChooseLanguage(tag));
        }
    });
}

fn tile(composer: &Composer, tag: &LanguageTag) -> Tile {
    let language = composer.locales.language(tag);
    Tile {
        id: tag.to_string(),
        label: language.map_or_else(|| tag.to_string(), |language| language.endonym.clone()),
        note: language.map(italian_name).unwrap_or_default(),
        pictogram: String::new(),
        colour: PRIMARY,
        is_open: true,
    }
}

/// For staff who help; empty when the language calls itself the same.
fn italian_name(language: &Language) -> String {
    let is_same = language.italian_name.to_lowercase() == language.endonym.to_lowercase();
    if is_same { String::new() } else { language.italian_name.clone() }
}

/// In English too: a visitor who reads no language of the site may be accompanied by a person who reads English.
fn missing(composer: &Composer) -> String {
    let own = composer.message("kiosk-language-missing");
    let english = LanguageTag::parse("en").ok().filter(|tag| composer.day.site().languages().contains(tag));
    match english.map(|tag| composer.locales.translator(&tag).message("kiosk-language-missing")) {
        Some(english) if english != own => format!("{own}  ·  {english}"),
        _ => own,
    }
}
