//! What stands in a picture, and its size.

/// Width of a step's box.
pub(super) const WIDTH: i64 = 190;
/// Height of a step's box.
pub(super) const HEIGHT: i64 = 68;

/// Something that takes room in a layer: a node, or a flow that passes.
pub(super) struct Item {
    pub(super) layer: usize,
    /// Position in its layer, then its x.
    pub(super) x: i64,
    /// The calls around it, the outermost first.
    pub(super) calls: Vec<usize>,
    pub(super) room: i64,
    pub(super) up: Vec<usize>,
    pub(super) down: Vec<usize>,
}
