//! Whether the fonts are there. Slint draws nothing at all, silently, for a letter that no font has, and may not even start
//! without any; so this is asked before a window is opened.

use super::GlassError;
use crate::domain::LanguageTag;
use crate::locale::Locales;
use std::collections::BTreeSet;
use std::path::Path;

/// A family of `locales/manifest.toml`: its files, and the Debian package that brings them.
struct Family {
    name: &'static str,
    files: [&'static str; 2],
    package: &'static str,
}

/// Where Debian puts them; `ui/fonts.conf` names the same folders and files.
const FAMILIES: &[Family] = &[
    Family {
        name: "Noto Sans",
        files: ["truetype/noto/NotoSans-Regular.ttf", "truetype/noto/NotoSans-Bold.ttf"],
        package: "fonts-noto-core",
    },
    Family {
        name: "Noto Sans Arabic",
        files: ["truetype/noto/NotoSansArabic-Regular.ttf", "truetype/noto/NotoSansArabic-Bold.ttf"],
        package: "fonts-noto-core",
    },
    Family {
        name: "Noto Sans Ethiopic",
        files: ["truetype/noto/NotoSansEthiopic-Regular.ttf", "truetype/noto/NotoSansEthiopic-Bold.ttf"],
        package: "fonts-noto-core",
    },
    Family {
        name: "Noto Sans Bengali",
        files: ["truetype/noto/NotoSansBengali-Regular.ttf", "truetype/noto/NotoSansBengali-Bold.ttf"],
        package: "fonts-noto-core",
    },
    Family {
        name: "Noto Sans CJK SC",
        files: ["opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc"],
        package: "fonts-noto-cjk",
    },
];

const FOLDER: &str = "/usr/share/fonts";

/// Checks that every font of these languages is installed.
pub(super) fn check(locales: &Locales, languages: &[LanguageTag]) -> Result<(), GlassError> {
    check_in(Path::new(FOLDER), locales, languages)
}

/// The same in another folder than Debian's `/usr/share/fonts`.
pub fn check_in(folder: &Path, locales: &Locales, languages: &[LanguageTag]) -> Result<(), GlassError> {
    let mut needed = BTreeSet::from(["Noto Sans"]);
    for language in languages.iter().filter_map(|tag| locales.language(tag)) {
        needed.extend(language.fonts.iter().map(String::as_str));
    }
    for family in FAMILIES.iter().filter(|family| needed.contains(family.name)) {
        for file in family.files {
            let path = folder.join(file);
            if !path.is_file() {
                return Err(GlassError::NoFont(path.display().to_string(), family.package));
            }
        }
    }
    Ok(())
}
