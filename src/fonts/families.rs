//! The table of families. A further script is a further entry here and in `ui/fonts.conf`.

use super::Family;

/// A family of Noto Sans for one script, with a file for bold letters.
macro_rules! noto {
    ($script:literal, $file:literal, $blocks:expr, $scale:literal, $line_height:literal, $natural_line:literal) => {
        noto!($script, $file, "-Bold.ttf", $blocks, $scale, $line_height, $natural_line, false)
    };
    ($script:literal, $file:literal, $bold:literal, $blocks:expr, $scale:literal, $line_height:literal, $natural_line:literal, $is_signs:literal) => {
        Family {
            name: concat!("Noto Sans ", $script),
            files: [
                concat!("truetype/noto/NotoSans", $file, "-Regular.ttf"),
                concat!("truetype/noto/NotoSans", $file, $bold),
            ],
            package: "fonts-noto-core",
            blocks: $blocks,
            languages: &[],
            is_signs: $is_signs,
            is_bold_mislabelled: false,
            scale: $scale,
            line_height: $line_height,
            natural_line: $natural_line,
        }
    };
}

/// The same without a file for bold letters.
macro_rules! noto_plain {
    ($script:literal, $file:literal, $blocks:expr, $scale:literal, $line_height:literal, $natural_line:literal) => {
        noto!($script, $file, "-Regular.ttf", $blocks, $scale, $line_height, $natural_line, false)
    };
}

/// Latin, Greek and Cyrillic letters, digits and signs.
pub static LATIN: Family = Family {
    name: "Noto Sans",
    files: ["truetype/noto/NotoSans-Regular.ttf", "truetype/noto/NotoSans-Bold.ttf"],
    package: "fonts-noto-core",
    blocks: &[],
    languages: &[],
    is_signs: false,
    is_bold_mislabelled: false,
    scale: 1.0,
    line_height: 1.2,
    natural_line: 1.362,
};

/// Readers of Urdu learn this hand; its words run down from the right, so its lines are high.
const NASTALIQ: Family = Family {
    name: "Noto Nastaliq Urdu",
    files: ["truetype/noto/NotoNastaliqUrdu-Regular.ttf", "truetype/noto/NotoNastaliqUrdu-Bold.ttf"],
    package: "fonts-noto-core",
    blocks: ARABIC,
    languages: &["ur"],
    is_signs: false,
    is_bold_mislabelled: true,
    scale: 0.95,
    line_height: 1.7,
    natural_line: 2.5,
};

const ARABIC: &[(char, char)] = &[
    ('\u{600}', '\u{6ff}'),
    ('\u{750}', '\u{77f}'),
    ('\u{8a0}', '\u{8ff}'),
    ('\u{fb50}', '\u{fdff}'),
    ('\u{fe70}', '\u{fefc}'),
];

/// Chinese, Japanese and Korean letters, and their marks.
const CJK: Family = Family {
    name: "Noto Sans CJK SC",
    files: ["opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc"],
    package: "fonts-noto-cjk",
    blocks: &[
        ('\u{1100}', '\u{11ff}'),
        ('\u{2e80}', '\u{312f}'),
        ('\u{3130}', '\u{33ff}'),
        ('\u{3400}', '\u{4dbf}'),
        ('\u{4e00}', '\u{9fff}'),
        ('\u{a960}', '\u{a97f}'),
        ('\u{ac00}', '\u{d7ff}'),
        ('\u{f900}', '\u{faff}'),
        ('\u{fe30}', '\u{fe4f}'),
        ('\u{ff00}', '\u{ffef}'),
        ('\u{20000}', '\u{2fa1f}'),
    ],
    languages: &[],
    is_signs: false,
    is_bold_mislabelled: false,
    scale: 1.0,
    line_height: 1.4,
    natural_line: 1.448,
};

/// Signs between words, such as arrows, and figures in circles.
const SIGNS: &[(char, char)] = &[
    ('\u{20d0}', '\u{20ff}'),
    ('\u{2160}', '\u{24ff}'),
    ('\u{2500}', '\u{2bff}'),
    ('\u{4dc0}', '\u{4dff}'),
    ('\u{1d400}', '\u{1d7ff}'),
    ('\u{1f000}', '\u{1faff}'),
];

