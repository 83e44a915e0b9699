//! Corrects the weights of font files that name them wrongly.
//!
//! Without this, titles in such a family are drawn in the regular letters and texts in the bold ones.

use crate::fonts;
use slint::fontique_011::fontique::{Blob, FontInfoOverride, FontWeight};
use std::path::Path;
use std::sync::Arc;

/// Registers those files, once for each window system; needs a window. A file that is not installed was reported at start.
pub fn correct_weights() {
    let mut collection = slint::fontique_011::shared_collection();
    for family in fonts::mislabelled() {
        let known = collection.family_by_name(family.name);
        if known.is_some_and(|known| known.fonts().iter().any(|font| font.weight() == FontWeight::BOLD)) {
            continue;
        }
        for (file, is_bold) in family.weights() {
            let Ok(letters) = std::fs::read(Path::new(fonts::FOLDER).join(file)) else { continue };
            let weight = is_bold.map(|is_bold| if is_bold { FontWeight::BOLD } else { FontWeight::NORMAL });
            let correct = FontInfoOverride { weight, ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(letters)), Some(correct));
        }
    }
}
