//! Signs and colours of the demo site: one pictogram has one meaning on the whole glass, and the colour of an institution
//! is its own.

use crate::site_file::known;
use sportello::catalogue;
use sportello::domain::{Colour, Need, Site};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn demo() -> Site {
    catalogue::demo(&known())
}

fn needs(site: &Site) -> impl Iterator<Item = &Need> {
    site.needs().iter().flat_map(|need| std::iter::once(need).chain(need.menu()))
}

/// The pictograms that the glass itself shows, by the files that name them.
fn signs_of_the_glass() -> BTreeMap<String, String> {
    let mut signs = BTreeMap::new();
    for folder in ["ui/kiosk/screens", "ui/kiosk/widgets", "src/kiosk/screens", "src/kiosk/parts"] {
        for file in
            std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder of the glass")
        {
            let path = file.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let is_named = |line: &&str| ["pictogram:", "name:", "=> \""].iter().any(|start| line.contains(start));
            for line in text.lines().filter(is_named) {
                let names = line.split('"').skip(1).step_by(2).filter(|name| sportello::pictogram::svg(name).is_some());
                signs.extend(names.map(|name| (name.to_owned(), path.display().to_string())));
            }
        }
    }
    signs
}

#[test]
fn no_two_needs_have_the_same_pictogram() {
    let site = demo();
    let mut seen = BTreeMap::new();
    for need in needs(&site) {
        let other = seen.insert(need.pictogram.clone(), need.code.clone());
        assert_eq!(other, None, "{} has the pictogram of another need: {}", need.code, need.pictogram);
    }
}

#[test]
fn no_need_has_a_pictogram_that_the_glass_uses_for_its_own_acts() {
    let (site, signs) = (demo(), signs_of_the_glass());
    for own in ["house", "ticket", "baby-carriage", "users-three", "translate", "number-circle-one"] {
        assert!(signs.contains_key(own), "the search finds {own}");
    }
    let taken: Vec<_> =
        needs(&site).filter_map(|need| Some((&need.code, &need.pictogram, signs.get(&need.pictogram)?))).collect();
    assert!(taken.is_empty(), "one pictogram, two meanings: {taken:#?}");
}

#[test]
fn institutions_have_colours_of_their_own_that_are_not_the_colour_of_acts() {
    let site = demo();
    let act = Colour(0x00, 0x33, 0xA0);
    let mut colours: Vec<(&str, Colour)> = site.institutions().iter().map(|it| (it.code.as_str(), it.colour)).collect();
    colours.push(("the acts of the glass", act));
    for (at, (one, colour)) in colours.iter().enumerate() {
        for (other, apart) in &colours[..at] {
            let distance = distance(*colour, *apart);
            assert!(distance >= LEAST_DISTANCE, "{one} and {other} look alike: {distance:.0}");
        }
    }
    let needs: BTreeSet<String> = site.needs().iter().map(|need| need.colour.css()).collect();
    assert_eq!(needs.len(), site.needs().len(), "each family of needs has its colour");
    assert!(!needs.contains(&act.css()));
}

/// In CIELAB; 10 is told apart at a glance when two areas touch, and numbers stand far from each other.
const LEAST_DISTANCE: f64 = 18.0;

fn distance(one: Colour, other: Colour) -> f64 {
    let (one, other) = (lab(one), lab(other));
    (0..3).map(|axis| (one[axis] - other[axis]).powi(2)).sum::<f64>().sqrt()
}

/// CIELAB of an sRGB colour under D65.
fn lab(Colour(red, green, blue): Colour) -> [f64; 3] {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let (red, green, blue) = (linear(red), linear(green), linear(blue));
    let root = |part: f64| if part > 0.008856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 };
    let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
    let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}
