//! Drawings of a workflow: DOT, Mermaid, and SVG with a layout computed here; optionally with counts.

mod columns;
mod flows;
mod frame;
mod item;
mod label;
mod layout;
mod legend;
mod map;
mod overlay;
mod spacing;
mod svg;
mod text;

use flows::{flows, target_id};
#[cfg(feature = "bpmn")]
pub(super) use item::{HEIGHT, WIDTH};
use label::{escape, shorten};
#[cfg(feature = "bpmn")]
pub(super) use layout::{Layout, layout};
pub(crate) use map::{Traffic, map};
pub(crate) use overlay::Overlay;
pub use svg::svg;
pub(crate) use text::{dot, mermaid};
