//! A machine that lacks fonts: the house works without the languages and words that it can't draw, and tells of them.

use crate::site_file::known;
use sportello::app::drawable;
use sportello::catalogue;
use sportello::domain::{LanguageTag, Site};
use sportello::fonts;
use sportello::locale::Locales;
use std::os::unix::fs::symlink;

/// A folder with the fonts of these families alone.
fn only(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in fonts::families().filter(|family| names.contains(&family.name)).flat_map(|family| family.files) {
        let (from, to) = (std::path::Path::new(fonts::FOLDER).join(file), folder.path().join(file));
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("its folder");
        if !to.exists() {
            symlink(from, to).expect("the font");
        }
    }
    folder
}

fn site() -> Site {
    let text = r##"name = { it = "Casa", ar = "بيت", zh-Hans = "之家" }
time_zone = "Europe/Rome"
languages = ["it", "ar", "zh-Hans"]
institutions = [{ code = "asl", name = "ASL საქართველო", letter = "H", colour = "#006B3C", presence = "always" }]
services = [{ code = "asl.card", institution = "asl", label = { it = "Tessera", ar = "ภาษาไทย" } }]
desks = [{ number = 1, room = { it = "sala ไทย", ar = "قاعة" }, services = ["asl.card"], languages = ["it", "zh-Hans"] }]
needs = [{ code = "card", label = { it = "Tessera", ar = "بطاقة" }, pictogram = "house", colour = "#006B3C", services = ["asl.card"] }]
"##;
    catalogue::read(text, "site.toml", &known()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).expect("a tag")
}

#[test]
fn a_machine_with_every_font_changes_nothing() {
    let locales = Locales::load().expect("the texts");
    let (drawn, told) = drawable(site(), &locales, std::path::Path::new(fonts::FOLDER)).expect("the fonts");
    assert_eq!((drawn, told), (site(), Vec::new()));
}

#[test]
fn what_can_not_be_drawn_gives_way_to_another_language_and_each_is_told() {
    let locales = Locales::load().expect("the texts");
    let fonts = only(&["Noto Sans", "Noto Sans Arabic"]);
    let (drawn, told) = drawable(site(), &locales, fonts.path()).expect("the Latin fonts");
    assert_eq!(drawn.languages(), [tag("it"), tag("ar")], "Chinese can't be drawn at all");
    assert_eq!(drawn.services()[0].label.get(&tag("ar")), None, "its Thai letters can't");
    assert_eq!(drawn.needs()[0].label.get(&tag("ar")), Some("بطاقة"));
    assert_eq!(drawn.desks()[0].room.get(&tag("it")), Some("sala ???"), "there is no other language for it");
    assert_eq!(drawn.institutions()[0].name, "ASL ??????????");
    for what in
        ["language zh-Hans", "NotoSansCJK", "fonts-noto-cjk", "ภาษาไทย", "sala ไทย", "U+0E20", "fonts-noto-core"]
    {
        let is_told = told.iter().any(|line| line.contains(what));
        assert!(is_told, "{what} is not in {told:?}");
    }
    assert_eq!(told.len(), 4, "{told:?}");
}
