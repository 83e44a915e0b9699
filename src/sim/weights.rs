//! Parameters of a plan. Each type only holds valid values, so code that uses them need not check again.

use crate::domain::Rng;

/// Values with weights, for a random choice. At least one weight is above 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<T> {
    /// Only weights above 0.
    parts: Vec<(T, f64)>,
}

/// A probability or share, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share(f64);

/// The spread of a log-normal factor: the standard deviation of its logarithm, from 0 to [`Spread::MOST`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread(f64);

/// The shares of visitors with two needs, and with three; together at most 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeveralNeeds {
    two: Share,
    three: Share,
}

impl<T: Clone> Weights<T> {
    /// `None` when a weight is negative or not finite, or none is above 0.
    pub fn new(parts: impl IntoIterator<Item = (T, f64)>) -> Option<Weights<T>> {
        let mut all: Vec<(T, f64)> = parts.into_iter().collect();
        let are_weights = all.iter().all(|(_, weight)| weight.is_finite() && *weight >= 0.0);
        all.retain(|(_, weight)| *weight > 0.0);
        (are_weights && !all.is_empty()).then_some(Weights { parts: all })
    }

    /// The values with a weight above 0.
    pub fn parts(&self) -> &[(T, f64)] {
        &self.parts
    }

    /// Draws one value.
    pub(super) fn one(&self, rng: &mut Rng) -> &T {
        let weights: Vec<f64> = self.parts.iter().map(|(_, weight)| *weight).collect();
        &self.parts[rng.weighted_index(&weights)].0
    }

    /// Draws `count` different values, or all when there are fewer.
    pub(super) fn several(&self, count: usize, rng: &mut Rng) -> Vec<T> {
        let mut left = self.parts.clone();
        let mut chosen = Vec::new();
        while chosen.len() < count && !left.is_empty() {
            let weights: Vec<f64> = left.iter().map(|(_, weight)| *weight).collect();
            chosen.push(left.remove(rng.weighted_index(&weights)).0);
        }
        chosen
    }
}

impl Share {
    pub const NONE: Share = Share(0.0);

    /// `None` for anything but a number from 0 to 1.
    pub fn new(share: f64) -> Option<Share> {
        (0.0..=1.0).contains(&share).then_some(Share(share))
    }

    pub fn get(self) -> f64 {
        self.0
    }

    pub(super) const fn constant(share: f64) -> Share {
        assert!(share >= 0.0 && share <= 1.0);
        Share(share)
    }
}

impl Spread {
    /// With this, one in six visits takes more than seven times the median: no real service varies more.
    pub const MOST: f64 = 2.0;

    /// `None` for anything but a number from 0 to [`Spread::MOST`].
    pub fn new(spread: f64) -> Option<Spread> {
        (0.0..=Spread::MOST).contains(&spread).then_some(Spread(spread))
    }

    pub fn get(self) -> f64 {
        self.0
    }

    /// Draws a factor with this spread and an average of 1.
    pub(super) fn factor(self, rng: &mut Rng) -> f64 {
        (rng.normal() * self.0 - self.0 * self.0 / 2.0).exp()
    }

    pub(super) const fn constant(spread: f64) -> Spread {
        assert!(spread >= 0.0 && spread <= Spread::MOST);
        Spread(spread)
    }
}

impl SeveralNeeds {
    /// `None` when the shares add up to more than 1.
    pub fn new(two: Share, three: Share) -> Option<SeveralNeeds> {
        // 0.9 and 0.1 may add up to a little more than 1.
        (two.0 + three.0 <= 1.0 + 1e-9).then_some(SeveralNeeds { two, three })
    }

    pub fn two(self) -> Share {
        self.two
    }

    pub fn three(self) -> Share {
        self.three
    }

    /// Draws the number of needs of one visitor.
    pub(super) fn count(self, rng: &mut Rng) -> usize {
        1 + rng.weighted_index(&[(1.0 - self.two.0 - self.three.0).max(0.0), self.two.0, self.three.0])
    }

    pub(super) const fn constant(two: f64, three: f64) -> SeveralNeeds {
        assert!(two + three <= 1.0);
        SeveralNeeds { two: Share::constant(two), three: Share::constant(three) }
    }
}
