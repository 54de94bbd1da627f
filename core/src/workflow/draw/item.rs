//! The items of a drawing, and their size.

/// Width of a step's box.
pub(in crate::workflow) const WIDTH: i64 = 190;
/// Height of a step's box.
pub(in crate::workflow) const HEIGHT: i64 = 84;

/// Something that takes space in a layer: a node, or a flow that passes through.
pub(super) struct Item {
    pub(super) layer: usize,
    /// Its index in the layer, later its x coordinate.
    pub(super) x: i64,
    /// The calls around it, the outermost first.
    pub(super) calls: Vec<usize>,
    pub(super) room: i64,
    pub(super) up: Vec<usize>,
    pub(super) down: Vec<usize>,
}
