//! What stands on a screen, as Slint's own data.

use super::generated::{self, SlipState};
use crate::domain::institution::Colour;
use crate::kiosk::models::Model;
use crate::kiosk::screen::{Heading, Note, Place, SlipSign, Tile};
use slint::{Color, SharedString};

pub(super) fn text(words: &str) -> SharedString {
    words.into()
}

pub(super) fn colour(colour: Colour) -> Color {
    Color::from_rgb_u8(colour.0, colour.1, colour.2)
}

pub(super) fn tile(tile: &Tile) -> generated::TileData {
    generated::TileData {
        id: text(&tile.id),
        label: text(&tile.label),
        note: text(&tile.note),
        pictogram: text(&tile.pictogram),
        colour: colour(tile.colour),
        is_open: tile.is_open,
    }
}

pub(super) fn heading(heading: &Heading) -> generated::HeadingData {
    generated::HeadingData {
        label: text(&heading.label),
        pictogram: text(&heading.pictogram),
        colour: colour(heading.colour),
    }
}

pub(super) fn place(place: &Place) -> generated::PlaceData {
    let desks = Model::new();
    desks.set(place.desks.iter().map(|desk| text(desk)));
    generated::PlaceData {
        step: text(&place.step),
        institution: text(&place.institution),
        gloss: text(&place.gloss),
        colour: colour(place.colour),
        desk_label: text(&place.desk_label),
        desks: desks.handle(),
        first_desk: place.desks.first().map(|desk| text(desk)).unwrap_or_default(),
        room: text(&place.room),
    }
}

pub(super) fn slip_state(sign: SlipSign) -> SlipState {
    match sign {
        SlipSign::Printing => SlipState::Printing,
        SlipSign::Take => SlipState::Take,
        SlipSign::Doubtful => SlipState::Doubtful,
    }
}

pub(super) fn note(note: &Note) -> generated::NoteData {
    match note {
        Note::Offered(offer) => generated::NoteData { offer: text(offer), ..Default::default() },
        Note::Asked(sign, words) => {
            generated::NoteData { slip: slip_state(*sign), text: text(words), ..Default::default() }
        }
    }
}

pub(super) fn message(title: &str, body: &str, act: &str) -> generated::MessageData {
    generated::MessageData { title: text(title), text: text(body), act: text(act), ..Default::default() }
}

pub(super) fn menu(title: &str, chosen: Option<&Heading>, tiles: &[Tile]) -> generated::MenuData {
    let words = tiles.iter().flat_map(|tile| tile.label.split_whitespace());
    let longest_word = words.map(|word| word.chars().count()).max().unwrap_or(0);
    generated::MenuData {
        title: text(title),
        has_chosen: chosen.is_some(),
        chosen: chosen.map(heading).unwrap_or_default(),
        longest_word: i32::try_from(longest_word).unwrap_or(i32::MAX),
        ..Default::default()
    }
}
