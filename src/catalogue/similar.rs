//! "Did you mean …?": the name that is nearest to a mistyped one.

/// A sentence that suggests the nearest of the names; empty when none is near.
pub fn did_you_mean<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(typed, names).map_or(String::new(), |name| format!("Did you mean {name:?}?"))
}

/// The nearest of the names, when it is near enough to have been meant.
pub(super) fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 60;
    if typed.chars().count() > LONGEST {
        return None;
    }
    let letters = typed.chars().count();
    let near_enough = (letters / 3 + 1).min(letters.saturating_sub(1));
    let distances = names.into_iter().map(|name| (distance(typed, name), name));
    distances
        .filter(|(distance, _)| *distance <= near_enough)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many letters must be typed, dropped or changed to make one word of the other, whatever their case.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().map(|letter| letter.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.chars().map(|letter| letter.to_ascii_lowercase()).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (k, known) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *known);
            diagonal = row[k + 1];
            row[k + 1] = changed.min(row[k] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
