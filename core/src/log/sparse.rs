//! Columns of which most cells are empty.

/// A column that takes no memory while all its cells are empty, and none for rows after the last filled cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sparse<T>(Vec<T>);

impl<T: Copy + Default + PartialEq> Sparse<T> {
    /// The cell of a row.
    pub(crate) fn get(&self, row: usize) -> T {
        self.0.get(row).copied().unwrap_or_default()
    }

    /// Sets the cell of a row and gives its previous value.
    pub(crate) fn set(&mut self, row: usize, cell: T) -> T {
        if row >= self.0.len() {
            if cell == T::default() {
                return cell;
            }
            self.0.resize(row, T::default());
            self.0.push(cell);
            return T::default();
        }
        self.0.get_mut(row).map_or(cell, |old| std::mem::replace(old, cell))
    }

    /// The cells up to the last one that is filled.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// Whether all cells are empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Copy + Default + PartialEq> FromIterator<T> for Sparse<T> {
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let mut column = Self(Vec::new());
        for (row, cell) in cells.into_iter().enumerate() {
            column.set(row, cell);
        }
        column
    }
}

#[cfg(test)]
#[path = "tests/sparse.rs"]
mod tests;
