//! The start, and the choice of another language.

use crate::domain::LanguageTag;
use crate::fonts;
use crate::kiosk::composer::Composer;
use crate::kiosk::frame;
use crate::kiosk::page::{Page, Touch};
use crate::kiosk::parts::Tile;
use crate::kiosk::session::HouseNotice;
use crate::kiosk::tokens::PRIMARY;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};
use crate::locale::{Language, Translator};
use std::time::Duration;

/// A tile for each language of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages {
    /// The question.
    pub title: String,
    /// A greeting in each of the languages; empty beside a notice.
    pub greeting: String,
    /// What a visitor should know before the first touch; at the start only.
    pub notice: Option<StartNotice>,
    /// The tile for visitors whose language is missing; `None` when the site or the moment has none.
    pub missing: Option<String>,
    /// Their ids are language tags.
    pub tiles: Vec<Tile>,
}

/// What a visitor should know before the first touch: a sign, and the words in one language after another.
#[derive(Debug, Clone, PartialEq)]
pub struct StartNotice {
    /// The name of its pictogram.
    pub pictogram: String,
    /// In the house's language.
    pub text: String,
    /// In another language, which changes by itself.
    pub turning: String,
}

/// How long the notice stays in one language.
const TURN_AFTER: Duration = Duration::from_secs(4);

impl Languages {
    pub(super) fn compose(composer: &Composer) -> Languages {
        let languages = composer.day.site().languages();
        let greeting = |tag: &LanguageTag| {
            let text = composer.locales.translator(tag).message("kiosk-welcome").replace(' ', "\u{A0}");
            format!("\u{2068}{text}\u{2069}")
        };
        let notice = StartNotice::compose(composer);
        let missing = || composer.also_in_english(|translator| translator.message("kiosk-language-missing"));
        let greetings = languages.iter().filter(|_| notice.is_none()).map(greeting);
        Languages {
            title: composer.message("kiosk-choose-language"),
            greeting: greetings.collect::<Vec<_>>().join("  ·  "),
            notice,
            missing: composer.session.may_miss_a_language().then(missing),
            tiles: languages.iter().map(|tag| tile(composer, tag)).collect(),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::LanguagesPage>(window);
        let (before, notice) = (page.get_data(), self.notice.as_ref());
        page.set_data(ui::LanguagesData {
            title: ui::text(&self.title),
            greeting: ui::text(&self.greeting),
            notice_sign: ui::optional(notice.map(|notice| notice.pictogram.as_str())),
            notice: ui::optional(notice.map(|notice| notice.text.as_str())),
            notice_turning: ui::optional(notice.map(|notice| notice.turning.as_str())),
            missing: ui::optional(self.missing.as_deref()),
            tiles: ui::update_list(&before.tiles, self.tiles.iter().map(Tile::to_slint)),
        });
        ScreenKind::Languages
    }
}

impl StartNotice {
    fn compose(composer: &Composer) -> Option<StartNotice> {
        if *composer.session.page() != Page::START {
            return None;
        }
        let notice = composer.session.house_notice()?;
        let site = composer.day.site();
        let others: Vec<_> = site.languages().iter().filter(|tag| *tag != site.house_language()).collect();
        let turns = composer.session.since(Duration::ZERO).as_secs() / TURN_AFTER.as_secs();
        let place = usize::try_from(turns).unwrap_or_default().checked_rem(others.len());
        let turning = place.map(|place| words(composer, composer.locales.translator(others[place]), notice));
        let pictogram = match notice {
            HouseNotice::Shut { .. } => "clock",
            HouseNotice::NoNumbers => "warning",
            HouseNotice::NoPaper => "receipt-x",
        };
        Some(StartNotice {
            pictogram: pictogram.to_owned(),
            text: words(composer, composer.translator, notice),
            turning: turning.unwrap_or_default(),
        })
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
        family: language.and_then(own_family).unwrap_or_default(),
        note: language.map(italian_name).unwrap_or_default(),
        pictogram: String::new(),
        colour: PRIMARY,
        is_open: true,
    }
}

/// The family for its name; `None` when the one of its script is right.
fn own_family(language: &Language) -> Option<String> {
    let family = language.fonts.first()?;
    fonts::is_for_one_language(family).then(|| family.clone())
}

/// For staff who help; empty when the language calls itself the same.
fn italian_name(language: &Language) -> String {
    let is_same = language.italian_name.to_lowercase() == language.endonym.to_lowercase();
    if is_same { String::new() } else { language.italian_name.clone() }
}

fn words(composer: &Composer, translator: Translator<'_>, notice: HouseNotice) -> String {
    let closed = translator.message("kiosk-house-closed");
    match notice {
        HouseNotice::Shut { opens: Some(opens) } => {
            let opens = translator.message_with("kiosk-closed-next", &[("moment", translator.moment(opens).into())]);
            format!("{closed}\n{opens}")
        }
        HouseNotice::Shut { opens: None } => closed,
        HouseNotice::NoNumbers => frame::no_numbers(composer, translator),
        HouseNotice::NoPaper => translator.message("kiosk-no-paper"),
    }
}
