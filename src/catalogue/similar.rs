//! "Did you mean …?": the name that is nearest to a mistyped one.

/// The longest text for which a similar name is looked for, in characters.
const LONGEST: usize = 60;

/// A sentence that suggests the nearest of the names; empty when none is near.
pub fn did_you_mean<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(typed, names).map_or(String::new(), |name| format!("Did you mean {name:?}?"))
}

/// The nearest of the names, when it is near enough to have been meant. Upper and lower case count as equal.
pub(super) fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = typed.chars().count();
    if letters > LONGEST {
        return None;
    }
    // A short word has many neighbours: a wrong suggestion that is accepted is worse than none.
    let near_enough = if letters <= 4 { 1 } else { (letters / 3 + 1).min(3) }.min(letters.saturating_sub(1));
    let typed = typed.to_ascii_lowercase();
    let distances = names.into_iter().map(|name| (strsim::osa_distance(&typed, &name.to_ascii_lowercase()), name));
    let near = distances.filter(|(distance, _)| *distance <= near_enough);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}
