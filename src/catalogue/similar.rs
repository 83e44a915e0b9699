//! "Did you mean …?": the name that is nearest to a mistyped one.

/// The longest text for which a similar name is looked for, in characters.
const LONGEST: usize = 60;
/// In a word of so many letters, two wrong ones make another word.
const SHORT: usize = 4;

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
    let typed = typed.to_ascii_lowercase();
    // Two letters that changed places are one slip of the hand.
    let distance = |name: &str| strsim::osa_distance(&typed, &name.to_ascii_lowercase());
    let near_enough = if letters <= SHORT { letters.saturating_sub(1).min(1) } else { letters / 4 };
    let names: Vec<&str> = names.into_iter().collect();
    let distances = names.iter().map(|name| (distance(name), *name));
    let near = distances.filter(|(distance, _)| *distance <= near_enough);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name).or_else(|| longer_or_shorter(&typed, &names))
}

/// The only name that begins like this one, or with which this one begins: `monday` for `mon`.
fn longer_or_shorter<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    let is_alike =
        |name: &&&str| name.len().min(typed.len()) >= 3 && (typed.starts_with(**name) || name.starts_with(typed));
    let mut alike = names.iter().filter(is_alike);
    alike.next().copied().filter(|_| alike.next().is_none())
}
