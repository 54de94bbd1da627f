//! Colours: how an open item looks, and when that changes.

use crate::shape::terms;

terms! {
    /// The colour of an item (*màu cảnh báo*).
    pub enum Colour {
        /// Suspended or stopped: no colour (*xám*).
        Grey = "grey",
        /// In time (*xanh lá*).
        Green = "green",
        /// Due soon (*vàng*).
        Yellow = "yellow",
        /// The due has passed (*đỏ*).
        Red = "red",
    }
}

terms! {
    /// How something finished.
    pub enum Outcome {
        /// Before the last day (*trước hạn*).
        Early = "early",
        /// In time (*đúng hạn*).
        OnTime = "on_time",
        /// After the due (*quá hạn*).
        Late = "late",
        /// Stopped without a result: never late (*dừng giải quyết*).
        Stopped = "stopped",
        /// The day is known but not the time, and the due lies within that day.
        Undetermined = "undetermined",
    }
}
