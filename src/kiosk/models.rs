//! A list that Slint draws, changed only where it differs, so that pressed tiles stay pressed.

use slint::{Model as _, ModelRc, VecModel};
use std::rc::Rc;

/// A list that Slint draws.
pub(super) struct Model<T>(Rc<VecModel<T>>);

impl<T: Clone + PartialEq + 'static> Model<T> {
    /// An empty list.
    pub(super) fn new() -> Model<T> {
        Model(Rc::new(VecModel::default()))
    }

    /// What Slint takes.
    pub(super) fn handle(&self) -> ModelRc<T> {
        ModelRc::from(Rc::clone(&self.0))
    }

    /// Makes it these rows; equal ones are left alone.
    pub(super) fn set(&self, rows: impl Iterator<Item = T>) {
        let rows: Vec<T> = rows.collect();
        if rows.len() != self.0.row_count() {
            self.0.set_vec(rows);
            return;
        }
        for (position, row) in rows.into_iter().enumerate() {
            if self.0.row_data(position).as_ref() != Some(&row) {
                self.0.set_row_data(position, row);
            }
        }
    }
}
