//! Pictures in memory: half the size, few colours, side by side.

/// A picture of opaque pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    /// Row by row.
    pub pixels: Vec<[u8; 3]>,
}

impl Picture {
    pub fn filled(width: u32, height: u32, colour: [u8; 3]) -> Picture {
        Picture { width, height, pixels: vec![colour; (width * height) as usize] }
    }

    /// Of four bytes a pixel; alpha is ignored.
    pub fn from_rgba(width: u32, height: u32, rgba: &[u8]) -> Picture {
        let pixels: Vec<_> = rgba.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        assert_eq!(pixels.len(), (width * height) as usize, "as many pixels as the size says");
        Picture { width, height, pixels }
    }

    pub fn at(&self, x: u32, y: u32) -> [u8; 3] {
        self.pixels[(y * self.width + x) as usize]
    }

    pub fn set(&mut self, x: u32, y: u32, colour: [u8; 3]) {
        self.pixels[(y * self.width + x) as usize] = colour;
    }

    /// Half as wide and half as high: each pixel is the mean of four. An odd row or column at the end is left out.
    pub fn half(&self) -> Picture {
        let (width, height) = (self.width / 2, self.height / 2);
        let mean = |x: u32, y: u32| {
            let four = [
                self.at(2 * x, 2 * y),
                self.at(2 * x + 1, 2 * y),
                self.at(2 * x, 2 * y + 1),
                self.at(2 * x + 1, 2 * y + 1),
            ];
            [0, 1, 2].map(|channel| (four.iter().map(|pixel| u32::from(pixel[channel])).sum::<u32>() / 4) as u8)
        };
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect();
        Picture { width, height, pixels }
    }

    /// Draws another picture over this one.
    pub fn paste(&mut self, other: &Picture, left: u32, top: u32) {
        for y in 0..other.height {
            for x in 0..other.width {
                self.set(left + x, top + y, other.at(x, y));
            }
        }
    }

    /// With rounded corners on a ground of this colour.
    pub fn rounded(&self, radius: u32, ground: [u8; 3]) -> Picture {
        let mut rounded = self.clone();
        let inside = |at: u32, length: u32| radius.saturating_sub(at).max((at + radius + 1).saturating_sub(length));
        for y in 0..self.height {
            for x in 0..self.width {
                let (across, down) = (inside(x, self.width), inside(y, self.height));
                if across * across + down * down > radius * radius {
                    rounded.set(x, y, ground);
                }
            }
        }
        rounded
    }

    /// The colours that stand best for all of its colours, at most `most`. The most frequent colour comes first; each
    /// further one is the colour that is worst represented so far, by frequency and distance.
    pub fn palette(&self, most: usize) -> Vec<[u8; 3]> {
        let mut counts = std::collections::BTreeMap::new();
        self.pixels.iter().for_each(|pixel| *counts.entry(*pixel).or_insert(0_u64) += 1);
        // Colour, how often, and the square of its distance to the nearest colour of the palette.
        let mut colours: Vec<([u8; 3], u64, u64)> =
            counts.into_iter().map(|(colour, count)| (colour, count, u64::MAX / 1_000_000_000)).collect();
        let mut palette = Vec::new();
        while palette.len() < most {
            let Some(worst) = colours.iter().filter(|(.., far)| *far > 0).max_by_key(|(_, count, far)| count * far)
            else {
                break;
            };
            let next = worst.0;
            palette.push(next);
            colours.iter_mut().for_each(|(colour, _, far)| *far = (*far).min(distance(*colour, next)));
        }
        palette
    }

    /// With each pixel in the nearest colour of a palette.
    pub fn in_palette(&self, palette: &[[u8; 3]]) -> Picture {
        let mut known = std::collections::HashMap::new();
        let mut nearest = |pixel: [u8; 3]| {
            *known.entry(pixel).or_insert_with(|| {
                let nearest = palette.iter().min_by_key(|colour| distance(**colour, pixel));
                *nearest.expect("a palette has a colour")
            })
        };
        Picture { pixels: self.pixels.iter().map(|pixel| nearest(*pixel)).collect(), ..*self }
    }

    /// The colours that it has.
    pub fn colours(&self) -> Vec<[u8; 3]> {
        self.pixels.iter().copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u64 {
    (0..3).map(|channel| u64::from(one[channel].abs_diff(other[channel])).pow(2)).sum()
}

#[test]
fn a_picture_of_half_the_size_and_few_colours_keeps_its_large_areas_as_they_are() {
    let (paper, ink, rare) = ([247, 245, 240], [20, 24, 31], [0, 51, 160]);
    let mut picture = Picture::filled(8, 4, paper);
    picture.paste(&Picture::filled(4, 2, ink), 0, 0);
    picture.set(6, 2, rare);
    let half = picture.half();
    assert_eq!((half.width, half.height, half.at(0, 0), half.at(3, 0)), (4, 2, ink, paper));
    assert_eq!(half.at(3, 1), [185, 196, 220], "a lone pixel is mixed with its neighbours");
    assert_eq!(half.palette(16), [paper, ink, [185, 196, 220]]);
    assert_eq!(half.in_palette(&half.palette(2)).at(3, 1), paper);
}