/// The families for other scripts and for signs; the first that has a letter draws it.
pub static OTHERS: [Family; 35] = [
    NASTALIQ,
    noto!("Arabic", "Arabic", ARABIC, 1.1, 1.5, 2.112),
    noto!(
        "Ethiopic",
        "Ethiopic",
        &[('\u{1200}', '\u{139f}'), ('\u{2d80}', '\u{2ddf}'), ('\u{ab00}', '\u{ab2f}')],
        1.05,
        1.35,
        1.362
    ),
    noto!("Bengali", "Bengali", &[('\u{980}', '\u{9ff}')], 1.05, 1.35, 1.325),
    noto!("Armenian", "Armenian", &[('\u{530}', '\u{58f}'), ('\u{fb13}', '\u{fb17}')], 1.0, 1.25, 1.36),
    noto!(
        "Georgian",
        "Georgian",
        &[('\u{10a0}', '\u{10ff}'), ('\u{1c90}', '\u{1cbf}'), ('\u{2d00}', '\u{2d2f}')],
        1.0,
        1.25,
        1.36
    ),
    noto!("Hebrew", "Hebrew", &[('\u{590}', '\u{5ff}'), ('\u{fb1d}', '\u{fb4f}')], 1.1, 1.3, 1.36),
    noto_plain!("Syriac", "Syriac", &[('\u{700}', '\u{74f}'), ('\u{860}', '\u{86f}')], 1.1, 1.45, 1.412),
    noto!("Thaana", "Thaana", &[('\u{780}', '\u{7bf}')], 1.05, 1.45, 1.493),
    noto_plain!("NKo", "NKo", &[('\u{7c0}', '\u{7ff}')], 1.05, 1.35, 1.362),
    noto!("Devanagari", "Devanagari", &[('\u{900}', '\u{97f}'), ('\u{a8e0}', '\u{a8ff}')], 1.05, 1.4, 1.304),
    noto!("Gurmukhi", "Gurmukhi", &[('\u{a00}', '\u{a7f}')], 1.05, 1.35, 1.304),
    noto!("Gujarati", "Gujarati", &[('\u{a80}', '\u{aff}')], 1.05, 1.35, 1.304),
    noto!("Oriya", "Oriya", &[('\u{b00}', '\u{b7f}')], 1.05, 1.35, 1.362),
    noto!("Tamil", "Tamil", &[('\u{b80}', '\u{bff}')], 1.05, 1.35, 1.24),
    noto!("Telugu", "Telugu", &[('\u{c00}', '\u{c7f}')], 1.05, 1.4, 1.352),
    noto!("Kannada", "Kannada", &[('\u{c80}', '\u{cff}')], 1.05, 1.4, 1.349),
    noto!("Malayalam", "Malayalam", &[('\u{d00}', '\u{d7f}')], 1.05, 1.35, 1.247),
    noto!("Sinhala", "Sinhala", &[('\u{d80}', '\u{dff}')], 1.05, 1.35, 1.304),
    noto!("Thai", "Thai", &[('\u{e00}', '\u{e7f}')], 1.05, 1.5, 1.511),
    noto!("Lao", "Lao", &[('\u{e80}', '\u{eff}')], 1.05, 1.6, 1.645),
    noto!(
        "Myanmar",
        "Myanmar",
        &[('\u{1000}', '\u{109f}'), ('\u{a9e0}', '\u{a9ff}'), ('\u{aa60}', '\u{aa7f}')],
        1.05,
        1.9,
        2.184
    ),
    noto!("Khmer", "Khmer", &[('\u{1780}', '\u{17ff}'), ('\u{19e0}', '\u{19ff}')], 1.05, 1.7, 1.362),
    noto_plain!("Mongolian", "Mongolian", &[('\u{1800}', '\u{18af}')], 1.05, 1.4, 1.75),
    noto!("Cherokee", "Cherokee", &[('\u{13a0}', '\u{13ff}'), ('\u{ab70}', '\u{abbf}')], 1.0, 1.25, 1.362),
    noto!(
        "Canadian Aboriginal",
        "CanadianAboriginal",
        &[('\u{1400}', '\u{167f}'), ('\u{18b0}', '\u{18ff}')],
        1.0,
        1.3,
        1.362
    ),
    noto!("Ol Chiki", "OlChiki", &[('\u{1c50}', '\u{1c7f}')], 1.05, 1.35, 1.362),
    noto_plain!("Tifinagh", "Tifinagh", &[('\u{2d30}', '\u{2d7f}')], 1.0, 1.25, 1.362),
    noto_plain!("Vai", "Vai", &[('\u{a500}', '\u{a63f}')], 1.0, 1.3, 1.362),
    noto!("Adlam", "Adlam", &[('\u{1e900}', '\u{1e95f}')], 1.1, 1.35, 1.362),
    noto!("Hanifi Rohingya", "HanifiRohingya", &[('\u{10d00}', '\u{10d3f}')], 1.05, 1.4, 1.362),
    CJK,
    noto!("Symbols", "Symbols", "-Bold.ttf", SIGNS, 1.0, 1.2, 2.05, true),
    noto!("Symbols2", "Symbols2", "-Regular.ttf", SIGNS, 1.0, 1.2, 1.699, true),
    noto!("Math", "Math", "-Regular.ttf", SIGNS, 1.0, 1.2, 1.492, true),
];
