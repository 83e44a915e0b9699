//! Lists in Slint, updated row by row: replacing a whole list would lose the pressed state of its tiles.

use slint::{Model as _, ModelRc, VecModel};

/// A new list.
pub(in crate::kiosk) fn list<T: Clone + 'static>(rows: impl Iterator<Item = T>) -> ModelRc<T> {
    ModelRc::new(VecModel::from_iter(rows))
}

/// The list that was shown before, with these rows; equal rows are left alone.
pub(in crate::kiosk) fn update_list<T>(before: &ModelRc<T>, rows: impl Iterator<Item = T>) -> ModelRc<T>
where
    T: Clone + PartialEq + 'static,
{
    let Some(model) = before.as_any().downcast_ref::<VecModel<T>>() else { return list(rows) };
    let rows: Vec<T> = rows.collect();
    if rows.len() != model.row_count() {
        model.set_vec(rows);
        return before.clone();
    }
    for (position, row) in rows.into_iter().enumerate() {
        if model.row_data(position).as_ref() != Some(&row) {
            model.set_row_data(position, row);
        }
    }
    before.clone()
}
